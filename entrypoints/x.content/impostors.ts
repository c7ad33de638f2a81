import type { Tweet } from '../../lib/x/tweet';
import { Known } from './known';
import { ask } from './worker';

/** An account that passes for the brand and answers a customer. */
export interface Caught {
  handle: string;
  /** One sentence: who it is not, and why. */
  why: string;
  /** What to write below its reply, in the customer's language; null until the worker has said. */
  warning: string | null;
}

/** Looks out for accounts that pass for the brand and answer its customers on screen. The worker knows what they look like. */
export class Impostors {
  /** Why an account would be one if it answered a customer, by its handle in lower case. */
  readonly #suspects = new Known<string>(500);
  readonly #caught = new Known<Caught>(500);

  /** The watchlist has changed: all accounts are looked at anew. */
  clear(): void {
    this.#suspects.clear();
    this.#caught.clear();
  }

  /** Notes accounts that look like the brand's. Whom they answer is to be found out. */
  suspect(whys: Record<string, string>): void {
    for (const [handle, why] of Object.entries(whys)) this.#suspects.set(handle, why);
  }

  /** True of an account that looks like the brand's and is not; whom it answers is to be found out then. */
  isSuspect(handle: string | null): boolean {
    return handle !== null && this.#suspects.get(handle.toLowerCase()) !== undefined;
  }

  /** Notes that a tweet of a suspect answers a customer. Returns true if this is news. */
  note({ id, handle }: Tweet, { lang }: Pick<Tweet, 'lang'>): boolean {
    const why = handle === null ? undefined : this.#suspects.get(handle.toLowerCase());
    if (id === null || handle === null || why === undefined || this.#caught.get(id)) return false;
    const caught: Caught = { handle, why, warning: null };
    this.#caught.set(id, caught);
    // At once, since browsers let a text onto the clipboard only in the turn of the rep's click.
    void ask('warningOf', { handle, lang: lang?.slice(0, 12) ?? null }).then(
      (warning) => {
        caught.warning = warning;
      },
      () => {},
    );
    return true;
  }

  /** What is to be said of a tweet's author; null of most. */
  of(tweetId: string): Caught | null {
    return this.#caught.get(tweetId) ?? null;
  }
}
