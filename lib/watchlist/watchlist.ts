/**
 * What a team watches for. Plain data: the schema that checks it is in `schema.ts`, apart, so that the page's code
 * carries no validator.
 */
export interface Watchlist {
  /** The brand's accounts that customers write to, without "@". A tweet that names one is about the brand. */
  handles: string[];
  /** Further accounts of the brand: named reps, marketing, regions. Their own tweets are never marked. */
  accounts: string[];
  /** The brand's and its products' names. */
  terms: string[];
  /** What angry or hurried people write instead. */
  misspellings: string[];
  /** Words of the trade ("internet", "signal"): they count only together with trouble. */
  categories: string[];
  /** Words and phrases that show that a tweet is about something else ("paper lantern"). */
  exclusions: string[];
  /** Cities, areas and shops that the brand serves: with a name of the brand they make it more likely meant. */
  places: string[];
  /** Languages the team answers, as X's codes; empty means all. Others are marked only if they name a handle. */
  languages: string[];
}

/** A watchlist in which nothing is watched yet. */
export const emptyWatchlist: Watchlist = {
  handles: [],
  accounts: [],
  terms: [],
  misspellings: [],
  categories: [],
  exclusions: [],
  places: [],
  languages: [],
};

/** All accounts that speak for the brand, lower case. */
export function brandAccounts(watchlist: Watchlist): Set<string> {
  return new Set([...watchlist.handles, ...watchlist.accounts].map((handle) => handle.toLowerCase()));
}

/** True if there is anything to watch for. */
export function isWatching(watchlist: Watchlist): boolean {
  return watchlist.handles.length + watchlist.terms.length + watchlist.categories.length > 0;
}
