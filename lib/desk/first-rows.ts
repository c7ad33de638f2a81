import type { Table, Transaction } from 'dexie';
import type { Case, Customer, Entry } from '../cases/case';
import { addCounts, type CaseRecord, type Counter, derive, type SearchRow } from './derive';

/**
 * The first desks of version 1 knew neither lists nor search, nor what was written about customers since. Where rows of
 * that time are found, they get what they lack; on all other desks two counts are all that this does.
 */
export async function completeFirstRows(rows: Transaction): Promise<void> {
  const customers: Table<Customer, string> = rows.table('customers');
  const cases: Table<CaseRecord, string> = rows.table('cases');
  const entries: Table<Entry, string> = rows.table('entries');
  const search: Table<SearchRow, number> = rows.table('search');
  const counters: Table<Counter, string> = rows.table('counters');
  if ((await search.count()) >= (await cases.count())) return;
  const blank = { account: '', place: '', note: '', namedByRep: false, joined: [] };
  await customers.toCollection().modify((known: Customer) => {
    Object.assign(known, { ...blank, ...known });
  });
  const counted = new Map((await counters.toArray()).map(({ key, count }) => [key, count]));
  for (const known of await cases.filter(({ lists }) => lists === undefined).toArray()) {
    const customer = await customers.get(known.customerId);
    const openedFor = customer?.handles[0] ?? '';
    const added = { openedFor, route: 'support', owner: null, tags: [], waitingSince: null } satisfies Partial<Case>;
    const history = (await entries.filter(({ caseId }) => caseId === known.id).toArray()).sort(
      (one, other) => one.at - other.at,
    );
    const derived = derive({ ...added, ...known }, customer, history);
    await cases.put(derived.record);
    await search.put(derived.search);
    addCounts(counted, derived.record);
  }
  await counters.bulkPut([...counted].map(([key, count]) => ({ key, count })));
}
