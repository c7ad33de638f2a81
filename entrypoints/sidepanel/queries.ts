import type { CaseRow } from '../../components/case-row';
import { type Case, type Customer, type Entry, isActive } from '../../lib/cases/case';
import type { Deed } from '../../lib/desk/database';
import type { CaseRecord } from '../../lib/desk/derive';
import { type ListFilter, listCases } from '../../lib/desk/lists';
import { db, desk } from '../../lib/desk/local';
import { searchCases } from '../../lib/desk/search';
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

/** The latest click on "Open case" anywhere. */
export async function latestDeed(): Promise<Deed | undefined> {
  return db.deeds.orderBy('at').last();
}

function rowOf(known: CaseRecord, customer: Customer | null | undefined): CaseRow {
  const handle = customer?.handle ?? '';
  return { case: known, name: customer?.name || handle, handle, lastWords: known.lastWords, excerpts: [] };
}

/** The beginning of a list, and whether there is more. */
export interface CaseRows {
  rows: CaseRow[];
  more: boolean;
}

/** The first rows of a list of cases. */
export async function listRows(filter: ListFilter, rep: string | null, limit: number): Promise<CaseRows> {
  const cases = await listCases(db, filter, rep, limit + 1);
  const shown = cases.slice(0, limit);
  const customers = await db.customers.bulkGet(shown.map((known) => known.customerId));
  return { rows: shown.map((known, index) => rowOf(known, customers[index])), more: cases.length > limit };
}

/** One page of what a search found, and where the next one begins; null at the end. */
export interface FoundRows {
  /** What was looked for: a new answer takes a moment, and until then the old one stands. */
  sought: string;
  rows: CaseRow[];
  next: number | null;
}

const FOUND_AT_ONCE = 12;

/** One page of what a search finds, newest case first. */
export async function foundRows(
  sought: string,
  filter: ListFilter,
  rep: string | null,
  below: number | undefined,
): Promise<FoundRows> {
  const { found, next } = await searchCases(db, sought, filter, rep, { limit: FOUND_AT_ONCE, below });
  return { sought, rows: found.map((one) => ({ ...rowOf(one.case, one.customer), excerpts: one.excerpts })), next };
}
