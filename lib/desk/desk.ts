import { noteAudit } from '../audit/audit';
import type { Case, CaseFields, CaseStatus, Change, Customer, CustomerBadge, Entry } from '../cases/case';
import { badgeOf } from '../cases/opening';
import { tidyTags } from '../cases/tags';
import type { SentTweet } from '../protocol';
import type { DeskContext } from './context';
import type { DeskDatabase } from './database';
import { setDismissed } from './dismissals';
import { entriesOf } from './entries';
import { caseIsGone } from './failure';
import { guardSaid, type Said } from './guard-log';
import { casesOf, caseTables, customerByHandle, keepCase, renewCase, timeIn } from './keep';
import { begin, type CaseSource, doneBefore, type OpenedCase, outcomeOf, wake } from './opening';
import {
  confirmReply,
  isInCare,
  type PostRequest,
  type RecordedPost,
  type ReplyOut,
  recordPost,
  recordSeen,
  replyOut,
  withdrawReply,
} from './posting';
import { type PrivateRequest, setInDm, type TakenCase, takePrivate } from './private';
import { type RemindRequest, remind } from './reminders';
import { customersWrote, type SeenTweet } from './returning';
import { noteSatisfied } from './satisfied';
import { type UndoneDeed, undoDeed } from './undo';
import { changesBetween, inStatus } from './work';

export type { DeskContext } from './context';
export type { OpenedCase } from './opening';

/** A request to open a case on a tweet. */
export interface OpenRequest extends CaseSource {
  requestId: string;
}

/** Everything that changes or reads cases. Each change is one transaction: it happens whole or not at all. */
export class Desk {
  readonly #context: DeskContext;
  readonly #db: DeskDatabase;
  readonly #now: () => number;
  readonly #newId: () => string;

  constructor(context: DeskContext) {
    this.#context = context;
    this.#db = context.db;
    this.#now = context.now;
    this.#newId = context.newId;
  }

  /** The customer with this handle, or undefined. */
  async customerByHandle(handle: string): Promise<Customer | undefined> {
    return customerByHandle(this.#db, handle);
  }

  /** All cases of a customer, newest first. */
  async casesOf(customerId: string): Promise<Case[]> {
    return casesOf(this.#db, customerId);
  }

  /**
   * Opens a case on a tweet, adds the tweet to the customer's open case, or brings a lately resolved one back.
   * Safe to repeat with the same request id: the second time nothing is written.
   */
  async open(request: OpenRequest): Promise<OpenedCase> {
    const db = this.#db;
    const { requestId, tweet, by } = request;
    return db.transaction('rw', caseTables(db), async () => {
      const done = await doneBefore(db, requestId, ['created', 'added', 'reopened', 'shown']);
      if (done) return done;
      const begun = await begin(this.#context, request, this.#now());
      const { work, opening } = begun;
      await wake(begun, by);
      if (opening === 'shown') await work.note(requestId, opening, tweet.id);
      const opened = opening === 'shown' ? work.target : await work.finish(requestId, opening, by, tweet.id);
      return outcomeOf(db, opening, opened, work.customer);
    });
  }

  /** Takes back what a deed has done: a click on "Open case", a post, a step of a reply. See {@link undoDeed}. */
  undo(requestId: string): Promise<UndoneDeed> {
    return undoDeed(this.#context, requestId);
  }

  /** See {@link recordPost}. */
  recordPost(request: PostRequest): Promise<RecordedPost | null> {
    return recordPost(this.#context, request);
  }

  /** See {@link isInCare}. */
  isInCare(tweet: SentTweet): Promise<boolean> {
    return isInCare(this.#context, tweet);
  }

  /** See {@link recordSeen}. */
  recordReply(tweetId: string, reply: SentTweet): Promise<string[]> {
    return recordSeen(this.#context, tweetId, reply);
  }

  /** See {@link replyOut}. */
  replyOut(account: string, tweetId: string): Promise<ReplyOut | null> {
    return replyOut(this.#context, account, tweetId);
  }

  /** See {@link confirmReply}. */
  confirmReply(entryId: string, by: string | null, requestId: string): Promise<boolean> {
    return confirmReply(this.#context, entryId, by, requestId);
  }

  /** See {@link withdrawReply}. */
  withdrawReply(entryId: string, by: string | null, requestId: string): Promise<boolean> {
    return withdrawReply(this.#context, entryId, by, requestId);
  }

  /** See {@link customersWrote}. */
  customersWrote(seen: readonly SeenTweet[]): Promise<string[]> {
    return customersWrote(this.#context, seen);
  }

  /** See {@link takePrivate}. */
  takePrivate(request: PrivateRequest): Promise<TakenCase> {
    return takePrivate(this.#context, request);
  }

  /** See {@link setInDm}. */
  setInDm(caseId: string, on: boolean, by: string | null, requestId: string): Promise<boolean> {
    return setInDm(this.#context, caseId, on, by, requestId);
  }

  /** See {@link noteSatisfied}. */
  noteSatisfied(caseId: string, by: string | null, requestId: string): Promise<boolean> {
    return noteSatisfied(this.#context, caseId, by, requestId);
  }

  /** See {@link remind}. */
  remind(request: RemindRequest): Promise<string[] | null> {
    return remind(this.#context, request);
  }

  /** See {@link guardSaid}. */
  guardSaid(said: Said): Promise<boolean> {
    return guardSaid(this.#context, said);
  }

  /** A case's history, newest first. */
  async history(caseId: string): Promise<Entry[]> {
    return (await entriesOf(this.#db, caseId)).reverse();
  }

  /** Sets fields of a case and writes the changes into its history. What has that value already is left alone. */
  async change(caseId: string, wanted: CaseFields, by: string | null): Promise<Case | null> {
    const db = this.#db;
    return db.transaction('rw', caseTables(db), async () => {
      const known = await db.cases.get(caseId);
      if (!known) return null;
      const now = timeIn(known, this.#now());
      const fields: CaseFields = wanted.tags ? { ...wanted, tags: tidyTags(wanted.tags) } : wanted;
      const after = fields.status ? inStatus(known, fields.status, now) : known;
      const changes = [...changesBetween(known, after), ...changesOf(known, fields)];
      if (changes.length === 0) return known;
      await db.entries.bulkAdd(
        changes.map((change) => ({ id: this.#newId(), caseId, at: now, tweetId: null, kind: 'change', change, by })),
      );
      for (const { what } of changes) {
        await noteAudit(db, { at: now, by, act: 'changed', part: auditPart(what), caseNumber: known.number });
      }
      return keepCase(db, { ...after, ...fields, updatedAt: now });
    });
  }

  /** Keeps an unfinished note. Called with every keystroke; the latest text wins. */
  async saveDraft(caseId: string, text: string): Promise<void> {
    const { drafts, cases } = this.#db;
    if (text === '') return drafts.delete(caseId);
    await this.#db.transaction('rw', drafts, cases, async () => {
      // What was typed about a customer who is erased meanwhile must not come back.
      const isThere = (await cases.where('id').equals(caseId).count()) > 0;
      if (isThere) await drafts.put({ caseId, text, updatedAt: this.#now() });
    });
  }

  /** The unfinished note of a case; empty if there is none. */
  async draft(caseId: string): Promise<string> {
    return (await this.#db.drafts.get(caseId))?.text ?? '';
  }

  /**
   * Moves the unfinished note into the history. Returns the new entry's id, or null if the text is empty.
   *
   * @throws {ToldError} if the case is gone, as it was taken back in another window
   */
  async addNote(caseId: string, text: string, by: string | null): Promise<string | null> {
    const db = this.#db;
    const body = text.trim();
    if (!body) return null;
    return db.transaction('rw', caseTables(db), async () => {
      const known = await db.cases.get(caseId);
      if (!known) throw caseIsGone();
      const now = timeIn(known, this.#now());
      const id = this.#newId();
      await db.entries.add({ id, caseId, at: now, tweetId: null, kind: 'note', text: body, by });
      await db.drafts.delete(caseId);
      await renewCase(db, caseId, { updatedAt: now });
      await noteAudit(db, { at: now, by, act: 'changed', part: 'note', caseNumber: known.number });
      return id;
    });
  }

  /** Takes a note out of the history, to undo adding it. Its text becomes the unfinished note again. */
  async withdrawNote(entryId: string): Promise<void> {
    const db = this.#db;
    await db.transaction('rw', caseTables(db), async () => {
      const entry = await db.entries.get(entryId);
      if (entry?.kind !== 'note') return;
      // What was typed since then stays, after it.
      const since = (await db.drafts.get(entry.caseId))?.text;
      await db.entries.delete(entryId);
      await renewCase(db, entry.caseId);
      const known = await db.cases.get(entry.caseId);
      if (!known) return;
      const line = { act: 'changed', part: 'note', caseNumber: known.number } as const;
      await noteAudit(db, { at: this.#now(), by: entry.by, ...line });
      await db.drafts.put({
        caseId: entry.caseId,
        text: since ? `${entry.text}\n${since}` : entry.text,
        updatedAt: this.#now(),
      });
    });
  }

  /** Badges for handles (any case) that have cases; keys in lower case. */
  async badges(handles: readonly string[]): Promise<Record<string, CustomerBadge>> {
    const wanted = new Set(handles.map((handle) => handle.toLowerCase()));
    const customers = await this.#db.customers
      .where('handles')
      .anyOf([...wanted])
      .distinct()
      .toArray();
    const badges: Record<string, CustomerBadge> = {};
    for (const customer of customers) {
      const badge = badgeOf(await this.casesOf(customer.id));
      if (badge) for (const handle of customer.handles) if (wanted.has(handle)) badges[handle] = badge;
    }
    return badges;
  }

  /** Which of these tweets are in a case as a customer's tweet: number and status of the newest such case. */
  async casesOfTweets(tweetIds: readonly string[]): Promise<Record<string, { number: number; status: CaseStatus }>> {
    const entries = await this.#db.entries
      .where('tweetId')
      .anyOf([...tweetIds])
      .and((entry) => entry.kind === 'tweet')
      .toArray();
    const cases = await this.#db.cases.bulkGet([...new Set(entries.map((entry) => entry.caseId))]);
    const byId = new Map(cases.filter((known) => known !== undefined).map((known) => [known.id, known]));
    const found: Record<string, { number: number; status: CaseStatus }> = {};
    for (const entry of entries) {
      const known = byId.get(entry.caseId);
      if (!known || entry.tweetId === null) continue;
      const other = found[entry.tweetId];
      if (!other || other.number < known.number) found[entry.tweetId] = { number: known.number, status: known.status };
    }
    return found;
  }

  /** Remembers or forgets that a tweet is not about the brand. */
  async dismiss(tweetId: string, dismissed: boolean): Promise<void> {
    await setDismissed(this.#db, tweetId, dismissed, this.#now());
  }

  /** Ids of the tweets that are not about the brand, latest first. */
  async dismissed(limit: number): Promise<string[]> {
    return this.#db.dismissals.orderBy('at').reverse().limit(limit).primaryKeys();
  }
}

/** What the audit trail calls what was changed. */
const auditPart = (what: Change['what']): string => (what === 'inDm' ? 'direct-messages' : what);

/** The changes of what has no say in whether a case waits. */
function changesOf(known: Case, wanted: CaseFields): Change[] {
  const changes: Change[] = [];
  const { topic, priority, route, owner, tags } = wanted;
  if (topic && topic !== known.topic) changes.push({ what: 'topic', from: known.topic, to: topic });
  if (priority && priority !== known.priority) changes.push({ what: 'priority', from: known.priority, to: priority });
  if (route && route !== known.route) changes.push({ what: 'route', from: known.route, to: route });
  if (owner !== undefined && owner !== known.owner) changes.push({ what: 'owner', from: known.owner, to: owner });
  const added = tags?.filter((tag) => !known.tags.includes(tag)) ?? [];
  const removed = tags ? known.tags.filter((tag) => !tags.includes(tag)) : [];
  if (added.length + removed.length > 0) changes.push({ what: 'tags', added, removed });
  return changes;
}
