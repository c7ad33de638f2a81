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
