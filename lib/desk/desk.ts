import type { Case, CaseFields, CaseStatus, Change, Customer, CustomerBadge, Entry, EntryContent } from '../cases/case';
import { badgeOf, decideOpening, type Opening } from '../cases/opening';
import { tidyTags } from '../cases/tags';
import type { SentTweet } from '../protocol';
import { signatureOf } from '../text/signature';
import type { Deed, DeskDatabase } from './database';
import { setDismissed } from './dismissals';
import { casesOf, caseTables, customerByHandle, dropCase, entriesOf, keepCase, renewCase, renewCasesOf } from './keep';

/** What the desk needs from outside, so that tests can set clock and ids. */
export interface DeskContext {
  db: DeskDatabase;
  /** Milliseconds since 1970. */
  now(): number;
  newId(): string;
}

/** What a click on "Open case" did. */
export interface OpenedCase {
  kind: Deed['kind'];
  case: Case;
  customer: Customer;
  badge: CustomerBadge;
}

/** A request to open a case on a tweet. */
export interface OpenRequest {
  requestId: string;
  tweet: SentTweet;
  thread: readonly SentTweet[];
  account: string | null;
  /** How the rep at the desk signs: the case is theirs. */
  by: string | null;
  /** The brand's accounts, lower case: what they wrote are replies. */
  brand: ReadonlySet<string>;
}

const NEXT_NUMBER = 'nextCaseNumber';

/** How long a click can be repeated or taken back, in milliseconds. */
const KEEP_DEEDS = 24 * 60 * 60 * 1000;

function contentOf(tweet: SentTweet, customer: Customer, brand: ReadonlySet<string>): EntryContent {
  const author = tweet.handle.toLowerCase();
  const { handle, text, permalink } = tweet;
  if (brand.has(author)) return { kind: 'reply', handle, initials: signatureOf(text), text, permalink };
  if (customer.handles.includes(author)) {
    return { kind: 'tweet', handle, name: tweet.name, text, permalink, lang: tweet.lang };
  }
  return { kind: 'bystander', permalink };
}

/** Everything that changes or reads cases. Each change is one transaction: it happens whole or not at all. */
export class Desk {
  readonly #db: DeskDatabase;
  readonly #now: () => number;
  readonly #newId: () => string;

  constructor(context: DeskContext) {
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
    return db.transaction('rw', caseTables(db), async () => {
      const done = await db.deeds.get(request.requestId);
      if (done) {
        const known = await db.cases.get(done.caseId);
        const owner = known && (await db.customers.get(known.customerId));
        if (known && owner) return this.#outcome(done.kind, known, owner);
      }
      const now = this.#now();
      const found = await this.customerByHandle(request.tweet.handle);
      const customer = found ?? this.#newCustomer(request.tweet, now);
      const renamed = found !== undefined && goesByNewName(found, request.tweet);
      if (renamed) customer.name = request.tweet.name;
      if (!found || renamed) await db.customers.put(customer);

      const cases = await this.casesOf(customer.id);
      const holders = await db.entries.where('tweetId').equals(request.tweet.id).toArray();
      const opening = decideOpening(cases, new Set(holders.map((entry) => entry.caseId)), now);
      const target = await this.#targetOf(opening, customer, request, now);
      const entryIds = await this.#record(target, customer, request, opening, now);
      const opened = opening.kind === 'shown' ? target : await keepCase(db, target);
      if (renamed) await renewCasesOf(db, customer.id);

      await db.deeds.put({
        id: request.requestId,
        at: now,
        kind: opening.kind,
        caseId: opened.id,
        entryIds,
        createdCustomerId: found ? null : customer.id,
        undone: 0,
      });
      await db.deeds
        .where('at')
        .below(now - KEEP_DEEDS)
        .delete();
      return this.#outcome(opening.kind, opened, customer);
    });
  }

  #newCustomer({ handle, name }: SentTweet, now: number): Customer {
    return {
      id: this.#newId(),
      handles: [handle.toLowerCase()],
      handle,
      name,
      account: '',
      place: '',
      note: '',
      namedByRep: false,
      createdAt: now,
      joined: [],
    };
  }

  /** The case that a click is about, as it will be; it is written once its entries are. */
  async #targetOf(opening: Opening, customer: Customer, request: OpenRequest, now: number): Promise<Case> {
    if (opening.kind === 'created') {
      return {
        id: this.#newId(),
        number: await this.#nextNumber(),
        customerId: customer.id,
        openedFor: request.tweet.handle.toLowerCase(),
        status: 'open',
        topic: 'other',
        priority: 'normal',
        route: 'support',
        owner: request.by,
        tags: [],
        openedAs: request.account,
        openedAt: now,
        updatedAt: now,
        resolvedAt: null,
        waitingSince: null,
      };
    }
    if (opening.kind === 'shown') return opening.case;
    // A customer who writes again is waiting again, also where a reply was pending.
    return { ...opening.case, status: 'open', resolvedAt: null, updatedAt: now };
  }

  /** Writes the tweet, the thread around it and what happened; returns the ids of the new entries. */
  async #record(
    target: Case,
    customer: Customer,
    request: OpenRequest,
    opening: Opening,
    now: number,
  ): Promise<string[]> {
    if (opening.kind === 'shown') return [];
    const known = new Set((await entriesOf(this.#db, target.id)).map((entry) => entry.tweetId));
    const entries: Entry[] = [];
    const add = (at: number, tweetId: string | null, content: EntryContent): void => {
      entries.push({ id: this.#newId(), caseId: target.id, at, tweetId, ...content });
    };
    for (const tweet of [...request.thread, request.tweet]) {
      if (known.has(tweet.id)) continue;
      known.add(tweet.id);
      add(Date.parse(tweet.time), tweet.id, contentOf(tweet, customer, request.brand));
    }
    const { by } = request;
    if (opening.kind === 'created') add(now, null, { kind: 'change', change: { what: 'opened' }, by });
    if (opening.kind === 'reopened') {
      add(now, null, { kind: 'change', change: { what: 'reopened', from: opening.case.status }, by });
    } else if (opening.kind === 'added' && opening.case.status !== 'open') {
      add(now, null, { kind: 'change', change: { what: 'status', from: opening.case.status, to: 'open' }, by });
    }
    await this.#db.entries.bulkAdd(entries);
    return entries.map((entry) => entry.id);
  }

  async #nextNumber(): Promise<number> {
    const stored = await this.#db.settings.get(NEXT_NUMBER);
    const number = typeof stored?.value === 'number' ? stored.value : 1;
    await this.#db.settings.put({ key: NEXT_NUMBER, value: number + 1 });
    return number;
  }

  async #outcome(kind: Deed['kind'], opened: Case, customer: Customer): Promise<OpenedCase> {
    const badge = badgeOf(await this.casesOf(customer.id));
    return {
      kind,
      case: opened,
      customer,
      badge: badge ?? { caseNumber: opened.number, status: opened.status, before: 0 },
    };
  }

  /**
   * Takes back what a click on "Open case" did. Refuses with a reason in plain words once there is work in the case
   * that would be lost.
   */
  async undo(requestId: string): Promise<{ ok: true; handles: string[] } | { ok: false; reason: string }> {
    const db = this.#db;
    return db.transaction('rw', caseTables(db), async () => {
      const deed = await db.deeds.get(requestId);
      if (!deed) return { ok: false, reason: 'That is too long ago to undo.' };
      const target = await db.cases.get(deed.caseId);
      const customer = target && (await db.customers.get(target.customerId));
      if (!target || !customer) return { ok: false, reason: 'That case is gone already.' };
      if (deed.undone === 1 || deed.kind === 'shown') return { ok: true, handles: customer.handles };

      if (deed.kind === 'created') {
        if (await this.#hasWork(target, customer, deed)) {
          return { ok: false, reason: `Case #${target.number} has more in it now. Set it to closed instead.` };
        }
        await db.entries.bulkDelete(deed.entryIds);
        await dropCase(db, target);
        const others = await this.casesOf(customer.id);
        if (deed.createdCustomerId === customer.id && others.length === 0) await db.customers.delete(customer.id);
      } else {
        const written = await db.entries.bulkGet(deed.entryIds);
        const changes = written.filter((entry) => entry?.kind === 'change').map((entry) => entry as ChangeEntry);
        const from = changes.map(({ change }) => ('from' in change ? change.from : null)).find(isStatus);
        // If somebody has changed the status since, that stands; only what this click added goes.
        const back: Partial<Case> =
          from && target.status === 'open'
            ? {
                status: from,
                resolvedAt: from === 'resolved' ? await this.#lastResolved(target.id, deed) : null,
                updatedAt: this.#now(),
              }
            : {};
        await db.entries.bulkDelete(deed.entryIds);
        await renewCase(db, target.id, back);
      }
      await db.deeds.update(deed.id, { undone: 1 });
      return { ok: true, handles: customer.handles };
    });
  }

  /** True if somebody has put work into a case, or into the customer who came with it, that an undo would lose. */
  async #hasWork(target: Case, customer: Customer, deed: Deed): Promise<boolean> {
    const written = await entriesOf(this.#db, target.id);
    if (written.some((entry) => !deed.entryIds.includes(entry.id))) return true;
    if ((await this.#db.drafts.get(target.id))?.text) return true;
    if (deed.createdCustomerId !== customer.id) return false;
    const { account, place, note, namedByRep, joined } = customer;
    return namedByRep || joined.length > 0 || [account, place, note].some((detail) => detail !== '');
  }

  async #lastResolved(caseId: string, deed: Deed): Promise<number> {
    const all = await this.history(caseId);
    const resolved = all.find(
      (entry) =>
        entry.kind === 'change' &&
        entry.at <= deed.at &&
        entry.change.what === 'status' &&
        entry.change.to === 'resolved',
    );
    return resolved?.at ?? deed.at;
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
      const now = this.#now();
      const fields: CaseFields = wanted.tags ? { ...wanted, tags: tidyTags(wanted.tags) } : wanted;
      const changes = changesOf(known, fields);
      if (changes.length === 0) return known;
      const status = fields.status ?? known.status;
      await db.entries.bulkAdd(
        changes.map((change) => ({ id: this.#newId(), caseId, at: now, tweetId: null, kind: 'change', change, by })),
      );
      return keepCase(db, {
        ...known,
        ...fields,
        updatedAt: now,
        resolvedAt: status !== 'resolved' ? null : known.status === 'resolved' ? known.resolvedAt : now,
      });
    });
  }

  /** Keeps an unfinished note. Called with every keystroke; the latest text wins. */
  async saveDraft(caseId: string, text: string): Promise<void> {
    if (text === '') await this.#db.drafts.delete(caseId);
    else await this.#db.drafts.put({ caseId, text, updatedAt: this.#now() });
  }

  /** The unfinished note of a case; empty if there is none. */
  async draft(caseId: string): Promise<string> {
    return (await this.#db.drafts.get(caseId))?.text ?? '';
  }

  /** Moves the unfinished note into the history. Returns the new entry's id, or null if the text is empty. */
  async addNote(caseId: string, text: string, by: string | null): Promise<string | null> {
    const db = this.#db;
    const body = text.trim();
    if (!body) return null;
    return db.transaction('rw', caseTables(db), async () => {
      const now = this.#now();
      const id = this.#newId();
      await db.entries.add({ id, caseId, at: now, tweetId: null, kind: 'note', text: body, by });
      await db.drafts.delete(caseId);
      await renewCase(db, caseId, { updatedAt: now });
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
      await db.drafts.put({
        caseId: entry.caseId,
        text: since ? `${entry.text}\n${since}` : entry.text,
        updatedAt: this.#now(),
      });
    });
  }

  /**
   * Records a reply of the brand that X has rendered under a tweet. Only cases that hold that tweet get it, each once.
   * Returns the handles concerned.
   */
  async recordReply(tweetId: string, reply: SentTweet): Promise<string[]> {
    const db = this.#db;
    return db.transaction('rw', caseTables(db), async () => {
      const holders = await db.entries.where('tweetId').equals(tweetId).toArray();
      const known = new Set(
        (await db.entries.where('tweetId').equals(reply.id).toArray()).map((entry) => entry.caseId),
      );
      const handles: string[] = [];
      for (const { caseId } of holders) {
        const target = await db.cases.get(caseId);
        if (!target || known.has(caseId)) continue;
        known.add(caseId);
        const { handle, text, permalink } = reply;
        await db.entries.add({
          id: this.#newId(),
          caseId,
          at: Date.parse(reply.time),
          tweetId: reply.id,
          kind: 'reply',
          handle,
          initials: signatureOf(text),
          text,
          permalink,
        });
        await renewCase(db, caseId, { updatedAt: this.#now() });
        handles.push(...((await db.customers.get(target.customerId))?.handles ?? []));
      }
      return handles;
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

/** X's display name counts unless a rep has written a better one, or it belongs to another handle of the customer. */
function goesByNewName(customer: Customer, { handle, name }: SentTweet): boolean {
  if (customer.namedByRep || !name || customer.name === name) return false;
  return customer.handle.toLowerCase() === handle.toLowerCase();
}

function changesOf(known: Case, wanted: CaseFields): Change[] {
  const changes: Change[] = [];
  const { status, topic, priority, route, owner, tags } = wanted;
  if (status && status !== known.status) changes.push({ what: 'status', from: known.status, to: status });
  if (topic && topic !== known.topic) changes.push({ what: 'topic', from: known.topic, to: topic });
  if (priority && priority !== known.priority) changes.push({ what: 'priority', from: known.priority, to: priority });
  if (route && route !== known.route) changes.push({ what: 'route', from: known.route, to: route });
  if (owner !== undefined && owner !== known.owner) changes.push({ what: 'owner', from: known.owner, to: owner });
  const added = tags?.filter((tag) => !known.tags.includes(tag)) ?? [];
  const removed = tags ? known.tags.filter((tag) => !tags.includes(tag)) : [];
  if (added.length + removed.length > 0) changes.push({ what: 'tags', added, removed });
  return changes;
}

type ChangeEntry = Extract<Entry, { kind: 'change' }>;

function isStatus(value: unknown): value is CaseStatus {
  return value === 'open' || value === 'pending' || value === 'resolved' || value === 'closed';
}
