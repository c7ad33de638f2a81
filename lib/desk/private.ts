import type { DeskContext } from './context';
import { caseTables } from './keep';
import { begin, type CaseSource, doneBefore, type OpenedCase, outcomeOf, workOn } from './opening';
import { inStatus, type Work } from './work';

/** A conversation that goes on in direct messages. */
export interface PrivateRequest extends CaseSource {
  requestId: string;
  /** What was kept out of the public reply; null if there was nothing personal in it. */
  kept: string | null;
}

/** What taking a conversation private came to. */
export type TakenCase = OpenedCase<'created' | 'private'>;

async function goPrivate(work: Work, by: string | null): Promise<void> {
  const pending = inStatus(work.target, 'pending', work.at);
  await work.set({ ...pending, inDmSince: pending.inDmSince ?? work.at }, by);
}

/**
 * Takes a conversation private: the case is opened if there is none, what was personal in the draft becomes a note, and
 * the clock stands still until the customer writes in public again. Safe to repeat with the same request id.
 */
export async function takePrivate(context: DeskContext, request: PrivateRequest): Promise<TakenCase> {
  const { db, now } = context;
  const { requestId, tweet, by, kept } = request;
  return db.transaction('rw', caseTables(db), async () => {
    const done = await doneBefore(db, requestId, ['created', 'private']);
    if (done) return done;
    const { work, opening } = await begin(context, request, now());
    if (kept) await work.add({ kind: 'note', text: kept, by });
    await goPrivate(work, by);
    const kind = opening === 'created' ? 'created' : 'private';
    const record = await work.finish(requestId, kind, by, tweet.id);
    return outcomeOf(db, kind, record, work.customer);
  });
}

/**
 * Says that a case goes on in direct messages, or that it is back: then it is open again. `undo` takes it back by the
 * request id. False if it is so already, or the case is gone.
 */
export async function setInDm(
  context: DeskContext,
  caseId: string,
  on: boolean,
  by: string | null,
  requestId: string,
): Promise<boolean> {
  const { db } = context;
  return db.transaction('rw', caseTables(db), async () => {
    const work = await workOn(context, caseId);
    if (!work || Boolean(work.target.inDmSince) === on) return false;
    if (on) await goPrivate(work, by);
    else await work.set(inStatus(work.target, 'open', work.at), by);
    await work.finish(requestId, 'inDm', by);
    return true;
  });
}
