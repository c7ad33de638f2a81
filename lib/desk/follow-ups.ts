import Dexie from 'dexie';
import { noteAudit } from '../audit/audit';
import type { Case, Change } from '../cases/case';
import { dueCount, type Wake, type WakeSettings, wake } from '../follow-ups/due';
import {
  ended,
  type FollowUp,
  type FollowUpState,
  moved,
  type NewFollowUp,
  newFollowUp,
} from '../follow-ups/follow-up';
import { signatureAtDesk } from '../settings/settings';
import type { DeskDatabase } from './database';
import type { DeskContext } from './desk';
import { caseIsGone } from './failure';
import { timeIn } from './keep';
import { renewFacts } from './summaries';

/** What one step did to follow-ups, so that it can be taken back. */
export interface FollowUpStep {
  /** As each was before; null where the step made it. */
  before: { id: string; row: FollowUp | null }[];
  /** Entries that it wrote into histories. */
  entryIds: string[];
}

type Did = Extract<Change, { what: 'followUp' }>['did'];

/**
 * Follow-ups of the desk. Due times live here; alarms only wake. Each change writes into the case's history what was
 * done, and can be taken back.
 */
export class FollowUps {
  readonly #db: DeskDatabase;
  readonly #now: () => number;
  readonly #newId: () => string;

  constructor({ db, now, newId }: DeskContext) {
    this.#db = db;
    this.#now = now;
    this.#newId = newId;
  }

  /**
   * Makes a follow-up.
   *
   * @throws {ToldError} if the case is gone, as it was taken back in another window
   */
  async add(wanted: NewFollowUp): Promise<FollowUpStep> {
    return this.#step(async (step) => {
      const target = await this.#db.cases.get(wanted.caseId);
      if (!target) throw caseIsGone();
      const made = newFollowUp(this.#newId(), wanted, this.#now());
      await this.#put(made, null, target, { did: 'made', by: wanted.by ?? null, step });
    });
  }

  /** Puts follow-ups off, or moves them to any other time; those that are gone are passed over. */
  async move(ids: readonly string[], dueAt: number, by: string | null): Promise<FollowUpStep> {
    return this.#change(ids, by, 'moved', (known) => moved(known, dueAt));
  }

  /** Ends follow-ups: done, or no longer wanted. */
  async end(
    ids: readonly string[],
    state: Exclude<FollowUpState, 'waiting'>,
    by: string | null,
  ): Promise<FollowUpStep> {
    return this.#change(ids, by, state, (known) => ended(known, state));
  }

  /** Takes a step back. What was changed since by another step stays as it is now. */
  async undo({ before, entryIds }: FollowUpStep): Promise<void> {
    const db = this.#db;
    await db.transaction('rw', this.#tables(), async () => {
      const by = await signatureAtDesk(db);
      for (const { id, row } of before) {
        const now = await db.followUps.get(id);
        const known = await db.cases.get((row ?? now)?.caseId ?? '');
        // Whoever was erased meanwhile does not come back by an undo.
        if (!row || !known) await db.followUps.delete(id);
        else await db.followUps.put(row);
        if (known) await this.#note(known.number, by);
      }
      const written = await db.entries.bulkGet(entryIds);
      await db.entries.bulkDelete(entryIds);
      await renewFacts(db, new Set(written.flatMap((entry) => entry?.caseId ?? [])));
    });
  }

  /** Follow-ups that wait, the next due first. */
  async waiting(): Promise<FollowUp[]> {
    return waitingRows(this.#db).toArray();
  }

  /** Follow-ups of one case that wait, the next due first. */
  async waitingOf(caseId: string): Promise<FollowUp[]> {
    const rows = await this.#db.followUps.where('caseId').equals(caseId).toArray();
    return rows.filter(({ state }) => state === 'waiting').sort((one, other) => one.dueAt - other.dueAt);
  }

  /** How many items are due; those of one incident count as one. */
  async countDue(): Promise<number> {
    const now = this.#now();
    return dueCount(await waitingRows(this.#db, now).toArray(), now);
  }

  /**
   * Decides what to tell now, and writes down in the same transaction that it is told: two windows, or a worker that was
   * stopped in the midst of it, never tell of the same due time twice.
   */
  async wake(settings: WakeSettings): Promise<Wake> {
    const db = this.#db;
    return db.transaction('rw', db.followUps, async () => {
      const woken = wake(this.#now(), await waitingRows(db).toArray(), settings);
      await db.followUps.bulkPut(woken.updates);
      return woken;
    });
  }

  async #change(
    ids: readonly string[],
    by: string | null,
    did: Did,
    change: (known: FollowUp) => FollowUp,
  ): Promise<FollowUpStep> {
    return this.#step(async (step) => {
      for (const known of await this.#db.followUps.bulkGet([...ids])) {
        if (known?.state !== 'waiting') continue;
        await this.#put(change(known), known, await this.#db.cases.get(known.caseId), { did, by, step });
      }
    });
  }

  async #step(run: (step: FollowUpStep) => Promise<void>): Promise<FollowUpStep> {
    const step: FollowUpStep = { before: [], entryIds: [] };
    await this.#db.transaction('rw', this.#tables(), async () => run(step));
    return step;
  }

  #tables() {
    const { followUps, entries, cases, settings, audit, summaries } = this.#db;
    return [followUps, entries, cases, settings, audit, summaries];
  }

  async #note(caseNumber: number | null, by: string | null): Promise<void> {
    await noteAudit(this.#db, { at: this.#now(), by, act: 'changed', part: 'follow-up', caseNumber });
  }

  async #put(
    next: FollowUp,
    before: FollowUp | null,
    target: Case | undefined,
    { did, by, step }: { did: Did; by: string | null; step: FollowUpStep },
  ): Promise<void> {
    const { caseId, dueAt, reason } = next;
    const entryId = this.#newId();
    await this.#db.followUps.put({ ...next, ...(before ? { updatedAt: this.#now() } : {}) });
    await this.#db.entries.add({
      id: entryId,
      caseId,
      at: target ? timeIn(target, this.#now()) : this.#now(),
      tweetId: null,
      kind: 'change',
      change: { what: 'followUp', did, dueAt, reason },
      by,
    });
    await this.#note(target?.number ?? null, by);
    await renewFacts(this.#db, [caseId]);
    step.before.push({ id: next.id, row: before });
    step.entryIds.push(entryId);
  }
}

/** Rows that wait, by due time; only those due by then, if a time is given. */
export function waitingRows(db: DeskDatabase, by: number = Number.POSITIVE_INFINITY) {
  const end = by === Number.POSITIVE_INFINITY ? Dexie.maxKey : by;
  return db.followUps.where('[state+dueAt]').between(['waiting', Dexie.minKey], ['waiting', end], true, true);
}
