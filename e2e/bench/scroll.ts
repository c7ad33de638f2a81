/** What scrolling through a timeline costs, with Hark and without, in turn. */
import type { Bench } from '../support/fixture';
import { type Extremes, extremesOf, median, round } from './figures';
import { keep, type Lab, metricsOf, openPractice, scrollThrough } from './lab';
import { oursBetween, samplesOf, sharesOf } from './profile';

/** Pixels a frame: a fast flick of the wheel. */
const STEP = 400;
/** Each with Hark and without. */
const TURNS = 3;
/** What the browser calls a long task, in milliseconds. */
const LONG = 50;
/** Between samples, in microseconds. */
const INTERVAL = 200;

interface Run {
  tweets: number;
  frames: number;
  /** Milliseconds. */
  ours: number;
  page: number;
  garbage: number;
  style: number;
  layout: number;
  longTasks: number;
  /** Long tasks that would have been short without Hark. */
  longByUs: number;
  /** The longest that Hark worked in one of them, in milliseconds. */
  mostInLong: number;
}

export interface ScrollFigures {
  tweets: number;
  /** Milliseconds of Hark's scripting a tweet: the median of the runs, and how far they lie apart. */
  oursPerTweet: number;
  oursPerTweetExtremes: Extremes;
  /** Of the page's own scripting in the same run. */
  shareOfPage: number;
  /** Milliseconds in the whole run: median with Hark less median without. */
  garbageAdded: number;
  styleAdded: number;
  layoutAdded: number;
  longTasksWith: number;
  longTasksWithout: number;
  /** The most in one run. */
  longTasksByUs: number;
  runs: Record<'with' | 'without', Run[]>;
}

/** Scrolls in turn with and without Hark. */
export async function measureScrolling({ hark, bare, tweets }: Lab): Promise<ScrollFigures> {
  const runs: ScrollFigures['runs'] = { with: [], without: [] };
  for (let turn = 0; turn < TURNS; turn++) {
    runs.with.push(await scrollOnce(hark, tweets, `with-${turn}`));
    runs.without.push(await scrollOnce(bare, tweets, `without-${turn}`));
  }
  const added = (key: keyof Run): number =>
    round(median(runs.with.map((run) => run[key])) - median(runs.without.map((run) => run[key])));
  const perTweet = runs.with.map(({ ours, tweets: mounted }) => ours / mounted);
  return {
    tweets: median(runs.with.map((run) => run.tweets)),
    oursPerTweet: round(median(perTweet), 3),
    oursPerTweetExtremes: extremesOf(perTweet, 3),
    shareOfPage: round(median(runs.with.map((run) => run.ours / run.page)), 3),
    garbageAdded: added('garbage'),
    styleAdded: added('style'),
    layoutAdded: added('layout'),
    longTasksWith: median(runs.with.map((run) => run.longTasks)),
    longTasksWithout: median(runs.without.map((run) => run.longTasks)),
    longTasksByUs: Math.max(...runs.with.map((run) => run.longByUs)),
    runs,
  };
}

async function scrollOnce(bench: Bench, more: number, name: string): Promise<Run> {
  const { page, session } = await openPractice(bench, `/home?more=${more}`);
  const mounted = (): Promise<number> => page.evaluate(() => window.practice.stats().cellsMounted);
  await page.evaluate(() => {
    const seen: [number, number][] = [];
    Object.assign(window, { longTasks: seen });
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) seen.push([startTime, duration]);
    }).observe({ type: 'longtask' });
  });
  const before = await metricsOf(session);
  const first = await mounted();
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: INTERVAL });
  await session.send('Profiler.start');
  const frames = await scrollThrough(page, STEP);
  const { profile } = await session.send('Profiler.stop');
  await keep(`scroll-${name}.cpuprofile`, profile);
  const after = await metricsOf(session);
  const samples = samplesOf(profile, bench.extensionUrl(''));
  const long = (await page.evaluate(() => (window as unknown as { longTasks: unknown }).longTasks)) as [
    number,
    number,
  ][];
  // Both clocks are the browser's own; the page's begins when the navigation does.
  const origin = (after.NavigationStart ?? 0) * 1e6;
  const inLong = long.map(([start, duration]) => ({
    duration,
    ours: oursBetween(samples, origin + start * 1e3, origin + (start + duration) * 1e3),
  }));
  const grown = (key: string): number => round(((after[key] ?? 0) - (before[key] ?? 0)) * 1e3, 1);
  const { ours, page: own, garbage } = sharesOf(samples);
  const run: Run = {
    tweets: (await mounted()) - first,
    frames,
    ours: round(ours, 1),
    page: round(own, 1),
    garbage: round(garbage, 1),
    style: grown('RecalcStyleDuration'),
    layout: grown('LayoutDuration'),
    longTasks: long.length,
    longByUs: inLong.filter(({ duration, ours }) => ours > 0 && duration - ours <= LONG).length,
    mostInLong: round(Math.max(0, ...inLong.map((task) => task.ours)), 1),
  };
  await page.close();
  return run;
}
