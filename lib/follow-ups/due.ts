import { clockIn, DAY_MINUTES, minuteOfDay, momentOf } from '../time/zone';
import type { FollowUp } from './follow-up';

/** Hours in which nobody is notified, in minutes since midnight; they may go over midnight. */
export interface QuietHours {
  from: number;
  to: number;
}

/** How a rep wants to be told. */
export interface WakeSettings {
  zone: string;
  quiet: QuietHours | null;
}

/** What is shown as one item: a follow-up, or all of one incident. */
export type DueItem =
  | { kind: 'one'; followUp: FollowUp }
  | { kind: 'incident'; incidentId: string; followUps: FollowUp[] };

const HOUR = 60 * 60_000;
/**
 * So often the due times are looked at while anything waits: a browser may count an alarm by a clock that stands still
 * while the computer sleeps, or that is not set when the other one is.
 */
export const LONGEST_SLEEP = HOUR;

/** Due follow-ups, oldest first. */
export function dueNow(followUps: readonly FollowUp[], now: number): FollowUp[] {
  return oldestFirst(followUps.filter(({ state, dueAt }) => state === 'waiting' && dueAt <= now));
}

/** Those still ahead, the next one first. */
export function ahead(followUps: readonly FollowUp[], now: number): FollowUp[] {
  return oldestFirst(followUps.filter(({ state, dueAt }) => state === 'waiting' && dueAt > now));
}

function oldestFirst(followUps: readonly FollowUp[]): FollowUp[] {
  return [...followUps].sort((one, other) => one.dueAt - other.dueAt || one.createdAt - other.createdAt);
}

/** Gathers follow-ups of one incident into one item, which stands where its first one stood. */
export function gathered(followUps: readonly FollowUp[]): DueItem[] {
  const items: DueItem[] = [];
  const byIncident = new Map<string, FollowUp[]>();
  for (const followUp of followUps) {
    const { incidentId } = followUp;
    const group = incidentId === null ? undefined : byIncident.get(incidentId);
    if (group) group.push(followUp);
    else if (incidentId === null) items.push({ kind: 'one', followUp });
    else {
      const first = [followUp];
      byIncident.set(incidentId, first);
      items.push({ kind: 'incident', incidentId, followUps: first });
    }
  }
  return items;
}

/** The number on the toolbar button: what is due, with the customers of one incident as one. */
export function dueCount(followUps: readonly FollowUp[], now: number): number {
  return gathered(dueNow(followUps, now)).length;
}

/** True if nobody should be notified at this moment. */
export function isQuiet(at: number, { zone, quiet }: WakeSettings): boolean {
  if (quiet === null || quiet.from === quiet.to) return false;
  const minute = minuteOfDay(at, zone);
  return quiet.from < quiet.to ? minute >= quiet.from && minute < quiet.to : minute >= quiet.from || minute < quiet.to;
}

/** The first moment from this one on that is not quiet. */
export function outOfQuiet(at: number, settings: WakeSettings): number {
  const { zone, quiet } = settings;
  if (quiet === null || !isQuiet(at, settings)) return at;
  const minute = minuteOfDay(at, zone);
  const date = clockIn(zone, at).toPlainDate();
  const end = momentOf(date, quiet.to + (minute >= quiet.to ? DAY_MINUTES : 0), zone);
  // Where the clocks go back, the end may come twice; only the one ahead is of use.
  return end > at ? end : at + HOUR;
}

/** What waking comes to. */
export interface Wake {
  /** One notification each, oldest first. */
  notify: DueItem[];
  /** Follow-ups to write back, in the same transaction in which they were read: then no other window tells of them. */
  updates: FollowUp[];
  /** When to wake next; null if nothing waits to be told. */
  nextWake: number | null;
}

/**
 * One waking: at an alarm, at the start of the browser or of the worker, after any change of follow-ups or settings.
 * Pure. Whoever calls it writes `updates` in the transaction that read `followUps`, then shows `notify`, then arms the
 * alarm with `nextWake`.
 */
export function wake(now: number, followUps: readonly FollowUp[], settings: WakeSettings): Wake {
  const untold = followUps.filter(({ state, notifiedAt }) => state === 'waiting' && notifiedAt === null);
  const due = dueNow(untold, now);
  const quiet = isQuiet(now, settings);
  const told = quiet ? [] : due.map((followUp) => ({ ...followUp, notifiedAt: now }));
  const left = quiet ? untold : ahead(untold, now);
  const next = left.reduce<number | null>((earliest, { dueAt }) => {
    const at = outOfQuiet(Math.max(dueAt, now), settings);
    return earliest === null || at < earliest ? at : earliest;
  }, null);
  return {
    notify: gathered(told),
    updates: told,
    nextWake: next === null ? null : Math.min(next, now + LONGEST_SLEEP),
  };
}

/**
 * Names a notification. It is the same each time it is shown, so that showing it again replaces it rather than adding
 * a second one.
 */
export function notificationId(item: DueItem): string {
  return item.kind === 'one'
    ? `follow-up:${item.followUp.id}:${item.followUp.dueAt}`
    : `incident:${item.incidentId}:${item.followUps[0]?.dueAt ?? 0}`;
}

/** The words of a notification: what it is about, and why. */
export function notificationWords(item: DueItem, caseName: string): { title: string; message: string } {
  if (item.kind === 'one') return { title: `Due: ${caseName}`, message: item.followUp.reason };
  const count = item.followUps.length;
  return {
    title: `Due: ${caseName}`,
    message: count === 1 ? '1 customer to check in with' : `${count} customers to check in with`,
  };
}
