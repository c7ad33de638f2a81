import type { Table } from 'dexie';

/** What was done, in words of our own: a line of the trail holds nothing that anybody has written. */
export type AuditAct =
  | 'opened'
  | 'changed'
  | 'exported'
  | 'erased'
  | 'purged'
  | 'imported'
  | 'import-undone'
  | 'backed-up'
  | 'restored'
  | 'policy-applied'
  | 'settings-changed';

/** A line of the audit trail: who did what when. It holds no personal data of customers, so that it outlives them. */
export interface AuditLine {
  /** Given by the database: lines are read in the order in which they were written, whatever the clock said. */
  seq?: number;
  /** Milliseconds since 1970. */
  at: number;
  /** The rep's signature; null where nobody was at the desk or Hark did it by itself. */
  by: string | null;
  act: AuditAct;
  /** The number of the case that it is about. */
  caseNumber: number | null;
  /** Which part of it, a fixed word of ours such as "status" or "retention". */
  part: string | null;
  /** How many cases, rows or settings, where it is about several. */
  count: number | null;
}

/** A database that has the trail. */
export interface WithTrail {
  audit: Table<AuditLine, number>;
}

/** What is new in a line; the rest is empty. */
export type NewAuditLine = Pick<AuditLine, 'at' | 'by' | 'act'> & Partial<AuditLine>;

/** The trail was to be changed, which nobody may do. */
export class TrailError extends Error {
  override name = 'TrailError';
}

/** Lets a trail be added to and read, and nothing else: what stands in it can be neither changed nor removed. */
export function appendOnly({ audit }: WithTrail): void {
  const refuse = (): never => {
    throw new TrailError('The audit trail can only be added to.');
  };
  audit.hook('updating', refuse);
  audit.hook('deleting', refuse);
}

/**
 * Adds a line to the trail. Inside a transaction that has the table it is written with the act, or not at all.
 *
 * @throws {Error} if the database refuses
 */
export async function noteAudit(
  { audit }: WithTrail,
  { caseNumber = null, part = null, count = null, ...line }: NewAuditLine,
): Promise<void> {
  await audit.add({ ...line, caseNumber, part, count });
}
