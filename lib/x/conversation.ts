import { selectors } from './selectors';
import type { Tweet } from './tweet';

/** One row of a timeline: a tweet, or anything else (a divider between threads, a module, a button). */
export type Row = { article: Element; id: string; handle: string; focal: boolean } | { article: null };

/** A row that shows a tweet. */
export type TweetRow = Extract<Row, { id: string }>;

/** Id and author of the tweet in an article, read by the caller, who may have them already; see {@link readRows}. */
export type IdentityOf = (article: Element) => Pick<Tweet, 'id' | 'handle'>;

/**
 * The rows of the timeline that an article belongs to, in the order in which they are seen. X positions its cells with
 * transforms, so the order in the document is not to be trusted.
 */
export function readRows(article: Element, identityOf: IdentityOf): Row[] {
  const cell = article.closest(selectors.cell);
  const list = cell?.parentElement;
  if (!list) return [];
  return inPlace([...list.children].filter((child) => child.matches(selectors.cell))).map((child): Row => {
    const tweet = child.querySelector(selectors.tweet);
    const { id, handle } = tweet ? identityOf(tweet) : { id: null, handle: null };
    if (!tweet || !id || !handle) return { article: null };
    return { article: tweet, id, handle, focal: tweet.getAttribute('tabindex') === '-1' };
  });
}

/** Cells from top to bottom. X says in their style where they stand; to measure it costs a layout. */
function inPlace(cells: readonly Element[]): Element[] {
  let placed = cells.map((cell) => ({ cell, top: shiftOf(cell) }));
  if (placed.some(({ top }) => Number.isNaN(top)))
    placed = cells.map((cell) => ({ cell, top: cell.getBoundingClientRect().top }));
  return placed.sort((a, b) => a.top - b.top).map(({ cell }) => cell);
}

function shiftOf(cell: Element): number {
  return Number(/translateY\((-?[\d.]+)px\)/.exec(cell.getAttribute('style') ?? '')?.[1]);
}

/** True if X shows this tweet joined to the one below, as one thread without a line between them. */
export function isJoinedToNext(article: Element): boolean {
  const cell = article.closest(selectors.cell);
  const view = article.ownerDocument.defaultView;
  if (!cell || !view) return false;
  // The line between separate tweets is a border of one of the boxes around the article; a thread has none.
  for (let box: Element | null = article; box; box = box === cell ? null : box.parentElement) {
    if (Number.parseFloat(view.getComputedStyle(box).borderBottomWidth) > 0) return false;
  }
  return true;
}

/**
 * Which row the one at `index` answers, or null where the page does not show it.
 *
 * "Replying to" is localised and often absent, so structure decides. On a status page a reply belongs to the tweet
 * above it as long as no empty row divides them, else to the focal tweet. On a timeline it belongs to the tweet above
 * if X joins the two.
 *
 * @param joined whether X shows a row joined to the next one; asked only where it matters, since it costs a layout
 */
export function answeredRow(rows: readonly Row[], index: number, joined: (row: TweetRow) => boolean): TweetRow | null {
  const row = rows[index];
  if (!row?.article) return null;
  const focal = rows.findIndex((other) => other.article !== null && other.focal);
  const above = rows[index - 1];
  if (focal === -1) return above?.article && joined(above) ? above : null;
  if (above?.article) return above;
  return index > focal ? (rows[focal] as TweetRow) : null;
}
