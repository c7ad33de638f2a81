/** How often one article, and all of them together, may need drawing within a second. */
const ARTICLE_MOST = 25;
const PAGE_MOST = 400;
const WITHIN = 1_000;
/** How long what is over the limit is left alone, in milliseconds. */
export const REST = 5_000;

class Budget {
  #since = Number.NEGATIVE_INFINITY;
  #spent = 0;
  #restsUntil = Number.NEGATIVE_INFINITY;

  constructor(private readonly most: number) {}

  rests(now: number): boolean {
    return now < this.#restsUntil;
  }

  spend(now: number): void {
    if (now - this.#since > WITHIN) {
      this.#since = now;
      this.#spent = 0;
    }
    if (++this.#spent > this.most) this.#restsUntil = now + REST;
  }
}

/**
 * Keeps Hark from fighting with a script that takes its drawings away or moves them each time they come: both would
 * answer each other in the same turn, and the tab would stand still for ever. Counted by article, and over the page for
 * a script that makes a new article each time. Scrolling as fast as one can stays far below.
 */
export class Restraint {
  readonly #page = new Budget(PAGE_MOST);
  readonly #articles = new WeakMap<Element, Budget>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** True while an article is to be left alone. */
  rests(article: Element): boolean {
    const now = this.now();
    return this.#page.rests(now) || (this.#articles.get(article)?.rests(now) ?? false);
  }

  /** Notes that something had to be put into an article. */
  note(article: Element): void {
    const now = this.now();
    const budget = this.#articles.get(article) ?? new Budget(ARTICLE_MOST);
    this.#articles.set(article, budget);
    budget.spend(now);
    this.#page.spend(now);
  }
}
