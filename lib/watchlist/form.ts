import type { Preset } from './presets';
import { checkWatchlist, type WatchlistResult } from './schema';
import type { Watchlist } from './watchlist';

/** A watchlist as it is edited: each list a text with one item a line. */
export type WatchlistForm = Record<keyof Watchlist, string>;

/** All lists, in the order in which they are filled in. */
export const listNames = [
  'handles',
  'accounts',
  'terms',
  'misspellings',
  'categories',
  'exclusions',
  'places',
  'languages',
] as const satisfies readonly (keyof Watchlist)[];

/** One thing wrong in a form, at its line. */
export interface FormProblem {
  list: keyof Watchlist | null;
  /** Line of the list's text, from 0; null if it concerns the whole list. */
  line: number | null;
  message: string;
}

/** The texts to edit a watchlist. */
export function toForm(watchlist: Watchlist): WatchlistForm {
  return mapLists((list) => watchlist[list].join('\n'));
}

/** Reads and checks a form. Empty lines are passed over; problems name the line that they stand on. */
export function readForm(
  form: WatchlistForm,
): { ok: true; watchlist: Watchlist } | { ok: false; problems: FormProblem[] } {
  const result: WatchlistResult = checkWatchlist(mapLists((list) => itemsOf(form[list]).map((item) => item.text)));
  if (result.ok) return result;
  return {
    ok: false,
    problems: result.problems.map(({ list, index, message }) => ({
      list,
      line: list && index !== null ? (itemsOf(form[list])[index]?.line ?? null) : null,
      message,
    })),
  };
}

/** Reads what can be read: lists with a problem are taken without their wrong lines. For trying out, not for saving. */
export function readFormLeniently(form: WatchlistForm): Watchlist {
  const result = readForm(form);
  if (result.ok) return result.watchlist;
  const wrong = new Set(result.problems.map(({ list, line }) => `${list}:${line}`));
  const rest = mapLists((list) =>
    form[list]
      .split('\n')
      .filter((_, line) => !wrong.has(`${list}:${line}`))
      .join('\n'),
  );
  // A watchlist needs a handle, trying one out does not.
  const handles = itemsOf(rest.handles).length > 0 ? rest.handles : 'x';
  const retried = readForm({ ...rest, handles });
  const empty = mapLists<string[]>(() => []);
  if (!retried.ok) return empty;
  return handles === rest.handles ? retried.watchlist : { ...retried.watchlist, handles: [] };
}

/** Adds a preset's words to a form, leaving out what is there already. */
export function addPreset(form: WatchlistForm, preset: Preset): WatchlistForm {
  const added = { ...form };
  for (const list of ['categories', 'exclusions'] as const) {
    const known = itemsOf(form[list]).map((item) => item.text);
    const seen = new Set(known.map((text) => text.toLowerCase()));
    added[list] = [...known, ...preset.lists[list].filter((text) => !seen.has(text.toLowerCase()))].join('\n');
  }
  return added;
}

/** What would change in one list. */
export interface ListDifference {
  list: keyof Watchlist;
  added: string[];
  removed: string[];
}

/** What changes from one watchlist to another; empty if nothing does. */
export function differences(from: Watchlist, to: Watchlist): ListDifference[] {
  return listNames
    .map((list) => ({
      list,
      added: to[list].filter((item) => !from[list].includes(item)),
      removed: from[list].filter((item) => !to[list].includes(item)),
    }))
    .filter(({ added, removed }) => added.length + removed.length > 0);
}

function itemsOf(text: string): { text: string; line: number }[] {
  return text
    .split('\n')
    .map((item, line) => ({ text: item.trim(), line }))
    .filter((item) => item.text !== '');
}

function mapLists<Value>(make: (list: keyof Watchlist) => Value): Record<keyof Watchlist, Value> {
  return {
    handles: make('handles'),
    accounts: make('accounts'),
    terms: make('terms'),
    misspellings: make('misspellings'),
    categories: make('categories'),
    exclusions: make('exclusions'),
    places: make('places'),
    languages: make('languages'),
  };
}
