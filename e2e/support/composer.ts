/** X's composer as tests use it, from the page's side. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { ExtensionApi } from './browser';
import { eventually } from './desk';
import type { Bench } from './fixture';

declare const chrome: ExtensionApi;

/** What the page answers to a wish of the panel to insert a reply. */
export interface InsertAnswer {
  ok: boolean;
  why?: string;
  reason?: string;
}

/** Asks the page that is in front of all of X's for what the panel asks it: to insert a reply. */
export async function askToInsert(bench: Bench, tweetId: string, text: string): Promise<InsertAnswer> {
  return bench.inExtension(
    async (id, words) => {
      const tabs = await chrome.tabs.query({ url: 'https://x.com/*' });
      const tab = tabs.find(({ active }) => active) ?? tabs.at(-1);
      const envelope = { hark: 'insertReply', data: { tweetId: id, text: words } };
      const { reply } = await chrome.tabs.sendMessage(tab?.id ?? -1, envelope);
      return reply;
    },
    tweetId,
    text,
  ) as Promise<InsertAnswer>;
}

/** X's editors, wherever they stand. */
export const EDITORS = '[data-testid^="tweetTextarea_"][contenteditable="true"]';

/** What the editor on top holds, line by line as it shows; null where there is none. */
export async function editorText(page: Page): Promise<string | null> {
  return page.evaluate((selector) => {
    const editor = [...document.querySelectorAll(`[role="dialog"] ${selector}, main ${selector}`)].sort(
      (one, other) => Number(other.closest('#layers') !== null) - Number(one.closest('#layers') !== null),
    )[0];
    const blocks = [...(editor?.querySelectorAll('[data-block="true"]') ?? [])];
    return editor ? blocks.map((block) => block.textContent).join('\n') : null;
  }, EDITORS);
}

/** Waits until the editor on top holds this. */
export async function editorHolds(page: Page, text: string): Promise<void> {
  await eventually(
    async () => {
      const held = await editorText(page);
      if (held !== text) throw new Error(`it holds ${JSON.stringify(held)}`);
      return true;
    },
    `the editor holds ${JSON.stringify(text)}`,
  );
}

/** Clicks into the editor on top, as a person does. */
async function focusEditor(page: Page): Promise<void> {
  const inDialog = await page.$(`[role="dialog"] ${EDITORS}`);
  const editor = inDialog ?? (await page.waitForSelector(`main article ~ * ${EDITORS}, main ${EDITORS}`));
  await editor?.click();
  // Draft.js loses what is typed while it takes the focus; nobody types that fast.
  await page.waitForFunction((selector) => document.activeElement?.matches(selector), {}, EDITORS);
  await pause(150);
}

/** Writes into the editor on top with the keyboard. */
export async function write(page: Page, text: string): Promise<void> {
  await focusEditor(page);
  for (const [at, line] of text.split('\n').entries()) {
    if (at > 0) await page.keyboard.press('Enter');
    if (line !== '') await page.keyboard.type(line);
  }
  await editorHolds(page, text);
}

/** Empties the editor on top with the keyboard. */
export async function emptyEditor(page: Page): Promise<void> {
  await focusEditor(page);
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  await page.keyboard.press('Backspace');
  await editorHolds(page, '');
}

/** Opens X's reply dialog of a tweet with X's own button. */
export async function openReplyDialog(page: Page, tweetId: string): Promise<void> {
  await page.evaluate((id) => {
    const articles = [...document.querySelectorAll('article[data-testid="tweet"]')];
    const article = articles.find((one) => one.querySelector(`a[href$="/status/${id}"] time`));
    article?.querySelector<HTMLElement>('[data-testid="reply"]')?.click();
  }, tweetId);
  await page.waitForSelector(`[role="dialog"] ${EDITORS}`);
  // X gives it the focus a moment later.
  await page.waitForFunction((selector) => document.activeElement?.matches(selector), {}, EDITORS);
}

/** Presses X's own post button, waits until X is done, and gives what was posted. */
export async function post(page: Page): Promise<{ text: string; replyTo?: string }> {
  const before = await page.evaluate(() => window.practice.posted.length);
  const inDialog = await page.$('[role="dialog"] [data-testid="tweetButton"]');
  const button = inDialog ?? (await page.$('main [data-testid="tweetButtonInline"]'));
  await button?.click();
  await page.waitForFunction(
    (count) => window.practice.posted.length > count && !document.querySelector('[role="dialog"]'),
    {},
    before,
  );
  return page.evaluate(() => {
    const last = window.practice.posted.at(-1);
    return { text: last?.text ?? '', replyTo: last?.replyTo };
  });
}

/** Attaches a picture to the composer on top. */
export async function attachPicture(page: Page): Promise<void> {
  await focusEditor(page);
  const scope = (await page.$('[role="dialog"] [data-testid="toolBar"]')) ? '[role="dialog"]' : 'main';
  await page.waitForSelector(`${scope} [data-testid="toolBar"] button`);
  await page.click(`${scope} [data-testid="toolBar"] button`);
  await page.waitForSelector(`${scope} [data-testid="attachments"]`);
}
