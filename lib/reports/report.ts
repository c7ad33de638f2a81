import { type Route, routes, type Topic, topics } from '../cases/case';
import { type Channel, channels } from '../facts/fact';
import { type DraftOutcome, draftOutcomes, type OverrideReason, overrideReasons } from '../guard/outcome';
import { type CheckId, checkIds, type Level } from '../guard/types';
import type { Incident } from '../incidents/incident';
import { type Intent, intents } from '../triage/judgement';
import type { ReportDay } from './day';
import { lengthOf, limitsOf, nameOfDay, numberOfDay, type Period, type Step, stepFor, stepOf, stepsOf } from './days';
import { draftKey, type HeldDraft } from './facts';
import { byOpening, flag, type Prepared } from './prepare';
import { type Share, type Spread, spreadOf } from './spread';
import { countTweets, type Tweets } from './tweets';

/** What a report is about. */
export interface Query {
  period: Period;
  topic: Topic | null;
  lang: string | null;
  /** The rep at the desk, for their own figures; null for the team. */
  by: string | null;
}

/** Whether something is left out by topic, language or rep. */
export const isNarrowed = ({ topic, lang, by }: Query): boolean => topic !== null || lang !== null || by !== null;

/** What the guard said of one draft. */
export interface SaidOfDraft {
  at: number;
  by: string | null;
  checks: { id: CheckId; level: Level }[];
  outcome: DraftOutcome;
  reason: OverrideReason | null;
}

/** All that reports are made of. */
export interface Sources {
  prepared: Prepared;
  tweets: Tweets;
  days: readonly ReportDay[];
  sayings: readonly SaidOfDraft[];
  incidents: readonly Incident[];
  /** Desks whose hand-overs are counted: these hold cases only, no counts of the day and no hints. */
  lacking: readonly string[];
  now: number;
}

/** A follow-up counts as kept if it was done within this time after it was due, in milliseconds. */
const GRACE = 60 * 60_000;
const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
/** An incident that lasted longer is shown by the day. */
const LONG_INCIDENT = 3 * DAY;

export const caseStages = ['opened', 'answered', 'resolved'] as const;
export type CaseStage = (typeof caseStages)[number];
const reportStages = ['seen', 'relevant', 'actionable', ...caseStages] as const;
export type ReportStage = (typeof reportStages)[number];

export const afterwards = ['private', 'reopened', 'satisfied'] as const;
export type Afterwards = (typeof afterwards)[number];

/** Whether a first answer came within the target: it did, it came later, or it has not come and the target has passed. */
const timelinesses = ['within', 'late', 'unanswered'] as const;
export type Timely = (typeof timelinesses)[number];

export const promises = ['kept', 'late', 'missed'] as const;
export type Promised = (typeof promises)[number];

/** How long something took. */
export interface Spans {
  overall: Spread;
  /** Monday first. */
  byWeekday: Spread[];
  byHour: Spread[];
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
  /** When cases were linked, and how many of them were told something since. */
  points: { at: number; linked: number; told: number }[];
}

/** Everything on the page. */
export interface Report {
  query: Query;
  step: Step;
  /** Desks of which only cases, follow-ups and incidents are known. */
  lacking: readonly string[];
  /** Counts that nobody has written down by topic, language or rep are null where the report is narrowed. */
  funnel: { stage: ReportStage; count: number | null }[];
  /** `underway` is answered and not resolved. */
  overTime: { step: string; opened: number; answered: number; resolved: number; underway: number }[];
  wait: Spans;
  resolution: Spans;
  /** Cases that had, or missed, an answer within the target; null if there is no target. */
  target: { minutes: number; hours: boolean; counts: Share<Timely>[] } | null;
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
  balance: Balance[];
}

/** What the brand posted in a step of time; null where the report is narrowed. */
export interface Balance {
  step: string;
  help: number;
  marketing: number | null;
  other: number | null;
}

/** A point of a picture: which cases it stands for. */
export type Pick =
  | { by: 'stage'; stage: CaseStage }
  | { by: 'step'; step: string; stage: CaseStage | 'unanswered' | 'unresolved' }
  | { by: 'weekday' | 'hour'; of: 'wait' | 'resolution'; value: number }
  | { by: 'target'; what: Timely }
  | { by: 'topic' | 'lang' | 'route'; value: string }
  | { by: 'after'; what: Afterwards }
  | { by: 'followUps'; what: Promised }
  | { by: 'incident'; id: string; linked: { from: number; to: number } | null; told: boolean | null }
  | { by: 'held'; check?: CheckId; outcome?: DraftOutcome; reason?: OverrideReason }
  | { by: 'help'; step: string };

/** 1 in the place of each case that the report is about, whenever it was opened. */
function concerned({ cases, names, ...columns }: Prepared, { topic, lang, by }: Query): Uint8Array {
  const mask = new Uint8Array(cases.length).fill(1);
  const narrow = (column: Uint16Array, name: number, other = column): void => {
    for (let of = 0; of < mask.length; of++) if (column[of] !== name && other[of] !== name) mask[of] = 0;
  };
  if (topic !== null) narrow(columns.topic, names.topic.find(topic));
  if (lang !== null) narrow(columns.lang, names.lang.find(lang));
  if (by !== null) narrow(columns.owner, names.sign.find(by), columns.answeredBy);
  return mask;
}

/** The same, but only of cases that were opened in the period. */
function cohort(prepared: Prepared, query: Query): Uint8Array {
  const [first, last] = [numberOfDay(query.period.from), numberOfDay(query.period.to)];
  const mask = concerned(prepared, query);
  for (let of = 0; of < mask.length; of++) {
    const day = prepared.day[of] ?? 0;
    if (day < first || day > last) mask[of] = 0;
  }
  return mask;
}

const flagOf = { answered: flag.answered, resolved: flag.resolved, opened: 0 } as const;
/** True if a case with these flags came so far. */
const reached = (stage: CaseStage, flags: number): boolean => (flags & flagOf[stage]) === flagOf[stage];

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
  const { names, flags, topic, lang, route } = prepared;
  const steps = stepsIn(query.period);
  const mask = cohort(prepared, query);
  const counts = { opened: 0, answered: 0, resolved: 0 };
  const perStep = { opened: room(steps.names), answered: room(steps.names), resolved: room(steps.names) };
  const underway = room(steps.names);
  const by = { topic: room(names.topic.list), lang: room(names.lang.list), route: room(names.route.list) };
  const after = new Tally<Afterwards>(afterwards);
  const timely = new Tally<Timely>(timelinesses);
  const target = prepared.target?.minutes ?? null;
  for (let of = 0; of < mask.length; of++) {
    if (mask[of] === 0) continue;
    const came = flags[of] ?? 0;
    const [isAnswered, isResolved] = [(came & flag.answered) !== 0, (came & flag.resolved) !== 0];
    const step = steps.of(prepared.day[of] ?? 0);
    counts.opened += 1;
    count(perStep.opened, step);
    if (isAnswered) {
      counts.answered += 1;
      count(perStep.answered, step);
      if (!isResolved) count(underway, step);
    }
    if (isResolved) {
      counts.resolved += 1;
      count(perStep.resolved, step);
    }
    count(by.topic, topic[of]);
    count(by.lang, lang[of]);
    count(by.route, route[of]);
    if (came > (flag.answered | flag.resolved)) {
      for (const what of afterwards) if ((came & flag[what]) !== 0) after.add(what);
    }
    const met = target === null ? null : timelinessOf(prepared, of, target);
    if (met !== null) timely.add(met);
  }
  const funnel = tweetsOf(sources, query);
  return {
    query,
    step: steps.step,
    lacking: sources.lacking,
    funnel: reportStages.map((stage) => ({
      stage,
      count: stage === 'opened' || stage === 'answered' || stage === 'resolved' ? counts[stage] : funnel[stage],
    })),
    overTime: steps.names.map((step, place) => ({
      step,
      opened: perStep.opened[place] ?? 0,
      answered: perStep.answered[place] ?? 0,
      resolved: perStep.resolved[place] ?? 0,
      underway: underway[place] ?? 0,
    })),
    wait: spansOf(prepared, prepared.byWait, mask, prepared.wait),
    resolution: spansOf(prepared, prepared.byResolution, mask, prepared.resolution),
    target: prepared.target && {
      minutes: prepared.target.minutes,
      hours: prepared.target.hours !== null,
      counts: timely.all(),
    },
    topics: shares(names.topic.list as Topic[], by.topic, topics),
    intents: funnel.intents,
    languages: shares(names.lang.list, by.lang),
    routes: shares(names.route.list as Route[], by.route, routes),
    after: after.all(),
    followUps: promisesOf(sources, query),
    incidents: incidentsOf(sources, query),
    guard: guardOf(sources, query),
    offered: offeredOf(sources, query),
    balance: balanceOf(sources, query, steps),
  };
}

/** A count for each name. */
const room = (names: readonly string[]): Uint32Array => new Uint32Array(names.length);

function count(counts: Uint32Array, name: number | undefined): void {
  if (name !== undefined) counts[name] = (counts[name] ?? 0) + 1;
}

/** Counts of names as shares, the most frequent first; those of equal number in the given order, else by their names. */
function shares<Key extends string>(
  names: readonly Key[],
  counts: Uint32Array,
  order: readonly Key[] = [],
): Share<Key>[] {
  const tally = new Tally<Key>(order);
  names.forEach((name, index) => {
    tally.add(name, counts[index]);
  });
  return tally.sorted();
}

/** The steps of a period, and which of them a day is in; -1 where it is in none. */
function stepsIn(period: Period): { step: Step; names: string[]; of(day: number): number } {
  const step = stepFor(period);
  const names = stepsOf(period, step);
  const places = new Map(names.map((name, place) => [name, place]));
  const first = numberOfDay(period.from);
  const ofDay = Int32Array.from({ length: lengthOf(period) }, (_, index) => {
    return places.get(nameOfDay(stepOf(first + index, step))) ?? -1;
  });
  return { step, names, of: (day) => ofDay[day - first] ?? -1 };
}

/** Whether the first answer came in time; null while that is open, or where no tweet is known. */
function timelinessOf({ wait, waiting }: Prepared, of: number, target: number): Timely | null {
  const [waited, waits] = [wait[of] ?? Number.NaN, waiting[of] ?? Number.NaN];
  if (!Number.isNaN(waited)) return waited <= target ? 'within' : 'late';
  return waits > target ? 'unanswered' : null;
}

function spansOf({ hour, weekday }: Prepared, sorted: Uint32Array, mask: Uint8Array, lengths: Float64Array): Spans {
  const overall: number[] = [];
  const byWeekday: number[][] = Array.from({ length: 7 }, () => []);
  const byHour: number[][] = Array.from({ length: 24 }, () => []);
  for (let place = 0; place < sorted.length; place++) {
    const of = sorted[place] ?? 0;
    if (mask[of] === 0) continue;
    const length = lengths[of] ?? 0;
    overall.push(length);
    byWeekday[weekday[of] ?? 0]?.push(length);
    byHour[hour[of] ?? 0]?.push(length);
  }
  return { overall: spreadOf(overall), byWeekday: byWeekday.map(spreadOf), byHour: byHour.map(spreadOf) };
}

/** Counts of tweets; nobody's in particular. */
function tweetsOf({ tweets }: Sources, { period, topic, lang, by }: Query) {
  if (by !== null) return { seen: null, relevant: null, actionable: null, intents: null };
  const counted = countTweets(tweets, [numberOfDay(period.from), numberOfDay(period.to)], { topic, lang });
  const intended = new Tally<Intent>(intents);
  for (const { key, count } of counted.intents) intended.add(key, count);
  return { ...counted, intents: intended.sorted() };
}

/** Whether something happened in the period, and is the rep's whose figures are asked for, if they are. */
function within({ period, by }: Query): (at: number, who: string | null) => boolean {
  const { start, end } = limitsOf(period);
  return (at, who) => at >= start && at < end && (by === null || who === by);
}

/** What became of one promise; null while it is not due. */
const outcomeOf = (dueAt: number, doneAt: number | null, now: number): Promised | null => {
  if (doneAt !== null) return doneAt <= dueAt + GRACE ? 'kept' : 'late';
  return now > dueAt + GRACE ? 'missed' : null;
};

/** Every promise that was due in the period, with the place of its case. */
function* promised({ prepared, now }: Sources, query: Query): Generator<{ of: number; what: Promised }> {
  const isIn = within(query);
  const mask = concerned(prepared, { ...query, by: null });
  for (const { of, dueAt, doneAt, by } of prepared.followUps) {
    if (mask[of] === 0 || !isIn(dueAt, by)) continue;
    const what = outcomeOf(dueAt, doneAt, now);
    if (what) yield { of, what };
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
  const linked = new Map(shown.map(({ id }) => [id, [] as Prepared['incidents']]));
  const mask = concerned(prepared, query);
  for (const link of prepared.incidents) if (mask[link.of] === 1) linked.get(link.id)?.push(link);
  return shown
    .map(({ id, title, area, state, since, createdAt, fixedAt }): IncidentReport => {
      const links = linked.get(id) ?? [];
      const times = links.map(({ linkedAt }) => linkedAt);
      const last = Math.max(fixedAt ?? now, ...times);
      const step = last - Math.min(since, ...times) > LONG_INCIDENT ? 'day' : 'hour';
      const points = new Map<number, { linked: number; told: number }>();
      for (const { linkedAt: at, toldAt } of links) {
        const beginning = new Date(at).setMinutes(0, 0, 0);
        const key = step === 'hour' ? beginning : new Date(beginning).setHours(0);
        const point = points.get(key) ?? { linked: 0, told: 0 };
        point.linked += 1;
        if (toldAt !== null) point.told += 1;
        points.set(key, point);
      }
      return {
        ...{ id, title, area, state, since, createdAt, fixedAt, step },
        cases: links.length,
        people: new Set(links.map(({ customerId }) => customerId)).size,
        told: new Set(links.filter(({ toldAt }) => toldAt !== null).map(({ customerId }) => customerId)).size,
        points: [...points].sort(([one], [other]) => one - other).map(([at, point]) => ({ at, ...point })),
      };
    })
    .sort((one, other) => one.since - other.since || (one.id < other.id ? -1 : 1));
}

function guardOf(sources: Sources, query: Query): Report['guard'] {
  const isIn = within(query);
  const narrowed = query.topic !== null || query.lang !== null;
  const drafts = narrowed ? [] : sources.sayings.filter(({ at, by }) => isIn(at, by));
  // What stands in a case was mostly said here; what colleagues' files tell was not.
  const known = new Set(drafts.map(draftKey));
  const mask = concerned(sources.prepared, { ...query, by: null });
  for (const held of sources.prepared.held) {
    if (mask[held.of] === 0 || !isIn(held.at, held.by) || known.has(draftKey(held))) continue;
    known.add(draftKey(held));
    drafts.push({ ...held, checks: held.checks.map((id) => ({ id, level: 'hold' })) });
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

function offeredOf({ days }: Sources, query: Query): Report['offered'] {
  if (isNarrowed(query)) return null;
  const { period } = query;
  const tally = new Tally<Channel>(channels);
  for (const { day, offered } of days) {
    if (day < period.from || day > period.to) continue;
    for (const channel of channels) tally.add(channel, offered[channel] ?? 0);
  }
  return tally.sorted();
}

function balanceOf({ prepared, days }: Sources, query: Query, steps: ReturnType<typeof stepsIn>): Report['balance'] {
  const whole = !isNarrowed(query);
  const nothing = whole ? 0 : null;
  const rows = steps.names.map((step) => ({ step, help: 0, marketing: nothing, other: nothing }) as Balance);
  const { replies, names } = prepared;
  const mask = concerned(prepared, { ...query, by: null });
  const sign = query.by === null ? null : names.sign.find(query.by);
  for (let index = 0; index < replies.of.length; index++) {
    if (mask[replies.of[index] ?? 0] === 0 || (sign !== null && replies.by[index] !== sign)) continue;
    const row = rows[steps.of(replies.day[index] ?? 0)];
    if (row) row.help += 1;
  }
  for (const day of whole ? days : []) {
    const row = rows[steps.of(numberOfDay(day.day))];
    if (!row) continue;
    row.marketing = (row.marketing ?? 0) + day.marketing;
    row.other = (row.other ?? 0) + day.other;
  }
  return rows;
}

/** The places of the cases that a point of a picture stands for, the one opened first first. */
export function casesBehind(sources: Sources, query: Query, pick: Pick): number[] {
  return byOpening(sources.prepared, new Set(placesBehind(sources, query, pick)));
}

function placesBehind(sources: Sources, query: Query, pick: Pick): number[] {
  const { prepared } = sources;
  const { flags, day, names } = prepared;
  const isIn = within(query);
  const ofAnyDay = concerned(prepared, { ...query, by: null });
  const inCohort = (is: (of: number) => boolean): number[] => {
    const mask = cohort(prepared, query);
    const found: number[] = [];
    for (let of = 0; of < mask.length; of++) if (mask[of] === 1 && is(of)) found.push(of);
    return found;
  };
  switch (pick.by) {
    case 'stage':
      return inCohort((of) => reached(pick.stage, flags[of] ?? 0));
    case 'step': {
      const steps = stepsIn(query.period);
      const wanted = steps.names.indexOf(pick.step);
      return inCohort((of) => steps.of(day[of] ?? 0) === wanted && isAt(pick.stage, flags[of] ?? 0));
    }
    case 'weekday':
    case 'hour': {
      const lengths = prepared[pick.of];
      const column = prepared[pick.by];
      return inCohort((of) => !Number.isNaN(lengths[of]) && column[of] === pick.value);
    }
    case 'target': {
      const target = prepared.target?.minutes ?? null;
      return target === null ? [] : inCohort((of) => timelinessOf(prepared, of, target) === pick.what);
    }
    case 'topic':
    case 'lang':
    case 'route': {
      const [column, name] = [prepared[pick.by], names[pick.by].find(pick.value)];
      return inCohort((of) => column[of] === name);
    }
    case 'after':
      return inCohort((of) => ((flags[of] ?? 0) & flag[pick.what]) !== 0);
    case 'followUps':
      return [...promised(sources, query)].flatMap(({ of, what }) => (what === pick.what ? [of] : []));
    case 'incident': {
      const mask = concerned(prepared, query);
      const { id: wanted, linked, told } = pick;
      return prepared.incidents.flatMap(({ of, id, linkedAt, toldAt }) => {
        const isThen = linked === null || (linkedAt >= linked.from && linkedAt < linked.to);
        const isSo = told === null || told === (toldAt !== null);
        return id === wanted && isThen && isSo && mask[of] === 1 ? [of] : [];
      });
    }
    case 'held': {
      const { check, outcome, reason } = pick;
      const isIt = (held: HeldDraft): boolean =>
        isIn(held.at, held.by) &&
        (check === undefined || held.checks.includes(check)) &&
        (outcome === undefined || held.outcome === outcome) &&
        (reason === undefined || (held.reason === reason && held.outcome === 'posted'));
      return prepared.held.flatMap((held) => (ofAnyDay[held.of] === 1 && isIt(held) ? [held.of] : []));
    }
    case 'help': {
      const { replies } = prepared;
      const steps = stepsIn(query.period);
      const wanted = steps.names.indexOf(pick.step);
      const sign = query.by === null ? null : names.sign.find(query.by);
      const found: number[] = [];
      for (let index = 0; index < replies.of.length; index++) {
        const of = replies.of[index] ?? 0;
        if (ofAnyDay[of] === 0 || steps.of(replies.day[index] ?? 0) !== wanted) continue;
        if (sign === null || replies.by[index] === sign) found.push(of);
      }
      return found;
    }
  }
}

/** What a part of a column over time stands for: each case is in one of the last three. */
function isAt(stage: CaseStage | 'unanswered' | 'unresolved', flags: number): boolean {
  if (stage === 'unanswered') return (flags & (flag.answered | flag.resolved)) === 0;
  if (stage === 'unresolved') return (flags & flag.answered) !== 0 && (flags & flag.resolved) === 0;
  return reached(stage, flags);
}

/** Languages of all cases, the most frequent first, for choosing one. */
export function languagesOf({ prepared: { names, lang } }: Sources): string[] {
  const counts = new Uint32Array(names.lang.list.length);
  for (const name of lang) count(counts, name);
  return shares(names.lang.list, counts).map(({ key }) => key);
}
