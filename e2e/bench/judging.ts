/** What it costs to judge one tweet, in Chromium. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { type Judgeable, judgeableText } from '../../lib/triage/judgement';
import { tweets } from '../practice/data/tweets';
import { practiceWatchlist } from '../support/desk';
import { EXTENSIONS } from '../support/fixture';
import { round, type Spread, spreadOf } from './figures';
import type { timeJudging } from './judging-page';
import { emptyPage, type Lab } from './lab';

export interface JudgingFigures {
  /** Milliseconds a tweet in which something of the watchlist was spotted. */
  each: Spread;
  /** The slowest first tweet of a language, whose words are read then, in milliseconds. */
  first: number;
  /** Reading the weights, in milliseconds. */
  read: number;
  weights: number;
}

/** Judges the practice tweets in a page. */
export async function measureJudging({ hark }: Lab): Promise<JudgingFigures> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, 'judging-page.ts'), formats: ['iife'], name: 'judging' },
    },
  });
  const [bundle] = [output].flat();
  const code = bundle && 'output' in bundle ? bundle.output[0].code : '';
  const weights = await readFile(join(EXTENSIONS.chromium, 'triage/weights.bin'));
  const judged: Judgeable[] = tweets
    .map(({ by, text, lang, ad = false }) => judgeableText(text, { handle: by, lang, ad }))
    .filter(({ text }) => /lant(?:e|u)?rn|wifi|internet|signal|cable/i.test(text));
  const page = await emptyPage(hark);
  await page.addScriptTag({ content: code });
  const { each, first, read } = await page.evaluate(
    (bytes, watchlist, all) => {
      const { timeJudging: time } = globalThis as unknown as { timeJudging: typeof timeJudging };
      return time(bytes, watchlist, all);
    },
    [...weights],
    practiceWatchlist,
    judged,
  );
  await page.close();
  return {
    each: { ...spreadOf(each), p50: round(spreadOf(each).p50, 3) },
    first: round(first, 1),
    read: round(read, 1),
    weights: weights.length,
  };
}
