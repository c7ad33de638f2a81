/** The panel over a small desk and over a very large one. */
import { put } from '../support/desk';
import type { Bench } from '../support/fixture';
import { deskRows, wordAt } from './desk-rows';
import { median, round } from './figures';
import { emptyPage, type Lab } from './lab';

/** Cases of a small desk; besides it an empty one and the largest are measured. */
const SMALL = 200;
/** Cases that are written at once. */
const CHUNK = 4_000;
const TIMES = 5;
/** A common word, a rarer one, two together, a beginning, a number, and nothing. */
const SOUGHT = [wordAt(40), wordAt(3_000), `${wordAt(10)} ${wordAt(400)}`, wordAt(900).slice(0, 3), '77', 'zzz nobody'];
/** The counters last: they are written over as a whole. */
const TABLES = ['customers', 'entries', 'search', 'cases', 'counters', 'settings'] as const;

/** A kind of search, and its median in milliseconds. */
interface SearchTime {
  sought: string;
  milliseconds: number;
}

/** Medians in milliseconds; null where there is nothing to press. */
interface PanelTimes {
  cases: number;
  /** From navigation to the list of all cases. */
  list: number | null;
  /** From a click on a row to the case. */
  shown: number | null;
  /** From a changed search to its rows, over all kinds of searches. */
  search: number | null;
  /** The same for the kind that takes longest. */
  slowestSearch: SearchTime | null;
  /** From "Show more" to more rows. */
  more: number | null;
}

export interface PanelFigures {
  sizes: PanelTimes[];
  /** How many times as long the list takes with the most cases as with none. */
  listRatio: number | null;
}

/** Fills the desk anew for each number of cases and uses the panel at each. */
export async function measurePanel({ hark }: Lab, cases: number): Promise<PanelFigures> {
  const sizes: PanelTimes[] = [];
  for (const size of [0, SMALL, cases]) {
    await hark.reset();
    // The panel makes its database when it opens.
    const first = await emptyPage(hark);
    await first.goto(hark.extensionUrl('sidepanel.html'));
    await first.waitForSelector('[role="tab"]');
    await first.close();
    for (const rows of size === 0 ? [] : deskRows({ cases: size, chunk: CHUNK })) {
      for (const store of TABLES) if (rows[store].length > 0) await put(hark, store, rows[store]);
    }
    sizes.push(await timesWith(hark, size));
  }
  const [none, most] = [sizes[0]?.list, sizes.at(-1)?.list];
  return { sizes, listRatio: none && most ? round(most / none) : null };
}

async function timesWith(hark: Bench, cases: number): Promise<PanelTimes> {
  const page = await emptyPage(hark);
  const lists: number[] = [];
  const shown: number[] = [];
  const searches: number[][] = [];
  const more: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    await page.goto(hark.extensionUrl('sidepanel.html'));
    lists.push(await page.evaluate(showList));
    if (cases === 0) continue;
    more.push(...(await page.evaluate(pageThrough, 3)));
    searches.push(await page.evaluate(searchFor, SOUGHT));
    shown.push(await page.evaluate(showCase));
  }
  await page.close();
  const middle = (times: readonly number[]): number | null => (times.length === 0 ? null : round(median(times), 1));
  const kinds = SOUGHT.map((sought, kind) => ({
    sought,
    milliseconds: middle(searches.flatMap((times) => times[kind] ?? [])) ?? 0,
  }));
  const [slowest] = kinds.sort((one, other) => other.milliseconds - one.milliseconds);
  return {
    ...{ cases, list: middle(lists), shown: middle(shown), more: middle(more), search: middle(searches.flat()) },
    slowestSearch: searches.length > 0 && slowest ? slowest : null,
  };
}

/* What follows runs in the panel, each by itself. */

/** Opens the list as soon as its tab is there; gives the time since navigation at which it shows all cases. */
async function showList(): Promise<number> {
  const until = async <T>(find: () => T | null | undefined | false): Promise<T> => {
    for (;;) {
      const found = find();
      if (found) return found;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  };
  const button = (words: string) =>
    [...document.querySelectorAll<HTMLElement>('button, [role="tab"], label')].find((found) =>
      found.textContent?.trim().startsWith(words),
    );
  (await until(() => button('Cases'))).click();
  (await until(() => button('All'))).click();
  await until(
    () => document.querySelector('[data-row]') ?? button('Open case') ?? /No cases yet/.test(document.body.innerText),
  );
  return performance.now();
}

/** Presses "Show more" so many times. */
async function pageThrough(times: number): Promise<number[]> {
  const took: number[] = [];
  const find = () => [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Show more');
  // The rest of the first page comes after what is in view.
  for (let frame = 0; !find() && frame < 60; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
  for (let time = 0; time < times; time++) {
    const button = find();
    if (!button) break;
    const rows = document.querySelectorAll('[data-row]').length;
    const start = performance.now();
    button.click();
    while (document.querySelectorAll('[data-row]').length <= rows) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    took.push(performance.now() - start);
  }
  return took;
}

/** Puts one search after the other into the field; each counts until the list shows something else. */
async function searchFor(searches: string[]): Promise<number[]> {
  const field = document.querySelector<HTMLInputElement>('input[type="search"]');
  const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  if (!field || !write) throw new Error('The panel has no search field.');
  const shown = (): string => document.querySelector('main')?.innerText ?? '';
  const put = async (sought: string): Promise<number> => {
    const before = shown();
    const start = performance.now();
    write.call(field, sought);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    while (shown() === before) await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now() - start;
  };
  const took: number[] = [];
  for (const sought of searches) took.push(await put(sought));
  await put('');
  return took;
}

/** Opens the first case of the list. */
async function showCase(): Promise<number> {
  // The list may still be coming back from a search.
  let row = document.querySelector<HTMLElement>('[data-row]');
  for (let frame = 0; !row && frame < 600; frame++) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    row = document.querySelector<HTMLElement>('[data-row]');
  }
  if (!row) throw new Error('There is no case in the list.');
  const start = performance.now();
  row.click();
  while (!document.querySelector('article[aria-label^="Case "]')) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return performance.now() - start;
}
