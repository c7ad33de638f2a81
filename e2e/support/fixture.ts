/** The one browser that all browser tests of a run share, with a clean extension for each test. */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import type { BrowserName, HarkBrowser } from './browser';
import { launch } from './launch';
import { type Site, startSite } from './site';
import { within } from './waiting';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Where the built parts are. */
export const PRACTICE_PAGE = folder('../practice/dist');
export const EXTENSIONS: Record<BrowserName, string> = {
  chromium: folder('../../.output/chrome-mv3'),
  firefox: folder('../../.output/firefox-mv3'),
};
const FAILURES = folder('../../artifacts/failures');

/** A browser with the stand-in site, as tests use it. */
export interface Bench extends HarkBrowser {
  readonly site: Site;
  /** Opens a page of the practice site, such as `/home`, in a new tab in front. */
  open(path?: string): Promise<Page>;
}

/** Joins a browser and the stand-in site that it reaches. */
export function asBench(browser: HarkBrowser, site: Site): Bench {
  return Object.assign(browser, {
    site,
    open: (path = '/home') => browser.newPage(new URL(path, site.origin).href),
  });
}

/** The browser that this run is for. */
export const browserName: BrowserName = process.env.HARK_BROWSER === 'firefox' ? 'firefox' : 'chromium';

let started: Promise<Bench> | undefined;

/**
 * Gives the browser of this run, starting it at first use. It closes when the run ends.
 *
 * @example
 * const hark = await useBrowser();
 * const page = await hark.open('/home');
 */
export function useBrowser(): Promise<Bench> {
  started ??= startBench();
  return started;
}

/** A clean extension takes a fraction of a second; a machine that is this slow has a browser that hangs. */
const CLEAN_MS = 25_000;

/** Cleans the extension for the next test, if a test has started a browser; one that hangs is replaced by another. */
export async function cleanBrowser(): Promise<void> {
  if (!started) return;
  const bench = await started;
  try {
    await within(CLEAN_MS, bench.reset(), 'It does not get clean.');
  } catch (error) {
    console.log(`The browser hangs and is replaced: ${error instanceof Error ? error.message : error}`);
    bench.puppeteer.process()?.kill('SIGKILL');
    // Closes the stand-in site and deletes the profile; the browser itself is gone.
    await within(CLEAN_MS, bench.close(), 'It does not end.').catch(() => undefined);
    started = startBench();
    await started;
  }
}

/** Gives the browser if a test has started it. */
export function browserInUse(): Promise<Bench> | undefined {
  return started;
}

async function startBench(): Promise<Bench> {
  const site = await startSite(PRACTICE_PAGE);
  const browser = await launch({
    browser: browserName,
    extension: EXTENSIONS[browserName],
    site,
    headless: !process.env.HARK_HEADED,
  });
  const { reset, close } = browser;
  return Object.assign(asBench(browser, site), {
    async reset() {
      await reset();
      site.clearRecords();
    },
    async close() {
      await close().finally(() => site.close());
    },
  });
}

/** Saves what the browser showed when a test failed: every tab of the site, and the panel if it is open. */
export function saveFailure(bench: Bench, testName: string): Promise<string[]> {
  return within(CLEAN_MS, picturesOf(bench, testName), 'No picture comes.').catch(() => []);
}

async function picturesOf(bench: Bench, testName: string): Promise<string[]> {
  mkdirSync(FAILURES, { recursive: true });
  const stem = `${FAILURES}/${bench.name}-${testName.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 100)}`;
  const saved: string[] = [];
  const keep = async (suffix: string, take: (path: string) => Promise<unknown>) => {
    const path = `${stem}${suffix}.png`;
    await take(path)
      .then(() => saved.push(path))
      .catch(() => undefined);
  };
  for (const [index, page] of (await bench.puppeteer.pages()).entries()) {
    if (!page.url().startsWith('https:')) continue;
    await keep(index === 0 ? '' : `-${index + 1}`, async (path) => page.screenshot({ path: path as `${string}.png` }));
  }
  if (await bench.panelIsOpen()) {
    await keep('-panel', async (path) => (await bench.panel({ timeout: 1000 })).screenshot(path));
  }
  return saved;
}
