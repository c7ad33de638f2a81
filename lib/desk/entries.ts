import Dexie from 'dexie';
import type { Entry } from '../cases/case';
import type { DeskDatabase } from './database';

/** A case's entries, oldest first. */
export async function entriesOf(db: DeskDatabase, caseId: string): Promise<Entry[]> {
  return db.entries.where('[caseId+at]').between([caseId, Dexie.minKey], [caseId, Dexie.maxKey]).toArray();
}
