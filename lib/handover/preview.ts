import type { Case, Customer, CustomerDetails, DeskName, Entry } from '../cases/case';
import { latestTweet } from '../cases/describe';
import { sameContent } from './canonical';
import { contradictionsOf, type SingleField, singleFields } from './fields';
import { fold, type Names } from './fold';
import { isHousekeeping, type Merged, merge } from './plan';
import {
  byId,
  type DeskRows,
  detailNames,
  type FlatRow,
  type FlatTable,
  flatTables,
  groupBy,
  type History,
} from './rows';
import { contradictedDetails } from './settle';

/** What an import comes to for one case: `here` and `there` say where it was changed. */
export const outcomes = ['new', 'both', 'there', 'here', 'same'] as const;
export type Outcome = (typeof outcomes)[number];

/** A field that differs between the two desks, or was set differently on both. */
export interface FieldPreview {
  field: SingleField | 'tags' | keyof CustomerDetails;
  here: string | null;
  there: string | null;
  /** What it would be. */
  result: string | null;
  /** Both desks have set it, without knowing of each other: the rep can choose. */
  isContradiction: boolean;
}

export interface CasePreview {
  outcome: Outcome;
  /** By its id on this desk; also where it is yet to come. */
  caseId: string;
  customerId: string;
  /** The same by its ids in the file, for {@link onlyCases}. */
  fileIds: string[];
  /** Its number on this desk; null if it would get a new one. */
  number: number | null;
  /** What it is called on the other desk; null if it is known here alone. */
  there: { number: number; desk: string } | null;
  /** Whose case it is. */
  handle: string;
  /** The customer's latest words. */
  words: string;
  fields: FieldPreview[];
  /** What the file would add to the history, oldest first. */
  added: Entry[];
  /** Numbers of cases on this desk that would become one with it. */
  unites: number[];
}

export interface CustomerPreview {
  customerId: string;
  handle: string;
  isNew: boolean;
  fields: FieldPreview[];
}

export interface ImportPreview {
  cases: CasePreview[];
  /** Customers who are new, or of whom something would change. */
  customers: CustomerPreview[];
  counts: Record<Outcome, number> & { contradictions: number; entries: number };
  /** Other rows that would be added or changed, by table. */
  flat: Record<FlatTable, { added: number; changed: number }>;
}

/** Says what importing a file would do, case by case, and does nothing. */
export function previewImport(rows: DeskRows, theirs: History, desk: DeskName): ImportPreview {
  const both = merge(rows, theirs, desk, () => 0);
  // The other desk's rows as they would be there: under the ids that they would have here.
  const there = fold(theirs, namesOf(both.after));
  const cases = previewCases(rows, both, there);
  const customers = previewCustomers(rows, both, there);
  const count = (outcome: Outcome) => cases.filter((one) => one.outcome === outcome).length;
  return {
    cases: cases.sort((one, other) => outcomes.indexOf(one.outcome) - outcomes.indexOf(other.outcome)),
    customers,
    counts: {
      ...(Object.fromEntries(outcomes.map((outcome) => [outcome, count(outcome)])) as Record<Outcome, number>),
      contradictions: [...cases, ...customers].flatMap(({ fields }) => fields.filter((one) => one.isContradiction))
        .length,
      entries: cases.reduce((sum, { added }) => sum + added.length, 0),
    },
    flat: previewFlat(both),
  };
}

function namesOf({ customers, cases }: DeskRows): Names {
  return { customers: byId(customers), cases: byId(cases), takeNumber: () => 0 };
}

function previewCases(
  rows: DeskRows,
  { before, after, theirs, touched, mine }: Merged,
  there: DeskRows,
): CasePreview[] {
  const had = byId(rows.cases);
  const told = byId(before.cases);
  const theirCases = new Map<string, Case>();
  for (const row of there.cases) for (const { id } of row.origins ?? []) theirCases.set(id, row);
  const customers = byId(after.customers);
  const entries = groupBy(after.entries, ({ caseId }) => caseId);
  const toldEntries = byId(before.entries);
  const found: CasePreview[] = [];
  for (const row of after.cases) {
    const origins = row.origins ?? [];
    const other = origins.map(({ id }) => theirCases.get(id)).find((one) => one !== undefined);
    if (!other) continue;
    const known = had.get(row.id);
    const history = entries.get(row.id) ?? [];
    const added = history.filter((entry) => !toldEntries.has(entry.id) && !isHousekeeping(entry));
    const hasMore = origins.some(({ id }) => mine.cases.has(id) && !theirs.cases.has(id));
    const isAhead = hasMore || history.some((entry) => !isHousekeeping(entry) && isOursAlone(entry, mine, theirs));
    const fields = previewFields(told.get(row.id), other, row, history);
    const isThere = added.length > 0 || (touched.has(row.id) && fields.some((one) => one.result !== one.here));
    const origin = origins.find(({ id }) => theirs.cases.has(id));
    found.push({
      outcome: !known ? 'new' : isThere ? (isAhead ? 'both' : 'there') : isAhead ? 'here' : 'same',
      caseId: row.id,
      customerId: row.customerId,
      fileIds: origins.map(({ id }) => id).filter((id) => theirs.cases.has(id)),
      number: known?.number ?? null,
      there: origin ? { number: origin.number, desk: origin.desk.name } : null,
      handle: customers.get(row.customerId)?.handle ?? row.openedFor,
      words: latestTweet(history)?.text.slice(0, 140) ?? '',
      fields,
      added: [...added].sort((one, two) => one.at - two.at),
      unites: origins.flatMap(({ id }) => (id !== row.id && had.get(id) ? [had.get(id)?.number ?? 0] : [])),
    });
  }
  return found;
}

function isOursAlone(entry: Entry, mine: History, theirs: History): boolean {
  const ids = [entry.id, ...(entry.copies ?? []).map(({ id }) => id)];
  return ids.some((id) => mine.entries.has(id)) && !ids.some((id) => theirs.entries.has(id));
}

function previewFields(here: Case | undefined, there: Case, result: Case, history: readonly Entry[]): FieldPreview[] {
  if (!here) return [];
  const contradictions = new Set(contradictionsOf(result.origins ?? [], history).map(({ field }) => field));
  const fields: FieldPreview[] = [];
  for (const field of singleFields) {
    const isContradiction = contradictions.has(field) && here[field] !== there[field];
    if (here[field] === there[field] && here[field] === result[field]) continue;
    fields.push({ field, here: here[field], there: there[field], result: result[field], isContradiction });
  }
  if (!sameTags(here, there) || !sameTags(here, result)) {
    const [ours, others, tags] = [here, there, result].map((known) => known.tags.join(', '));
    fields.push({ field: 'tags', here: ours ?? '', there: others ?? '', result: tags ?? '', isContradiction: false });
  }
  return fields;
}

function sameTags(one: Case, other: Case): boolean {
  return sameContent([...one.tags].sort(), [...other.tags].sort());
}

function previewCustomers(rows: DeskRows, { after }: Merged, there: DeskRows): CustomerPreview[] {
  const had = byId(rows.customers);
  const theirs = new Map<string, Customer>();
  for (const customer of there.customers) for (const handle of customer.handles) theirs.set(handle, customer);
  return after.customers.flatMap((customer) => {
    const known = had.get(customer.id);
    const other = customer.handles.map((handle) => theirs.get(handle)).find((one) => one !== undefined);
    if (!other) return [];
    const contradicted = new Set(contradictedDetails(customer).map(({ field }) => field));
    const fields: FieldPreview[] = known
      ? detailNames
          .filter((field) => known[field] !== customer[field] || contradicted.has(field))
          .filter((field) => field !== 'name' || customer.namedByRep)
          .map((field) => ({
            field,
            here: known[field],
            there: other[field],
            result: customer[field],
            isContradiction: contradicted.has(field),
          }))
      : [];
    return known && fields.length === 0
      ? []
      : [{ customerId: customer.id, handle: customer.handle, isNew: !known, fields }];
  });
}

function previewFlat({ before, after }: Merged): ImportPreview['flat'] {
  const found = {} as ImportPreview['flat'];
  for (const table of flatTables) {
    const told = byId(before.flat[table]);
    const added = after.flat[table].filter(({ id }) => !told.has(id)).length;
    const changed = after.flat[table].filter((row) => told.has(row.id) && !sameContent(told.get(row.id), row)).length;
    found[table] = { added, changed };
  }
  return found;
}

/** True if a file has nothing that this desk lacks. */
export function hasNothingNew({ cases, customers, flat }: ImportPreview): boolean {
  const isQuiet = (outcome: Outcome) => outcome === 'same' || outcome === 'here';
  const rows = flatTables.every((table) => flat[table].added + flat[table].changed === 0);
  return rows && customers.length === 0 && cases.every(({ outcome }) => isQuiet(outcome));
}

/** A file's history with only some of its cases, by the ids they have in the file; their customers come along. */
export function onlyCases(history: History, wanted: ReadonlySet<string>): History {
  const cases = new Map([...history.cases].filter(([id]) => wanted.has(id)));
  const handles = new Set([...cases.values()].map(({ openedFor }) => openedFor));
  const isWanted = (row: FlatRow) => typeof row.caseId !== 'string' || wanted.has(row.caseId);
  const flat = {} as History['flat'];
  for (const table of flatTables) flat[table] = new Map([...history.flat[table]].filter(([, row]) => isWanted(row)));
  return {
    customers: new Map([...history.customers].filter(([, one]) => one.handles.some((handle) => handles.has(handle)))),
    cases,
    entries: new Map([...history.entries].filter(([, entry]) => wanted.has(entry.caseId))),
    flat,
  };
}
