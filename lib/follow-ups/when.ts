import type { Temporal } from 'temporal-polyfill';
import { clockText } from '../time/clock-text';
import { clockIn, DAY_MINUTES, momentOf } from '../time/zone';

/** When parts of the day begin, in minutes since midnight. */
export interface DayTimes {
  morning: number;
  afternoon: number;
  evening: number;
}

export const usualDayTimes: DayTimes = { morning: 9 * 60, afternoon: 14 * 60, evening: 18 * 60 };

/** A due time to choose. */
export interface Offer {
  label: string;
  at: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Due times worth a button, nearest first, each once. The next morning is the one to begin with. */
export function offersFor(now: number, zone: string, times: DayTimes = usualDayTimes): Offer[] {
  const today = clockIn(zone, now).toPlainDate();
  const offers: Offer[] = [
    { label: 'In 2 hours', at: roundedUp(now + 2 * HOUR) },
    { label: 'This afternoon', at: momentOf(today, times.afternoon, zone) },
    { label: 'This evening', at: momentOf(today, times.evening, zone) },
    { label: 'Tomorrow morning', at: defaultDue(now, zone, times) },
    { label: 'Tomorrow afternoon', at: momentOf(today.add({ days: 1 }), times.afternoon, zone) },
    { label: 'In 3 days', at: momentOf(today.add({ days: 3 }), times.morning, zone) },
    // On a Sunday next week's Monday is tomorrow, which has its button already.
    { label: 'Monday morning', at: momentOf(nextDayOfWeek(today, 1), times.morning, zone) },
  ];
  const ahead = offers.filter(({ at, label }) => at > now + (label.startsWith('This') ? HOUR : 0));
  const seen = new Set<number>();
  return ahead.filter(({ at }) => !seen.has(at) && seen.add(at)).sort((one, other) => one.at - other.at);
}

/** The due time unless the rep says otherwise: the next morning. */
export function defaultDue(now: number, zone: string, times: DayTimes = usualDayTimes): number {
  return momentOf(clockIn(zone, now).toPlainDate().add({ days: 1 }), times.morning, zone);
}

/** A due time as one reads it: "Today 14:30", "Tomorrow 09:00", "Fri 14:30", "1 Dec 2026, 10:00". */
export function sayWhen(at: number, now: number, zone: string, locale = 'en-GB'): string {
  const there = clockIn(zone, at);
  const days = clockIn(zone, now).toPlainDate().until(there.toPlainDate()).days;
  const time = clockText(there.hour * 60 + there.minute);
  if (days === 0) return `Today ${time}`;
  if (days === 1) return `Tomorrow ${time}`;
  if (days === -1) return `Yesterday ${time}`;
  const named = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: zone }).format(at);
  if (days > 1 && days < 7) return `${named({ weekday: 'short' })} ${time}`;
  const sameYear = there.year === clockIn(zone, now).year;
  return `${named({ day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) })}, ${time}`;
}

/** What was read, or why it could not be. */
export type WhenResult = { ok: true; at: number } | { ok: false; problem: string };

/** Said where nothing could be read. */
export const COULD_BE_WRITTEN =
  'Write a time like “tomorrow 9”, “fri 14:30”, “in 2 hours”, “in 3 days” or “2026-12-01 10:00”.';
/** Whoever writes a year that lies further ahead has mistyped it. */
const FURTHEST_YEARS = 2;

const problem = (text: string): WhenResult => ({ ok: false, problem: text });

/**
 * Reads a due time that a rep has typed, in English: "tomorrow 9", "fri 14:30", "in 3 days", "next week", "1 Dec 10:00",
 * "2026-12-01 10:00". A day without a time is that day's morning; a time without a day is the next one ahead.
 */
export function readWhen(written: string, now: number, zone: string, times: DayTimes = usualDayTimes): WhenResult {
  const text = written
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[,;]+|\s+(?:at|on)\s+|^(?:at|on)\s+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '') return problem(COULD_BE_WRITTEN);
  const here = clockIn(zone, now);
  const read = readSpan(text, here, times) ?? readDayAndTime(text, here, times);
  if (read === null) return problem(`“${written.trim()}” could not be read. ${COULD_BE_WRITTEN}`);
  if (typeof read === 'string') return problem(`${read} ${COULD_BE_WRITTEN}`);
  const at = momentOf(read.date, read.minutes, zone);
  const due = read.exactly ?? at;
  if (due <= now) return problem(`${sayWhen(due, now, zone)} has passed. Choose a time ahead.`);
  if (here.add({ years: FURTHEST_YEARS }).epochMilliseconds < due) {
    return problem(`That is more than ${FURTHEST_YEARS} years ahead. Is the year right?`);
  }
  return { ok: true, at: due };
}

interface Read {
  date: Temporal.PlainDate;
  minutes: number;
  /** The moment itself, where the clock on the wall does not decide ("in 2 hours"). */
  exactly?: number;
}
/** A day and time, a problem in words, or null if it is nothing of the kind. */
type Reading = Read | string | null;

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};
const SPAN =
  /^(?:in )?(?:(half) an?|(\d{1,4}(?:\.5)?|an?|one|two|three|four|five|six|seven|eight|nine|ten)) ?(m|min|mins|minutes?|h|hr|hrs|hours?|d|days?|w|wks?|weeks?|months?)(?: (.+))?$/;

/** "in 2 hours", "in half an hour", "3d", "in 3 days 14:00". */
function readSpan(text: string, here: Temporal.ZonedDateTime, times: DayTimes): Reading {
  const [, half, count, unit, rest] = SPAN.exec(text) ?? [];
  if (unit === undefined) return null;
  const amount = half ? 0.5 : (NUMBERS[count ?? ''] ?? Number(count));
  const byClock = unit === 'm' || unit.startsWith('min') || unit.startsWith('h');
  const date = here.toPlainDate();
  if (byClock) {
    if (rest !== undefined) return null;
    const length = amount * (unit.startsWith('h') ? HOUR : MINUTE);
    if (length <= 0) return 'That is now.';
    return { date, minutes: 0, exactly: here.epochMilliseconds + length };
  }
  if (!Number.isInteger(amount) || amount < 1) return 'Days and weeks need a whole number.';
  const minutes = rest === undefined ? times.morning : readTime(rest, times);
  if (minutes === null || typeof minutes === 'string') return minutes;
  const day = unit.startsWith('month')
    ? date.add({ months: amount })
    : date.add({ days: amount * (unit.startsWith('w') ? 7 : 1) });
  return { date: day, minutes };
}

const DAY_NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const MONTH_NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** Number of a name from 1, also shortened to three letters or more ("tues"); null if it is none. */
function numberOfName(names: readonly string[], word: string): number | null {
  const letters = word.replace(/\.$/, '');
  if (letters.length < 3) return null;
  const at = names.findIndex((name) => name.startsWith(letters));
  return at === -1 ? null : at + 1;
}

/** The next day of this name after a day, 1 being Monday. */
function nextDayOfWeek(date: Temporal.PlainDate, dayOfWeek: number): Temporal.PlainDate {
  return date.add({ days: ((dayOfWeek - date.dayOfWeek + 6) % 7) + 1 });
}

/** A day, then maybe a time; or a time, then maybe a day ("9am tomorrow"). */
function readDayAndTime(text: string, here: Temporal.ZonedDateTime, times: DayTimes): Reading {
  const words = text.split(' ');
  for (let length = Math.min(4, words.length); length > 0; length--) {
    const day = readDay(words.slice(0, length), here);
    if (day === null) continue;
    if (typeof day === 'string') return day;
    return withTime(day, words.slice(length).join(' '), here, times);
  }
  const alone = readTime(text, times);
  if (typeof alone === 'string') return alone;
  const today = here.toPlainDate();
  if (alone !== null) {
    const ahead = momentOf(today, alone, here.timeZoneId) > here.epochMilliseconds;
    return { date: ahead ? today : today.add({ days: 1 }), minutes: alone };
  }
  for (let length = 1; length < words.length; length++) {
    const day = readDay(words.slice(length), here);
    if (day === null || typeof day === 'string') continue;
    return withTime(day, words.slice(0, length).join(' '), here, times);
  }
  return null;
}

interface DayRead {
  date: Temporal.PlainDate;
  /** Where the day itself says a time of day, like "tonight". */
  part?: keyof DayTimes;
  /** A day of the week: if its time has passed today, the next one is meant. */
  weekly?: boolean;
}

function withTime(day: DayRead, rest: string, here: Temporal.ZonedDateTime, times: DayTimes): Reading {
  const today = here.toPlainDate();
  const isToday = day.date.equals(today);
  if (rest === '' && isToday && !day.weekly && day.part === undefined) return 'Today at what time?';
  const minutes = rest === '' ? times[day.part ?? 'morning'] : readTime(rest, times);
  if (minutes === null || typeof minutes === 'string') return minutes;
  const passed = momentOf(day.date, minutes, here.timeZoneId) <= here.epochMilliseconds;
  return { date: day.weekly && isToday && passed ? day.date.add({ days: 7 }) : day.date, minutes };
}

function readDay(words: readonly string[], here: Temporal.ZonedDateTime): DayRead | string | null {
  const today = here.toPlainDate();
  const text = words.join(' ');
  if (text === 'today' || text === 'this') return { date: today };
  if (text === 'tonight') return { date: today, part: 'evening' };
  if (/^(?:tomorrow|tomorow|tommorow|tommorrow|tmrw|tmr|tmw|tom)$/.test(text)) return { date: today.add({ days: 1 }) };
  if (/^(?:the )?day after tomorrow$/.test(text)) return { date: today.add({ days: 2 }) };
  if (text === 'next week') return { date: nextDayOfWeek(today, 1) };
  if (text === 'next month') return { date: today.with({ day: 1 }).add({ months: 1 }) };
  const [, next, name = ''] = /^(?:(next)|this)? ?(\p{L}+\.?)$/u.exec(text) ?? [];
  const weekday = numberOfName(DAY_NAMES, name);
  if (weekday !== null) {
    if (next === undefined && weekday === today.dayOfWeek) return { date: today, weekly: true };
    return { date: nextDayOfWeek(today, weekday), weekly: next === undefined };
  }
  // "Fri 4 Dec": the date decides, and the day of the week must not contradict it.
  const [first = '', ...others] = words;
  const before = others.length > 0 ? numberOfName(DAY_NAMES, first) : null;
  const date = readDate(before === null ? text : others.join(' '), today);
  if (date === null || typeof date === 'string') return date;
  if (before !== null && date.dayOfWeek !== before) return `${text} is not a ${capital(DAY_NAMES[before - 1] ?? '')}.`;
  return { date };
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function readDate(text: string, today: Temporal.PlainDate): Temporal.PlainDate | string | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]), today);
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|\.)? (?:of )?(\p{L}{3,}\.?)(?: (\d{4}))?$/u.exec(text);
  const monthFirst = /^(\p{L}{3,}\.?) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/u.exec(text);
  const [day, month, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : monthFirst
      ? [monthFirst[2], monthFirst[1], monthFirst[3]]
      : [];
  if (day !== undefined && month !== undefined) {
    const number = numberOfName(MONTH_NAMES, month);
    if (number === null) return null;
    if (year !== undefined) return dateOf(Number(year), number, Number(day), today);
    const thisYear = dateOf(today.year, number, Number(day), today);
    if (typeof thisYear === 'string') return number === 2 && Number(day) === 29 ? leapDay(today) : thisYear;
    return thisYear.since(today).sign < 0 ? dateOf(today.year + 1, number, Number(day), today) : thisYear;
  }
  // 1/12 is the first of December to some and the twelfth of January to others; 14.30 is a time.
  return /^\d{1,2}(?:[/-]\d{1,2}|\.\d{1,2}\.|[/.-]\d{1,2}[/.-]\d{2,4})$/.test(text)
    ? `“${text}” can be read in two ways: write the month as a word, like “1 Dec”, or the year first, like “2026-12-01”.`
    : null;
}

function dateOf(year: number, month: number, day: number, today: Temporal.PlainDate): Temporal.PlainDate | string {
  try {
    const { calendarId } = today;
    return today.withCalendar(calendarId).with({ year, month, day }, { overflow: 'reject' });
  } catch {
    return `There is no such day: ${day} ${capital(MONTH_NAMES[month - 1] ?? `month ${month}`)} ${year}.`;
  }
}

function leapDay(today: Temporal.PlainDate): Temporal.PlainDate | string {
  for (let year = today.year; year <= today.year + 8; year++) {
    const date = dateOf(year, 2, 29, today);
    if (typeof date !== 'string' && date.since(today).sign >= 0) return date;
  }
  return 'There is no such day.';
}

/** A time of day in minutes, a problem, or null if it is no time. A bare "9" is nine in the morning. */
function readTime(text: string, times: DayTimes): number | string | null {
  const words = text.replace(/^(?:in the|at|this) /, '');
  if (words === 'morning' || words === 'afternoon' || words === 'evening') return times[words];
  if (words === 'tonight' || words === 'night') return times.evening;
  if (words === 'noon' || words === 'midday' || words === 'lunch') return 12 * 60;
  if (words === 'midnight') return DAY_MINUTES;
  const [, hours, minutes = '0', half] =
    /^(\d{1,2})(?:[:.h](\d{2}))? ?(?:h|o'?clock|(am|pm|a\.m\.|p\.m\.))?$/.exec(words) ?? [];
  if (hours === undefined) return null;
  const hour = Number(hours);
  const minute = Number(minutes);
  const tooLate = half ? hour > 12 || hour === 0 : hour > 24 || (hour === 24 && minute > 0);
  if (tooLate || minute > 59) return `There is no such time: “${text}”.`;
  if (half === undefined) return hour * 60 + minute;
  return ((hour % 12) + (half.startsWith('p') ? 12 : 0)) * 60 + minute;
}

/** The next full five minutes: nobody promises 14:37. */
function roundedUp(at: number): number {
  return Math.ceil(at / (5 * MINUTE)) * 5 * MINUTE;
}
