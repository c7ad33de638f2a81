import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { JudgedTweet } from '../../lib/protocol';
import { type Judgement, notRelevant } from '../../lib/triage/judgement';
import type { Spotted } from '../../lib/triage/spot';
import type { Tweet } from '../../lib/x/tweet';

const ask = vi.fn();
vi.mock('./worker', () => ({ ask }));

const { Judgements } = await import('./judgements');

/** The sizes of all questions, in order. */
const asked = (): number[] => ask.mock.calls.map(([, { tweets }]) => tweets.length);
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const article = {} as Element;
/** What names nobody has no mark before it is judged. */
const unnamed: Spotted = { handle: null, named: [], trade: [], excluded: [], words: [] };
const named: Spotted = { ...unnamed, handle: 'lantern' };
const see = (judgements: InstanceType<typeof Judgements>, tweet: Tweet, spotted = unnamed): Judgement | null =>
  judgements.of(tweet, article, spotted, false);

function tweet(id: string, time: string | null = '2026-05-04T10:00:00.000Z'): Tweet {
  const permalink = `https://x.com/marnie_whit/status/${id}`;
  const person = { handle: 'marnie_whit', name: 'Marnie', quoted: null, repost: false };
  const rest = { ad: false, focal: false, truncated: false, mentions: [], links: [] };
  return { id, time, permalink, text: `lantern is down ${id}`, lang: 'en', ...person, ...rest };
}

describe('Judgements', () => {
  beforeEach(() => {
    ask.mockReset();
    ask.mockImplementation(async (_, { tweets }: { tweets: JudgedTweet[] }) =>
      Object.fromEntries(tweets.map(({ id }) => [id, { ...notRelevant, urgency: Number(id) }])),
    );
  });

  it('asks once for all tweets of a turn, and remembers the answers', async () => {
    const news = vi.fn();
    const judgements = new Judgements(news);
    for (const id of ['1', '2', '1']) expect(see(judgements, tweet(id))).toBeNull();
    await settled();
    expect(asked()).toEqual([2]);
    expect(news).toHaveBeenCalledTimes(1);
    expect(see(judgements, tweet('2'))?.urgency).toBe(2);
    await settled();
    expect(asked()).toEqual([2]);
  });

  it('asks for all of them where they are more than one question holds', async () => {
    const judgements = new Judgements(() => {});
    for (let id = 1; id <= 250; id++) see(judgements, tweet(`${id}`));
    await settled();
    expect(asked()).toEqual([100, 100, 50]);
    expect(see(judgements, tweet('250'))?.urgency).toBe(250);
  });

  it('lets what is marked at first sight wait while many come, and nothing else', async () => {
    vi.useFakeTimers();
    const judgements = new Judgements(() => {});
    const come = async (id: string, spotted: Spotted): Promise<void> => {
      see(judgements, tweet(id), spotted);
      await vi.advanceTimersByTimeAsync(1);
    };
    expect(see(judgements, tweet('1'), named)?.relevance).toBe('mention');
    await come('1', named);
    expect(asked()).toEqual([1]);
    await come('2', named);
    await come('3', named);
    expect(asked()).toEqual([1]);
    await come('4', unnamed);
    expect(asked()).toEqual([1, 3]);
    await come('5', named);
    await vi.advanceTimersByTimeAsync(100);
    expect(asked()).toEqual([1, 3, 1]);
    vi.useRealTimers();
  });

  it('asks for a tweet once X shows enough of it', async () => {
    const judgements = new Judgements(() => {});
    see(judgements, tweet('1', null));
    await settled();
    expect(asked()).toEqual([]);
    see(judgements, tweet('1'));
    await settled();
    expect(asked()).toEqual([1]);
  });
});
