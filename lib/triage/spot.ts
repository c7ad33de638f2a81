import { xCode } from '../text/language-names';
import { type Found, PhraseFinder } from '../text/phrases';
import { type Word, wordsOf } from '../text/words';
import { brandAccounts, type Watchlist } from '../watchlist/watchlist';
import { type Judgeable, mentionsIn } from './judgement';

/** What of the watchlist stands in a tweet. */
export interface Spotted {
  /** A handle of the brand, without "@". */
  handle: string | null;
  /** The brand's names. */
  named: readonly Found<Term>[];
  /** Words of the trade. */
  trade: readonly Found<Term>[];
  /** Phrases that say that names and words of the trade mean something else here ("paper lantern"). */
  excluded: readonly Found<Term>[];
  /** The tweet's words, for whoever looks further. */
  words: readonly Word[];
}

type Term = 'term' | 'category' | 'exclusion';

/**
 * Looks whether anything of the watchlist stands in a tweet; null if not. It is all that most tweets need, and cheap:
 * the page asks the worker to judge only what was spotted.
 */
export type Spotter = (tweet: Judgeable) => Spotted | null;

/** Characters that are looked at. X's longest posts have 25,000; who needs an answer says so sooner. */
export const JUDGED = 5_000;

/** Makes a spotter for a watchlist. Paid posts and the brand's own accounts are nothing to it. */
export function makeSpotter(watchlist: Watchlist): Spotter {
  const own = brandAccounts(watchlist);
  const handles = new Set(watchlist.handles.map((handle) => handle.toLowerCase()));
  const answered = new Set(watchlist.languages.map(xCode));
  const finder = new PhraseFinder<Term>([
    ...[...watchlist.terms, ...watchlist.misspellings].map((phrase) => [phrase, 'term'] as const),
    ...watchlist.categories.map((phrase) => [phrase, 'category'] as const),
    ...watchlist.exclusions.map((phrase) => [phrase, 'exclusion'] as const),
  ]);

  const handleIn = ({ mentions, text }: Judgeable): string | null => {
    for (const mention of mentions) if (own.has(mention.toLowerCase())) return mention;
    if (mentions.length === 0) {
      // Where X did not link it (renamed accounts, truncated texts) the text still names it.
      for (const name of mentionsIn(text)) if (handles.has(name.toLowerCase())) return name;
    }
    return null;
  };

  return (tweet) => {
    if (tweet.ad || (tweet.handle !== null && own.has(tweet.handle.toLowerCase()))) return null;
    const text = tweet.text.length > JUDGED ? tweet.text.slice(0, JUDGED) : tweet.text;
    const handle = handleIn(tweet);
    // Nearly all tweets end here: splitting them into words would cost more than all the rest.
    if (!handle && !finder.mayFind(text)) return null;
    const words = wordsOf(text);
    const found = finder.find(text, words);
    if (!handle) {
      if (found.length === 0) return null;
      const foreign = answered.size > 0 && isLanguage(tweet.lang) && !answered.has(tweet.lang);
      if (foreign) return null;
    }
    const excluded = found.filter(({ tag }) => tag === 'exclusion');
    const named = excluded.length > 0 ? [] : found.filter(({ tag }) => tag === 'term');
    const trade = excluded.length > 0 ? [] : found.filter(({ tag }) => tag === 'category');
    return handle || named.length + trade.length > 0 ? { handle, named, trade, excluded, words } : null;
  };
}

/** False for X's codes for "no language": only emoji, only links, unknown … */
export function isLanguage(lang: string | null): lang is string {
  return lang !== null && lang !== 'und' && lang !== 'art' && !lang.startsWith('q') && lang !== 'zxx';
}
