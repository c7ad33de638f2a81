import type { Correction, DeskDatabase, Dismissal } from '../desk/database';
import { setDismissed } from '../desk/dismissals';
import type { Said } from '../triage/judgement';

/** What the rep says of a tweet. */
export type NewCorrection = Omit<Correction, 'at' | 'before'>;

/** What was forgotten, so that it can come back. */
export interface Forgotten {
  corrections: Correction[];
  dismissals: Dismissal[];
}

/** Corrections beyond this number are forgotten, oldest first. */
const KEEP_CORRECTIONS = 5_000;

/**
 * What the reps have put right. Of each tweet and each of the two questions the latest word counts; "not about us" also
 * sends the tweet's mark away. Each change is one transaction.
 */
export class Corrections {
  readonly #db: DeskDatabase;
  readonly #now: () => number;

  constructor({ db, now }: { db: DeskDatabase; now(): number }) {
    this.#db = db;
    this.#now = now;
  }

  /** Writes down a correction. Safe to repeat with the same id. */
  async correct(wanted: NewCorrection): Promise<void> {
    const { corrections, dismissals } = this.#db;
    const { id, tweetId, about, right } = wanted;
    await this.#change(async () => {
      if (await corrections.get(id)) return;
      const at = this.#now();
      const said = (await this.#ofTweets([tweetId])).find((other) => other.about === about);
      const dismissed = (await dismissals.get(tweetId)) !== undefined;
      const before = { said: said ? { id: said.id, at: said.at, right: said.right } : null, dismissed };
      if (said) await corrections.delete(said.id);
      await corrections.put({ ...wanted, at, before });
      if (about === 'ours') await setDismissed(this.#db, tweetId, !right, at);
      const surplus = (await corrections.count()) - KEEP_CORRECTIONS;
      if (surplus > 0) await corrections.orderBy('at').limit(surplus).delete();
    });
  }

  /**
   * Takes a correction back: what held before holds again. Gives what it was about, and whether the tweet's mark is away
   * now; null if it is gone already.
   */
  async takeBack(id: string): Promise<(Pick<Correction, 'tweetId' | 'about'> & { dismissed: boolean }) | null> {
    const { corrections } = this.#db;
    return this.#change(async () => {
      const taken = await corrections.get(id);
      if (!taken) return null;
      const { before, ...rest } = taken;
      const { tweetId, about } = taken;
      const dismissed = before?.dismissed ?? false;
      await corrections.delete(id);
      if (before?.said) await corrections.put({ ...rest, ...before.said });
      if (about === 'ours') await setDismissed(this.#db, tweetId, dismissed, this.#now());
      return { tweetId, about, dismissed };
    });
  }

  /** What was said of these tweets, by their id. */
  async saidOf(tweetIds: readonly string[]): Promise<Record<string, Said>> {
    const found: Record<string, Said> = {};
    for (const { tweetId, about, right } of await this.#ofTweets(tweetIds)) {
      found[tweetId] = { ...found[tweetId], [about]: right };
    }
    return found;
  }

  /** Ids of the tweets that were said to be about the brand, among the latest corrections. */
  async ours(among: number): Promise<string[]> {
    const latest = await this.latest(among);
    return latest.filter(({ about, right }) => about === 'ours' && right).map(({ tweetId }) => tweetId);
  }

  /** The latest corrections, newest first. */
  async latest(limit: number): Promise<Correction[]> {
    return this.#db.corrections.orderBy('at').reverse().limit(limit).toArray();
  }

  /** Changes whenever the corrections do; cheap, since it is asked for with every batch of tweets. */
  async stamp(): Promise<string> {
    const { corrections } = this.#db;
    const [count, last] = await Promise.all([corrections.count(), corrections.orderBy('at').last()]);
    return last ? `${count} ${last.id} ${last.at}` : '';
  }

  async count(): Promise<number> {
    return this.#db.corrections.count();
  }

  /**
   * Forgets corrections, and with them that marks were sent away by them.
   *
   * @param only their ids; all, if left out
   */
  async forget(only?: readonly string[]): Promise<Forgotten> {
    const { corrections, dismissals } = this.#db;
    return this.#change(async () => {
      const forgotten = only
        ? (await corrections.bulkGet([...only])).filter((known) => known !== undefined)
        : await corrections.toArray();
      const away = forgotten.filter(({ about, right }) => about === 'ours' && !right);
      const brought = (await dismissals.bulkGet(away.map(({ tweetId }) => tweetId))).filter(
        (known) => known !== undefined,
      );
      await corrections.bulkDelete(forgotten.map(({ id }) => id));
      await dismissals.bulkDelete(brought.map(({ tweetId }) => tweetId));
      return { corrections: forgotten, dismissals: brought };
    });
  }

  /** Brings back what was forgotten, except what the rep has said anew since. */
  async restore({ corrections: lost, dismissals: away }: Forgotten): Promise<void> {
    const { corrections, dismissals } = this.#db;
    await this.#change(async () => {
      const since = await this.#ofTweets(lost.map(({ tweetId }) => tweetId));
      const isSaidAnew = (tweetId: string, about: Correction['about']): boolean =>
        since.some((other) => other.tweetId === tweetId && other.about === about);
      await corrections.bulkPut(lost.filter(({ tweetId, about }) => !isSaidAnew(tweetId, about)));
      await dismissals.bulkPut(away.filter(({ tweetId }) => !isSaidAnew(tweetId, 'ours')));
    });
  }

  #ofTweets(tweetIds: readonly string[]): Promise<Correction[]> {
    return this.#db.corrections
      .where('tweetId')
      .anyOf([...tweetIds])
      .toArray();
  }

  #change<Result>(change: () => Promise<Result>): Promise<Result> {
    const { corrections, dismissals } = this.#db;
    return this.#db.transaction('rw', [corrections, dismissals], change);
  }
}
