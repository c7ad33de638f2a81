/** Two browsers on the same practice site: one with Hark, one with an extension that does nothing. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Page } from 'puppeteer-core';
import { setUpDesk } from '../support/desk';
import { asBench, type Bench, EXTENSIONS, PRACTICE_PAGE } from '../support/fixture';
import { launch } from '../support/launch';
import { startSite } from '../support/site';

/** What is measured: with Hark or without. */
export interface Lab {
  hark: Bench;
  bare: Bench;
  /** Tweets to scroll where time is measured; five times as many where memory is. */
  tweets: number;
  close(): Promise<void>;
}

const viewport = { width: 1280, height: 900 };

/** Starts both browsers; Hark is set up for the practice brand. */
export async function openLab(tweets: number): Promise<Lab> {
  const site = await startSite(PRACTICE_PAGE);
  const empty = await mkdtemp(join(tmpdir(), 'hark-bench-'));
  await writeFile(
    join(empty, 'manifest.json'),
    JSON.stringify({ manifest_version: 3, name: 'Nothing', version: '1', background: { service_worker: 'none.js' } }),
  );
  await writeFile(join(empty, 'none.js'), '');
  const start = async (extension: string): Promise<Bench> => {
    const browser = await launch({
      browser: 'chromium',
      extension,
      site,
      viewport,
      headless: !process.env.HARK_HEADED,
    });
    return asBench(browser, site);
  };
  const hark = await start(EXTENSIONS.chromium);
  const bare = await start(empty);
  await setUpDesk(hark);
  return {
    hark,
    bare,
    tweets,
    async close() {
      await hark.close();
      await bare.close();
      await site.close();
      await rm(empty, { recursive: true, force: true });
    },
  };
}

/** A tab in front, in which functions of these files can run: the compiler that runs them leaves a helper in them. */
export async function emptyPage(bench: Bench): Promise<Page> {
  const page = await bench.newPage();
  await page.bringToFront();
  await page.evaluateOnNewDocument('globalThis.__name ??= (named) => named;');
  return page;
}

/** A page of the practice site with a debugging session, whose chance is the same in every run. */
export async function openPractice(
  bench: Bench,
  path: string,
  before?: () => void,
): Promise<{ page: Page; session: CDPSession }> {
  const page = await emptyPage(bench);
  await page.evaluateOnNewDocument(() => {
    let seed = 42;
    Math.random = () => {
      seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
      return seed / 4_294_967_296;
    };
  });
  if (before) await page.evaluateOnNewDocument(before);
  await page.goto(new URL(path, bench.site.origin).href);
  await page.waitForSelector('article[data-testid="tweet"]');
  await settle(page);
  return { page, session: await page.createCDPSession() };
}

/** Waits until what happens at the start of a page is over. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_500)));
}

/** Scrolls by so many pixels a frame until the end of the timeline; gives the number of frames. */
export async function scrollThrough(page: Page, by: number): Promise<number> {
  await page.evaluate((step) => {
    let frames = 0;
    let still = 0;
    const next = (): void => {
      const before = scrollY;
      scrollBy(0, step);
      still = scrollY === before ? still + 1 : 0;
      frames++;
      if (still < 20) requestAnimationFrame(next);
      else Object.assign(window, { scrolled: frames });
    };
    Object.assign(window, { scrolled: 0 });
    requestAnimationFrame(next);
  }, by);
  // Asked again and again: one question may not take longer than a minute.
  for (;;) {
    const frames = await page.evaluate(() => (window as unknown as { scrolled: number }).scrolled);
    if (frames > 0) return frames;
    await pause(1_000);
  }
}

/** The browser's own counters for a page. */
export async function metricsOf(session: CDPSession): Promise<Record<string, number>> {
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** Keeps something for a closer look, such as a profile for the browser's own tools. */
export async function keep(name: string, value: unknown): Promise<void> {
  const folder = join(import.meta.dirname, '../../artifacts/bench');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), JSON.stringify(value));
}
