import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { JudgedTweet } from '../../lib/protocol';
import { type Judgement, notRelevant } from '../../lib/triage/judgement';
import type { Spotted } from '../../lib/triage/spot';
import type { Tweet } from '../../lib/x/tweet';

const ask = vi.fn();
vi.mock('./worker', () => ({ ask }));

const { Questions } = await import('./questions');

/** The sizes of all questions, in order. */
const asked = (): number[] => ask.mock.calls.map(([, { tweets }]) => tweets.length);
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const article = {} as Element;
/** What names nobody has no mark before it is judged. */
const unnamed: Spotted = { handle: null, named: [], trade: [], excluded: [], words: [] };
const named: Spotted = { ...unnamed, handle: 'lantern' };
const see = (
  judgements: InstanceType<typeof Questions>['judgements'],
  tweet: Tweet,
  spotted = unnamed,
): Judgement | null => judgements.of(tweet, article, spotted, false);

function tweet(id: string, time: string | null = '2026-05-04T10:00:00.000Z'): Tweet {
  const permalink = `https://x.com/marnie_whit/status/${id}`;
  const person = { handle: 'marnie_whit', name: 'Marnie', quoted: null, repost: false };
  const rest = { ad: false, focal: false, truncated: false, mentions: [], links: [] };
  return { id, time, permalink, text: `lantern is down ${id}`, lang: 'en', ...person, ...rest };
}

describe('Questions', () => {
  beforeEach(() => {
    ask.mockReset();
    ask.mockImplementation(async (_, { tweets }: { tweets: JudgedTweet[] }) => ({
      judged: Object.fromEntries(tweets.map(({ id }) => [id, { ...notRelevant, urgency: Number(id) }])),
      known: { customers: {}, cases: {} },
      suspects: {},
    }));
  });

  it('asks once for all tweets of a turn, and remembers the answers', async () => {
    const news = vi.fn();
    const judgements = new Questions(news, () => {}).judgements;
    for (const id of ['1', '2', '1']) expect(see(judgements, tweet(id))).toBeNull();
    await settled();
    expect(asked()).toEqual([2]);
    expect(news).toHaveBeenCalledTimes(1);
    expect(see(judgements, tweet('2'))?.urgency).toBe(2);
    await settled();
    expect(asked()).toEqual([2]);
  });

  it('asks for all of them where they are more than one question holds', async () => {
    const judgements = new Questions(
      () => {},
      () => {},
    ).judgements;
    for (let id = 1; id <= 250; id++) see(judgements, tweet(`${id}`));
    await settled();
    expect(asked()).toEqual([100, 100, 50]);
    expect(see(judgements, tweet('250'))?.urgency).toBe(250);
  });

  it('asks for each tweet in its turn as long as a rep can follow', async () => {
    vi.useFakeTimers();
    const { judgements } = new Questions(
      () => {},
      () => {},
    );
    expect(see(judgements, tweet('1'), named)?.relevance).toBe('mention');
    for (let id = 1; id <= 60; id++) {
      see(judgements, tweet(`${id}`));
      await vi.advanceTimersByTimeAsync(0);
      expect(asked()).toHaveLength(id);
      await vi.advanceTimersByTimeAsync(110);
    }
    vi.useRealTimers();
  });

  it('lets those share a question that come faster, and goes on as before after a pause', async () => {
    vi.useFakeTimers();
    const { judgements } = new Questions(
      () => {},
      () => {},
    );
    for (let id = 1; id <= 40; id++) see(judgements, tweet(`${id}`));
    await vi.advanceTimersByTimeAsync(1);
    for (const id of ['41', '42', '43']) {
      see(judgements, tweet(id));
      await vi.advanceTimersByTimeAsync(1);
    }
    expect(asked()).toEqual([40]);
    await vi.advanceTimersByTimeAsync(125);
    expect(asked()).toEqual([40, 3]);
    await vi.advanceTimersByTimeAsync(2_000);
    see(judgements, tweet('44'));
    await vi.advanceTimersByTimeAsync(0);
    expect(asked()).toEqual([40, 3, 1]);
    vi.useRealTimers();
  });

  it('asks seldom while tweets rush by, and soon after they stop', async () => {
    vi.useFakeTimers();
    const { judgements } = new Questions(
      () => {},
      () => {},
    );
    for (let id = 1; id <= 300; id++) {
      see(judgements, tweet(`${id}`));
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(ask.mock.calls.length).toBeLessThanOrEqual(20);
    await vi.advanceTimersByTimeAsync(250);
    expect(asked().reduce((sum, count) => sum + count)).toBe(300);
    // Once that is over, a tweet that comes alone is asked about at once.
    await vi.advanceTimersByTimeAsync(2_000);
    const before = ask.mock.calls.length;
    see(judgements, tweet('301'));
    await vi.advanceTimersByTimeAsync(0);
    expect(ask.mock.calls.length).toBe(before + 1);
    vi.useRealTimers();
  });

  it('asks for badges and cases together with judgements while many come, and seldom', async () => {
    vi.useFakeTimers();
    const { judgements, customers } = new Questions(
      () => {},
      () => {},
    );
    for (let id = 1; id <= 60; id++) {
      see(judgements, tweet(`${id}`));
      customers.want(`customer_${id}`, '', `${id}`);
      await vi.advanceTimersByTimeAsync(10);
    }
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ask.mock.calls.length).toBeLessThanOrEqual(20);
    // The first one does not wait for badges and cases.
    expect(ask.mock.calls[0]?.[1]).toMatchObject({ tweets: [{ id: '1' }], authors: [], tweetIds: [] });
    const handles = ask.mock.calls.flatMap(([, { authors }]) =>
      authors.map(({ handle }: { handle: string }) => handle),
    );
    expect([handles.length, new Set(handles).size]).toEqual([60, 60]);
    expect(asked().reduce((sum, count) => sum + count)).toBe(60);
    vi.useRealTimers();
  });

  it('does not let badges wait because of a question that asked for none', async () => {
    vi.useFakeTimers();
    const { judgements, customers } = new Questions(
      () => {},
      () => {},
    );
    see(judgements, tweet('1'));
    await vi.advanceTimersByTimeAsync(1);
    see(judgements, tweet('2'));
    await vi.advanceTimersByTimeAsync(200);
    expect(asked()).toEqual([1, 1]);
    customers.want('marnie_whit', 'Marnie', '2');
    await vi.advanceTimersByTimeAsync(20);
    expect(ask.mock.calls[2]?.[1]).toEqual({
      tweets: [],
      authors: [{ handle: 'marnie_whit', name: 'Marnie' }],
      tweetIds: ['2'],
    });
    vi.useRealTimers();
  });

  it('asks for a tweet once X shows enough of it', async () => {
    const judgements = new Questions(
      () => {},
      () => {},
    ).judgements;
    see(judgements, tweet('1', null));
    await settled();
    expect(asked()).toEqual([]);
    see(judgements, tweet('1'));
    await settled();
    expect(asked()).toEqual([1]);
  });
});
