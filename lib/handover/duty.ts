import { type Case, type CaseOrigin, type Entry, isActive } from '../cases/case';
import { clockTime, dayName, shortDate } from '../time/time';
import { baseOf, fieldsOf, withOrder } from './fields';
import type { ChangeEntry } from './rows';

/** Who owned what when the last shift ended. It is a picture of that moment, not of now. */
export interface Duty {
  at: number;
  from: string | null;
  to: string | null;
  /** By name; those cases that nobody had come last, under null. Numbers are the desk's own. */
  people: { owner: string | null; cases: number[] }[];
}

/** The last hand-over that cases tell of, and who owned which of them then; null if there has been none. */
export function onDuty(cases: readonly { known: Case; entries: readonly Entry[] }[]): Duty | null {
  let last: HandOverEntry | null = null;
  for (const { entries } of cases) {
    for (const entry of entries) if (isHandOver(entry) && (!last || entry.at > last.at)) last = entry;
  }
  if (!last) return null;
  const { at } = last;
  const owners = new Map<string | null, number[]>();
  for (const { known, entries } of cases) {
    if (known.openedAt > at) continue;
    const origins = known.origins ?? [originOf(known, entries)];
    const { status, owner } = fieldsOf(
      origins.filter(({ openedAt }) => openedAt <= at),
      withOrder(origins, entries).filter((entry) => entry.at <= at),
    );
    if (isActive(status)) owners.set(owner, [...(owners.get(owner) ?? []), known.number]);
  }
  const people = [...owners].map(([owner, numbers]) => ({ owner, cases: numbers.sort((one, other) => one - other) }));
  people.sort((one, other) =>
    one.owner === null ? 1 : other.owner === null ? -1 : one.owner.localeCompare(other.owner),
  );
  return { at, from: last.change.from, to: last.change.to, people };
}

/** "As of 14:02, when JD handed over to KM" */
export function describeDuty({ at, from, to }: Omit<Duty, 'people'>, now: number, locale: string): string {
  const isToday = dayName(at, now, locale) === 'Today';
  const time = isToday ? clockTime(at, locale) : `${shortDate(at, now, locale)}, ${clockTime(at, locale)}`;
  if (from === null) return `As of ${time}, the last hand-over`;
  return to === null ? `As of ${time}, when ${from} handed over` : `As of ${time}, when ${from} handed over to ${to}`;
}

type HandOverEntry = ChangeEntry & { change: { what: 'handedOver'; from: string | null; to: string | null } };

function isHandOver(entry: Entry): entry is HandOverEntry {
  return entry.kind === 'change' && entry.change.what === 'handedOver';
}

function originOf(known: Case, entries: readonly Entry[]): CaseOrigin {
  const { id, number, openedFor, openedAs, openedAt, updatedAt } = known;
  const desk = { id: '', name: '' };
  return { id, desk, number, openedFor, openedAs, openedAt, updatedAt, base: baseOf(known, entries) };
}

/**
 * What handing cases over writes: in each one's history who gave it to whom, and the new owner, where one was named.
 * To be written before the file is made, so that both desks tell the same.
 */
export function handOver(
  cases: readonly Case[],
  { from, to, now, newId }: { from: string | null; to: string | null; now: number; newId(): string },
): { cases: Case[]; entries: Entry[] } {
  const entries = cases.map(
    ({ id }): Entry => ({
      id: newId(),
      caseId: id,
      at: now,
      tweetId: null,
      kind: 'change',
      change: { what: 'handedOver', from, to },
      by: from,
    }),
  );
  return { cases: to === null ? [...cases] : cases.map((known) => ({ ...known, owner: to, updatedAt: now })), entries };
}
