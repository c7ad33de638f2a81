import { z } from '../schema';
import type { Watchlist } from './watchlist';

/** No watchlist is longer, in characters: a file that is need not be read. */
const LONGEST_FILE = 1_000_000;
const MOST_LINES = 500;
/** More than this is wrong with no watchlist, but with what is none. */
const MOST_PROBLEMS = 50;
/** Halves of characters, and signs that nobody sees but that turn what stands beside them round. */
const UNSEEN = /(?!\t)\p{Cc}|[\p{Surrogate}\u202a-\u202e\u2066-\u2069]/u;

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
  .regex(/[\p{L}\p{N}]/u, 'There is no word in this.')
  .refine((text) => !UNSEEN.test(text), 'There are signs in this that cannot be seen. Type it anew.');

const language = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z]{2,3}$/, 'Use a language code like en, es or tl.');

/** A list without doubles, however they are written. */
function listOf(item: typeof phrase | typeof handle | typeof language) {
  return z
    .array(z.unknown())
    .max(MOST_LINES, `More than ${MOST_LINES} lines: shorten the list.`)
    .default([])
    .pipe(z.array(item))
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
    problems: checked.error.issues.slice(0, MOST_PROBLEMS).map((issue) => {
      const [list, index] = issue.path;
      const known = lists.find((name) => name === list) ?? null;
      return {
        list: known,
        index: typeof index === 'number' ? index : null,
        message:
          issue.code === 'unrecognized_keys'
            ? `Unknown key ${namesOf(issue.keys)}. Known keys: ${lists.join(', ')}.`
            : issue.code === 'invalid_type' && known && issue.path.length === 1
              ? `"${known}" must be a list.`
              : issue.code === 'invalid_type' && !known
                ? 'A watchlist is an object with lists, at least {"handles": ["YourBrand"]}.'
                : issue.message,
      };
    }),
  };
}

function namesOf(keys: readonly string[]): string {
  const named = keys.slice(0, 5).map((key) => `"${key.slice(0, 40)}"`);
  return keys.length > named.length ? `${named.join(', ')} and ${keys.length - named.length} more` : named.join(', ');
}

function refused(message: string): WatchlistResult {
  return { ok: false, problems: [{ list: null, index: null, message }] };
}

const TOO_LONG = 'This file is longer than any watchlist is. Export a watchlist to see the format.';

/** Reads a watchlist from a file that the rep has chosen. One that is too long is refused before it is read. */
export async function readWatchlistFile(file: Blob): Promise<WatchlistResult> {
  // A character takes four bytes at most.
  if (file.size > LONGEST_FILE * 4) return refused(TOO_LONG);
  try {
    return parseWatchlist(await file.text());
  } catch {
    return refused('The file could not be read: it is gone or locked.');
  }
}

/** Reads a watchlist from the text of a JSON file. Never throws. */
export function parseWatchlist(json: string): WatchlistResult {
  if (json.length > LONGEST_FILE) return refused(TOO_LONG);
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return refused('This is not a JSON file. Export a watchlist to see the format.');
  }
  return checkWatchlist(value);
}

/** The text of an export file. */
export function formatWatchlist(watchlist: Watchlist): string {
  return `${JSON.stringify(watchlist, null, 2)}\n`;
}
