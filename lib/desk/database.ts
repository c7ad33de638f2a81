import Dexie, { type EntityTable, type Table } from 'dexie';
import type { Customer, Entry } from '../cases/case';
import type { CaseRecord, Counter, SearchRow } from './derive';

/** Unfinished note of a case, kept with every keystroke. */
export interface Draft {
  caseId: string;
  text: string;
  updatedAt: number;
}

/** What a click on "Open case" did, kept so that it can be repeated safely and taken back. */
export interface Deed {
  /** The page's request id. */
  id: string;
  at: number;
  kind: 'created' | 'added' | 'reopened' | 'shown';
  caseId: string;
  /** Entries it wrote. */
  entryIds: string[];
  /** The customer, if this click made one. */
  createdCustomerId: string | null;
  undone: 0 | 1;
}

/** A tweet that the rep said is not about the brand. */
export interface Dismissal {
  tweetId: string;
  at: number;
}

/** One named piece of settings; each is checked by its own schema when it is read. */
export interface Setting {
  key: string;
  value: unknown;
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
  settings!: Table<Setting, string>;
  /** Follows from the other tables, see `derive.ts`: kept in the same transactions. */
  search!: EntityTable<SearchRow, 'number'>;
  counters!: EntityTable<Counter, 'key'>;

  constructor(name = 'hark') {
    super(name);
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
  }
}
