import type { CaseStatus, CustomerBadge } from '../../lib/cases/case';
import type { KnownOnes } from '../../lib/protocol';
import { Known } from './known';

type InCase = { number: number; status: CaseStatus };

/** An answer of the desk, and in which round it was asked for: an older one is shown until the new one comes. */
interface Remembered<Value> {
  value: Value | null;
  round: number;
}

/** What was asked for at once. */
export interface Looked {
  round: number;
  handles: string[];
  tweetIds: string[];
}

/** What the desk knows of the customers and tweets on this page. Asked in batches, remembered until it changes. */
export class Customers {
  readonly #badges = new Known<Remembered<CustomerBadge>>(3_000);
  readonly #cases = new Known<Remembered<InCase>>(5_000);
  readonly #handles = new Set<string>();
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
  want(handle: string, tweetId: string): void {
    const key = handle.toLowerCase();
    if (this.#badges.get(key)?.round !== this.#round) this.#handles.add(key);
    if (this.#cases.get(tweetId)?.round !== this.#round) this.#tweetIds.add(tweetId);
    if (this.#handles.size + this.#tweetIds.size > 0) this.onWanted();
  }

  /** Says that cases have changed; the caller then wants again what is on screen. */
  renew(): void {
    this.#round++;
  }

  /** Whom and what to ask for, at most so many of each; they count as asked from now on. */
  take(most: number): Looked {
    return { round: this.#round, handles: takeFrom(this.#handles, most), tweetIds: takeFrom(this.#tweetIds, most) };
  }

  /** Notes the answer for what was taken; where none came, badges stay away and are asked for with the next tweets. */
  settle({ round, handles, tweetIds }: Looked, { customers, cases }: KnownOnes): void {
    let news = false;
    for (const handle of handles) news = remember(this.#badges, handle, customers[handle] ?? null, round) || news;
    for (const id of tweetIds) news = remember(this.#cases, id, cases[id] ?? null, round) || news;
    // Most people on a timeline have no case: then nothing is drawn again.
    if (news) this.onNews();
  }
}

function takeFrom(wishes: Set<string>, most: number): string[] {
  const taken = [...wishes].slice(0, most);
  for (const wish of taken) wishes.delete(wish);
  return taken;
}

/** Notes an answer; true if it is another one than before. The values are small and plain. */
function remember<Value>(known: Known<Remembered<Value>>, key: string, value: Value | null, round: number): boolean {
  const before = known.get(key)?.value ?? null;
  known.set(key, { value, round });
  return JSON.stringify(before) !== JSON.stringify(value);
}
