/** What is left behind after very many tweets. */
import type { Bench } from '../support/fixture';
import { round } from './figures';
import { type Lab, metricsOf, openPractice, scrollThrough } from './lab';

/** Pixels a frame: not fast to measure, but to get there. */
const STEP = 900;

/** How much more there is after the way down and back than before. */
interface Left {
  heapKb: number;
  nodes: number;
  listeners: number;
}

export interface MemoryFigures {
  tweets: number;
  with: Left;
  without: Left;
}

/** Scrolls in both browsers at once: this is not about time. */
export async function measureMemory({ hark, bare, tweets }: Lab): Promise<MemoryFigures> {
  const [left, leftBare] = await Promise.all([leftAfter(hark, 5 * tweets), leftAfter(bare, 5 * tweets)]);
  return { tweets: 5 * tweets, with: left, without: leftBare };
}

async function leftAfter(bench: Bench, tweets: number): Promise<Left> {
  // Calm, so that both see the same tweets and the same nodes.
  const { page, session } = await openPractice(bench, `/home?more=${tweets}&calm=1`);
  const measure = async (): Promise<Record<string, number>> => {
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_000)));
    // Twice: what the first round frees may have held nodes of the page.
    for (let round = 0; round < 2; round++) await session.send('HeapProfiler.collectGarbage');
    return metricsOf(session);
  };
  // Once down a little and back, so that what is made only once is there.
  await page.evaluate(() => scrollTo(0, 20_000));
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
  await page.evaluate(() => scrollTo(0, 0));
  const before = await measure();
  await scrollThrough(page, STEP);
  await page.evaluate(() => scrollTo(0, 0));
  const after = await measure();
  await page.close();
  const grown = (key: string): number => (after[key] ?? 0) - (before[key] ?? 0);
  return {
    heapKb: round(grown('JSHeapUsedSize') / 1_024, 0),
    nodes: grown('Nodes'),
    listeners: grown('JSEventListeners'),
  };
}
