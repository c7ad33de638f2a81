import { beforeEach, describe, expect, test } from 'vitest';
import { cases, eventually, idOf, setUpDesk } from './support/desk';
import { type Bench, browserName, useBrowser } from './support/fixture';

declare const chrome: typeof import('wxt/browser').browser;

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

  test('a page that has learnt the id gets no file, no frame and no answer; the extension’s own pages load nothing else', async () => {
    const page = await hark.open('/home?calm=1');
    await page.waitForSelector('[data-hark="mark"]');
    const origin = `${browserName === 'chromium' ? 'chrome' : 'moz'}-extension://${hark.extensionId}`;
    const got = await page.evaluate(async (base) => {
      const reached: string[] = [];
      const element = (tag: string, source: Record<string, string>): Promise<void> =>
        new Promise((resolve) => {
          const made = Object.assign(document.createElement(tag), source);
          const end = (what: string | null) => () => {
            if (what) reached.push(what);
            resolve();
          };
          // A frame that is refused loads an error page: what counts is whether it can speak.
          made.addEventListener('load', end(tag === 'iframe' ? null : tag));
          made.addEventListener('error', end(null));
          document.body.append(made);
          setTimeout(end(null), 1_000);
        });
      window.addEventListener('message', ({ origin }) => {
        if (origin.includes('extension:')) reached.push('message');
      });
      await Promise.all([
        ...['/manifest.json', '/triage/weights.bin', '/sidepanel.html'].map((path) =>
          fetch(base + path).then(
            () => reached.push(path),
            () => undefined,
          ),
        ),
        element('img', { src: `${base}/icon/48.png` }),
        element('script', { src: `${base}/background.js` }),
        element('link', { rel: 'stylesheet', href: `${base}/assets/none.css` }),
        ...['/sidepanel.html', '/options.html'].map((path) => element('iframe', { src: base + path })),
      ]);
      return reached;
    }, origin);
    expect(got).toEqual([]);
    const frames = await Promise.all(
      page.frames().map((frame) => frame.evaluate(() => document.body?.innerText ?? '')),
    );
    expect(frames.slice(1).join()).not.toMatch(/Hark|Watchlist/);

    const settings = await hark.openExtensionPage('/options.html');
    hark.site.clearRecords();
    const own = await settings.evaluate(async () => {
      const manifest = chrome.runtime.getManifest() as unknown as Record<string, unknown>;
      const refused: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
      const load = (tag: string, parts: Record<string, string>): void => {
        document.body.append(Object.assign(document.createElement(tag), parts));
      };
      load('img', { src: 'https://x.com/picture.png' });
      load('script', { textContent: 'window.ran = true' });
      load('script', { src: 'https://x.com/script.js' });
      load('style', { textContent: 'body { display: none }' });
      load('iframe', { src: 'https://x.com/home' });
      load('iframe', { src: '/sidepanel.html' });
      load('base', { href: 'https://x.com/' });
      const fetched = await fetch('https://x.com/home').then(
        () => true,
        () => false,
      );
      await new Promise((resolve) => setTimeout(resolve, 300));
      return {
        fetched,
        ran: 'ran' in window,
        shown: getComputedStyle(document.body).display !== 'none',
        base: document.baseURI === location.href,
        refused: [...new Set(refused)].sort(),
        // Firefox says of what is not there that it is empty.
        doors: ['web_accessible_resources', 'externally_connectable', 'sandbox'].filter(
          (key) => manifest[key] && JSON.stringify(manifest[key]) !== '[]',
        ),
      };
    });
    expect(own).toMatchObject({ fetched: false, ran: false, shown: true, base: true, doors: [] });
    for (const directive of ['base-uri', 'connect-src', 'frame-src', 'img-src'])
      expect(own.refused).toContain(directive);
    expect(hark.site.requests.map(({ url }) => url)).toEqual([]);
  });
});
