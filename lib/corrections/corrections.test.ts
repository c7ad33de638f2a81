import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { DeskDatabase } from '../desk/database';
import { Corrections, type NewCorrection } from './corrections';

let db: DeskDatabase;
let corrections: Corrections;
let now: number;
let made = 0;

beforeEach(() => {
  db = new DeskDatabase(`corrections-${++made}`);
  now = 1_000;
  corrections = new Corrections({ db, now: () => ++now });
});

const saying = (id: string, tweetId: string, about: NewCorrection['about'], right: boolean): NewCorrection => ({
  id,
  tweetId,
  handle: 'ada',
  about,
  right,
  features: [1, 2],
});

const dismissed = async (): Promise<string[]> => (await db.dismissals.toArray()).map(({ tweetId }) => tweetId);

describe('a correction', () => {
  it('is written once, however often it is asked for', async () => {
    await corrections.correct(saying('a', '1', 'complaint', false));
    await corrections.correct(saying('a', '1', 'complaint', false));
    expect(await corrections.count()).toBe(1);
    expect(await corrections.latest(10)).toMatchObject([
      { id: 'a', tweetId: '1', handle: 'ada', right: false, at: 1_001 },
    ]);
  });

  it('is known by its tweet, each question by itself', async () => {
    await corrections.correct(saying('a', '1', 'complaint', false));
    await corrections.correct(saying('b', '1', 'ours', true));
    await corrections.correct(saying('c', '2', 'ours', false));
    expect(await corrections.saidOf(['1', '2', '3'])).toEqual({
      1: { complaint: false, ours: true },
      2: { ours: false },
    });
    expect(await corrections.ours(10)).toEqual(['1']);
    expect(await corrections.ours(1)).toEqual([]);
  });

  it('takes the place of the one before, and gives it back', async () => {
    await corrections.correct(saying('a', '1', 'complaint', false));
    await corrections.correct(saying('b', '1', 'complaint', true));
    expect(await corrections.latest(10)).toMatchObject([{ id: 'b', right: true }]);
    await corrections.takeBack('b');
    expect(await corrections.latest(10)).toMatchObject([{ id: 'a', right: false, at: 1_001 }]);
    await corrections.takeBack('b');
    await corrections.takeBack('a');
    await corrections.takeBack('a');
    expect(await corrections.count()).toBe(0);
  });

  it('sends the mark away and brings it back', async () => {
    await corrections.correct(saying('a', '1', 'ours', false));
    expect(await dismissed()).toEqual(['1']);
    await corrections.correct(saying('b', '1', 'ours', true));
    expect(await dismissed()).toEqual([]);
    expect(await corrections.takeBack('b')).toEqual({ tweetId: '1', about: 'ours', dismissed: true });
    expect(await dismissed()).toEqual(['1']);
    expect(await corrections.takeBack('a')).toMatchObject({ dismissed: false });
    expect(await dismissed()).toEqual([]);
    expect(await corrections.takeBack('a')).toBeNull();
  });

  it('taken back, leaves a mark away that was away before', async () => {
    await db.dismissals.put({ tweetId: '1', at: 5 });
    await corrections.correct(saying('a', '1', 'ours', true));
    await corrections.takeBack('a');
    expect(await dismissed()).toEqual(['1']);
    await corrections.correct(saying('b', '1', 'complaint', true));
    await corrections.takeBack('b');
    expect(await dismissed()).toEqual(['1']);
  });
});

describe('forgetting', () => {
  beforeEach(async () => {
    await corrections.correct(saying('a', '1', 'ours', false));
    await corrections.correct(saying('b', '2', 'complaint', false));
    await corrections.correct(saying('c', '3', 'ours', true));
  });

  it('concerns one, or all, and what is forgotten can come back', async () => {
    const one = await corrections.forget(['a', 'nobody']);
    expect(await dismissed()).toEqual([]);
    expect((await corrections.latest(10)).map(({ id }) => id)).toEqual(['c', 'b']);
    const rest = await corrections.forget();
    expect(await corrections.count()).toBe(0);
    await corrections.restore(rest);
    await corrections.restore(one);
    expect((await corrections.latest(10)).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
    expect(await dismissed()).toEqual(['1']);
  });

  it('brings nothing back on which the rep has said something else since', async () => {
    const all = await corrections.forget();
    await corrections.correct(saying('d', '1', 'ours', true));
    await corrections.restore(all);
    expect((await corrections.latest(10)).map(({ id }) => id)).toEqual(['d', 'c', 'b']);
    expect(await dismissed()).toEqual([]);
  });
});
