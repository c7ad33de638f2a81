import type { DraftOutcome, OverrideReason } from '../guard/outcome';
import type { CheckId } from '../guard/types';

/** What a case can be. `closed` is final; `resolved` can come back. */
export const caseStatuses = ['open', 'pending', 'resolved', 'closed'] as const;
export type CaseStatus = (typeof caseStatuses)[number];

/** What a case is about. */
export const topics = [
  'outage',
  'speed',
  'billing',
  'appointment',
  'device',
  'cancellation',
  'coverage',
  'unreachable',
  'order',
  'account',
  'fraud',
  'other',
] as const;
export type Topic = (typeof topics)[number];

export const priorities = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof priorities)[number];

/** Who in the company a case is for. */
export const routes = ['support', 'rnd', 'promotions', 'other'] as const;
export type Route = (typeof routes)[number];

/** What the rep can write down about a customer. All of it is text; empty where nothing is known. */
export interface CustomerDetails {
  name: string;
  /** Reference of their account in the team's own customer system. */
  account: string;
  /** Area, node or shop: whatever tells which outage would concern them. */
  place: string;
  note: string;
}

/** A customer: one person, under one or more handles. Times are milliseconds since 1970. */
export interface Customer extends CustomerDetails {
  id: string;
  /** Lower case, for finding. */
  handles: string[];
  /** The handle as written, for showing. */
  handle: string;
  /** True once a rep has written the name: then X's display name no longer replaces it. */
  namedByRep: boolean;
  createdAt: number;
  /** Customers that turned out to be this one, each kept as they were, so that they can be parted again. */
  joined: JoinedCustomer[];
  /** When a rep last changed each detail; a hand-over tells by it what is newer. Absent where that was never noted. */
  changedAt?: Partial<Record<keyof CustomerDetails, number>>;
  /** What the last import knew of the details, with what stood against it. Absent before the first. */
  versions?: DetailVersions;
}

/** One value of a detail, and what was known on the desk that wrote it: so later ones are told from contradictions. */
export interface DetailVersion {
  value: string;
  /** Id of the desk that wrote it, and when. */
  desk: string;
  at: number;
  /** For each desk, up to when its versions were known, this one among them. Sorted by desk. */
  seen: [desk: string, at: number][];
}

/** The versions of each detail that no later one has replaced; more than one is a contradiction. */
export type DetailVersions = Partial<Record<keyof CustomerDetails, DetailVersion[]>>;

/** A customer who was joined with another one. */
export interface JoinedCustomer {
  customer: Customer;
  at: number;
  /** Details that the other one lacked and took over from them. */
  lent: (keyof CustomerDetails)[];
}

/** One case of one customer. */
export interface Case {
  id: string;
  /** What reps call it. Never given twice on a desk, even if the case was undone. */
  number: number;
  customerId: string;
  /** Lower-case handle it was opened for: it goes with that handle if joined customers are parted. */
  openedFor: string;
  status: CaseStatus;
  topic: Topic;
  priority: Priority;
  route: Route;
  /** Signature of the rep who looks after it, or null. */
  owner: string | null;
  /** Short words of the team's own, each once. */
  tags: string[];
  /** Account that was logged in on X when the case was opened, or null where the page did not show it. */
  openedAs: string | null;
  openedAt: number;
  updatedAt: number;
  /** When it was last set to resolved; null if it is not. */
  resolvedAt: number | null;
  /** Since when the talk goes on in direct messages; null or absent while it does not. Its clock stands still then. */
  inDmSince?: number | null;
  /** The incident it belongs to, if it does. */
  incidentId?: string;
  /** Incidents of which the rep has said that it does not belong to them. */
  notOfIncidents?: string[];
  /**
   * Since when the customer has been waiting for the brand: the time of their first tweet that no reply has followed.
   * Asking again does not set it back. Null once answered, and while nothing is to be done; see `waiting.ts`.
   */
  waitingSince: number | null;
  /**
   * Where it was opened: itself, and the cases of other desks that are the same conversation. Absent until an import
   * has touched it. The one with this case's id comes first, if it is among them.
   */
  origins?: CaseOrigin[];
}

/** A Hark with a database of its own. */
export interface DeskName {
  id: string;
  /** As people call it: "JD's desk". */
  name: string;
}

/** A case as it was when it was opened, before any change that its history tells. */
export interface CaseOrigin {
  id: string;
  desk: DeskName;
  /** Its number on that desk. */
  number: number;
  openedFor: string;
  openedAs: string | null;
  openedAt: number;
  /** The latest change that is known. */
  updatedAt: number;
  base: CaseBase;
}

/** What of a case can change, as it was at first. */
export type CaseBase = Required<CaseFields> & Pick<Case, 'resolvedAt'>;

/** What of a case a rep can set. */
export type CaseFields = Partial<Pick<Case, 'status' | 'topic' | 'priority' | 'route' | 'owner' | 'tags'>>;

/** One thing in a case's history. */
export type Entry = {
  id: string;
  caseId: string;
  at: number;
  tweetId: string | null;
  /** Id of the case it was written in, where that is another desk's case of the same conversation. */
  openedIn?: string;
  /** The same tweet in other desks' cases of the same conversation. */
  copies?: EntryCopy[];
} & EntryContent;

export interface EntryCopy {
  id: string;
  caseId: string;
  /** What it says, where that is not quite the same: a name of that day, or only a link. */
  says?: Entry;
}

export type EntryContent =
  | {
      kind: 'tweet';
      handle: string;
      name: string;
      text: string;
      permalink: string;
      lang: string | null;
      /** True where the text is not kept: it stands on X. */
      linkOnly?: true;
      /** How it was judged, where the text is not kept. */
      gist?: Gist;
    }
  | {
      kind: 'reply';
      handle: string;
      initials: string | null;
      text: string;
      /** Null while X has not shown it. */
      permalink: string | null;
      /** True of a reply that was let go here and that X has not shown yet: the response clock runs on. */
      awaited?: boolean;
      /** The tweet it answers, where that is known. */
      answers?: string;
      /** True where the text is not kept: it stands on X. */
      linkOnly?: true;
    }
  /** A tweet of somebody who is neither the customer nor the brand: kept as a link only. */
  | { kind: 'bystander'; permalink: string }
  | { kind: 'note'; text: string; by: string | null }
  | {
      kind: 'change';
      change: Change;
      by: string | null;
      /**
       * Ids of the changes of the same field that this one came after and replaced (or of the case itself: of what
       * it was opened with). Absent until an import has touched the case; then those before it by time.
       */
      after?: string[];
    }
  /** What the guard said of a reply to this customer, and what the rep made of it; never the words that were held. */
  | { kind: 'guard'; checks: CheckId[]; outcome: DraftOutcome; reason: OverrideReason | null; by: string | null };

/** What a tweet wanted, in one word each: kept where its text is not. */
export interface Gist {
  intent: 'complaint' | 'question' | 'praise' | 'other' | 'unsure';
  topic: Topic;
  /** 0 (nothing to do) to 1 (first of all). */
  urgency: number;
}

/** What was changed in a case. */
export type Change =
  | { what: 'opened' }
  | { what: 'reopened'; from: CaseStatus }
  | { what: 'status'; from: CaseStatus; to: CaseStatus }
  | { what: 'topic'; from: Topic; to: Topic }
  | { what: 'priority'; from: Priority; to: Priority }
  | { what: 'route'; from: Route; to: Route }
  | { what: 'owner'; from: string | null; to: string | null }
  | { what: 'tags'; added: string[]; removed: string[] }
  /** The shift ended, and somebody else has the case now; `to` is null where nobody was named. */
  | { what: 'handedOver'; from: string | null; to: string | null }
  /** Came, or came to have more in it, by a file from another desk, where it had this number. */
  | { what: 'imported'; from: string; number: number | null }
  | { what: 'importUndone'; from: string }
  /** Two desks had set a field differently, and somebody decided. */
  | { what: 'settled'; field: SettledField; to: string | null; over: (string | null)[] }
  /** Gone on in direct messages, or come back from there. */
  | { what: 'inDm'; to: boolean }
  /** Linked to an incident, or parted from it. */
  | { what: 'incident'; did: 'linked' | 'unlinked'; title: string; incidentId: string }
  /** The customer has said so themselves. */
  | { what: 'satisfied' }
  /** A follow-up: `dueAt` is when it is due then, in milliseconds since 1970. */
  | { what: 'followUp'; did: 'made' | 'moved' | 'done' | 'withdrawn'; dueAt: number; reason: string };

/** What two desks can contradict each other in. */
export type SettledField = Exclude<keyof CaseFields, 'tags'> | keyof CustomerDetails;

/** What the page shows beside a customer's name. */
export interface CustomerBadge {
  caseNumber: number;
  status: CaseStatus;
  /** Number of cases before this one. */
  before: number;
}

/** True while somebody still has to do something. */
export function isActive(status: CaseStatus): boolean {
  return status === 'open' || status === 'pending';
}
