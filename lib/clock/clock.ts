import type { Temporal } from 'temporal-polyfill';
import { clockIn, DAY_MINUTES, momentOf } from '../time/zone';

/** When a team works. */
export interface BusinessHours {
  zone: string;
  /** Days of the week on which a working day begins, 1 being Monday. */
  days: readonly number[];
  /** In minutes since midnight; a day that ends at or before it begins goes on over midnight. */
  from: number;
  to: number;
}

/** How soon customers are to be answered. */
export interface ClockTarget {
  minutes: number;
  /** Null if the team works round the clock. */
  hours: BusinessHours | null;
}

/** How a wait looks beside the target. */
export type ClockState = 'fine' | 'soon' | 'over';

export interface Clock {
  /** How long the customer has waited while somebody was there to answer, in minutes. */
  minutes: number;
  state: ClockState;
  /** When the state will be another one; null if never, or not within the coming weeks. */
  changesAt: number | null;
}

const MINUTE = 60_000;
/** From this share of the target on it is soon. */
const SOON = 2 / 3;
/** So far ahead the next change is looked for: more than the longest holidays. */
const LOOK_AHEAD_DAYS = 60;

/** Stretches of working time that end after a moment, day by day. */
export function* stretches(
  hours: BusinessHours,
  after: number,
  days: number,
): Generator<{ start: number; end: number }> {
  const { zone, from, to } = hours;
  const length = to > from ? to - from : to - from + DAY_MINUTES;
  let date: Temporal.PlainDate = clockIn(zone, after).toPlainDate().subtract({ days: 1 });
  for (let day = 0; day <= days; day++, date = date.add({ days: 1 })) {
    if (!hours.days.includes(date.dayOfWeek)) continue;
    const start = momentOf(date, from, zone);
    const end = momentOf(date, from + length, zone);
    if (end > after) yield { start, end };
  }
}

/** Minutes of working time between two moments. */
export function businessMinutes(from: number, to: number, hours: BusinessHours | null): number {
  if (to <= from) return 0;
  if (hours === null) return (to - from) / MINUTE;
  let sum = 0;
  let last = from;
  for (const { start, end } of stretches(hours, from, Math.ceil((to - from) / (DAY_MINUTES * MINUTE)) + 2)) {
    if (start >= to) break;
    // Where the clocks change, one day's end may lie after the next one's start.
    const begin = Math.max(start, last);
    const stop = Math.min(end, to);
    if (stop > begin) sum += stop - begin;
    last = Math.max(last, stop);
  }
  return sum / MINUTE;
}

/** The moment when so many minutes of working time have gone by; null if they do not within the coming weeks. */
export function afterBusinessMinutes(from: number, minutes: number, hours: BusinessHours | null): number | null {
  if (hours === null) return from + minutes * MINUTE;
  let left = minutes * MINUTE;
  let last = from;
  for (const { start, end } of stretches(hours, from, LOOK_AHEAD_DAYS)) {
    const begin = Math.max(start, last);
    if (end - begin >= left) return begin + left;
    left -= Math.max(0, end - begin);
    last = Math.max(last, end);
  }
  return null;
}

/**
 * How long a customer has waited beside the team's target.
 *
 * @param waitingSince as the case has it; null while the case waits for the customer, which stops the clock
 */
export function clockOf(
  waitingSince: number | null,
  now: number,
  { minutes: target, hours }: ClockTarget,
): Clock | null {
  if (waitingSince === null) return null;
  const minutes = businessMinutes(waitingSince, now, hours);
  const state: ClockState = minutes >= target ? 'over' : minutes >= target * SOON ? 'soon' : 'fine';
  const left = state === 'over' ? null : (state === 'soon' ? target : target * SOON) - minutes;
  return {
    minutes,
    state,
    changesAt: left === null ? null : afterBusinessMinutes(Math.max(now, waitingSince), left, hours),
  };
}

/** A clock in words: "12 min of 15", "1 h 20 over". */
export function sayClock({ minutes, state }: Clock, { minutes: target }: ClockTarget): string {
  const length = (value: number): string => {
    const whole = Math.floor(value);
    const rest = whole % 60;
    return whole < 60 ? `${whole} min` : `${Math.floor(whole / 60)} h${rest === 0 ? '' : ` ${rest}`}`;
  };
  return state === 'over' ? `${length(minutes - target)} over` : `${length(minutes)} of ${length(target)}`;
}
