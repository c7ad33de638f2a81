import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { DeskDatabase } from '../desk/database';
import {
  dayOf,
  type FunnelDay,
  hashOf,
  kindOfKey,
  lastDays,
  newlySeen,
  startOf,
  type Tally,
  type TweetKind,
} from './funnel';
import { FunnelCounter } from './funnel-counter';

let db: DeskDatabase;
let now: number;
let tally: Tally | null;
let opened = 0;

/** A counter as the worker makes one whenever it starts. */
const started = (): FunnelCounter =>
  new FunnelCounter({
    db,
    readTally: async () => tally,
    async writeTally(next) {
      tally = next;
    },
    now: () => now,
  });

const today = async (): Promise<FunnelDay | undefined> => db.funnel.get(dayOf(now));

beforeEach(() => {
  db = new DeskDatabase(`funnel-${++opened}`);
  now = new Date(2026, 4, 4, 23, 30).getTime();
  tally = null;
});

describe('days', () => {
  it('are the local ones', () => {
    expect(dayOf(new Date(2026, 4, 4, 0, 0).getTime())).toBe('2026-05-04');
    expect(dayOf(new Date(2026, 4, 4, 23, 59).getTime())).toBe('2026-05-04');
    expect(startOf('2026-05-04')).toBe(new Date(2026, 4, 4).getTime());
    expect(lastDays(new Date(2026, 2, 1, 12).getTime(), 3)).toEqual(['2026-03-01', '2026-02-28', '2026-02-27']);
  });
});

describe('tweets on screen', () => {
  it('count once a page, however often it tells', () => {
    expect(newlySeen(null, { page: 'a', seen: 5 })).toBe(5);
    expect(newlySeen({ page: 'a', seen: 5 }, { page: 'a', seen: 9 })).toBe(4);
    expect(newlySeen({ page: 'a', seen: 9 }, { page: 'a', seen: 9 })).toBe(0);
    expect(newlySeen({ page: 'a', seen: 9 }, { page: 'b', seen: 12 })).toBe(12);
  });
});

describe('the counts of a day', () => {
  it('tell what tweets were about, each once', async () => {
    const kind: TweetKind = { topic: 'billing', intent: 'complaint', lang: 'en' };
    const counter = started();
    await counter.once(
      'relevant',
      ['1', '2'],
      new Map([
        ['1', kind],
        ['2', { ...kind, lang: null }],
      ]),
    );
    await counter.once('relevant', ['1'], new Map([['1', kind]]));
    await counter.once('actionable', ['1'], new Map([['1', kind]]));
    await counter.flush();
    await counter.once('relevant', ['3'], new Map([['3', kind]]));
    await counter.flush();
    expect((await today())?.kinds).toEqual({ 'billing|complaint|en': [2, 1], 'billing|complaint|': [1, 0] });
    expect(kindOfKey('billing|complaint|')).toEqual({ ...kind, lang: null });
  });

  it('count each tweet once, also after the worker was stopped', async () => {
    const counter = started();
    counter.seen(12);
    counter.seen(0);
    await Promise.all([counter.once('relevant', ['1', '2']), counter.once('relevant', ['2', '3'])]);
    await counter.once('actionable', ['1']);
    await counter.flush();
    const again = started();
    await again.once('relevant', ['3', '4']);
    await again.once('actionable', ['1']);
    again.seen(3);
    await again.flush();
    expect(await today()).toEqual({ day: '2026-05-04', seen: 15, relevant: 4, actionable: 1, opened: 0, answered: 0 });
  });

  it('are taken back by an undo', async () => {
    const counter = started();
    await counter.once('answered', ['1', '2']);
    await counter.notOnce('answered', '1');
    await counter.notOnce('answered', '1');
    await counter.flush();
    expect(await today()).toMatchObject({ answered: 1 });
  });

  it('begin anew at midnight', async () => {
    const counter = started();
    await counter.once('relevant', ['1']);
    now += 60 * 60_000;
    await counter.once('relevant', ['1']);
    await counter.flush();
    expect(await db.funnel.toArray()).toMatchObject([
      { day: '2026-05-04', relevant: 1 },
      { day: '2026-05-05', relevant: 1 },
    ]);
  });

  it('hold the cases that were opened, without what was undone', async () => {
    const deed = { caseId: 'c', entryIds: [], createdCustomerId: null };
    await db.deeds.bulkPut([
      { ...deed, id: '1', at: now, kind: 'created', undone: 0 },
      { ...deed, id: '2', at: now, kind: 'added', undone: 0 },
      { ...deed, id: '3', at: now, kind: 'shown', undone: 0 },
      { ...deed, id: '4', at: now, kind: 'created', undone: 1 },
      { ...deed, id: '5', at: startOf(dayOf(now)) - 1, kind: 'created', undone: 0 },
    ]);
    const counter = started();
    await counter.countOpened();
    expect(await today()).toMatchObject({ opened: 2 });
    await db.deeds.put({ ...deed, id: '2', at: now, kind: 'added', undone: 1 });
    counter.seen(1);
    await Promise.all([counter.countOpened(), counter.flush()]);
    expect(await today()).toMatchObject({ seen: 1, opened: 1 });
  });

  it('keep no tweet’s id', async () => {
    const counter = started();
    await counter.once('relevant', ['9007199254740993001']);
    await counter.flush();
    expect(tally?.relevant).toEqual([hashOf('9007199254740993001')]);
    expect(hashOf('9007199254740993001')).toBeLessThan(2 ** 32);
    expect(hashOf('9007199254740993001')).not.toBe(hashOf('9007199254740993002'));
  });
});
