import type { PracticePerson, PracticeTweet } from '../data/types';
import { hash32, statusId } from './ids';

/** A tweet as the page holds it: ids instead of keys, a time instead of an age, and counts. */
export interface Status extends Omit<PracticeTweet, 'replyTo' | 'quote' | 'truth' | 'ago'> {
  id: string;
  time: number;
  replyTo?: string;
  quote?: string;
  counts: Counts;
  liked?: boolean;
  media?: string[];
  /** A long article: its first line is the title. Only the status page shows the body. */
  article?: boolean;
  /** Its text was set by the composer: it has no invented replies. */
  own?: boolean;
}

export interface Counts {
  reply: number;
  retweet: number;
  like: number;
  bookmark: number;
  view: number;
}

/** Invented but stable counts: most tweets are small, a few are not. */
function countsFor(key: string): Counts {
  const seed = hash32(`counts:${key}`);
  const size = [3, 12, 40, 40, 180, 900, 12_000][seed % 7] ?? 12;
  const part = (shift: number) => ((seed >>> shift) % 97) / 97;
  return {
    reply: Math.floor(size * part(3) * 0.2),
    retweet: Math.floor(size * part(7) * 0.3),
    like: Math.floor(size * part(11)),
    bookmark: Math.floor(size * part(15) * 0.1),
    view: Math.floor(size * (20 + part(19) * 60)),
  };
}

/** Turn content into statuses; references to unknown keys are dropped rather than shown broken. */
export function toStatuses(tweets: readonly PracticeTweet[], now: number): Status[] {
  const ids = new Map(tweets.map((tweet) => [tweet.key, statusId(tweet.key, tweet.ago)]));
  return tweets.map((tweet) => toStatus(tweet, ids, now));
}

export function toStatus(tweet: PracticeTweet, ids: ReadonlyMap<string, string>, now: number): Status {
  const { ago, replyTo, quote, truth: _truth, ...rest } = tweet;
  const status: Status = {
    ...rest,
    id: ids.get(tweet.key) ?? statusId(tweet.key, ago),
    time: Math.floor((now - ago * 60_000) / 1000) * 1000,
    counts: countsFor(tweet.key),
  };
  // A test may know only the id, of what the composer posted for example.
  const resolve = (key?: string) => (key && /^\d{15,}$/.test(key) ? key : key && ids.get(key));
  const parent = resolve(replyTo);
  const quoted = resolve(quote);
  if (parent) status.replyTo = parent;
  if (quoted) status.quote = quoted;
  return status;
}

/** Somebody the data does not describe still gets a name: "brave_otter7" becomes "Brave Otter". */
export function invented(handle: string): PracticePerson {
  const words = handle.replace(/\d+$/, '').split(/_|(?<=[a-z])(?=[A-Z])/);
  const name = words
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
  return { handle, name: name || handle };
}
