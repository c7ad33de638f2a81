import { selectors } from './selectors';
import type { QuotedTweet, Tweet } from './tweet';

const ELEMENT = 1;
const TEXT = 3;

/** The path segments of a link on X; empty for links that lead elsewhere or cannot be parsed. */
function pathOf(link: Element): string[] {
  const href = link.getAttribute('href');
  if (!href) return [];
  const path = /^(?:https?:\/\/(?:mobile\.|www\.)?(?:x|twitter)\.com)?(\/[^?#]*)/i.exec(href)?.[1];
  return path === undefined || path.startsWith('//') ? [] : path.split('/').filter(Boolean);
}

const HANDLE = /^[A-Za-z0-9_]{1,20}$/;
const STATUS_ID = /^\d{1,25}$/;

/** Handle and id from `/<handle>/status/<id>…`; null for any other link. */
function statusOf(link: Element): { handle: string; id: string; rest: string[] } | null {
  const [handle, word, id, ...rest] = pathOf(link);
  if (word !== 'status' || !handle || !id || !HANDLE.test(handle) || !STATUS_ID.test(id)) return null;
  return { handle, id, rest };
}

/**
 * The text of a node as a person sees it: emoji are images whose `alt` is the character, `<br>` is a line break.
 * A deeply indented line is one that a formatter wrapped in a saved page: there the break is a space.
 */
export function visibleText(root: Node): string {
  let out = '';
  const walk = (node: Node): void => {
    if (node.nodeType === TEXT) {
      out += node.nodeValue ?? '';
    } else if (node.nodeType === ELEMENT) {
      const element = node as Element;
      const tag = element.localName;
      if (tag === 'img') out += element.getAttribute('alt') ?? '';
      else if (tag === 'br') out += '\n';
      else if (tag !== 'svg' && !element.hasAttribute('data-hark')) {
        for (let child = element.firstChild; child; child = child.nextSibling) walk(child);
      }
    }
  };
  walk(root);
  return out
    .replace(/[ \t]*\r?\n[ \t]{4,}/g, ' ')
    .replace(/[ \t]*\r?\n[ \t]*/g, '\n')
    .trim();
}

/** The box of the quoted tweet inside an article, or null. */
function quoteBoxOf(article: Element): Element | null {
  for (const box of article.querySelectorAll(selectors.quoteBox)) {
    // Affiliate badges are clickable boxes too; a quote names its author.
    if (box.querySelector(selectors.userName)) return box;
  }
  return null;
}

function firstOutside(article: Element, selector: string, quote: Element | null): Element | null {
  // Most tweets quote nothing: then the first is enough, and the rest of the article is not searched.
  if (!quote) return article.querySelector(selector);
  for (const found of article.querySelectorAll(selector)) if (!quote?.contains(found)) return found;
  return null;
}

function handleFromAvatar(scope: Element, quote: Element | null): string | null {
  const id = firstOutside(scope, selectors.avatar, quote)?.getAttribute('data-testid');
  const handle = id?.slice('UserAvatar-Container-'.length);
  return handle && HANDLE.test(handle) ? handle : null;
}

/** Author of a quote: there the name is no link, so the handle is the text that starts with "@". */
function readQuote(box: Element, outerId: string | null): QuotedTweet | null {
  const userName = box.querySelector(selectors.userName);
  const shown = userName ? /@([A-Za-z0-9_]{1,20})\b/.exec(lastHandleText(userName)) : null;
  const handle = handleFromAvatar(box, null) ?? shown?.[1] ?? null;
  if (!handle) return null;
  let id: string | null = null;
  for (const link of box.querySelectorAll(selectors.statusLink)) {
    const status = statusOf(link);
    // Links of the outer tweet can end up inside the box; only the quoted author's own count.
    if (status && status.id !== outerId && status.handle.toLowerCase() === handle.toLowerCase()) {
      id = status.id;
      break;
    }
  }
  const text = box.querySelector(selectors.tweetText);
  return { id, handle, text: text ? visibleText(text) : '' };
}

/** The last text in a name block that looks like a handle; display names may hold an "@" as well. */
function lastHandleText(userName: Element): string {
  let last = '';
  const walk = (node: Node): void => {
    if (node.nodeType === TEXT) {
      const value = (node.nodeValue ?? '').trim();
      if (/^@[A-Za-z0-9_]{1,20}$/.test(value)) last = value;
    }
    for (const child of node.childNodes) walk(child);
  };
  walk(userName);
  return last;
}

/** The link that holds the tweet's time: the only reliable source of its id. Photo, analytics, quotes links are decoys. */
function permalinkOf(article: Element, quote: Element | null): Element | null {
  // By the times, of which there are one or two: links there are many.
  for (const time of article.querySelectorAll(selectors.time)) {
    const link = time.closest(selectors.statusLink);
    if (link && !quote?.contains(link) && statusOf(link)) return link;
  }
  return null;
}

/**
 * The status id of an article, or null where X shows none. Much cheaper than {@link readTweet}: used to find out
 * whether a recycled cell still shows the same tweet.
 */
export function readTweetId(article: Element): string | null {
  const link = permalinkOf(article, quoteBoxOf(article));
  return link ? (statusOf(link)?.id ?? null) : null;
}

/** True for a paid post: its article sits inside X's placement tracking and has no permalink. */
function isAd(article: Element, permalink: Element | null): boolean {
  return permalink === null && article.closest(selectors.placement) !== null;
}

/**
 * Reads one rendered tweet. Never throws; what the page does not show is null or empty.
 *
 * Structure as counted on captures of X from 2024-10 to 2026-09.
 */
export function readTweet(article: Element): Tweet {
  const quote = quoteBoxOf(article);
  const link = permalinkOf(article, quote);
  const status = link ? statusOf(link) : null;

  const userName = firstOutside(article, selectors.userName, quote);
  const nameLink = userName?.querySelector(selectors.anyLink) ?? null;
  const linkedHandle = nameLink ? pathOf(nameLink)[0] : undefined;
  const handle =
    (linkedHandle && HANDLE.test(linkedHandle) ? linkedHandle : null) ??
    handleFromAvatar(article, quote) ??
    status?.handle ??
    null;

  const body = firstOutside(article, selectors.tweetText, quote);
  const title = body ? null : firstOutside(article, selectors.articleTitle, quote);

  const mentions: string[] = [];
  const links: string[] = [];
  for (const anchor of body?.querySelectorAll(selectors.anyLink) ?? []) {
    const href = anchor.getAttribute('href') ?? '';
    if (href.startsWith('https://t.co/')) {
      links.push(href);
      continue;
    }
    const named = /^@([A-Za-z0-9_]{1,20})$/.exec((anchor.textContent ?? '').trim())?.[1];
    if (named && !mentions.includes(named)) mentions.push(named);
  }

  const context = firstOutside(article, selectors.socialContext, quote);
  return {
    id: status?.id ?? null,
    handle,
    name: nameLink ? visibleText(nameLink) : '',
    text: body ? visibleText(body) : title ? visibleText(title) : '',
    lang: (body ?? title)?.getAttribute('lang') || null,
    time: link?.querySelector(selectors.time)?.getAttribute('datetime') ?? null,
    permalink: status ? `https://x.com/${status.handle}/status/${status.id}` : null,
    quoted: quote ? readQuote(quote, status?.id ?? null) : null,
    // "Pinned" is shown in the same place but links to nobody; its words are localised.
    repost: context?.closest(selectors.anyLink) != null,
    ad: isAd(article, link),
    focal: article.getAttribute('tabindex') === '-1',
    truncated: firstOutside(article, selectors.showMore, quote) !== null,
    mentions,
    links,
  };
}

/** All tweets under a root, in page order. */
export function findTweets(root: ParentNode): Element[] {
  return [...root.querySelectorAll(selectors.tweet)];
}
