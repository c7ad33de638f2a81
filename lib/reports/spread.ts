/** Below so many cases a figure says little: the page says that they are few. */
export const FEW = 10;

/** How lengths of time are spread, in minutes; null where there are none. */
export interface Spread {
  count: number;
  /** Half took no longer. */
  median: number | null;
  /** Nine in ten took no longer. */
  ninth: number | null;
}

/** How a count is made up. */
export interface Share<Key extends string = string> {
  key: Key;
  count: number;
}

/** The least value that this share of all is not above. */
export function quantile(sorted: ArrayLike<number>, share: number): number | null {
  if (sorted.length === 0) return null;
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

/** The spread of values that are sorted already. */
export function spreadOf(sorted: ArrayLike<number>): Spread {
  return { count: sorted.length, median: quantile(sorted, 0.5), ninth: quantile(sorted, 0.9) };
}
