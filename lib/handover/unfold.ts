import type { Case, CaseOrigin, Customer, DeskName, Entry } from '../cases/case';
import { compareText, mend } from './canonical';
import { baseOf, withOrder } from './fields';
import { addEntry } from './join';
import { type DeskRows, emptyHistory, flatTables, groupBy, type History, type SharedCustomer, sharedRow } from './rows';
import { versionsOf } from './versions';

/**
 * The history that a desk's rows tell. Rows that no import has touched lack what only imports need: it follows from
 * what they have, and always in the same way.
 */
export function unfold(rows: DeskRows, desk: DeskName): History {
  const history = emptyHistory();
  for (const customer of rows.customers) {
    if (customer.handles.length > 0) history.customers.set(customer.id, shareCustomer(mend(customer), desk));
  }
  const entries = groupBy(rows.entries, ({ caseId }) => caseId);
  const customers = new Map(rows.customers.map((customer) => [customer.id, customer]));
  for (const known of rows.cases) {
    const own = (entries.get(known.id) ?? []).map(mend);
    const origins = originsOf(mend(known), own, desk, customers.get(known.customerId));
    for (const origin of origins) history.cases.set(origin.id, origin);
    for (const entry of withOrder(origins, own)) for (const born of apart(entry)) addEntry(history.entries, born);
  }
  for (const table of flatTables) {
    for (const row of rows.flat[table]) history.flat[table].set(row.id, sharedRow(table, mend(row)));
  }
  return history;
}

function shareCustomer(customer: Customer, desk: DeskName): SharedCustomer {
  return {
    id: customer.id,
    handles: [...customer.handles].sort(compareText),
    handle: customer.handle,
    shownName: customer.namedByRep ? '' : customer.name,
    createdAt: customer.createdAt,
    details: versionsOf(customer, desk.id),
    joined: [...customer.joined].sort((one, other) => compareText(one.customer.id, other.customer.id)),
  };
}

/** Where a desk's case was opened: what imports have written down of it, or else here. */
export function originsOf(
  known: Case,
  entries: readonly Entry[],
  desk: DeskName,
  customer: Customer | undefined,
): CaseOrigin[] {
  const [first, ...others] = known.origins ?? [];
  if (first) {
    const latest = Math.max(first.updatedAt, ...others.map(({ updatedAt }) => updatedAt));
    return known.updatedAt > latest ? [{ ...first, updatedAt: known.updatedAt }, ...others] : [first, ...others];
  }
  const { id, number, openedFor, openedAs, openedAt, updatedAt } = known;
  const isTheirs = !customer || customer.handles.includes(openedFor);
  const handle = isTheirs ? openedFor : (customer.handles[0] ?? openedFor);
  return [{ id, desk, number, openedFor: handle, openedAs, openedAt, updatedAt, base: baseOf(known, entries) }];
}

/** An entry and its copies, each as it was born. */
function apart(entry: Entry): Entry[] {
  const { openedIn, copies, ...plain } = entry;
  const born: Entry = { ...plain, caseId: openedIn ?? entry.caseId };
  return [born, ...(copies ?? []).map((copy) => copy.says ?? { ...born, id: copy.id, caseId: copy.caseId })];
}
