import type { PageReport } from '../../lib/health/health';
import { isLoggedOutApp } from '../../lib/x/page';
import { findTweets } from '../../lib/x/read';
import type { Tweet } from '../../lib/x/tweet';
import { ask } from './worker';

/** A page that is still loading is not reported on, nor is one that changes all the time, more often than this (ms). */
const AT_MOST_EVERY = 1_500;
/** Distinct tweets are counted up to here; after that it is known that there are many. */
const COUNT_UP_TO = 20_000;

/** Tells the worker how well this page can be read: counts only. */
export class Reporter {
  readonly #page = crypto.randomUUID();
  /** The last digits of ids, as small numbers, which take a sixth of the room; that a few fall together does not matter. */
  readonly #seen = new Set<number>();
  #marked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = '';

  /** @param read what an article shows; the caller mostly knows it already */
  constructor(private readonly read: (article: Element) => Tweet) {}

  /** Something came on screen; a report follows shortly. */
  soon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#send();
    }, AT_MOST_EVERY);
  }

  /** Counts a tweet that was read. */
  count(tweetId: string, marked: boolean): void {
    const seen = Number(tweetId.slice(-9));
    if (this.#seen.size >= COUNT_UP_TO || this.#seen.has(seen)) return;
    this.#seen.add(seen);
    if (marked) this.#marked++;
  }

  #send(): void {
    const tweets = findTweets(document)
      .map(this.read)
      .filter((tweet) => !tweet.ad);
    const lacking = (what: 'id' | 'handle' | 'text'): number => tweets.filter((tweet) => !tweet[what]).length;
    const report: PageReport = {
      page: this.#page,
      loggedOut: isLoggedOutApp(document),
      tweets: tweets.length,
      without: { id: lacking('id'), author: lacking('handle'), text: lacking('text') },
      seen: this.#seen.size,
      marked: this.#marked,
    };
    const written = JSON.stringify(report);
    if (written === this.#last) return;
    this.#last = written;
    void ask('report', report).catch(() => {
      this.#last = '';
    });
  }
}
