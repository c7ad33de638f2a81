/** What a rep does in the page and in the panel, as tests need it again and again. */
import type { Page } from 'puppeteer-core';
import type { PracticeTweet } from '../practice/data/types';
import type { HostSelector, View } from './browser';
import { eventually } from './desk';
import type { Bench } from './fixture';

/** Adds a tweet of a customer at the top of the timeline; gives its id once Hark has seen it. */
export async function customerTweets(
  page: Page,
  by: string,
  text: string,
  more: Partial<PracticeTweet> = {},
): Promise<string> {
  const truth: PracticeTweet['truth'] = { about: 'none', intent: 'other', actionable: false };
  const tweet: PracticeTweet = { key: `test-${text}`, by, text, lang: 'en', ago: 1, truth, ...more };
  const id = await page.evaluate((added) => {
    scrollTo(0, 0);
    return window.practice.addTweet(added);
  }, tweet);
  await page.waitForSelector(`[data-hark="open"][data-tweet="${id}"]`);
  return id;
}

/** Clicks "Open case" under a tweet and waits for the toast that says so; gives its words. */
export async function openCase(bench: Bench, page: Page, tweet: string, says = 'Case #'): Promise<string> {
  await bench.clickInHost(page, { kind: 'open', tweet }, 'button');
  return toastSaying(bench, page, says);
}

/** Waits for the toast that says this; gives its words. */
export async function toastSaying(bench: Bench, page: Page, says: string, timeout?: number): Promise<string> {
  const words = await eventually(
    async () => {
      const [message] = await bench.inspectHost(page, { kind: 'toast' }, '.message');
      return message?.text.includes(says) ? message.text : null;
    },
    `a toast says "${says}"`,
    timeout,
  );
  return words ?? '';
}

/** Opens the why of a mark. One that is judged as it is pressed is drawn anew, closed, and pressed once more. */
export async function openWhy(bench: Bench, page: Page, mark: HostSelector): Promise<void> {
  await eventually(async () => {
    await bench.clickInHost(page, mark, 'button');
    await bench.waitInHost(page, mark, '.why', { timeout: 2_000 });
    return true;
  }, 'the why of the mark stands there');
}

/** Gives the panel beside the page. A click in the page has opened it, or else the rep presses the toolbar button. */
export async function panelBeside(bench: Bench, page: Page): Promise<View> {
  if (!(await bench.panelIsOpen()) && bench.name === 'firefox') await bench.clickToolbarButton(page);
  return (await bench.panelIsOpen()) || bench.name === 'firefox' ? bench.panel() : bench.openPanel(page);
}

/** Goes to another address as X does, without loading the page again. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => window.practice.goto(to), path);
}

/** Presses Tab until the focus is on something that fits; gives the number of presses. */
export async function tabTo(view: View, selector: string, most = 40): Promise<number> {
  for (let presses = 0; presses <= most; presses++) {
    if ((await view.inspect(selector)).some((part) => part.focused)) return presses;
    await view.press('Tab');
  }
  throw new Error(`${most} presses of Tab do not lead to "${selector}".`);
}

/** Waits until the first field that fits holds this value. */
export async function fieldHolds(view: View, selector: string, value: string): Promise<void> {
  await eventually(
    async () => {
      const [field] = await view.inspect(selector);
      if (field?.value !== value) throw new Error(`it holds ${JSON.stringify(field?.value)}`);
      return true;
    },
    `${selector} holds ${JSON.stringify(value)}`,
  );
}
