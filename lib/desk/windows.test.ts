import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { responseClock } from '../cases/describe';
import type { SentTweet } from '../protocol';
import { span } from '../time/time';
import { DeskDatabase } from './database';
import { Desk } from './desk';
import { FollowUps } from './follow-ups';
import { Incidents } from './incidents';
import { People } from './people';
import { keptAndRecomputed, readKept } from './recompute';

const START = Date.parse('2026-05-04T10:00:00Z');
const HOUR = 3_600_000;

let now: number;
let ids: number;
let opened: DeskDatabase[];

/** One window of Hark: a connection of its own to the same database. */
function openWindow() {
  const db = new DeskDatabase('windows');
  opened.push(db);
  const context = { db, now: () => now, newId: () => `id-${++ids}` };
  return {
    db,
    desk: new Desk(context),
    people: new People(context),
    followUps: new FollowUps(context),
    incidents: new Incidents(context),
  };
}
type OneWindow = ReturnType<typeof openWindow>;
let one: OneWindow;
let other: OneWindow;

beforeEach(() => {
  now = START;
  ids = 0;
  opened = [];
  one = openWindow();
  other = openWindow();
});

afterEach(async () => {
  for (const db of opened) db.close();
  await one.db.delete();
});

function tweet(id: string, handle: string, ago = 0): SentTweet {
  const permalink = `https://x.com/${handle}/status/${id}`;
  return {
    id,
    handle,
    name: handle,
    text: 'Off again',
    lang: 'en',
    time: new Date(now - ago).toISOString(),
    permalink,
  };
}

const request = (requestId: string, on: SentTweet) => ({
  ...{ requestId, tweet: on, thread: [], account: 'Lantern', by: 'JD', brand: new Set(['lantern']) },
});

async function isSound(): Promise<void> {
  const { kept, recomputed } = keptAndRecomputed(await readKept(one.db));
  expect(kept).toEqual(recomputed);
}

describe('two windows on one case', () => {
  it('lose nothing of what either has written at the same moment', async () => {
    const { case: known } = await one.desk.open(request('first', tweet('10', 'ada')));
    await Promise.all([
      ...Array.from({ length: 10 }, (_, index) => one.desk.addNote(known.id, `one ${index}`, 'JD')),
      ...Array.from({ length: 10 }, (_, index) => other.desk.addNote(known.id, `other ${index}`, 'MO')),
      one.desk.change(known.id, { topic: 'billing' }, 'JD'),
      other.desk.change(known.id, { priority: 'high' }, 'MO'),
      one.desk.change(known.id, { status: 'resolved' }, 'JD'),
      other.people.describe(known.customerId, { place: 'Whitten' }),
      one.people.describe(known.customerId, { account: 'A-1' }),
      other.desk.open(request('second', tweet('11', 'ada'))),
      one.desk.open(request('second', tweet('11', 'ada'))),
      other.followUps.add({ caseId: known.id, dueAt: now, reason: 'Ask', by: 'MO' }),
    ]);
    const history = await one.desk.history(known.id);
    expect(history.filter(({ kind }) => kind === 'note')).toHaveLength(20);
    expect(history.filter(({ kind }) => kind === 'tweet')).toHaveLength(2);
    expect(await one.db.cases.get(known.id)).toMatchObject({ topic: 'billing', priority: 'high' });
    expect(await one.desk.customerByHandle('ada')).toMatchObject({ place: 'Whitten', account: 'A-1' });
    await isSound();
  });

  it('write nothing into a case that the other has taken back', async () => {
    const { case: known } = await one.desk.open(request('first', tweet('10', 'ada')));
    const [undone, noted, promised] = await Promise.allSettled([
      one.desk.undo('first'),
      other.desk.addNote(known.id, 'Called her', 'MO'),
      other.followUps.add({ caseId: known.id, dueAt: now, reason: 'Ask', by: 'MO' }),
    ]);
    expect(undone).toMatchObject({ status: 'fulfilled', value: { ok: true } });
    const gone = 'Nothing was saved: the case is gone, it was taken back elsewhere.';
    expect([noted, promised].map((one) => one.status === 'rejected' && one.reason.message)).toEqual([gone, gone]);
    expect(await other.desk.change(known.id, { status: 'resolved' }, 'MO')).toBeNull();
    expect([await one.db.entries.count(), await one.db.followUps.count()]).toEqual([0, 0]);
    await isSound();
  });

  it('do not take back what the other has worked in', async () => {
    const { case: known } = await one.desk.open(request('first', tweet('10', 'ada')));
    await other.desk.addNote(known.id, 'Called her', 'MO');
    const undone = await one.desk.undo('first');
    expect(undone).toMatchObject({ ok: false });
    expect(await one.db.cases.count()).toBe(1);
  });

  it('keep the text that was typed last in an unfinished note', async () => {
    const { case: known } = await one.desk.open(request('first', tweet('10', 'ada')));
    await Promise.all([one.desk.saveDraft(known.id, 'from one'), other.desk.saveDraft(known.id, 'from the other')]);
    expect(await one.desk.draft(known.id)).toBe('from the other');
  });
});

describe('a clock that is set back', () => {
  it('leaves histories in the order in which they were written', async () => {
    const { case: known } = await one.desk.open(request('first', tweet('10', 'ada', HOUR)));
    now += HOUR;
    await one.desk.addNote(known.id, 'first', 'JD');
    now -= 5 * HOUR;
    await one.desk.addNote(known.id, 'second', 'JD');
    await one.desk.change(known.id, { status: 'pending' }, 'JD');
    await one.followUps.add({ caseId: known.id, dueAt: now + HOUR, reason: 'Ask', by: 'JD' });
    now += 1_000;
    await one.desk.setInDm(known.id, true, 'JD', 'dm');
    await one.desk.change(known.id, { status: 'resolved' }, 'JD');
    const written = (await one.desk.history(known.id))
      .reverse()
      .flatMap((entry) => (entry.kind === 'note' ? [entry.text] : entry.kind === 'change' ? [entry.change.what] : []));
    const without = written.filter((what) => what !== 'followUp');
    expect(without.slice(0, 4)).toEqual(['opened', 'first', 'second', 'status']);
    expect(new Set(without.slice(4))).toEqual(new Set(['inDm', 'status']));
    expect(written.indexOf('followUp')).toBeGreaterThan(written.indexOf('second'));
    await isSound();
  });

  it('lets nobody wait for less than no time', async () => {
    const { case: known } = await one.desk.open(request('first', tweet('10', 'ada')));
    now -= 3 * HOUR;
    const clock = responseClock(await one.desk.history(known.id));
    expect(clock).toMatchObject({ turn: 'ours' });
    const { waitingSince } = (await one.db.cases.get(known.id)) ?? {};
    expect(span(now - (waitingSince ?? 0))).toBe(span(0));
  });

  it('tells of no follow-up twice', async () => {
    const { case: known } = await one.desk.open(request('first', tweet('10', 'ada')));
    await one.followUps.add({ caseId: known.id, dueAt: now + HOUR, reason: 'Ask', by: 'JD' });
    const told: string[] = [];
    const wake = async (): Promise<void> => {
      const { notify } = await other.followUps.wake({ zone: 'UTC', quiet: null });
      told.push(...notify.map((item) => (item.kind === 'one' ? item.followUp.reason : item.kind)));
    };
    for (const step of [2 * HOUR, -4 * HOUR, HOUR, 2 * HOUR, HOUR, HOUR]) {
      now += step;
      await wake();
    }
    expect(told).toEqual(['Ask']);
  });
});
