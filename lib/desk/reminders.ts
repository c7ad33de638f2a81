import { newFollowUp } from '../follow-ups/follow-up';
import type { DeskContext } from './context';
import { entriesOf } from './entries';
import { caseTables } from './keep';
import { workOn } from './opening';

/** A follow-up that the rep has asked for, by the tweet that was answered. */
export interface RemindRequest {
  requestId: string;
  tweetId: string;
  /** Milliseconds since 1970. */
  dueAt: number;
  reason: string;
  by: string | null;
}

/**
 * Writes down a follow-up for the case of a tweet. Safe to repeat with the same request id. Gives the handles concerned;
 * null if that tweet is in no case any more.
 */
export async function remind(context: DeskContext, request: RemindRequest): Promise<string[] | null> {
  const { db, newId } = context;
  const { requestId, tweetId, dueAt, reason, by } = request;
  return db.transaction('rw', caseTables(db), async () => {
    const holders = await db.entries.where('tweetId').equals(tweetId).toArray();
    const ids = new Set(holders.filter(({ kind }) => kind === 'tweet').map(({ caseId }) => caseId));
    const cases = (await db.cases.bulkGet([...ids])).filter((known) => known !== undefined);
    const latest = cases.sort((one, other) => other.number - one.number)[0];
    const work = latest && (await workOn(context, latest.id));
    if (!work) return null;
    if (await db.deeds.get(requestId)) return work.customer.handles;
    const promised = (await entriesOf(db, latest.id)).findLast(
      (entry) => entry.kind === 'reply' && entry.answers === tweetId,
    );
    const made = { caseId: latest.id, dueAt, reason, by, tweetId: promised?.tweetId ?? null };
    await work.remind(newFollowUp(newId(), made, work.at));
    await work.finish(requestId, 'reminded', by);
    return work.customer.handles;
  });
}
