import type { Case, Entry } from '../cases/case';
import { groupBy } from '../handover/rows';
import type { Progress } from '../progress';
import { type CaseFacts, casesIn, factsOf, idOf, type PackedFacts, pack, partOf, summaryOf } from '../reports/facts';
import type { DeskDatabase } from './database';
import { ANY } from './derive';
import { entriesOf } from './entries';

/*
 * Facts of all cases for reports, day by day, so that a report need not read every entry. They are written in the
 * transaction of each change; a desk of an earlier version, and one whose counts do not fit, is counted from its history.
 */

/** Writes the facts of a case into their part. Runs inside the caller's transaction. */
export async function keepFacts(
  db: DeskDatabase,
  before: Pick<Case, 'id' | 'openedAt' | 'number'> | undefined,
  known: Case,
  entries: readonly Entry[],
): Promise<void> {
  const part = partOf(known);
  if (before && partOf(before) !== part) await forgetFacts(db, before);
  const others = await othersIn(db, part, known.id);
  await db.summaries.put(summaryOf(part, [...others, pack(factsOf(known, entries))]));
}

/** What a part holds of other cases than this one. */
async function othersIn(db: DeskDatabase, part: number, id: string): Promise<PackedFacts[]> {
  const row = await db.summaries.get(part);
  return row ? casesIn(row).filter((packed) => idOf(packed) !== id) : [];
}

/** Takes the facts of a case out. Runs inside the caller's transaction. */
export async function forgetFacts(db: DeskDatabase, known: Pick<Case, 'id' | 'openedAt' | 'number'>): Promise<void> {
  const part = partOf(known);
  const others = await othersIn(db, part, known.id);
  if (others.length > 0) await db.summaries.put(summaryOf(part, others));
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

/** Reads the packed facts of all cases as they are kept. */
export async function readSummaries(db: DeskDatabase, progress: Progress = () => {}): Promise<PackedFacts[]> {
  const keys = await db.summaries.toCollection().primaryKeys();
  const cases: PackedFacts[] = [];
  for (let from = 0; from < keys.length; from += ROWS_AT_ONCE) {
    const [first, last] = [keys[from], keys[Math.min(from + ROWS_AT_ONCE, keys.length) - 1]];
    for (const row of await db.summaries.where('part').between(first, last, true, true).toArray()) {
      cases.push(...casesIn(row));
    }
    progress(Math.min(from + ROWS_AT_ONCE, keys.length), keys.length);
  }
  return cases;
}

async function factsOfCases(db: DeskDatabase, ids: readonly string[]): Promise<CaseFacts[]> {
  const cases = (await db.cases.bulkGet([...ids])).filter((known) => known !== undefined);
  const histories = await Promise.all(cases.map(({ id }) => entriesOf(db, id)));
  return cases.map((known, index) => factsOf(known, histories[index] ?? []));
}

/**
 * Counts all cases from their histories, and puts right what is kept otherwise; some cases at a time, so that whoever
 * changes a case meanwhile waits for a moment only, and what they write is kept.
 *
 * @returns how many cases there are, and of how many something else was kept
 */
export async function recountSummaries(
  db: DeskDatabase,
  progress: Progress = () => {},
): Promise<{ cases: number; differing: number }> {
  // By number, so that cases which are kept together come together.
  const ids = await db.cases.orderBy('number').primaryKeys();
  let differing = 0;
  for (let from = 0; from < ids.length; from += CASES_AT_ONCE) {
    const some = ids.slice(from, from + CASES_AT_ONCE);
    await db.transaction('rw', db.cases, db.entries, db.summaries, async () => {
      for (const [part, facts] of groupBy(await factsOfCases(db, some), partOf)) {
        differing += await putRight(db, part, facts.map(pack));
      }
    });
    progress(Math.min(from + CASES_AT_ONCE, ids.length), ids.length);
  }
  return { cases: ids.length, differing: differing + (await dropStrays(db)) };
}

/** Writes cases into their part where something else is kept of them; says of how many. Runs in a transaction. */
async function putRight(db: DeskDatabase, part: number, counted: readonly PackedFacts[]): Promise<number> {
  const row = await db.summaries.get(part);
  const kept = new Map((row ? casesIn(row) : []).map((packed) => [idOf(packed), packed]));
  const differing = counted.filter((packed) => JSON.stringify(packed) !== JSON.stringify(kept.get(idOf(packed))));
  for (const packed of differing) kept.set(idOf(packed), packed);
  if (differing.length > 0) await db.summaries.put(summaryOf(part, [...kept.values()]));
  return differing.length;
}

/** Takes out what is kept of cases that are gone, or that stand in another part; says how many it was. */
async function dropStrays(db: DeskDatabase): Promise<number> {
  let strays = 0;
  for (const part of await db.summaries.toCollection().primaryKeys()) {
    await db.transaction('rw', db.cases, db.summaries, async () => {
      const row = await db.summaries.get(part);
      if (!row) return;
      const kept = casesIn(row);
      const known = await db.cases.bulkGet(kept.map(idOf));
      const left = kept.filter((_, index) => {
        const one = known[index];
        return one !== undefined && partOf(one) === part;
      });
      strays += kept.length - left.length;
      if (left.length === 0) await db.summaries.delete(part);
      else if (left.length < kept.length) await db.summaries.put(summaryOf(part, left));
    });
  }
  return strays;
}
