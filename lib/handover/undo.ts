import type { Case, Entry } from '../cases/case';
import { sameContent } from './canonical';
import type { ImportPlan, Row, RowChange } from './plan';
import { groupBy } from './rows';

/** What the desk has now, as far as an undo needs to know. */
export interface DeskNow {
  row(table: RowChange['table'], id: string): Row | undefined;
  /** Number of entries that a case has. */
  entryCount(caseId: string): number;
  /** Ids of a customer's cases. */
  casesOfCustomer(customerId: string): readonly string[];
}

/** What taking an import back writes, and what it leaves because somebody has gone on from there. */
export interface UndoPlan {
  changes: RowChange[];
  refused: { caseId: string; number: number; reason: string }[];
}

/**
 * Takes an import back: each row as it was, and what came goes. A case that somebody has worked in since stays as it
 * is. A case that was there before keeps, in its history, that a file came and went.
 */
export function planUndo(
  plan: ImportPlan,
  desk: DeskNow,
  { now, by, newId }: { now: number; by: string | null; newId(): string },
): UndoPlan {
  const undo: UndoPlan = { changes: [], refused: [] };
  const ofPerson = groupBy(plan.changes, ({ customerId }) => customerId);
  for (const [customerId, changes] of ofPerson) {
    const ofCase = groupBy(changes, ({ caseId }) => caseId);
    const kept = new Set<string>();
    // Where customers or cases became one, only all of it can be parted again.
    const allOrNothing = changes.some(({ table, after }) => after === null && table !== 'entries');
    for (const [caseId, some] of ofCase) {
      if (caseId !== null && isBuiltOn(plan, some, caseId, desk)) kept.add(caseId);
    }
    const others = ofCase.get(null) ?? [];
    if (allOrNothing && (kept.size > 0 || others.some((change) => !isAsWritten(change, desk)))) {
      for (const caseId of ofCase.keys()) if (caseId !== null) kept.add(caseId);
    }
    for (const [caseId, some] of ofCase) {
      if (caseId === null) continue;
      if (kept.has(caseId)) undo.refused.push(refusal(plan, caseId));
      else undoCase(some, caseId);
    }
    for (const change of others) {
      if (!isAsWritten(change, desk) || (allOrNothing && kept.size > 0)) continue;
      if (change.table === 'customers' && change.before === null && customerId !== null && stays(customerId)) continue;
      undo.changes.push(reversed(change));
    }
  }
  return undo;

  function undoCase(changes: readonly RowChange[], caseId: string): void {
    const isNew = plan.cases.some((known) => known.id === caseId && known.isNew);
    for (const change of changes) {
      // In a case that stays, the history goes on telling that a file came.
      if (!isNew && isImportEntry(change, plan)) continue;
      undo.changes.push(reversed(change));
    }
    if (isNew || !plan.cases.some(({ id }) => id === caseId)) return;
    const change = { what: 'importUndone', from: plan.from.name } as const;
    const entry: Entry = { id: newId(), caseId, at: now, tweetId: null, kind: 'change', change, by };
    const customerId = changes[0]?.customerId ?? null;
    undo.changes.push({ table: 'entries', id: entry.id, before: null, after: entry, customerId, caseId });
  }

  /** A customer who came with the file stays for as long as they have a case. */
  function stays(customerId: string): boolean {
    const elsewhere = undo.changes.filter(({ table, after }) => table === 'cases' && !isCaseOf(after, customerId));
    const gone = new Set(elsewhere.map(({ id }) => id));
    return desk.casesOfCustomer(customerId).some((id) => !gone.has(id));
  }
}

function isCaseOf(row: Row | null, customerId: string): boolean {
  return row !== null && (row as Case).customerId === customerId;
}

function reversed(change: RowChange): RowChange {
  return { ...change, before: change.after, after: change.before };
}

function refusal(plan: ImportPlan, caseId: string): UndoPlan['refused'][number] {
  const number = plan.cases.find(({ id }) => id === caseId)?.number ?? 0;
  return { caseId, number, reason: `Case #${number} has been worked in since the import: it stays as it is.` };
}

function isBuiltOn(plan: ImportPlan, changes: readonly RowChange[], caseId: string, desk: DeskNow): boolean {
  const written = plan.cases.find(({ id }) => id === caseId);
  if (written && desk.entryCount(caseId) !== written.entries) return true;
  return changes.some((change) => !isAsWritten(change, desk));
}

function isAsWritten({ table, id, after }: RowChange, desk: DeskNow): boolean {
  const current = desk.row(table, id);
  if (!current || !after) return !current && !after;
  return sameContent(withoutDerived(current), withoutDerived(after));
}

/** What the desk keeps beside a case follows from the rest, and changes with time. */
function withoutDerived(row: Row): Row {
  return { ...row, waitingSince: undefined, lastWords: undefined, lists: undefined } as Row;
}

function isImportEntry({ table, before, after }: RowChange, { at }: ImportPlan): boolean {
  if (table !== 'entries' || before || !after) return false;
  const entry = after as Entry;
  return entry.kind === 'change' && entry.change.what === 'imported' && entry.at === at;
}
