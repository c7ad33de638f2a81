import { isLoggedOutApp } from './page';
import { findTweets, readTweet } from './read';
import type { Tweet } from './tweet';

/** What a saved page of X holds. */
export type SavedPage = { ok: true; tweets: Tweet[] } | { ok: false; reason: string };

/** Reads all tweets of a saved page. A page that Hark cannot work with is told apart from an empty one. */
export function readSavedPage(document: Document): SavedPage {
  const articles = findTweets(document);
  if (articles.length > 0) return { ok: true, tweets: articles.map(readTweet) };
  if (isLoggedOutApp(document)) {
    return {
      ok: false,
      reason: 'This is the page that X shows to visitors who are not logged in. Log in to X and save the page again.',
    };
  }
  return {
    ok: false,
    reason:
      'There is no tweet in this page. Save it while tweets are on screen; if it shows tweets, X has changed its markup.',
  };
}
