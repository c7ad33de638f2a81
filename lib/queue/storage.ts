import { browser } from 'wxt/browser';
import type { Tally } from './funnel';
import type { QueuedTweet } from './queue';

/*
 * Where the list is kept: in the browser's memory until it is closed, never on disk. One key a tweet, so that a change
 * costs what has changed. Only the worker writes; what the panel wants it asks for by message.
 */

const ROW = 'queue:';
/** Differs after each change, so that whoever has read the list knows whether that still holds. */
const STAMP = 'queueStamp';
const TALLY = 'funnelTally';

const keyOf = (tweetId: string): string => ROW + tweetId;

/** Reads the whole list. */
export async function readQueue(): Promise<Map<string, QueuedTweet>> {
  const all = Object.entries(await browser.storage.session.get(null));
  return new Map(
    all.filter(([key]) => key.startsWith(ROW)).map(([key, row]) => [key.slice(ROW.length), row]) as [
      string,
      QueuedTweet,
    ][],
  );
}

/** The stamp of the latest change; null before the first one. */
export async function readStamp(): Promise<string | null> {
  return ((await browser.storage.session.get(STAMP))[STAMP] as string | undefined) ?? null;
}

/** Writes and removes rows of the list; gives the stamp of this change. */
export async function writeQueue(put: readonly QueuedTweet[], remove: readonly string[]): Promise<string> {
  const stamp = crypto.randomUUID();
  const rows = Object.fromEntries(put.map((row) => [keyOf(row.tweet.id), row]));
  if (remove.length > 0) await browser.storage.session.remove(remove.map(keyOf));
  await browser.storage.session.set({ ...rows, [STAMP]: stamp });
  return stamp;
}

/** Calls back with each change of the list: rows by id, null for those that went. Returns the function that stops it. */
export function onQueue(callback: (changes: ReadonlyMap<string, QueuedTweet | null>) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>): void => {
    const rows = Object.entries(changes)
      .filter(([key]) => key.startsWith(ROW))
      .map(([key, { newValue }]) => [key.slice(ROW.length), (newValue as QueuedTweet | undefined) ?? null] as const);
    if (rows.length > 0) callback(new Map(rows));
  };
  browser.storage.session.onChanged.addListener(listener);
  return () => browser.storage.session.onChanged.removeListener(listener);
}

/** Reads which tweets were counted today; null if none were. */
export async function readTally(): Promise<Tally | null> {
  return ((await browser.storage.session.get(TALLY))[TALLY] as Tally | undefined) ?? null;
}

/** Writes which tweets were counted today. */
export async function writeTally(tally: Tally): Promise<void> {
  await browser.storage.session.set({ [TALLY]: tally });
}
