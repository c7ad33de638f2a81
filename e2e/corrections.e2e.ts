import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Correction } from '../lib/desk/database';
import { faultsInBothSchemes } from './support/axe';
import { eventually, put, rows, setUpDesk } from './support/desk';
import { type Bench, useBrowser } from './support/fixture';
import { customerTweets, openCase, tabTo, toastSaying } from './support/rep';

let hark: Bench;

beforeEach(async () => {
  hark = await useBrowser();
  await setUpDesk(hark);
});

const corrections = (): Promise<Correction[]> => rows<Correction>(hark, 'corrections');

/** Waits until the mark on a tweet says this, among what else it says; null for no mark. */
async function markSays(page: Page, tweet: string, word: string | null): Promise<void> {
  const mark = { kind: 'mark', tweet };
  await eventually(async () => {
    const there = (await hark.countHosts(page, mark)) > 0;
    if (word === null || !there) return word === null && !there;
    const name = (await hark.inspectHost(page, mark, 'button'))[0]?.name;
    if (!name?.toLowerCase().split(', ').includes(word.toLowerCase())) throw new Error(`it says ${name}`);
    return true;
  }, `the mark says ${word}`);
}

/** Opens the why of a mark and presses a button in it. */
async function say(page: Page, tweet: string, words: string): Promise<void> {
  await hark.clickInHost(page, { kind: 'mark', tweet }, 'button');
  await hark.clickInHost(page, { kind: 'mark', tweet }, `text/${words}`);
}

/** Gives a tweet on the page the focus, as X's own j and k do. */
async function select(page: Page, tweet: string): Promise<void> {
  await page.evaluate((id) => {
    const article = document.querySelector(`[data-hark="open"][data-tweet="${id}"]`)?.closest('article');
    article?.focus();
  }, tweet);
}

/** Everything in Hark's database, as it would be read by whoever gets at the profile. */
async function wholeTable(): Promise<string> {
  return JSON.stringify(await corrections());
}

describe('not a complaint', () => {
  test('changes the mark on every page at once, keeps no text, and can be taken back', async () => {
    const page = await hark.open('/home?calm=1');
    const tweet = await customerTweets(page, 'marnie_whit', '@LanternCares nothing works, says my zither this evening');
    await markSays(page, tweet, 'Complaint');
    await say(page, tweet, 'Not a complaint');
    expect(await toastSaying(hark, page, 'Noted')).toContain('not a complaint');
    await markSays(page, tweet, 'Mention');
    expect(await corrections()).toMatchObject([
      { tweetId: tweet, handle: 'marnie_whit', about: 'complaint', right: false },
    ]);
    expect((await corrections())[0]?.features.length).toBeGreaterThan(2);
    expect(await wholeTable()).not.toMatch(/zither|evening/);

    await hark.clickInHost(page, { kind: 'toast' }, 'text/Undo');
    await markSays(page, tweet, 'Complaint');
    expect(await corrections()).toEqual([]);

    await say(page, tweet, 'Not a complaint');
    await markSays(page, tweet, 'Mention');
    await say(page, tweet, 'It is a complaint');
    await markSays(page, tweet, 'Complaint');
    expect(await corrections()).toMatchObject([{ tweetId: tweet, about: 'complaint', right: true }]);
  });
});

describe('this one is ours', () => {
  test('marks a tweet by key, stays after a reload, and can be taken back', async () => {
    const page = await hark.open('/home?calm=1');
    const tweet = await page.evaluate(() => {
      const host = [...document.querySelectorAll('article [data-hark="open"]')].find((open) => {
        const article = open.closest('article');
        return !article?.querySelector('[data-hark="mark"]') && !article?.querySelector('a[href="/Lantern"]');
      });
      return host?.getAttribute('data-tweet') ?? '';
    });
    await select(page, tweet);
    await page.keyboard.press('+');
    await toastSaying(hark, page, 'this one is ours');
    await markSays(page, tweet, 'About us');
    const other = await hark.open('/home?calm=1');
    await other.waitForSelector(`[data-hark="mark"][data-tweet="${tweet}"]`);
    await markSays(other, tweet, 'About us');
    await other.close();

    await page.bringToFront();
    await hark.clickInHost(page, { kind: 'toast' }, 'text/Undo');
    await markSays(page, tweet, null);
    expect(await corrections()).toEqual([]);
  });

  test('is offered where a case is opened on a tweet without a mark, and only there', async () => {
    const page = await hark.open('/home?calm=1');
    const marked = await customerTweets(page, 'kofi_strand', '@LanternCares it is down again');
    await openCase(hark, page, marked);
    expect((await hark.inspectHost(page, { kind: 'toast' }, 'button')).map(({ name }) => name)).toEqual(['Undo']);

    // A button that comes under a resting mouse is not pressed at once.
    await page.mouse.move(5, 5);
    const tweet = await customerTweets(page, 'marnie_whit', 'third evening by candlelight then');
    await openCase(hark, page, tweet, 'marnie_whit');
    await hark.clickInHost(page, { kind: 'toast' }, 'text/This one is ours');
    await markSays(page, tweet, 'About us');
    // It is drawn before it is written down.
    await eventually(async () => (await corrections()).length > 0, 'what was said is written down');
    expect(await corrections()).toMatchObject([{ tweetId: tweet, about: 'ours', right: true }]);

    // What was said last counts, and its undo brings back what was said before.
    await select(page, tweet);
    await page.keyboard.press('z');
    await toastSaying(hark, page, 'Not about us');
    await markSays(page, tweet, null);
    await hark.clickInHost(page, { kind: 'toast' }, 'text/Undo');
    await markSays(page, tweet, 'About us');
  });
});

describe('not about us', () => {
  test('also teaches, and its undo takes both back', async () => {
    const page = await hark.open('/home?calm=1');
    const tweet = await customerTweets(page, 'marnie_whit', '@LanternCares it is down again');
    await say(page, tweet, 'Not about us');
    await markSays(page, tweet, null);
    await toastSaying(hark, page, 'Not about us');
    expect(await corrections()).toMatchObject([{ tweetId: tweet, about: 'ours', right: false }]);
    expect(await rows(hark, 'dismissals')).toMatchObject([{ tweetId: tweet }]);
    await hark.clickInHost(page, { kind: 'toast' }, 'text/Undo');
    await markSays(page, tweet, 'Complaint');
    expect(await corrections()).toEqual([]);
    expect(await rows(hark, 'dismissals')).toEqual([]);
  });
});

describe('what Hark has learned, in the settings', () => {
  test('is a list in which each can be taken back, and all forgotten', { tags: 'thorough' }, async () => {
    const page = await hark.open('/home?calm=1');
    const tweet = await customerTweets(page, 'marnie_whit', '@LanternCares it is down again');
    const view = await hark.openExtensionPage('options.html');
    await view.waitFor('text/Nothing yet.');
    await page.bringToFront();
    await say(page, tweet, 'Not a complaint');
    await markSays(page, tweet, 'Mention');
    await put(
      hark,
      'corrections',
      Array.from({ length: 11 }, (_, index) => ({
        id: `old-${index}`,
        tweetId: String(100 + index),
        handle: 'kofi_strand',
        at: Date.now() - (index + 1) * 60_000,
        about: 'ours',
        right: true,
        features: [7],
      })),
    );
    const list = await hark.openExtensionPage('options.html');
    await list.waitFor('text/12 corrections');
    const [link] = await list.inspect('section[aria-labelledby="learned"] li a');
    expect(link?.attributes.href).toBe(`https://x.com/marnie_whit/status/${tweet}`);
    expect((await list.inspect('section[aria-labelledby="learned"] li')).length).toBe(10);
    await list.click('text/Show more');
    await eventually(
      async () => (await list.inspect('section[aria-labelledby="learned"] li')).length === 12,
      'all are listed',
    );
    expect(await faultsInBothSchemes(hark, list)).toEqual([]);

    await list.click('[aria-label="Undo: Not a complaint, @marnie_whit"]');
    await list.waitFor('text/11 corrections');
    await markSays(page, tweet, 'Complaint');
    await list.click('[role="status"] button');
    await list.waitFor('text/12 corrections');
    await markSays(page, tweet, 'Mention');

    await tabTo(list, 'role/button[Forget all]', 80);
    await list.press('Enter');
    await list.waitFor('text/Nothing yet.');
    expect(await corrections()).toEqual([]);
    await list.click('[role="status"] button');
    await list.waitFor('text/12 corrections');
    expect(await corrections()).toHaveLength(12);
  });
});
