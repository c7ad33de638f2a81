import type { DraftOutcome, OverrideReason } from '../guard/outcome';
import { overrideReasonNames } from '../guard/outcome';
import { type CheckId, checkNames } from '../guard/types';
import { shortDate } from '../time/time';
import type { Case, CaseFields, CaseStatus, Change, Entry, Priority, Route, Topic } from './case';
import { unansweredSince } from './waiting';

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
  unreachable: 'Can’t reach us',
  order: 'Order or reward',
  account: 'Account or SIM',
  fraud: 'Fraud',
  other: 'Other',
};
export const priorityNames: Record<Priority, string> = {
  low: 'Low',
  normal: 'Normal',
  high: 'High',
  urgent: 'Urgent',
};
export const routeNames: Record<Route, string> = {
  support: 'Support',
  rnd: 'R&D',
  promotions: 'Promotions',
  other: 'Other',
};

const outcomeWords: Record<DraftOutcome, string> = {
  edited: 'changed the reply',
  posted: 'posted it as it was',
  private: 'took it private',
  dropped: 'did not post it',
};

function describeFollowUp(change: Extract<Change, { what: 'followUp' }>, by: string | null): string {
  const when = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(change.dueAt);
  const what = {
    made: `Follow-up for ${when}: ${change.reason}`,
    moved: `Follow-up moved to ${when}: ${change.reason}`,
    done: `Follow-up done: ${change.reason}`,
    withdrawn: `Follow-up taken back: ${change.reason}`,
  }[change.did];
  return by ? `${what} (${by})` : what;
}

/** What the guard said of a reply and what came of it: "Held: sales copy into a complaint. JD changed the reply." */
export function describeGuard(
  checks: readonly CheckId[],
  outcome: DraftOutcome,
  reason: OverrideReason | null,
  by: string | null,
): string {
  const names = checks.map((id) => checkNames[id].toLowerCase()).join(', ');
  const why = reason && outcome === 'posted' ? ` (${overrideReasonNames[reason].toLowerCase()})` : '';
  return `Held: ${names}. ${by ?? 'Somebody'} ${outcomeWords[outcome]}${why}.`;
}

/**
 * A change in plain words: "JD set the status from open to pending".
 *
 * @param by who did it; null if nobody had said who they are
 */
export function describeChange(change: Change, by: string | null): string {
  switch (change.what) {
    case 'incident': {
      const what = change.did === 'linked' ? `Linked to “${change.title}”` : `Parted from “${change.title}”`;
      return by ? `${what} (${by})` : what;
    }
    case 'followUp':
      return describeFollowUp(change, by);
    case 'satisfied':
      return by ? `The customer is satisfied (${by})` : 'The customer is satisfied';
    case 'opened':
      return by ? `${by} opened the case` : 'Case opened';
    case 'reopened':
      return by ? `${by} reopened the case` : 'Case reopened';
    case 'owner':
      return describeOwner(change.from, change.to, by);
    case 'tags':
      return describeTags(change.added, change.removed, by);
    case 'inDm': {
      const what = change.to ? 'Went on in direct messages' : 'Back from direct messages';
      return by ? `${what} (${by})` : what;
    }
    case 'route':
      return by
        ? `${by} passed the case from ${routeNames[change.from]} to ${routeNames[change.to]}`
        : `Passed from ${routeNames[change.from]} to ${routeNames[change.to]}`;
    case 'handedOver':
      return describeHandOver(change.from, change.to);
    case 'imported': {
      const origin = change.number === null ? '' : `, where it is #${change.number}`;
      return by ? `${by} imported it from ${change.from}${origin}` : `Imported from ${change.from}${origin}`;
    }
    case 'importUndone':
      return by ? `${by} undid the import from ${change.from}` : `Import from ${change.from} undone`;
    case 'settled': {
      const over = change.over.map((value) => value || 'nothing').join(', ');
      const words = `${change.to || 'nothing'} over ${over} (${change.field}, set differently on two desks)`;
      return by ? `${by} chose ${words}` : `Chosen: ${words}`;
    }
    default:
      return by
        ? `${by} set the ${change.what} from ${change.from} to ${change.to}`
        : `${change.what.charAt(0).toUpperCase()}${change.what.slice(1)} set from ${change.from} to ${change.to}`;
  }
}

function describeOwner(from: string | null, to: string | null, by: string | null): string {
  if (to === null) return by && from !== by ? `${by} took ${from} off the case` : `${from} let go of the case`;
  if (to === by) return from ? `${by} took the case from ${from}` : `${by} took the case`;
  return by ? `${by} gave the case to ${to}` : `Case given to ${to}`;
}

function describeHandOver(from: string | null, to: string | null): string {
  if (from === null) return to === null ? 'Handed over to the next shift' : `Handed over to ${to}`;
  return `${from} handed the case over to ${to ?? 'the next shift'}`;
}

function describeTags(added: readonly string[], removed: readonly string[], by: string | null): string {
  const parts = [
    added.length > 0 ? `added ${added.join(', ')}` : '',
    removed.length > 0 ? `removed ${removed.join(', ')}` : '',
  ].filter(Boolean);
  return by ? `${by} ${parts.join(' and ')} (tags)` : `Tags: ${parts.join(' and ')}`;
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

/**
 * Whose turn it is by the tweets alone: the customer waits from the first tweet that no reply of the brand has
 * followed, however often they ask again.
 */
export function responseClock(history: readonly Entry[]): ResponseClock | null {
  if (!latestTweet(history)) return null;
  const since = unansweredSince(history);
  if (since !== null) return { turn: 'ours', since };
  const replies = history.filter((entry) => entry.kind === 'reply' && !entry.awaited).map((entry) => entry.at);
  return { turn: 'theirs', since: Math.max(...replies) };
}

/** What was just set, for a notice: "topic set to Billing". */
export function describeFields({ status, topic, priority, route, owner, tags }: CaseFields): string {
  const parts = [
    status && `status set to ${statusNames[status]}`,
    topic && `topic set to ${topicNames[topic]}`,
    priority && `priority set to ${priorityNames[priority]}`,
    route && `route set to ${routeNames[route]}`,
    owner !== undefined && (owner === null ? 'nobody has it now' : `${owner} has it now`),
    tags && 'tags changed',
  ];
  return parts.filter(Boolean).join(', ');
}
