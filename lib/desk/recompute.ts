import type { Customer, Entry } from '../cases/case';
import type { DeskDatabase } from './database';
import { addCounts, type CaseRecord, type Counter, derive, type SearchRow } from './derive';

/** What a desk knows, and what it keeps beside it. */
export interface KeptRows {
  customers: readonly Customer[];
  cases: readonly CaseRecord[];
  entries: readonly Entry[];
  search: readonly SearchRow[];
  counters: readonly Counter[];
}

/** Everything that is kept beside the facts, in the order of its keys. */
export interface Derived {
  cases: CaseRecord[];
  search: SearchRow[];
  counters: Counter[];
}

/** Reads what {@link keptAndRecomputed} compares. */
export async function readKept(db: DeskDatabase): Promise<KeptRows> {
  const [customers, cases, entries, search, counters] = await Promise.all([
    db.customers.toArray(),
    db.cases.toArray(),
    db.entries.toArray(),
    db.search.toArray(),
    db.counters.toArray(),
  ]);
  return { customers, cases, entries, search, counters };
}

/** Everything that is kept beside the facts, once as it is and once made anew from the facts: the two must be equal. */
export function keptAndRecomputed(rows: KeptRows): { kept: Derived; recomputed: Derived } {
  const derived = rows.cases.map((known) => {
    const { lastWords: _lastWords, lists: _lists, ...facts } = known;
    const history = rows.entries.filter((entry) => entry.caseId === known.id).sort((one, other) => one.at - other.at);
    const owner = rows.customers.find(({ id }) => id === known.customerId);
    return derive({ ...facts, waitingSince: null }, owner, history);
  });
  const counts = new Map<string, number>();
  for (const { record } of derived) {
    addCounts(counts, record);
  }
  const counted = [...counts].map(([key, count]) => ({ key, count }));
  return {
    kept: inOrder({ cases: [...rows.cases], search: [...rows.search], counters: [...rows.counters] }),
    recomputed: inOrder({
      cases: derived.map(({ record }) => record),
      search: derived.map(({ search }) => search),
      counters: counted,
    }),
  };
}

function inOrder({ cases, search, counters }: Derived): Derived {
  return {
    cases: cases.sort((one, other) => one.number - other.number),
    search: search.sort((one, other) => one.number - other.number),
    counters: counters.sort((one, other) => (one.key < other.key ? -1 : 1)),
  };
}
