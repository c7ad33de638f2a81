import { selectors } from './selectors';

/** Where Hark may draw on one article. Each is null where X does not show that part (yet). */
export interface Places {
  /**
   * Insert before `header.before` in `header.parent`: between the author's name and the menu at the end of the row,
   * where X leaves the free space. `before` null means at the end.
   */
  header: { parent: Element; before: Element | null } | null;
  actionBar: Element | null;
}

/** The child of `ancestor` that holds `inner`. */
function childHolding(ancestor: Element, inner: Element): Element | null {
  let node: Element | null = inner;
  while (node && node.parentElement !== ancestor) node = node.parentElement;
  return node;
}

/** The first that belongs to the article itself, not to a tweet that somebody has put inside it. */
function firstOwn(article: Element, selector: string): Element | null {
  const first = article.querySelector(selector);
  if (!first || first.closest(selectors.tweet) === article) return first;
  for (const found of article.querySelectorAll(selector)) {
    if (found.closest(selectors.tweet) === article) return found;
  }
  return null;
}

function headerOf(article: Element): Places['header'] {
  const userName = firstOwn(article, selectors.userName);
  const caret = firstOwn(article, selectors.caret);
  if (!userName) return null;
  for (let row = userName.parentElement; row && row !== article; row = row.parentElement) {
    if (caret && row.contains(caret)) {
      const left = childHolding(row, userName);
      let next = left?.nextElementSibling ?? null;
      while (next?.hasAttribute('data-hark')) next = next.nextElementSibling;
      return { parent: row, before: next };
    }
  }
  // No menu on this tweet: right behind the name is the next best place.
  return userName.parentElement ? { parent: userName.parentElement, before: null } : null;
}

/** The row of reply, repost, like …: the outer tweet's, wherever X nests it. */
function actionBarOf(article: Element): Element | null {
  // A long article repeats the bar under its title; the one at the foot is the tweet's own.
  const buttons = article.querySelectorAll(selectors.replyButton);
  let at = buttons.length - 1;
  while (buttons[at] && buttons[at]?.closest(selectors.tweet) !== article) at--;
  const button = buttons[at];
  const bar = button?.closest(selectors.actionBar);
  return bar && article.contains(bar) ? bar : null;
}

/** Finds the places on an article. Pure reading; nothing is changed. */
export function findPlaces(article: Element): Places {
  return { header: headerOf(article), actionBar: actionBarOf(article) };
}

/** The tweet that an event inside X's page belongs to, or null. */
export function articleAt(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest(selectors.tweet) : null;
}

/** True inside private messages, where Hark has no business. */
export function isPrivate(element: Element): boolean {
  return element.closest(selectors.messages) !== null;
}
