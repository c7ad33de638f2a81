import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Case } from '../lib/cases/case';
import { cases, customers, entries, eventually, faultsOf, idOf, openStatus, put, setUpDesk } from './support/desk';
import { type Bench, useBrowser } from './support/fixture';
import { customerTweets, openCase as openCaseOf, toastSaying } from './support/rep';

let hark: Bench;

beforeEach(async () => {
  hark = await useBrowser();
  await setUpDesk(hark);
});

const openButton = (tweet: string): { kind: string; tweet: string } => ({ kind: 'open', tweet });

/** Clicks "Open case" and waits for the toast that says so. */
const openCase = (page: Page, tweet: string, says = 'Case #1 opened'): Promise<string> =>
  openCaseOf(hark, page, tweet, says);

async function undo(page: Page): Promise<void> {
  await hark.clickInHost(page, { kind: 'toast' }, 'text/Undo');
  await toastSaying(hark, page, 'Undone.');
}

/** Sets a field of the only case, as time or another window would. */
async function alterCase(changes: Partial<Case>): Promise<void> {
  const [only] = await cases(hark);
  await put(hark, 'cases', [{ ...only, ...changes }]);
}

describe('one click on "Open case"', () => {
  test('keeps customer, tweet, thread and who was logged in', async () => {
    const { page, id } = await openStatus(hark, 'bat-3');
    expect(await openCase(page, id)).toContain('Case #1 opened for @marnie_whit.');
    const [opened] = await cases(hark);
    expect(opened).toMatchObject({ number: 1, status: 'open', openedAs: 'LanternJune' });
    expect(await customers(hark)).toMatchObject([{ handle: 'marnie_whit', handles: ['marnie_whit'] }]);
    const history = await entries(hark);
    const own = history.find((entry) => entry.tweetId === id);
    expect(own).toMatchObject({ kind: 'tweet', permalink: `https://x.com/marnie_whit/status/${id}` });
    expect(own && 'text' in own && own.text).toContain('hotspot for the lesson');
    // The thread as rendered: what she wrote first, and the specialist's signed answers.
    const [first, answer] = [await idOf(page, 'bat-1'), await idOf(page, 'bat-2')];
    expect(history.find((entry) => entry.tweetId === first)?.kind).toBe('tweet');
    expect(history.find((entry) => entry.tweetId === answer)).toMatchObject({ kind: 'reply', initials: 'JD' });
  });

  test('works on any tweet, about the brand or not, in a dialog too', async () => {
    const page = await hark.open('/home?calm=1');
    const id = await customerTweets(page, 'harbour_radio', 'soup of the day: leek');
    await openCase(page, id);
    expect((await cases(hark)).length).toBe(1);
    await page.evaluate((to) => window.practice.goto(to), `/marnie_whit/status/${await idOf(page, 'bat-1')}`);
    await page.waitForSelector('article[tabindex="-1"] [data-hark="open"]');
  });

  test('adds to an open case, reopens a lately resolved one, and can be undone each time', async () => {
    const page = await hark.open('/home?calm=1');
    const first = await customerTweets(page, 'marnie_whit', 'it is down');
    const second = await customerTweets(page, 'marnie_whit', 'still down');
    const third = await customerTweets(page, 'marnie_whit', 'and again');
    await openCase(page, first);
    await openCase(page, second, 'Added to case #1');
    await undo(page);
    await eventually(async () => !(await entries(hark)).some((entry) => entry.tweetId === second), 'undone');

    await alterCase({ status: 'resolved', resolvedAt: Date.now() - 71 * 3_600_000 });
    await openCase(page, third, 'Case #1 of @marnie_whit reopened');
    expect((await cases(hark))[0]?.status).toBe('open');
    await undo(page);
    await eventually(async () => (await cases(hark))[0]?.status === 'resolved', 'resolved again');

    await alterCase({ status: 'resolved', resolvedAt: Date.now() - 73 * 3_600_000 });
    await openCase(page, third, 'Case #2 opened');
    await undo(page);
    await eventually(async () => (await cases(hark)).length === 1, 'the second case is gone');
    await page.waitForSelector(`[data-hark="open"][data-tweet="${third}"]`);
  });

  test('puts a badge on the customer wherever they are', async () => {
    const page = await hark.open('/home?calm=1');
    const first = await customerTweets(page, 'marnie_whit', 'it is down');
    const second = await customerTweets(page, 'marnie_whit', 'nice soup');
    await openCase(page, first);
    const badge = await hark.waitInHost(page, { kind: 'customer', tweet: second }, 'button');
    expect(badge.name).toBe('Case #1, open. Show in the panel.');
    const [button] = await hark.inspectHost(page, openButton(first), 'button');
    expect(button?.name).toBe('Case #1, open');

    const [opened] = await cases(hark);
    await put(hark, 'cases', [
      { ...opened, id: 'older-1', number: 900, status: 'closed', openedAt: 1, updatedAt: 1 },
      { ...opened, id: 'older-2', number: 901, status: 'closed', openedAt: 2, updatedAt: 2 },
    ]);
    const profile = await hark.open('/marnie_whit?calm=1');
    const there = await hark.waitInHost(profile, { kind: 'customer' }, 'button');
    expect(there.name).toBe('Case #1, open, 2 cases before. Show in the panel.');
    expect(await faultsOf(profile)).toEqual([]);
  });

  test('notes who is logged in when the account is switched', { tags: 'thorough' }, async () => {
    const page = await hark.open('/home?calm=1');
    const id = await customerTweets(page, 'marnie_whit', 'it is down');
    await page.evaluate(() => window.practice.switchAccount('june_draws'));
    await page.waitForSelector('[data-testid="UserAvatar-Container-june_draws"]');
    await page.waitForSelector(`[data-hark="open"][data-tweet="${id}"]`);
    await openCase(page, id);
    expect(await cases(hark)).toMatchObject([{ openedAs: 'june_draws' }]);
  });

  test('is heard by Hark alone: the page neither opens the tweet nor takes the keys', async () => {
    const page = await hark.open('/home?calm=1');
    const id = await customerTweets(page, 'marnie_whit', 'it is down');
    await openCase(page, id);
    expect(page.url()).toContain('/home');
    await hark.clickInHost(page, { kind: 'customer', tweet: id }, 'button');
    // "n" is X's shortcut for a new post; the focus is in a host of Hark now.
    await page.keyboard.press('n');
    await pause(200);
    expect(await page.$('[role="dialog"]')).toBeNull();
    expect(page.url()).toContain('/home');
  });

  test('cannot be made by a script of the page', { tags: 'thorough' }, async () => {
    const page = await hark.open('/home?calm=1');
    await page.waitForSelector('[data-hark="mark"]');
    await page.evaluate(() => {
      for (const host of document.querySelectorAll<HTMLElement>('[data-hark]')) {
        host.click();
        host.focus();
        for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click']) {
          host.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, cancelable: true }));
        }
        host.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
        if (host.shadowRoot) throw new Error('an open shadow root');
      }
    });
    // A key of the person's own does nothing either: the page could not focus our button.
    await page.keyboard.press('Enter');
    await pause(500);
    expect(await cases(hark)).toEqual([]);
  });

  test('acts on the tweet that is there, not on attributes or clones that the page made', {
    tags: 'thorough',
  }, async () => {
    const page = await hark.open('/home?calm=1');
    const id = await customerTweets(page, 'marnie_whit', 'it is down');
    const other = await customerTweets(page, 'harbour_radio', 'soup of the day: leek');
    await page.evaluate(
      (mine, theirs) => {
        const host = document.querySelector(`[data-hark="open"][data-tweet="${mine}"]`);
        const article = host?.closest('article');
        host?.after(host.cloneNode(true));
        host?.setAttribute('data-tweet', theirs);
        article?.setAttribute('data-moved', '1');
      },
      id,
      other,
    );
    await hark.clickInHost(page, `article[data-moved] [data-hark="open"]`, 'button');
    await eventually(async () => (await customers(hark)).length === 1, 'a case is opened');
    expect(await customers(hark)).toMatchObject([{ handle: 'marnie_whit' }]);
  });

  test('survives a worker that is stopped between click and write', { tags: 'thorough' }, async () => {
    const page = await hark.open('/home?calm=1');
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) ids.push(await customerTweets(page, `someone_${i}`, `it is down ${i}`));
    for (const [index, id] of ids.entries()) {
      if (index % 2 === 0) await hark.killWorker();
      await hark.clickInHost(page, openButton(id), 'button');
      if (index > 0) await pause(index * 4);
      await hark.killWorker();
    }
    await eventually(async () => (await cases(hark)).length === ids.length, 'each click has its case', 25_000);
    const held = (await entries(hark)).filter((entry) => entry.kind === 'tweet').map((entry) => entry.tweetId);
    expect(held.sort()).toEqual([...ids].sort());
    expect(new Set((await cases(hark)).map((one) => one.number)).size).toBe(ids.length);
  });

  test('says so if the database refuses, and changes nothing', async () => {
    const page = await hark.open('/home?calm=1');
    const id = await customerTweets(page, 'marnie_whit', 'it is down');
    await hark.inWorker(() => {
      IDBObjectStore.prototype.add = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await hark.clickInHost(page, openButton(id), 'button');
    const message = await hark.waitInHost(page, { kind: 'toast' }, '.message', { timeout: 15_000 });
    expect(message.text).toContain('No case was opened. Could not save: storage is full.');
    expect(await cases(hark)).toEqual([]);
    await hark.killWorker();
  });
});

describe('replies of the brand', () => {
  test('that X renders later become entries of the case', async () => {
    const page = await hark.open('/home?calm=1');
    const first = await idOf(page, 'bat-1');
    await page.evaluate((path) => window.practice.goto(path), `/i/status/${first}`);
    await page.waitForSelector(`[data-hark="open"][data-tweet="${first}"]`);
    await openCase(page, first);
    await page.evaluate(() =>
      window.practice.addTweet({
        key: 'later-reply',
        by: 'LanternCares',
        text: 'One more thing, Marnie: the credit is on your account. ^MO',
        lang: 'en',
        ago: 0,
        replyTo: 'bat-1',
        truth: { about: 'brand', intent: 'other', actionable: false },
      }),
    );
    await eventually(
      async () => (await entries(hark)).some((entry) => entry.kind === 'reply' && entry.initials === 'MO'),
      'the reply is in the history',
    );
  });
});
