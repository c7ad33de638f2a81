import type { SentTweet } from '../protocol';
import { type Judgement, pressures } from '../triage/judgement';

/** What takes a tweet off the list: the rep, a case, or an answer of the brand that was seen. */
export const leavings = ['dealt', 'elsewhere', 'notOurs', 'case', 'answered'] as const;
export type Leaving = (typeof leavings)[number];

/** A tweet that needs an answer, as the list keeps it. Times are milliseconds since 1970. */
export interface QueuedTweet {
  /** The text is clipped: the whole of it stands on X. */
  tweet: SentTweet;
  judgement: Judgement;
  /** When it was on screen last. */
  seenAt: number;
  snoozedUntil: number | null;
  /** Set once it is off the list. It is kept for a short while, so that this can be undone. */
  left: { how: Leaving; at: number } | null;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long a tweet without a case is kept after it was seen. */
export const KEPT = 24 * HOUR;
/** Who was snoozed for long gets so much time on the list before being forgotten. */
export const BACK_FOR = 2 * HOUR;
/** How long a tweet that has left can come back by an undo. */
export const UNDONE_WITHIN = 10 * MINUTE;
/** How many tweets are kept. */
export const MOST = 500;
/** Characters that are kept of a text. */
export const CLIPPED = 600;

/** The tweet with its text cut to what a list needs, between characters. */
export function clipped(tweet: SentTweet): SentTweet {
  if (tweet.text.length <= CLIPPED) return tweet;
  // Not in the midst of a character that takes two places.
  const text = tweet.text.slice(0, CLIPPED - 1).replace(/[\uD800-\uDBFF]$/, '');
  return { ...tweet, text: `${text}…` };
}

/** True once a tweet is to be forgotten. */
export function isOver({ seenAt, snoozedUntil, left }: QueuedTweet, now: number): boolean {
  if (left) return now - left.at >= UNDONE_WITHIN;
  return now >= Math.max(seenAt + KEPT, snoozedUntil === null ? 0 : snoozedUntil + BACK_FOR);
}

/** True while the rep does not want to see it. */
export function isSnoozed({ snoozedUntil }: QueuedTweet, now: number): boolean {
  return snoozedUntil !== null && now < snoozedUntil;
}

/** Finer differences of urgency are chance: within a tenth, what makes a tweet urgent decides, then who waits longest. */
function urgencyStep({ judgement }: QueuedTweet): number {
  return Math.round(judgement.urgency * 10);
}

/** Which pressures are stronger: negative if the first ones are. One is stronger than none. */
function comparePressures(one: QueuedTweet, other: QueuedTweet): number {
  const ranks = ({ judgement }: QueuedTweet): number[] =>
    judgement.pressures.map((pressure) => pressures.indexOf(pressure)).sort((first, second) => first - second);
  const [first, second] = [ranks(one), ranks(other)];
  for (let at = 0; at < Math.max(first.length, second.length); at++) {
    const difference = (first[at] ?? pressures.length) - (second[at] ?? pressures.length);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** What is on the list now, whom to answer first at its top. */
export function ranked(rows: Iterable<QueuedTweet>, now: number): QueuedTweet[] {
  return [...rows]
    .filter((row) => row.left === null && !isSnoozed(row, now) && !isOver(row, now))
    .sort(
      (one, other) =>
        urgencyStep(other) - urgencyStep(one) ||
        comparePressures(one, other) ||
        Date.parse(one.tweet.time) - Date.parse(other.tweet.time) ||
        (one.tweet.id < other.tweet.id ? -1 : 1),
    );
}

/** What is snoozed now, whatever comes back first at its top. */
export function snoozed(rows: Iterable<QueuedTweet>, now: number): QueuedTweet[] {
  return [...rows]
    .filter((row) => row.left === null && isSnoozed(row, now))
    .sort((one, other) => (one.snoozedUntil ?? 0) - (other.snoozedUntil ?? 0));
}

/** Ids of what is to be forgotten: what is over, and whatever is too much, the least urgent and oldest first. */
export function superfluous(rows: Iterable<QueuedTweet>, now: number): string[] {
  const over: QueuedTweet[] = [];
  const kept: QueuedTweet[] = [];
  for (const row of rows) (isOver(row, now) ? over : kept).push(row);
  const surplus = Math.max(0, kept.length - MOST);
  const leastFirst =
    surplus === 0
      ? []
      : kept.sort(
          (one, other) =>
            Number(one.left === null) - Number(other.left === null) ||
            urgencyStep(one) - urgencyStep(other) ||
            one.seenAt - other.seenAt,
        );
  return [...over, ...leastFirst.slice(0, surplus)].map(({ tweet }) => tweet.id);
}

/** What a look at the screen means for the list. */
export interface Merged {
  put: QueuedTweet[];
  remove: string[];
}

/**
 * What changes on the list by tweets that were judged just now. A tweet that is known keeps what the rep said of it;
 * one that turns out to need no answer goes.
 *
 * @param known what is kept of these tweets already
 * @param settled ids of tweets that were dealt with, are in a case, or are not about the brand
 */
export function merged(
  judged: readonly { tweet: SentTweet; judgement: Judgement }[],
  known: ReadonlyMap<string, QueuedTweet>,
  settled: ReadonlySet<string>,
  now: number,
): Merged {
  const put: QueuedTweet[] = [];
  const remove: string[] = [];
  for (const { tweet, judgement } of judged) {
    const before = known.get(tweet.id);
    if (!judgement.actionable) {
      if (before) remove.push(tweet.id);
    } else if (before) {
      put.push({ ...before, tweet: clipped(tweet), judgement, seenAt: now });
    } else if (!settled.has(tweet.id)) {
      put.push({ tweet: clipped(tweet), judgement, seenAt: now, snoozedUntil: null, left: null });
    }
  }
  return { put, remove };
}

/** For how long a tweet can be snoozed. */
export const snoozes = ['hour', 'fourHours', 'morning'] as const;
export type Snooze = (typeof snoozes)[number];

const MORNING = 8;

/** When a snoozed tweet comes back. The morning is the next one: to a night shift that is today's. */
export function snoozeEnd(snooze: Snooze, now: number): number {
  if (snooze === 'hour') return now + HOUR;
  if (snooze === 'fourHours') return now + 4 * HOUR;
  const today = new Date(now).setHours(MORNING, 0, 0, 0);
  // By the calendar, since a day on which the clocks change has no 24 hours.
  const date = new Date(today);
  return today > now ? today : date.setDate(date.getDate() + 1);
}

/** A snooze in words, as a choice: "1 hour", "4 hours", "Until tomorrow 8:00". */
export function snoozeName(snooze: Snooze, now: number): string {
  if (snooze === 'hour') return '1 hour';
  if (snooze === 'fourHours') return '4 hours';
  const today = new Date(snoozeEnd('morning', now)).getDate() === new Date(now).getDate();
  return today ? 'Until 8:00' : 'Until tomorrow 8:00';
}
