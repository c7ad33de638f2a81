import { selectors } from './selectors';

/** X's three backgrounds. */
export type Theme = 'light' | 'dim' | 'black';

/** What a page of X is about, from its address alone. */
export type Route =
  | { kind: 'status'; handle: string; id: string }
  | { kind: 'profile'; handle: string }
  | { kind: 'messages' }
  | { kind: 'other' };

/** First path segments that are X's own pages, not handles. */
const RESERVED = new Set(
  'home explore search notifications messages i compose settings jobs lists bookmarks communities premium login logout signup intent tos privacy about download hashtag share account'.split(
    ' ',
  ),
);

/** Reads an address of X. Unknown addresses are `other`. */
export function readRoute(address: string): Route {
  let path: string;
  try {
    path = new URL(address).pathname;
  } catch {
    return { kind: 'other' };
  }
  const [first, second, third] = path.split('/').filter(Boolean);
  if (!first) return { kind: 'other' };
  if (first === 'messages' || (first === 'i' && second === 'chat')) return { kind: 'messages' };
  if (RESERVED.has(first.toLowerCase()) || !/^[A-Za-z0-9_]{1,20}$/.test(first)) return { kind: 'other' };
  if (second === 'status' && third && /^\d{1,25}$/.test(third)) return { kind: 'status', handle: first, id: third };
  return { kind: 'profile', handle: first };
}

/** The theme by the luminance of the body's background; `light` until X has set one. */
export function readTheme(document: Document): Theme {
  const numbers = /(\d+)\D+(\d+)\D+(\d+)/.exec(document.body?.style.backgroundColor ?? '');
  if (!numbers) return 'light';
  const [red, green, blue] = [Number(numbers[1]), Number(numbers[2]), Number(numbers[3])];
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  if (luminance > 128) return 'light';
  return luminance > 8 ? 'dim' : 'black';
}

/** Handle of the account that is logged in, or null where the page does not show it (yet). */
export function readAccount(document: Document): string | null {
  const avatar = document.querySelector(`${selectors.accountSwitcher} ${selectors.avatar}`);
  const named = avatar?.getAttribute('data-testid')?.slice('UserAvatar-Container-'.length);
  const profile = document.querySelector(selectors.profileTab)?.getAttribute('href');
  const linked = profile?.split('/').filter(Boolean).pop();
  return [named, linked].find((handle) => handle && /^[A-Za-z0-9_]{1,20}$/.test(handle)) ?? null;
}

/** True on the server-rendered app that X shows to visitors who are not logged in: Hark cannot work there. */
export function isLoggedOutApp(document: Document): boolean {
  return document.querySelector(selectors.loggedOutTweet) !== null && document.querySelector(selectors.tweet) === null;
}
