import type { Transaction } from 'dexie';
import type { Case, Customer } from '../cases/case';
import { type DerivedTables, keepCase } from './keep';

/**
 * The first desks of version 1 knew neither lists nor search, nor what was written about customers since. Where rows of
 * that time are found, they get what they lack; on all other desks two counts are all that this does.
 */
export async function completeFirstRows(rows: Transaction): Promise<void> {
  const db: DerivedTables = {
    customers: rows.table('customers'),
    cases: rows.table('cases'),
    entries: rows.table('entries'),
    search: rows.table('search'),
    counters: rows.table('counters'),
  };
  if ((await db.search.count()) >= (await db.cases.count())) return;
  const blank = { account: '', place: '', note: '', namedByRep: false, joined: [] };
  await db.customers.toCollection().modify((known: Customer) => {
    Object.assign(known, { ...blank, ...known });
  });
  const first = await db.cases.filter(({ lists }) => lists === undefined).toArray();
  for (const known of first) {
    const customer = await db.customers.get(known.customerId);
    const openedFor = customer?.handles[0] ?? '';
    const added = { openedFor, route: 'support', owner: null, tags: [], waitingSince: null } satisfies Partial<Case>;
    // Out of the counters, in which it never stood, and into them.
    await db.cases.delete(known.id);
    await keepCase(db, { ...added, ...known });
  }
}
