import { withSaid } from '../../lib/corrections/apply';
import { isNewerDesk } from '../../lib/desk/failure';
import { corrections, db } from '../../lib/desk/local';
import type { JudgedTweet } from '../../lib/protocol';
import { readWatchlist } from '../../lib/settings/settings';
import { type Judge, makeJudge } from '../../lib/triage/judge';
import type { Judgement, Said } from '../../lib/triage/judgement';

/** A judge costs more to make than to use; this one is kept as long as the worker lives and nothing has changed. */
let kept: { made: string; judge: Judge } | null = null;

/** The judge for what is watched for now. */
export async function currentJudge(): Promise<Judge> {
  const watchlist = await readWatchlist(db);
  const made = JSON.stringify(watchlist);
  if (kept?.made !== made) kept = { made, judge: makeJudge(watchlist) };
  return kept.judge;
}

/** A tweet with its judgement. */
export interface Judged {
  tweet: JudgedTweet;
  judgement: Judgement;
}

/** Judges tweets of the page. What the rep has said of one of them is certain. */
export async function judgeAll(tweets: readonly JudgedTweet[]): Promise<Judged[]> {
  const [judge, said] = await Promise.all([currentJudge(), saidOf(tweets.map(({ id }) => id))]);
  return tweets.map((tweet) => ({ tweet, judgement: withSaid(judge({ ...tweet, ad: false }), said[tweet.id]) }));
}

async function saidOf(tweetIds: readonly string[]): Promise<Record<string, Said>> {
  try {
    return await corrections.saidOf(tweetIds);
  } catch (error) {
    // Marks work all the same, as the watchlist is read from there too.
    if (isNewerDesk(error)) return {};
    throw error;
  }
}
