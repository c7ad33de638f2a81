/** Small sums over measured values. */

/** The value below which this share of all values lies; 0 where there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** The value in the middle, or midway between the two in the middle; 0 where there are none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

export const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** Rounds for reading. */
export const round = (value: number, digits = 2): number => Number(value.toFixed(digits));

/** The smallest and the largest value of several runs. */
export interface Extremes {
  least: number;
  most: number;
}

export function extremesOf(values: readonly number[], digits?: number): Extremes {
  return { least: round(Math.min(...values), digits), most: round(Math.max(...values), digits) };
}

/** The 50th and 99th percentile and the largest value. */
export interface Spread {
  p50: number;
  p99: number;
  most: number;
  count: number;
}

export function spreadOf(values: readonly number[]): Spread {
  return {
    p50: round(percentile(values, 0.5)),
    p99: round(percentile(values, 0.99)),
    most: round(percentile(values, 1)),
    count: values.length,
  };
}
