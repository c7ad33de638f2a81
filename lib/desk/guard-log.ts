import type { DraftOutcome, OverrideReason } from '../guard/outcome';
import type { DeskContext } from './context';
import type { DeskDatabase, GuardSaying } from './database';
import { caseTables, renewCase } from './keep';
import type { Work } from './work';

/** How long it is kept what the guard said: a report may look back a whole year. */
const KEPT = 400 * 24 * 60 * 60 * 1000;
/** A draft that was held goes on to a post within this time, in milliseconds, or is another one. */
const SAME_DRAFT = 60 * 60 * 1000;

/** What the guard said of one draft, and what came of it. */
export interface Said {
  requestId: string;
  /** The tweet that was answered; null for a new post. */
  tweetId: string | null;
  spoken: GuardSaying['checks'];
  outcome: DraftOutcome;
  reason: OverrideReason | null;
  /** How the rep signs. */
  by: string | null;
}

const heldBy = (checks: GuardSaying['checks']): GuardSaying['checks'][number]['id'][] =>
  checks.filter(({ level }) => level === 'hold').map(({ id }) => id);

/** Writes down what the guard said, for the rep's own figures. Runs inside the caller's transaction. */
export async function keepSaying(db: DeskDatabase, said: Said, at: number, waitsFor?: string): Promise<void> {
  const { requestId: id, spoken: checks, outcome, reason, by } = said;
  if (checks.length === 0) return;
  await db.guardSayings.put({ id, at, by, checks, outcome, reason, ...(waitsFor ? { waitsFor } : {}) });
  await db.guardSayings
    .where('at')
    .below(at - KEPT)
    .delete();
}

/**
 * Writes down what the guard said and, in the case of the tweet that was answered, what it held; never the words.
 * Where there is no case yet, the first post under that tweet takes it there. Returns whether a case has changed.
 */
export async function guardSaid({ db, now, newId }: DeskContext, said: Said): Promise<boolean> {
  return db.transaction('rw', caseTables(db), async () => {
    if (await db.guardSayings.get(said.requestId)) return false;
    const at = now();
    const checks = heldBy(said.spoken);
    const holders = said.tweetId ? await db.entries.where('tweetId').equals(said.tweetId).toArray() : [];
    const caseIds = new Set(holders.filter(({ kind }) => kind === 'tweet').map(({ caseId }) => caseId));
    const waits = checks.length > 0 && caseIds.size === 0 && said.tweetId ? said.tweetId : undefined;
    await keepSaying(db, said, at, waits);
    if (checks.length === 0) return false;
    const { outcome, reason, by } = said;
    for (const caseId of caseIds) {
      await db.entries.add({ id: newId(), caseId, at, tweetId: null, kind: 'guard', checks, outcome, reason, by });
      await renewCase(db, caseId, { updatedAt: at });
    }
    return caseIds.size > 0;
  });
}

/** Takes into a case what was held under a tweet while it had none. */
export async function takeSayings(db: DeskDatabase, work: Work, tweetId: string): Promise<void> {
  const lately = await db.guardSayings
    .where('at')
    .above(work.at - SAME_DRAFT)
    .toArray();
  for (const { waitsFor, ...saying } of lately) {
    if (waitsFor !== tweetId) continue;
    const { at, checks, outcome, reason, by } = saying;
    await work.add({ kind: 'guard', checks: heldBy(checks), outcome, reason, by }, { at });
    await db.guardSayings.put(saying);
  }
}

/** Writes down with a post what the guard had said of it. */
export async function saidOfPost(db: DeskDatabase, work: Work, said: Said): Promise<void> {
  await keepSaying(db, said, work.at);
  const checks = heldBy(said.spoken);
  const { outcome, reason, by } = said;
  if (checks.length > 0) await work.add({ kind: 'guard', checks, outcome, reason, by });
}

/** What the guard said to one rep, oldest first. */
export async function sayingsOf(db: DeskDatabase, by: string | null, since: number): Promise<GuardSaying[]> {
  return db.guardSayings
    .where('at')
    .aboveOrEqual(since)
    .filter((saying) => saying.by === by)
    .toArray();
}
