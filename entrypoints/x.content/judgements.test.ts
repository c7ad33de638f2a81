import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { JudgedTweet } from '../../lib/protocol';
import { notRelevant } from '../../lib/triage/judgement';
import type { Tweet } from '../../lib/x/tweet';

const ask = vi.fn();
vi.mock('./worker', () => ({ ask }));

const { Judgements } = await import('./judgements');

/** The sizes of all questions, in order. */
const asked = (): number[] => ask.mock.calls.map(([, { tweets }]) => tweets.length);
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const article = {} as Element;

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
    for (const id of ['1', '2', '1']) expect(judgements.of(tweet(id), article)).toBeNull();
    await settled();
    expect(asked()).toEqual([2]);
    expect(news).toHaveBeenCalledTimes(1);
    expect(judgements.of(tweet('2'), article)?.urgency).toBe(2);
    await settled();
    expect(asked()).toEqual([2]);
  });

  it('asks for all of them where they are more than one question holds', async () => {
    const judgements = new Judgements(() => {});
    for (let id = 1; id <= 250; id++) judgements.of(tweet(`${id}`), article);
    await settled();
    expect(asked()).toEqual([100, 100, 50]);
    expect(judgements.of(tweet('250'), article)?.urgency).toBe(250);
  });

  it('asks for a tweet once X shows enough of it', async () => {
    const judgements = new Judgements(() => {});
    judgements.of(tweet('1', null), article);
    await settled();
    expect(asked()).toEqual([]);
    judgements.of(tweet('1'), article);
    await settled();
    expect(asked()).toEqual([1]);
  });
});
