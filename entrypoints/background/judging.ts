import { loadModel } from '../../lib/browser/weights';
import { db } from '../../lib/desk/local';
import { readWatchlist } from '../../lib/settings/settings';
import { type Judge, makeJudge } from '../../lib/triage/judge';
import { learn } from '../../lib/triage/learning';

/** A judge costs more to make than to use; this one is kept as long as the worker lives and nothing has changed. */
let kept: { made: string; judge: Judge } | null = null;

/** The judge for what is watched for now, with what was learned from the rep. */
export async function currentJudge(): Promise<Judge> {
  const [watchlist, model, corrections] = await Promise.all([
    readWatchlist(db),
    loadModel(),
    db.corrections.orderBy('at').toArray(),
  ]);
  const made = JSON.stringify([watchlist, corrections.map(({ id }) => id)]);
  if (kept?.made !== made) kept = { made, judge: makeJudge(watchlist, model, learn(corrections)) };
  return kept.judge;
}
