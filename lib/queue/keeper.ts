import type { DealtWith, DeskDatabase } from '../desk/database';
import { makeEraser } from '../keeping/person';
import type { SentTweet } from '../protocol';
import type { Judgement } from '../triage/judgement';
import { makeTurns } from './in-turn';
import { type Leaving, merged, type QueuedTweet, superfluous } from './queue';
import { forgetDealtWith, inCaseOf, rememberDealtWith, settledOf } from './settled';

/** Where the list is kept. */
export interface QueueStorage {
  read(): Promise<Map<string, QueuedTweet>>;
  /** Differs after each change; null before the first one. */
  stamp(): Promise<string | null>;
  /** Gives the stamp of this change. */
  write(put: readonly QueuedTweet[], remove: readonly string[]): Promise<string>;
}

interface KeeperContext {
  db: DeskDatabase;
  storage: QueueStorage;
  /** Milliseconds since 1970. */
  now(): number;
}

const remembered: Partial<Record<Leaving, DealtWith['how']>> = {
  dealt: 'dealt',
  elsewhere: 'elsewhere',
  answered: 'answered',
};

/**
 * Keeps the list of tweets that need an answer. There is one keeper, in the worker; several pages speak to it at once,
 * so that it does one thing after the other. What it holds in memory is written through, and read again if the worker
 * was started or somebody has emptied the storage.
 */
export class Keeper {
  readonly #db: DeskDatabase;
  readonly #storage: QueueStorage;
  readonly #now: () => number;
  readonly #inTurn = makeTurns();
  #rows: Map<string, QueuedTweet> | null = null;
  #stamp: string | null = null;

  constructor({ db, storage, now }: KeeperContext) {
    this.#db = db;
    this.#storage = storage;
    this.#now = now;
  }

  /** Notes tweets that were just judged: those that need an answer come on the list. */
  noteJudged(judged: readonly { tweet: SentTweet; judgement: Judgement }[]): Promise<void> {
    return this.#change(async (rows) => {
      const unknown = judged.filter(({ tweet, judgement }) => judgement.actionable && !rows.has(tweet.id));
      const settled = await settledOf(
        this.#db,
        unknown.map(({ tweet }) => tweet.id),
      );
      return merged(judged, rows, settled, this.#now());
    });
  }

  /** Takes tweets off the list and remembers what was done, also of those that are not on it. */
  async leave(tweetIds: readonly string[], how: Leaving): Promise<void> {
    await this.#change(async (rows) => {
      const now = this.#now();
      const kept = remembered[how];
      if (kept) for (const id of tweetIds) await rememberDealtWith(this.#db, id, kept, now);
      const leaving = tweetIds.flatMap((id) => rows.get(id) ?? []).filter(({ left }) => left === null);
      return { put: leaving.map((row) => ({ ...row, left: { how, at: now } })), remove: [] };
    });
  }

  /** Puts back on the list what has left it so; what has left it otherwise stays away. */
  async bringBack(tweetId: string, how: Leaving): Promise<void> {
    await this.#change(async (rows) => {
      if (remembered[how]) await forgetDealtWith(this.#db, tweetId);
      const row = rows.get(tweetId);
      return { put: row?.left?.how === how ? [{ ...row, left: null }] : [], remove: [] };
    });
  }

  /** Hides a tweet until then; null shows it again. */
  async snooze(tweetId: string, until: number | null): Promise<void> {
    await this.#change(async (rows) => {
      const row = rows.get(tweetId);
      return { put: row ? [{ ...row, snoozedUntil: until }] : [], remove: [] };
    });
  }

  /** Puts back what had left for a case that is gone: its opening was undone. */
  async checkCases(): Promise<void> {
    await this.#change(async (rows) => {
      const left = [...rows.values()].filter((row) => row.left?.how === 'case');
      const inCase = await inCaseOf(
        this.#db,
        left.map(({ tweet }) => tweet.id),
      );
      const back = left.filter(({ tweet }) => !inCase.has(tweet.id));
      return { put: back.map((row) => ({ ...row, left: null })), remove: [] };
    });
  }

  /** Forgets a person who was erased: their tweets go, and whoever names them keeps the rest of their words. */
  async forget(handles: ReadonlySet<string>, tweetIds: ReadonlySet<string>): Promise<void> {
    const eraser = makeEraser({ handles, tweetIds, words: [] });
    await this.#change(async (rows) => {
      const all = [...rows.values()];
      const isTheirs = ({ tweet }: QueuedTweet): boolean => handles.has(tweet.handle.toLowerCase());
      const remove = all.filter((row) => isTheirs(row) || tweetIds.has(row.tweet.id)).map(({ tweet }) => tweet.id);
      const put = all.filter((row) => !remove.includes(row.tweet.id) && eraser.clean(row) !== row);
      return { put: put.map((row) => eraser.clean(row)), remove };
    });
  }

  /** A tweet of the list; undefined if it is not kept any more. */
  async find(tweetId: string): Promise<QueuedTweet | undefined> {
    return this.#inTurn(async () => (await this.#read()).get(tweetId));
  }

  /** Forgets what is over. */
  tidy(): Promise<void> {
    return this.#change(async () => ({ put: [], remove: [] }));
  }

  async #read(): Promise<Map<string, QueuedTweet>> {
    const stamp = await this.#storage.stamp();
    if (!this.#rows || stamp !== this.#stamp) this.#rows = await this.#storage.read();
    this.#stamp = stamp;
    return this.#rows;
  }

  #change(
    decide: (rows: ReadonlyMap<string, QueuedTweet>) => Promise<{ put: QueuedTweet[]; remove: string[] }>,
  ): Promise<void> {
    return this.#inTurn(async () => {
      const rows = await this.#read();
      const { put, remove } = await decide(rows);
      const next = new Map(rows);
      for (const id of remove) next.delete(id);
      for (const row of put) next.set(row.tweet.id, row);
      const gone = superfluous(next.values(), this.#now());
      for (const id of gone) next.delete(id);
      // Both lists may name a tweet: what is superfluous is not written first to be removed then.
      const written = put.filter(({ tweet }) => next.has(tweet.id));
      const removed = [...remove, ...gone].filter((id) => rows.has(id));
      if (written.length + removed.length > 0) this.#stamp = await this.#storage.write(written, removed);
      this.#rows = next;
    });
  }
}
