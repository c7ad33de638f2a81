import { dayOf, endOf, startOf } from '../queue/funnel';

/** The days a report is about, both ends included: local days like 2026-05-04. */
export interface Period {
  from: string;
  to: string;
}

/** What a column of a picture over time stands for. */
export type Step = 'day' | 'week' | 'month';

const DAY = 24 * 60 * 60_000;
const MINUTE = 60_000;
/** More days than these are shown by the week, and more than those by the month. */
const MOST_DAYS = 45;
const MOST_WEEKS_IN_DAYS = 400;

const HOUR = 60 * MINUTE;
/** What the clocks differ from UTC, by the day in UTC: to ask the browser each time takes ten times as long. */
const offsets = new Map<number, number>();
/** Cases come day by day: most moments are of the day that was asked for just now. */
let latest = { day: Number.NaN, offset: 0 };

const offsetAt = (at: number): number => new Date(at).getTimezoneOffset() * MINUTE;

/** What the clocks differ on a whole day in UTC; not a number where they are changed within it. */
function offsetOf(day: number): number {
  const known = offsets.get(day);
  if (known !== undefined) return known;
  const [first, last] = [offsetAt(day * DAY), offsetAt((day + 1) * DAY - 1)];
  const offset = first === last ? first : Number.NaN;
  offsets.set(day, offset);
  return offset;
}

/** A moment as if the clock on the wall were UTC's. */
function onTheWall(at: number): number {
  const day = Math.floor(at / DAY);
  if (day !== latest.day) latest = { day, offset: offsetOf(day) };
  return at - (Number.isNaN(latest.offset) ? offsetAt(at) : latest.offset);
}

/** The number of a local day since 1970. */
export const dayNumber = (at: number): number => Math.floor(onTheWall(at) / DAY);

/** The local hour, 0 to 23. */
export const hourOf = (at: number): number => Math.floor((onTheWall(at) % DAY) / HOUR);

/** Monday is 0. The first day of 1970 was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** The number of a day by its name. */
export function numberOfDay(day: string): number {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return Math.floor(Date.UTC(year, month - 1, date) / DAY);
}

/** The name of a day by its number. */
export const nameOfDay = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** The first and the last moment of a period; the end is not part of it. */
export function limitsOf({ from, to }: Period): { start: number; end: number } {
  return { start: startOf(from), end: endOf(to) };
}

/** The period of so many days that ends today. */
export function lately(now: number, days: number): Period {
  const today = dayOf(now);
  return { from: nameOfDay(numberOfDay(today) - days + 1), to: today };
}

/** How long a period is, in days. */
export const lengthOf = ({ from, to }: Period): number => Math.max(0, numberOfDay(to) - numberOfDay(from) + 1);

/** What a period is best shown by. */
export function stepFor(period: Period): Step {
  const days = lengthOf(period);
  return days <= MOST_DAYS ? 'day' : days <= MOST_WEEKS_IN_DAYS ? 'week' : 'month';
}

/** The first day of the step that a day is in. */
export function stepOf(day: number, step: Step): number {
  if (step === 'day') return day;
  if (step === 'week') return day - weekdayOf(day);
  return numberOfDay(`${nameOfDay(day).slice(0, 7)}-01`);
}

/** All steps of a period, each by the name of its first day: also those on which nothing happened. */
export function stepsOf(period: Period, step: Step): string[] {
  const steps: string[] = [];
  for (let day = numberOfDay(period.from); day <= numberOfDay(period.to); day++) {
    const name = nameOfDay(stepOf(day, step));
    if (steps.at(-1) !== name) steps.push(name);
  }
  return steps;
}
