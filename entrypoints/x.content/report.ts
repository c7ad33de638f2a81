import type { PageReport } from '../../lib/health/health';
import { isLoggedOutApp } from '../../lib/x/page';
import { findTweets } from '../../lib/x/read';
import type { Tweet } from '../../lib/x/tweet';
import { ask } from './worker';

/** A page that is still loading is not reported on, in milliseconds. */
const FIRST_AFTER = 1_500;
/** Nor is one that changes all the time, more often than this, in milliseconds: each report is a message. */
const AT_MOST_EVERY = 3_000;
/** Distinct tweets are counted up to here; after that it is known that there are many. */
const COUNT_UP_TO = 20_000;

/** Tells the worker how well this page can be read: counts only. */
export class Reporter {
  readonly #page = crypto.randomUUID();
  /** As numbers, which take a third of the room: whether two of a million ids fall together does not matter here. */
  readonly #seen = new Set<number>();
  #marked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = '';
  #sentAt = Number.NEGATIVE_INFINITY;

  /** @param read what an article shows; the caller mostly knows it already */
  constructor(private readonly read: (article: Element) => Tweet) {}

  /** Something came on screen; a report follows shortly. */
  soon(): void {
    this.#timer ??= setTimeout(
      () => {
        this.#timer = undefined;
        this.#send();
      },
      Math.max(FIRST_AFTER, this.#sentAt + AT_MOST_EVERY - performance.now()),
    );
  }

  /** Counts a tweet that was read. */
  count(tweetId: string, marked: boolean): void {
    const seen = Number(tweetId);
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
    this.#sentAt = performance.now();
    void ask('report', report).catch(() => {
      this.#last = '';
    });
  }
}
