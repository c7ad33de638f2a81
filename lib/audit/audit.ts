import type { DeskDatabase } from '../desk/database';
import type { AuditLine } from './line';

/**
 * Adds a line to the trail. Inside a transaction that has the table it is written with the act, or not at all.
 *
 * @throws {Error} if the database refuses
 */
export async function noteAudit(
  db: DeskDatabase,
  { caseNumber = null, part = null, count = null, ...line }: Pick<AuditLine, 'at' | 'by' | 'act'> & Partial<AuditLine>,
): Promise<void> {
  await db.audit.add({ ...line, caseNumber, part, count });
}
