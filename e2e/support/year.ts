/** A desk with a year behind it, for measuring and for pictures. */
import { type YearSize, yearRows } from '../bench/year-rows';
import type { HarkBrowser } from './browser';
import { put } from './desk';

/** Rows that are written at once. */
const AT_ONCE = 4_000;

/**
 * Fills an empty desk with a year up to now, so that "A year" on the reports page is all of it.
 *
 * @returns how much was written
 */
export async function putYear(hark: HarkBrowser, size: YearSize = {}): Promise<{ cases: number; entries: number }> {
  let [cases, entries] = [0, 0];
  for (const chunk of yearRows({ now: Date.now(), ...size })) {
    cases += chunk.cases.length;
    entries += chunk.entries.length;
    for (const [table, rows] of Object.entries(chunk)) {
      for (let from = 0; from < rows.length; from += AT_ONCE) {
        await put(hark, table as keyof typeof chunk, rows.slice(from, from + AT_ONCE));
      }
    }
  }
  return { cases, entries };
}
