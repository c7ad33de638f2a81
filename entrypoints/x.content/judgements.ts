import type { Judgement } from '../../lib/triage/judgement';
import type { Spotted } from '../../lib/triage/spot';
import type { Tweet } from '../../lib/x/tweet';
import { Known } from './known';
import { toJudged } from './sent';
import { ask } from './worker';

/** What one question may hold; see the protocol. */
const AT_ONCE = 100;

interface Remembered {
  text: string;
  judgement: Judgement;
  /** In which round it was asked for: an older one is shown until the new one comes. */
  round: number;
}

/**
 * The worker's judgement of the tweets in which something of the watchlist was spotted. The weights that judge live
 * there once, not in every tab; it is asked in the turn in which a tweet appears, so that the answer mostly comes before
 * the tweet is painted.
 */
export class Judgements {
  readonly #known = new Known<Remembered>(3_000);
  readonly #wanted = new Map<string, Tweet>();
  #round = 0;
  #asking = false;

  /** @param onNews called with the ids of tweets that were judged */
  constructor(private readonly onNews: (tweetIds: ReadonlySet<string>) => void) {}

  /** The judgement of a tweet, or null while it is not known; then it is asked for. */
  of(tweet: Tweet): Judgement | null {
    if (tweet.id === null) return null;
    const known = this.#known.get(tweet.id);
    const same = known?.text === tweet.text;
    if (same && known.round === this.#round) return known.judgement;
    this.#wanted.set(tweet.id, tweet);
    if (!this.#asking) {
      this.#asking = true;
      // One question for all tweets of this turn.
      queueMicrotask(() => void this.#flush());
    }
    return same ? known.judgement : null;
  }

  /** Says that what is watched for, or what was learned, has changed; the caller then draws again what is on screen. */
  renew(): void {
    this.#round++;
  }

  async #flush(): Promise<void> {
    this.#asking = false;
    const round = this.#round;
    const wanted = [...this.#wanted.values()].slice(0, AT_ONCE);
    this.#wanted.clear();
    const tweets = wanted.map(toJudged).filter((tweet) => tweet !== null);
    if (tweets.length === 0) return;
    try {
      const judged = await ask('judge', { tweets });
      for (const { id, text } of tweets) {
        const judgement = judged[id];
        if (judgement) this.#known.set(id, { text, judgement, round });
      }
      this.onNews(new Set(tweets.map(({ id }) => id)));
    } catch {
      // What was spotted stays marked as such; it is asked for again when the tweet comes on screen again.
    }
  }
}

/**
 * What a tweet looks like before it is judged: only what is certain by the watchlist, or by the rep's own word.
 *
 * @param ours true if the rep said that the tweet is about the brand
 */
export function firstSight(spotted: Spotted | null, ours: boolean): Judgement | null {
  const handle = spotted?.handle ?? null;
  const named = spotted?.named ?? [];
  if (!handle && named.length === 0 && !ours) return null;
  return {
    relevance: handle ? 'mention' : 'brand',
    relevanceScore: handle || ours ? 1 : 0.5,
    intent: 'unsure',
    intentConfidence: 0,
    topic: 'other',
    urgency: 0,
    pressures: [],
    actionable: handle !== null || ours,
    evidence: [
      ...(handle ? [{ kind: 'handle' as const, words: `@${handle}` }] : []),
      ...named.slice(0, 3).map(({ words }) => ({ kind: 'term' as const, words })),
    ],
    said: ours ? { ours } : undefined,
  };
}
