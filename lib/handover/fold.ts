import type { Case, CaseOrigin, Customer, Entry, EntryCopy, JoinedCustomer } from '../cases/case';
import { waitingSince } from '../cases/waiting';
import { compareText, sameContent } from './canonical';
import { fieldsOf, whereaboutsOf } from './fields';
import { unionOfJoins } from './join';
import {
  type DeskRows,
  detailNames,
  emptyRows,
  type FlatRow,
  flatTables,
  groupBy,
  type History,
  type SharedCustomer,
} from './rows';
import { casesOfHistory, type Person, type SharedCase } from './same';
import { shownDetail, standing } from './versions';

/** What a desk calls things; what it does not know yet gets the id it was born with, and a new number. */
export interface Names {
  customers: ReadonlyMap<string, unknown>;
  cases: ReadonlyMap<string, Pick<Case, 'number'>>;
  /** A number never given before on this desk. */
  takeNumber(origin: CaseOrigin): number;
}

/** The rows that a history comes to on a desk. Pure but for the numbers taken. */
export function fold(history: History, names: Names): DeskRows {
  const { people, cases } = casesOfHistory(history);
  const rows = emptyRows();
  const customerIds = new Map<Person, string>();
  for (const person of people) {
    const customer = foldCustomer(person, names);
    customerIds.set(person, customer.id);
    rows.customers.push(customer);
  }
  const caseIds = new Map<string, string>();
  for (const shared of cases) {
    const folded = foldCase(shared, customerIds.get(shared.person) ?? '', names);
    for (const { id } of shared.origins) caseIds.set(id, folded.id);
    rows.cases.push(folded);
    rows.entries.push(...foldEntries(shared, folded.id));
  }
  for (const table of flatTables) {
    for (const row of history.flat[table].values()) rows.flat[table].push(withCaseIds(row, caseIds));
  }
  return rows;
}

function foldCustomer({ customers, handles }: Person, names: Names): Customer {
  const joins = customers
    .map(({ joined }) => joined)
    .reduce(unionOfJoins, [])
    .sort((one, other) => one.at - other.at || compareText(one.customer.id, other.customer.id));
  // Whoever was joined to somebody lent what was missing and keeps the rest for the day they are parted.
  const main = customers.filter((customer) => !joins.some((join) => covers(join, customer)));
  const own = main.length > 0 ? main : customers;
  const first = own.find(({ id }) => names.customers.has(id)) ?? own[0] ?? customers[0];
  if (!first) throw new Error('A person without a customer.');
  const versions: NonNullable<Customer['versions']> = {};
  const details = { name: '', account: '', place: '', note: '' };
  for (const name of detailNames) {
    const known = standing(own.flatMap((customer) => customer.details[name] ?? []));
    if (known.length > 0) versions[name] = known;
    details[name] = shownDetail(known).value;
  }
  const namedByRep = details.name !== '';
  const shownNames = own.map((customer) => customer.shownName).filter(Boolean);
  return {
    id: first.id,
    handles,
    handle: first.handle,
    ...details,
    name: namedByRep ? details.name : (shownNames.sort(compareText)[0] ?? first.handle),
    namedByRep,
    createdAt: Math.min(...own.map(({ createdAt }) => createdAt)),
    joined: joins.filter((join) => join.customer.id !== first.id),
    versions,
  };
}

/** Also of somebody to whom another desk has joined more people meanwhile: else it would depend on who imports first. */
function covers(join: JoinedCustomer, { id, handles }: SharedCustomer): boolean {
  return join.customer.id === id || handles.every((handle) => join.customer.handles.includes(handle));
}

function foldCase({ origins, entries }: SharedCase, customerId: string, names: Names): Case {
  const first = origins.find(({ id }) => names.cases.has(id)) ?? origins[0];
  if (!first) throw new Error('A case that was opened nowhere.');
  const fields = fieldsOf(origins, entries);
  const whereabouts = whereaboutsOf(fields.status, entries);
  return {
    id: first.id,
    number: names.cases.get(first.id)?.number ?? names.takeNumber(first),
    customerId,
    openedFor: first.openedFor,
    ...fields,
    openedAs: first.openedAs,
    openedAt: Math.min(...origins.map(({ openedAt }) => openedAt)),
    updatedAt: Math.max(...origins.map(({ updatedAt }) => updatedAt)),
    ...whereabouts,
    waitingSince: waitingSince({ status: fields.status, ...whereabouts }, entries),
    origins: [first, ...origins.filter((origin) => origin !== first)],
  };
}

/** One case's entries from all desks: a tweet that several of them hold stands there once. */
function foldEntries({ entries }: SharedCase, caseId: string): Entry[] {
  const folded: Entry[] = [];
  for (const [tweetId, some] of groupBy(entries, (entry) => entry.tweetId)) {
    if (tweetId === null || some.length === 1) {
      folded.push(...some.map((entry) => placed(entry, caseId)));
      continue;
    }
    const [kept, ...others] = [...some].sort(compareFullness);
    if (!kept) continue;
    const copies = others.map((other) => copyOf(other, kept));
    folded.push({ ...placed(kept, caseId), ...(copies.length > 0 ? { copies } : {}) });
  }
  return folded;
}

/** Whoever read more of a tweet has kept more than a link, or more of its words. */
function compareFullness(one: Entry, other: Entry): number {
  const fullness = (entry: Entry) => ('text' in entry ? entry.text.length + 1 : 0);
  return fullness(other) - fullness(one) || compareText(one.id, other.id);
}

function copyOf(entry: Entry, kept: Entry): EntryCopy {
  const { id, caseId } = entry;
  return sameContent({ ...kept, id, caseId }, entry) ? { id, caseId } : { id, caseId, says: entry };
}

function placed(entry: Entry, caseId: string): Entry {
  return entry.caseId === caseId ? entry : { ...entry, caseId, openedIn: entry.caseId };
}

function withCaseIds(row: FlatRow, caseIds: ReadonlyMap<string, string>): FlatRow {
  const { caseId, caseIds: several } = row;
  const named = { ...row };
  if (typeof caseId === 'string') named.caseId = caseIds.get(caseId) ?? caseId;
  if (Array.isArray(several)) named.caseIds = [...new Set(several.map((id) => caseIds.get(id) ?? id))];
  return named;
}
