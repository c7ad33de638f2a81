/**
 * Rows of an invented desk over a year, the same in each run: busy weekdays, quiet nights and weekends, a great outage,
 * some small ones, a holiday with hardly anybody at work. About 15 entries a case.
 *
 * @example
 * for (const chunk of yearRows({ cases: 100_000, now })) {
 *   for (const [table, rows] of Object.entries(chunk)) await put(bench, table, rows);
 * }
 */
import type { Case, Change, Customer, Entry, EntryContent, Route, Topic } from '../../lib/cases/case';
import type { GuardSaying, Setting } from '../../lib/desk/database';
import { ANY, type CaseRecord, type Counter, counterKeys, derive, type SearchRow } from '../../lib/desk/derive';
import { type FollowUp, newFollowUp } from '../../lib/follow-ups/follow-up';
import type { DraftOutcome } from '../../lib/guard/outcome';
import type { CheckId } from '../../lib/guard/types';
import type { Incident } from '../../lib/incidents/incident';
import { dayOf, type FunnelDay, kindKey } from '../../lib/queue/funnel';
import type { ReportDay } from '../../lib/reports/day';
import { type CaseFacts, factsOf, type SummaryRow, summariesOf } from '../../lib/reports/facts';
import type { Intent } from '../../lib/triage/judgement';
import { Dice } from './desk-rows';

/** What to make. */
export interface YearSize {
  cases?: number;
  seed?: number;
  /** The last moment of the year, in milliseconds since 1970. */
  now?: number;
  /** False leaves out what only the panel's search needs: that is most of the work. */
  search?: boolean;
}

/** Rows of some days, by table. The last chunk has what is not of a case. */
export interface YearChunk {
  customers: Customer[];
  entries: Entry[];
  search: SearchRow[];
  cases: CaseRecord[];
  followUps: FollowUp[];
  summaries: SummaryRow[];
  counters: Counter[];
  incidents: Incident[];
  funnel: FunnelDay[];
  reportDays: ReportDay[];
  guardSayings: GuardSaying[];
  settings: Setting[];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const DAYS = 365;
/** How busy the days of a week are, Sunday first. */
const WEEK = [0.42, 1.15, 1.05, 1, 1, 0.95, 0.58];
/** How busy the hours of a day are. */
const HOURS = [
  ...[0.25, 0.15, 0.1, 0.08, 0.1, 0.2, 0.5, 1, 1.6, 2, 2.1, 2],
  ...[1.8, 1.6, 1.5, 1.5, 1.6, 1.9, 2.3, 2.5, 2.3, 1.8, 1.1, 0.6],
];
const REPS = ['JD', 'MO', 'KT', 'AS', 'LR', 'PW'];
const AREAS = ['Whitten', 'Harrow Street', 'Leyton Vale', 'Nine Elms Quay', 'Orchard Hill', 'Port Sable'];
const LANGS: readonly [string, number][] = [
  ['en', 0.71],
  ['es', 0.12],
  ['tl', 0.08],
  ['pt', 0.05],
  ['de', 0.03],
  ['in', 0.01],
];
const TOPICS: readonly [Topic, number][] = [
  ['speed', 0.2],
  ['billing', 0.19],
  ['outage', 0.14],
  ['appointment', 0.1],
  ['unreachable', 0.1],
  ['device', 0.08],
  ['cancellation', 0.07],
  ['coverage', 0.05],
  ['order', 0.03],
  ['account', 0.02],
  ['fraud', 0.01],
  ['other', 0.01],
];
const ROUTES: readonly [Route, number][] = [
  ['support', 0.84],
  ['rnd', 0.08],
  ['promotions', 0.05],
  ['other', 0.03],
];
const INTENTS: readonly [Intent, number][] = [
  ['complaint', 0.46],
  ['question', 0.27],
  ['praise', 0.1],
  ['other', 0.14],
  ['unsure', 0.03],
];
const CHECKS: readonly [CheckId, number][] = [
  ['personal-data', 0.3],
  ['sales', 0.28],
  ['already-answered', 0.24],
  ['misdirected', 0.18],
];
const HINTS: readonly [CheckId, number][] = [
  ['tone', 0.4],
  ['says-nothing', 0.35],
  ['same-words', 0.15],
  ['butting-in', 0.1],
];
const OUTCOMES: readonly [DraftOutcome, number][] = [
  ['edited', 0.52],
  ['posted', 0.2],
  ['private', 0.16],
  ['dropped', 0.12],
];

function weighted<Of>(dice: Dice, choices: readonly (readonly [Of, number])[]): Of {
  let left = dice.roll() * choices.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [one, weight] of choices) {
    left -= weight;
    if (left < 0) return one;
  }
  return choices[0]?.[0] as Of;
}

/** Makes the year, some weeks at a time. */
export function* yearRows(size: YearSize = {}): Generator<YearChunk> {
  const { cases: total = 100_000, seed = 1, now = new Date(2026, 4, 4, 12).getTime(), search = true } = size;
  const dice = new Dice(seed);
  const first = new Date(now - (DAYS - 1) * DAY).setHours(0, 0, 0, 0);
  const days = Array.from({ length: DAYS }, (_, index) => dayAfter(first, index));
  const incidents = makeIncidents(dice, days);
  const weights = days.map((day) => (WEEK[new Date(day).getDay()] ?? 1) * busyness(day, incidents));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const counts = new Map<string, number>();
  const rest = emptyChunk();
  rest.incidents = incidents.map(({ incident }) => incident);
  let chunk = emptyChunk();
  let facts: CaseFacts[] = [];
  let number = 0;
  let owed = 0;
  for (const [index, day] of days.entries()) {
    owed += (total * (weights[index] ?? 0)) / all;
    const today = index === DAYS - 1 ? total - number : Math.round(owed);
    owed -= today;
    for (let made = 0; made < today; made++) {
      number += 1;
      const one = makeCase(dice, number, day, now, incidents);
      chunk.customers.push(one.customer);
      chunk.entries.push(...one.entries);
      chunk.followUps.push(...one.followUps);
      rest.guardSayings.push(...one.sayings);
      facts.push(factsOf(one.known, one.entries));
      if (search) {
        const { record, search: row } = derive(one.known, one.customer, one.entries);
        chunk.cases.push(record);
        chunk.search.push(row);
      } else chunk.cases.push({ ...one.known, lastWords: '', lists: [] });
      for (const key of counterKeys(one.known)) {
        if (search || key.endsWith(`|${ANY}|${ANY}`)) counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    rest.funnel.push(makeFunnelDay(dice, day, today));
    rest.reportDays.push(makeReportDay(dice, day, today));
    if (index % 14 === 13 || index === DAYS - 1) {
      yield { ...chunk, summaries: summariesOf(facts) };
      chunk = emptyChunk();
      facts = [];
    }
  }
  rest.counters = [...counts].map(([key, count]) => ({ key, count }));
  rest.settings = [{ key: 'nextCaseNumber', value: number + 1 }];
  yield rest;
}

function emptyChunk(): YearChunk {
  return {
    ...{ customers: [], entries: [], search: [], cases: [], followUps: [], summaries: [], counters: [] },
    ...{ incidents: [], funnel: [], reportDays: [], guardSayings: [], settings: [] },
  };
}

/** By the calendar: a day on which the clocks change is shorter or longer. */
function dayAfter(first: number, days: number): number {
  const date = new Date(first);
  date.setDate(date.getDate() + days);
  return date.getTime();
}

const isHoliday = (day: number): boolean => {
  const date = new Date(day);
  return date.getMonth() === 11 && date.getDate() >= 24 && date.getDate() <= 26;
};

interface Outage {
  incident: Incident;
  /** How many times as many write while it lasts. */
  rush: number;
}

/** A great outage some weeks ago, and a small one now and then. */
function makeIncidents(dice: Dice, days: readonly number[]): Outage[] {
  const made: Outage[] = [];
  for (const back of [340, 281, 230, 177, 120, 76, 19, 5]) {
    const great = back === 19;
    const since = (days[DAYS - 1 - back] ?? 0) + dice.between(9, 17) * HOUR + dice.between(0, 50) * MINUTE;
    const fixedAt = since + (great ? 27 * HOUR : dice.between(90, 420) * MINUTE);
    const area = great ? 'Whitten, Harrow Street' : dice.pick(AREAS);
    made.push({
      rush: great ? 7 : 2.4,
      incident: {
        ...{ id: `incident-${back}`, title: great ? 'Fibre cut in Whitten' : `No service in ${area}`, area },
        ...{ state: 'fixed', since, expected: null, message: '', link: null, lang: 'en' },
        ...{ createdAt: since + dice.between(6, 25) * MINUTE, updatedAt: fixedAt, fixedAt, by: 'MO' },
      },
    });
  }
  return made;
}

function busyness(day: number, incidents: readonly Outage[]): number {
  const hit = incidents.find(({ incident }) => incident.since < day + DAY && (incident.fixedAt ?? day) > day);
  return (hit ? 1 + (hit.rush - 1) / 2.2 : 1) * (isHoliday(day) ? 0.55 : 1);
}

/** When somebody writes: by the hour, or in the midst of an outage. */
function momentIn(dice: Dice, day: number, incidents: readonly Outage[]): { at: number; outage: Incident | null } {
  const hit = incidents.find(({ incident }) => incident.since < day + DAY && (incident.fixedAt ?? day) > day);
  if (hit && dice.roll() < 1 - 1 / hit.rush) {
    const { incident } = hit;
    const [from, to] = [Math.max(day, incident.since), Math.min(day + DAY, incident.fixedAt ?? day + DAY)];
    // Most write soon after it began.
    return { at: Math.floor(from + (to - from) * dice.roll() ** 1.7), outage: incident };
  }
  const hour = weighted(
    dice,
    HOURS.map((weight, index) => [index, weight] as const),
  );
  return { at: day + hour * HOUR + Math.floor(dice.roll() * HOUR), outage: null };
}

/** How long it takes until somebody answers, in milliseconds: nights wait for the morning, Sundays have one rep. */
function waitAt(dice: Dice, at: number, outage: Incident | null): number {
  const date = new Date(at);
  const hour = date.getHours();
  const sunday = date.getDay() === 0;
  const slow = isHoliday(new Date(at).setHours(0, 0, 0, 0)) ? 6 : sunday ? 7 : outage ? 3 : 1;
  const wait = (2 + 14 * dice.roll() ** 2 + 40 * dice.roll() ** 9) * slow * MINUTE;
  if (hour >= 7 && hour < 23) return wait;
  const morning = new Date(at);
  if (hour >= 23) morning.setDate(morning.getDate() + 1);
  morning.setHours(7, dice.between(1, 40), 0, 0);
  return morning.getTime() - at + wait / 3;
}

function makeCase(dice: Dice, number: number, day: number, now: number, incidents: readonly Outage[]) {
  const id = `case-${number}`;
  const { at, outage } = momentIn(dice, day, incidents);
  const askedAt = Math.min(at, now - 3 * MINUTE);
  const owner = dice.pick(REPS);
  const lang = weighted(dice, LANGS);
  const handle = `${dice.word().slice(0, 7)}_${number.toString(36)}`;
  const customer: Customer = {
    ...{ id: `customer-${number}`, handles: [handle], handle, name: handle, account: '', place: '', note: '' },
    ...{ namedByRep: false, createdAt: askedAt, joined: [] },
  };
  const entries: Entry[] = [];
  const followUps: FollowUp[] = [];
  const sayings: GuardSaying[] = [];
  /** What has not happened by now is not written. */
  const write = (when: number, content: EntryContent, tweetId: string | null = null): boolean => {
    if (when > now) return false;
    entries.push({ id: `${id}-${entries.length}`, caseId: id, at: when, tweetId, ...content });
    return true;
  };
  const change = (when: number, what: Change): boolean => write(when, { kind: 'change', change: what, by: owner });
  const tweetId = (): string => String(10 ** 17 + number * 40 + entries.length);
  const link = (who: string, tweet: string): string => `https://x.com/${who}/status/${tweet}`;
  const says = (when: number): boolean => {
    const tweet = tweetId();
    return write(
      when,
      { kind: 'tweet', handle, name: handle, text: dice.text(4, 12), permalink: link(handle, tweet), lang },
      tweet,
    );
  };
  const replies = (when: number): boolean => {
    const tweet = tweetId();
    const [account, answers] = ['Lantern', String(10 ** 17 + number * 40)];
    const text = `${dice.text(4, 10)} ^${owner}`;
    const permalink = link(account, tweet);
    return write(when, { kind: 'reply', handle: account, initials: owner, text, permalink, answers }, tweet);
  };
  says(askedAt);
  const answeredAt = askedAt + Math.round(waitAt(dice, askedAt, outage));
  const openedAt = Math.min(now, Math.max(askedAt + MINUTE, Math.round(askedAt + (answeredAt - askedAt) * 0.7)));
  change(openedAt, { what: 'opened' });
  const topic = outage ? 'outage' : weighted(dice, TOPICS);
  if (topic !== 'other') change(openedAt + 20_000, { what: 'topic', from: 'other', to: topic });
  if (outage)
    change(openedAt + 40_000, { what: 'incident', did: 'linked', title: outage.title, incidentId: outage.id });
  const known: Case = {
    ...{ id, number, customerId: customer.id, openedFor: handle, status: 'open', topic, priority: 'normal' },
    ...{ route: weighted(dice, ROUTES), owner, tags: [], openedAs: 'Lantern', openedAt, updatedAt: openedAt },
    ...{ resolvedAt: null, waitingSince: null },
    ...(outage ? { incidentId: outage.id } : {}),
  };
  const saidOf = (when: number): void => {
    const hold = dice.roll() < 0.35;
    const check = weighted(dice, hold ? CHECKS : HINTS);
    const outcome = hold ? weighted(dice, OUTCOMES) : dice.roll() < 0.6 ? 'posted' : 'edited';
    const reason =
      hold && outcome === 'posted' ? dice.pick(['notComplaint', 'isOurs', 'asked', 'wrong'] as const) : null;
    const said = { at: when, by: owner, outcome, reason };
    sayings.push({ id: `${id}-said`, ...said, checks: [{ id: check, level: hold ? 'hold' : 'hint' }] });
    if (hold) write(when, { kind: 'guard', checks: [check], outcome, reason, by: owner });
  };
  // A few get no answer at all, or see that it works again.
  if (dice.roll() < 0.05 || answeredAt > now) {
    if (askedAt < now - 3 * DAY) {
      change(askedAt + DAY, { what: 'status', from: 'open', to: 'closed' });
      known.status = 'closed';
    }
    return { customer, known, entries, followUps, sayings };
  }
  if (dice.roll() < 0.12) saidOf(answeredAt - 5_000);
  replies(answeredAt);
  change(answeredAt + 1, { what: 'status', from: 'open', to: 'pending' });
  known.status = 'pending';
  if (known.route !== 'support') change(answeredAt + MINUTE, { what: 'route', from: 'support', to: known.route });
  let last = answeredAt;
  for (let left = dice.between(3, 14); left > 0; left--) {
    last += dice.between(2, 90) * MINUTE;
    const share = dice.roll();
    if (share < 0.35) says(last);
    else if (share < 0.65) replies(last);
    else write(last, { kind: 'note', text: dice.text(3, 9), by: owner });
  }
  if (dice.roll() < 0.16) change(answeredAt + 2 * MINUTE, { what: 'inDm', to: true });
  if (dice.roll() < 0.3) {
    const dueAt = last + dice.between(3, 30) * HOUR;
    const reason = 'Is all well?';
    change(last, { what: 'followUp', did: 'made', dueAt, reason });
    const promise = newFollowUp(`${id}-promise`, { caseId: id, dueAt, reason, by: owner }, last);
    const doneAt = dueAt + Math.round((dice.roll() < 0.86 ? -1 + 1.9 * dice.roll() : 2 + 20 * dice.roll()) * HOUR);
    if (dice.roll() < 0.97 && doneAt <= now) {
      change(doneAt, { what: 'followUp', did: 'done', dueAt, reason });
      followUps.push({ ...promise, state: 'done', updatedAt: doneAt });
    } else followUps.push(promise);
  }
  const resolvedAt = last + dice.between(20, 1_500) * MINUTE;
  if (dice.roll() < 0.9 && change(resolvedAt, { what: 'status', from: 'pending', to: 'resolved' })) {
    known.status = 'resolved';
    known.resolvedAt = resolvedAt;
    if (dice.roll() < 0.06 && change(resolvedAt + 5 * HOUR, { what: 'reopened', from: 'resolved' })) {
      const again = resolvedAt + 9 * HOUR;
      known.status = 'open';
      known.resolvedAt = null;
      if (change(again, { what: 'status', from: 'open', to: 'resolved' })) {
        known.status = 'resolved';
        known.resolvedAt = again;
      }
    } else if (dice.roll() < 0.14) change(resolvedAt + HOUR, { what: 'satisfied' });
  }
  known.updatedAt = entries.reduce((latest, entry) => Math.max(latest, entry.at), openedAt);
  entries.sort((one, other) => one.at - other.at);
  return { customer, known, entries, followUps, sayings };
}

function makeFunnelDay(dice: Dice, day: number, cases: number): FunnelDay {
  const actionable = Math.round(cases * (1.4 + 0.4 * dice.roll()));
  const relevant = Math.round(actionable * (2.2 + 0.8 * dice.roll()));
  const kinds: Record<string, [number, number]> = {};
  for (let index = 0; index < relevant; index++) {
    const key = kindKey({
      topic: weighted(dice, TOPICS),
      intent: weighted(dice, INTENTS),
      lang: weighted(dice, LANGS),
    });
    const [about, needing] = kinds[key] ?? [0, 0];
    kinds[key] = [about + 1, needing + (index < actionable ? 1 : 0)];
  }
  const seen = Math.round(relevant * (8 + 4 * dice.roll()));
  return { day: dayOf(day), seen, relevant, actionable, opened: cases, answered: Math.round(cases * 0.95), kinds };
}

function makeReportDay(dice: Dice, day: number, cases: number): ReportDay {
  const weekend = [0, 6].includes(new Date(day).getDay());
  return {
    day: dayOf(day),
    marketing: Math.round((weekend ? 1 : 4) * dice.roll() + cases * 0.06 * dice.roll()),
    other: Math.round(3 * dice.roll() + cases * 0.03),
    offered: {
      dm: Math.round(cases * 0.3 * dice.roll()),
      phone: Math.round(cases * 0.16 * dice.roll()),
      chat: Math.round(cases * 0.12 * dice.roll()),
      help: Math.round(cases * 0.2 * dice.roll()),
      status: Math.round(cases * 0.14 * dice.roll()),
    },
    counted: [],
  };
}
