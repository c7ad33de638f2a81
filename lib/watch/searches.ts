import { languageName, xCode } from '../text/language-names';
import { isUnspaced } from '../text/words';
import type { Watchlist } from '../watchlist/watchlist';
import { knowsTrouble, tongueOf, troubleIn } from './tongues';

/** A place on X where tweets for the brand turn up. */
export interface WatchLink {
  label: string;
  /** What is found there, in a few words. */
  about: string;
  /** What had to be left out, in a sentence or two; null if nothing was, or if the part before says so. */
  leftOut: string | null;
  /** It asks in languages that the watchlist does not name: most teams have no use for it. */
  isSpare: boolean;
  url: string;
}

/** X cuts longer queries off; published limits differ, this is below all of them. */
export const QUERY_LENGTH = 450;

/**
 * With too many operators X's search finds nothing. X names no number; those who collect what is known of its search
 * (igorbrigadir/twitter-advanced-search on GitHub) take it for 22 or 23, and this is below.
 */
export const QUERY_OPERATORS = 20;

/** The operators of a query that count: OR, what is left out, and languages. Words in quotes are none. */
export function countOperators(query: string): number {
  return query.replace(/"[^"]*"/g, '').match(/\bOR\b|(?<=\s)-|\blang:/g)?.length ?? 0;
}

/** Words of trouble in one query, and languages that share them: a search needs room for words of the trade. */
const TROUBLE_WORDS = 6;
const LANGUAGES_A_QUERY = 3;

/** Languages by which teams that name none are served, as far as words of theirs are watched; English always is. */
const UNNAMED: readonly (readonly string[])[] = [
  ['en'],
  ['es', 'pt', 'fr', 'de', 'it', 'in'],
  ['tl', 'tr', 'ar', 'iw', 'ja', 'th'],
];

function quoted(phrase: string): string {
  return /[\s"':()-]/.test(phrase) || isUnspaced(phrase) ? `"${phrase.replaceAll('"', '')}"` : phrase;
}

const anyOf = (alternatives: readonly string[]): string =>
  alternatives.length > 1 ? `(${alternatives.join(' OR ')})` : alternatives.join('');

const fits = (query: string): boolean => query.length <= QUERY_LENGTH && countOperators(query) <= QUERY_OPERATORS;

/** Joins alternatives into as few queries as X's limits allow, each with the same ending. */
function split(alternatives: readonly string[], ending: string): string[] {
  const queries: string[] = [];
  let group: string[] = [];
  for (const alternative of alternatives) {
    if (group.length > 0 && !fits(anyOf([...group, alternative]) + ending)) {
      queries.push(anyOf(group) + ending);
      group = [];
    }
    group.push(alternative);
  }
  if (group.length > 0) queries.push(anyOf(group) + ending);
  return queries;
}

/**
 * Leaves out the brand's own accounts: as many as fit into half of what else stands in a query, so that there is room
 * for what is looked for.
 */
function without(accounts: readonly string[], beside: string): { ending: string; leftOut: string[] } {
  const most = Math.floor((QUERY_OPERATORS - countOperators(beside)) / 2);
  let ending = '';
  let count = 0;
  for (const account of accounts.slice(0, most)) {
    const more = ` -from:${account}`;
    if (ending.length + more.length > (QUERY_LENGTH - beside.length) / 2) break;
    ending += more;
    count++;
  }
  const rest = accounts.length - count;
  const leftOut =
    rest === 0
      ? []
      : [
          `${rest} of your ${accounts.length} accounts ${rest === 1 ? 'shows' : 'show'} there too: X takes no longer search.`,
        ];
  return { ending, leftOut };
}

/** The address of X's live search. */
export function liveSearch(query: string): string {
  return `https://x.com/search?q=${encodeURIComponent(query)}&f=live`;
}

const named = (languages: readonly string[]): string =>
  new Intl.ListFormat('en-GB').format(languages.map((lang) => languageName(lang)));

type Search = Pick<WatchLink, 'about' | 'leftOut'> & { query: string };

const said = (sentences: readonly string[]): string | null => sentences.join(' ') || null;

/** Searches for any of these words; the first of them says what was left out. */
function searchesFor(words: readonly string[], ending: string, about: string, leftOut: readonly string[]): Search[] {
  return split(words, ending).map((query, part) => ({ query, about, leftOut: part === 0 ? said(leftOut) : null }));
}

/** Links to searches, numbered where there are several. */
function numbered(label: string, searches: readonly Search[], isSpare = false): WatchLink[] {
  return searches.map(({ query, about, leftOut }, index) => ({
    label: searches.length > 1 ? `${label}, part ${index + 1} of ${searches.length}` : label,
    about,
    leftOut,
    isSpare,
    url: liveSearch(query),
  }));
}

/** Languages in groups whose words of trouble share a query. */
function groupsOf({ languages, categories }: Watchlist): (readonly string[])[] {
  if (languages.length === 0) {
    const watched = new Set(['en', ...categories.map(tongueOf)]);
    return UNNAMED.map((group) => group.filter((lang) => watched.has(lang))).filter((group) => group.length > 0);
  }
  const codes = [...new Set(languages.map(xCode))];
  return Array.from({ length: Math.ceil(codes.length / LANGUAGES_A_QUERY) }, (_, at) =>
    codes.slice(at * LANGUAGES_A_QUERY, (at + 1) * LANGUAGES_A_QUERY),
  );
}

/** Searches for words of the trade beside words of trouble of the same languages. */
function untaggedIn(
  languages: readonly string[],
  { categories, languages: answered }: Watchlist,
  accounts: readonly string[],
  about: string,
): Search[] {
  const words = categories.filter((word) => {
    const tongue = tongueOf(word);
    return tongue === null || languages.includes(tongue);
  });
  const trouble = anyOf(troubleIn(languages, TROUBLE_WORDS).map(quoted));
  const only = answered.length > 0 ? ` ${anyOf(languages.map((lang) => `lang:${lang}`))}` : '';
  const beside = ` ${trouble}${only}`;
  const own = without(accounts, beside);
  const unknown = languages.filter((lang) => !knowsTrouble(lang));
  return searchesFor(words.map(quoted), beside + own.ending, about, [
    ...own.leftOut,
    ...(unknown.length > 0 ? [`Trouble is looked for in English words: Hark knows none in ${named(unknown)}.`] : []),
  ]);
}

const SPARE = 'Untagged trouble in other languages';

function untagged(watchlist: Watchlist, accounts: readonly string[]): WatchLink[] {
  const groups = groupsOf(watchlist);
  const found = groups.map((languages) => {
    const where = groups.length > 1 ? ` in ${named(languages)}` : '';
    return untaggedIn(languages, watchlist, accounts, `Words of your trade beside trouble${where}, nobody named`);
  });
  const spare = watchlist.languages.length === 0 ? found.splice(1).flat() : [];
  const [first, ...more] = found.flat();
  if (!first) return numbered(SPARE, spare, true);
  const asked = new Set<string | null>([null, ...groups.flat()]);
  const unasked = watchlist.categories.filter((word) => !asked.has(tongueOf(word))).length;
  const words =
    unasked === 1
      ? '1 word of a language that you do not answer is'
      : `${unasked} words of languages that you do not answer are`;
  const leftOut = said([...(first.leftOut ? [first.leftOut] : []), ...(unasked > 0 ? [`${words} left out.`] : [])]);
  return [...numbered('Untagged trouble', [{ ...first, leftOut }, ...more]), ...numbered(SPARE, spare, true)];
}

/**
 * Links to X's own live search and mentions for a watchlist. Home rarely shows "my cable is out"; search does.
 *
 * @param account the rep's handle, for their lists; may be empty
 * @param posting all accounts as which the brand posts, the reps' among them: what they say is not looked for
 */
export function watchLinks(watchlist: Watchlist, account: string, posting: ReadonlySet<string>): WatchLink[] {
  const accounts = [...posting];
  const handles = watchlist.handles.map((handle) => `@${handle}`);
  const names = [...watchlist.terms, ...watchlist.misspellings].map(quoted);
  const own = without(accounts, '');
  const about = 'Handles, brand names and misspellings, newest first';
  const links = [
    ...numbered('Everyone who names you', searchesFor([...handles, ...names], own.ending, about, own.leftOut)),
    ...untagged(watchlist, accounts),
    {
      label: 'Mentions',
      about: 'X’s own list of tweets that name the account you are in',
      leftOut: null,
      isSpare: false,
      url: 'https://x.com/notifications/mentions',
    },
  ];
  if (account) {
    const url = `https://x.com/${account}/lists`;
    links.push({ label: 'Your lists', about: 'Lists you made on X', leftOut: null, isSpare: false, url });
  }
  return links;
}
