import Dexie, { type EntityTable, type PromiseExtended, type Table } from 'dexie';
import { appendOnly } from '../audit/audit';
import type { AuditLine } from '../audit/line';
import { openAsItIs } from '../backup/store';
import type { Case, Customer, Entry } from '../cases/case';
import type { FollowUp } from '../follow-ups/follow-up';
import type { DraftOutcome, OverrideReason } from '../guard/outcome';
import type { CheckId, Level } from '../guard/types';
import type { ImportPlan } from '../handover/plan';
import type { Incident } from '../incidents/incident';
import type { UpdateList } from '../incidents/update-list';
import type { FunnelDay } from '../queue/funnel';
import type { ReportDay } from '../reports/day';
import type { SummaryRow } from '../reports/facts';
import type { CaseRecord, Counter, SearchRow } from './derive';
import { NEWER_DESK, noteOpenTrouble } from './failure';
import { completeFirstRows } from './first-rows';
import { watchHeldUp } from './held-up';

/** Unfinished note of a case, kept with every keystroke. */
export interface Draft {
  caseId: string;
  text: string;
  updatedAt: number;
}

/**
 * What one thing that a rep did, or saw, has done to a case: a click on "Open case" (`created`, `added`, `reopened`,
 * `shown`), a post or another step of a reply, or a tweet with which the customer came back. Kept so that it can be
 * repeated safely and taken back.
 */
export interface Deed {
  /** The page's request id. */
  id: string;
  at: number;
  kind:
    | 'created'
    | 'added'
    | 'reopened'
    | 'shown'
    | 'recorded'
    | 'private'
    | 'confirmed'
    | 'withdrawn'
    | 'inDm'
    | 'returned'
    | 'thanked'
    | 'satisfied'
    | 'reminded';
  caseId: string;
  /** Entries it wrote. */
  entryIds: string[];
  /** The customer, if this click made one. */
  createdCustomerId: string | null;
  undone: 0 | 1;
  /** The tweet it was about, where an undo must be remembered for it. */
  tweetId?: string;
  /** Entries it changed, as they were and as they are then; null where it removed one. */
  changed?: { before: Entry; after: Entry | null }[];
  /** What of the case it changed. Rows of version 1 lack it: there the history tells. */
  fields?: { before: ChangedFields; after: ChangedFields };
  /** Follow-ups it made. */
  followUpIds?: string[];
}

/** What of a case a deed can change. */
export type ChangedFields = Pick<Case, 'status' | 'resolvedAt'> & { inDmSince: number | null };

/** A tweet that the rep said is not about the brand. */
export interface Dismissal {
  tweetId: string;
  at: number;
}

/** What the rep said of a tweet that the judgement had wrong; see `lib/triage/learning.ts`. */
export interface Correction {
  id: string;
  tweetId: string;
  handle: string;
  /** Milliseconds since 1970. */
  at: number;
  /** What was corrected: whether a tweet is about the brand, or whether it is a complaint. */
  about: 'ours' | 'complaint';
  /** What is right. */
  right: boolean;
  /** The tweet's features, as numbers that cannot be read back: its text is not kept. */
  features: number[];
  /** What held before, so that it can be taken back. */
  before?: {
    /** What the rep had said of the same tweet earlier. */
    said: Pick<Correction, 'id' | 'at' | 'right'> | null;
    /** Whether the tweet's mark had been sent away. */
    dismissed: boolean;
  };
}

/** A tweet on the list of those that need an answer that was dealt with, so that it does not come back. */
export interface DealtWith {
  tweetId: string;
  at: number;
  /** `elsewhere`: the rep has answered it in another place; `answered`: an answer of the brand was seen on X. */
  how: 'dealt' | 'elsewhere' | 'answered';
}

/** What the guard said of one draft and what came of it: for the rep who wrote it, to see which checks help. */
export interface GuardSaying {
  /** The page's request id. */
  id: string;
  /** Milliseconds since 1970. */
  at: number;
  /** How the rep signs. */
  by: string | null;
  checks: { id: CheckId; level: Level }[];
  outcome: DraftOutcome;
  reason: OverrideReason | null;
  /** The tweet that was answered, while it has no case: the first post under it takes what was held there. */
  waitsFor?: string;
}

/** A hand-over that was imported, kept so that it can be taken back. */
export interface Import {
  id: string;
  /** Milliseconds since 1970. */
  at: number;
  plan: ImportPlan;
  /** When it was taken back; null while it stands. */
  undoneAt: number | null;
}

/** One named piece of settings; each is checked by its own schema when it is read. */
export interface Setting {
  key: string;
  value: unknown;
}

/** The database was made by a newer version of Hark, whose rows this one may not understand. */
export class NewerDeskError extends Error {
  override name = NEWER_DESK;
}

/** How an attempt to open the database goes. */
interface Attempt {
  /** Rows are being brought to this version. */
  upgrading: boolean;
  /** Another window did not let go of the database. */
  blocked: boolean;
}

/**
 * Dexie opens a database of a newer version all the same, by asking again for whatever version is there, and may even
 * add to it what it misses. We would write rows of an old form among new ones: that second question is refused.
 */
function watchedFactory(factory: IDBFactory, attempt: Attempt, giveUp: () => void): IDBFactory {
  return {
    cmp: (first, second) => factory.cmp(first, second),
    databases: () => factory.databases(),
    deleteDatabase: (name) => factory.deleteDatabase(name),
    open(name, version) {
      if (version === undefined) throw new NewerDeskError(`The database ${name} is of a newer version.`);
      const request = factory.open(name, version);
      Object.assign(attempt, { upgrading: false, blocked: false });
      request.addEventListener('upgradeneeded', ({ oldVersion }) => {
        attempt.upgrading = oldVersion > 0;
      });
      watchHeldUp(request, name, () => {
        attempt.blocked = true;
        // Nobody waits for it any more: it must not come through later, behind the back of whoever tries again.
        request.onupgradeneeded = () => request.transaction?.abort();
        request.onsuccess = () => request.result.close();
        giveUp();
      });
      return request;
    },
  };
}

/**
 * The desk's database. It belongs to the extension's own origin: only its pages and worker open it. A content script's
 * IndexedDB would be X's.
 */
export class DeskDatabase extends Dexie {
  customers!: EntityTable<Customer, 'id'>;
  cases!: EntityTable<CaseRecord, 'id'>;
  // A union: the narrower table type would keep only the fields that all kinds share.
  entries!: Table<Entry, string>;
  drafts!: EntityTable<Draft, 'caseId'>;
  deeds!: EntityTable<Deed, 'id'>;
  dismissals!: EntityTable<Dismissal, 'tweetId'>;
  corrections!: EntityTable<Correction, 'id'>;
  dealtWith!: EntityTable<DealtWith, 'tweetId'>;
  funnel!: EntityTable<FunnelDay, 'day'>;
  guardSayings!: EntityTable<GuardSaying, 'id'>;
  followUps!: EntityTable<FollowUp, 'id'>;
  incidents!: EntityTable<Incident, 'id'>;
  updateLists!: EntityTable<UpdateList, 'incidentId'>;
  imports!: EntityTable<Import, 'id'>;
  settings!: Table<Setting, string>;
  audit!: Table<AuditLine, number>;
  /** Follows from the other tables, see `derive.ts`: kept in the same transactions. */
  search!: EntityTable<SearchRow, 'number'>;
  counters!: EntityTable<Counter, 'key'>;
  /** Follows from cases and entries as well, see `summaries.ts`. */
  summaries!: EntityTable<SummaryRow, 'part'>;
  reportDays!: EntityTable<ReportDay, 'day'>;
  /** Done once, before the database is first opened here: only then it is still as an older Hark has left it. */
  readonly #before: ((schema: number) => Promise<void>) | null;
  #prepared: Promise<void> | null = null;

  readonly #attempt: Attempt;

  constructor(name = 'hark', before: ((schema: number) => Promise<void>) | null = null) {
    // Where there is no storage at all (a test, a broken profile), Dexie says so itself.
    const factory = Dexie.dependencies.indexedDB as IDBFactory | undefined;
    const attempt: Attempt = { upgrading: false, blocked: false };
    const indexedDB =
      factory &&
      watchedFactory(factory, attempt, () => {
        this.close();
        // Whoever waits now is told so; whoever comes later may try again.
        setTimeout(() => this.close({ disableAutoOpen: false }), 100);
      });
    // What a rep was told is saved must outlive a power cut too. Written through to the disk, a change takes 1 to 3 ms
    // instead of 1 in Chromium and Firefox here, and 40 at the worst on a machine under load: nobody waits for that.
    const chromeTransactionDurability = 'strict';
    super(name, { chromeTransactionDurability, ...(indexedDB ? { indexedDB } : {}) });
    this.#attempt = attempt;
    this.#before = before;
    this.version(1).stores({
      customers: 'id, *handles',
      cases: 'id, &number, [customerId+openedAt], *lists',
      entries: 'id, [caseId+at], tweetId',
      drafts: 'caseId',
      deeds: 'id, at',
      dismissals: 'tweetId, at',
      settings: 'key',
      search: 'number, *words',
      counters: 'key',
    });
    this.version(2).stores({
      corrections: 'id, at, tweetId',
      dealtWith: 'tweetId, at',
      funnel: 'day',
    });
    this.version(3).stores({
      guardSayings: 'id, at',
    });
    this.version(4).stores({
      followUps: 'id, caseId, dueAt',
    });
    this.version(5).stores({
      followUps: 'id, caseId, incidentId, [state+dueAt]',
      incidents: 'id, state',
      updateLists: 'incidentId',
      cases: 'id, &number, [customerId+openedAt], *lists, incidentId',
    });
    this.version(6).stores({
      imports: 'id, at',
    });
    this.version(7)
      .stores({ audit: '++seq, at, caseNumber' })
      .upgrade((rows) => completeFirstRows(rows));
    this.version(8).stores({
      summaries: 'part',
      reportDays: 'day',
    });
    appendOnly(this);
  }

  /** Opens the database. An upgrade happens whole or not at all; that it failed is told from all other failures. */
  override open(): PromiseExtended<Dexie> {
    if (!this.#before) return this.#openNow();
    // What goes wrong there must not keep anybody from their desk.
    this.#prepared ??= this.#before(this.verno).catch((error: unknown) => {
      console.warn('The desk could not be copied before its update.', error instanceof Error ? error.name : '');
    });
    return Dexie.Promise.resolve(this.#prepared).then(() => this.#openNow());
  }

  #openNow(): PromiseExtended<Dexie> {
    return super.open().catch((error: unknown) => {
      const { upgrading, blocked } = this.#attempt;
      if (upgrading || blocked) noteOpenTrouble(error, upgrading ? 'upgrade' : 'blocked');
      throw error;
    });
  }

  /**
   * Reads one setting of a database that this version cannot open, and changes nothing: marks on X need no more than the
   * watchlist. Undefined where it is not to be found.
   */
  async peekAtSetting(key: string): Promise<unknown> {
    const opened = await openAsItIs(this.name);
    if (!opened?.objectStoreNames.contains('settings')) {
      opened?.close();
      return undefined;
    }
    const request = opened.transaction('settings', 'readonly').objectStore('settings').get(key);
    return new Promise((resolve) => {
      request.onsuccess = () => resolve((request.result as Partial<Setting> | undefined)?.value);
      request.onerror = () => resolve(undefined);
    }).finally(() => opened.close());
  }
}
