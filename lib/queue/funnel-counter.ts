import type { Deed, DeskDatabase } from '../desk/database';
import {
  type CountedOnce,
  dayOf,
  emptyDay,
  hashOf,
  kindKey,
  type Stage,
  stages,
  startOf,
  type Tally,
  type TweetKind,
} from './funnel';
import { makeTurns } from './in-turn';

interface CounterContext {
  db: DeskDatabase;
  readTally(): Promise<Tally | null>;
  writeTally(tally: Tally): Promise<void>;
  /** Milliseconds since 1970. */
  now(): number;
}

/** Deeds that bring a tweet into a case. */
const OPENS: ReadonlySet<Deed['kind']> = new Set(['created', 'added', 'reopened']);
/** Counts are gathered for so long before they are written, in milliseconds. */
const GATHER = 1_000;
/** More tweets than these are not told apart any more. */
const TOLD_APART = 20_000;
/** How long the counts of a day are kept. */
const KEPT_DAYS = 400;

/** What was counted of a day and is not written yet. */
interface Pending {
  stages: Map<Stage, number>;
  kinds: Map<string, [relevant: number, actionable: number]>;
}

/** Counts how far tweets come, by day, and writes it from time to time. There is one, in the worker. */
export class FunnelCounter {
  readonly #context: CounterContext;
  readonly #inTurn = makeTurns();
  #known: (Record<CountedOnce, Set<number>> & { day: string }) | null = null;
  #pending = new Map<string, Pending>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(context: CounterContext) {
    this.#context = context;
  }

  /** Counts tweets that have come on screen. */
  seen(count: number): void {
    if (count > 0) this.#add(dayOf(this.#context.now()), 'seen', count);
  }

  /**
   * Counts each of these tweets, unless it was counted today.
   *
   * @param kinds what they are about, by id, where that is counted as well
   */
  async once(
    stage: CountedOnce,
    tweetIds: readonly string[],
    kinds: ReadonlyMap<string, TweetKind> = new Map(),
  ): Promise<void> {
    if (tweetIds.length === 0) return;
    await this.#inTurn(async () => {
      const known = await this.#today();
      for (const id of tweetIds) {
        const hash = hashOf(id);
        if (known[stage].has(hash)) continue;
        known[stage].add(hash);
        this.#add(known.day, stage, 1);
        const kind = kinds.get(id);
        if (kind && stage !== 'answered') this.#addKind(known.day, stage, kindKey(kind));
      }
    });
  }

  /** Takes back that a tweet was counted today. */
  async notOnce(stage: CountedOnce, tweetId: string): Promise<void> {
    await this.#inTurn(async () => {
      const known = await this.#today();
      if (known[stage].delete(hashOf(tweetId))) this.#add(known.day, stage, -1);
    });
  }

  /**
   * Counts the cases that were opened today. They are counted anew each time from what clicks did, so that it stays
   * right whoever undoes one.
   */
  async countOpened(): Promise<void> {
    const { db, now } = this.#context;
    const day = dayOf(now());
    await db.transaction('rw', db.deeds, db.funnel, async () => {
      const opened = await db.deeds
        .where('at')
        .aboveOrEqual(startOf(day))
        .filter(({ kind, undone }) => OPENS.has(kind) && undone === 0)
        .count();
      const before = (await db.funnel.get(day)) ?? emptyDay(day);
      if (before.opened !== opened) await db.funnel.put({ ...before, opened });
    });
  }

  /** Writes what was counted. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#inTurn(async () => {
      const { db, writeTally, now } = this.#context;
      const pending = this.#pending;
      this.#pending = new Map();
      if (this.#known) {
        const { day, ...sets } = this.#known;
        const numbers = (stage: CountedOnce): number[] => [...sets[stage]].slice(-TOLD_APART);
        const tally = {
          day,
          relevant: numbers('relevant'),
          actionable: numbers('actionable'),
          answered: numbers('answered'),
        };
        await writeTally(tally);
      }
      await db.transaction('rw', db.funnel, async () => {
        for (const [day, counts] of pending) {
          const before = await db.funnel.get(day);
          const next = before ?? emptyDay(day);
          for (const stage of stages) next[stage] = Math.max(0, next[stage] + (counts.stages.get(stage) ?? 0));
          for (const [kind, [relevant, actionable]] of counts.kinds) {
            next.kinds ??= {};
            const [wereRelevant, wereActionable] = next.kinds[kind] ?? [0, 0];
            next.kinds[kind] = [wereRelevant + relevant, wereActionable + actionable];
          }
          await db.funnel.put(next);
          if (!before) {
            const oldest = new Date(now());
            oldest.setDate(oldest.getDate() - KEPT_DAYS);
            await db.funnel.where('day').below(dayOf(oldest.getTime())).delete();
          }
        }
      });
    });
  }

  #add(day: string, stage: Stage, count: number): void {
    const { stages: counts } = this.#pendingOf(day);
    counts.set(stage, (counts.get(stage) ?? 0) + count);
    this.#timer ??= setTimeout(() => {
      // Counts only: without a database there is nobody to tell.
      this.flush().catch(() => undefined);
    }, GATHER);
  }

  #addKind(day: string, stage: 'relevant' | 'actionable', kind: string): void {
    const { kinds } = this.#pendingOf(day);
    const [relevant, actionable] = kinds.get(kind) ?? [0, 0];
    kinds.set(kind, stage === 'relevant' ? [relevant + 1, actionable] : [relevant, actionable + 1]);
  }

  #pendingOf(day: string): Pending {
    const pending = this.#pending.get(day) ?? { stages: new Map(), kinds: new Map() };
    this.#pending.set(day, pending);
    return pending;
  }

  async #today(): Promise<Record<CountedOnce, Set<number>> & { day: string }> {
    const day = dayOf(this.#context.now());
    if (!this.#known) {
      const tally = await this.#context.readTally();
      if (tally) {
        const { relevant, actionable, answered } = tally;
        this.#known = {
          day: tally.day,
          relevant: new Set(relevant),
          actionable: new Set(actionable),
          answered: new Set(answered),
        };
      }
    }
    if (this.#known?.day !== day) {
      this.#known = { day, relevant: new Set(), actionable: new Set(), answered: new Set() };
    }
    return this.#known;
  }
}
