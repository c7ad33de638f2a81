import type { ClockTarget } from '../clock/clock';
import { workingMinutes } from './calendar';
import { dayNumber, hourOf } from './days';
import type { CaseFacts } from './facts';

/** A case with all that does not depend on what the report is filtered by. */
export interface PreparedCase {
  facts: CaseFacts;
  /** The desk it is of; null for this one. */
  desk: string | null;
  /** Number of the local day on which it was opened. */
  day: number;
  /** Numbers of the local days of its replies. */
  replyDays: number[];
  /** Local hour and number of the day of the customer's first tweet. */
  askedHour: number;
  askedDay: number;
  /** Minutes to the first answer, and to the resolution; null where there is none. Working time, if hours are set. */
  wait: number | null;
  resolution: number | null;
  /** Minutes without an answer until now; null once answered, or where no tweet is known. */
  waiting: number | null;
}

/** All cases, ready to be counted. */
export interface Prepared {
  /** The one opened first comes first. */
  cases: PreparedCase[];
  /** The same cases, whoever waited least first; only those that were answered, or resolved. */
  byWait: PreparedCase[];
  byResolution: PreparedCase[];
  target: ClockTarget | null;
}

/** Works out once what each report needs. */
export function prepare(
  known: Iterable<{ facts: CaseFacts; desk: string | null }>,
  target: ClockTarget | null,
  now: number,
): Prepared {
  const all = [...known];
  let first = Number.POSITIVE_INFINITY;
  let last = now;
  for (const { facts } of all) {
    first = Math.min(first, facts.askedAt ?? facts.openedAt);
    last = Math.max(last, facts.answeredAt ?? 0, facts.resolvedAt ?? 0, facts.openedAt);
  }
  const minutes = workingMinutes(all.length > 0 ? (target?.hours ?? null) : null, first, last);
  const cases = all.map(({ facts, desk }): PreparedCase => {
    const { askedAt, answeredAt, resolvedAt, openedAt } = facts;
    const from = askedAt ?? openedAt;
    return {
      facts,
      desk,
      day: dayNumber(openedAt),
      replyDays: facts.replies.map((reply) => dayNumber(reply.at)),
      askedHour: hourOf(from),
      askedDay: dayNumber(from),
      wait: askedAt === null || answeredAt === null ? null : minutes(askedAt, answeredAt),
      resolution: resolvedAt === null ? null : minutes(from, resolvedAt),
      waiting: askedAt === null || answeredAt !== null ? null : minutes(askedAt, now),
    };
  });
  // Ties by id: histories in any order give the same report, down to the lists of cases.
  cases.sort((a, b) => a.facts.openedAt - b.facts.openedAt || (a.facts.id < b.facts.id ? -1 : 1));
  const by = (length: (one: PreparedCase) => number | null): PreparedCase[] =>
    cases.filter((one) => length(one) !== null).sort((a, b) => (length(a) ?? 0) - (length(b) ?? 0));
  return { cases, byWait: by(({ wait }) => wait), byResolution: by(({ resolution }) => resolution), target };
}
