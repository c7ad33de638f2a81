import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { emptyEditor, write } from './support/composer';
import { cases, eventually, rows, setUpDesk } from './support/desk';
import { type Bench, browserName, EXTENSIONS, PRACTICE_PAGE, useBrowser } from './support/fixture';
import { launch } from './support/launch';
import { customerTweets, openCase, openWhy, panelBeside, toastSaying } from './support/rep';
import { startSite } from './support/site';
import { copyWatched, touchesOf } from './support/touches';

declare const chrome: typeof import('wxt/browser').browser;

let hark: Bench;

beforeEach(async () => {
  hark = await useBrowser();
  await setUpDesk(hark);
});

/** Something that the guard holds: a card number that nobody has. */
const CARD = 'Charged to 4539 1488 0343 6467, all sorted.';
const POST = '[role="dialog"] [data-testid="tweetButton"]';

/** A browser and a site of their own, recorded from the start, with Hark watched in pages. */
async function launchWatched(): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'hark-watched-'));
  const site = await startSite(PRACTICE_PAGE);
  const extension = join(folder, 'extension');
  await copyWatched(EXTENSIONS[browserName], extension);
  const browser = await launch({ browser: browserName, extension, site });
  await rm(folder, { recursive: true, force: true });
  const { close } = browser;
  return Object.assign(browser, {
    site,
    open: (path = '/home') => browser.newPage(new URL(path, site.origin).href),
    close: () => close().finally(() => site.close()),
  });
}

/** Presses a button of the dialog, which takes no press in its first moments. */
async function pressInHold(bench: Bench, page: Page, button: string): Promise<void> {
  await eventually(async () => {
    if ((await bench.countHosts(page, { kind: 'hold' })) > 0) await bench.clickInHost(page, { kind: 'hold' }, button);
    return (await bench.countHosts(page, { kind: 'hold' })) === 0;
  }, 'the dialog is gone');
}

describe('privacy', () => {
  test('a whole session sends nothing anywhere, and touches of X what a click of the rep asks for, and nothing else', {
    timeout: 90_000,
  }, async () => {
    const session = await launchWatched();
    try {
      const { site } = session;
      await setUpDesk(session);
      const page = await session.open('/home?calm=1');
      await page.waitForSelector('[data-hark="mark"]');
      const started = await touchesOf(page);
      // The watcher's own, which shows that it is there.
      expect(started).toEqual(['focus A']);
      const touched = async (): Promise<string[]> => (await touchesOf(page)).slice(started.length);

      // Reading, marking, opening a case and correcting a mark touch nothing.
      const tweet = await customerTweets(page, 'marnie_whit', '@LanternCares my internet has been down for three days');
      const other = await customerTweets(page, 'hal_venn', '@Lantern nobody picks up');
      await openCase(session, page, tweet);
      await openWhy(session, page, { kind: 'mark', tweet: other });
      await session.clickInHost(page, { kind: 'mark', tweet: other }, 'text/Not about us');
      await eventually(async () => (await rows(session, 'dismissals')).length === 1, 'the mark is corrected');
      const panel = await panelBeside(session, page);
      await panel.waitFor('role/heading[Case #1]');
      await panel.press('/');
      await panel.type('role/searchbox', 'internet');
      await panel.waitFor('[data-row]');
      for (const path of ['/options.html', '/reports.html', '/welcome.html']) {
        const own = await session.openExtensionPage(path);
        await own.waitFor('role/heading');
        await own.close();
      }
      await page.bringToFront();
      expect(await touched()).toEqual([]);

      // Insert: X's reply button of that tweet, once, and the editor that it opens.
      await panel.press('Escape');
      await panel.press('1');
      await panel.click('[data-insert]');
      await panel.waitFor('text/In X’s composer');
      const inserted = [
        `click reply tweet:${tweet}`,
        'focus tweetTextarea_0',
        'selectAllChildren tweetTextarea_0',
        'dispatchEvent paste tweetTextarea_0',
      ];
      expect(await touched()).toEqual(inserted);

      // A draft that is held: nothing is touched until the rep says what is to be done.
      await emptyEditor(page);
      await write(page, CARD);
      await page.click(POST);
      await session.waitInHost(page, { kind: 'hold' }, 'dialog');
      expect(await touched()).toEqual(inserted);
      await pressInHold(session, page, 'text/Edit');
      const edited = (await touched()).slice(inserted.length);
      expect(edited[0]).toBe('focus tweetTextarea_0');
      for (const touch of edited) expect(touch).toMatch(/^(focus|setBaseAndExtent|collapse) tweetTextarea_0$/);
      await page.click(POST);
      await session.waitInHost(page, { kind: 'hold' }, 'dialog');
      expect(await page.evaluate(() => window.practice.postPresses)).toBe(0);
      // Released: X's post button, once.
      await pressInHold(session, page, 'text/Hark is wrong here');
      await page.waitForFunction(() => window.practice.posted.length === 1);
      const released = [...inserted, ...edited, 'click tweetButton'];
      await toastSaying(session, page, 'Recorded');
      expect(await touched()).toEqual(released);
      expect(await page.evaluate(() => window.practice.postPresses)).toBe(1);

      // A link of Watch is followed by the browser, for the rep's click.
      await panel.press('6');
      await panel.click('text/Everyone who names you');
      await page.waitForFunction(() => location.pathname === '/search');
      await page.waitForSelector('[data-hark="mark"]');
      expect(await touched()).toEqual([...released, ...started]);

      // All that was ever asked for: the page's own files, by the two visits.
      expect(site.refused).toEqual([]);
      const asked = site.requests.map(({ method, url, body }) => `${method} ${new URL(url).pathname} ${body}`.trim());
      const visits = asked.filter((line) => !line.startsWith('GET /assets/index-'));
      expect(visits).toEqual(['GET /home', 'GET /search']);
    } finally {
      await session.close();
    }
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
    const sheet = (await readdir(join(EXTENSIONS[browserName], 'assets'))).find((file) => file.endsWith('.css'));
    expect(sheet).toBeDefined();
    const got = await page.evaluate(
      async (base, sheetOfOurs) => {
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
          element('link', { rel: 'stylesheet', href: `${base}/assets/${sheetOfOurs}` }),
          ...['/sidepanel.html', '/options.html'].map((path) => element('iframe', { src: base + path })),
        ]);
        return reached;
      },
      origin,
      sheet ?? '',
    );
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
