import type { Case, CaseOrigin, Customer, CustomerDetails, DetailVersions, Entry, JoinedCustomer } from '../cases/case';

/**
 * Two forms of the same facts. A desk has rows, with its own ids and numbers. A history is what desks exchange: only
 * what was once written somewhere, each thing under the id it was born with, nothing that follows from the rest. Any
 * histories can be joined, in any order and as often as one likes; a desk's rows are then made from the outcome.
 */

/** A value of a flat row. */
export type FlatValue = string | number | boolean | null | string[];

/**
 * A row of a table that joins by itself: the later `updatedAt` (else `createdAt`) counts. `caseId` and `caseIds` are
 * translated to the desk's own ids.
 */
export interface FlatRow {
  id: string;
  [field: string]: FlatValue | undefined;
}

/** Tables beside the cases that go along, under the name of their rows. */
export const flatTables = ['followUp', 'incident'] as const;
export type FlatTable = (typeof flatTables)[number];
export type FlatRows = Record<FlatTable, FlatRow[]>;

/** What each desk has to know for itself: whether it has told its own rep. Empty in what is exchanged. */
export const localFields: Record<FlatTable, readonly string[]> = { followUp: ['notifiedAt'], incident: [] };

/** A flat row without what is only for its own desk. */
export function sharedRow(table: FlatTable, row: FlatRow): FlatRow {
  const shared = { ...row };
  for (const field of localFields[table]) if (field in shared) shared[field] = null;
  return shared;
}

/** What a desk has, or a part of it. */
export interface DeskRows {
  customers: Customer[];
  cases: Case[];
  entries: Entry[];
  flat: FlatRows;
}

/** A customer as desks exchange them. */
export interface SharedCustomer {
  id: string;
  /** Lower case, sorted. */
  handles: string[];
  handle: string;
  /** The name that X shows. */
  shownName: string;
  createdAt: number;
  details: DetailVersions;
  /** By the id of who was joined. */
  joined: JoinedCustomer[];
}

/** Facts by id. Nothing is ever taken out of a history. */
export interface History {
  customers: Map<string, SharedCustomer>;
  cases: Map<string, CaseOrigin>;
  /** `caseId` is the case they were written in; changes say what they came after. */
  entries: Map<string, Entry>;
  flat: Record<FlatTable, Map<string, FlatRow>>;
}

export const detailNames = ['name', 'account', 'place', 'note'] as const satisfies readonly (keyof CustomerDetails)[];

export type ChangeEntry = Extract<Entry, { kind: 'change' }>;

/** Flat tables, each made by the given function. */
export function eachTable<Made>(make: (table: FlatTable) => Made): Record<FlatTable, Made> {
  return Object.fromEntries(flatTables.map((table) => [table, make(table)])) as Record<FlatTable, Made>;
}

/** A history without anything in it. */
export function emptyHistory(): History {
  return { customers: new Map(), cases: new Map(), entries: new Map(), flat: eachTable(() => new Map()) };
}

/** Rows of a desk without anything on it. */
export function emptyRows(): DeskRows {
  return { customers: [], cases: [], entries: [], flat: eachTable(() => []) };
}

/** Rows as a map by their ids. */
export function byId<Row extends { id: string }>(rows: Iterable<Row>): Map<string, Row> {
  const map = new Map<string, Row>();
  for (const row of rows) map.set(row.id, row);
  return map;
}

/** Rows in groups, in the order they come. */
export function groupBy<Key, Row>(rows: Iterable<Row>, keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
