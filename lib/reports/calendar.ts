import { type BusinessHours, stretches } from '../clock/clock';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Working time is worked out this far beyond the first and last moment asked for. */
const MARGIN_DAYS = 3;

/** Minutes that a team has worked between two moments. */
export type WorkingMinutes = (from: number, to: number) => number;

/**
 * Counts working minutes as `businessMinutes` does, for very many pairs of moments between two limits: the calendar is
 * worked out once.
 *
 * @param hours null if the team works round the clock
 */
export function workingMinutes(hours: BusinessHours | null, first: number, last: number): WorkingMinutes {
  if (hours === null) return (from, to) => Math.max(0, to - from) / MINUTE;
  const starts: number[] = [];
  const ends: number[] = [];
  const before: number[] = [];
  let sum = 0;
  let known = Number.NEGATIVE_INFINITY;
  const days = Math.ceil(Math.max(0, last - first) / DAY) + 2 * MARGIN_DAYS;
  for (const { start, end } of stretches(hours, first - MARGIN_DAYS * DAY, days)) {
    // Where the clocks change, one day's end may lie after the next one's start.
    const begin = Math.max(start, known);
    if (end <= begin) continue;
    starts.push(begin);
    ends.push(end);
    before.push(sum);
    sum += end - begin;
    known = end;
  }
  /** Working time up to a moment. */
  const upTo = (at: number): number => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    const index = low - 1;
    if (index < 0) return 0;
    return (before[index] ?? 0) + Math.min(at, ends[index] ?? 0) - (starts[index] ?? 0);
  };
  return (from, to) => (to <= from ? 0 : (upTo(to) - upTo(from)) / MINUTE);
}
