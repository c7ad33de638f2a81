import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { eventually, faultsOf, idOf, setUpDesk } from './support/desk';
import { type Bench, useBrowser } from './support/fixture';

let hark: Bench;

beforeEach(async () => {
  hark = await useBrowser();
  await setUpDesk(hark);
});

/** Waits until the page has drawn what happened so far, and Hark with it. */
async function framesIn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
}

describe('on a page as restless as X', () => {
  test('cells that are reused never keep a drawing of another tweet', async () => {
    const page = await hark.open('/home?more=400');
    await page.waitForSelector('[data-hark="mark"]');
    for (let step = 0; step < 40; step++) {
      await page.evaluate((by) => scrollBy(0, by), step % 9 === 8 ? -4_000 : 900);
      await framesIn(page);
      expect(await faultsOf(page)).toEqual([]);
    }
  });

  test('what X draws anew gets its marks back at once', { tags: 'thorough' }, async () => {
    const page = await hark.open('/home?calm=1');
    await page.waitForSelector('[data-hark="mark"]');
    const before = await hark.countHosts(page, { kind: 'mark' });
    for (let round = 0; round < 10; round++) {
      await page.evaluate(
        (alsoRecycles) => {
          window.practice.rerender();
          if (alsoRecycles) window.practice.recycle();
        },
        round % 2 === 1,
      );
      await framesIn(page);
      expect(await faultsOf(page)).toEqual([]);
      expect(await hark.countHosts(page, { kind: 'mark' })).toBe(before);
    }
  });

  test('a counter that ticks makes Hark do nothing', async () => {
    const page = await hark.open('/home?calm=1');
    await page.waitForSelector('[data-hark="mark"]');
    const { drawn, lost, replaced } = await page.evaluate(async () => {
      const articles = [...document.querySelectorAll('article:has([data-hark])')];
      // A mark may still change with its judgement; a button has no reason to.
      const before = articles.map((article) => article.querySelector('[data-hark="open"]'));
      const { ticks, subtreesReplaced } = window.practice.stats();
      window.practice.calm(false);
      while (window.practice.stats().ticks < ticks + 6) await new Promise((resolve) => setTimeout(resolve, 50));
      for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = window.practice.stats();
      const lost = before.filter((button) => !button?.isConnected).length;
      window.practice.calm(true);
      return { drawn: before.length, lost, replaced: now.subtreesReplaced - subtreesReplaced };
    });
    expect(drawn).toBeGreaterThan(3);
    // The page replaces a part of an article now and then; all else must be the very same nodes.
    expect(lost).toBeLessThanOrEqual(replaced);
    expect(replaced).toBeLessThan(drawn);
    expect(await faultsOf(page)).toEqual([]);
  });

  test('pages change without loading, and back again', async () => {
    const page = await hark.open('/home');
    const id = await idOf(page, 'bat-1');
    for (const path of [`/marnie_whit/status/${id}`, '/marnie_whit', '/notifications', '/home', '/search?q=wifi']) {
      await page.evaluate((to) => window.practice.goto(to), path);
      await eventually(
        async () => (await page.$$('main article[data-testid="tweet"] [data-hark="open"]')).length > 0,
        `tweets on ${path}`,
      );
      expect(await faultsOf(page)).toEqual([]);
    }
    await page.evaluate(() => history.go(-4));
    await page.waitForSelector('article[tabindex="-1"] [data-hark="open"]');
    expect(await faultsOf(page)).toEqual([]);
  });

  test('an edited tweet is judged again', async () => {
    const page = await hark.open('/home?calm=1');
    const id = await page.evaluate(() => {
      scrollTo(0, 0);
      return window.practice.addTweet({
        key: 'edit-me',
        by: 'marnie_whit',
        text: 'soup weather',
        lang: 'en',
        ago: 1,
        truth: { about: 'none', intent: 'other', actionable: false },
      });
    });
    await page.waitForSelector(`[data-hark="open"][data-tweet="${id}"]`);
    expect(await hark.countHosts(page, { kind: 'mark', tweet: id })).toBe(0);
    await page.evaluate(() => window.practice.editTweet('edit-me', '@Lantern is down'));
    await page.waitForSelector(`[data-hark="mark"][data-tweet="${id}"]`);
    await page.evaluate(() => window.practice.editTweet('edit-me', 'soup weather'));
    await page.waitForSelector(`[data-hark="mark"][data-tweet="${id}"]`, { hidden: true });
  });

  test('right to left, the rule is at the other edge and marks work', { tags: 'thorough' }, async () => {
    const page = await hark.open('/home?calm=1&ui=ar');
    await page.waitForSelector('[data-hark="rule"]');
    const sides = await page.evaluate(() => {
      const rule = document.querySelector('[data-hark="rule"]');
      const article = rule?.closest('article');
      return [rule?.getBoundingClientRect().right, article?.getBoundingClientRect().right];
    });
    expect(sides[0]).toBe(sides[1]);
    expect(await faultsOf(page)).toEqual([]);
    await hark.clickInHost(page, { kind: 'mark' }, 'button');
    const why = await hark.waitInHost(page, { kind: 'mark' }, '.why');
    expect(why.box.x).toBeGreaterThanOrEqual(0);
  });

  test('works in another language of X, which shows no English word', { tags: 'thorough' }, async () => {
    const page = await hark.open('/home?calm=1&ui=ja');
    await page.waitForSelector('[data-hark="mark"]');
    expect(await faultsOf(page)).toEqual([]);
  });
});
