import { type Route, routes, type Topic, topics } from '../cases/case';
import { type Channel, channels } from '../facts/fact';
import { type DraftOutcome, draftOutcomes, type OverrideReason, overrideReasons } from '../guard/outcome';
import { type CheckId, checkIds, type Level } from '../guard/types';
import type { Incident } from '../incidents/incident';
import { dayOf, type FunnelDay, kindOfKey } from '../queue/funnel';
import { type Intent, intents } from '../triage/judgement';
import type { ReportDay } from './day';
import {
  dayNumber,
  limitsOf,
  nameOfDay,
  numberOfDay,
  type Period,
  type Step,
  stepFor,
  stepOf,
  stepsOf,
  weekdayOf,
} from './days';
import type { CaseFacts, HeldDraft } from './facts';
import type { Prepared, PreparedCase } from './prepare';
import { type Spread, spreadOf } from './spread';

/** What a report is about. */
export interface Query {
  period: Period;
  topic: Topic | null;
  lang: string | null;
  /** The rep at the desk, for their own figures; null for the team. */
  by: string | null;
}

/** What the guard said of one draft. */
export interface SaidOfDraft {
  at: number;
  by: string | null;
  checks: { id: CheckId; level: Level }[];
  outcome: DraftOutcome;
  reason: OverrideReason | null;
}

/** A follow-up that nobody has done yet. */
export interface WaitingFollowUp {
  caseId: string;
  dueAt: number;
  by: string | null;
}

/** All that reports are made of. */
export interface Sources {
  prepared: Prepared;
  funnel: readonly FunnelDay[];
  days: readonly ReportDay[];
  sayings: readonly SaidOfDraft[];
  incidents: readonly Incident[];
  waiting: readonly WaitingFollowUp[];
  now: number;
}

/** A follow-up counts as kept if it was done within this time after it was due, in milliseconds. */
export const GRACE = 60 * 60_000;
const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
/** An incident that lasted longer is shown by the day. */
const LONG_INCIDENT = 3 * DAY;

export const caseStages = ['opened', 'answered', 'resolved'] as const;
export type CaseStage = (typeof caseStages)[number];
export const reportStages = ['seen', 'relevant', 'actionable', ...caseStages] as const;
export type ReportStage = (typeof reportStages)[number];

export const afterwards = ['private', 'reopened', 'satisfied'] as const;
export type Afterwards = (typeof afterwards)[number];

export const promises = ['kept', 'late', 'missed'] as const;
export type Promised = (typeof promises)[number];

/** How long something took. */
export interface Spans {
  overall: Spread;
  /** Monday first. */
  byWeekday: Spread[];
  byHour: Spread[];
}

/** How a count of cases is made up. */
export interface Share<Key extends string = string> {
  key: Key;
  count: number;
}

/** One incident, as far as its customers go. */
export interface IncidentReport {
  id: string;
  title: string;
  area: string;
  state: Incident['state'];
  since: number;
  /** When it was written down. */
  createdAt: number;
  fixedAt: number | null;
  cases: number;
  people: number;
  told: number;
  step: 'hour' | 'day';
  /** When cases were linked. */
  points: { at: number; linked: number }[];
}

/** Everything on the page. */
export interface Report {
  query: Query;
  step: Step;
  /** Counts that nobody has written down by topic, language or rep are null where the report is narrowed. */
  funnel: { stage: ReportStage; count: number | null }[];
  /** `underway` is answered and not resolved. */
  overTime: { step: string; opened: number; answered: number; resolved: number; underway: number }[];
  wait: Spans;
  resolution: Spans;
  /** Cases that had, or missed, an answer within the target; null if there is no target. */
  target: { minutes: number; hours: boolean; within: number; of: number } | null;
  topics: Share<Topic>[];
  intents: Share<Intent>[] | null;
  languages: Share[];
  routes: Share<Route>[];
  after: Share<Afterwards>[];
  followUps: Share<Promised>[];
  incidents: IncidentReport[];
  guard: {
    held: number;
    /** Null where only what stands in cases is counted. */
    hinted: number | null;
    checks: { id: CheckId; held: number; hinted: number; overridden: number }[];
    outcomes: Share<DraftOutcome>[];
    reasons: Share<OverrideReason>[];
  };
  offered: Share<Channel>[] | null;
  balance: { step: string; help: number; marketing: number | null; other: number | null }[];
}

/** A point of a picture: which cases it stands for. */
export type Pick =
  | { by: 'stage'; stage: CaseStage }
  | { by: 'step'; step: string; stage: CaseStage | 'unanswered' | 'unresolved' }
  | { by: 'weekday' | 'hour'; of: 'wait' | 'resolution'; value: number }
  | { by: 'target'; within: boolean }
  | { by: 'topic' | 'lang' | 'route'; value: string }
  | { by: 'after'; what: Afterwards }
  | { by: 'followUps'; what: Promised }
  | { by: 'incident'; id: string; toldOnly: boolean }
  | { by: 'held'; check?: CheckId; outcome?: DraftOutcome; reason?: OverrideReason }
  | { by: 'help'; step: string };

/** What a language is called where X did not say. */
export const UNKNOWN_LANGUAGE = 'und';
const langOf = ({ lang }: CaseFacts): string => lang ?? UNKNOWN_LANGUAGE;

/** True of a case that the report is about, whenever it was opened. */
function concerns({ topic, lang, by }: Query): (one: PreparedCase) => boolean {
  return ({ facts }) =>
    (topic === null || facts.topic === topic) &&
    (lang === null || langOf(facts) === lang) &&
    (by === null || facts.owner === by || facts.answeredBy === by);
}

/** Cases that were opened in the period. */
function cohort({ prepared }: Sources, query: Query): (one: PreparedCase) => boolean {
  const [first, last] = [numberOfDay(query.period.from), numberOfDay(query.period.to)];
  const is = prepared.cases.length > 0 ? concerns(query) : () => false;
  return (one) => one.day >= first && one.day <= last && is(one);
}

const reached: Record<CaseStage, (one: PreparedCase) => boolean> = {
  opened: () => true,
  answered: ({ facts }) => facts.answeredAt !== null,
  resolved: ({ facts }) => facts.resolvedAt !== null,
};

const did: Record<Afterwards, (facts: CaseFacts) => boolean> = {
  private: ({ privateAt }) => privateAt !== null,
  reopened: ({ reopenedAt }) => reopenedAt.length > 0,
  satisfied: ({ satisfiedAt }) => satisfiedAt !== null,
};

/** Counts of keys, the most frequent first; those of equal number in the given order. */
class Tally<Key extends string> {
  readonly #counts = new Map<Key, number>();
  constructor(order: readonly Key[] = []) {
    for (const key of order) this.#counts.set(key, 0);
  }
  add(key: Key, count = 1): void {
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + count);
  }
  /** In the given order. */
  all(): Share<Key>[] {
    return [...this.#counts].map(([key, count]) => ({ key, count }));
  }
  sorted(): Share<Key>[] {
    const shares = this.all().filter(({ count }) => count > 0);
    return shares.sort((one, other) => other.count - one.count || (one.key < other.key ? -1 : 1));
  }
}

/** Makes a report. Pure: the same cases in any order give the same report. */
export function reportOn(sources: Sources, query: Query): Report {
  const { prepared } = sources;
  const step = stepFor(query.period);
  const inCohort = cohort(sources, query);
  const stepNames = stepsOf(query.period, step);
  const overTime = new Map(
    stepNames.map((name) => [name, { step: name, opened: 0, answered: 0, resolved: 0, underway: 0 }]),
  );
  const counts = { opened: 0, answered: 0, resolved: 0 };
  const [byTopic, byLanguage, byRoute] = [new Tally<Topic>(topics), new Tally<string>(), new Tally<Route>(routes)];
  const after = new Tally<Afterwards>(afterwards);
  let [within, measured] = [0, 0];
  const target = prepared.target?.minutes ?? null;
  const rowOfDay = byDay(overTime, query.period, step);
  for (const one of prepared.cases) {
    if (!inCohort(one)) continue;
    const { facts, day } = one;
    const row = rowOfDay.get(day);
    for (const stage of caseStages) {
      if (!reached[stage](one)) continue;
      counts[stage] += 1;
      if (row) row[stage] += 1;
    }
    if (row && reached.answered(one) && !reached.resolved(one)) row.underway += 1;
    byTopic.add(facts.topic);
    byLanguage.add(langOf(facts));
    byRoute.add(facts.route);
    for (const what of afterwards) if (did[what](facts)) after.add(what);
    const met = target === null ? null : metTarget(one, target);
    if (met !== null) measured += 1;
    if (met) within += 1;
  }
  const funnel = funnelCounts(sources, query);
  return {
    query,
    step,
    funnel: reportStages.map((stage) => ({
      stage,
      count: stage === 'opened' || stage === 'answered' || stage === 'resolved' ? counts[stage] : funnel[stage],
    })),
    overTime: [...overTime.values()],
    wait: spansOf(prepared.byWait, inCohort, ({ wait }) => wait),
    resolution: spansOf(prepared.byResolution, inCohort, ({ resolution }) => resolution),
    target: prepared.target && {
      minutes: prepared.target.minutes,
      hours: prepared.target.hours !== null,
      within,
      of: measured,
    },
    topics: byTopic.sorted(),
    intents: funnel.intents,
    languages: byLanguage.sorted(),
    routes: byRoute.sorted(),
    after: after.all(),
    followUps: promisesOf(sources, query),
    incidents: incidentsOf(sources, query),
    guard: guardOf(sources, query),
    offered: offeredOf(sources, query),
    balance: balanceOf(sources, query, step, stepNames),
  };
}

/** The row of each day of a period. */
function byDay<Row>(rows: ReadonlyMap<string, Row>, { from, to }: Period, step: Step): Map<number, Row> {
  const days = new Map<number, Row>();
  for (let day = numberOfDay(from); day <= numberOfDay(to); day++) {
    const row = rows.get(nameOfDay(stepOf(day, step)));
    if (row) days.set(day, row);
  }
  return days;
}

/** The name of the step that a day is in; made once for each day. */
function rememberingSteps(step: Step): (day: number) => string {
  const names = new Map<number, string>();
  return (day) => {
    const known = names.get(day) ?? nameOfDay(stepOf(day, step));
    names.set(day, known);
    return known;
  };
}

/** Whether the first answer came in time; null while that is open, or where no tweet is known. */
function metTarget({ wait, waiting }: PreparedCase, target: number): boolean | null {
  if (wait !== null) return wait <= target;
  return waiting !== null && waiting > target ? false : null;
}

function spansOf(
  sorted: readonly PreparedCase[],
  belongs: (one: PreparedCase) => boolean,
  lengthOf: (one: PreparedCase) => number | null,
): Spans {
  const overall: number[] = [];
  const byWeekday: number[][] = Array.from({ length: 7 }, () => []);
  const byHour: number[][] = Array.from({ length: 24 }, () => []);
  for (const one of sorted) {
    const length = lengthOf(one);
    if (length === null || !belongs(one)) continue;
    overall.push(length);
    byWeekday[weekdayOf(one.askedDay)]?.push(length);
    byHour[one.askedHour]?.push(length);
  }
  return { overall: spreadOf(overall), byWeekday: byWeekday.map(spreadOf), byHour: byHour.map(spreadOf) };
}

/** Counts of tweets: by their kinds where the report is narrowed; nobody's in particular. */
function funnelCounts({ funnel }: Sources, { period, topic, lang, by }: Query) {
  const days = funnel.filter(({ day }) => day >= period.from && day <= period.to);
  const sum = (stage: 'seen' | 'relevant' | 'actionable'): number => days.reduce((total, day) => total + day[stage], 0);
  if (by !== null) return { seen: null, relevant: null, actionable: null, intents: null };
  const wanted = new Tally<Intent>(intents);
  let [relevant, actionable] = [0, 0];
  for (const { kinds } of days) {
    for (const [key, [about, needing]] of Object.entries(kinds ?? {})) {
      const kind = kindOfKey(key);
      if ((topic !== null && kind.topic !== topic) || (lang !== null && (kind.lang ?? UNKNOWN_LANGUAGE) !== lang)) {
        continue;
      }
      relevant += about;
      actionable += needing;
      wanted.add(kind.intent, about);
    }
  }
  const narrowed = topic !== null || lang !== null;
  return {
    seen: narrowed ? null : sum('seen'),
    relevant: narrowed ? relevant : sum('relevant'),
    actionable: narrowed ? actionable : sum('actionable'),
    intents: wanted.sorted(),
  };
}

/** What became of one promise; null while it is not due. */
const outcomeOf = (dueAt: number, doneAt: number | null, now: number): Promised | null => {
  if (doneAt !== null) return doneAt <= dueAt + GRACE ? 'kept' : 'late';
  return now > dueAt + GRACE ? 'missed' : null;
};

/** Every promise that was due in the period, with its case. */
function* promised(sources: Sources, query: Query): Generator<{ one: PreparedCase; what: Promised }> {
  const { start, end } = limitsOf(query.period);
  const is = concerns({ ...query, by: null });
  const waiting = new Map<string, WaitingFollowUp[]>();
  for (const followUp of sources.waiting) {
    waiting.set(followUp.caseId, [...(waiting.get(followUp.caseId) ?? []), followUp]);
  }
  for (const one of sources.prepared.cases) {
    const open = waiting.get(one.facts.id);
    if ((one.facts.followUps.length === 0 && !open) || !is(one)) continue;
    const all = [...one.facts.followUps, ...(open ?? []).map(({ dueAt, by }) => ({ dueAt, by, doneAt: null }))];
    for (const { dueAt, doneAt, by } of all) {
      if (dueAt < start || dueAt >= end || (query.by !== null && by !== query.by)) continue;
      const what = outcomeOf(dueAt, doneAt, sources.now);
      if (what) yield { one, what };
    }
  }
}

function promisesOf(sources: Sources, query: Query): Share<Promised>[] {
  const tally = new Tally<Promised>(promises);
  for (const { what } of promised(sources, query)) tally.add(what);
  return tally.all();
}

function incidentsOf({ prepared, incidents, now }: Sources, query: Query): IncidentReport[] {
  const { start, end } = limitsOf(query.period);
  const shown = incidents.filter(
    ({ since, createdAt, fixedAt }) => Math.min(since, createdAt) < end && (fixedAt ?? now) >= start,
  );
  const linked = new Map(shown.map(({ id }) => [id, [] as CaseFacts['incidents']]));
  const is = concerns(query);
  for (const one of prepared.cases) {
    if (one.facts.incidents.length === 0 || !is(one)) continue;
    for (const link of one.facts.incidents) linked.get(link.id)?.push(link);
  }
  return shown
    .map(({ id, title, area, state, since, createdAt, fixedAt }): IncidentReport => {
      const links = linked.get(id) ?? [];
      const times = links.map(({ linkedAt }) => linkedAt);
      const last = Math.max(fixedAt ?? now, ...times);
      const step = last - Math.min(since, ...times) > LONG_INCIDENT ? 'day' : 'hour';
      const points = new Map<number, number>();
      for (const at of times) {
        const beginning = new Date(at).setMinutes(0, 0, 0);
        const key = step === 'hour' ? beginning : new Date(beginning).setHours(0);
        points.set(key, (points.get(key) ?? 0) + 1);
      }
      return {
        ...{ id, title, area, state, since, createdAt, fixedAt, step },
        cases: links.length,
        people: new Set(links.map(({ customerId }) => customerId)).size,
        told: new Set(links.filter(({ toldAt }) => toldAt !== null).map(({ customerId }) => customerId)).size,
        points: [...points].sort(([one], [other]) => one - other).map(([at, count]) => ({ at, linked: count })),
      };
    })
    .sort((one, other) => one.since - other.since || (one.id < other.id ? -1 : 1));
}

/** The same draft in the guard's own book and in a case. */
const draftKey = ({ at, by, outcome }: { at: number; by: string | null; outcome: DraftOutcome }): string =>
  `${at} ${by ?? ''} ${outcome}`;

function guardOf(sources: Sources, query: Query): Report['guard'] {
  const { start, end } = limitsOf(query.period);
  const inPeriod = ({ at, by }: { at: number; by: string | null }): boolean =>
    at >= start && at < end && (query.by === null || by === query.by);
  const narrowed = query.topic !== null || query.lang !== null;
  const drafts = narrowed ? [] : sources.sayings.filter(inPeriod);
  // What stands in a case was mostly said here; what colleagues' files tell was not.
  const known = new Set(drafts.map(draftKey));
  const is = concerns({ ...query, by: null });
  for (const one of sources.prepared.cases) {
    if (one.facts.held.length === 0 || !is(one)) continue;
    for (const held of one.facts.held) {
      if (!inPeriod(held) || known.has(draftKey(held))) continue;
      known.add(draftKey(held));
      drafts.push({ ...held, checks: held.checks.map((id) => ({ id, level: 'hold' })) });
    }
  }
  const checks = new Map(checkIds.map((id) => [id, { id, held: 0, hinted: 0, overridden: 0 }]));
  const outcomes = new Tally<DraftOutcome>(draftOutcomes);
  const reasons = new Tally<OverrideReason>(overrideReasons);
  let [held, hinted] = [0, 0];
  for (const draft of drafts) {
    const isHeld = draft.checks.some(({ level }) => level === 'hold');
    if (isHeld) {
      held += 1;
      outcomes.add(draft.outcome);
      if (draft.outcome === 'posted' && draft.reason) reasons.add(draft.reason);
    } else hinted += 1;
    for (const { id, level } of draft.checks) {
      const row = checks.get(id);
      if (!row) continue;
      if (level === 'hint') row.hinted += 1;
      else row.held += 1;
      if (level === 'hold' && draft.outcome === 'posted') row.overridden += 1;
    }
  }
  return {
    held,
    hinted: narrowed ? null : hinted,
    checks: [...checks.values()].filter((row) => row.held + row.hinted > 0),
    outcomes: outcomes.all(),
    reasons: reasons.sorted(),
  };
}

function offeredOf({ days }: Sources, { period, topic, lang, by }: Query): Report['offered'] {
  if (topic !== null || lang !== null || by !== null) return null;
  const tally = new Tally<Channel>(channels);
  for (const { day, offered } of days) {
    if (day < period.from || day > period.to) continue;
    for (const channel of channels) tally.add(channel, offered[channel] ?? 0);
  }
  return tally.sorted();
}

function balanceOf({ prepared, days }: Sources, query: Query, step: Step, names: readonly string[]): Report['balance'] {
  const whole = query.topic === null && query.lang === null && query.by === null;
  const nothing = whole ? 0 : null;
  const rows = new Map<string, Report['balance'][number]>(
    names.map((name) => [name, { step: name, help: 0, marketing: nothing, other: nothing }]),
  );
  const is = concerns({ ...query, by: null });
  const rowOfDay = byDay(rows, query.period, step);
  for (const one of prepared.cases) {
    const { replyDays } = one;
    if (replyDays.length === 0 || !is(one)) continue;
    for (let index = 0; index < replyDays.length; index++) {
      if (query.by !== null && one.facts.replies[index]?.by !== query.by) continue;
      const row = rowOfDay.get(replyDays[index] ?? 0);
      if (row) row.help += 1;
    }
  }
  for (const day of whole ? days : []) {
    if (day.day < query.period.from || day.day > query.period.to) continue;
    const row = rowOfDay.get(numberOfDay(day.day));
    if (!row) continue;
    row.marketing = (row.marketing ?? 0) + day.marketing;
    row.other = (row.other ?? 0) + day.other;
  }
  return [...rows.values()];
}

/** The cases that a point of a picture stands for, the one opened first first. */
export function casesBehind(sources: Sources, query: Query, pick: Pick): PreparedCase[] {
  const { cases } = sources.prepared;
  const inCohort = cohort(sources, query);
  const { start, end } = limitsOf(query.period);
  const step = stepFor(query.period);
  const mine = (by: string | null): boolean => query.by === null || by === query.by;
  const ofAnyDay = concerns({ ...query, by: null });
  const within = (is: (one: PreparedCase) => boolean): PreparedCase[] =>
    cases.filter((one) => inCohort(one) && is(one));
  switch (pick.by) {
    case 'stage':
      return within(reached[pick.stage]);
    case 'step': {
      const name = rememberingSteps(step);
      const { stage } = pick;
      const is =
        stage === 'unanswered'
          ? (one: PreparedCase) => !reached.answered(one) && !reached.resolved(one)
          : stage === 'unresolved'
            ? (one: PreparedCase) => reached.answered(one) && !reached.resolved(one)
            : reached[stage];
      return within((one) => name(one.day) === pick.step && is(one));
    }
    case 'weekday':
    case 'hour': {
      const { by, of, value } = pick;
      return within((one) => one[of] !== null && (by === 'hour' ? one.askedHour : weekdayOf(one.askedDay)) === value);
    }
    case 'target': {
      const target = sources.prepared.target?.minutes ?? null;
      return target === null ? [] : within((one) => metTarget(one, target) === pick.within);
    }
    case 'topic':
      return within(({ facts }) => facts.topic === pick.value);
    case 'route':
      return within(({ facts }) => facts.route === pick.value);
    case 'lang':
      return within(({ facts }) => langOf(facts) === pick.value);
    case 'after':
      return within(({ facts }) => did[pick.what](facts));
    case 'followUps':
      return [...new Set([...promised(sources, query)].flatMap(({ one, what }) => (what === pick.what ? [one] : [])))];
    case 'incident': {
      const is = concerns(query);
      const isLinked = ({ facts }: PreparedCase): boolean =>
        facts.incidents.some(({ id, toldAt }) => id === pick.id && (toldAt !== null || !pick.toldOnly));
      return cases.filter((one) => isLinked(one) && is(one));
    }
    case 'held': {
      const { check, outcome, reason } = pick;
      const isIt = (held: HeldDraft): boolean =>
        held.at >= start &&
        held.at < end &&
        mine(held.by) &&
        (check === undefined || held.checks.includes(check)) &&
        (outcome === undefined || held.outcome === outcome) &&
        (reason === undefined || (held.reason === reason && held.outcome === 'posted'));
      return cases.filter((one) => one.facts.held.some(isIt) && ofAnyDay(one));
    }
    case 'help': {
      const name = rememberingSteps(step);
      return cases.filter(
        (one) =>
          one.facts.replies.some(
            ({ at, by }) => at >= start && at < end && mine(by) && name(dayNumber(at)) === pick.step,
          ) && ofAnyDay(one),
      );
    }
  }
}

/** Languages of all cases, the most frequent first, for choosing one. */
export function languagesOf({ prepared }: Sources): string[] {
  const tally = new Tally<string>();
  for (const { facts } of prepared.cases) tally.add(langOf(facts));
  return tally.sorted().map(({ key }) => key);
}

/** The day of the first case, for choosing a period; today where there is none. */
export function firstDay({ prepared, now }: Sources): string {
  const first = prepared.cases[0];
  return first ? nameOfDay(first.day) : dayOf(now);
}
