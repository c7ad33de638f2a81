/** Runs in the browser: judges tweets and times it. Bundled by `judging.ts`. */
import { type Judge, makeJudge } from '../../lib/triage/judge';
import type { Judgeable } from '../../lib/triage/judgement';
import { readModel } from '../../lib/triage/model';
import type { Watchlist } from '../../lib/watchlist/watchlist';

/** Each tweet is judged so often for one figure: the browser's clock is coarse. */
const TIMES = 20;

/** Milliseconds of one judgement, for each tweet; and of the very first of each language, which reads its words. */
export function timeJudging(
  weights: readonly number[],
  watchlist: Watchlist,
  tweets: readonly Judgeable[],
): { each: number[]; first: number; read: number } {
  const timed = (run: () => void): number => {
    const start = performance.now();
    run();
    return performance.now() - start;
  };
  const bytes = Uint8Array.from(weights);
  let judge: Judge | undefined;
  const read = timed(() => {
    judge = makeJudge(watchlist, readModel(bytes));
  });
  const judged = judge as unknown as Judge;
  const languages = new Map(tweets.map((tweet) => [tweet.lang, tweet]));
  let first = 0;
  for (const tweet of languages.values())
    first = Math.max(
      first,
      timed(() => judged(tweet)),
    );
  for (const tweet of tweets) judged(tweet);
  const each = tweets.map((tweet) => {
    return (
      timed(() => {
        for (let time = 0; time < TIMES; time++) judged(tweet);
      }) / TIMES
    );
  });
  return { each, first, read };
}

Object.assign(globalThis, { timeJudging });
