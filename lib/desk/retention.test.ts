import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SentTweet } from '../protocol';
import { DeskDatabase } from './database';
import { addCounts, derive } from './derive';
import { Desk } from './desk';
import { entriesOf } from './entries';
import { FollowUps } from './follow-ups';
import { previewPurge, purge } from './retention';

const DAY = 24 * 60 * 60_000;
let db: DeskDatabase;
let desk: Desk;
let now: number;
let ids: number;
const context = () => ({ db, now: () => now, newId: () => `id-${++ids}` });

beforeEach(() => {
  db = new DeskDatabase('retention');
  now = Date.parse('2026-01-01T09:00:00Z');
  ids = 0;
  desk = new Desk(context());
});
afterEach(() => db.delete());

async function open(id: number, handle: string): Promise<string> {
  const permalink = `https://x.com/${handle}/status/${id}`;
  const tweet: SentTweet = {
    id: String(id),
    handle,
    name: handle,
    text: `text of ${handle}`,
    lang: 'en',
    time: new Date(now).toISOString(),
    permalink,
  };
  const opened = await desk.open({ requestId: `r${id}`, tweet, thread: [], account: null, by: 'JD', brand: new Set() });
  return opened.case.id;
}

async function checkDerived(): Promise<void> {
  const counts = new Map<string, number>();
  for (const known of await db.cases.toArray()) {
    const { record, search } = derive(known, await db.customers.get(known.customerId), await entriesOf(db, known.id));
    expect([known, await db.search.get(known.number)]).toEqual([record, search]);
    addCounts(counts, record);
  }
  expect(new Map((await db.counters.toArray()).map(({ key, count }) => [key, count]))).toEqual(counts);
  expect(await db.search.count()).toBe(await db.cases.count());
}

describe('what was closed long ago', () => {
  it('goes with its customer, and nothing else does', async () => {
    const old = await open(1, 'ada');
    const promised = await open(2, 'ben');
    const back = await open(3, 'cem');
    const waiting = await open(4, 'dia');
    for (const id of [old, promised, back]) await desk.change(id, { status: 'closed' }, 'JD');
    await desk.addNote(old, 'secret of ada', 'JD');
    await new FollowUps(context()).add({ caseId: promised, dueAt: now + 400 * DAY, reason: 'ask again' });
    now += 40 * DAY;
    const recent = await open(5, 'cem');
    await desk.change(recent, { status: 'resolved' }, 'JD');
    expect(await previewPurge(context(), 60)).toEqual({ cases: 0, customers: 0, oldest: null });
    expect(await previewPurge(context(), 30)).toMatchObject({ cases: 2, customers: 1, oldest: now - 40 * DAY });

    const lines = await db.audit.count();
    expect(await purge(context(), { days: 30, by: 'JD' })).toEqual({ cases: 2, customers: 1 });
    expect((await db.cases.toArray()).map(({ id }) => id).sort()).toEqual([promised, waiting, recent].sort());
    expect((await db.customers.toArray()).flatMap(({ handles }) => handles).sort()).toEqual(['ben', 'cem', 'dia']);
    expect((await db.audit.toArray()).slice(lines)).toMatchObject([
      { act: 'purged', by: 'JD', count: 2, part: 'retention' },
    ]);
    const all = JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())));
    expect(all).not.toContain('ada');
    await checkDerived();
    expect(await purge(context(), { days: 30, by: null })).toEqual({ cases: 0, customers: 0 });
    expect(await db.audit.count()).toBe(lines + 1);
  });

  it('goes in pieces, and stops when it is told to', async () => {
    for (let id = 1; id <= 45; id++) {
      await open(id, `someone${id}`);
      if (id > 44) continue;
      const known = await db.cases.orderBy('number').last();
      await desk.change(known?.id ?? '', { status: 'closed' }, 'JD');
    }
    now += 100 * DAY;
    const told: number[] = [];
    const options = { days: 90, by: null, atOnce: 20, progress: (count: number) => void told.push(count) };
    await purge(context(), { ...options, stopped: () => told.length > 0 });
    expect([told, await db.cases.count()]).toEqual([[20], 25]);
    await purge(context(), options);
    expect([told, await db.cases.count(), await db.customers.count()]).toEqual([[20, 20, 24], 1, 1]);
    await checkDerived();
  });
});
