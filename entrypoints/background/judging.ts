import { loadModel } from '../../lib/browser/weights';
import { withSaid } from '../../lib/corrections/apply';
import type { Correction } from '../../lib/desk/database';
import { isOutOfReach } from '../../lib/desk/failure';
import { corrections, db } from '../../lib/desk/local';
import type { JudgedTweet } from '../../lib/protocol';
import { readWatchlist } from '../../lib/settings/settings';
import { type Judge, makeJudge } from '../../lib/triage/judge';
import type { Judgement, Said } from '../../lib/triage/judgement';
import { learn } from '../../lib/triage/learning';

/** Corrections that teach: older ones are of a time in which people spoke of other things. */
const TEACHING = 400;

/** A judge costs more to make than to use; this one is kept as long as the worker lives and nothing has changed. */
let kept: { made: string; judge: Judge } | null = null;

/** The judge for what is watched for now, with what was learned from the rep. */
export async function currentJudge(): Promise<Judge> {
  const [watchlist, model, stamp] = await Promise.all([
    readWatchlist(db),
    loadModel(),
    unlessOutOfReach(() => corrections.stamp(), ''),
  ]);
  const made = JSON.stringify([watchlist, stamp]);
  if (kept?.made !== made) {
    const lessons: Correction[] = await unlessOutOfReach(() => corrections.latest(TEACHING), []);
    // The same corrections in the same order give the same weighting.
    kept = { made, judge: makeJudge(watchlist, model, learn(lessons.reverse())) };
  }
  return kept.judge;
}

/** A tweet with its judgement. */
export interface Judged {
  tweet: JudgedTweet;
  judgement: Judgement;
}

/** Judges tweets of the page. What the rep has said of one of them is certain. */
export async function judgeAll(tweets: readonly JudgedTweet[]): Promise<Judged[]> {
  const [judge, said] = await Promise.all([
    currentJudge(),
    unlessOutOfReach<Record<string, Said>>(() => corrections.saidOf(tweets.map(({ id }) => id)), {}),
  ]);
  return tweets.map((tweet) => ({ tweet, judgement: withSaid(judge({ ...tweet, ad: false }), said[tweet.id]) }));
}

/** Marks work with a database that is out of reach too, as the watchlist is read from there. */
async function unlessOutOfReach<Value>(read: () => Promise<Value>, otherwise: Value): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (isOutOfReach(error)) return otherwise;
    throw error;
  }
}
