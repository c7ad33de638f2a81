/**
 * Seeing what Hark itself does to X's controls, in both browsers: a script that runs before Hark's in the world that
 * Hark's scripts have in the page, and notes what they call there. Hark's own files stay as they were built.
 */
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';

const WATCHER = 'touches.js';

/** Copies a built extension, with the script that watches Hark in pages. */
export async function copyWatched(extension: string, to: string): Promise<void> {
  await cp(extension, to, { recursive: true });
  const path = join(to, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { content_scripts: { js: string[] }[] };
  for (const scripts of manifest.content_scripts) scripts.js.unshift(WATCHER);
  await writeFile(path, JSON.stringify(manifest));
  await writeFile(join(to, WATCHER), `(${watch.toString()})();`);
}

/**
 * What Hark's scripts have done in a tab so far to what is not Hark's, such as `click reply` or
 * `dispatchEvent paste tweetTextarea_0`. `tweet:` stands before the id where it was in a tweet.
 */
export function touchesOf(page: Page): Promise<string[]> {
  return page.evaluate(() => JSON.parse(sessionStorage.getItem('practice-touches') ?? '[]'));
}

/** Runs in the page, in Hark's world; it is sent as text, so it must need nothing from outside itself. */
function watch(): void {
  const isOwn = (node: Node): boolean =>
    node.getRootNode() instanceof ShadowRoot ||
    (node instanceof Element && node.closest('[data-hark]') !== null) ||
    !node.isConnected;
  const elementOf = (what: unknown): Node | null => {
    if (what instanceof Selection) return what.anchorNode;
    return what instanceof Node ? what : null;
  };
  const describe = (node: Node | null): string => {
    const element = node instanceof Element ? node : node?.parentElement;
    const named = element?.closest('[data-testid]');
    const tweet = element?.closest('article')?.querySelector('a[href*="/status/"]:has(time)')?.getAttribute('href');
    const id = tweet?.match(/\/status\/(\d+)/)?.[1];
    return `${named?.getAttribute('data-testid') ?? element?.nodeName ?? 'page'}${id ? ` tweet:${id}` : ''}`;
  };
  const note = (words: string): void => {
    const noted = JSON.parse(sessionStorage.getItem('practice-touches') ?? '[]') as string[];
    if (noted.at(-1) !== words) sessionStorage.setItem('practice-touches', JSON.stringify([...noted, words]));
  };
  const saw = (name: string, on: unknown, args: unknown[]): void => {
    const target = elementOf(on) ?? args.map(elementOf).find((node) => node !== null) ?? null;
    if (target && isOwn(target)) return;
    const event = args[0] instanceof Event ? ` ${args[0].type}` : '';
    note(`${name}${event} ${describe(target)}`);
  };
  const wrap = (owner: object, ...names: string[]): void => {
    for (const name of names) {
      const original: unknown = Reflect.get(owner, name);
      if (typeof original !== 'function') continue;
      const wrapped = function (this: unknown, ...args: unknown[]): unknown {
        saw(name, this, args);
        return Reflect.apply(original, this === globalThis || this === undefined ? window : this, args);
      };
      Object.defineProperty(owner, name, { value: wrapped, configurable: true, writable: true });
    }
  };
  const wrapSetters = (owner: object, ...names: string[]): void => {
    for (const name of names) {
      const { get, set } = Object.getOwnPropertyDescriptor(owner, name) ?? {};
      if (!get || !set) continue;
      const wrapped = function (this: unknown, value: unknown): void {
        saw(name, this, []);
        Reflect.apply(set, this, [value]);
      };
      Object.defineProperty(owner, name, { get, set: wrapped, configurable: true });
    }
  };
  wrap(HTMLElement.prototype, 'click', 'focus', 'blur', 'showPopover', 'hidePopover', 'togglePopover');
  wrap(SVGElement.prototype, 'focus', 'blur');
  wrap(Element.prototype, 'scroll', 'scrollTo', 'scrollBy', 'scrollIntoView', 'scrollIntoViewIfNeeded');
  wrapSetters(Element.prototype, 'scrollTop', 'scrollLeft');
  wrap(EventTarget.prototype, 'dispatchEvent');
  wrap(Document.prototype, 'execCommand', 'write', 'writeln', 'open');
  wrap(HTMLFormElement.prototype, 'submit', 'requestSubmit', 'reset');
  for (const field of [HTMLInputElement.prototype, HTMLTextAreaElement.prototype]) {
    wrap(field, 'select', 'setRangeText', 'setSelectionRange');
    wrapSetters(field, 'value');
  }
  wrap(Selection.prototype, 'selectAllChildren', 'setBaseAndExtent', 'collapse', 'collapseToEnd', 'collapseToStart');
  wrap(Selection.prototype, 'setPosition', 'extend', 'addRange', 'removeAllRanges', 'empty', 'deleteFromDocument');
  // In Firefox a script's own global object is another one than the window.
  for (const global of new Set([globalThis, window])) {
    wrap(global, 'scroll', 'scrollTo', 'scrollBy', 'open', 'fetch', 'postMessage');
  }
  wrap(History.prototype, 'pushState', 'replaceState', 'go', 'back', 'forward');
  wrap(XMLHttpRequest.prototype, 'open', 'send');
  wrap(Navigator.prototype, 'sendBeacon');
  // What tells that this script watches at all.
  const probe = document.createElement('a');
  document.documentElement.append(probe);
  probe.focus();
  probe.remove();
}
