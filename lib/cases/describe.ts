import { shortDate } from '../time/time';
import type { Case, CaseStatus, Change, Entry, Priority, Topic } from './case';

/** Names of statuses, topics and priorities as they stand on screen. */
export const statusNames: Record<CaseStatus, string> = {
  open: 'Open',
  pending: 'Pending',
  resolved: 'Resolved',
  closed: 'Closed',
};
export const topicNames: Record<Topic, string> = {
  outage: 'Outage',
  speed: 'Speed',
  billing: 'Billing',
  appointment: 'Appointment',
  device: 'Device',
  cancellation: 'Cancellation',
  coverage: 'Coverage',
  other: 'Other',
};
export const priorityNames: Record<Priority, string> = {
  low: 'Low',
  normal: 'Normal',
  high: 'High',
  urgent: 'Urgent',
};

/**
 * A change in plain words: "JD set the status from open to pending".
 *
 * @param by who did it; null if nobody had said who they are
 */
export function describeChange(change: Change, by: string | null): string {
  switch (change.what) {
    case 'opened':
      return by ? `${by} opened the case` : 'Case opened';
    case 'reopened':
      return by ? `${by} reopened the case` : 'Case reopened';
    default:
      return by
        ? `${by} set the ${change.what} from ${change.from} to ${change.to}`
        : `${change.what.charAt(0).toUpperCase()}${change.what.slice(1)} set from ${change.from} to ${change.to}`;
  }
}

/** What to know about a customer before reading on: "3 cases, last resolved 4 May". */
export function describeCustomer(cases: readonly Case[], now: number, locale: string): string {
  if (cases.length <= 1) return 'First case';
  const resolved = cases.map((known) => known.resolvedAt).filter((at) => at !== null);
  const count = `${cases.length} cases`;
  return resolved.length === 0 ? count : `${count}, last resolved ${shortDate(Math.max(...resolved), now, locale)}`;
}

/** The customer's latest tweet of a history, or null if none is known. */
export function latestTweet(history: readonly Entry[]): Extract<Entry, { kind: 'tweet' }> | null {
  let latest: Extract<Entry, { kind: 'tweet' }> | null = null;
  for (const entry of history) if (entry.kind === 'tweet' && (!latest || entry.at > latest.at)) latest = entry;
  return latest;
}

/** Whose turn it is, and since when. */
export interface ResponseClock {
  turn: 'ours' | 'theirs';
  since: number;
}

/** Whose turn it is by the tweets alone: the customer waits until the brand has written after their last tweet. */
export function responseClock(history: readonly Entry[]): ResponseClock | null {
  const asked = latestTweet(history)?.at;
  if (asked === undefined) return null;
  const answered = history
    .filter((entry) => entry.kind === 'reply' && entry.at >= asked)
    .reduce<number | null>((latest, entry) => Math.max(latest ?? 0, entry.at), null);
  return answered === null ? { turn: 'ours', since: asked } : { turn: 'theirs', since: answered };
}
