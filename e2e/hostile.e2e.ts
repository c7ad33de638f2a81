import { setTimeout as quiet } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pageMessages, panelMessages, type TabMessages } from '../lib/protocol';
import { editorText, emptyEditor, openReplyDialog, write } from './support/composer';
import {
  cases,
  customers,
  entries,
  eventually,
  faultsOf,
  practiceWatchlist,
  put,
  rows,
  setUpDesk,
} from './support/desk';
import { asBench, type Bench, browserName, EXTENSIONS, useBrowser } from './support/fixture';
import { launch } from './support/launch';
import { openWhy, panelBeside } from './support/rep';

declare const chrome: typeof import('wxt/browser').browser;

let hark: Bench;
/** What scripts of the page and of Hark in it threw, by tab. */
let thrown: string[];

beforeEach(async () => {
  hark = await useBrowser();
  await setUpDesk(hark);
  thrown = [];
});

const open = { kind: 'open' };

/** Opens the timeline with its marks, noting what is thrown there. */
async function home(prepare?: () => void): Promise<Page> {
  const page = await hark.newPage();
  page.on('pageerror', (error) => thrown.push(String(error instanceof Error ? error.message : error)));
  if (prepare) await page.evaluateOnNewDocument(prepare);
  await page.goto('https://x.com/home?calm=1');
  await page.waitForSelector('[data-hark="mark"]');
  return page;
}

let tweets = 0;

/** Adds a tweet that names the brand at the top of the timeline; gives its id. */
async function newTweet(page: Page, by = 'marnie_whit', text = '@Lantern it is down'): Promise<string> {
  const id = await page.evaluate(
    (author, words, key) => {
      scrollTo(0, 0);
      return window.practice.addTweet({
        key,
        by: author,
        text: words,
        lang: 'en',
        ago: 1,
        truth: { about: 'brand', intent: 'complaint', actionable: true },
      });
    },
    by,
    text,
    `hostile-${++tweets}`,
  );
  await page.waitForSelector(`[data-hark="open"][data-tweet="${id}"]`);
  return id;
}

/** What a forged article says; all of it is the page's invention. */
interface Forged {
  id?: string;
  handle?: string;
  name?: string;
  text?: string;
  lang?: string;
  time?: string;
}

/** Puts an article of our own making at the top of the page, where React does not know of it. */
async function forge(page: Page, parts: Forged): Promise<void> {
  await page.evaluate((given) => {
    const { id = '42', handle = 'forged_one', name = 'Forged', text = '@Lantern it is down', lang = 'en' } = given;
    const make = (tag: string, attributes: Record<string, string>, ...inside: (Node | string)[]): HTMLElement => {
      const made = document.createElement(tag);
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
      made.append(...inside);
      return made;
    };
    scrollTo(0, 0);
    document.querySelector('#forged')?.remove();
    const time = make('time', { datetime: given.time ?? '2026-05-04T10:00:00.000Z' }, '2h');
    const article = make(
      'article',
      { 'data-testid': 'tweet', tabindex: '0' },
      make(
        'div',
        { style: 'display: flex' },
        make(
          'div',
          { 'data-testid': 'User-Name' },
          make('a', { href: `/${handle}` }, name),
          make('a', { href: `/${handle}/status/${id}` }, time),
        ),
        make('button', { 'data-testid': 'caret' }, '...'),
      ),
      make(
        'div',
        { 'data-testid': 'tweetText', lang, style: 'max-height: 100px; overflow: hidden; overflow-wrap: anywhere' },
        text,
      ),
      make(
        'div',
        { role: 'group', id: 'forged-bar', style: 'display: flex; padding: 8px' },
        make('button', { 'data-testid': 'reply' }, 'Reply'),
      ),
    );
    const cell = make('div', { 'data-testid': 'cellInnerDiv' }, article);
    const top =
      'position: fixed; z-index: 9; top: 80px; left: 300px; width: 500px; background: white; overflow: hidden';
    document.querySelector('main')?.prepend(make('div', { id: 'forged', style: top }, cell));
  }, parts);
}

const onForged = (kind: string): string => `#forged [data-hark="${kind}"]`;

async function toast(page: Page, words: string): Promise<string> {
  let text = '';
  await eventually(async () => {
    text = (await hark.inspectHost(page, { kind: 'toast' }, '.message'))[0]?.text ?? '';
    return text.includes(words);
  }, `a toast says "${words}"`).catch((error: unknown) => {
    throw new Error(`${String(error)}; it says "${text}"`);
  });
  return text;
}

/** Centre of a host, as a page script sees it: the page knows where it is, not what is in it. */
async function centreOf(page: Page, selector: string): Promise<{ x: number; y: number }> {
  return page.$eval(selector, (host) => {
    const { x, y, width, height } = host.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
}

const REFUSED = 'The page moved or covered this button';

/** Has the page forge whatever could end a content script or pass for a message to it. */
async function forgeEnds(page: Page): Promise<void> {
  await page.evaluate((id) => {
    const base = 'wxt:content-script-started';
    for (const type of [base, `${id}:x:${base}`, `undefined:x:${base}`, `${id}:${base}`]) {
      for (const contentScriptName of ['x', 'content', '', undefined]) {
        const detail = { contentScriptName, messageId: 'forged' };
        for (const target of [document, window, document.documentElement]) {
          target.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
        }
        window.postMessage({ type, contentScriptName, messageId: 'forged' }, '*');
        window.postMessage({ type, ...detail, invalidate: true }, '*');
      }
      for (const event of ['wxt:locationchange', `${id}:x:wxt:locationchange`]) {
        window.dispatchEvent(new CustomEvent(event, { detail: { newUrl: 'javascript:1', oldUrl: null } }));
      }
    }
    for (const name of ['hello', 'openCase', 'dismiss', 'stateChanged', 'customersChanged', 'undo']) {
      const message = {
        id: 1,
        type: name,
        name,
        data: { handles: [], watchlist: null, dismissed: [] },
        timestamp: 1,
      };
      window.postMessage(message, '*');
      window.dispatchEvent(new MessageEvent('message', { data: message, source: window, origin: location.origin }));
      for (const target of [document, window]) target.dispatchEvent(new CustomEvent(name, { detail: message }));
    }
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: false }));
    window.dispatchEvent(new Event('unload'));
  }, hark.extensionId);
  await quiet(300);
}

const PITCH =
  'Upgrade to our new bundle today and save 50%! Only 19.99 a month, order now at https://shop.example/deal';

describe('scripts of the page', () => {
  test('press and focus nothing of Hark, and an Enter of the rep stays with what the rep chose', async () => {
    const page = await home();
    await newTweet(page);
    const reached = await page.evaluate(() => {
      const reached: string[] = [];
      for (const host of document.querySelectorAll<HTMLElement>('[data-hark]')) {
        host.tabIndex = 0;
        host.contentEditable = 'true';
        host.autofocus = true;
        host.focus();
        if (document.activeElement === host) reached.push('focus stays on the host');
        if (host.shadowRoot) reached.push('open root');
        host.click();
        for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick']) {
          const init = { bubbles: true, composed: true, cancelable: true, detail: 1, view: window };
          host.dispatchEvent(new PointerEvent(type, { ...init, pointerType: 'mouse', isPrimary: true }));
        }
        for (const key of ['Enter', ' ']) {
          for (const type of ['keydown', 'keypress', 'keyup']) {
            host.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true }));
          }
        }
      }
      return [...new Set(reached)];
    });
    expect(reached.filter((what) => what !== 'focus stays on the host')).toEqual([]);
    for (const key of ['Enter', ' '] as const) await page.keyboard.press(key);
    await quiet(500);
    expect(await cases(hark)).toEqual([]);
    expect(await rows(hark, 'dismissals')).toEqual([]);
  });

  test('that come first and change the very language have no hold on Hark', async () => {
    const page = await home(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (init) {
        heard.push('attachShadow');
        return attach.call(this, { ...init, mode: 'open' });
      };
      Object.defineProperty(Event.prototype, 'isTrusted', { get: () => true });
      const make = Document.prototype.createElement;
      Document.prototype.createElement = function (this: Document, ...args: [string]) {
        const made = make.apply(this, args);
        if (args[0] === 'span') made.addEventListener('click', () => undefined);
        return made;
      } as typeof document.createElement;
      for (const name of ['hark-mark', 'hark-open', 'hark-host', 'data-hark', 'hark-toast', 'span-hark']) {
        customElements.define(name, class extends HTMLElement {});
      }
      const spy = (what: string) => (name: string, value: unknown) => {
        if (String(name).includes('hark') || String(value).includes('hark')) heard.push(what);
      };
      const set = Element.prototype.setAttribute;
      Element.prototype.setAttribute = function (name, value) {
        spy('setAttribute')(name, value);
        set.call(this, name, value);
      };
      window.MutationObserver = class extends MutationObserver {};
      const has = Set.prototype.has;
      Set.prototype.has = function (value) {
        spy('Set.has')('', value);
        return has.call(this, value);
      };
      const map = Array.prototype.map;
      Array.prototype.map = function (...args) {
        if (this.length > 0 && String(this[0]).includes('data-hark')) heard.push('Array.map');
        return map.apply(this, args as never) as never;
      };
      crypto.randomUUID = () => '00000000-0000-4000-8000-000000000000';
      JSON.stringify = new Proxy(JSON.stringify, {
        apply(target, self, args) {
          if (String(args[0]?.type ?? '').match(/hello|look|openCase/)) heard.push('JSON.stringify');
          return Reflect.apply(target, self, args);
        },
      });
    });
    const id = await newTweet(page);
    await page.evaluate(() => {
      for (const host of document.querySelectorAll<HTMLElement>('[data-hark]')) {
        host.click();
        if (host.shadowRoot) throw new Error('an open root');
      }
    });
    await quiet(300);
    expect(await cases(hark)).toEqual([]);
    await hark.clickInHost(page, { ...open, tweet: id });
    await toast(page, 'Case #1 opened for @marnie_whit.');
    expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
    expect((await rows<{ id: string }>(hark, 'deeds'))[0]?.id).not.toMatch(/^0{8}/);
  });

  test('cannot end Hark by forging the events of its tools', async () => {
    const page = await home();
    await forgeEnds(page);
    const words = '@LanternCares my internet has been down for three days and nobody answers, this is awful';
    const id = await newTweet(page, 'marnie_whit', words);
    await page.waitForSelector(`[data-hark="mark"][data-tweet="${id}"]`);
    await hark.clickInHost(page, { ...open, tweet: id });
    await toast(page, 'Case #1 opened');
    expect(await faultsOf(page)).toEqual([]);

    // The guard holds, also when the script that is there only now has heard of its end.
    await openReplyDialog(page, id);
    await write(page, PITCH);
    await forgeEnds(page);
    await page.click('[role="dialog"] [data-testid="tweetButton"]');
    const held = await hark.waitInHost(page, { kind: 'hold' }, 'dialog');
    expect(held.name).toBe('Sales copy into a complaint');
    expect(await page.evaluate(() => window.practice.postPresses)).toBe(0);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('[data-hark="hold"]'));

    // And a suggestion comes into X's composer.
    await emptyEditor(page);
    const panel = await panelBeside(hark, page);
    await panel.click('[data-insert]');
    await panel.waitFor('text/In X’s composer');
    expect(await editorText(page)).toContain('Marnie');
    expect(thrown).toEqual([]);
  });
});

describe('a click that the rep did not mean', () => {
  /** Something that a page does to hide or cover our button; `H` stands for the host. */
  interface Trick {
    css?: string;
    /** Put into the page beside it. */
    html?: string;
    run?: (host: Element) => void;
  }
  /** What the page keeps for these tests: presses that reached our host, and what ends a trick. */
  interface Tricked {
    hits: number;
    until: AbortController;
  }
  const picture = 'position: fixed; inset: 0; z-index: 2147483647; pointer-events: none';

  const tricks: Record<string, Trick> = {
    transparent: { css: 'H { opacity: 0.01 !important }' },
    'in a transparent box': { css: '#forged article { opacity: 0.05 }' },
    'in several half transparent boxes': { css: '#forged, #forged div, #forged article { opacity: 0.5 }' },
    'blown up over the page': { css: 'H { transform: scale(30) !important }' },
    'made tiny': { css: 'H { transform: scale(0.2) !important }' },
    'seen from the side': { css: 'H { transform: rotateX(84deg) !important }' },
    'filtered away': { css: '#forged { filter: opacity(0) }' },
    'in the dark': { css: '#forged article { filter: brightness(0) }' },
    'of one grey with all around': { css: 'H { filter: invert(0.5) !important }' },
    blurred: { css: '#forged { filter: blur(30px) }' },
    masked: {
      css: '#forged article { -webkit-mask-image: linear-gradient(#0000, #0000); mask-image: linear-gradient(#0000, #0000) }',
    },
    'blended into the page': { css: 'H { mix-blend-mode: lighten !important }' },
    'clipped to a hole': { css: 'H { clip-path: circle(3px) !important }' },
    'under a sheet': { html: `<div style="${picture}; background: white"></div>` },
    'under sheets that hide together': {
      html: [1, 2, 3, 4].map(() => `<div style="${picture}; background: rgb(255 255 255 / 0.4)"></div>`).join(''),
    },
    'under a picture': { html: `<canvas style="${picture}; width: 100%; height: 100%"></canvas>` },
    'under a frame': { html: `<iframe style="${picture}; width: 100%; height: 100%"></iframe>` },
    'under other words': { html: `<p style="${picture}">Press here to go on</p>` },
    'under what insists on letting the mouse through': {
      html: `<div style="${picture} !important; background: white"></div>`,
    },
    'under what says so first': {
      css: '@layer { .trick { pointer-events: none !important } }',
      html: '<div style="position: fixed; inset: 0; z-index: 99; background: white"></div>',
    },
    'under what belongs to the body': {
      css: 'body::after { content: ""; position: fixed; inset: 0; z-index: 99; background: white; pointer-events: none }',
    },
    'under what makes all behind it vague': { html: `<div style="${picture}; backdrop-filter: blur(40px)"></div>` },
    'behind the ground that it stands on': {
      css: '#forged * { pointer-events: none } #forged article { background: white } H { position: relative !important; z-index: -1 !important; pointer-events: auto !important }',
    },
    'under a popover': {
      html: `<div popover="manual" style="${picture}; width: auto; height: auto; background: white"></div>`,
      run: () => document.querySelector<HTMLElement>('.trick[popover]')?.showPopover(),
    },
    'under what is behind a popover': {
      css: '.trick::backdrop { background: white }',
      html: '<div popover="manual" style="inset: auto 0 0 auto">hello</div>',
      run: () => document.querySelector<HTMLElement>('.trick[popover]')?.showPopover(),
    },
    'under what is in a closed root': {
      html: '<div class="rooted"></div>',
      run: () => {
        const sheet = document.createElement('div');
        const look = document.createElement('style');
        look.textContent =
          ':host { pointer-events: none !important } div { position: fixed; inset: 0; z-index: 99; background: white; pointer-events: none !important }';
        document.querySelector('.rooted')?.attachShadow({ mode: 'closed' }).append(look, sheet);
      },
    },
    'under a sheet that is gone as the mouse is pressed': {
      html: `<div style="${picture}; background: white"></div>`,
      run: () => {
        const { signal } = (window as unknown as Tricked).until;
        const go = (): void => document.querySelector('div.trick')?.remove();
        window.addEventListener('pointerdown', go, { capture: true, signal });
      },
    },
    'shown as the mouse is pressed': {
      css: 'H { opacity: 0 !important }',
      run: () => {
        const { signal } = (window as unknown as Tricked).until;
        const go = (): void => document.querySelector('style.trick')?.remove();
        window.addEventListener('pointerdown', go, { capture: true, signal });
      },
    },
    'shown as the mouse comes': {
      css: 'H { opacity: 0 !important }',
      run: (host) => {
        const { signal } = (window as unknown as Tricked).until;
        const go = (): void => document.querySelector('style.trick')?.remove();
        host.addEventListener('pointermove', go, { signal });
      },
    },
  };
  const harmless: Trick = {
    css: 'html { filter: invert(1) hue-rotate(180deg) } body::before { content: ""; position: fixed; inset: 0; z-index: 99; pointer-events: none }',
    html: [
      `<div style="${picture}; background: rgb(255 120 0 / 0.2)"></div>`,
      `<div style="${picture}; background: white; mix-blend-mode: difference"></div>`,
      '<div style="position: fixed; inset: auto 0 0 auto; background: red">Cookies</div>',
    ].join(''),
  };

  test('on a button that is hidden or covered, in whatever way, opens nothing, and Hark says so', {
    tags: 'thorough',
  }, async () => {
    const page = await home();
    await forge(page, {});
    await page.waitForSelector(onForged('open'));
    await page.$eval(onForged('open'), (host) => {
      Object.assign(window, { hits: 0 });
      const until = new AbortController();
      Object.assign(window, { until });
      const count = ({ target }: Event): void => {
        if (target === host) (window as unknown as Tricked).hits++;
      };
      window.addEventListener('click', count, { capture: true });
    });
    const place = await centreOf(page, onForged('open'));
    const press = async ({ css, html, run }: Trick): Promise<number> => {
      await page.mouse.move(5, 5);
      await page.evaluate(
        (css, html) => {
          const look = document.createElement('style');
          look.textContent = css;
          document.head.append(look);
          document.body.insertAdjacentHTML('beforeend', html);
          const added = document.querySelectorAll('head > style:last-of-type, [data-testid="cookies"] ~ *');
          for (const one of added) one.classList.add('trick');
        },
        (css ?? '').replaceAll('H ', '#forged [data-hark="open"] '),
        `<i data-testid="cookies" class="trick"></i>${html ?? ''}`,
      );
      if (run) await page.$eval(onForged('open'), run);
      await page.mouse.move(place.x - 2, place.y);
      await page.mouse.move(place.x, place.y);
      await page.mouse.down();
      await page.mouse.up();
      return page.evaluate(() => {
        const tricked = window as unknown as Tricked;
        for (const one of document.querySelectorAll('.trick')) one.remove();
        tricked.until.abort();
        tricked.until = new AbortController();
        const { hits } = tricked;
        tricked.hits = 0;
        return hits;
      });
    };
    for (const [name, trick] of Object.entries(tricks)) {
      // What does not reach the button proves nothing.
      expect(await press(trick), `${name}: the press reaches the button`).toBe(1);
    }
    await toast(page, REFUSED);
    await quiet(450);
    expect(await cases(hark)).toEqual([]);
    // Not since the button were dead.
    expect(await press(harmless)).toBe(1);
    await toast(page, 'Case #1 opened');
    expect(thrown).toEqual([]);
  });

  test('on a button that was carried under the mouse at the last moment opens nothing', async () => {
    const page = await home();
    await forge(page, {});
    await page.waitForSelector(onForged('open'));
    await page.mouse.move(600, 600);
    await page.mouse.move(620, 610);
    const { box } = await hark.waitInHost(page, onForged('open'), 'button');
    await page.evaluate(
      (x, y) => {
        const forged = document.querySelector<HTMLElement>('#forged');
        if (forged) forged.style.transform = `translate(${x}px, ${y}px)`;
      },
      620 - box.x - box.width / 2,
      610 - box.y - box.height / 2,
    );
    await page.mouse.down();
    await page.mouse.up();
    await quiet(300);
    expect(await cases(hark)).toEqual([]);
    // A rep who sees it there and presses is heard.
    await quiet(500);
    await page.mouse.down();
    await page.mouse.up();
    await toast(page, 'Case #1 opened');
  });

  test('on a button that was moved to another tweet opens no case for either', { tags: 'thorough' }, async () => {
    const page = await home();
    const id = await newTweet(page);
    await newTweet(page, 'harbour_radio', '@Lantern soup');
    // Moved in the very press, so that Hark has no time to tidy up.
    await page.evaluate((mine) => {
      document.addEventListener(
        'pointerup',
        () => {
          const host = document.querySelector(`[data-hark="open"][data-tweet="${mine}"]`);
          const article = document.querySelector('article');
          if (host && article && !article.contains(host)) article.append(host);
        },
        { capture: true },
      );
    }, id);
    await hark.clickInHost(page, { ...open, tweet: id });
    await quiet(400);
    expect(await cases(hark)).toEqual([]);
    expect(await faultsOf(page)).toEqual([]);
  });

  test('on a tweet that is taken away in mid-click breaks nothing', { tags: 'thorough' }, async () => {
    const page = await home();
    const id = await newTweet(page);
    await page.evaluate(() => {
      document.addEventListener('mousedown', (event) => (event.target as Element).closest('article')?.remove(), true);
    });
    await hark.clickInHost(page, { ...open, tweet: id });
    await quiet(300);
    expect(await cases(hark)).toEqual([]);
    await page.reload();
    await page.waitForSelector('[data-hark="mark"]');
    expect(thrown.filter((message) => !/React|removeChild|NotFound/i.test(message))).toEqual([]);
  });
});

describe('a page that meddles with what Hark draws', () => {
  test('gets it back each time, without a fight', async () => {
    const page = await home();
    await newTweet(page);
    const before = await hark.countHosts(page, '[data-hark]');
    for (let round = 0; round < 5; round++) {
      await page.evaluate(() => {
        for (const host of document.querySelectorAll('[data-hark]')) host.remove();
      });
      await eventually(async () => (await hark.countHosts(page, '[data-hark]')) === before, 'all are back');
      expect(await faultsOf(page)).toEqual([]);
    }
    const mutations = await page.evaluate(async () => {
      let count = 0;
      new MutationObserver((records) => {
        count += records.filter(({ addedNodes, removedNodes }) =>
          [...addedNodes, ...removedNodes].some((node) => node instanceof Element && node.hasAttribute('data-hark')),
        ).length;
      }).observe(document, { childList: true, subtree: true });
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      return count;
    });
    expect(mutations).toBe(0);
  });

  test('and takes it away in the same turn, each time, gets the better of it, and the tab goes on', {
    tags: 'thorough',
  }, async () => {
    const page = await home();
    const moves = await page.evaluate(async () => {
      let count = 0;
      const observer = new MutationObserver(() => {
        for (const host of document.querySelectorAll('article [data-hark="open"]')) {
          count++;
          document.body.append(host);
        }
      });
      observer.observe(document, { childList: true, subtree: true });
      document.querySelector('article [data-hark="open"]')?.remove();
      await new Promise((resolve) => setTimeout(resolve, 4_000));
      observer.disconnect();
      return count;
    });
    expect(moves).toBeGreaterThan(0);
    expect(moves).toBeLessThan(2_000);
    await page.evaluate(() => {
      for (const host of document.querySelectorAll('body > [data-hark]')) host.remove();
    });
    await eventually(async () => (await faultsOf(page)).length === 0, 'Hark is back', 12_000);
    const id = await newTweet(page);
    await hark.clickInHost(page, { ...open, tweet: id });
    await toast(page, 'Case #1 opened');
  });

  test('and makes a new article each time does not hold the tab either', { tags: 'thorough' }, async () => {
    const page = await home();
    await forge(page, {});
    await page.waitForSelector(onForged('open'));
    const copies = await page.evaluate(async () => {
      let count = 0;
      const observer = new MutationObserver(() => {
        const article = document.querySelector('#forged article');
        if (!article?.querySelector('[data-hark]')) return;
        count++;
        const copy = article.cloneNode(true) as Element;
        for (const host of copy.querySelectorAll('[data-hark]')) host.remove();
        article.replaceWith(copy);
      });
      const forged = document.querySelector('#forged');
      if (forged) observer.observe(forged, { childList: true, subtree: true });
      document.querySelector('#forged [data-hark]')?.remove();
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      observer.disconnect();
      return count;
    });
    // A tab that is held never gets to the end of these seconds.
    expect(copies).toBeGreaterThan(0);
    await page.waitForSelector(onForged('open'));
  });

  test('copies, moves, renames and wraps it: one of each stays, on its own tweet', async () => {
    const page = await home();
    await newTweet(page);
    await page.evaluate(() => {
      // Paid posts have nothing of Hark's; a copy there is dead and stays the page's own affair.
      const articles = [...document.querySelectorAll('article')].filter((article) =>
        article.querySelector('[data-hark]'),
      );
      articles.forEach((article, index) => {
        for (const host of article.querySelectorAll('[data-hark]')) {
          host.after(host.cloneNode(true));
          articles[(index + 1) % articles.length]?.append(host.cloneNode(true));
        }
      });
      const [first, second] = articles;
      const host = first?.querySelector('[data-hark="open"]');
      if (host) second?.append(host);
    });
    await eventually(async () => (await faultsOf(page)).length === 0, 'all is in its place again');
    await page.evaluate(() => {
      for (const host of document.querySelectorAll('[data-hark="mark"]')) {
        const box = document.createElement('div');
        host.replaceWith(box);
        box.append(host);
      }
    });
    await quiet(500);
    expect(await faultsOf(page)).toEqual([]);
    await page.evaluate(() => {
      for (const host of document.querySelectorAll('[data-hark]')) {
        host.setAttribute('data-tweet', '1');
        host.setAttribute('data-hark', 'none');
      }
    });
    await hark.clickInHost(page, 'article [role="group"] [data-hark]', 'button');
    await eventually(async () => (await cases(hark)).length === 1, 'the case of the tweet that is there');
    expect((await entries(hark)).some((entry) => entry.tweetId === '1')).toBe(false);
  });

  test('puts a tweet into a tweet: each keeps its own drawings, and neither takes the other’s words', {
    tags: 'thorough',
  }, async () => {
    const page = await home();
    await forge(page, { id: '41', handle: 'inner_one', text: '@Lantern INNER is down' });
    const moved = await page.evaluate(async () => {
      const inner = document.querySelector('#forged article');
      const outer = inner?.cloneNode(true) as Element;
      for (const host of outer.querySelectorAll('[data-hark]')) host.remove();
      for (const link of outer.querySelectorAll('a')) {
        link.setAttribute(
          'href',
          (link.getAttribute('href') ?? '').replace('inner_one', 'outer_one').replace('41', '40'),
        );
      }
      const text = outer.querySelector('[data-testid="tweetText"]');
      if (!inner || !text) throw new Error('nothing forged');
      text.textContent = '@Lantern OUTER is slow';
      inner.replaceWith(outer);
      text.append(inner);
      let count = 0;
      new MutationObserver((records) => {
        count += records.length;
      }).observe(outer, { childList: true, subtree: true });
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      return count;
    });
    expect(moved).toBeLessThan(30);
    for (const id of ['40', '41'])
      expect(await hark.countHosts(page, `#forged [data-hark="open"][data-tweet="${id}"]`)).toBe(1);
    await hark.clickInHost(page, '#forged [data-hark="open"][data-tweet="40"]');
    await toast(page, 'Case #1 opened for @outer_one.');
    const held = (await entries(hark)).find((entry) => entry.tweetId === '40');
    expect(held && 'text' in held && held.text).toBe('@Lantern OUTER is slow');
  });
});

describe('a tweet with hostile content', () => {
  test('has text only, whatever it looks like', async () => {
    const page = await home();
    const name = '<img src=x onerror=alert(1)>\u202eeman\u202c <script>';
    await forge(page, { id: '77', name, text: '@Lantern <b>down</b> \u202enwod\u202c \ud800 javascript:alert(1)' });
    await page.waitForSelector(onForged('mark'));
    await openWhy(hark, page, onForged('mark'));
    expect((await hark.waitInHost(page, onForged('mark'), '.why')).text).toContain('Lantern');
    await page.keyboard.press('Escape');
    await hark.clickInHost(page, onForged('open'));
    await toast(page, 'Case #1 opened for @forged_one.');
    const panel = await hark.openPanel(page);
    await panel.waitFor('text/<img src=x onerror=alert(1)>');
    await eventually(async () => (await panel.text()).includes('<b>down</b>'), 'the words stand there as text');
    const made = await panel.evaluate(() => document.querySelectorAll('img[src="x"], script:not([src]), b').length);
    expect(made).toBe(0);
    const links = await panel.evaluate(() =>
      [...document.querySelectorAll('a[href]')].map((a) => a.getAttribute('href')),
    );
    expect(links.filter((href) => !/^https:\/\/x\.com\//.test(href ?? ''))).toEqual([]);
  });

  test('of a hundred thousand characters is judged without a stop, and kept in part', async () => {
    const page = await home();
    const floods = [' '.repeat(100_000), 'a.'.repeat(50_000), 'a-'.repeat(50_000), '@Lantern down '.repeat(7_000)];
    for (const [index, text] of floods.entries()) {
      // Another id each time: what is known of a tweet already would not be judged again.
      await forge(page, { id: `78${index}`, text: `@Lantern ${text}x` });
      await page.waitForSelector(`${onForged('mark')}[data-tweet="78${index}"]`, { timeout: 3_000 });
    }
    await hark.clickInHost(page, onForged('open'));
    await toast(page, 'Case #1 opened');
    const held = (await entries(hark)).find((entry) => entry.kind === 'tweet');
    expect(held && 'text' in held && held.text.length).toBe(30_000);
  });

  test('with an id or a handle that is none is left alone', async () => {
    const page = await home();
    const none: Record<string, Forged> = {
      'an id that is no number': { id: 'abc' },
      'an id with markup': { id: '1"><b>' },
      'a handle that is a script': { handle: 'javascript:alert(1)', id: '5/../../evil' },
      'a handle of another site': { handle: '/evil.example', id: '6' },
    };
    for (const [what, parts] of Object.entries(none)) {
      await forge(page, parts);
      await quiet(300);
      expect(await hark.countHosts(page, onForged('open')), what).toBe(0);
    }
    await newTweet(page);
    expect(await faultsOf(page)).toEqual(expect.not.arrayContaining([expect.stringContaining('hosts')]));
    expect(thrown).toEqual([]);
  });

  test('of no time that can be is refused in words; other languages and names are made to fit', async () => {
    const page = await home();
    for (const time of ['yesterday', '+100000-01-01T00:00:00.000Z', '']) {
      await page.mouse.move(5, 5);
      await forge(page, { id: '80', time });
      await page.waitForSelector(onForged('open'));
      await hark.clickInHost(page, onForged('open'));
      await toast(page, 'X has changed this tweet. Try again.');
    }
    expect(await cases(hark)).toEqual([]);
    await page.mouse.move(5, 5);
    await forge(page, { id: '81', lang: '"><script>'.repeat(50), name: 'N'.repeat(5_000), handle: 'x'.repeat(20) });
    await page.waitForSelector(onForged('open'));
    await page.evaluate(() => {
      const avatar = document.querySelector(
        '[data-testid="SideNav_AccountSwitcher_Button"] [data-testid^="UserAvatar"]',
      );
      avatar?.setAttribute('data-testid', 'UserAvatar-Container-<b>nobody</b>');
    });
    await hark.clickInHost(page, onForged('open'));
    await toast(page, 'Case #1 opened');
    expect((await customers(hark))[0]?.name).toBe('N'.repeat(200));
  });
});

describe('messages', () => {
  test('that come from a page of the extension as if from X are refused', async () => {
    const panel = await hark.openExtensionPage('/sidepanel.html');
    const answer = await panel.evaluate(async () => {
      const message = { hark: 'dismiss', data: { tweetId: '1', dismissed: true } };
      return JSON.stringify((await chrome.runtime.sendMessage(message)) ?? null);
    });
    expect(answer).toContain('Hark works on X only.');
    expect(await rows(hark, 'dismissals')).toEqual([]);
  });

  test('of whatever name are refused where the sender or what they say is not right, and leave no trace', async () => {
    const toTabs = Object.keys({
      stateChanged: 0,
      customersChanged: 0,
      ping: 0,
      diagnose: 0,
      insertReply: 0,
    } satisfies Record<keyof TabMessages, 0>);
    const [ofPage, ofPanel] = [Object.keys(pageMessages), Object.keys(panelMessages)];
    await hark.open('/home?calm=1');
    const panel = await hark.openExtensionPage('/sidepanel.html');
    const { here, onX } = await panel.evaluate(
      async (names) => {
        /** What comes back for a message of each name that holds what fits no schema. */
        const say = async (all: string[]): Promise<Record<string, string>> => {
          const answers = all.map(async (name) => {
            const message = { hark: name, data: { 'Harbour Street': 'Harbour Street' } };
            const answer = await chrome.runtime.sendMessage(message).catch(() => null);
            return [name, JSON.stringify(answer ?? null)];
          });
          return Object.fromEntries(await Promise.all(answers));
        };
        const [tab] = await chrome.tabs.query({ url: 'https://x.com/*' });
        const target = { tabId: tab?.id ?? 0 };
        // As the content script speaks, not as the page does.
        const [said] = await chrome.scripting.executeScript({ target, func: say, args: [names] });
        return { here: await say(names), onX: said?.result ?? {} };
      },
      [...ofPage, ...ofPanel, ...toTabs],
    );
    for (const name of ofPage) {
      expect(here[name], name).toContain('Hark works on X only.');
      expect(onX[name], name).toContain('Hark did not understand');
    }
    for (const name of ofPanel) {
      expect(onX[name], name).toContain('Only the panel can do that.');
      expect(here[name], name).toContain('Hark did not understand');
    }
    for (const name of toTabs) expect([here[name], onX[name]], name).toEqual(['null', 'null']);
    await eventually(async () => (await stored()).includes('RefusedMessage'), 'that they were refused is noted');
    expect(await stored()).not.toContain('Harbour');
  });

  /** All that the extension keeps beside its database. */
  const stored = (): Promise<string> =>
    hark.inExtension(async () => {
      const all = [await chrome.storage.local.get(null), await chrome.storage.session.get(null)];
      return JSON.stringify(all);
    });
});

describe('a database of a newer version', () => {
  /** All that is in the database, as text. */
  const dump = (): Promise<string> =>
    hark.inExtension(async () => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('hark');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const all: unknown[] = [db.version];
      for (const name of db.objectStoreNames) {
        const request = db.transaction(name).objectStore(name).getAll();
        await new Promise((resolve) => {
          request.onsuccess = resolve;
        });
        all.push(name, request.result);
      }
      db.close();
      return JSON.stringify(all);
    });

  afterEach(async () => {
    await hark.killWorker();
  });

  test('is said plainly and left as it is, and marks go on', async () => {
    await put(hark, 'settings', [{ key: 'watchlist', value: practiceWatchlist }]);
    await hark.killWorker();
    await hark.inExtension(async () => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('hark', 990);
        request.onupgradeneeded = () => {
          request.result.createObjectStore('later').put('kept', 'key');
          request.result.deleteObjectStore('drafts');
        };
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      db.close();
    });
    const before = await dump();
    const page = await home();
    const id = await newTweet(page);
    await page.waitForSelector(`[data-hark="mark"][data-tweet="${id}"]`);
    await hark.clickInHost(page, { ...open, tweet: id });
    const said = await toast(page, 'This desk was last used with a newer version of Hark.');
    expect(said).toContain('Update Hark');
    const panel = await hark.openPanel(page);
    await panel.waitFor('text/This desk was last used with a newer version of Hark');
    expect(await panel.text()).toContain('Update Hark');
    const settings = await hark.openExtensionPage('/options.html');
    await settings.waitFor('text/This desk was last used with a newer version of Hark');
    expect(await dump()).toBe(before);
    expect(thrown).toEqual([]);
  });
});

describe('a tab that is older than Hark', () => {
  test('says so at the next click where the browser leaves it behind, or is taken over', {
    tags: 'thorough',
  }, async () => {
    // A browser of its own: the extension is loaded anew under the feet of everything else.
    const { site } = hark;
    const own = await launch({ browser: browserName, extension: EXTENSIONS[browserName], site });
    const bench = asBench(own, site);
    try {
      await setUpDesk(bench);
      const page = await bench.open('/home?calm=1');
      page.on('pageerror', (error) => thrown.push(String(error)));
      await page.waitForSelector('[data-hark="mark"]');
      if (browserName === 'chromium') {
        await own.inWorker(() => chrome.runtime.reload()).catch(() => undefined);
        await quiet(1_500);
        await page.bringToFront();
        await own.clickInHost(page, open);
        const message = await own.waitInHost(page, { kind: 'toast' }, '.message');
        expect(message.text).toBe('Hark was updated. Reload this tab to go on.');
      } else {
        await own.puppeteer.installExtension(EXTENSIONS[browserName]);
        await quiet(1_500);
        await page.bringToFront();
      }
      const id = await newTweet(page);
      await page.evaluate(() => {
        for (let i = 0; i < 20; i++) window.practice.rerender();
        scrollBy(0, 2_000);
        scrollTo(0, 0);
      });
      await quiet(2_000);
      expect(thrown).toEqual([]);
      expect(await faultsOf(page)).toEqual([]);
      // Chromium, when a test has started it, leaves the extension unloaded after this: the story ends here.
      if (browserName === 'chromium') return;
      await own.clickInHost(page, { ...open, tweet: id });
      await eventually(
        async () => (await own.inspectHost(page, { kind: 'toast' }, '.message'))[0]?.text.includes('Case #1 opened'),
        'a case is opened',
      );
    } finally {
      await own.close();
    }
  });
});
