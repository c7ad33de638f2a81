import { db } from '../../lib/desk/local';
import { readWatchlist } from '../../lib/settings/settings';
import { type Judge, makeJudge } from '../../lib/triage/judge';

/** A judge costs more to make than to use; this one is kept as long as the worker lives and nothing has changed. */
let kept: { made: string; judge: Judge } | null = null;

/** The judge for what is watched for now. */
export async function currentJudge(): Promise<Judge> {
  const watchlist = await readWatchlist(db);
  const made = JSON.stringify(watchlist);
  if (kept?.made !== made) kept = { made, judge: makeJudge(watchlist) };
  return kept.judge;
}
