import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DeskDatabase } from './database';
import type { CaseRecord } from './derive';
import { FollowUps } from './follow-ups';

const MINUTE = 60_000;
const settings = { zone: 'Europe/Lisbon', quiet: null };
const someCase: Omit<CaseRecord, 'id' | 'number'> = {
  ...{ customerId: 'm', openedFor: 'mira', status: 'open', topic: 'other', priority: 'normal', route: 'support' },
  ...{ owner: null, tags: [], openedAs: null, openedAt: 0, updatedAt: 0, resolvedAt: null, waitingSince: null },
  ...{ lastWords: '', lists: [] },
};
let db: DeskDatabase;
let now: number;

function openFollowUps(): FollowUps {
  return new FollowUps({ db, now: () => now, newId: () => crypto.randomUUID() });
}

afterEach(() => db.delete());

beforeEach(async () => {
  db = new DeskDatabase('follow-ups');
  now = Date.UTC(2026, 4, 4, 12);
  await db.cases.bulkPut(['a', 'b', 'c'].map((id, index) => ({ ...someCase, id, number: index + 1 })));
});

describe('follow-ups on the desk', () => {
  it('tells of each due time once, however many look', async () => {
    const followUps = openFollowUps();
    await followUps.add({ caseId: 'a', dueAt: now + 10 * MINUTE, reason: 'Is the line up?' });
    await followUps.add({ caseId: 'b', dueAt: now + 20 * MINUTE, reason: 'Did the visit take place?' });
    expect(await followUps.wake(settings)).toMatchObject({ notify: [], nextWake: now + 10 * MINUTE });
    expect(await followUps.countDue()).toBe(0);
    now += 30 * MINUTE;
    // Two windows, and a worker that was started anew.
    const woken = await Promise.all([followUps, openFollowUps(), openFollowUps()].map((one) => one.wake(settings)));
    const told = woken.flatMap(({ notify }) => notify.map((item) => item.kind === 'one' && item.followUp.reason));
    expect(told).toEqual(['Is the line up?', 'Did the visit take place?']);
    expect(await followUps.countDue()).toBe(2);
  });

  it('writes what was done into the history, and takes it back', async () => {
    const followUps = openFollowUps();
    const made = await followUps.add({ caseId: 'a', dueAt: now + MINUTE, reason: 'Check in', by: 'JD' });
    const id = made.before[0]?.id ?? '';
    const moved = await followUps.move([id], now + 60 * MINUTE, 'JD');
    const ended = await followUps.end([id], 'done', 'RK');
    const did = async () =>
      (await db.entries.toArray())
        .map((entry) => entry.kind === 'change' && entry.change)
        .map((change) => change && 'did' in change && change.did);
    expect((await did()).sort()).toEqual(['done', 'made', 'moved']);
    expect(await followUps.waitingOf('a')).toEqual([]);
    await followUps.undo(ended);
    expect(await followUps.waitingOf('a')).toMatchObject([{ dueAt: now + 60 * MINUTE, snoozedFrom: now + MINUTE }]);
    await followUps.undo(moved);
    await followUps.undo(made);
    expect(await followUps.waiting()).toEqual([]);
    expect(await did()).toEqual([]);
  });

  it('passes over what another window has ended', async () => {
    const followUps = openFollowUps();
    const { before } = await followUps.add({ caseId: 'a', dueAt: now, reason: 'Check in' });
    const ids = before.map(({ id }) => id);
    await followUps.end(ids, 'done', null);
    expect((await followUps.end(ids, 'withdrawn', null)).before).toEqual([]);
    expect((await followUps.move(ids, now + MINUTE, null)).before).toEqual([]);
  });

  it('tells again of what was moved', async () => {
    const followUps = openFollowUps();
    const { before } = await followUps.add({ caseId: 'a', dueAt: now, reason: 'Check in' });
    expect((await followUps.wake(settings)).notify).toHaveLength(1);
    await followUps.move(
      before.map(({ id }) => id),
      now + MINUTE,
      null,
    );
    expect((await followUps.wake(settings)).notify).toHaveLength(0);
    now += MINUTE;
    expect((await followUps.wake(settings)).notify).toHaveLength(1);
  });

  it('leaves the quiet hours quiet', async () => {
    const followUps = openFollowUps();
    const quiet = { zone: 'UTC', quiet: { from: 22 * 60, to: 7 * 60 } };
    now = Date.UTC(2026, 4, 4, 23);
    await followUps.add({ caseId: 'a', dueAt: now, reason: 'Check in' });
    expect(await followUps.wake(quiet)).toMatchObject({ notify: [], updates: [] });
    expect(await followUps.countDue()).toBe(1);
    now = Date.UTC(2026, 4, 5, 7);
    expect((await followUps.wake(quiet)).notify).toHaveLength(1);
  });
});
