const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * The locale for dates among English words: the reader's own order of day and month if it is an English one.
 *
 * @param preferred the browser's languages, best first
 */
export function englishLocale(preferred: readonly string[]): string {
  return preferred.find((language) => /^en(-|$)/i.test(language)) ?? 'en-GB';
}

/** A length of time in the largest unit that fits, like "12 min" or "3 h". */
export function span(length: number): string {
  const elapsed = Math.max(0, length);
  if (elapsed < MINUTE) return 'less than 1 min';
  if (elapsed < HOUR) return `${Math.floor(elapsed / MINUTE)} min`;
  if (elapsed < DAY) return `${Math.floor(elapsed / HOUR)} h`;
  const days = Math.floor(elapsed / DAY);
  return days === 1 ? '1 day' : `${days} days`;
}

/** A day without its weekday, like "4 May"; with the year if it is another one. */
export function shortDate(at: number, now: number, locale: string): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(at);
}

/** How long ago, as one reads it in a line of text: "just now", "12 min ago", "3 h ago", "4 May". */
export function ago(at: number, now: number, locale: string): string {
  const elapsed = now - at;
  // The clocks of the site and of this computer may differ a little.
  if (elapsed < MINUTE) return 'just now';
  return elapsed < 7 * DAY ? `${span(elapsed)} ago` : shortDate(at, now, locale);
}

/** How long ago, as short as a list needs it: "now", "12 min", "3 h", "4 May". */
export function agoShort(at: number, now: number, locale: string): string {
  const elapsed = now - at;
  if (elapsed < MINUTE) return 'now';
  return elapsed < 7 * DAY ? span(elapsed) : shortDate(at, now, locale);
}

/** The time of day, like "14:05". */
export function clockTime(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(at);
}

/** Day and time in full, for tooltips and for readers of machine times. */
export function fullTime(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' }).format(at);
}

/** Midnight at the start of a day, by this computer's clock. Setting hours keeps it right when the clocks change. */
function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** The name of a day as a heading: "Today", "Yesterday", "Thursday 12 November", "4 May 2024". */
export function dayName(at: number, now: number, locale: string): string {
  const day = startOfDay(at);
  if (day === startOfDay(now)) return 'Today';
  if (day === startOfDay(startOfDay(now) - 1)) return 'Yesterday';
  if (new Date(at).getFullYear() !== new Date(now).getFullYear()) return shortDate(at, now, locale);
  return new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' }).format(at);
}

/** Things of one day. */
export interface Day<Item> {
  /** Midnight at its start. */
  start: number;
  name: string;
  items: Item[];
}

/** Groups things that are sorted by time into days, keeping their order. */
export function groupByDay<Item extends { at: number }>(
  items: readonly Item[],
  now: number,
  locale: string,
): Day<Item>[] {
  const days: Day<Item>[] = [];
  for (const item of items) {
    const start = startOfDay(item.at);
    const last = days.at(-1);
    if (last?.start === start) last.items.push(item);
    else days.push({ start, name: dayName(item.at, now, locale), items: [item] });
  }
  return days;
}
