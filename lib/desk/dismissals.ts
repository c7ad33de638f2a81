import type { DeskDatabase } from './database';

/** Dismissals beyond this number are forgotten, oldest first: their tweets are long gone from every timeline. */
const KEEP_DISMISSALS = 5_000;

/** Remembers or forgets that a tweet is not about the brand. */
export async function setDismissed(db: DeskDatabase, tweetId: string, dismissed: boolean, at: number): Promise<void> {
  const { dismissals } = db;
  if (!dismissed) return dismissals.delete(tweetId);
  await dismissals.put({ tweetId, at });
  const surplus = (await dismissals.count()) - KEEP_DISMISSALS;
  if (surplus > 0) await dismissals.orderBy('at').limit(surplus).delete();
}
