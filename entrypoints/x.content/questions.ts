import { Customers } from './customers';
import { Judgements } from './judgements';
import { Pace } from './pace';
import { toJudged } from './sent';
import { ask } from './worker';

/** What one question may hold; see the protocol. */
const MOST_TWEETS = 100;
const MOST_LOOKED_UP = 500;
/** So many tweets a second are asked about as they come, and so many at once. */
const ASKED_A_SECOND = 10;
const ASKED_AT_ONCE = 10;
/** What waits is asked about after a pause this long, in milliseconds. */
const PAUSE = 120;
/** While the rep scrolls, badges and cases are asked for no more often than this, in milliseconds. */
const LOOK_UP_EVERY = 400;
/** How long tweets are gathered before their badges and cases are asked for, in milliseconds. */
const GATHER = 16;

/**
 * When the worker is asked about tweets, and about what at once. As long as a rep can follow, a tweet is asked about in
 * the turn in which it comes, so that its judgement mostly comes before it is painted. A question costs as much as three
 * tweets, though: those that fly past share one, at the next pause, or when the pace has fallen. Badges and cases, which
 * nobody waits for, are left to a later question.
 */
export class Questions {
  readonly judgements: Judgements;
  readonly customers: Customers;
  #lookedUp = Number.NEGATIVE_INFINITY;
  readonly #pace = new Pace(ASKED_A_SECOND, ASKED_AT_ONCE);
  /** When the last one came. */
  #wantedAt = 0;
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
    if (this.#pace.isTooFast) {
      this.#ringAt(now + PAUSE);
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

  #ringAt(due: number): void {
    if (this.#due <= due) return;
    clearTimeout(this.#timer);
    this.#due = due;
    this.#timer = setTimeout(() => {
      this.#due = Number.POSITIVE_INFINITY;
      const pause = this.#wantedAt + PAUSE;
      if (performance.now() < pause && this.#pace.isTooFast) this.#ringAt(pause);
      else void this.#ask(true);
    }, due - performance.now());
  }

  /** @param lookUp false to ask for judgements only */
  async #ask(lookUp: boolean): Promise<void> {
    const wanted = this.judgements.take(MOST_TWEETS);
    const tweets = wanted.map(({ tweet }) => toJudged(tweet)).filter((tweet) => tweet !== null);
    const looked = this.customers.take(lookUp ? MOST_LOOKED_UP : 0);
    const { authors, tweetIds } = looked;
    this.#pace.note(tweets.length);
    if (authors.length + tweetIds.length > 0) this.#lookedUp = performance.now();
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
