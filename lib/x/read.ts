import { selectors } from './selectors';
import type { QuotedTweet, Tweet } from './tweet';

const ELEMENT = 1;
const TEXT = 3;

/** The path segments of a link on X; empty for links that lead elsewhere or cannot be parsed. */
function pathOf(link: Element): string[] {
  const href = link.getAttribute('href');
  if (!href) return [];
  // As X writes its own links.
  if (/^\/\w[\w/]*$/.test(href)) return href.split('/').filter(Boolean);
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

const OTHER_TWEET = `${selectors.tweet}, ${selectors.quoteBox}`;
/** What is not read by its text alone. */
const MORE_THAN_TEXT = `img, br, svg, [data-hark], ${OTHER_TWEET}`;

/**
 * The text of a node as a person sees it: emoji are images whose `alt` is the character, `<br>` is a line break.
 * A deeply indented line is one that a formatter wrapped in a saved page: there the break is a space.
 */
export function visibleText(root: Element): string {
  if (!root.querySelector(MORE_THAN_TEXT)) return joinLines(root.textContent ?? '');
  let out = '';
  eachNode(root, (node) => {
    if (node.nodeType === TEXT) out += node.nodeValue ?? '';
    if (node.nodeType !== ELEMENT) return true;
    const element = node as Element;
    const tag = element.localName;
    if (tag === 'img') out += element.getAttribute('alt') ?? '';
    if (tag === 'br') out += '\n';
    if (tag === 'img' || tag === 'br' || tag === 'svg' || element.hasAttribute('data-hark')) return false;
    // Words of another tweet that somebody has put in here are not words of this one.
    return element === root || !element.matches(OTHER_TWEET);
  });
  return joinLines(out);
}

function joinLines(text: string): string {
  return text.includes('\n') ? text.split(/\r?\n/).reduce(joinLine, '').trim() : text.trim();
}

/** Joins a line without the blanks around it. By hand: a pattern for them takes minutes on a text that is all blanks. */
function joinLine(before: string, line: string, index: number): string {
  const isBlank = (at: number): boolean => line[at] === ' ' || line[at] === '\t';
  let start = 0;
  let end = line.length;
  while (start < end && isBlank(start)) start++;
  while (end > start && isBlank(end - 1)) end--;
  if (index === 0) return line.slice(0, end);
  return before + (start >= 4 ? ' ' : '\n') + line.slice(start, end);
}

/**
 * Visits a tree in document order; `visit` says whether to go on inside. Without recursion: a page may nest nodes
 * deeper than the stack.
 */
function eachNode(root: Node, visit: (node: Node) => boolean): void {
  let node: Node | null = root;
  while (node) {
    let next: Node | null = visit(node) ? node.firstChild : null;
    for (let up: Node | null = node; !next && up && up !== root; up = up.parentNode) next = up.nextSibling;
    node = next;
  }
}

/** True for what belongs to this article itself, not to a tweet that somebody has put inside it. */
function isOwn(article: Element, inner: Element): boolean {
  const nearest = inner.closest(selectors.tweet);
  return nearest === article || nearest === null || !article.contains(nearest);
}

/** The parts of a tweet, by what they are called in here. */
const PARTS = {
  tweet: selectors.tweet,
  quoteBox: selectors.quoteBox,
  userName: selectors.userName,
  avatar: selectors.avatar,
  tweetText: selectors.tweetText,
  articleTitle: selectors.articleTitle,
  showMore: selectors.showMore,
  socialContext: selectors.socialContext,
  time: selectors.time,
};
type Part = keyof typeof PARTS;

/** Parts that X tells by a test id alone, by that; and the others. */
const BY_TEST_ID = new Map<string, readonly Part[]>();
const OTHERS: Part[] = [];
for (const part of Object.keys(PARTS) as Part[]) {
  const id = /^\[data-testid="(.+)"\]$/.exec(PARTS[part])?.[1];
  if (id) BY_TEST_ID.set(id, [part]);
  else OTHERS.push(part);
}
/** Looser than the parts: browsers find what has an attribute sooner than what fits one of many selectors. */
const ANY_PART = ['[data-testid]', ...OTHERS.map((part) => PARTS[part])].join();

/** What is in an article, and what of it belongs to other tweets. */
interface Outline {
  article: Element;
  /** In document order; whatever belongs to other tweets is among them. */
  parts: Partial<Record<Part, Element[]>>;
  quotes: readonly Element[];
  /** No quote and no tweet inside: then all is its own, and nothing has to be looked at twice. */
  plain: boolean;
}

/**
 * Finds the parts in one walk: to walk through an article costs more than to look at what is found.
 *
 * @param isQuote true for the box of a quote, in which no further quotes are looked for
 */
function outlineOf(article: Element, isQuote = false): Outline {
  const parts: Outline['parts'] = {};
  const all = article.querySelectorAll(ANY_PART);
  // By number: some thirty a tweet, and the list's own way of going through them takes longer than what is done with each.
  for (let at = 0; at < all.length; at++) {
    const found = all[at];
    if (found) {
      for (const part of partsIn(found)) {
        const known = parts[part];
        if (known) known.push(found);
        else parts[part] = [found];
      }
    }
  }
  // Affiliate badges are clickable boxes too, but hold none of a tweet's parts.
  const quotes = isQuote
    ? NONE
    : (parts.quoteBox?.filter((box) => isOwn(article, box) && box.querySelector(selectors.partOfTweet)) ?? NONE);
  return { article, parts, quotes, plain: quotes.length === 0 && parts.tweet === undefined };
}

const NONE: readonly Element[] = [];
/** Which parts an element is: nearly always none, or one that its test id tells. */
function partsIn(element: Element): readonly Part[] {
  const known = BY_TEST_ID.get(element.getAttribute('data-testid') ?? '') ?? NO_PART;
  if (known.length > 0 && !element.hasAttribute('role')) return known;
  const others = OTHERS.filter((part) => element.matches(PARTS[part]));
  return others.length > 0 ? [...known, ...others] : known;
}
const NO_PART: readonly Part[] = [];

/** All parts of one kind that are neither in a quote nor in a tweet inside this one. */
function allOutside({ article, parts, quotes, plain }: Outline, part: Part): readonly Element[] {
  const all = parts[part] ?? NONE;
  if (plain) return all;
  return all.filter((found) => isOwn(article, found) && !quotes.some((quote) => quote.contains(found)));
}

function firstOutside(outline: Outline, part: Part): Element | null {
  return allOutside(outline, part)[0] ?? null;
}

/** The links in a part that are neither in a quote nor in a tweet inside this one. */
function linksIn({ article, quotes, plain }: Outline, part: Element): Iterable<Element> {
  const all = part.querySelectorAll(selectors.anyLink);
  if (plain) return all;
  return [...all].filter((found) => isOwn(article, found) && !quotes.some((quote) => quote.contains(found)));
}

function firstLinkIn(outline: Outline, part: Element): Element | null {
  if (outline.plain) return part.querySelector(selectors.anyLink);
  for (const found of linksIn(outline, part)) return found;
  return null;
}

function handleFromAvatar(avatar: Element | null): string | null {
  const id = avatar?.getAttribute('data-testid');
  const handle = id?.slice('UserAvatar-Container-'.length);
  return handle && HANDLE.test(handle) ? handle : null;
}

/** The handle that a link leads to. */
function linkedHandle(link: Element | null): string | null {
  const handle = link ? pathOf(link)[0] : undefined;
  return handle && HANDLE.test(handle) ? handle : null;
}

/** True where a name block says "@" once, before this handle: then no other needs to be looked for in its texts. */
function showsOnly(userName: Element, handle: string): boolean {
  const text = userName.textContent ?? '';
  const start = text.indexOf('@') + 1;
  const end = start + handle.length;
  return (
    start > 0 && text.indexOf('@', start) < 0 && isSame(text.slice(start, end), handle) && !/\w/.test(text.charAt(end))
  );
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** What stands in addresses of X in place of a handle. */
const NOBODY = 'i';

/**
 * True where an article shows more than one author outside its quotes: nobody can tell then whose words are whose. X
 * does not do that; a page that is broken, half drawn or hostile does.
 */
function isMixed(outline: Outline, handle: string): boolean {
  for (const userName of allOutside(outline, 'userName')) {
    const linked = linkedHandle(firstLinkIn(outline, userName));
    if (linked && !isSame(linked, handle)) return true;
    if (showsOnly(userName, handle)) continue;
    const shown = lastHandleText(userName).slice(1);
    if (HANDLE.test(shown) && !isSame(shown, handle)) return true;
  }
  for (const time of allOutside(outline, 'time')) {
    const link = time.closest(selectors.statusLink);
    const status = link && outline.article.contains(link) ? statusOf(link) : null;
    if (status && status.handle !== NOBODY && !isSame(status.handle, handle)) return true;
  }
  return false;
}

/** Author of a quote: there the name is no link, so the handle is the text that starts with "@". */
function readQuote(box: Element, outerId: string | null): QuotedTweet | null {
  const outline = outlineOf(box, true);
  const userName = firstOutside(outline, 'userName');
  const shown = userName ? /@([A-Za-z0-9_]{1,20})\b/.exec(lastHandleText(userName)) : null;
  const handle = handleFromAvatar(firstOutside(outline, 'avatar')) ?? shown?.[1] ?? null;
  if (!handle || isMixed(outline, handle)) return null;
  let id: string | null = null;
  for (const link of box.querySelectorAll(selectors.statusLink)) {
    const status = statusOf(link);
    // Links of the outer tweet can end up inside the box; only the quoted author's own count.
    if (status && status.id !== outerId && status.handle.toLowerCase() === handle.toLowerCase()) {
      id = status.id;
      break;
    }
  }
  const text = firstOutside(outline, 'tweetText');
  return { id, handle, text: text ? visibleText(text) : '' };
}

/** The last text in a name block that looks like a handle; display names may hold an "@" as well. */
function lastHandleText(userName: Element): string {
  let last = '';
  eachNode(userName, (node) => {
    const value = node.nodeType === TEXT ? (node.nodeValue ?? '').trim() : '';
    if (/^@[A-Za-z0-9_]{1,20}$/.test(value)) last = value;
    return true;
  });
  return last;
}

/** The link that holds the tweet's time: the only reliable source of its id. Photo, analytics, quotes links are decoys. */
function permalinkOf(outline: Outline) {
  const { article, quotes } = outline;
  // By the times, of which there are one or two: links there are many.
  for (const time of allOutside(outline, 'time')) {
    const link = time.closest(selectors.statusLink);
    if (!link || !article.contains(link) || quotes.some((quote) => quote.contains(link))) continue;
    const status = statusOf(link);
    if (status) return { link, status, time };
  }
  return null;
}

/** True for a paid post: its article sits inside X's placement tracking and has no permalink. */
function isAd(article: Element, hasPermalink: boolean): boolean {
  return !hasPermalink && article.closest(selectors.placement) !== null;
}

/** An article of which it cannot be told whose it is: no case can be opened on it, and nobody is credited. */
const unreadable = (): Tweet => ({
  id: null,
  handle: null,
  name: '',
  text: '',
  lang: null,
  time: null,
  permalink: null,
  quoted: null,
  repost: false,
  ad: false,
  focal: false,
  truncated: false,
  mentions: [],
  links: [],
});

/**
 * Reads one rendered tweet. Never throws; what the page does not show is null or empty.
 *
 * Structure as counted on captures of X from 2024-10 to 2026-09.
 */
export function readTweet(article: Element): Tweet {
  const outline = outlineOf(article);
  const quote = outline.quotes.find((box) => box.querySelector(selectors.userName)) ?? null;
  const permalink = permalinkOf(outline);
  const status = permalink?.status;

  const userName = firstOutside(outline, 'userName');
  const nameLink = userName && firstLinkIn(outline, userName);
  const handle = linkedHandle(nameLink) ?? handleFromAvatar(firstOutside(outline, 'avatar')) ?? status?.handle ?? null;
  if (handle && isMixed(outline, handle)) return unreadable();

  const body = firstOutside(outline, 'tweetText');
  const title = body ? null : firstOutside(outline, 'articleTitle');

  const mentions: string[] = [];
  const links: string[] = [];
  for (const anchor of body ? linksIn(outline, body) : []) {
    const href = anchor.getAttribute('href') ?? '';
    if (href.startsWith('https://t.co/')) {
      links.push(href);
      continue;
    }
    const named = /^@([A-Za-z0-9_]{1,20})$/.exec(visibleText(anchor))?.[1];
    if (named && !mentions.includes(named)) mentions.push(named);
  }

  const context = firstOutside(outline, 'socialContext');
  return {
    id: status?.id ?? null,
    handle,
    name: nameLink ? visibleText(nameLink) : '',
    text: body ? visibleText(body) : title ? visibleText(title) : '',
    lang: (body ?? title)?.getAttribute('lang') || null,
    time: permalink?.time.getAttribute('datetime') ?? null,
    permalink: status ? `https://x.com/${status.handle}/status/${status.id}` : null,
    quoted: quote ? readQuote(quote, status?.id ?? null) : null,
    // "Pinned" is shown in the same place but links to nobody; its words are localised.
    repost: context?.closest(selectors.anyLink) != null,
    ad: isAd(article, permalink !== null),
    focal: article.getAttribute('tabindex') === '-1',
    truncated: firstOutside(outline, 'showMore') !== null,
    mentions,
    links,
  };
}

/** All tweets under a root, in page order. */
export function findTweets(root: ParentNode): Element[] {
  return [...root.querySelectorAll(selectors.tweet)];
}
