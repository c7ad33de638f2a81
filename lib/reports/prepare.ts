import type { ClockTarget } from '../clock/clock';
import { groupBy } from '../handover/rows';
import { workingMinutes } from './calendar';
import { dayNumber, hourOf, weekdayOf } from './days';
import { type CaseFacts, hasRare, idOf, type PackedFacts, type PackedRow, unpack } from './facts';

/** A case as it is kept, and whose it is. */
export interface KnownCase {
  facts: PackedFacts;
  /** The desk it is of; null for this one. */
  desk: string | null;
}

/** A follow-up that nobody has done yet. */
export interface WaitingFollowUp {
  id: string;
  caseId: string;
  dueAt: number;
  by: string | null;
}

/** Names as numbers, in the order in which they came. */
export class Names {
  readonly list: string[] = [];
  readonly #places = new Map<string, number>();

  /** The number of a name, which it gets now if it has none yet. */
  take(name: string): number {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    this.#places.set(name, this.list.length);
    this.list.push(name);
    return this.list.length - 1;
  }

  /** The number of a name; one that stands in no column if it never came. */
  find(name: string): number {
    return this.#places.get(name) ?? -1;
  }
}

/** Stands in a column where nobody is named. */
export const NOBODY = 65_535;
/** What a language is called where X did not say. */
export const UNKNOWN_LANGUAGE = 'und';

/** How far a case came, and what came after. */
export const flag = { answered: 1, resolved: 2, private: 4, reopened: 8, satisfied: 16 } as const;

type Of<Thing> = Thing & {
  /** The place of its case. */
  of: number;
};

/**
 * All cases, ready to be counted. What each report asks of each case stands in columns of numbers: a year is gone through
 * within milliseconds, whatever the report is narrowed to.
 */
export interface Prepared {
  cases: readonly KnownCase[];
  names: { topic: Names; lang: Names; route: Names; sign: Names };
  topic: Uint16Array;
  lang: Uint16Array;
  route: Uint16Array;
  owner: Uint16Array;
  answeredBy: Uint16Array;
  /** See {@link flag}. */
  flags: Uint8Array;
  /** Number of the local day on which it was opened. */
  day: Int32Array;
  /** Local hour and weekday, Monday is 0, of the customer's first tweet. */
  hour: Uint8Array;
  weekday: Uint8Array;
  /** Minutes to the first answer, and to the resolution. Working time, if hours are set. Not a number where there is none. */
  wait: Float64Array;
  resolution: Float64Array;
  /** Minutes without an answer until now; not a number once answered, or where no tweet is known. */
  waiting: Float64Array;
  /** Places of the cases that were answered, or resolved, whoever waited least first. */
  byWait: Uint32Array;
  byResolution: Uint32Array;
  /** Replies that were posted with Hark: the place of the case, the number of the local day, and who. */
  replies: { of: Uint32Array; day: Int32Array; by: Uint16Array };
  /** Those that nobody has done yet are among them. */
  followUps: { of: number; dueAt: number; doneAt: number | null; by: string | null }[];
  incidents: Of<CaseFacts['incidents'][number]>[];
  held: Of<CaseFacts['held'][number]>[];
  target: ClockTarget | null;
}

/** The facts of the case in a place. */
export function factsAt({ cases }: Prepared, place: number): CaseFacts {
  const known = cases[place];
  if (!known) throw new Error('There is no such case.');
  return unpack(known.facts);
}

/** Works out once what each report needs. */
export function prepare(
  cases: readonly KnownCase[],
  waiting: readonly WaitingFollowUp[],
  target: ClockTarget | null,
  now: number,
): Prepared {
  const size = cases.length;
  const rows = cases.map(({ facts }) => facts as unknown as PackedRow);
  const minutes = workingMinutes(size > 0 ? (target?.hours ?? null) : null, ...limitsOf(rows, now));
  const names = { topic: new Names(), lang: new Names(), route: new Names(), sign: new Names() };
  const sign = (by: string | null): number => (by === null ? NOBODY : names.sign.take(by));
  const column = {
    ...{ topic: new Uint16Array(size), lang: new Uint16Array(size), route: new Uint16Array(size) },
    ...{ owner: new Uint16Array(size), answeredBy: new Uint16Array(size), flags: new Uint8Array(size) },
    ...{ day: new Int32Array(size), hour: new Uint8Array(size), weekday: new Uint8Array(size) },
    ...{ wait: new Float64Array(size), resolution: new Float64Array(size), waiting: new Float64Array(size) },
  };
  const replies = room(rows.reduce((sum, row) => sum + row[13].length / 2, 0));
  const prepared = { followUps: [], incidents: [], held: [] } as Pick<Prepared, 'followUps' | 'incidents' | 'held'>;
  const undone = groupBy(waiting, ({ caseId }) => caseId);
  let reply = 0;
  for (let of = 0; of < size; of++) {
    const row = rows[of];
    if (!row) continue;
    const [openedAt, askedAt, answeredAt, resolvedAt, posted] = [row[2], row[8], row[9], row[11], row[13]];
    const from = askedAt ?? openedAt;
    column.topic[of] = names.topic.take(row[4]);
    column.route[of] = names.route.take(row[5]);
    column.lang[of] = names.lang.take(row[6] ?? UNKNOWN_LANGUAGE);
    column.owner[of] = sign(row[7]);
    column.answeredBy[of] = sign(row[10]);
    column.day[of] = dayNumber(openedAt);
    column.hour[of] = hourOf(from);
    column.weekday[of] = weekdayOf(dayNumber(from));
    column.wait[of] = askedAt === null || answeredAt === null ? Number.NaN : minutes(askedAt, answeredAt);
    column.resolution[of] = resolvedAt === null ? Number.NaN : minutes(from, resolvedAt);
    column.waiting[of] = askedAt === null || answeredAt !== null ? Number.NaN : minutes(askedAt, now);
    let flags = (answeredAt === null ? 0 : flag.answered) | (resolvedAt === null ? 0 : flag.resolved);
    for (let at = 0; at < posted.length; at += 2) {
      replies.of[reply] = of;
      replies.day[reply] = dayNumber(posted[at] as number);
      replies.by[reply] = sign(posted[at + 1] as string | null);
      reply += 1;
    }
    if (hasRare(row)) {
      const { satisfiedAt, privateAt, reopenedAt, followUps, incidents, held } = unpack(row);
      if (satisfiedAt !== null) flags |= flag.satisfied;
      if (privateAt !== null) flags |= flag.private;
      if (reopenedAt.length > 0) flags |= flag.reopened;
      for (const one of followUps) prepared.followUps.push({ of, ...one });
      for (const one of incidents) prepared.incidents.push({ of, ...one });
      for (const one of held) prepared.held.push({ of, ...one });
    }
    column.flags[of] = flags;
    for (const { dueAt, by } of undone.get(row[0]) ?? []) prepared.followUps.push({ of, dueAt, doneAt: null, by });
  }
  return {
    ...{ cases, names, ...column, replies, ...prepared, target },
    byWait: inOrder(column.wait),
    byResolution: inOrder(column.resolution),
  };
}

function room(count: number): Prepared['replies'] {
  return { of: new Uint32Array(count), day: new Int32Array(count), by: new Uint16Array(count) };
}

/** The first and the last moment that any case tells of. */
function limitsOf(rows: readonly PackedRow[], now: number): [first: number, last: number] {
  let [first, last] = [Number.POSITIVE_INFINITY, now];
  for (const row of rows) {
    const [openedAt, askedAt, answeredAt, resolvedAt] = [row[2], row[8], row[9], row[11]];
    first = Math.min(first, askedAt ?? openedAt);
    last = Math.max(last, answeredAt ?? 0, resolvedAt ?? 0, openedAt);
  }
  return [first, last];
}

/** The places of all numbers in a column, the least first. */
function inOrder(column: Float64Array): Uint32Array {
  const places = new Uint32Array(column.length);
  let count = 0;
  for (let place = 0; place < column.length; place++) if (!Number.isNaN(column[place])) places[count++] = place;
  const value = (place: number): number => column[place] ?? 0;
  return places.slice(0, count).sort((one, other) => value(one) - value(other));
}

/** Places of cases, the one opened first first; those opened together by their ids, so that nothing hangs on their order. */
export function byOpening({ cases }: Prepared, places: Iterable<number>): number[] {
  const openedAt = (place: number): number => Number(cases[place]?.facts[2]);
  const id = (place: number): string => idOf(cases[place]?.facts ?? []);
  return [...places].sort((one, other) => openedAt(one) - openedAt(other) || (id(one) < id(other) ? -1 : 1));
}
