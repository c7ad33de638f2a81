import { Customers } from './customers';
import { Judgements } from './judgements';
import { toJudged } from './sent';
import { ask } from './worker';

/** What one question may hold; see the protocol. */
const MOST_TWEETS = 100;
const MOST_LOOKED_UP = 500;
/** While many tweets come, the worker is asked to judge no more often than this, in milliseconds. */
const JUDGE_EVERY = 200;
/** While the rep scrolls, badges and cases are asked for no more often than this, in milliseconds. */
const LOOK_UP_EVERY = 400;
/** So many tweets to judge in that time come faster than anybody reads. */
const RUSH = 4;
/** Then the question waits for a pause this long, but not longer than that, in milliseconds. */
const PAUSE = 120;
const RUSH_AT_MOST = 1_000;
/** How long tweets are gathered before their badges and cases are asked for, in milliseconds. */
const GATHER = 16;

/**
 * When the worker is asked about tweets, and about what at once. A question costs as much as three tweets: while the
 * rep scrolls fast they share one, and in a rush, in which nobody reads, it waits for the end of that. A tweet that
 * comes alone is asked about in the same turn, so that its judgement mostly comes before it is painted; badges and
 * cases, which nobody waits for, are left to a later question.
 */
export class Questions {
  readonly judgements: Judgements;
  readonly customers: Customers;
  #judged = Number.NEGATIVE_INFINITY;
  #lookedUp = Number.NEGATIVE_INFINITY;
  /** Tweets came in a rush before the last question; and when the last one came. */
  #rush = false;
  #wantedAt = Number.NEGATIVE_INFINITY;
  /** A question of this turn is on its way. */
  #turn = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When the timer rings. */
  #due = Number.POSITIVE_INFINITY;

  /**
   * @param onJudged called with the articles whose tweets were judged
   * @param onCases called when badges or cases have changed
   * @param onSuspects called with accounts that pass for the brand: why, by handle in lower case
   */
  constructor(
    onJudged: (articles: Iterable<Element>) => void,
    onCases: () => void,
    private readonly onSuspects: (whys: Record<string, string>) => void = () => {},
  ) {
    this.judgements = new Judgements(() => this.#judgeSoon(), onJudged);
    this.customers = new Customers(() => this.#lookUpSoon(), onCases);
  }

  #judgeSoon(): void {
    if (this.#turn) return;
    const now = performance.now();
    this.#wantedAt = now;
    const free = this.#isRush(now) ? now + PAUSE : this.#judged + JUDGE_EVERY;
    if (free > now) {
      this.#ringAt(free);
      return;
    }
    this.#turn = true;
    // One question for all tweets of this turn.
    queueMicrotask(() => {
      this.#turn = false;
      void this.#ask(false);
    });
  }

  #lookUpSoon(): void {
    if (this.#due < Number.POSITIVE_INFINITY) return;
    this.#ringAt(Math.max(performance.now() + GATHER, this.#lookedUp + LOOK_UP_EVERY));
  }

  #isRush(now: number): boolean {
    return this.#rush && now < this.#judged + RUSH_AT_MOST;
  }

  #ringAt(due: number): void {
    if (this.#due <= due) return;
    clearTimeout(this.#timer);
    this.#due = due;
    this.#timer = setTimeout(() => {
      this.#due = Number.POSITIVE_INFINITY;
      const now = performance.now();
      if (this.#isRush(now) && now < this.#wantedAt + PAUSE) this.#ringAt(now + PAUSE);
      else void this.#ask(true);
    }, due - performance.now());
  }

  /** @param lookUp false to ask for judgements only */
  async #ask(lookUp: boolean): Promise<void> {
    const wanted = this.judgements.take(MOST_TWEETS);
    const tweets = wanted.map(({ tweet }) => toJudged(tweet)).filter((tweet) => tweet !== null);
    const looked = this.customers.take(lookUp ? MOST_LOOKED_UP : 0);
    const { authors, tweetIds } = looked;
    const now = performance.now();
    if (tweets.length > 0) {
      this.#rush = tweets.length * JUDGE_EVERY >= RUSH * (now - this.#judged);
      this.#judged = now;
    }
    if (authors.length + tweetIds.length > 0) this.#lookedUp = now;
    const nothing = tweets.length + authors.length + tweetIds.length === 0;
    const asking = nothing ? null : ask('look', { tweets, authors, tweetIds }).catch(() => null);
    const more = wanted.length === MOST_TWEETS || Math.max(authors.length, tweetIds.length) === MOST_LOOKED_UP;
    if (more) void this.#ask(lookUp);
    const answer = await asking;
    this.judgements.settle(wanted, answer?.judged ?? null);
    if (answer?.known) this.customers.settle(looked, answer.known);
    if (answer && Object.keys(answer.suspects).length > 0) this.onSuspects(answer.suspects);
  }
}
