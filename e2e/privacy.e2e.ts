import { beforeEach, describe, expect, test } from 'vitest';
import { cases, eventually, idOf, setUpDesk } from './support/desk';
import { type Bench, useBrowser } from './support/fixture';

let hark: Bench;

beforeEach(async () => {
  hark = await useBrowser();
  await setUpDesk(hark);
});

describe('privacy', () => {
  test('a whole session sends nothing anywhere, and presses nothing of X', async () => {
    const page = await hark.open('/home?calm=1');
    await page.waitForSelector('[data-hark="mark"]');
    // From here on every request is Hark's, unless the page makes it; the page asks for nothing once it is loaded.
    hark.site.clearRecords();
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      for (const type of ['click', 'keydown', 'submit', 'scroll', 'focus', 'input', 'paste']) {
        document.addEventListener(
          type,
          (event) => {
            const target = event.target as Element;
            if (!event.isTrusted && !target.hasAttribute?.('data-hark')) heard.push(`${type} ${target.nodeName}`);
          },
          { capture: true },
        );
      }
    });
    const id = await page.$eval('[data-hark="mark"]', (host) => host.getAttribute('data-tweet') ?? '');
    await hark.clickInHost(page, { kind: 'open', tweet: id }, 'button');
    await eventually(async () => (await cases(hark)).length === 1, 'a case');
    await hark.clickInHost(page, { kind: 'mark', tweet: id }, 'button');
    await hark.clickInHost(page, { kind: 'mark', tweet: id }, 'text/Not about us');
    await page.evaluate((to) => window.practice.goto(to), `/marnie_whit/status/${await idOf(page, 'bat-1')}`);
    await page.waitForSelector('article[tabindex="-1"] [data-hark="open"]');
    await page.evaluate(() => window.practice.goto('/home'));
    await page.waitForSelector('[data-hark="mark"]');
    const panel = await hark.openPanel(page);
    await panel.waitFor('text/Case');

    expect(hark.site.refused).toEqual([]);
    expect(hark.site.requests.map((request) => `${request.method} ${request.url}`)).toEqual([]);
    expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
    expect(await page.evaluate(() => window.practice.postPresses)).toBe(0);
  });

  test('nothing is kept in the page: neither its storage nor its databases nor its windows', async () => {
    const page = await hark.open('/home?calm=1');
    await page.waitForSelector('[data-hark="mark"]');
    await hark.clickInHost(page, { kind: 'open' }, 'button');
    await eventually(async () => (await cases(hark)).length === 1, 'a case');
    const kept = await page.evaluate(async () => ({
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage).filter((key) => !key.startsWith('practice')),
      databases: (await indexedDB.databases()).map(({ name }) => name),
      globals: Object.keys(window).filter((key) => /hark|wxt|chrome-extension/i.test(key)),
      resources: performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => !name.startsWith('https://x.com/') && !name.startsWith('data:')),
      extensionLinks: document.documentElement.outerHTML.match(/(chrome|moz)-extension:/g),
    }));
    expect(kept).toEqual({
      local: [],
      session: [],
      databases: [],
      globals: [],
      resources: [],
      extensionLinks: null,
    });
  });

  test('the page hears no message that tells of Hark or its id, and has no way to send it one', async () => {
    const page = await hark.open('/home?calm=1');
    await page.evaluateOnNewDocument(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      window.addEventListener('message', (event) => {
        // The page's own scheduler posts empty messages to itself.
        if (event.data !== '') heard.push(JSON.stringify(event.data));
      });
    });
    await page.reload();
    await page.waitForSelector('[data-hark="mark"]');
    expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
    const door = await page.evaluate(() => {
      const { runtime } = (window as unknown as { chrome?: { runtime?: { sendMessage?: unknown } } }).chrome ?? {};
      return typeof runtime?.sendMessage;
    });
    expect(door).toBe('undefined');
  });
});
