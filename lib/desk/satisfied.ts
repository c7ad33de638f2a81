import type { DeskContext } from './context';
import { caseTables } from './keep';
import { workOn } from './opening';
import { inStatus } from './work';

/**
 * Writes down that a customer is satisfied by their own word; the case is resolved. `undo` takes it back by the request
 * id. False if the case is gone.
 */
export async function noteSatisfied(
  context: DeskContext,
  caseId: string,
  by: string | null,
  requestId: string,
): Promise<boolean> {
  const { db } = context;
  return db.transaction('rw', caseTables(db), async () => {
    if (await db.deeds.get(requestId)) return true;
    const work = await workOn(context, caseId);
    if (!work) return false;
    if (work.target.status !== 'closed') await work.set(inStatus(work.target, 'resolved', work.at), by);
    await work.add({ kind: 'change', change: { what: 'satisfied' }, by });
    await work.finish(requestId, 'satisfied', by);
    return true;
  });
}
