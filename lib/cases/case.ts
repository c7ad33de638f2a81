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
  'other',
] as const;
export type Topic = (typeof topics)[number];

export const priorities = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof priorities)[number];

/** A customer: one person, under one or more handles. Times are milliseconds since 1970. */
export interface Customer {
  id: string;
  /** Lower case, for finding. */
  handles: string[];
  /** The handle as written, for showing. */
  handle: string;
  name: string;
  createdAt: number;
}

/** One case of one customer. */
export interface Case {
  id: string;
  /** What reps call it. Never given twice on a desk, even if the case was undone. */
  number: number;
  customerId: string;
  status: CaseStatus;
  topic: Topic;
  priority: Priority;
  /** Account that was logged in on X when the case was opened, or null where the page did not show it. */
  openedAs: string | null;
  openedAt: number;
  updatedAt: number;
  /** When it was last set to resolved; null if it is not. */
  resolvedAt: number | null;
}

/** One thing in a case's history. */
export type Entry = { id: string; caseId: string; at: number; tweetId: string | null } & EntryContent;

export type EntryContent =
  | { kind: 'tweet'; handle: string; name: string; text: string; permalink: string; lang: string | null }
  | { kind: 'reply'; handle: string; initials: string | null; text: string; permalink: string }
  /** A tweet of somebody who is neither the customer nor the brand: kept as a link only. */
  | { kind: 'bystander'; permalink: string }
  | { kind: 'note'; text: string; by: string | null }
  | { kind: 'change'; change: Change; by: string | null };

/** What was changed in a case. */
export type Change =
  | { what: 'opened' }
  | { what: 'reopened'; from: CaseStatus }
  | { what: 'status'; from: CaseStatus; to: CaseStatus }
  | { what: 'topic'; from: Topic; to: Topic }
  | { what: 'priority'; from: Priority; to: Priority };

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
