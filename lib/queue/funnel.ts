import { hashText } from '../text/hash';
import type { Intent, Topic } from '../triage/judgement';

/** How many tweets came how far on one day. */
export interface FunnelDay {
  /** The rep's local day, like 2026-05-04. */
  day: string;
  seen: number;
  relevant: number;
  actionable: number;
  opened: number;
  answered: number;
  /** What the tweets were about, see {@link kindKey}: how many concern the brand, and how many of those need an answer. */
  kinds?: Record<string, [relevant: number, actionable: number]>;
}

/** What a tweet is about, for counting. */
export interface TweetKind {
  topic: Topic;
  intent: Intent;
  /** X's language code; null where X did not say. */
  lang: string | null;
}

/** A kind of tweet as the name of its count. */
export const kindKey = ({ topic, intent, lang }: TweetKind): string => `${topic}|${intent}|${lang ?? ''}`;

/** The kind that a count is of. */
export function kindOfKey(key: string): TweetKind {
  const [topic, intent, lang] = key.split('|');
  return { topic: topic as Topic, intent: intent as Intent, lang: lang || null };
}

/** How far a tweet can come on a day. */
export const stages = ['seen', 'relevant', 'actionable', 'opened', 'answered'] as const;
export type Stage = (typeof stages)[number];

/** The stages in words, after a number: "21 need an answer". */
export const stageWords: Record<Stage, string> = {
  seen: 'seen',
  relevant: 'about us',
  actionable: 'need an answer',
  opened: 'opened',
  answered: 'answered',
};

/** Stages at which each tweet counts once a day, however often it comes on screen. */
export type CountedOnce = 'relevant' | 'actionable' | 'answered';

/** Which tweets were counted on a day, as numbers that cannot be read back. Kept until the browser is closed. */
export interface Tally extends Record<CountedOnce, number[]> {
  day: string;
}

/** The local day of a time, like 2026-05-04. */
export function dayOf(at: number): string {
  const date = new Date(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The beginning of a local day. */
export function startOf(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date).getTime();
}

/** The end of a local day, which is no longer part of it, whatever the clocks did on it. */
export function endOf(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + 1).getTime();
}

/** The latest local days, today first. */
export function lastDays(now: number, count: number): string[] {
  const today = new Date(now);
  return Array.from({ length: count }, (_, back) =>
    dayOf(new Date(today.getFullYear(), today.getMonth(), today.getDate() - back).getTime()),
  );
}

/** An id as a number of 32 bits: small, and two tweets of a day hardly ever share one. */
export function hashOf(id: string): number {
  return hashText(id) >>> 0;
}

export const emptyDay = (day: string): FunnelDay => ({
  day,
  seen: 0,
  relevant: 0,
  actionable: 0,
  opened: 0,
  answered: 0,
});

/** How many tweets a page has shown since its last report; a page that was loaded again counts anew. */
export function newlySeen(
  before: { page: string; seen: number } | null | undefined,
  now: { page: string; seen: number },
): number {
  return before?.page === now.page ? Math.max(0, now.seen - before.seen) : now.seen;
}
