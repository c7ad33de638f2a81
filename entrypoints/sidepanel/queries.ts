import type { CaseRow } from '../../components/case-row';
import { type Case, type Customer, type Entry, isActive } from '../../lib/cases/case';
import type { Deed } from '../../lib/desk/database';
import { db, desk } from '../../lib/desk/local';
import type { Target } from '../../lib/panel/following';

/** Everything about the customer in front of the rep. */
export interface Dossier {
  customer: Customer;
  /** Newest first. */
  cases: Case[];
  shown: Case;
  /** Of the shown case, newest first. */
  history: Entry[];
}

/** Reads what the panel shows for a target; null if nothing is known about that handle. */
export async function loadDossier(target: Target): Promise<Dossier | null> {
  const customer = await desk.customerByHandle(target.handle);
  if (!customer) return null;
  const cases = await desk.casesOf(customer.id);
  const shown =
    cases.find((known) => known.id === target.caseId) ?? cases.find((known) => isActive(known.status)) ?? cases[0];
  return shown ? { customer, cases, shown, history: await desk.history(shown.id) } : null;
}

/** The target for a case's number; null if there is no such case. */
export async function targetOfNumber(number: number): Promise<Target | null> {
  const known = await db.cases.where('number').equals(number).first();
  const customer = known && (await db.customers.get(known.customerId));
  return known && customer ? { handle: customer.handle, caseId: known.id } : null;
}

/** How many cases still need somebody. */
export async function countActive(): Promise<number> {
  const counts = (['open', 'pending'] as const).map((status) =>
    db.cases.where('[status+updatedAt]').between([status, -Infinity], [status, Infinity]).count(),
  );
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}

/** The latest click on "Open case" anywhere. */
export async function latestDeed(): Promise<Deed | undefined> {
  return db.deeds.orderBy('at').last();
}

async function rowOf(known: Case, customer: Customer | null): Promise<CaseRow> {
  const last = await db.entries
    .where('[caseId+at]')
    .between([known.id, -Infinity], [known.id, Infinity])
    .reverse()
    .filter((entry) => entry.kind === 'tweet')
    .first();
  const handle = customer?.handle ?? '';
  return {
    case: known,
    name: customer?.name || handle,
    handle,
    lastWords: last?.kind === 'tweet' ? last.text : '',
  };
}

/** One page of the list, and whether there is more. */
export interface CaseRows {
  rows: CaseRow[];
  more: boolean;
}

/** The latest cases, most recently changed first. */
export async function latestRows(limit: number, active: boolean): Promise<CaseRows> {
  const latest = await desk.latest(limit + 1, active);
  const rows = await Promise.all(latest.slice(0, limit).map((row) => rowOf(row.case, row.customer)));
  return { rows, more: latest.length > limit };
}

/** Customers by handle that a search looks at. */
const SEARCHED_CUSTOMERS = 30;
/** Latest cases whose customers' names a search looks at: names have no index. */
const SEARCHED_LATEST = 300;

/** Cases by number, by the beginning of a handle, or by any part of a name among the latest ones. */
export async function searchRows(sought: string, active: boolean): Promise<CaseRows> {
  const wanted = sought
    .trim()
    .toLowerCase()
    .replace(/^[@＠#]/, '');
  const found = new Map<string, { case: Case; customer: Customer | null }>();
  if (/^\d{1,9}$/.test(wanted)) {
    const known = await db.cases.where('number').equals(Number(wanted)).first();
    if (known) found.set(known.id, { case: known, customer: (await db.customers.get(known.customerId)) ?? null });
  }
  const customers = await db.customers
    .where('handles')
    .startsWith(wanted)
    .distinct()
    .limit(SEARCHED_CUSTOMERS)
    .toArray();
  for (const customer of customers) {
    for (const known of await desk.casesOf(customer.id)) found.set(known.id, { case: known, customer });
  }
  for (const row of await desk.latest(SEARCHED_LATEST, active)) {
    if (row.customer?.name.toLowerCase().includes(wanted)) found.set(row.case.id, row);
  }
  const rows = [...found.values()]
    .filter((row) => !active || isActive(row.case.status))
    .sort((one, other) => other.case.updatedAt - one.case.updatedAt);
  return { rows: await Promise.all(rows.map((row) => rowOf(row.case, row.customer))), more: false };
}
