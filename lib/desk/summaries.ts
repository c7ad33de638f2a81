import type { Case, Entry } from '../cases/case';
import type { Progress } from '../progress';
import {
  type CaseFacts,
  factsOf,
  type PackedFacts,
  pack,
  partOf,
  type SummaryRow,
  summariesOf,
} from '../reports/facts';
import type { DeskDatabase } from './database';
import { ANY } from './derive';
import { entriesOf } from './entries';

/*
 * Facts of all cases for reports, day by day, so that a report need not read every entry. They are written in the
 * transaction of each change; a desk of an earlier version, and one whose counts do not fit, is counted from its history.
 */

const idOf = (packed: PackedFacts): unknown => packed[0];
const numberOf = (packed: PackedFacts): number => Number(packed[1]);

/** Writes the facts of a case into their part. Runs inside the caller's transaction. */
export async function keepFacts(
  db: DeskDatabase,
  before: Pick<Case, 'id' | 'openedAt' | 'number'> | undefined,
  known: Case,
  entries: readonly Entry[],
): Promise<void> {
  const part = partOf(known);
  if (before && partOf(before) !== part) await forgetFacts(db, before);
  const cases = ((await db.summaries.get(part))?.cases ?? []).filter((packed) => idOf(packed) !== known.id);
  cases.push(pack(factsOf(known, entries)));
  cases.sort((one, other) => numberOf(one) - numberOf(other));
  await db.summaries.put({ part, cases });
}

/** Takes the facts of a case out. Runs inside the caller's transaction. */
export async function forgetFacts(db: DeskDatabase, known: Pick<Case, 'id' | 'openedAt' | 'number'>): Promise<void> {
  const part = partOf(known);
  const row = await db.summaries.get(part);
  if (!row) return;
  const cases = row.cases.filter((packed) => idOf(packed) !== known.id);
  if (cases.length > 0) await db.summaries.put({ part, cases });
  else await db.summaries.delete(part);
}

/** Counts cases anew whose entries alone have changed. Runs inside the caller's transaction. */
export async function renewFacts(db: DeskDatabase, caseIds: Iterable<string>): Promise<void> {
  for (const id of caseIds) {
    const known = await db.cases.get(id);
    if (known) await keepFacts(db, known, known, await entriesOf(db, id));
  }
}

/** How many cases there are, by the counters: counting a table is slow in some browsers. */
export async function countCases(db: DeskDatabase): Promise<number> {
  const keys = ['open', 'pending', 'done'].map((list) => `${list}|${ANY}|${ANY}`);
  const counted = await db.counters.bulkGet(keys);
  return counted.reduce((sum, counter) => sum + (counter?.count ?? 0), 0);
}

const ROWS_AT_ONCE = 512;
const CASES_AT_ONCE = 400;

/** Reads the summaries as they are kept. */
export async function readSummaries(db: DeskDatabase, progress: Progress = () => {}): Promise<SummaryRow[]> {
  const keys = await db.summaries.toCollection().primaryKeys();
  const rows: SummaryRow[] = [];
  for (let from = 0; from < keys.length; from += ROWS_AT_ONCE) {
    const [first, last] = [keys[from], keys[Math.min(from + ROWS_AT_ONCE, keys.length) - 1]];
    rows.push(...(await db.summaries.where('part').between(first, last, true, true).toArray()));
    progress(Math.min(from + ROWS_AT_ONCE, keys.length), keys.length);
  }
  return rows;
}

/** The facts of all cases, from their histories: what the summaries must be. Changes nothing. */
export async function recountFacts(db: DeskDatabase, progress: Progress = () => {}): Promise<CaseFacts[]> {
  const ids = await db.cases.toCollection().primaryKeys();
  const facts: CaseFacts[] = [];
  for (let from = 0; from < ids.length; from += CASES_AT_ONCE) {
    facts.push(...(await factsOfCases(db, ids.slice(from, from + CASES_AT_ONCE))));
    progress(Math.min(from + CASES_AT_ONCE, ids.length), ids.length);
  }
  return facts;
}

async function factsOfCases(db: DeskDatabase, ids: readonly string[]): Promise<CaseFacts[]> {
  const cases = (await db.cases.bulkGet([...ids])).filter((known) => known !== undefined);
  const histories = await Promise.all(cases.map(({ id }) => entriesOf(db, id)));
  return cases.map((known, index) => factsOf(known, histories[index] ?? []));
}

/**
 * Writes all summaries anew from the histories, some cases at a time: whoever changes a case meanwhile waits for a
 * moment only, and what they write is kept.
 */
export async function rebuildSummaries(db: DeskDatabase, progress: Progress = () => {}): Promise<void> {
  await db.summaries.clear();
  // By number, so that cases which are kept together come together.
  const ids = await db.cases.orderBy('number').primaryKeys();
  for (let from = 0; from < ids.length; from += CASES_AT_ONCE) {
    const some = ids.slice(from, from + CASES_AT_ONCE);
    await db.transaction('rw', db.cases, db.entries, db.summaries, async () => {
      const fresh = summariesOf(await factsOfCases(db, some));
      const kept = await db.summaries.bulkGet(fresh.map(({ part }) => part));
      const ids = new Set<unknown>(some);
      await db.summaries.bulkPut(
        fresh.map(({ part, cases }, index) => {
          const others = (kept[index]?.cases ?? []).filter((packed) => !ids.has(idOf(packed)));
          return { part, cases: [...others, ...cases].sort((one, other) => numberOf(one) - numberOf(other)) };
        }),
      );
    });
    progress(Math.min(from + CASES_AT_ONCE, ids.length), ids.length);
  }
}
