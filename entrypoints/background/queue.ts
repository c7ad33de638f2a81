import { noteError } from '../../lib/browser/errors';
import { db } from '../../lib/desk/local';
import type { ErrorPart } from '../../lib/diagnostics/errors';
import type { SentTweet } from '../../lib/protocol';
import { FunnelCounter } from '../../lib/queue/funnel-counter';
import { Keeper } from '../../lib/queue/keeper';
import { readQueue, readStamp, readTally, writeQueue, writeTally } from '../../lib/queue/storage';
import type { Judgement } from '../../lib/triage/judgement';

/** The list of tweets that need an answer. */
export const queue = new Keeper({
  db,
  storage: { read: readQueue, stamp: readStamp, write: writeQueue },
  now: () => Date.now(),
});

/** How far tweets come. */
export const funnel = new FunnelCounter({ db, readTally, writeTally, now: () => Date.now() });

/** Notes what was judged, on the list and in the counts. */
export async function noteJudged(judged: readonly { tweet: SentTweet; judgement: Judgement }[]): Promise<void> {
  const ids = (those: (judgement: Judgement) => boolean): string[] =>
    judged.flatMap(({ tweet, judgement }) => (those(judgement) ? [tweet.id] : []));
  const kinds = new Map(
    judged.map(({ tweet, judgement: { topic, intent } }) => [tweet.id, { topic, intent, lang: tweet.lang }]),
  );
  await Promise.all([
    queue.noteJudged(judged),
    funnel.once(
      'relevant',
      ids(({ relevance }) => relevance !== 'none'),
      kinds,
    ),
    funnel.once(
      'actionable',
      ids(({ actionable }) => actionable),
      kinds,
    ),
  ]);
}

/** Waits for work that nobody else waits for: what it does can be done without, but not in silence. */
export function alongside(what: ErrorPart, work: Promise<unknown>): void {
  work.catch((error: unknown) => {
    console.error(`${what} failed:`, error instanceof Error ? error.name : typeof error);
    noteError(what, error);
  });
}
