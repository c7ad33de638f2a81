import { z } from '../schema';
import type { Watchlist } from './watchlist';

const handle = z
  .string()
  .trim()
  .transform((text) => text.replace(/^(?:https?:\/\/)?(?:www\.)?(?:x|twitter)\.com\//i, '').replace(/^[@＠]/, ''))
  .pipe(
    z.string().regex(/^[A-Za-z0-9_]{1,15}$/, 'A handle has 1 to 15 letters, digits or underscores, like @YourBrand.'),
  );

const phrase = z
  .string()
  .trim()
  .min(1, 'This line is empty.')
  .max(60, 'Longer than 60 characters: use a shorter phrase.')
  .regex(/[\p{L}\p{N}]/u, 'There is no word in this.');

const language = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z]{2,3}$/, 'Use a language code like en, es or tl.');

/** A list without doubles, however they are written. */
function listOf(item: typeof phrase | typeof handle | typeof language) {
  return z
    .array(item)
    .max(500, 'More than 500 lines: shorten the list.')
    .default([])
    .transform((items) => [...new Map(items.map((text) => [text.toLowerCase(), text])).values()]);
}

/** Checks and tidies a watchlist from a form or a file. Only `handles` is required; unknown keys are refused. */
export const watchlistSchema = z.strictObject({
  handles: listOf(handle).refine((items) => items.length > 0, 'Name at least one handle, like @YourBrand.'),
  accounts: listOf(handle),
  terms: listOf(phrase),
  misspellings: listOf(phrase),
  categories: listOf(phrase),
  exclusions: listOf(phrase),
  places: listOf(phrase),
  languages: listOf(language),
}) satisfies z.ZodType<Watchlist>;

/** One thing wrong with a watchlist, at its place. */
export interface WatchlistProblem {
  list: keyof Watchlist | null;
  /** Position in the list, from 0; null if it concerns the whole list. */
  index: number | null;
  message: string;
}

/** Result of reading a watchlist. */
export type WatchlistResult = { ok: true; watchlist: Watchlist } | { ok: false; problems: WatchlistProblem[] };

const lists = Object.keys(watchlistSchema.shape) as (keyof Watchlist)[];

/** Checks anything that claims to be a watchlist. Never throws. */
export function checkWatchlist(value: unknown): WatchlistResult {
  const checked = watchlistSchema.safeParse(value);
  if (checked.success) return { ok: true, watchlist: checked.data };
  return {
    ok: false,
    problems: checked.error.issues.map((issue) => {
      const [list, index] = issue.path;
      const known = lists.find((name) => name === list) ?? null;
      return {
        list: known,
        index: typeof index === 'number' ? index : null,
        message:
          issue.code === 'unrecognized_keys'
            ? `Unknown key ${issue.keys.map((key) => `"${key}"`).join(', ')}. Known keys: ${lists.join(', ')}.`
            : issue.code === 'invalid_type' && known && issue.path.length === 1
              ? `"${known}" must be a list.`
              : issue.code === 'invalid_type' && !known
                ? 'A watchlist is an object with lists, at least {"handles": ["YourBrand"]}.'
                : issue.message,
      };
    }),
  };
}

/** Reads a watchlist from the text of a JSON file. Never throws. */
export function parseWatchlist(json: string): WatchlistResult {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return {
      ok: false,
      problems: [
        { list: null, index: null, message: 'This is not a JSON file. Export a watchlist to see the format.' },
      ],
    };
  }
  return checkWatchlist(value);
}

/** The text of an export file. */
export function formatWatchlist(watchlist: Watchlist): string {
  return `${JSON.stringify(watchlist, null, 2)}\n`;
}
