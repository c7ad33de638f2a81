import { sayCount } from '../text/counts';
import { FEW } from './spread';

const HOUR = 60;
const DAY = 24 * HOUR;

/**
 * A length of time as one says it: "12 min", "1 h 40", "3 days".
 *
 * @param minutes rounded up, so that "within" is true
 * @param working in hours only, as a working day is no measure
 */
export function sayLength(minutes: number, working = false): string {
  const whole = Math.max(1, Math.ceil(minutes - 1e-9));
  if (whole < HOUR) return `${whole} min`;
  if (whole < 10 * HOUR) {
    const rest = whole % HOUR;
    return rest === 0 ? `${whole / HOUR} h` : `${Math.floor(whole / HOUR)} h ${String(rest).padStart(2, '0')}`;
  }
  if (whole < 2 * DAY || working) return `${Math.ceil(whole / HOUR)} h`;
  return `${Math.ceil(whole / DAY)} days`;
}

/** A part of a whole as one says it. */
export function sayShare(part: number, whole: number): string {
  if (whole === 0) return 'none';
  const percent = (part / whole) * 100;
  if (part > 0 && percent < 1) return 'under 1 %';
  return part < whole && percent > 99 ? 'over 99 %' : `${Math.round(percent)} %`;
}

/** A warning where a figure is of few; else null. */
export function sayFew(count: number, what = 'case'): string | null {
  if (count === 0 || count >= FEW) return null;
  return `Few: ${sayCount(count, what)} only. Chance moves this figure a lot.`;
}

/** Parts of a sentence: "a, b and c". */
export function sayList(parts: readonly string[]): string {
  const last = parts.at(-1);
  if (last === undefined) return '';
  return parts.length === 1 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
