import type { Page } from 'puppeteer-core';
import { beforeEach, expect, test } from 'vitest';
import { emptyWatchlist } from '../lib/watchlist/watchlist';
import type { ExtensionApi, View } from './support/browser';
import { eventually, practiceWatchlist, put, setUpDesk } from './support/desk';
import { type Bench, useBrowser } from './support/fixture';

declare const chrome: ExtensionApi;

let hark: Bench;

beforeEach(async () => {
  hark = await useBrowser();
});

/** The panel beside a page, at its tab "Watch". */
async function watchTab(page: Page): Promise<View> {
  const panel = await hark.openPanel(page);
  await panel.click('role/tab[Watch]');
  return panel;
}

const pathOf = (page: Page): string => new URL(page.url()).pathname;

/** Presses a link of the panel; gives the query of the search that it leads to in this page. */
async function queryAfter(panel: View, label: string, page: Page): Promise<string> {
  const before = page.url();
  await panel.click(`role/link[${label}]`);
  await eventually(async () => page.url() !== before, `${label} leads somewhere`);
  const { pathname, searchParams } = new URL(page.url());
  expect(pathname).toBe('/search');
  expect(searchParams.get('f')).toBe('live');
  return searchParams.get('q') ?? '';
}

test('each link leads there in the tab of X, whatever else is in front', async () => {
  await setUpDesk(hark, { ...practiceWatchlist, categories: ['wifi', 'landline'], languages: ['en'] });
  // One of two who share the desk; their care accounts stand in no list of the watchlist.
  const reps = [
    { id: 'june', name: 'June Delacroix', handle: 'LanternJune', initials: 'JD' },
    { id: 'mo', name: 'Mo Abiola', handle: 'MoAtLantern', initials: 'MO' },
  ];
  await put(hark, 'settings', [{ key: 'rep', value: { reps, current: 'june' } }]);
  const page = await hark.open('/home?calm=1');
  const panel = await watchTab(page);
  // The page counts what it has read at its leisure.
  await panel.waitFor('text/tweets read in this tab carry a mark', { timeout: 20_000 });

  const everyone = await queryAfter(panel, 'Everyone who names you', page);
  expect(everyone).toContain('@LanternCares');
  expect(everyone).toMatch(/ -from:lanternjune -from:moatlantern$/);
  const trouble = await queryAfter(panel, 'Untagged trouble', page);
  expect(trouble).toMatch(/^\(wifi OR landline\) \(down OR .*\) lang:en .* -from:moatlantern$/);
  expect(trouble).not.toContain('@Lantern');
  await panel.click('role/link[Mentions]');
  await eventually(async () => pathOf(page) === '/notifications/mentions', 'mentions');
  await page.waitForSelector('[data-hark="mark"]');
  await panel.click('role/link[Your lists]');
  await eventually(async () => pathOf(page) === '/LanternJune/lists', 'lists');

  // A click that asks for a tab of its own stays the browser's.
  const taken = await panel.evaluate(() => {
    let prevented: boolean | null = null;
    const look = (event: Event): void => {
      prevented = event.defaultPrevented;
      event.preventDefault();
    };
    addEventListener('click', look, { once: true });
    const link = document.querySelector('a[href^="https://x.com/search?"]');
    link?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true }));
    return prevented;
  });
  expect(taken).toBe(false);
  expect(pathOf(page)).toBe('/LanternJune/lists');

  // Another site is in front, with a form that is half filled in.
  const form = await hark.newPage('data:text/html,<textarea></textarea>');
  await form.type('textarea', 'half a line');
  const address = form.url();
  await panel.waitFor('text/They open in your tab of X');
  await panel.click('role/link[Mentions]');
  await eventually(async () => pathOf(page) === '/notifications/mentions', 'mentions in the tab of X');
  expect(form.url()).toBe(address);
  expect(await form.$eval('textarea', (field) => field.value)).toBe('half a line');

  // With no tab of X there is, a new one opens.
  await form.bringToFront();
  await page.close();
  await panel.click('role/link[Mentions]');
  const opened = await eventually(async () => {
    const pages = await hark.puppeteer.pages();
    return pages.find((other) => other.url() === 'https://x.com/notifications/mentions');
  }, 'a new tab');
  expect(form.url()).toBe(address);

  await opened?.close();
  await panel.evaluate(() => {
    const refuse = (() => Promise.reject(new Error('Tabs cannot be edited right now.'))) as never;
    for (const api of [chrome, (globalThis as unknown as { browser?: ExtensionApi }).browser]) {
      if (api) Object.assign(api.tabs, { create: refuse, update: refuse });
    }
  });
  await panel.click('role/link[Mentions]');
  await panel.waitFor('text/The browser did not open this');
});

test('where nothing is watched or marked, the panel says so first thing, and what to do', async () => {
  await setUpDesk(hark, emptyWatchlist);
  const page = await hark.open('/home?calm=1');
  const panel = await hark.openPanel(page);
  for (const tab of ['Case', 'Needs an answer', 'Watch']) {
    await panel.click(`role/tab[${tab}]`);
    await panel.waitFor('text/Nothing is watched yet');
    await panel.waitFor('role/button[Set up the watchlist]');
  }
  await panel.click('role/button[Set up the watchlist]');
  await eventually(async () => {
    const pages = await hark.inExtension(() => chrome.tabs.query({}));
    return pages.some(({ url }) => url?.includes('options.html'));
  }, 'the settings open');

  await setUpDesk(hark, { ...emptyWatchlist, handles: ['NobodyNamesUs'] });
  await page.bringToFront();
  await page.reload();
  await panel.click('role/tab[Case]');
  const said = /None of the \d+ tweets read in this tab is about you/;
  await eventually(async () => said.test(await panel.text()), 'the Case tab says that nothing is about the brand');
  await panel.waitFor('role/button[See all cases]');
  await panel.click('role/button[See where to look]');
  await panel.waitFor('role/link[Everyone who names you]');
  expect(await panel.text()).toMatch(said);
  expect(await panel.inspect('role/link[Untagged trouble]')).toEqual([]);
  // Without a rep's handle nobody knows whose lists to show: it is asked for.
  await put(hark, 'settings', [{ key: 'rep', value: { name: 'June Delacroix', handle: '', initials: 'JD' } }]);
  await panel.reload();
  await panel.click('role/tab[Watch]');
  await panel.waitFor('text/Your lists on X stand here once Hark knows your handle');
  expect(await panel.inspect('role/link[Your lists]')).toEqual([]);
});
