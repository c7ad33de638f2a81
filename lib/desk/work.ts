import { noteAudit } from '../audit/audit';
import type { Case, CaseStatus, Change, Customer, Entry, EntryContent } from '../cases/case';
import type { FollowUp } from '../follow-ups/follow-up';
import type { DeskContext } from './context';
import type { ChangedFields, Deed, DeskDatabase } from './database';
import type { CaseRecord } from './derive';
import { keepCase, renewCasesOf, timeIn } from './keep';

/** How long a deed can be repeated or taken back, in milliseconds. */
const KEEP_DEEDS = 24 * 60 * 60 * 1000;

/** What of a case a deed can change, as it is now. Rows of old versions lack one of them. */
export const fieldsOf = ({ status, resolvedAt, inDmSince }: Case): ChangedFields => ({
  status,
  resolvedAt,
  inDmSince: inDmSince ?? null,
});

/** A case with another status. Only a pending case goes on in direct messages. */
export function inStatus(known: Case, status: CaseStatus, now: number): Case {
  return {
    ...known,
    status,
    resolvedAt: status !== 'resolved' ? null : known.status === 'resolved' ? known.resolvedAt : now,
    inDmSince: status === 'pending' ? (known.inDmSince ?? null) : null,
  };
}

/** What of a case each deed has changed, as the audit trail names it. */
const changedBy: Record<Exclude<Deed['kind'], 'created'>, string> = {
  added: 'tweet',
  reopened: 'status',
  shown: 'tweet',
  recorded: 'reply',
  private: 'direct-messages',
  confirmed: 'reply',
  withdrawn: 'reply',
  inDm: 'direct-messages',
  returned: 'tweet',
  thanked: 'tweet',
  satisfied: 'status',
  reminded: 'follow-up',
};

/** The changes between two states of a case, as its history tells them. */
export function changesBetween(before: Case, after: Case, reopened = false): Change[] {
  const changes: Change[] = [];
  const from = before.status;
  if (after.status !== from)
    changes.push(reopened ? { what: 'reopened', from } : { what: 'status', from, to: after.status });
  const [was, is] = [before, after].map(({ inDmSince }) => Boolean(inDmSince));
  if (was !== is) changes.push({ what: 'inDm', to: Boolean(is) });
  return changes;
}

/**
 * Changes of one case that belong together: gathered within one transaction on `caseTables`, and written down as one
 * deed that can be taken back.
 */
export class Work {
  readonly #db: DeskDatabase;
  readonly #newId: () => string;
  /** When it is done. */
  readonly at: number;
  readonly #before: ChangedFields;
  readonly #entryIds: string[] = [];
  readonly #followUpIds: string[] = [];
  readonly #changed: NonNullable<Deed['changed']> = [];
  #target: Case;

  /** @param made whether the customer was made by this deed, or goes by another name since */
  constructor(
    { db, newId }: DeskContext,
    target: Case,
    readonly customer: Customer,
    now: number,
    readonly made: { customer: boolean; name: boolean } = { customer: false, name: false },
  ) {
    this.#db = db;
    this.#newId = newId;
    this.#target = target;
    this.at = timeIn(target, now);
    this.#before = fieldsOf(target);
  }

  get target(): Case {
    return this.#target;
  }

  /** Writes an entry into the history. */
  async add(content: EntryContent, { at = this.at, tweetId = null }: { at?: number; tweetId?: string | null } = {}) {
    const id = this.#newId();
    await this.#db.entries.add({ id, caseId: this.#target.id, at, tweetId, ...content });
    this.#entryIds.push(id);
  }

  /** Puts another entry in the place of one; null removes it. */
  async replace(before: Entry, after: Entry | null): Promise<void> {
    if (after) await this.#db.entries.put(after);
    else await this.#db.entries.delete(before.id);
    this.#changed.push({ before, after });
  }

  /** Changes the case and says so in the history. */
  async set(after: Case, by: string | null, reopened = false): Promise<void> {
    for (const change of changesBetween(this.#target, after, reopened)) await this.add({ kind: 'change', change, by });
    this.#target = after;
  }

  async remind(followUp: FollowUp): Promise<void> {
    await this.#db.followUps.put(followUp);
    this.#followUpIds.push(followUp.id);
  }

  /**
   * Keeps the case and writes down the deed, also in the audit trail.
   *
   * @param by who has done it; null if nobody did, or nobody had said who they are
   */
  async finish(requestId: string, kind: Deed['kind'], by: string | null, tweetId?: string): Promise<CaseRecord> {
    const kept = await keepCase(this.#db, { ...this.#target, updatedAt: this.at });
    if (this.made.name) await renewCasesOf(this.#db, this.customer.id);
    await this.note(requestId, kind, tweetId);
    const did =
      kind === 'created' ? ({ act: 'opened' } as const) : ({ act: 'changed', part: changedBy[kind] } as const);
    await noteAudit(this.#db, { at: this.at, by, caseNumber: kept.number, ...did });
    return kept;
  }

  /** Writes down the deed only: it has changed nothing of the case. */
  async note(requestId: string, kind: Deed['kind'], tweetId?: string): Promise<void> {
    await this.#db.deeds.put({
      id: requestId,
      at: this.at,
      kind,
      caseId: this.#target.id,
      entryIds: this.#entryIds,
      createdCustomerId: this.made.customer ? this.customer.id : null,
      undone: 0,
      fields: { before: this.#before, after: fieldsOf(this.#target) },
      ...(tweetId === undefined ? {} : { tweetId }),
      ...(this.#changed.length > 0 ? { changed: this.#changed } : {}),
      ...(this.#followUpIds.length > 0 ? { followUpIds: this.#followUpIds } : {}),
    });
    await this.#db.deeds
      .where('at')
      .below(this.at - KEEP_DEEDS)
      .delete();
  }
}
