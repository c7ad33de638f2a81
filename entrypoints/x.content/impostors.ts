import { copyText } from '../../lib/browser/clipboard';
import { type Impostor, type ImpostorJudge, makeImpostorJudge, sayImpostor } from '../../lib/impostors/impostor';
import { reportPage, warningFor } from '../../lib/impostors/warning';
import { showToast } from '../../lib/overlay/toast';
import type { Watchlist } from '../../lib/watchlist/watchlist';
import type { Tweet } from '../../lib/x/tweet';
import { Known } from './known';

/** An account that passes for the brand and answers a customer. */
interface Caught {
  impostor: Impostor;
  /** The customer's language: the warning is for them. */
  lang: string | null;
}

/** Looks out for accounts that pass for the brand and answer its customers on screen. */
export class Impostors {
  /** Whether an account would be one if it answered a customer: a page shows the same authors again and again. */
  readonly #suspects = new Known<Impostor | null>(2_000);
  readonly #caught = new Known<Caught>(500);
  #judge: ImpostorJudge | null = null;
  #handles: readonly string[] = [];

  setWatchlist(watchlist: Watchlist): void {
    this.#handles = watchlist.handles.length > 0 ? watchlist.handles : watchlist.accounts;
    this.#judge = makeImpostorJudge(watchlist);
    this.#suspects.clear();
    this.#caught.clear();
  }

  /** True of an account that looks like the brand's and is not; whom it answers is to be found out then. */
  isSuspect({ handle, name }: Pick<Tweet, 'handle' | 'name'>): boolean {
    return handle !== null && this.#impostor(handle, name) !== null;
  }

  /** Notes that a tweet of a suspect answers a customer. Returns true if this is news. */
  note({ id, handle, name }: Tweet, customer: Pick<Tweet, 'lang'>): boolean {
    const impostor = handle === null ? null : this.#impostor(handle, name);
    if (id === null || !impostor || this.#caught.get(id)) return false;
    this.#caught.set(id, { impostor, lang: customer.lang });
    return true;
  }

  /** What is to be said of a tweet's author; null of most. */
  of(tweetId: string): { why: string } | null {
    const caught = this.#caught.get(tweetId);
    return caught ? { why: sayImpostor(caught.impostor) } : null;
  }

  /** Copies a public warning, for the rep to post. */
  async copyWarning(tweetId: string): Promise<void> {
    const caught = this.#caught.get(tweetId);
    if (!caught) return;
    const copied = await copyText(warningFor(caught.impostor.handle, this.#handles, caught.lang));
    if (copied) showToast({ text: 'A warning is copied. Paste it into your reply to the customer.' });
    else showToast({ text: 'The browser did not let Hark copy the warning.', trouble: true });
  }

  /** Opens X's own page of the account, whose menu has "Report". */
  reportOnX(tweetId: string): void {
    const caught = this.#caught.get(tweetId);
    if (caught) window.open(reportPage(caught.impostor.handle), '_blank', 'noopener');
  }

  #impostor(handle: string, name: string): Impostor | null {
    const key = `${handle} ${name}`;
    let known = this.#suspects.get(key);
    if (known === undefined) {
      known = this.#judge?.({ handle, name, answersCustomer: true }) ?? null;
      this.#suspects.set(key, known);
    }
    return known;
  }
}
