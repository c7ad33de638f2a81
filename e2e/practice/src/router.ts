import { useSyncExternalStore } from 'react';
import { stats } from './timeline/stats';

/** pushState navigation with X's routes; scroll positions are kept per history entry. */

export interface Place {
  path: string;
  query: URLSearchParams;
  /** Where to scroll to once the page is drawn; undefined for a new entry (top). */
  restore: number;
  key: string;
}

interface Entry {
  key: string;
  scroll: number;
}

const listeners = new Set<() => void>();
const scrolls = new Map<string, number>();
let serial = 0;
let place = read(0);

function read(restore: number): Place {
  if (typeof location === 'undefined') return { path: '/home', query: new URLSearchParams(), restore: 0, key: '0' };
  const state = history.state as Entry | null;
  const path = location.pathname === '/' ? '/home' : location.pathname.replace(/\/$/, '');
  return { path, query: new URLSearchParams(location.search), restore, key: state?.key ?? '0' };
}

function announce() {
  stats.navigations++;
  for (const listener of listeners) listener();
}

/** Go to a path inside the app. */
export function goTo(path: string, { replace = false } = {}): void {
  scrolls.set(place.key, window.scrollY);
  const key = `${Date.now().toString(36)}${(serial++).toString(36)}`;
  history[replace ? 'replaceState' : 'pushState']({ key }, '', path);
  place = read(0);
  announce();
}

/** One step back, or home when this was the first page of the session. */
export function goBack(): void {
  if (history.length > 1 && history.state) history.back();
  else goTo('/home', { replace: true });
}

/** Listen to the browser's own back and forward; call once. */
export function startRouter(): void {
  history.scrollRestoration = 'manual';
  // The scroll position has to be known before popstate: by then, location already names the other entry.
  let frame = 0;
  addEventListener('scroll', () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => scrolls.set(place.key, window.scrollY));
  });
  addEventListener('popstate', () => {
    const key = (history.state as Entry | null)?.key ?? '0';
    place = read(scrolls.get(key) ?? 0);
    announce();
  });
}

export const currentPlace = () => place;

export function usePlace(): Place {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => place,
    () => place,
  );
}

/** Let the router take a plain left click on an in-app anchor, as X does. */
export function onLinkClick(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const anchor = (event.target as Element | null)?.closest?.('a[href]');
  const href = anchor?.getAttribute('href');
  if (!href) return;
  event.preventDefault();
  // Links out of the app lead nowhere here: the practice page never leaves itself.
  if (href.startsWith('/')) goTo(href);
}
