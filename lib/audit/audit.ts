import type { Table } from 'dexie';
import type { AuditLine } from './line';

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

/** Trails that a restore is writing anew. */
const rebuilt = new WeakSet<WithTrail['audit']>();

/** Lets the trail of an empty desk be written anew while its backup is restored, and at no other time. */
export async function rebuildTrail<Result>({ audit }: WithTrail, restore: () => Promise<Result>): Promise<Result> {
  rebuilt.add(audit);
  try {
    return await restore();
  } finally {
    rebuilt.delete(audit);
  }
}

/** Lets a trail be added to and read, and nothing else: what stands in it can be neither changed nor removed. */
export function appendOnly({ audit }: WithTrail): void {
  const refuse = (): void => {
    if (!rebuilt.has(audit)) throw new TrailError('The audit trail can only be added to.');
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
