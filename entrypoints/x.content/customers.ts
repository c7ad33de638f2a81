import type { CaseStatus, CustomerBadge } from '../../lib/cases/case';
import { Known } from './known';
import { ask } from './worker';

/** How long tweets are gathered before the worker is asked about them, in milliseconds. */
const GATHER = 16;
/** While the rep scrolls, the worker is asked no more often than this: each question costs as much as three tweets. */
const AT_MOST_EVERY = 400;
/** What one question may hold; see the protocol. */
const AT_ONCE = 500;

type InCase = { number: number; status: CaseStatus };

/** An answer of the desk, and in which round it was asked for: an older one is shown until the new one comes. */
interface Remembered<Value> {
  value: Value | null;
  round: number;
}

/** What the desk knows of the customers and tweets on this page. Asked in batches, remembered until it changes. */
export class Customers {
  readonly #badges = new Known<Remembered<CustomerBadge>>(3_000);
  readonly #cases = new Known<Remembered<InCase>>(5_000);
  readonly #handles = new Set<string>();
  readonly #tweetIds = new Set<string>();
  #round = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  /** @param onNews called when answers have come that change what is to be seen */
  constructor(private readonly onNews: () => void) {}

  badge(handle: string): CustomerBadge | null {
    return this.#badges.get(handle.toLowerCase())?.value ?? null;
  }

  inCase(tweetId: string): InCase | null {
    return this.#cases.get(tweetId)?.value ?? null;
  }

  /** Asks for a customer and a tweet, unless both are known. */
  want(handle: string, tweetId: string): void {
    const key = handle.toLowerCase();
    if (this.#badges.get(key)?.round !== this.#round) this.#handles.add(key);
    if (this.#cases.get(tweetId)?.round !== this.#round) this.#tweetIds.add(tweetId);
    if (this.#handles.size + this.#tweetIds.size === 0) return;
    this.#timer ??= setTimeout(
      () => void this.#flush(),
      Math.max(GATHER, this.#asked + AT_MOST_EVERY - performance.now()),
    );
  }

  /** Says that cases have changed; the caller then wants again what is on screen. */
  renew(): void {
    this.#round++;
  }

  async #flush(): Promise<void> {
    const round = this.#round;
    const handles = [...this.#handles].slice(0, AT_ONCE);
    const tweetIds = [...this.#tweetIds].slice(0, AT_ONCE);
    this.#handles.clear();
    this.#tweetIds.clear();
    this.#timer = undefined;
    this.#asked = performance.now();
    try {
      const { customers, cases } = await ask('lookUp', { handles, tweetIds });
      let news = false;
      for (const handle of handles) news = remember(this.#badges, handle, customers[handle] ?? null, round) || news;
      for (const id of tweetIds) news = remember(this.#cases, id, cases[id] ?? null, round) || news;
      // Most people on a timeline have no case: then nothing is drawn again.
      if (news) this.onNews();
    } catch {
      // Badges stay away; they are asked for again with the next tweets.
    }
  }
}

/** Notes an answer; true if it is another one than before. The values are small and plain. */
function remember<Value>(known: Known<Remembered<Value>>, key: string, value: Value | null, round: number): boolean {
  const before = known.get(key)?.value ?? null;
  known.set(key, { value, round });
  return JSON.stringify(before) !== JSON.stringify(value);
}
