import type { CustomerBadge } from '../../lib/cases/case';
import type { Tweet } from '../../lib/x/tweet';
import { Known } from './known';
import { toSent } from './sent';
import { ask } from './worker';

/** Answers to the brand that are kept until it is known whether their author has a case. */
const MOST = 500;

/** True of a customer whose case comes back when they write again. */
export const sleeps = (badge: CustomerBadge | null): boolean =>
  badge?.status === 'pending' || badge?.status === 'resolved';

/** Tells the worker of customers who have answered the brand and whose case sleeps. Of anybody else it tells nothing. */
export class Returns {
  /** The tweet each one answers, by the tweet's id. */
  readonly #answers = new Map<string, string>();
  readonly #told = new Known<true>(2_000);

  /** Notes that a tweet answers one of the brand. */
  note(id: string, answered: string): void {
    if (this.#told.get(id)) return;
    if (this.#answers.size >= MOST) this.#answers.clear();
    this.#answers.set(id, answered);
  }

  /** Looks through the tweets on the page for answers of customers whose case sleeps. */
  tell(tweets: () => Iterable<Tweet>, badgeOf: (handle: string) => CustomerBadge | null): void {
    if (this.#answers.size === 0) return;
    for (const tweet of tweets()) {
      const answered = tweet.id === null ? undefined : this.#answers.get(tweet.id);
      if (answered === undefined || tweet.id === null || tweet.handle === null) continue;
      const answer = sleeps(badgeOf(tweet.handle)) ? toSent(tweet) : null;
      if (!answer) continue;
      this.#answers.delete(tweet.id);
      this.#told.set(tweet.id, true);
      void ask('answerSeen', { tweetId: answered, answer }).catch(() => {});
    }
  }
}
