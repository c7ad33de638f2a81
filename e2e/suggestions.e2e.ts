import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { faultsInBothSchemes } from './support/axe';
import type { View } from './support/browser';
import { cases, entries, eventually, put, setUpDesk } from './support/desk';
import { type Bench, useBrowser } from './support/fixture';
import { customerTweets, fieldHolds, openCase, panelBeside } from './support/rep';

let hark: Bench;

beforeEach(async () => {
  hark = await useBrowser();
  await setUpDesk(hark);
});

const DOWN = '@LanternCares my internet has been down since six this morning';
const FACT = {
  id: 'status',
  topic: 'outage',
  channel: 'status',
  text: '',
  link: 'https://lantern.example/status',
  lang: null,
};
const SUGGESTED = '[data-approach] [data-suggested]';

async function putFacts(...facts: object[]): Promise<void> {
  await put(hark, 'settings', [{ key: 'facts', value: facts }]);
}

/** Texts of the suggestions in view, from top to bottom. */
const suggested = async (panel: View): Promise<string[]> =>
  (await panel.inspect(SUGGESTED)).map(({ text }) => text.trim());

async function suggestions(panel: View): Promise<string[]> {
  await panel.waitFor(SUGGESTED);
  return suggested(panel);
}

/** What stands in X's composers, where anything does. */
const composed = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('[data-testid^="tweetTextarea_"] [data-contents]')]
      .map((editor) => [...editor.querySelectorAll('[data-block="true"]')].map((it) => it.textContent).join('\n'))
      .filter((text) => text !== ''),
  );

/** A customer's tweet with its case in the panel. */
async function caseOf(text = DOWN): Promise<{ page: Page; panel: View; tweet: string }> {
  const page = await hark.open('/home?calm=1');
  const tweet = await customerTweets(page, 'marnie_whit', text);
  await openCase(hark, page, tweet);
  const panel = await panelBeside(hark, page);
  await panel.waitFor('role/heading[Case #1]');
  return { page, panel, tweet };
}

describe('suggestions in the panel', () => {
  test('say what to find out where no fact answers, follow the settings, and are made for this customer', async () => {
    const { panel } = await caseOf();
    await suggestions(panel);
    await panel.waitFor('text/Find out');
    await putFacts(FACT);
    await panel.reload();
    await eventually(
      async () => (await suggested(panel)).join(' ').includes('https://lantern.example/status'),
      'the fact is used',
    );
    const texts = await suggestions(panel);
    expect(texts.length).toBeGreaterThan(1);
    expect(new Set(texts).size).toBe(texts.length);
    for (const text of texts) expect(text).toMatch(/\^JD$/);
    expect(texts.some((text) => text.includes('Marnie'))).toBe(true);
    expect((await panel.inspect('role/list[Uses]')).map(({ text }) => text).join(' ')).toContain('Marnie');
    const length = (await panel.text('[data-approach]')).match(/(\d+)\/280/)?.[1];
    expect(Number(length)).toBeGreaterThan(40);
    expect(Number(length)).toBeLessThanOrEqual(280);
    expect(await faultsInBothSchemes(hark, panel)).toEqual([]);

    // They are copied by key, and answered for.
    await panel.press('i');
    await eventually(async () => (await panel.inspect('[data-insert]'))[0]?.focused, 'the first one has the focus');
    await panel.press('i');
    expect((await panel.inspect('[data-insert]'))[1]?.focused).toBe(true);
    await panel.press('o');
    await panel.waitFor('text/Copied');
  });

  test('can be worded anew', { tags: 'thorough' }, async () => {
    const { panel } = await caseOf();
    const [before] = await suggestions(panel);
    await panel.click('role/button[Another wording]');
    await eventually(async () => (await suggested(panel))[0] !== before, 'the first one reads otherwise');
    expect((await suggested(panel))[0]).toMatch(/\^JD$/);
  });

  test('come to a tweet on the list as it unfolds, without a case', async () => {
    const page = await hark.open('/home?calm=1');
    const panel = await hark.openPanel(page);
    const tweet = await customerTweets(page, 'marnie_whit', DOWN);
    await eventually(async () => {
      await panel.press('2');
      return (await panel.inspect(`[data-row="${tweet}"]`)).length > 0;
    }, 'the tweet is on the list');
    await panel.evaluate((id) => document.querySelector<HTMLElement>(`[data-row="${id}"]`)?.focus(), tweet);
    await panel.press('i');
    const [first] = await suggestions(panel);
    expect(first).toContain('Marnie');
    await eventually(async () => (await panel.inspect('[data-insert]'))[0]?.focused, 'the focus is on it');
    expect(await faultsInBothSchemes(hark, panel)).toEqual([]);
  });
});

describe('Insert', () => {
  test('puts the reply into the composer of that tweet, once, however often it is pressed', {
    tags: 'thorough',
  }, async () => {
    const { page, panel } = await caseOf();
    const [first = ''] = await suggestions(panel);
    await panel.evaluate(() => {
      const button = document.querySelector<HTMLElement>('[data-insert]');
      button?.click();
      button?.click();
    });
    await panel.waitFor('text/In X’s composer');
    expect(await composed(page)).toEqual([first]);
  });

  test('is the second press of two, from tweet to posted reply', async () => {
    const { page, panel } = await caseOf();
    const [first = ''] = await suggestions(panel);
    await panel.click('[data-insert]');
    await panel.waitFor('text/In X’s composer');
    await page.click('[data-testid="tweetButton"]:not([disabled]), [data-testid="tweetButtonInline"]:not([disabled])');
    await eventually(
      async () => (await entries(hark)).some((entry) => entry.kind === 'reply' && entry.text.trim() === first),
      'the reply is in the case',
    );
    await panel.waitFor('text/@LanternJune replied');
  });

  test('offers X’s own reply box where the tweet is not on screen; the text stays', { tags: 'thorough' }, async () => {
    const { page, panel, tweet } = await caseOf();
    const [first = ''] = await suggestions(panel);
    await page.evaluate(() => window.practice.goto('/explore'));
    await page.waitForFunction((id) => !document.querySelector(`[data-hark][data-tweet="${id}"]`), {}, tweet);
    await panel.click('[data-insert]');
    await panel.waitFor('role/button[Open X’s reply box with it]');
    expect(await suggested(panel)).toContain(first);
    await panel.click('role/button[Open X’s reply box with it]');
    await page.waitForFunction(
      () => location.pathname.startsWith('/intent/post') || location.search.includes('in_reply_to'),
    );
    const address = new URL(await page.evaluate(() => location.href));
    expect(address.searchParams.get('in_reply_to')).toBe(tweet);
    expect(address.searchParams.get('text')).toBe(first);
  });
});

describe('a snippet', () => {
  const snippets = [
    {
      id: 'a',
      title: 'Router restart',
      text: 'Hi {customer.name}, please unplug the router for a minute. {rep.initials}',
    },
    { id: 'b', title: 'Call us', text: 'Please ring {fact.phone}, {customer.name}. {rep.initials}' },
  ];

  test('is found, filled for the customer, and says what is missing', async () => {
    await put(hark, 'settings', [{ key: 'snippets', value: snippets }]);
    const { panel } = await caseOf();
    await suggestions(panel);
    await panel.click('role/button[Snippets]');
    await panel.waitFor('text/Hi Marnie, please unplug the router for a minute. ^JD');
    await panel.waitFor('text/No service fact says it: Phone.');
    expect(await faultsInBothSchemes(hark, panel)).toEqual([]);
    await panel.click('role/button[Insert: Call us]');
    await panel.waitFor('text/{fact.phone} would stand in the reply as it is');
    await panel.waitFor('role/button[Insert it anyway: Call us]');
    await panel.type('role/searchbox[Search snippets]', 'router');
    await fieldHolds(panel, 'role/searchbox[Search snippets]', 'router');
    await panel.waitGone('role/heading[Call us]');
    await panel.waitFor('role/heading[Router restart]');
    await panel.press('Escape');
    await panel.waitGone('role/searchbox[Search snippets]');
  });
});

describe('taking it private', () => {
  test('sets the case aside and offers the invitation, with undo; beside the messages the panel shows whom their header names, and reads none', async () => {
    const { page, panel } = await caseOf();
    await suggestions(panel);
    await panel.click('button[title="Key m"]');
    await panel.waitFor('section[aria-label="Invitation to a direct message"]');
    expect(await panel.text('[data-suggested]')).toMatch(/https:\/\/x\.com\/|lantern/);
    await panel.waitFor('text/in direct messages');
    await panel.waitFor('role/button[Insert the invitation]');
    await eventually(async () => {
      const [known] = await cases(hark);
      return known?.status === 'pending' && typeof known.inDmSince === 'number' && known.waitingSince === null;
    }, 'the case is pending in direct messages');
    expect(await faultsInBothSchemes(hark, panel)).toEqual([]);
    await panel.click('[role="status"] button:not([aria-label])');
    await panel.waitGone('section[aria-label="Invitation to a direct message"]');
    await suggestions(panel);
    expect(await cases(hark)).toMatchObject([{ status: 'open' }]);

    await page.evaluate(() => window.practice.goto('/messages'));
    await page.waitForSelector('[data-testid="conversation"]');
    await page.click('[data-testid="conversation"]');
    const header = await page.waitForSelector(
      '[data-testid="conversationHeader"] [data-testid^="UserAvatar-Container-"]',
    );
    const shown = await header?.evaluate((avatar) => avatar.getAttribute('data-testid')?.split('-').pop() ?? '');
    await panel.waitFor('text/Hark reads no messages');
    await panel.waitFor(`text/@${shown}`);
    expect(await panel.text()).not.toContain('4471 0093');
  });

  test('ends when the talk is back in public', { tags: 'thorough' }, async () => {
    const { panel } = await caseOf();
    await suggestions(panel);
    await panel.press('m');
    await panel.click('role/button[Close the invitation]');
    await panel.click('role/button[Back in public]');
    await panel.waitGone('role/button[Back in public]');
    await suggestions(panel);
  });
});

describe('a reply that X has not shown yet', () => {
  const settled = async (press: string, says: string): Promise<void> => {
    const { panel, tweet } = await caseOf();
    const [known] = await cases(hark);
    await put(hark, 'entries', [
      {
        ...{ id: 'awaited', caseId: known?.id, at: Date.now(), tweetId: null, kind: 'reply', handle: 'LanternJune' },
        ...{ initials: 'JD', text: 'We are on it. ^JD', permalink: null, awaited: true, answers: tweet },
      },
    ]);
    await panel.reload();
    await panel.waitFor('text/Not seen on X yet');
    expect(await faultsInBothSchemes(hark, panel)).toEqual([]);
    await panel.click(`role/button[${press}]`);
    await panel.waitFor(`text/${says}`);
    await panel.waitGone('text/Not seen on X yet');
    await panel.click('[role="status"] button:not([aria-label])');
    await panel.waitFor('text/Not seen on X yet');
  };
  test('is settled by the rep: It is out', { tags: 'thorough' }, () => settled('It is out', 'the reply is out'));
  test('is settled by the rep: It was not posted', { tags: 'thorough' }, () =>
    settled('It was not posted', 'the reply was not posted'),
  );
});
