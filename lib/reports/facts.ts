import {
  type Case,
  type CaseStatus,
  caseStatuses,
  type Entry,
  type Route,
  routes,
  type Topic,
  topics,
} from '../cases/case';
import { type DraftOutcome, draftOutcomes, type OverrideReason, overrideReasons } from '../guard/outcome';
import { type CheckId, checkIds } from '../guard/types';

/**
 * What reports count of one case. All of it follows from the case and its history; nothing that anybody wrote to a
 * customer, and no name of a customer, is in it. Times are milliseconds since 1970.
 */
export interface CaseFacts {
  id: string;
  number: number;
  openedAt: number;
  status: CaseStatus;
  topic: Topic;
  route: Route;
  /** Language of the customer's first tweet, as X's code; null where X did not say. */
  lang: string | null;
  owner: string | null;
  /** The customer's first tweet; null if the history has none. */
  askedAt: number | null;
  /** The first reply after it that customers can read. */
  answeredAt: number | null;
  answeredBy: string | null;
  /** When it was last set to resolved, if it is resolved now, or was when it was closed. */
  resolvedAt: number | null;
  resolvedBy: string | null;
  /** When the customer was first said to be satisfied. */
  satisfiedAt: number | null;
  /** When the talk first went on in direct messages. */
  privateAt: number | null;
  /** Each time it was opened again. */
  reopenedAt: number[];
  /** Replies that were posted with Hark. */
  replies: { at: number; by: string | null }[];
  /** Follow-ups that were done, by their due time. */
  followUps: { dueAt: number; doneAt: number; by: string | null }[];
  /** Incidents that it is linked to, and the first reply since. */
  incidents: { id: string; linkedAt: number; toldAt: number | null; customerId: string }[];
  /** What the guard held, and what came of it. */
  held: HeldDraft[];
}

/** A draft that the guard has held. */
export interface HeldDraft {
  at: number;
  by: string | null;
  outcome: DraftOutcome;
  reason: OverrideReason | null;
  checks: CheckId[];
}

/** The same draft, wherever it is told of: in a case, on another desk, and in the guard's own book. */
export const draftKey = ({ at, by, outcome }: Pick<HeldDraft, 'at' | 'by' | 'outcome'>): string =>
  `${at} ${by ?? ''} ${outcome}`;

/** The facts of a case. Pure: the same history in any order gives the same facts. */
export function factsOf(known: Case, history: readonly Entry[]): CaseFacts {
  const entries = [...history].sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
  const { id, number, openedAt, status, topic, route, owner } = known;
  const asked = entries.find((entry) => entry.kind === 'tweet');
  const facts: CaseFacts = {
    ...{ id, number, openedAt, status, topic, route, owner },
    lang: asked?.kind === 'tweet' ? asked.lang : null,
    askedAt: asked?.at ?? null,
    answeredAt: null,
    answeredBy: null,
    resolvedAt: null,
    resolvedBy: null,
    satisfiedAt: null,
    privateAt: null,
    reopenedAt: [],
    replies: [],
    followUps: [],
    incidents: [],
    held: [],
  };
  for (const entry of entries) {
    if (entry.kind === 'reply') readReply(facts, entry);
    else if (entry.kind === 'change') readChange(facts, entry, known.customerId);
    else if (entry.kind === 'guard') {
      const { at, by, outcome, reason, checks } = entry;
      facts.held.push({ at, by, outcome, reason, checks: [...checks].sort() });
    }
  }
  if (status !== 'resolved' && status !== 'closed') {
    facts.resolvedAt = null;
    facts.resolvedBy = null;
  } else if (facts.resolvedAt === null) facts.resolvedAt = known.resolvedAt;
  return facts;
}

function readReply(facts: CaseFacts, entry: Extract<Entry, { kind: 'reply' }>): void {
  const { at, initials: by } = entry;
  // Only what was posted with Hark says what it answers; the rest was seen on the page.
  if (entry.answers !== undefined) facts.replies.push({ at, by });
  if (entry.awaited) return;
  if (facts.askedAt !== null && facts.answeredAt === null && at >= facts.askedAt) {
    facts.answeredAt = at;
    facts.answeredBy = by;
  }
  for (const link of facts.incidents) link.toldAt ??= at;
}

function readChange(facts: CaseFacts, entry: Extract<Entry, { kind: 'change' }>, customerId: string): void {
  const { at, by, change } = entry;
  if (change.what === 'status' || (change.what === 'settled' && change.field === 'status')) {
    if (change.to === 'resolved') {
      facts.resolvedAt = at;
      facts.resolvedBy = by;
    } else if (change.to === 'open' || change.to === 'pending') {
      facts.resolvedAt = null;
      facts.resolvedBy = null;
      if (change.what === 'status' && (change.from === 'resolved' || change.from === 'closed'))
        facts.reopenedAt.push(at);
    }
  } else if (change.what === 'reopened') {
    facts.resolvedAt = null;
    facts.resolvedBy = null;
    if (change.from === 'resolved' || change.from === 'closed') facts.reopenedAt.push(at);
  } else if (change.what === 'satisfied') facts.satisfiedAt ??= at;
  else if (change.what === 'inDm') {
    if (change.to) facts.privateAt ??= at;
  } else if (change.what === 'followUp') {
    if (change.did === 'done') facts.followUps.push({ dueAt: change.dueAt, doneAt: at, by });
  } else if (change.what === 'incident') {
    const { incidentId: id } = change;
    const index = facts.incidents.findIndex((link) => link.id === id);
    if (change.did === 'unlinked' && index >= 0) facts.incidents.splice(index, 1);
    else if (change.did === 'linked' && index < 0) facts.incidents.push({ id, linkedAt: at, toldAt: null, customerId });
  }
}

/** Facts as they are stored, see {@link PackedRow}: a flat list, which is shorter and faster than named fields. */
export type PackedFacts = readonly unknown[];

export function pack(facts: CaseFacts): PackedFacts {
  const { reopenedAt, replies, followUps, incidents, held } = facts;
  const packed = [
    ...[facts.id, facts.number, facts.openedAt, facts.status, facts.topic, facts.route, facts.lang, facts.owner],
    ...[facts.askedAt, facts.answeredAt, facts.answeredBy, facts.resolvedAt, facts.resolvedBy],
    replies.flatMap(({ at, by }) => [at, by]),
  ];
  const rare = [
    ...[facts.satisfiedAt, facts.privateAt, reopenedAt],
    followUps.flatMap(({ dueAt, doneAt, by }) => [dueAt, doneAt, by]),
    incidents.flatMap(({ id, linkedAt, toldAt, customerId }) => [id, linkedAt, toldAt, customerId]),
    held.flatMap(({ at, by, outcome, reason, checks }) => [at, by, outcome, reason, checks]),
  ];
  // Most cases have none of these: they need not be stored.
  const isRare = rare.some((value) => (Array.isArray(value) ? value.length > 0 : value !== null));
  return isRare ? [...packed, ...rare] : packed;
}

/** What stands where in a packed row; the lists hold what {@link pack} has put one after the other. */
export type PackedRow = readonly [
  ...[id: string, number: number, openedAt: number, status: CaseStatus, topic: Topic, route: Route],
  ...[lang: string | null, owner: string | null, askedAt: number | null, answeredAt: number | null],
  ...[answeredBy: string | null, resolvedAt: number | null, resolvedBy: string | null, replies: readonly unknown[]],
  ...[satisfiedAt: number | null, privateAt: number | null, reopenedAt: number[], followUps: readonly unknown[]],
  ...[incidents: readonly unknown[], held: readonly unknown[]],
];
const FREQUENT = 14;
const NONE: never[] = [];

const isText = (value: unknown): boolean => typeof value === 'string' && value.length <= 200;
/** What is named in words of our own has no other: pictures look each one up. */
const oneOf = (values: readonly string[]) => (value: unknown) => typeof value === 'string' && values.includes(value);
const isTime = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);
const or = (is: (value: unknown) => boolean) => (value: unknown) => value === null || is(value);
const each = (is: (value: unknown) => boolean) => (value: unknown) => Array.isArray(value) && value.every(is);
/** A list that holds, one after the other, values of these forms. */
const inTurn =
  (...forms: ((value: unknown) => boolean)[]) =>
  (value: unknown): boolean =>
    Array.isArray(value) &&
    value.length % forms.length === 0 &&
    value.every((part, index) => forms[index % forms.length]?.(part));

/** The form of each place of a packed row. */
const forms: readonly ((value: unknown) => boolean)[] = [
  ...[isText, isTime, isTime, oneOf(caseStatuses), oneOf(topics), oneOf(routes), or(isText), or(isText)],
  ...[or(isTime), or(isTime), or(isText), or(isTime), or(isText), inTurn(isTime, or(isText))],
  ...[or(isTime), or(isTime), each(isTime), inTurn(isTime, isTime, or(isText))],
  inTurn(isText, isTime, or(isTime), isText),
  inTurn(isTime, or(isText), oneOf(draftOutcomes), or(oneOf(overrideReasons)), each(oneOf(checkIds))),
];

/** True of a row that {@link pack} may have written: one from elsewhere may hold anything. */
export function isPacked(row: unknown): row is PackedFacts {
  return (
    Array.isArray(row) &&
    (row.length === FREQUENT || row.length === forms.length) &&
    row.every((value, index) => forms[index]?.(value))
  );
}

/** True of a packed row that has more than what every case has. */
export const hasRare = (row: PackedFacts): boolean => row.length > FREQUENT;

/** The facts that were packed. Only {@link pack} writes such rows, so what stands where is known. */
export function unpack(row: PackedFacts): CaseFacts {
  const packed = row as unknown as PackedRow;
  const isRare = hasRare(row);
  return {
    id: packed[0],
    number: packed[1],
    openedAt: packed[2],
    status: packed[3],
    topic: packed[4],
    route: packed[5],
    lang: packed[6],
    owner: packed[7],
    askedAt: packed[8],
    answeredAt: packed[9],
    answeredBy: packed[10],
    resolvedAt: packed[11],
    resolvedBy: packed[12],
    replies: inGroups<CaseFacts['replies'][number]>(packed[13], 2, (from, at) => ({ at: from[at], by: from[at + 1] })),
    satisfiedAt: isRare ? packed[14] : null,
    privateAt: isRare ? packed[15] : null,
    reopenedAt: isRare ? packed[16] : NONE,
    followUps: isRare
      ? inGroups<CaseFacts['followUps'][number]>(packed[17], 3, (from, at) => ({
          dueAt: from[at],
          doneAt: from[at + 1],
          by: from[at + 2],
        }))
      : NONE,
    incidents: isRare
      ? inGroups<CaseFacts['incidents'][number]>(packed[18], 4, (from, at) => ({
          ...{ id: from[at], linkedAt: from[at + 1], toldAt: from[at + 2], customerId: from[at + 3] },
        }))
      : NONE,
    held: isRare
      ? inGroups<HeldDraft>(packed[19], 5, (from, at) => ({
          ...{ at: from[at], by: from[at + 1], outcome: from[at + 2], reason: from[at + 3], checks: from[at + 4] },
        }))
      : NONE,
  };
}

function inGroups<Made>(
  values: readonly unknown[],
  size: number,
  make: (from: readonly unknown[], at: number) => { [Key in keyof Made]: unknown },
): Made[] {
  if (values.length === 0) return NONE;
  const made: Made[] = [];
  for (let from = 0; from < values.length; from += size) made.push(make(values, from) as Made);
  return made;
}

/** One part of the summaries: facts of cases that were opened on one day. */
export interface SummaryRow {
  part: number;
  /** Packed facts as JSON: browsers read one long text several times faster than so many small values. */
  cases: string;
}

const DAY = 24 * 60 * 60_000;
/** A day is kept in so many parts: each change of a case writes one of them anew. */
const PARTS = 8;

/** Where the facts of a case are kept: by the day in UTC, so that it is the same wherever the computer travels. */
export function partOf({ openedAt, number }: Pick<Case, 'openedAt' | 'number'>): number {
  return Math.floor(openedAt / DAY) * PARTS + (number % PARTS);
}

/** A row of the summaries with these cases, in the order of their numbers. */
export function summaryOf(part: number, cases: readonly PackedFacts[]): SummaryRow {
  return { part, cases: JSON.stringify([...cases].sort((one, other) => numberOf(one) - numberOf(other))) };
}

/** The packed facts in a row of the summaries. */
export function casesIn({ cases }: { cases: unknown }): PackedFacts[] {
  // The first rows of this kind were lists.
  return typeof cases === 'string' ? JSON.parse(cases) : (cases as PackedFacts[]);
}

export const idOf = (packed: PackedFacts): string => String(packed[0]);
const numberOf = (packed: PackedFacts): number => Number(packed[1]);

/** All facts as rows. */
export function summariesOf(facts: Iterable<CaseFacts>): SummaryRow[] {
  const rows = new Map<number, PackedFacts[]>();
  for (const one of facts) {
    const part = partOf(one);
    const known = rows.get(part);
    if (known) known.push(pack(one));
    else rows.set(part, [pack(one)]);
  }
  return [...rows].sort(([one], [other]) => one - other).map(([part, some]) => summaryOf(part, some));
}
