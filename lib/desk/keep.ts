import Dexie from 'dexie';
import type { Case, Customer } from '../cases/case';
import type { DeskDatabase } from './database';
import { type CaseRecord, counterKeys, derive } from './derive';
import { entriesOf } from './entries';
import { forgetFacts, keepFacts } from './summaries';

/** The tables that a change of a case writes to: whoever keeps a case has them all in the transaction. */
export function caseTables(db: DeskDatabase) {
  const { customers, cases, entries, drafts, deeds, settings, search, counters, followUps, guardSayings } = db;
  const { summaries, reportDays, audit } = db;
  return [
    ...[customers, cases, entries, drafts, deeds, settings, search, counters, followUps, guardSayings],
    ...[summaries, reportDays, audit],
  ];
}

/** All cases of a customer, newest first. */
export async function casesOf(db: DeskDatabase, customerId: string): Promise<CaseRecord[]> {
  return db.cases
    .where('[customerId+openedAt]')
    .between([customerId, Dexie.minKey], [customerId, Dexie.maxKey])
    .reverse()
    .toArray();
}

/**
 * Writes a case with everything that follows from it: response clock, lists, counters, search words and what reports
 * count. Its entries and its customer must be written before. Runs inside the caller's transaction on {@link caseTables}.
 */
export async function keepCase(db: DeskDatabase, known: Case): Promise<CaseRecord> {
  const [before, customer, entries] = await Promise.all([
    db.cases.get(known.id),
    db.customers.get(known.customerId),
    entriesOf(db, known.id),
  ]);
  const { record, search } = derive(known, customer, entries);
  await db.cases.put(record);
  await db.search.put(search);
  await count(db, before ? counterKeys(before) : [], counterKeys(record));
  await keepFacts(db, before, record, entries);
  return record;
}

/**
 * The time of what is written into a case now. Where the clock has been set back it comes after what was written before
 * all the same: a history is read in the order of its times.
 */
export function timeIn({ updatedAt }: Pick<Case, 'updatedAt'>, now: number): number {
  return now >= updatedAt ? now : updatedAt + 1;
}

/** Keeps a case after its entries have changed; nothing happens if it is gone. */
export async function renewCase(db: DeskDatabase, caseId: string, changes: Partial<Case> = {}): Promise<void> {
  const known = await db.cases.get(caseId);
  if (!known) return;
  const { updatedAt = known.updatedAt } = changes;
  await keepCase(db, { ...known, ...changes, updatedAt: timeIn(known, updatedAt) });
}

/** Keeps all cases of a customer after their details have changed. */
export async function renewCasesOf(db: DeskDatabase, customerId: string): Promise<void> {
  for (const known of await casesOf(db, customerId)) await keepCase(db, known);
}

/** Removes a case with everything that hangs on it. Its entries are the caller's business. */
export async function dropCase(db: DeskDatabase, known: Case): Promise<void> {
  await db.cases.delete(known.id);
  await db.drafts.delete(known.id);
  await db.search.delete(known.number);
  await db.followUps.where('caseId').equals(known.id).delete();
  await count(db, counterKeys(known), []);
  await forgetFacts(db, known);
}

/** A customer by handle, in any case of letters. */
export async function customerByHandle(db: DeskDatabase, handle: string): Promise<Customer | undefined> {
  return db.customers.where('handles').equals(handle.toLowerCase()).first();
}

async function count(db: DeskDatabase, before: readonly string[], after: readonly string[]): Promise<void> {
  const gone = before.filter((key) => !after.includes(key));
  const come = after.filter((key) => !before.includes(key));
  if (gone.length + come.length === 0) return;
  const keys = [...gone, ...come];
  const known = await db.counters.bulkGet(keys);
  const counted = keys.map((key, index) => ({
    key,
    count: (known[index]?.count ?? 0) + (index < gone.length ? -1 : 1),
  }));
  await db.counters.bulkPut(counted.filter((counter) => counter.count > 0));
  await db.counters.bulkDelete(counted.filter((counter) => counter.count <= 0).map((counter) => counter.key));
}
