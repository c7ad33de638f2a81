import { isJoinedToNext, readRows } from './conversation';
import { readRoute } from './page';
import { isPrivate } from './place';
import { findTweets, readTweet, visibleText } from './read';
import { selectors } from './selectors';
import { threadAround } from './thread';
import type { Tweet } from './tweet';

/** One of X's composers: a reply box, the box at the top of home, or a dialog; one editor, or several for a thread. */
export interface Composer {
  /** The smallest box around editors and button. */
  root: Element;
  /** In the order in which their texts are posted; at least one. */
  editors: Element[];
  /** Null where X shows none (yet). */
  button: Element | null;
}

/** What a composer is for. */
export interface Answering {
  kind: 'reply' | 'quote' | 'post';
  /** The tweet that is answered, with the article that shows it; null if none is, or where the page does not show it. */
  answered: { article: Element; tweet: Tweet } | null;
  /** Text of the tweet that a quote carries. */
  quoted: string | null;
}

/** Boxes that belong to one composer at most, apart from what lies in a smaller one of them. */
const AREA = `${selectors.cell}, ${selectors.dialog}, ${selectors.main}`;
const FOLLOWING = 4;

/** The area around a node, or the whole document. */
function areaOf(node: Element): Element {
  return node.parentElement?.closest(AREA) ?? node.ownerDocument.documentElement;
}

function ownOf(area: Element, selector: string): Element[] {
  return [...area.querySelectorAll(selector)].filter((found) => areaOf(found) === area && !isPrivate(found));
}

/** The smallest box around all of these. */
function boxAround([first, ...others]: readonly Element[]): Element | null {
  let box = first?.parentElement ?? null;
  while (box && !others.every((other) => box?.contains(other))) box = box.parentElement;
  return box;
}

function depthOf(node: Element | null): number {
  let depth = 0;
  for (let up = node; up; up = up.parentElement) depth++;
  return depth;
}

/** The composers of one area. More than one button means more than one composer: an editor goes with the nearest. */
function composersIn(area: Element): Composer[] {
  const editors = ownOf(area, selectors.editor);
  if (editors.length === 0) return [];
  const buttons = ownOf(area, selectors.postButton);
  const [only] = buttons;
  if (buttons.length <= 1) {
    // In a dialog the button may stand beside the box of the editor, in a header say.
    const around = only ? null : areaOf(area);
    const beside = around?.matches(selectors.dialog) ? ownOf(around, selectors.postButton)[0] : undefined;
    const button = only ?? beside ?? null;
    const root = boxAround(button ? [...editors, button] : editors);
    return root ? [{ root, editors, button }] : [];
  }
  const byButton = new Map<Element, Element[]>();
  for (const editor of editors) {
    const nearness = (button: Element): number => depthOf(boxAround([editor, button]));
    const nearest = buttons.reduce((best, button) => (nearness(button) > nearness(best) ? button : best));
    byButton.set(nearest, [...(byButton.get(nearest) ?? []), editor]);
  }
  return [...byButton].flatMap(([button, own]) => {
    const root = boxAround([...own, button]);
    return root ? [{ root, editors: own, button }] : [];
  });
}

/** All composers on the page, the one on top last. Private messages have none. */
export function openComposers(document: Document): Composer[] {
  const areas = new Set([...document.querySelectorAll(selectors.editor)].map(areaOf));
  // Dialogs come after the page in the document, and an inner box after the one around it.
  return [...areas].flatMap(composersIn);
}

/** The composer to which a node belongs: something in an editor, or the post button. */
export function composerOf(target: Element): Composer | null {
  const part = target.closest(`${selectors.editor}, ${selectors.postButton}`);
  if (!part || isPrivate(part)) return null;
  for (let area: Element | null = areaOf(part); area; area = area.parentElement ? areaOf(area) : null) {
    const found = composersIn(area).find(({ editors, button }) => button === part || editors.includes(part));
    if (found) return found;
    // A button outside of the editors' area.
    const inner = openComposers(part.ownerDocument).findLast(({ button }) => button === part);
    if (inner) return inner;
  }
  return null;
}

/** The text of each editor, exactly as it will be posted. */
export function readParts({ editors }: Composer): string[] {
  return editors.map((editor) => {
    const blocks = [...editor.querySelectorAll(selectors.editorBlock)];
    return (blocks.length > 0 ? blocks : [editor]).map(readLine).join('\n');
  });
}

/** Walks the nodes: X shows some emoji as images. The filling `<br>` of an empty line is no line of its own. */
function readLine(block: Element): string {
  if (!block.querySelector('img')) return block.textContent ?? '';
  const walk = (node: Node): string => {
    if (node.nodeType === 3) return node.nodeValue ?? '';
    if (node.nodeType !== 1) return '';
    if ((node as Element).localName === 'img') return (node as Element).getAttribute('alt') ?? '';
    return [...node.childNodes].map(walk).join('');
  };
  return walk(block);
}

/** True if nothing has been written. */
export function isEmpty(composer: Composer): boolean {
  return readParts(composer).every((part) => part.trim() === '');
}

/**
 * What a composer is for, and which tweet it answers. Only structure tells: in a dialog and in a cell, the tweet is
 * shown above the editor; elsewhere the address names it.
 */
export function readAnswered(composer: Composer, address: string = location.href): Answering {
  const quoted = readQuoted(composer);
  const [editor] = composer.editors;
  if (!editor) return { kind: 'post', answered: null, quoted };
  const document = editor.ownerDocument;
  const dialog = editor.closest(selectors.dialog);
  const cell = editor.closest(selectors.cell);
  const above = lastAbove(editor, cell && (!dialog || dialog.contains(cell)) ? cell : dialog);
  const named = namedBy(address, dialog !== null);
  const article = above ?? (named === null ? null : findTweet(document, named));
  const tweet = article && withId(readTweet(article), article, named);
  if (article && tweet) return { kind: 'reply', answered: { article, tweet }, quoted };
  if (article || named !== null) return { kind: 'reply', answered: null, quoted };
  return { kind: quoted === null ? 'post' : 'quote', answered: null, quoted };
}

/** The last tweet above a node within a box. */
function lastAbove(node: Element, box: Element | null): Element | null {
  if (!box) return null;
  return findTweets(box).findLast((article) => (article.compareDocumentPosition(node) & FOLLOWING) !== 0) ?? null;
}

/** The tweet that the address says is answered. A dialog stands over an address of its own, except on a status page. */
function namedBy(address: string, inDialog: boolean): string | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  const replied = url.searchParams.get('in_reply_to') ?? url.searchParams.get('in_reply_to_id');
  if (replied && /^\d{1,25}$/.test(replied)) return replied;
  const route = readRoute(address);
  return route.kind === 'status' && !inDialog ? route.id : null;
}

function findTweet(document: Document, id: string): Element | null {
  return findTweets(document).find((article) => readTweet(article).id === id) ?? null;
}

/** In its reply dialog X may show a tweet without the link that tells its id: then the same tweet on the page tells. */
function withId(tweet: Tweet, article: Element, named: string | null): Tweet {
  if (tweet.id !== null || tweet.handle === null) return tweet;
  for (const other of findTweets(article.ownerDocument)) {
    const read = other === article ? null : readTweet(other);
    if (read?.id && read.handle === tweet.handle && read.text === tweet.text) return read;
  }
  return named === null ? tweet : { ...tweet, id: named, permalink: `https://x.com/${tweet.handle}/status/${named}` };
}

/** The text of the tweet in the box under a quote's own words. */
function readQuoted({ root, editors }: Composer): string | null {
  for (const box of root.querySelectorAll(selectors.quoteBox)) {
    if (box.closest(selectors.tweet) || editors.some((editor) => editor.contains(box))) continue;
    if (!box.querySelector(selectors.partOfTweet)) continue;
    const text = box.querySelector(selectors.tweetText);
    return text ? visibleText(text) : '';
  }
  return null;
}

/**
 * The conversation around the answered tweet as far as it is rendered, in page order, without that tweet. A dialog shows
 * only the one tweet; the page behind it mostly shows more.
 */
export function readThread({ article, tweet }: { article: Element; tweet: Tweet }): Tweet[] {
  const { id } = tweet;
  if (id === null) return [];
  for (const shown of findTweets(article.ownerDocument)) {
    if (shown !== article && readTweet(shown).id !== id) continue;
    const rows = readRows(shown, readTweet);
    if (!rows.some((row) => row.article && row.id === id)) continue;
    const around = threadAround(rows, id, (row) => isJoinedToNext(row.article));
    if (around.length > 0) return around.map((row) => readTweet(row.article));
  }
  return [];
}
