import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { eventually, hostsOn, idOf, openStatus, practiceWatchlist, put, rows, setUpDesk } from './support/desk';
import { type Bench, useBrowser } from './support/fixture';
import { customerTweets, openWhy } from './support/rep';

let hark: Bench;

beforeEach(async () => {
  hark = await useBrowser();
  await setUpDesk(hark);
});

/** Somebody tweets; gives the tweet's id. */
const tweeted = (page: Page, text: string, by = 'marnie_whit'): Promise<string> => customerTweets(page, by, text);

/** What the mark on a tweet says, or null. */
async function markOn(page: Page, id: string): Promise<string | null> {
  // At first sight a mark says no more than that the brand is named; what the tweet wants follows at once.
  await eventually(async () => !/^(?:Mention|About us)$/.test((await seenOn(page, id)) ?? ''), 'it is judged');
  return seenOn(page, id);
}

async function seenOn(page: Page, id: string): Promise<string | null> {
  const count = await hark.countHosts(page, { kind: 'mark', tweet: id });
  if (count === 0) return null;
  const [button] = await hark.inspectHost(page, { kind: 'mark', tweet: id }, 'button');
  return button?.name ?? null;
}

describe('a mark', () => {
  test('says what was found, and is loud only where someone may need an answer', async () => {
    const page = await hark.open('/home?calm=1');
    const says = async (text: string, words: string | RegExp): Promise<void> => {
      const id = await tweeted(page, text);
      // Those that come fast wait for each other before they are judged.
      await expect.poll(() => markOn(page, id), { timeout: 8_000 }).toMatch(words);
    };
    await says('@LanternCares it is down again', /^Outage, complaint$/);
    await says('@LanternCares you charged me twice this month', /^Billing, complaint$/);
    await says('how do I move house, @Lantern?', /question$/i);
    await says('wifi is dead on the whole street', /^Outage\?, complaint$/);
    const unmarked = [
      await tweeted(page, 'soup weather'),
      await tweeted(page, 'a paper lantern broke'),
      await tweeted(page, 'Lantern is down, we know', 'Lantern'),
    ];
    await says('thank you @LanternCares, you are great', /^Praise$/);
    // All of them were judged with that one.
    for (const id of unmarked) expect(await seenOn(page, id)).toBeNull();
    const praise = await idOf(page, 'test-thank you @LanternCares, you are great');
    expect(await hark.countHosts(page, { kind: 'rule', tweet: praise })).toBe(0);
  });

  test('tells kind and doubt by its form, not by colour alone', async () => {
    const page = await hark.open('/home?calm=1');
    const looks = async (text: string): Promise<{ classes: string; border: string; icon: string }> => {
      const mark = { kind: 'mark', tweet: await tweeted(page, text) };
      await eventually(async () => (await hark.countHosts(page, mark)) > 0, `a mark on “${text}”`);
      // A bare mention stays one; of the others it is only the first sight.
      if (text.includes(' ')) await markOn(page, mark.tweet);
      return hark.inHost(
        page,
        mark,
        (probe, wanted) => {
          const [button] = probe.all(wanted);
          return {
            classes: button?.className ?? '',
            border: button ? getComputedStyle(button).borderTopStyle : '',
            icon: button?.querySelector('svg')?.innerHTML ?? '',
          };
        },
        'button',
      );
    };
    const complaint = await looks('@LanternCares you charged me twice this month');
    const question = await looks('how do I move house, @Lantern?');
    const mention = await looks('@LanternCares');
    const guess = await looks('wifi is dead on the whole street');
    const praise = await looks('thank you @LanternCares, you are great');
    expect(complaint.classes).toMatch(/^chip (complaint|outage) /);
    expect(question.classes).toMatch(/^chip question /);
    expect(mention.classes).toBe('chip mention outline');
    expect(praise.classes).toBe('dot praise');
    expect(guess.classes).toMatch(/ guess$/);
    expect([complaint, question, mention, guess].map(({ border }) => border)).toEqual([
      'solid',
      'solid',
      'solid',
      'dashed',
    ]);
    expect(new Set([complaint.icon, question.icon, mention.icon]).size).toBe(3);
  });

  test('tells why on hover and on focus, and takes itself away for good', async () => {
    const page = await hark.open('/home?calm=1');
    const id = await tweeted(page, '@LanternCares nothing works here');
    const mark = { kind: 'mark', tweet: id };
    await hark.hoverInHost(page, mark, 'button');
    const why = await hark.waitInHost(page, mark, '.why');
    expect(why.text).toContain('Names your handle @LanternCares');
    expect(why.text).toContain('“nothing works”');
    await page.mouse.move(5, 5);
    await eventually(async () => (await hark.inspectHost(page, mark, '.why')).length === 0, 'the why closes');

    await hark.clickInHost(page, mark, 'button');
    await hark.waitInHost(page, mark, '.why');
    await page.keyboard.press('Escape');
    await eventually(async () => (await hark.inspectHost(page, mark, '.why')).length === 0, 'Escape closes the why');

    await hark.clickInHost(page, mark, 'button');
    await hark.clickInHost(page, mark, 'text/Not about us');
    await page.waitForSelector(`[data-hark="mark"][data-tweet="${id}"]`, { hidden: true });
    // The page shows it before the desk has written it.
    await eventually(async () => (await rows(hark, 'dismissals')).length === 1, 'the dismissal');
    expect(await rows(hark, 'dismissals')).toMatchObject([{ tweetId: id }]);

    await hark.clickInHost(page, { kind: 'toast' }, 'text/Undo');
    await page.waitForSelector(`[data-hark="mark"][data-tweet="${id}"]`);
    await eventually(async () => (await rows(hark, 'dismissals')).length === 0, 'it is taken back');
  });

  test('stays away after the page is loaded again', { tags: 'thorough' }, async () => {
    const page = await hark.open('/home?calm=1');
    const id = await page.$eval('[data-hark="mark"]', (host) => host.getAttribute('data-tweet') ?? '');
    await hark.clickInHost(page, { kind: 'mark', tweet: id }, 'button');
    await hark.clickInHost(page, { kind: 'mark', tweet: id }, 'text/Not about us');
    await page.waitForSelector(`[data-hark="mark"][data-tweet="${id}"]`, { hidden: true });
    const other = await hark.open('/home?calm=1');
    await other.waitForSelector(`[data-hark="open"][data-tweet="${id}"]`);
    await other.waitForSelector('[data-hark="mark"]');
    expect(await hark.countHosts(other, { kind: 'mark', tweet: id })).toBe(0);
  });

  test('moves nothing of X when it comes late', async () => {
    // Without a watchlist there is no mark; then it comes while the tweets are on screen.
    await put(hark, 'settings', [
      { key: 'watchlist', value: { ...practiceWatchlist, handles: ['nobody'], terms: [] } },
    ]);
    const page = await hark.open('/home?calm=1');
    await page.waitForSelector('[data-hark="open"]');
    const places = (): Promise<string> =>
      page.evaluate(() =>
        JSON.stringify(
          [
            ...document.querySelectorAll(
              'article [data-testid="User-Name"] *, article time, article [data-testid="caret"], [data-testid="tweetText"], article [data-testid="reply"]',
            ),
          ].map((element) => {
            const { x, y, width, height } = element.getBoundingClientRect();
            return [x, y, width, height];
          }),
        ),
      );
    let before = await places();
    await eventually(async () => {
      const earlier = before;
      before = await places();
      return before === earlier;
    }, 'the page is at rest');
    const marksBefore = await hark.countHosts(page, { kind: 'mark' });
    await put(hark, 'settings', [{ key: 'watchlist', value: practiceWatchlist }]);
    // Any correction, here on another tab, makes Hark tell its pages anew.
    const helper = await hark.open('/home?calm=1');
    await helper.waitForSelector('[data-hark="mark"]');
    await openWhy(hark, helper, { kind: 'mark' });
    await hark.clickInHost(helper, { kind: 'mark' }, 'text/Not about us');
    await page.bringToFront();
    await eventually(async () => (await hark.countHosts(page, { kind: 'mark' })) > marksBefore, 'marks come late');
    expect(await places()).toBe(before);
  });

  test('says that the brand has answered, by whom and when', async () => {
    const { page, id } = await openStatus(hark, 'bat-1');
    const mark = await eventually(async () => {
      const [button] = await hark.inspectHost(page, { kind: 'mark', tweet: id }, 'button');
      return button?.name.startsWith('answered') ? button.name : null;
    }, 'the mark says answered');
    expect(mark).toMatch(/^answered \^JD, \d+ (min|h|d)$/);
  });

  test('is on every page that shows tweets, and on no private message', async () => {
    const page = await hark.open('/home?calm=1');
    const status = await idOf(page, 'bat-1');
    const places = [
      '/home',
      '/search?q=lantern&f=live',
      '/notifications/mentions',
      '/marnie_whit',
      `/marnie_whit/status/${status}`,
      '/i/lists/1',
    ];
    for (const path of places) {
      await page.evaluate((to) => window.practice.goto(to), path);
      await eventually(async () => (await page.evaluate(() => location.href)).includes(path.split('?')[0] ?? ''), path);
      await page.waitForSelector('main article [data-hark="mark"]', { timeout: 8_000 }).catch(() => {
        throw new Error(`no mark on ${path}`);
      });
    }
    await page.evaluate(() => window.practice.goto('/messages'));
    await eventually(
      () => page.evaluate(() => document.querySelector('[data-testid="conversation"]') !== null),
      'the messages show',
    );
    await page.click('[data-testid="conversation"]');
    await page.waitForSelector('[data-testid="messageEntry"]');
    await pause(600);
    expect(await hostsOn(page)).toEqual([]);
  });

  test('is in the photo dialog too', { tags: 'thorough' }, async () => {
    const page = await hark.open('/home?calm=1');
    const path = await page.evaluate(async () => {
      for (let i = 0; i < 60; i++) {
        for (const link of document.querySelectorAll('article:has([data-hark="mark"]) a[href*="/photo/1"]')) {
          return link.getAttribute('href');
        }
        scrollBy(0, 700);
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
      return null;
    });
    expect(path).not.toBeNull();
    await page.evaluate((to) => window.practice.goto(to), path ?? '');
    await page.waitForSelector('#layers article [data-hark="mark"]');
    await page.waitForSelector('#layers article [data-hark="open"]');
  });

  test('is not on the page for visitors who are not logged in', { tags: 'thorough' }, async () => {
    const page = await hark.open('/home?loggedout=1');
    await page.waitForSelector('article[data-tweet-id]');
    await pause(300);
    expect(await page.$$('[data-hark]')).toEqual([]);
  });
});
