import type { PageReport } from '../../lib/health/health';
import { isLoggedOutApp } from '../../lib/x/page';
import { findTweets } from '../../lib/x/read';
import { selectors } from '../../lib/x/selectors';
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
  #sending = false;
  #settings = true;
  /** At the last look something could not be read or drawn on. */
  #doubt = false;

  /**
   * @param read what an article shows; the caller mostly knows it already
   * @param lacks true for an article that was to be drawn on, and was not
   */
  constructor(
    private readonly read: (article: Element) => Tweet,
    private readonly lacks: (article: Element) => boolean,
  ) {}

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

  /** The page knows its settings, or has asked for them in vain. */
  settle(settings: boolean): void {
    this.#settings = settings;
    this.soon();
  }

  #send(): void {
    // One after the other: an earlier one that is sent again must not come last.
    if (this.#sending) {
      this.soon();
      return;
    }
    const without = { id: 0, author: 0, text: 0 };
    let tweets = 0;
    let undrawn = 0;
    let focal = false;
    for (const article of findTweets(document)) {
      const { id, handle, name, text, ad } = this.read(article);
      // X's composers show the tweet that is answered without its links and buttons.
      if (ad || article.closest(selectors.dialog)) continue;
      tweets++;
      // Where the name is gone, an address may still tell the author: but there is no place to draw.
      const hasAuthor = handle && name;
      if (!id) without.id++;
      if (!hasAuthor) without.author++;
      if (!text) without.text++;
      if (this.lacks(article)) undrawn++;
      if (!(id && hasAuthor) && article.matches(selectors.focal)) focal = true;
    }
    const loose = document.querySelectorAll(selectors.looseTweet).length;
    // What is only on its way is there at the next look.
    const doubt = without.id + without.author + undrawn + loose > 0;
    const lasting = doubt && this.#doubt;
    if (doubt !== lasting) this.soon();
    this.#doubt = doubt;
    const report: PageReport = {
      page: this.#page,
      loggedOut: isLoggedOutApp(document),
      tweets,
      without,
      focal,
      loose,
      undrawn,
      lasting,
      settings: this.#settings,
      seen: this.#seen.size,
      marked: this.#marked,
    };
    const written = JSON.stringify(report);
    if (written === this.#last) return;
    this.#last = written;
    this.#sending = true;
    void ask('report', report)
      .catch(() => {
        this.#last = '';
      })
      .finally(() => {
        this.#sending = false;
      });
  }
}
