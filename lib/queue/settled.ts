import type { DealtWith, DeskDatabase } from '../desk/database';

/** How long it is remembered that a tweet was dealt with: older ones hardly come on screen again. */
const REMEMBERED = 30 * 24 * 60 * 60 * 1000;

/** Remembers by id alone that a tweet was dealt with, so that it does not come back to the list. */
export async function rememberDealtWith(
  db: DeskDatabase,
  tweetId: string,
  how: DealtWith['how'],
  now: number,
): Promise<void> {
  await db.transaction('rw', db.dealtWith, async () => {
    await db.dealtWith.put({ tweetId, at: now, how });
    await db.dealtWith
      .where('at')
      .below(now - REMEMBERED)
      .delete();
  });
}

/** Forgets that a tweet was dealt with. */
export async function forgetDealtWith(db: DeskDatabase, tweetId: string): Promise<void> {
  await db.dealtWith.delete(tweetId);
}

/** Which of these tweets need nothing more: they were dealt with, are not about the brand, or are in a case. */
export async function settledOf(db: DeskDatabase, tweetIds: readonly string[]): Promise<Set<string>> {
  if (tweetIds.length === 0) return new Set();
  const ids = [...tweetIds];
  const [dealtWith, dismissals, inCase] = await Promise.all([
    db.dealtWith.where('tweetId').anyOf(ids).primaryKeys(),
    db.dismissals.where('tweetId').anyOf(ids).primaryKeys(),
    inCaseOf(db, ids),
  ]);
  return new Set([...dealtWith, ...dismissals, ...inCase]);
}

/** Which of these tweets are in a case as a customer's tweet. */
export async function inCaseOf(db: DeskDatabase, tweetIds: readonly string[]): Promise<Set<string>> {
  const entries = await db.entries
    .where('tweetId')
    .anyOf([...tweetIds])
    .toArray();
  return new Set(entries.flatMap(({ kind, tweetId }) => (kind === 'tweet' && tweetId ? [tweetId] : [])));
}
