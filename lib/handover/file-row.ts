import type { CaseOrigin, Entry } from '../cases/case';
import { compareText } from './canonical';
import { addEntry, joinCases, joinCustomers, laterRow } from './join';
import { type FlatRow, type FlatTable, flatTables, groupBy, type History, type SharedCustomer } from './rows';

/** One row of a file. Customers come before their cases, cases before their entries. */
export type FileRow =
  | { kind: 'customer'; row: SharedCustomer }
  | { kind: 'case'; row: CaseOrigin }
  | { kind: 'entry'; row: Entry }
  | { kind: FlatTable; row: FlatRow };

/** A history as rows in the order of a file: each customer, their cases, what is in these; the rest at the end. */
export function* rowsOfHistory(history: History): Generator<FileRow> {
  const sorted = <Row extends { id: string }>(rows: Iterable<Row>) => [...rows].sort((a, b) => compareText(a.id, b.id));
  const cases = groupBy(sorted(history.cases.values()), ({ openedFor }) => openedFor);
  const entries = groupBy(sorted(history.entries.values()), ({ caseId }) => caseId);
  const told = new Set<string>();
  for (const row of sorted(history.customers.values())) {
    yield { kind: 'customer', row };
    for (const handle of row.handles) {
      for (const known of cases.get(handle) ?? []) {
        if (told.has(known.id)) continue;
        told.add(known.id);
        yield { kind: 'case', row: known };
        for (const entry of entries.get(known.id) ?? []) yield { kind: 'entry', row: entry };
      }
    }
  }
  for (const table of flatTables) {
    for (const row of sorted(history.flat[table].values())) yield { kind: table, row };
  }
}

/** Adds one row to a history; one that is there already is joined with it. */
export function addRow(history: History, file: FileRow): void {
  if (file.kind === 'entry') addEntry(history.entries, file.row);
  else if (file.kind === 'customer') addJoined(history.customers, file.row, joinCustomers);
  else if (file.kind === 'case') addJoined(history.cases, file.row, joinCases);
  else addJoined(history.flat[file.kind], file.row, laterRow);
}

function addJoined<Row extends { id: string }>(rows: Map<string, Row>, row: Row, join: (a: Row, b: Row) => Row): void {
  const known = rows.get(row.id);
  rows.set(row.id, known ? join(known, row) : row);
}
