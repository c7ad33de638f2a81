import type { Tweet } from '../../lib/x/tweet';
import { Known } from './known';

/** A reply of the brand that was seen on screen. */
export interface Answer {
  replyId: string;
  /** "^JD", or "@handle" where it is not signed. */
  by: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** Which tweets the brand has answered, as far as it was on screen since the page was loaded. */
export class Answers {
  readonly #byTweet = new Known<Answer>(5_000);

  of(tweetId: string): Answer | null {
    return this.#byTweet.get(tweetId) ?? null;
  }

  /** Notes an answer; the latest one counts. Returns true if this is news. */
  note(tweetId: string, reply: Tweet, initials: string | null): boolean {
    if (!reply.id || !reply.time || !reply.handle) return false;
    const at = Date.parse(reply.time);
    if (Number.isNaN(at)) return false;
    const known = this.#byTweet.get(tweetId);
    if (known && (known.replyId === reply.id || known.at >= at)) return false;
    this.#byTweet.set(tweetId, { replyId: reply.id, by: initials ? `^${initials}` : `@${reply.handle}`, at });
    return true;
  }
}
