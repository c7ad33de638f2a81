import { isUnspaced } from '../text/words';
import type { Watchlist } from '../watchlist/watchlist';

/** A place on X where tweets for the brand turn up. */
export interface WatchLink {
  label: string;
  /** What is found there, in a few words. */
  about: string;
  url: string;
}

/** X cuts longer queries off; published limits differ, this is below all of them. */
export const QUERY_LENGTH = 450;

/** Trouble in the words that most people use, to go with words of the trade. X searches whole words. */
const TROUBLE = [
  'down',
  'out',
  'outage',
  'dead',
  'slow',
  '"not working"',
  'caído',
  'sin',
  'panne',
  'Ausfall',
  'gangguan',
];

function quoted(phrase: string): string {
  return /[\s"':()-]/.test(phrase) || isUnspaced(phrase) ? `"${phrase.replaceAll('"', '')}"` : phrase;
}

/**
 * Joins alternatives into as few queries as X's limit allows, each with the same ending.
 * An alternative too long for a query of its own is left out.
 */
function split(alternatives: readonly string[], ending: string): string[] {
  const queries: string[] = [];
  let group: string[] = [];
  const write = (items: readonly string[]): string =>
    `${items.length > 1 ? `(${items.join(' OR ')})` : items.join('')}${ending}`;
  for (const alternative of alternatives) {
    if (write([alternative]).length > QUERY_LENGTH) continue;
    if (group.length > 0 && write([...group, alternative]).length > QUERY_LENGTH) {
      queries.push(write(group));
      group = [];
    }
    group.push(alternative);
  }
  if (group.length > 0) queries.push(write(group));
  return queries;
}

/** Leaves out the brand's own accounts, as many as fit into half a query. */
function without(watchlist: Watchlist): string {
  let ending = '';
  for (const handle of [...watchlist.handles, ...watchlist.accounts]) {
    const more = ` -from:${handle}`;
    if (ending.length + more.length > QUERY_LENGTH / 2) break;
    ending += more;
  }
  return ending;
}

/** The address of X's live search. */
export function liveSearch(query: string): string {
  return `https://x.com/search?q=${encodeURIComponent(query)}&f=live`;
}

/**
 * Links to X's own live search and mentions for a watchlist. Home rarely shows "my cable is out"; search does.
 *
 * @param account the rep's handle, for their lists; may be empty
 */
export function watchLinks(watchlist: Watchlist, account: string): WatchLink[] {
  const ending = without(watchlist);
  const languages =
    watchlist.languages.length > 0 && watchlist.languages.length <= 5
      ? ` (${watchlist.languages.map((language) => `lang:${language}`).join(' OR ')})`
      : '';
  const numbered = (label: string, about: string, queries: readonly string[]): WatchLink[] =>
    queries.map((query, index) => ({
      label: queries.length > 1 ? `${label}, part ${index + 1} of ${queries.length}` : label,
      about,
      url: liveSearch(query),
    }));
  const handles = watchlist.handles.map((handle) => `@${handle}`);
  const names = [...watchlist.terms, ...watchlist.misspellings].map(quoted);
  const links = [
    ...numbered('Everyone who names you', 'Handles, brand names and misspellings, newest first', [
      ...split([...handles, ...names], ending),
    ]),
    ...numbered('Untagged trouble', 'Words of your trade beside trouble, nobody named', [
      ...split(watchlist.categories.map(quoted), ` (${TROUBLE.join(' OR ')})${languages}${ending}`),
    ]),
    {
      label: 'Mentions',
      about: 'X’s own list of tweets that name the account you are in',
      url: 'https://x.com/notifications/mentions',
    },
  ];
  if (account) links.push({ label: 'Your lists', about: 'Lists you made on X', url: `https://x.com/${account}/lists` });
  return links;
}
