const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A duration in milliseconds as a few characters: "now", "3 min", "2 h", "4 d". Rounded down; negative is "now". */
export function shortAgo(duration: number): string {
  if (duration < MINUTE) return 'now';
  if (duration < HOUR) return `${Math.floor(duration / MINUTE)} min`;
  if (duration < DAY) return `${Math.floor(duration / HOUR)} h`;
  return `${Math.floor(duration / DAY)} d`;
}
