import type { Judgement } from '../../lib/triage/judgement';
import type { Spotted } from '../../lib/triage/spot';
import type { Tweet } from '../../lib/x/tweet';
import { Known } from './known';

interface Remembered {
  text: string;
  judgement: Judgement;
  /** In which round it was asked for: an older one is shown until the new one comes. */
  round: number;
}

/** A tweet that is to be judged. */
export interface Wanted {
  tweet: Tweet;
  round: number;
  /** Where the tweet is on the page: X may show it twice. */
  articles: Set<Element>;
  asked: boolean;
}

/**
 * How the tweets are judged in which something of the watchlist was spotted: at first sight, then by the worker. The
 * weights that judge live there once, not in every tab. When it is asked is the business of {@link Questions}.
 */
export class Judgements {
  readonly #known = new Known<Remembered>(1_500);
  /** What is to be asked, or was asked and not answered yet, by id. */
  readonly #wanted = new Map<string, Wanted>();
  #round = 0;

  /**
   * @param onWanted called when there is something to ask
   * @param onNews called with the articles whose tweets were judged
   */
  constructor(
    private readonly onWanted: () => void,
    private readonly onNews: (articles: Iterable<Element>) => void,
  ) {}

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
      this.onWanted();
    }
    return meanwhile;
  }

  /** Says that what is watched for, or what was learned, has changed; the caller then draws again what is on screen. */
  renew(): void {
    this.#round++;
  }

  /** What is to be asked, at most so many; it counts as asked from now on. */
  take(most: number): Wanted[] {
    const taken: Wanted[] = [];
    for (const wanted of this.#wanted.values()) {
      if (taken.length === most) break;
      if (wanted.asked) continue;
      wanted.asked = true;
      taken.push(wanted);
    }
    return taken;
  }

  /**
   * Notes the answer for what was taken.
   *
   * @param judged by id; null where no answer came: what was spotted stays marked as such, and is asked for again when
   * it is drawn again
   */
  settle(asked: readonly Wanted[], judged: Record<string, Judgement> | null): void {
    for (const wanted of asked) {
      const { id, text } = wanted.tweet;
      if (id === null) continue;
      if (this.#wanted.get(id) === wanted) this.#wanted.delete(id);
      const judgement = judged?.[id];
      if (judgement) this.#known.set(id, { text, judgement, round: wanted.round });
    }
    if (judged && asked.length > 0) this.onNews(asked.flatMap(({ articles }) => [...articles]));
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
