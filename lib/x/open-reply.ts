import type { Inserted } from '../protocol';
import { type Composer, openComposers, readAnswered } from './composer';
import { findPlaces } from './place';
import { findTweets, readTweet } from './read';
import { selectors } from './selectors';

/** The composer that answers a tweet, or why there is none. */
export type OpenedReply = { ok: true; composer: Composer } | Extract<Inserted, { ok: false }>;

/** How long X may take to open a reply, in milliseconds, and how often it is looked for. */
const OPENS_WITHIN = 5_000;
const LOOK_EVERY = 40;

/**
 * Gives the composer that answers a tweet: the one that is open, or the one that X's own reply button opens. Never one
 * that answers anything else. Only ever called for a rep's own click.
 */
export async function openReply(tweetId: string): Promise<OpenedReply> {
  const open = composerFor(tweetId);
  if (open) return { ok: true, composer: open };
  const modal = modalOn(document);
  if (modal && openComposers(document).some(({ root }) => isOwnComposer(root, modal))) {
    return {
      ok: false,
      why: 'occupied',
      reason: 'X’s composer is open for something else. Post that or close it first.',
    };
  }
  const button = replyButtonOf(tweetId, modal ?? document);
  if (!button) return { ok: false, why: 'gone', reason: 'This tweet is not on screen, or it was deleted.' };
  if (button.matches(selectors.disabled)) {
    return { ok: false, why: 'refused', reason: 'X does not let this account answer this tweet.' };
  }
  button.click();
  const end = performance.now() + OPENS_WITHIN;
  while (performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
    const composer = composerFor(tweetId);
    if (composer) return { ok: true, composer };
  }
  return { ok: false, why: 'refused', reason: 'X did not open the reply. The tweet may have been deleted meanwhile.' };
}

/** The open composer that answers a tweet; where a dialog lies over the page, the one in there. */
function composerFor(tweetId: string): Composer | null {
  const modal = modalOn(document);
  const within = openComposers(document).filter(({ root }) => !modal || modal.contains(root));
  return within.findLast((composer) => readAnswered(composer).answered?.tweet.id === tweetId) ?? null;
}

/** The dialog that lies over everything else, or null. */
function modalOn(document: Document): Element | null {
  return [...document.querySelectorAll(selectors.modal)].findLast((dialog) => dialog.closest(selectors.layers)) ?? null;
}

/** True for the composer of which a dialog is made; the one of a conversation in the photo viewer is in a cell. */
function isOwnComposer(root: Element, modal: Element): boolean {
  return root.closest(`${selectors.cell}, ${selectors.dialog}`) === modal;
}

function replyButtonOf(tweetId: string, within: ParentNode): HTMLElement | null {
  const articles = findTweets(within).filter((article) => readTweet(article).id === tweetId);
  const buttons = articles.map((article) => findPlaces(article).actionBar?.querySelector(selectors.replyButton));
  return buttons.find((button): button is HTMLElement => button instanceof HTMLElement) ?? null;
}
