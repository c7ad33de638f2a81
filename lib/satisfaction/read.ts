import type { Case, Entry } from '../cases/case';
import { latestTweet } from '../cases/describe';
import { REOPEN_WITHIN } from '../cases/opening';

type TweetEntry = Extract<Entry, { kind: 'tweet' }>;

/** A customer's tweet that may say what they think of a resolution, and when that was. */
export interface WordToRead {
  tweet: TweetEntry;
  resolvedAt: number;
}

/**
 * The customer's latest tweet, if it was written after their case was resolved and nothing has been noted of it yet;
 * null otherwise. The case may be open again by now.
 */
export function wordToRead({ resolvedAt }: Pick<Case, 'resolvedAt'>, history: readonly Entry[]): WordToRead | null {
  const tweet = latestTweet(history);
  if (!tweet) return null;
  const before = history.filter(
    (entry) =>
      entry.kind === 'change' &&
      entry.change.what === 'status' &&
      entry.change.to === 'resolved' &&
      entry.at < tweet.at,
  );
  const last = Math.max(...before.map(({ at }) => at), resolvedAt !== null && resolvedAt < tweet.at ? resolvedAt : -1);
  if (last < 0 || tweet.at - last > REOPEN_WITHIN) return null;
  const noted = history.some(
    (entry) =>
      entry.kind === 'change' &&
      entry.at >= tweet.at &&
      (entry.change.what === 'satisfied' || (entry.change.what === 'status' && entry.change.to === 'resolved')),
  );
  return noted ? null : { tweet, resolvedAt: last };
}
