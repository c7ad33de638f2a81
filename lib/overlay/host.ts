import tokens from '../design/tokens.css?inline';
import type { Theme } from '../x/page';
import { noteRoot } from './cover';
import { el } from './dom';
import styles from './overlay.css?inline';

/**
 * What Hark draws in X's page, each in a `<span data-hark>` with a closed shadow root. Spans, since the page could
 * define a custom element of ours first and then reach inside; closed, since a page script could click what it reaches.
 * The attributes are output only: nothing is ever decided by them.
 */
export type HostKind = 'mark' | 'impostor' | 'rule' | 'open' | 'customer' | 'suggest' | 'hint' | 'hold' | 'toast';

/** One drawing of Hark in the page. */
export interface Host {
  readonly element: HTMLSpanElement;
  readonly root: ShadowRoot;
  /** Carries the theme; everything is drawn inside. */
  readonly body: HTMLDivElement;
}

/** Hosts of this content script, by their element; clones that the page makes are not among them. */
const hosts = new WeakMap<Element, Host>();
/** What Escape does inside a host. */
const escapes = new WeakMap<Element, () => void>();
/** What other keys do inside a host. */
const keys = new WeakMap<Element, (event: KeyboardEvent) => void>();
/** Hosts that an event has reached, and what is to be done with the others before one does. */
const touched = new WeakSet<Element>();
const onTouch = new WeakMap<Element, () => void>();

let theme: Theme = 'light';
let css = `${tokens}\n${styles}`;
let sheet: CSSStyleSheet | null = null;

/** Mouse events that would otherwise reach X, which opens a tweet on a click anywhere in it. */
const KEPT_INSIDE = ['click', 'auxclick', 'dblclick', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'touchstart'];

const keepInside = (event: Event): void => event.stopPropagation();

function dress(root: ShadowRoot): void {
  try {
    sheet ??= new CSSStyleSheet();
    if (sheet.cssRules.length === 0) sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Firefox does not let content scripts adopt sheets everywhere; a style element does the same.
    root.append(el('style', {}, css));
  }
}

/** Adds styles. Hosts that are on the page already have them at once, or with {@link dressAnew}. */
export function addStyles(more: string): void {
  css += `\n${more}`;
  sheet?.replaceSync(css);
}

/** Gives a host the styles that were added since it was made, where browsers let it have a copy of its own only. */
export function dressAnew({ root }: Host): void {
  const own = root.querySelector(':scope > style');
  if (own) own.textContent = css;
}

/** Empty hosts by kind, in today's theme: copying one costs less than making it. */
const blanks = new Map<HostKind, Pick<Host, 'element' | 'body'>>();

function blank(kind: HostKind): Pick<Host, 'element' | 'body'> {
  let known = blanks.get(kind);
  if (!known) {
    known = { element: el('span', { 'data-hark': kind }), body: el('div', { class: `body ${kind} ${theme}` }) };
    blanks.set(kind, known);
  }
  return known;
}

/** Makes a host; the caller puts it into the page. */
export function makeHost(kind: HostKind, tweetId: string | null): Host {
  const { element: plain, body: empty } = blank(kind);
  const element = plain.cloneNode() as HTMLSpanElement;
  if (tweetId !== null) element.setAttribute('data-tweet', tweetId);
  const root = element.attachShadow({ mode: 'closed' });
  dress(root);
  const body = empty.cloneNode() as HTMLDivElement;
  root.append(body);
  const host: Host = { element, root, body };
  hosts.set(element, host);
  noteRoot(element, root);
  return host;
}

/** Has something done before the first event reaches a host: most are never touched, and listeners cost. */
export function onFirstTouch(host: Host, callback: () => void): void {
  onTouch.set(host.element, callback);
}

/** False while no event at all has reached a host, so that nothing can be going on in it. */
export function isTouched(host: Host): boolean {
  return touched.has(host.element);
}

let whenTouched: () => void = () => {};

/** Sets what happens whenever a host is touched for the first time. */
export function onEachTouched(callback: () => void): void {
  whenTouched = callback;
}

function touch(host: Element): void {
  if (touched.has(host)) return;
  touched.add(host);
  whenTouched();
  for (const type of KEPT_INSIDE) host.addEventListener(type, keepInside);
  onTouch.get(host)?.();
}

/** True if this element is one of our own hosts, not a copy. */
export function isOurs(element: Element): boolean {
  return hosts.has(element);
}

/** Sets what Escape does while the focus is in this host. */
export function onEscape(host: Host, callback: () => void): void {
  escapes.set(host.element, callback);
}

/** Sets what other keys do while the focus is in this host: no listener in there hears of them. */
export function onKey(host: Host, callback: (event: KeyboardEvent) => void): void {
  keys.set(host.element, callback);
}

/** Paints all hosts for X's theme. */
export function paint(next: Theme): void {
  if (next === theme) return;
  for (const element of document.querySelectorAll('[data-hark]')) {
    hosts.get(element)?.body.classList.replace(theme, next);
  }
  theme = next;
  blanks.clear();
}

/**
 * Keeps mouse and keys from X inside Hark. Must be called before X's scripts run: only the first listeners on the window
 * come before all of theirs.
 */
export function keepInsideHark(): void {
  // An event reaches the window first, so that what is put on a host here is there when it comes to the host.
  for (const type of [...KEPT_INSIDE, 'pointerover', 'mouseover', 'focusin', 'keydown']) {
    window.addEventListener(
      type,
      ({ target }) => {
        if (target instanceof Element && hosts.has(target)) touch(target);
      },
      { capture: true, passive: true },
    );
  }
  keepKeysInside();
}

/** X would take keys pressed inside Hark for its shortcuts, and Escape for "close this dialog". */
function keepKeysInside(): void {
  /** Keys that went down in here: where they go up, the focus may be X's again. */
  const down = new Set<string>();
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    window.addEventListener(
      type,
      (event) => {
        const isInside = event.target instanceof Element && hosts.has(event.target);
        if (type === 'keyup' && event.isTrusted && down.delete(event.code)) event.stopImmediatePropagation();
        if (!isInside || !(event.target instanceof Element)) return;
        event.stopImmediatePropagation();
        if (type === 'keydown' && event.isTrusted) down.add(event.code);
        if (type !== 'keydown' || !event.isTrusted) return;
        if (event.key === 'Escape') escapes.get(event.target)?.();
        else keys.get(event.target)?.(event);
      },
      { capture: true },
    );
  }
}
