import type { CaseStatus, CustomerBadge } from '../../lib/cases/case';
import type { KnownOnes } from '../../lib/protocol';
import { Known } from './known';

type InCase = { number: number; status: CaseStatus };

/** What the worker takes; see the protocol. */
const LONGEST_NAME = 200;

/** An answer of the desk, and in which round it was asked for: an older one is shown until the new one comes. */
interface Remembered<Value> {
  value: Value | null;
  round: number;
}

/** Somebody who writes on screen. */
interface Author {
  handle: string;
  name: string;
}

/** What was asked for at once. */
export interface Looked {
  round: number;
  authors: Author[];
  tweetIds: string[];
}

/** What the desk knows of the customers and tweets on this page. Asked in batches, remembered until it changes. */
export class Customers {
  readonly #badges = new Known<Remembered<CustomerBadge>>(2_000);
  readonly #cases = new Known<Remembered<InCase>>(2_000);
  /** By handle in lower case. */
  readonly #authors = new Map<string, Author>();
  readonly #tweetIds = new Set<string>();
  #round = 0;

  /**
   * @param onWanted called when there is something to ask
   * @param onNews called when answers have come that change what is to be seen
   */
  constructor(
    private readonly onWanted: () => void,
    private readonly onNews: () => void,
  ) {}

  badge(handle: string): CustomerBadge | null {
    return this.#badges.get(handle.toLowerCase())?.value ?? null;
  }

  inCase(tweetId: string): InCase | null {
    return this.#cases.get(tweetId)?.value ?? null;
  }

  /** Asks for a customer and a tweet, unless both are known. */
  want(handle: string, name: string, tweetId: string): void {
    const key = handle.toLowerCase();
    if (this.#badges.get(key)?.round !== this.#round)
      this.#authors.set(key, { handle, name: name.slice(0, LONGEST_NAME) });
    if (this.#cases.get(tweetId)?.round !== this.#round) this.#tweetIds.add(tweetId);
    if (this.#authors.size + this.#tweetIds.size > 0) this.onWanted();
  }

  /** Says that cases have changed; the caller then wants again what is on screen. */
  renew(): void {
    this.#round++;
  }

  /** Whom and what to ask for, at most so many of each; they count as asked from now on. */
  take(most: number): Looked {
    const authors = [...this.#authors.values()].slice(0, most);
    for (const { handle } of authors) this.#authors.delete(handle.toLowerCase());
    const tweetIds = [...this.#tweetIds].slice(0, most);
    for (const id of tweetIds) this.#tweetIds.delete(id);
    return { round: this.#round, authors, tweetIds };
  }

  /** Notes the answer for what was taken; where none came, badges stay away and are asked for with the next tweets. */
  settle({ round, authors, tweetIds }: Looked, { customers, cases }: KnownOnes): void {
    let news = false;
    for (const { handle } of authors) {
      const key = handle.toLowerCase();
      news = remember(this.#badges, key, customers[key] ?? null, round) || news;
    }
    for (const id of tweetIds) news = remember(this.#cases, id, cases[id] ?? null, round) || news;
    // Most people on a timeline have no case: then nothing is drawn again.
    if (news) this.onNews();
  }
}

/** Notes an answer; true if it is another one than before. The values are small and plain. */
function remember<Value>(known: Known<Remembered<Value>>, key: string, value: Value | null, round: number): boolean {
  const before = known.get(key)?.value ?? null;
  known.set(key, { value, round });
  return JSON.stringify(before) !== JSON.stringify(value);
}
