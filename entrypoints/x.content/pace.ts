/**
 * How fast tweets come: some a second, and now and then a burst of them, a rep can follow; more fly past, and nobody
 * reads those.
 */
export class Pace {
  #left: number;
  #since: number;
  #isTooFast = false;

  /**
   * @param aSecond tweets a second that can be followed
   * @param burst how many may come at once
   * @param now milliseconds
   */
  constructor(
    private readonly aSecond: number,
    private readonly burst: number,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.#left = burst;
    this.#since = now();
  }

  /** Notes that tweets have come. */
  note(tweets: number): void {
    this.#left = Math.max(0, this.#leftNow() - tweets);
    if (this.#left === 0) this.#isTooFast = true;
  }

  /** True from when they come faster than anybody reads until they have been slow enough for a while. */
  get isTooFast(): boolean {
    if (this.#leftNow() >= this.burst / 2) this.#isTooFast = false;
    return this.#isTooFast;
  }

  #leftNow(): number {
    const now = this.now();
    this.#left = Math.min(this.burst, this.#left + ((now - this.#since) * this.aSecond) / 1_000);
    this.#since = now;
    return this.#left;
  }
}
