import { Temporal } from 'temporal-polyfill';

/** Minutes of a whole day by the clock on the wall. */
export const DAY_MINUTES = 24 * 60;

/** The time zone of this computer, like "Europe/Lisbon". */
export function zoneHere(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** True if the computer knows a time zone of this name. */
export function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

/** What clock and calendar show in a zone at a moment (milliseconds since 1970). */
export function clockIn(zone: string, at: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(Math.round(at)).toZonedDateTimeISO(zone);
}

/** The minute of the day in a zone: 14:05 is 845. */
export function minuteOfDay(at: number, zone: string): number {
  const { hour, minute } = clockIn(zone, at);
  return hour * 60 + minute;
}

/**
 * The moment when a clock shows a time on a day. A time that a change of the clocks leaves out is that much later; one
 * that comes twice is the first of the two. From 1440 minutes on it is the day after.
 */
export function momentOf(date: Temporal.PlainDate, minutes: number, zone: string): number {
  const day = date.add({ days: Math.floor(minutes / DAY_MINUTES) });
  const within = minutes % DAY_MINUTES;
  const time = new Temporal.PlainTime(Math.floor(within / 60), within % 60);
  return day.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
}
