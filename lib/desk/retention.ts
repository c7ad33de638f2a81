import { noteAudit } from '../audit/audit';
import type { DeskContext } from './context';
import type { DeskDatabase, Import } from './database';
import { ANY, type CaseRecord, latestFrom, listPrefix } from './derive';
import { waitingRows } from './follow-ups';
import { rewriteImports } from './imports';
import { casesOf, caseTables, dropCase } from './keep';
import { scan } from './scan';

const DAY = 24 * 60 * 60 * 1000;
/** Cases that are purged in one transaction. */
const AT_ONCE = 200;

/** What purging would do. */
export interface PurgePreview {
  cases: number;
  /** Customers who have no other case: they go with it. */
  customers: number;
  /** When the oldest of these cases was touched last; null if there is none. */
  oldest: number | null;
}

export interface PurgeOptions {
  /** Cases that are resolved or closed, and in which nothing has happened for so many days. */
  days: number;
  /** Who wants it; null if it happens by itself. */
  by: string | null;
  /** True once somebody wants it to stop: what is purged by then is. */
  stopped?(): boolean;
  progress?(done: number): void;
  /** Cases in one transaction. */
  atOnce?: number;
}

/**
 * Cases that were closed longest ago, the latest of them first. The list's keys hold the time, so that nothing else is
 * read. A case with a promise that waits is not done with.
 */
async function oldCases(
  db: DeskDatabase,
  before: number,
  limit: number,
  skip: ReadonlySet<string>,
): Promise<CaseRecord[]> {
  const prefix = listPrefix('done', ANY, ANY, 'latest');
  const found = await db.cases
    .where('lists')
    .between(latestFrom(prefix, before), `${prefix}\uffff`)
    .limit(limit + skip.size)
    .toArray();
  return found.filter(({ id, updatedAt }) => updatedAt < before && !skip.has(id)).slice(0, limit);
}

async function withPromise(db: DeskDatabase): Promise<Set<string>> {
  const waiting = await waitingRows(db).toArray();
  return new Set(waiting.map(({ caseId }) => caseId));
}

/** What purging would do; changes nothing. */
export async function previewPurge({ db, now }: DeskContext, days: number): Promise<PurgePreview> {
  const before = now() - days * DAY;
  const kept = await withPromise(db);
  let [cases, oldest]: [number, number | null] = [0, null];
  /** For each customer, how many cases they have and how many of them go. */
  const goes = new Map<string, number>();
  const has = new Map<string, number>();
  await scan<CaseRecord>(
    db.cases,
    ({ id }) => id,
    (some) => {
      for (const { id, customerId, status, updatedAt } of some) {
        has.set(customerId, (has.get(customerId) ?? 0) + 1);
        const isDone = status === 'resolved' || status === 'closed';
        if (!isDone || updatedAt >= before || kept.has(id)) continue;
        goes.set(customerId, (goes.get(customerId) ?? 0) + 1);
        cases += 1;
        oldest = Math.min(oldest ?? updatedAt, updatedAt);
      }
    },
  );
  const customers = [...goes].filter(([id, count]) => count === has.get(id)).length;
  return { cases, customers, oldest };
}

/**
 * Removes cases that were closed long ago, with all that hangs on them, and customers who have no case left. Done in
 * pieces, each a transaction with its line in the audit trail. It cannot be taken back.
 */
export async function purge(
  { db, now }: DeskContext,
  { days, by, stopped = () => false, progress = () => {}, atOnce = AT_ONCE }: PurgeOptions,
): Promise<{ cases: number; customers: number }> {
  const before = now() - days * DAY;
  const done = { cases: 0, customers: 0 };
  const tables = [...caseTables(db), db.updateLists, db.imports];
  while (!stopped()) {
    const piece = await db.transaction('rw', tables, async () => {
      const old = await oldCases(db, before, atOnce, await withPromise(db));
      if (old.length === 0) return null;
      const customers = await dropAll(db, old);
      await noteAudit(db, { at: now(), by, act: 'purged', part: 'retention', count: old.length });
      return { cases: old.length, customers };
    });
    if (!piece) break;
    done.cases += piece.cases;
    done.customers += piece.customers;
    progress(done.cases);
  }
  return done;
}

/** Removes cases with all that hangs on them; gives the number of customers who went with them. */
async function dropAll(db: DeskDatabase, cases: readonly CaseRecord[]): Promise<number> {
  const ids = new Set(cases.map(({ id }) => id));
  const customerIds = new Set(cases.map(({ customerId }) => customerId));
  for (const known of cases) {
    const entries = await db.entries
      .where('[caseId+at]')
      .between([known.id, 0], [known.id, Number.POSITIVE_INFINITY])
      .primaryKeys();
    await db.entries.bulkDelete(entries);
    await dropCase(db, known);
  }
  await db.deeds.filter(({ caseId }) => ids.has(caseId)).delete();
  for (const list of await db.updateLists.toArray()) {
    const items = list.items.filter(({ caseId }) => !ids.has(caseId));
    if (items.length < list.items.length) await db.updateLists.put({ ...list, items });
  }
  let gone = 0;
  const goneIds = new Set<string>();
  for (const id of customerIds) {
    if ((await casesOf(db, id)).length > 0) continue;
    await db.customers.delete(id);
    goneIds.add(id);
    gone += 1;
  }
  await rewriteImports(db, (taken) => withoutCases(taken, ids, goneIds));
  return gone;
}

/** The undo of an import keeps each row as it was: not of what is purged. */
function withoutCases(taken: Import, caseIds: ReadonlySet<string>, customerIds: ReadonlySet<string>): Import {
  const changes = taken.plan.changes.filter(
    ({ caseId, customerId, table, id }) =>
      !caseIds.has(caseId ?? '') &&
      !(table === 'customers' && customerIds.has(id)) &&
      !customerIds.has(customerId ?? ''),
  );
  if (changes.length === taken.plan.changes.length) return taken;
  const cases = taken.plan.cases.filter(({ id }) => !caseIds.has(id));
  return { ...taken, plan: { ...taken.plan, changes, cases } };
}
