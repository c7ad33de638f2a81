import type { Case, Customer, DeskName, Entry } from '../cases/case';
import { sameContent } from './canonical';
import { fold, type Names } from './fold';
import { joinHistories } from './join';
import { byId, type DeskRows, type FlatRow, type FlatTable, flatTables, groupBy, type History } from './rows';
import { type Choice, settleCase, settleCustomer } from './settle';
import { unfold } from './unfold';

export type Table = 'customers' | 'cases' | 'entries' | FlatTable;
export type Row = Customer | Case | Entry | FlatRow;

/** One row as it was before an import and as it is after; null where there is none. */
export interface RowChange {
  table: Table;
  id: string;
  before: Row | null;
  after: Row | null;
  /** The customer on the desk whose case it belongs to, and the case; null where it belongs to none. */
  customerId: string | null;
  caseId: string | null;
}

/** Everything that an import writes. Plain data: it can be kept for as long as the import can be undone. */
export interface ImportPlan {
  /** Whose file it was. */
  from: DeskName;
  at: number;
  by: string | null;
  changes: RowChange[];
  /** Each case that is written to: the entries it has afterwards. More than that, and something was built on it. */
  cases: { id: string; number: number; isNew: boolean; entries: number }[];
  /** Cases that were two on this desk and are one from now on: unfinished notes move too. */
  united: { from: string; into: string }[];
}

export interface ImportContext {
  /** This desk. */
  desk: DeskName;
  /** Where the file came from. */
  from: DeskName;
  now: number;
  by: string | null;
  newId(): string;
  takeNumber: Names['takeNumber'];
  /** What the rep has decided where the desks contradict each other; the rest stays undecided and is shown so. */
  choices?: readonly Choice[];
}

/** Both sides and what they come to: made once for the preview and again for the import. */
export interface Merged {
  mine: History;
  theirs: History;
  merged: History;
  /** What this desk's rows come to without the file. */
  before: DeskRows;
  after: DeskRows;
  /** Ids of cases, as they are on the desk afterwards, to which the file adds something. */
  touched: Set<string>;
}

/**
 * Puts a file's history beside what the desk has of it.
 *
 * @param rows the desk's own rows: at least all cases of the customers concerned, with their entries (and flat rows).
 *   What is not given stays as it is.
 */
export function merge(rows: DeskRows, theirs: History, desk: DeskName, takeNumber: Names['takeNumber']): Merged {
  const mine = unfold(rows, desk);
  const merged = joinHistories(mine, theirs);
  const numbers = new Map<string, number>();
  const names: Names = {
    customers: byId(rows.customers),
    cases: byId(rows.cases),
    takeNumber(origin) {
      const number = numbers.get(origin.id) ?? takeNumber(origin);
      numbers.set(origin.id, number);
      return number;
    },
  };
  const [before, after] = [fold(mine, names), fold(merged, names)];
  return { mine, theirs, merged, before, after, touched: touchedCases(rows, before, after) };
}

/** Cases in which anything at all would be different. */
function touchedCases(rows: DeskRows, before: DeskRows, after: DeskRows): Set<string> {
  const touched = new Set(unitedCases(rows, after).values());
  const known = byId(before.cases);
  for (const row of after.cases) if (!sameContent(known.get(row.id), row)) touched.add(row.id);
  const entries = byId(before.entries);
  for (const entry of after.entries) {
    if (!touched.has(entry.caseId) && !sameContent(entries.get(entry.id), entry)) touched.add(entry.caseId);
  }
  return touched;
}

/** Cases that are two on the desk and one afterwards: which becomes part of which. */
function unitedCases(rows: DeskRows, after: DeskRows): Map<string, string> {
  const into = new Map<string, string>();
  for (const row of after.cases) for (const { id } of row.origins ?? []) into.set(id, row.id);
  const united = new Map<string, string>();
  for (const { id } of rows.cases) {
    const target = into.get(id);
    if (target !== undefined && target !== id) united.set(id, target);
  }
  return united;
}

/** An entry that only tells of files that came and went. */
export function isHousekeeping(entry: Entry): boolean {
  return entry.kind === 'change' && (entry.change.what === 'imported' || entry.change.what === 'importUndone');
}

/** Everything that importing a file writes on this desk; nothing if it has it all. Writes nothing itself. */
export function planImport(rows: DeskRows, theirs: History, context: ImportContext): ImportPlan {
  const { before, after, touched } = merge(rows, theirs, context.desk, context.takeNumber);
  const plan: ImportPlan = { from: context.from, at: context.now, by: context.by, changes: [], cases: [], united: [] };
  const had = { cases: byId(rows.cases), entries: byId(rows.entries), customers: byId(rows.customers) };
  const told = { cases: byId(before.cases), entries: byId(before.entries), customers: byId(before.customers) };
  const entriesOf = groupBy(after.entries, ({ caseId }) => caseId);
  const united = new Set(unitedCases(rows, after).values());
  const unsettled = new Map<string, Customer>();
  const add = (change: RowChange) => plan.changes.push(change);

  for (const customer of after.customers) {
    const known = had.customers.get(customer.id);
    const row = patched(known, told.customers.get(customer.id), customer);
    unsettled.set(row.id, row);
    const settled = settleCustomer(row, context);
    if (known && sameContent(known, settled)) continue;
    add(rowChange('customers', known ?? null, settled, customer.id, null));
  }

  for (const folded of after.cases) {
    const choices = (context.choices ?? []).filter(({ caseId }) => caseId === folded.id);
    if (!touched.has(folded.id) && choices.length === 0) continue;
    const known = had.cases.get(folded.id);
    const history = entriesOf.get(folded.id) ?? [];
    const isNews = !known || history.some((entry) => !told.entries.has(entry.id) && !isHousekeeping(entry));
    const written: Entry[] = isNews ? [importEntry(folded, context)] : [];
    // Where two cases become one, what the one says is not what its row said.
    const toldOfIt = united.has(folded.id) ? undefined : told.cases.get(folded.id);
    let row: Case = { ...known, ...patched(known, toldOfIt, folded), origins: folded.origins };
    for (const choice of choices) {
      const settled = settleCase(row, [...history, ...written], choice, context, unsettled.get(row.customerId));
      if (!settled) continue;
      row = settled.case;
      written.push(settled.entry);
    }
    if (!known || !sameContent(known, row)) add(rowChange('cases', known ?? null, row, row.customerId, row.id));
    for (const entry of [...history, ...written]) {
      const old = had.entries.get(entry.id) ?? null;
      if (!old || !sameContent(old, entry)) add(rowChange('entries', old, entry, row.customerId, row.id));
    }
    plan.cases.push({
      id: row.id,
      number: row.number,
      isNew: !known,
      entries: history.length + written.length,
    });
  }
  planFlat(rows, before, after, add);
  planGone(rows, after, touched, plan);
  return plan;
}

/** A row as it is on the desk, with what the file has changed in what its history tells. */
function patched<Kept extends object>(known: Kept | undefined, before: Kept | undefined, after: Kept): Kept {
  if (!known || !before) return after;
  const row: Kept = { ...known };
  for (const key of Object.keys({ ...before, ...after }) as (keyof Kept)[]) {
    if (sameContent(before[key], after[key])) continue;
    if (after[key] === undefined) delete row[key];
    else row[key] = after[key];
  }
  return row;
}

function importEntry(folded: Case, { from, now, by, newId }: ImportContext): Entry {
  const number = folded.origins?.find(({ desk }) => desk.id === from.id)?.number ?? null;
  const change = { what: 'imported', from: from.name, number } as const;
  return { id: newId(), caseId: folded.id, at: now, tweetId: null, kind: 'change', change, by };
}

function planFlat(rows: DeskRows, before: DeskRows, after: DeskRows, add: (change: RowChange) => void): void {
  const customers = new Map(after.cases.map(({ id, customerId }) => [id, customerId]));
  for (const table of flatTables) {
    const [had, told] = [byId(rows.flat[table]), byId(before.flat[table])];
    for (const row of after.flat[table]) {
      const known = had.get(row.id);
      if (known && sameContent(told.get(row.id), row)) continue;
      const caseId = typeof row.caseId === 'string' ? row.caseId : null;
      add(rowChange(table, known ?? null, row, (caseId && customers.get(caseId)) ?? null, caseId));
    }
  }
}

/** Rows that are part of another one from now on. */
function planGone(rows: DeskRows, after: DeskRows, touched: ReadonlySet<string>, plan: ImportPlan): void {
  const left = { customers: byId(after.customers), cases: byId(after.cases), entries: byId(after.entries) };
  const united = unitedCases(rows, after);
  const cases = left.cases;
  const intoCustomer = new Map<string, string>();
  for (const { id, handles } of after.customers) for (const handle of handles) intoCustomer.set(handle, id);
  for (const row of rows.customers) {
    const into = intoCustomer.get(row.handles[0] ?? '');
    if (!left.customers.has(row.id) && into) plan.changes.push(rowChange('customers', row, null, into, null));
  }
  for (const row of rows.cases) {
    const into = cases.get(united.get(row.id) ?? '');
    if (!into) continue;
    plan.changes.push(rowChange('cases', row, null, into.customerId, into.id));
    plan.united.push({ from: row.id, into: into.id });
  }
  for (const row of rows.entries) {
    const into = cases.get(united.get(row.caseId) ?? row.caseId);
    // A tweet that both cases held stands in the one that is left as a copy.
    if (!left.entries.has(row.id) && into && touched.has(into.id)) {
      plan.changes.push(rowChange('entries', row, null, into.customerId, into.id));
    }
  }
}

function rowChange(
  table: Table,
  before: Row | null,
  after: Row | null,
  customerId: string | null,
  caseId: string | null,
): RowChange {
  return { table, id: (after ?? before)?.id ?? '', before, after, customerId, caseId };
}

/** A desk's rows after a plan: what its tables hold once it is written. */
export function applied(rows: DeskRows, changes: readonly Pick<RowChange, 'table' | 'id' | 'after'>[]): DeskRows {
  const tables = new Map<Table, Map<string, Row>>([
    ['customers', byId<Row>(rows.customers)],
    ['cases', byId<Row>(rows.cases)],
    ['entries', byId<Row>(rows.entries)],
    ...flatTables.map((table): [Table, Map<string, Row>] => [table, byId<Row>(rows.flat[table])]),
  ]);
  for (const { table, id, after } of changes) {
    if (after) tables.get(table)?.set(id, after);
    else tables.get(table)?.delete(id);
  }
  const all = <Kept extends Row>(table: Table): Kept[] => [...(tables.get(table)?.values() ?? [])] as Kept[];
  const flat = Object.fromEntries(flatTables.map((table) => [table, all<FlatRow>(table)])) as DeskRows['flat'];
  return { customers: all('customers'), cases: all('cases'), entries: all('entries'), flat };
}
