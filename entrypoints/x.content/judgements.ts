import type { Judgement } from '../../lib/triage/judgement';
import type { Spotted } from '../../lib/triage/spot';
import type { Tweet } from '../../lib/x/tweet';
import { Known } from './known';
import { toJudged } from './sent';
import { ask } from './worker';

/** What one question may hold; see the protocol. */
const AT_ONCE = 100;
/** Tweets that have a mark at first sight are asked about no more often than this: a few frames, in milliseconds. */
const AT_MOST_EVERY = 50;

interface Remembered {
  text: string;
  judgement: Judgement;
  /** In which round it was asked for: an older one is shown until the new one comes. */
  round: number;
}

interface Wanted {
  tweet: Tweet;
  round: number;
  /** Where the tweet is on the page: X may show it twice. */
  articles: Set<Element>;
  asked: boolean;
}

/**
 * How the tweets are judged in which something of the watchlist was spotted: at first sight, then by the worker. The
 * weights that judge live there once, not in every tab. It is asked in the turn in which a tweet appears, so that the
 * answer mostly comes before the tweet is painted; but each question costs as much as a tweet, so that tweets which are
 * marked already wait for each other while many come.
 */
export class Judgements {
  readonly #known = new Known<Remembered>(3_000);
  /** What is to be asked, or was asked and not answered yet, by id. */
  readonly #wanted = new Map<string, Wanted>();
  #round = 0;
  /** The question of this turn is under way. */
  #asking = false;
  #asked = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param onNews called with the articles whose tweets were judged */
  constructor(private readonly onNews: (articles: Iterable<Element>) => void) {}

  /**
   * The judgement of the tweet in an article, as far as it is known; what is not known is asked for.
   *
   * @param ours true if the rep said that the tweet is about the brand
   */
  of(tweet: Tweet, article: Element, spotted: Spotted | null, ours: boolean): Judgement | null {
    if (tweet.id === null) return null;
    const known = this.#known.get(tweet.id);
    const same = known?.text === tweet.text;
    if (same && known.round === this.#round) return known.judgement;
    const meanwhile = same ? known.judgement : firstSight(spotted, ours);
    const wanted = this.#wanted.get(tweet.id);
    if (wanted?.tweet.text === tweet.text && wanted.round === this.#round) {
      wanted.articles.add(article);
    } else {
      this.#wanted.set(tweet.id, { tweet, round: this.#round, articles: new Set([article]), asked: false });
      this.#askSoon(meanwhile === null);
    }
    return meanwhile;
  }

  /** Says that what is watched for, or what was learned, has changed; the caller then draws again what is on screen. */
  renew(): void {
    this.#round++;
  }

  #askSoon(atOnce: boolean): void {
    if (this.#asking) return;
    const wait = this.#asked + AT_MOST_EVERY - performance.now();
    if (!atOnce && wait > 0) {
      this.#timer ??= setTimeout(() => this.#flush(), wait);
      return;
    }
    this.#asking = true;
    // One question for all tweets of this turn.
    queueMicrotask(() => this.#flush());
  }

  #flush(): void {
    this.#asking = false;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#asked = performance.now();
    const due = [...this.#wanted.values()].filter((wanted) => !wanted.asked);
    for (let from = 0; from < due.length; from += AT_ONCE) void this.#askFor(due.slice(from, from + AT_ONCE));
  }

  async #askFor(asked: readonly Wanted[]): Promise<void> {
    for (const wanted of asked) wanted.asked = true;
    const tweets = asked.map(({ tweet }) => toJudged(tweet)).filter((tweet) => tweet !== null);
    // Where no answer comes, what was spotted stays marked as such; it is asked for again when it is drawn again.
    const judged = tweets.length > 0 ? await ask('judge', { tweets }).catch(() => null) : null;
    for (const wanted of asked) {
      const { id, text } = wanted.tweet;
      if (id === null) continue;
      if (this.#wanted.get(id) === wanted) this.#wanted.delete(id);
      const judgement = judged?.[id];
      if (judgement) this.#known.set(id, { text, judgement, round: wanted.round });
    }
    if (judged) this.onNews(asked.flatMap(({ articles }) => [...articles]));
  }
}

/**
 * What a tweet looks like before it is judged: only what is certain by the watchlist, or by the rep's own word.
 *
 * @param ours true if the rep said that the tweet is about the brand
 */
function firstSight(spotted: Spotted | null, ours: boolean): Judgement | null {
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
