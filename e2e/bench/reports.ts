/** The page of reports over a year of a busy desk. */
import type { Page } from 'puppeteer-core';
import { setUpDesk } from '../support/desk';
import { putYear } from '../support/year';
import { median, round } from './figures';
import { emptyPage, type Lab } from './lab';

const TIMES = 5;

/** Medians in milliseconds, but for the last. */
export interface ReportFigures {
  cases: number;
  entries: number;
  /** From navigation to the figures of the whole year. */
  open: number;
  /** From a choice of topic, language or period to its figures. */
  filter: number;
  slowest: number;
  /** The longest that the page could not answer, while it opened and filtered. */
  stood: number;
  /** Seconds until the whole desk is counted from its history. */
  recount: number;
}

/** Fills a desk with a year, and reads reports of it. */
export async function measureReports({ hark }: Lab, wanted: number): Promise<ReportFigures> {
  await hark.reset();
  await setUpDesk(hark);
  // What the panel searches is not needed here.
  const { cases, entries } = await putYear(hark, { cases: wanted, search: false });
  const page = await emptyPage(hark);
  await page.evaluateOnNewDocument(watchStanding);
  const opens: number[] = [];
  const filters: number[] = [];
  let stood = 0;
  for (let time = 0; time < TIMES; time++) {
    await page.goto(hark.extensionUrl('reports.html?days=365'));
    opens.push(await page.evaluate(showYear, cases));
    for (const wish of [
      ...[
        ['select', 0, 'billing'],
        ['select', 1, 'es'],
        ['select', 0, 'all'],
        ['select', 1, 'all'],
      ],
      ...[
        ['button', 0, '30 days'],
        ['button', 0, 'A year'],
        ['button', 0, '90 days'],
        ['button', 0, 'A year'],
      ],
    ] as const) {
      filters.push(await page.evaluate(choose, ...wish));
    }
    stood = Math.max(stood, await page.evaluate(() => (window as unknown as { stood: number }).stood));
  }
  const recount = await recountSeconds(page);
  await page.close();
  return {
    ...{ cases, entries, open: round(median(opens), 0), filter: round(median(filters), 0) },
    ...{ slowest: round(Math.max(...filters), 0), stood: round(stood, 0), recount: round(recount / 1_000, 0) },
  };
}

async function recountSeconds(page: Page): Promise<number> {
  const start = Date.now();
  await page.evaluate(() => {
    const button = [...document.querySelectorAll('button')].find(({ textContent }) => /^Count again/.test(textContent));
    button?.click();
  });
  await page.waitForFunction(() => /Counted again from the history/.test(document.body.innerText), {
    timeout: 600_000,
  });
  return Date.now() - start;
}

/* What follows runs in the page, each by itself. */

/** Notes the longest task. */
function watchStanding(): void {
  Object.assign(window, { stood: 0 });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      Object.assign(window, { stood: Math.max((window as unknown as { stood: number }).stood, duration) });
    }
  }).observe({ type: 'longtask', buffered: true });
}

/** The time since navigation at which the page shows all cases of the year. */
async function showYear(cases: number): Promise<number> {
  const wanted = ` ${cases.toLocaleString('en').slice(0, 2)}`;
  const said = () => document.querySelector('[data-section="funnel"] [data-part="answer"]')?.textContent ?? '';
  while (!/cases were opened/.test(said()) || !said().includes(wanted)) {
    if (performance.now() > 120_000) throw new Error(`The year is not shown: ${document.body.innerText.slice(0, 500)}`);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return performance.now();
}

/** Makes a choice; gives the time until other figures are shown. */
async function choose(kind: 'select' | 'button', index: number, value: string): Promise<number> {
  const said = () => [...document.querySelectorAll('[data-part="answer"]')].map((answer) => answer.textContent).join();
  const before = said();
  const start = performance.now();
  if (kind === 'select') {
    const field = document.querySelectorAll('select')[index];
    if (!field) throw new Error('There is no such filter.');
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  } else {
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent === value)?.click();
  }
  const isBusy = () => document.querySelector('main')?.getAttribute('aria-busy') === 'true';
  while (said() === before || isBusy()) await new Promise((resolve) => requestAnimationFrame(resolve));
  return performance.now() - start;
}
