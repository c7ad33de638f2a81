import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { DeskDatabase } from '../desk/database';
import { Desk } from '../desk/desk';
import type { SentTweet } from '../protocol';
import type { Judgement } from '../triage/judgement';
import { Keeper } from './keeper';
import { KEPT, MOST, type QueuedTweet, ranked } from './queue';
import { rememberDealtWith } from './settled';

const DAY = 24 * 60 * 60 * 1000;

let db: DeskDatabase;
let desk: Desk;
let now: number;
let stored: Map<string, QueuedTweet>;
let stamp: string | null;
let writes: number;
let opened = 0;

/** A keeper as the worker makes one whenever it starts. */
const started = (): Keeper =>
  new Keeper({
    db,
    storage: {
      read: async () => new Map(stored),
      stamp: async () => stamp,
      async write(put, remove) {
        writes++;
        // As slow as a browser, so that what overlaps would lose something.
        await new Promise((resolve) => setTimeout(resolve, 1));
        for (const id of remove) stored.delete(id);
        for (const row of put) stored.set(row.tweet.id, structuredClone(row));
        stamp = String(writes);
        return stamp;
      },
    },
    now: () => now,
  });

const tweet = (id: string): SentTweet => ({
  id,
  handle: 'ada',
  name: 'Ada',
  text: `words of ${id}`,
  lang: 'en',
  time: new Date(now).toISOString(),
  permalink: `https://x.com/ada/status/${id}`,
});

const judged = (id: string, actionable = true): { tweet: SentTweet; judgement: Judgement } => ({
  tweet: tweet(id),
  judgement: {
    relevance: 'mention',
    relevanceScore: 1,
    intent: 'complaint',
    intentConfidence: 1,
    topic: 'other',
    urgency: 0.5,
    pressures: [],
    actionable,
    evidence: [],
  },
});

const listed = (): string[] => ranked(stored.values(), now).map((row) => row.tweet.id);

beforeEach(() => {
  db = new DeskDatabase(`keeper-${++opened}`);
  now = Date.UTC(2026, 4, 4, 12);
  desk = new Desk({ db, now: () => now, newId: () => crypto.randomUUID() });
  stored = new Map();
  stamp = null;
  writes = 0;
});

describe('the keeper of the list', () => {
  it('loses nothing when pages speak at once', async () => {
    const keeper = started();
    await Promise.all([
      keeper.noteJudged([judged('1'), judged('2')]),
      keeper.noteJudged([judged('3')]),
      keeper.leave(['2'], 'dealt'),
      keeper.noteJudged([judged('2'), judged('4'), judged('1', false)]),
    ]);
    expect(listed().toSorted()).toEqual(['3', '4']);
  });

  it('goes on where another one has ended', async () => {
    await started().noteJudged([judged('1'), judged('2')]);
    await started().leave(['1'], 'elsewhere');
    expect(listed()).toEqual(['2']);
    expect((await started().find('1'))?.left).toMatchObject({ how: 'elsewhere' });
  });

  it('notices that the list was emptied', async () => {
    const keeper = started();
    await keeper.noteJudged([judged('1')]);
    await keeper.snooze('1', now + 1_000);
    stored = new Map();
    stamp = null;
    await keeper.noteJudged([judged('1')]);
    expect(listed()).toEqual(['1']);
  });

  it('does not bring back what was dealt with, but for an undo', async () => {
    const keeper = started();
    await keeper.noteJudged([judged('1')]);
    await keeper.leave(['1'], 'dealt');
    now += DAY;
    await keeper.tidy();
    expect(stored.size).toBe(0);
    await keeper.noteJudged([judged('1')]);
    expect(listed()).toEqual([]);
    expect(await db.dealtWith.toArray()).toEqual([{ tweetId: '1', at: now - DAY, how: 'dealt' }]);
    await keeper.bringBack('1', 'dealt');
    await keeper.noteJudged([judged('1')]);
    expect(listed()).toEqual(['1']);
  });

  it('undoes only what was done', async () => {
    const keeper = started();
    await keeper.noteJudged([judged('1')]);
    await keeper.leave(['1'], 'answered');
    await keeper.leave(['1'], 'notOurs');
    await keeper.bringBack('1', 'notOurs');
    expect(listed()).toEqual([]);
  });

  it('remembers an answer that was seen before the tweet', async () => {
    const keeper = started();
    await keeper.leave(['1'], 'answered');
    await keeper.noteJudged([judged('1')]);
    expect(listed()).toEqual([]);
  });

  it('leaves out what is not about the brand, and what is in a case until that is undone', async () => {
    const keeper = started();
    await desk.dismiss('1', true);
    const requestId = crypto.randomUUID();
    await keeper.noteJudged([judged('1'), judged('2')]);
    await desk.open({ requestId, tweet: tweet('2'), thread: [], account: null, by: null, brand: new Set() });
    await keeper.leave(['2'], 'case');
    await keeper.checkCases();
    expect(listed()).toEqual([]);
    await started().noteJudged([judged('2')]);
    expect(listed()).toEqual([]);
    await desk.undo(requestId);
    await keeper.checkCases();
    expect(listed()).toEqual(['2']);
  });

  it('hides what is snoozed, and shows it again', async () => {
    const keeper = started();
    await keeper.noteJudged([judged('1')]);
    await keeper.snooze('1', now + 1_000);
    expect(listed()).toEqual([]);
    await keeper.noteJudged([judged('1')]);
    expect(listed()).toEqual([]);
    await keeper.snooze('1', null);
    expect(listed()).toEqual(['1']);
    await keeper.snooze('gone', now + 1_000);
    expect(stored.size).toBe(1);
  });

  it('forgets what is too old or too much, and writes nothing where nothing changes', async () => {
    const keeper = started();
    await keeper.noteJudged([judged('old')]);
    now += KEPT;
    await keeper.noteJudged(Array.from({ length: MOST + 20 }, (_, at) => judged(`${at}`)));
    expect(stored.size).toBe(MOST);
    expect(stored.has('old')).toBe(false);
    const before = writes;
    await keeper.tidy();
    await keeper.noteJudged([judged('praise', false)]);
    expect(writes).toBe(before);
  });

  it('remembers for thirty days', async () => {
    await rememberDealtWith(db, '1', 'dealt', now);
    await rememberDealtWith(db, '2', 'dealt', now + 30 * DAY);
    expect(await db.dealtWith.count()).toBe(2);
    await rememberDealtWith(db, '3', 'dealt', now + 31 * DAY);
    expect(await db.dealtWith.toCollection().primaryKeys()).toEqual(['2', '3']);
  });

  it('goes on after a failure', async () => {
    const keeper = started();
    const noted = keeper.noteJudged([judged('1')]);
    stored.set = () => {
      throw new Error('full');
    };
    await expect(noted).rejects.toThrow('full');
    stored = new Map();
    stamp = null;
    await keeper.noteJudged([judged('2')]);
    expect(listed()).toEqual(['2']);
  });
});

describe('somebody who is erased', () => {
  it('leaves the list, and whoever names them keeps the rest of their words', async () => {
    const keeper = started();
    const named = judged('12');
    const other = { ...named.tweet, handle: 'ben', name: 'Ben', text: 'as @Ada says, no line' };
    await keeper.noteJudged([judged('11'), { ...named, tweet: other }, judged('13', false)]);
    await keeper.forget(new Set(['ada']), new Set(['11']));
    expect([...stored.keys()]).toEqual(['12']);
    expect(JSON.stringify([...stored.values()])).not.toMatch(/ada/i);
    expect(stored.get('12')?.tweet.text).toBe('as [erased] says, no line');
  });
});
