import { routeNames, topicNames } from '../cases/describe';
import { channelNames } from '../facts/fact';
import { type DraftOutcome, overrideReasonNames } from '../guard/outcome';
import { checkNames } from '../guard/types';
import { incidentStateNames } from '../incidents/incident';
import { startOf } from '../queue/funnel';
import { sayCount, sayNumber } from '../text/counts';
import { languageName } from '../text/language-names';
import { clockText } from '../time/clock-text';
import type { Intent } from '../triage/judgement';
import { lengthOf, type Step } from './days';
import { type Definition, type DefinitionId, defined } from './definitions';
import { UNKNOWN_LANGUAGE } from './prepare';
import type { Afterwards, IncidentReport, Pick, Promised, Report, ReportStage, Spans, Timely } from './report';
import { caseStages } from './report';
import { FEW, type Share, type Spread } from './spread';
import { sayFew, sayLength, sayList, sayShare } from './words';

export type Cell = string | number | null;

/** What stands behind a picture, also for whoever does not see it. */
export interface Table {
  columns: string[];
  rows: { cells: Cell[]; pick: Pick | null }[];
}

/** How a part of a picture looks; each also differs in lightness and pattern. */
export type Tone = 'strong' | 'middle' | 'warm';

/** A bar that lies: its label, its length and what it says. */
export interface BarPoint {
  key: string;
  label: string;
  /** One after the other, in the order of the picture's series. */
  parts: number[];
  says: string;
  pick: Pick | null;
}

/** What a part of each bar or column stands for. */
export interface Series {
  name: string;
  tone: Tone;
}

/** A column: one part above the other. */
export interface ColumnPoint {
  key: string;
  label: string;
  /** What the axis says below it, where there is room. */
  short: string;
  parts: { value: number; pick: Pick | null }[];
  says: string;
}

/** A column for lengths of time: half within, and nine in ten within. */
export interface SpreadPoint {
  key: string;
  label: string;
  short: string;
  median: number | null;
  ninth: number | null;
  few: boolean;
  says: string;
  pick: Pick | null;
}

export type Picture =
  | {
      kind: 'bars';
      /** Null where all bars are of one part. */
      series: Series[] | null;
      points: BarPoint[];
      /** What a full bar stands for; null for the longest one. */
      whole: number | null;
    }
  | { kind: 'columns'; series: Series[]; points: ColumnPoint[] }
  | { kind: 'spreads'; points: SpreadPoint[]; target: number | null; working: boolean }
  /** Pictures of one section side by side, each to a measure of its own. */
  | { kind: 'several'; parts: { name: string; picture: Picture }[] };

/** A question, its answer, and what the answer is from. */
export interface Section {
  id: string;
  /** Parts of the page under one heading. */
  group: GroupId;
  question: string;
  answer: string;
  /** What to keep in mind: few cases, or figures that are left out. */
  notes: string[];
  picture: Picture | null;
  table: Table;
  definitions: Definition[];
}

export const groups = {
  funnel: 'The funnel',
  time: 'How fast',
  about: 'What it was about',
  after: 'What came of it',
  fair: 'Is it fair?',
} as const;
export type GroupId = keyof typeof groups;

const stageNames: Record<ReportStage, string> = {
  seen: 'Seen',
  relevant: 'About us',
  actionable: 'Need an answer',
  opened: 'Opened',
  answered: 'Answered',
  resolved: 'Resolved',
};
const intentNames: Record<Intent, string> = {
  complaint: 'Complaint',
  question: 'Question',
  praise: 'Praise',
  other: 'Something else',
  unsure: 'Unsure',
};
const afterNames: Record<Afterwards, string> = {
  private: 'Taken private',
  reopened: 'Opened again',
  satisfied: 'Satisfied',
};
const promiseNames: Record<Promised, string> = { kept: 'Kept', late: 'Late', missed: 'Missed' };
const outcomeNames: Record<DraftOutcome, string> = {
  edited: 'Edited',
  posted: 'Posted as it was',
  private: 'Taken private',
  dropped: 'Not posted',
};
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const NOTHING = 'Nothing in this period.';

/** What a language is called, also where X did not say which it is. */
export const nameOfLanguage = (code: string): string => (code === UNKNOWN_LANGUAGE ? 'Not known' : languageName(code));

/** The whole page, question by question. Pure. */
export function sectionsOf(report: Report, locale: string): Section[] {
  const steps = stepWords(report.step, locale);
  return [
    funnelSection(report),
    overTimeSection(report, steps),
    ...targetSections(report),
    ...spansSections(report),
    sharesSection(report, 'topics', 'What was it about?', 'Topic', report.topics, (key) => topicNames[key], 'topic'),
    ...(report.intents ? [intentsSection(report, report.intents)] : []),
    sharesSection(
      report,
      'languages',
      'Which languages did they write in?',
      'Language',
      report.languages,
      nameOfLanguage,
      'lang',
    ),
    sharesSection(report, 'routes', 'Where did it go?', 'Route', report.routes, (key) => routeNames[key], 'route'),
    afterSection(report),
    followUpsSection(report),
    incidentsSection(report.incidents, locale),
    balanceSection(report, steps),
    ...(report.offered ? [offeredSection(report)] : []),
    guardSection(report),
    heldSection(report),
    ...(report.guard.reasons.length > 0 ? [reasonsSection(report)] : []),
  ];
}

function make(
  id: string,
  group: GroupId,
  question: string,
  ids: readonly DefinitionId[],
  rest: PartOf<Section, 'answer' | 'picture' | 'table'> & { notes?: (string | null)[] },
): Section {
  const notes = (rest.notes ?? []).filter((note) => note !== null);
  return {
    id,
    group,
    question,
    answer: rest.answer,
    notes,
    picture: rest.picture,
    table: rest.table,
    definitions: defined(ids),
  };
}
/** TypeScript's own name for it is a point of a picture here. */
type PartOf<Of, Keys extends keyof Of> = { [Key in Keys]: Of[Key] };

const countOf = (report: Report, stage: ReportStage): number | null =>
  report.funnel.find((row) => row.stage === stage)?.count ?? null;
const cohortSize = (report: Report): number => countOf(report, 'opened') ?? 0;
/** What hand-overs do not tell, where any are open. */
const withoutHandOvers = ({ lacking }: Report, what: string): string | null =>
  lacking.length === 0 ? null : `${what} without ${sayList(lacking)}: hand-over files do not hold them, backups do.`;
const countIn = <Key extends string>(shares: readonly Share<Key>[], wanted: Key): number =>
  shares.find(({ key }) => key === wanted)?.count ?? 0;
const isNarrowed = ({ query }: Report): boolean => query.topic !== null || query.lang !== null || query.by !== null;

function funnelSection(report: Report): Section {
  const rows = report.funnel
    .filter(({ count }) => count !== null)
    .map(({ stage, count }) => ({ stage, count: count ?? 0 }));
  const [opened, answered, resolved] = [
    cohortSize(report),
    countOf(report, 'answered') ?? 0,
    countOf(report, 'resolved') ?? 0,
  ];
  const [seen, needing] = [countOf(report, 'seen'), countOf(report, 'actionable')];
  const of = (count: number) => `${sayNumber(count)} (${sayShare(count, opened)})`;
  const came =
    seen === null || needing === null || seen === 0
      ? ''
      : `Of ${sayCount(seen, 'tweet')} seen, ${sayNumber(needing)} needed an answer. `;
  const cases =
    opened === 0
      ? 'No case was opened.'
      : `${sayCount(opened, 'case')} ${opened === 1 ? 'was' : 'were'} opened: ${of(answered)} got an answer, ${of(resolved)} ${resolved === 1 ? 'is' : 'are'} resolved.`;
  const pick = (stage: ReportStage): Pick | null =>
    stage === 'opened' || stage === 'answered' || stage === 'resolved' ? { by: 'stage', stage } : null;
  const bars = (stages: readonly ReportStage[]): Extract<Picture, { kind: 'bars' }> => ({
    kind: 'bars',
    whole: null,
    series: null,
    points: rows
      .filter(({ stage }) => stages.includes(stage))
      .map(({ stage, count }) => ({
        key: stage,
        label: stageNames[stage],
        parts: [count],
        says: `${sayNumber(count)}${ofStage(report, stage, count)}`,
        pick: pick(stage),
      })),
  });
  return make(
    'funnel',
    'funnel',
    'How much needed an answer, and how much got one?',
    ['seen', 'relevant', 'actionable', 'opened', 'answered', 'resolved', 'few'],
    {
      answer: opened === 0 && !seen ? NOTHING : `${came}${cases}`,
      notes: [
        sayFew(opened),
        countOf(report, 'seen') === null
          ? 'Tweets that were only seen are not noted by topic, language or rep, and are left out here.'
          : null,
        withoutHandOvers(report, 'Seen, about us and need an answer are'),
      ],
      picture: {
        kind: 'several',
        parts: [
          { name: 'Tweets', picture: bars(['seen', 'relevant', 'actionable']) },
          { name: 'Cases', picture: bars(caseStages) },
        ].filter((part) => part.picture.points.length > 0),
      },
      table: {
        columns: ['Stage', 'Count', 'Of the cases opened, %'],
        rows: rows.map(({ stage, count }) => ({
          cells: [stageNames[stage], count, pick(stage) && opened > 0 ? rounded((count / opened) * 100) : null],
          pick: pick(stage),
        })),
      },
    },
  );
}

const stageBefore: Partial<Record<ReportStage, ReportStage>> = {
  relevant: 'seen',
  actionable: 'relevant',
  answered: 'opened',
  resolved: 'opened',
};

/** Which part of an earlier stage has come so far: " · 10 % of seen". */
function ofStage(report: Report, stage: ReportStage, count: number): string {
  const before = stageBefore[stage];
  const whole = before && countOf(report, before);
  return before && whole ? ` · ${sayShare(count, whole)} of ${stageNames[before].toLowerCase()}` : '';
}

interface StepWords {
  name: string;
  long(step: string): string;
  /** In a sentence: "on Mon, 4 May 2026". */
  when(step: string): string;
  /** Below a column. */
  short(step: string): string;
}

function stepWords(step: Step, locale: string): StepWords {
  const full = new Intl.DateTimeFormat(
    locale,
    step === 'month'
      ? { month: 'long', year: 'numeric' }
      : { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  );
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
  const week = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
  const month = new Intl.DateTimeFormat(locale, { month: 'short' });
  return {
    name: step,
    long: (name) => (step === 'week' ? `Week of ${week.format(startOf(name))}` : full.format(startOf(name))),
    when(name) {
      if (step === 'week') return `in the week of ${day.format(startOf(name))}`;
      return `${step === 'day' ? 'on' : 'in'} ${full.format(startOf(name))}`;
    },
    short: (name) => (step === 'month' ? month : day).format(startOf(name)),
  };
}

const daysOf: Record<Step, number> = { day: 1, week: 7, month: 365.25 / 12 };

function overTimeSection(report: Report, steps: StepWords): Section {
  const rows = report.overTime;
  const most = rows.reduce<(typeof rows)[number] | null>(
    (best, row) => (row.opened > (best?.opened ?? 0) ? row : best),
    null,
  );
  const total = cohortSize(report);
  // By the days: the first and the last step are seldom whole.
  const usual = Math.round((total / Math.max(1, lengthOf(report.query.period))) * daysOf[report.step]);
  return make(
    'over-time',
    'funnel',
    'How many cases came, and what became of them?',
    ['opened', 'answered', 'resolved', 'few'],
    {
      answer: most
        ? `${sayCount(usual, 'case')} a ${steps.name} on average. Most came ${steps.when(most.step)}: ${sayNumber(most.opened)}.`
        : NOTHING,
      notes: [sayFew(total)],
      picture: {
        kind: 'columns',
        series: [
          { name: 'Resolved', tone: 'strong' },
          { name: 'Answered, not resolved', tone: 'middle' },
          { name: 'Not answered', tone: 'warm' },
        ],
        points: rows.map(({ step, opened, resolved, underway }) => {
          const open = opened - resolved - underway;
          return {
            key: step,
            label: steps.long(step),
            short: steps.short(step),
            parts: [
              { value: resolved, pick: { by: 'step', step, stage: 'resolved' } },
              { value: underway, pick: { by: 'step', step, stage: 'unresolved' } },
              { value: open, pick: { by: 'step', step, stage: 'unanswered' } },
            ],
            says: `${opened} opened: ${resolved} resolved, ${underway} answered and not resolved, ${open} not answered`,
          };
        }),
      },
      table: {
        columns: [titled(steps.name), 'Opened', 'Answered', 'Resolved'],
        rows: rows.map(({ step, opened, answered, resolved }) => ({
          cells: [steps.long(step), opened, answered, resolved],
          pick: opened > 0 ? { by: 'step', step, stage: 'opened' } : null,
        })),
      },
    },
  );
}

const titled = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const rounded = (value: number): number => Math.round(value * 10) / 10;

const timelyNames: Record<Timely, string> = { within: 'In time', late: 'Later', unanswered: 'Not answered yet' };

/** Whether the first answer came within the target; nothing where the team has none. */
function targetSections({ target }: Report): Section[] {
  if (!target) return [];
  const total = sum(target.counts, ({ count }) => count);
  const [within, late, unanswered] = [
    countIn(target.counts, 'within'),
    countIn(target.counts, 'late'),
    countIn(target.counts, 'unanswered'),
  ];
  const length = sayLength(target.minutes);
  const section = make('target', 'time', 'Did the first answer come in time?', ['target', 'working-time', 'few'], {
    answer:
      total === 0
        ? NOTHING
        : `${sayShare(within, total)} of ${sayCount(total, 'customer')} had an answer within the target of ${length}, ${sayShare(late, total)} later, and ${sayNumber(unanswered)} ${unanswered === 1 ? 'has' : 'have'} had none so far.`,
    notes: [sayFew(total), target.hours ? WORKING_TIME : null],
    ...sharesParts(
      target.counts,
      total,
      'First answer',
      (key) => timelyNames[key],
      (what) => ({ by: 'target', what }),
      true,
    ),
  });
  return [section];
}

const WORKING_TIME = 'In working time: hours outside of the team’s do not count.';

function spansSections(report: Report): Section[] {
  const working = report.target?.hours ?? false;
  return [
    spanSection(report, 'wait', 'weekday', working),
    spanSection(report, 'wait', 'hour', working),
    spanSection(report, 'resolution', 'weekday', working),
    spanSection(report, 'resolution', 'hour', working),
  ];
}

const questions = {
  wait: { weekday: 'How long did customers wait for an answer?', hour: 'At which hours did they wait longest?' },
  resolution: { weekday: 'How long until it was resolved?', hour: 'Does it matter when they wrote?' },
} as const;

function spanSection(report: Report, of: 'wait' | 'resolution', by: 'weekday' | 'hour', working: boolean): Section {
  const spans = report[of];
  const groupsOf = by === 'weekday' ? spans.byWeekday : spans.byHour;
  const name = (index: number): string =>
    by === 'weekday' ? (weekdays[index] ?? '') : `${clockText(index * 60)}–${clockText((index + 1) * 60)}`;
  const { count } = spans.overall;
  return make(`${of}-${by}`, 'time', questions[of][by], [of, 'working-time', 'quantiles', 'when', 'target', 'few'], {
    answer: by === 'weekday' ? spanAnswer(spans, of, working) : hourAnswer(spans, working),
    notes: [sayFew(count), working ? WORKING_TIME : null],
    picture: {
      kind: 'spreads',
      target: of === 'wait' ? (report.target?.minutes ?? null) : null,
      working,
      points: groupsOf.map((spread, index) => ({
        key: String(index),
        label: name(index),
        short: by === 'weekday' ? name(index).slice(0, 3) : clockText(index * 60),
        median: spread.median,
        ninth: spread.ninth,
        few: spread.count < FEW,
        says: spreadWords(spread, working),
        pick: spread.count > 0 ? { by, of, value: index } : null,
      })),
    },
    table: {
      columns: [by === 'weekday' ? 'Weekday' : 'Hour', 'Cases', 'Half within, min', 'Nine in ten within, min'],
      rows: [
        { cells: ['All', count, minutesCell(spans.overall.median), minutesCell(spans.overall.ninth)], pick: null },
        ...groupsOf.map((spread, index) => ({
          cells: [name(index), spread.count, minutesCell(spread.median), minutesCell(spread.ninth)],
          pick: spread.count > 0 ? ({ by, of, value: index } as const) : null,
        })),
      ],
    },
  });
}

const minutesCell = (minutes: number | null): number | null => (minutes === null ? null : rounded(minutes));

function spreadWords({ count, median, ninth }: Spread, working: boolean): string {
  if (median === null || ninth === null) return 'no cases';
  const few = count < FEW ? ', few' : '';
  return `half within ${sayLength(median, working)}, nine in ten within ${sayLength(ninth, working)} (${sayCount(count, 'case')}${few})`;
}

/** The group that stands out: its middle is twice that of all, and it is no chance. */
function exceptionOf(groupsOf: readonly Spread[], overall: number): number | null {
  let found: number | null = null;
  for (const [index, { count, median }] of groupsOf.entries()) {
    if (count < FEW || median === null || median < 2 * overall || median < overall + 2) continue;
    if (found === null || median > (groupsOf[found]?.median ?? 0)) found = index;
  }
  return found;
}

function spanAnswer({ overall, byWeekday }: Spans, of: 'wait' | 'resolution', working: boolean): string {
  const { median, ninth } = overall;
  if (median === null || ninth === null)
    return of === 'wait' ? 'Nobody was answered in this period.' : 'Nothing was resolved in this period.';
  const exception = exceptionOf(byWeekday, median);
  const besides =
    exception === null
      ? '.'
      : `; ${weekdays[exception]}s are the exception: ${sayLength(byWeekday[exception]?.median ?? 0, working)}.`;
  const what = of === 'wait' ? 'Half of all customers had an answer within' : 'Half of the cases were resolved within';
  return `${what} ${sayLength(median, working)}, nine in ten within ${sayLength(ninth, working)}${besides}`;
}

function hourAnswer({ overall, byHour }: Spans, working: boolean): string {
  if (overall.median === null) return NOTHING;
  const exception = exceptionOf(byHour, overall.median);
  if (exception === null) return 'No hour of the day stands out, or too few wrote in it to tell.';
  const length = sayLength(byHour[exception]?.median ?? 0, working);
  return `Who wrote between ${clockText(exception * 60)} and ${clockText((exception + 1) * 60)} waited longest: half of them ${length} or more.`;
}

function sharesSection<Key extends string>(
  report: Report,
  id: string,
  question: string,
  column: string,
  shares: readonly Share<Key>[],
  name: (key: Key) => string,
  by: 'topic' | 'lang' | 'route',
): Section {
  const total = shares.reduce((sum, { count }) => sum + count, 0);
  return make(id, 'about', question, ['topics', 'few'], {
    answer: sharesAnswer(shares, total, name, 'case'),
    notes: [sayFew(cohortSize(report))],
    ...sharesParts(shares, total, column, name, (value) => ({ by, value })),
  });
}

function sharesAnswer<Key extends string>(
  shares: readonly Share<Key>[],
  total: number,
  name: (key: Key) => string,
  what: string,
): string {
  const most = shares.filter(({ count }) => count > 0).slice(0, 3);
  if (most.length === 0) return NOTHING;
  const parts = most.map(({ key, count }, index) => {
    const share = sayShare(count, total);
    return `${name(key)} (${index === 0 ? `${share} of ${sayCount(total, what)}` : share})`;
  });
  const [first, ...others] = parts;
  return `Most often ${first}${others.length > 0 ? `, then ${sayList(others)}` : ''}.`;
}

function sharesParts<Key extends string>(
  shares: readonly Share<Key>[],
  total: number,
  column: string,
  name: (key: Key) => string,
  pickOf: (key: Key) => Pick | null,
  ofWhole = false,
): PartOf<Section, 'picture' | 'table'> {
  return {
    picture: {
      kind: 'bars',
      whole: ofWhole ? total : null,
      series: null,
      points: shares.map(({ key, count }) => ({
        key,
        label: name(key),
        parts: [count],
        says: `${sayNumber(count)} · ${sayShare(count, total)}`,
        pick: count > 0 ? pickOf(key) : null,
      })),
    },
    table: {
      columns: [column, 'Count', 'Share in %'],
      rows: shares.map(({ key, count }) => ({
        cells: [name(key), count, total === 0 ? null : rounded((count / total) * 100)],
        pick: count > 0 ? pickOf(key) : null,
      })),
    },
  };
}

function intentsSection(report: Report, shares: readonly Share<Intent>[]): Section {
  const total = shares.reduce((sum, { count }) => sum + count, 0);
  return make('intents', 'about', 'What did people want?', ['intents', 'few'], {
    answer: sharesAnswer(shares, total, (key) => intentNames[key], 'tweet'),
    notes: [sayFew(total, 'tweet'), withoutHandOvers(report, 'These counts are')],
    ...sharesParts(
      shares,
      total,
      'Intent',
      (key) => intentNames[key],
      () => null,
    ),
  });
}

function afterSection(report: Report): Section {
  const total = cohortSize(report);
  const of = (what: Afterwards): string => sayShare(countIn(report.after, what), total);
  return make('after', 'after', 'What came after the answer?', ['after', 'few'], {
    answer:
      total === 0
        ? NOTHING
        : `${titled(of('private'))} of the cases went on in private, ${of('reopened')} had to be opened again, and ${of('satisfied')} of the customers said that they are satisfied.`,
    notes: [sayFew(total)],
    ...sharesParts(
      report.after,
      total,
      'What',
      (key) => afterNames[key],
      (what) => ({ by: 'after', what }),
      true,
    ),
  });
}

function followUpsSection(report: Report): Section {
  const total = report.followUps.reduce((sum, { count }) => sum + count, 0);
  const of = (what: Promised): number => countIn(report.followUps, what);
  return make('follow-ups', 'after', 'Did we keep our promises?', ['follow-ups', 'few'], {
    answer:
      total === 0
        ? 'No follow-up was due in this period.'
        : `${sayShare(of('kept'), total)} of ${sayCount(total, 'follow-up')} were kept in time, ${sayNumber(of('late'))} came late, and ${sayNumber(of('missed'))} ${of('missed') === 1 ? 'is' : 'are'} missed.`,
    notes: [sayFew(total, 'follow-up')],
    ...sharesParts(
      report.followUps,
      total,
      'Follow-ups',
      (key) => promiseNames[key],
      (what) => ({ by: 'followUps', what }),
      true,
    ),
  });
}

function incidentsSection(incidents: readonly IncidentReport[], locale: string): Section {
  const time = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' });
  const when = (at: number | null): string => (at === null ? '' : time.format(at));
  const [people, told] = [sum(incidents, ({ people }) => people), sum(incidents, ({ told }) => told)];
  return make('incidents', 'after', 'What broke, and did we tell people?', ['incidents', 'few'], {
    answer:
      incidents.length === 0
        ? 'No incident was going on in this period.'
        : `${sayCount(incidents.length, 'incident')} with ${sayCount(people, 'customer')}: ${sayShare(told, people)} were told something after their case was linked.`,
    notes: [],
    picture: null,
    table: {
      columns: ['Incident', 'Where', 'State', 'Since', 'Written down', 'Fixed', 'Cases', 'People', 'Told'],
      rows: incidents.map((one) => ({
        cells: [
          one.title,
          one.area,
          incidentStateNames[one.state],
          when(one.since),
          when(one.createdAt),
          when(one.fixedAt),
          one.cases,
          one.people,
          one.told,
        ],
        pick: one.cases > 0 ? { by: 'incident', id: one.id, linked: null, told: null } : null,
      })),
    },
  });
}

const sum = <Row>(rows: readonly Row[], value: (row: Row) => number): number =>
  rows.reduce((total, row) => total + value(row), 0);

/** When the cases of one incident were linked, as a picture. */
export function incidentPicture(
  { id, points, step, since, fixedAt }: IncidentReport,
  locale: string,
  now: number,
): Picture {
  const length = step === 'hour' ? 60 * 60_000 : 24 * 60 * 60_000;
  const times = points.map(({ at }) => at);
  const begin = new Date(Math.min(since, ...times));
  if (step === 'hour') begin.setMinutes(0, 0, 0);
  else begin.setHours(0, 0, 0, 0);
  const end = Math.max(Math.min(fixedAt ?? now, begin.getTime() + 96 * length), ...times);
  const counts = new Map(points.map((point) => [point.at, point]));
  const words = new Intl.DateTimeFormat(
    locale,
    step === 'hour' ? { day: 'numeric', month: 'short', hour: 'numeric' } : { day: 'numeric', month: 'short' },
  );
  const columns: ColumnPoint[] = [];
  // By the calendar: a day on which the clocks change is longer or shorter than others.
  for (let at = begin; at.getTime() <= end && columns.length < 120; at = next(at, step)) {
    const { linked, told } = counts.get(at.getTime()) ?? { linked: 0, told: 0 };
    const label = words.format(at);
    const within = { from: at.getTime(), to: next(at, step).getTime() };
    columns.push({
      key: String(at.getTime()),
      label,
      short: label,
      parts: [
        { value: told, pick: { by: 'incident', id, linked: within, told: true } },
        { value: linked - told, pick: { by: 'incident', id, linked: within, told: false } },
      ],
      says: `${sayCount(linked, 'case')} linked, ${sayNumber(told)} told something since`,
    });
  }
  return {
    kind: 'columns',
    series: [
      { name: 'Linked, and told since', tone: 'strong' },
      { name: 'Linked, not told', tone: 'warm' },
    ],
    points: columns,
  };
}

function next(at: Date, step: 'hour' | 'day'): Date {
  const after = new Date(at);
  if (step === 'hour') after.setTime(at.getTime() + 60 * 60_000);
  else after.setDate(at.getDate() + 1);
  return after;
}

function balanceSection(report: Report, steps: StepWords): Section {
  const { balance } = report;
  const whole = !isNarrowed(report);
  const [help, marketing, other] = [
    sum(balance, (row) => row.help),
    sum(balance, (row) => row.marketing ?? 0),
    sum(balance, (row) => row.other ?? 0),
  ];
  const total = help + marketing + other;
  const verdict =
    marketing === 0
      ? 'none was marketing'
      : help >= marketing
        ? `${sayNumber(rounded(help / marketing))} replies for each offer`
        : 'more was sold than helped';
  return make('balance', 'fair', 'Do we help more than we sell?', ['balance', 'few'], {
    answer:
      total === 0
        ? 'Nothing was posted with Hark in this period.'
        : whole
          ? `${sayShare(help, total)} of ${sayCount(total, 'post')} helped a customer, ${sayShare(marketing, total)} advertised: ${verdict}.`
          : `${sayCount(help, 'reply', 'replies')} to customers.`,
    notes: [
      sayFew(total, 'post'),
      whole ? null : 'Marketing and other posts are in no case: they are left out where the report is narrowed.',
      whole ? withoutHandOvers(report, 'Marketing and other posts are') : null,
    ],
    picture: {
      kind: 'columns',
      series: [
        { name: 'Help', tone: 'strong' },
        ...(whole
          ? ([
              { name: 'Other', tone: 'middle' },
              { name: 'Marketing', tone: 'warm' },
            ] as const)
          : []),
      ],
      points: balance.map((row) => ({
        key: row.step,
        label: steps.long(row.step),
        short: steps.short(row.step),
        parts: [
          { value: row.help, pick: { by: 'help', step: row.step } },
          ...(whole
            ? [
                { value: row.other ?? 0, pick: null },
                { value: row.marketing ?? 0, pick: null },
              ]
            : []),
        ],
        says: whole
          ? `${row.help} helped, ${row.other ?? 0} other, ${row.marketing ?? 0} marketing`
          : `${row.help} helped`,
      })),
    },
    table: {
      columns: [titled(steps.name), 'Help', ...(whole ? ['Marketing', 'Other'] : [])],
      rows: balance.map((row) => ({
        cells: [steps.long(row.step), row.help, ...(whole ? [row.marketing, row.other] : [])],
        pick: row.help > 0 ? { by: 'help', step: row.step } : null,
      })),
    },
  });
}

function offeredSection(report: Report): Section {
  const shares = report.offered ?? [];
  const total = sum(shares, ({ count }) => count);
  return make('offered', 'fair', 'Which ways to reach us did we offer?', ['offered', 'few'], {
    answer:
      total === 0
        ? 'No reply has offered a channel in this period.'
        : sharesAnswer(shares, total, (key) => channelNames[key], 'offer'),
    notes: [sayFew(total, 'offer'), withoutHandOvers(report, 'Offers are')],
    ...sharesParts(
      shares,
      total,
      'Channel',
      (key) => channelNames[key],
      () => null,
    ),
  });
}

function guardSection(report: Report): Section {
  const { guard } = report;
  const overridden = countIn(guard.outcomes, 'posted');
  const spoken = guard.held + (guard.hinted ?? 0);
  const checks = [...guard.checks].sort((one, other) => other.held - one.held || other.hinted - one.hinted);
  return make('guard', 'fair', 'What did the guard stop?', ['guard', 'few'], {
    answer:
      spoken === 0
        ? 'The guard had nothing to say in this period.'
        : `${sayCount(guard.held, 'draft')} ${guard.held === 1 ? 'was' : 'were'} held, and ${sayNumber(overridden)} of them posted all the same${guard.hinted === null ? '' : `; ${sayNumber(guard.hinted)} got a hint only`}.`,
    notes: [
      sayFew(spoken, 'draft'),
      guard.hinted === null ? 'Hints are not noted by topic or language, and are left out here.' : null,
      guard.hinted === null ? null : withoutHandOvers(report, 'Hints are'),
    ],
    picture: {
      kind: 'bars',
      whole: null,
      series: [
        { name: 'Held', tone: 'strong' },
        { name: 'Hinted', tone: 'middle' },
      ],
      points: checks.map(({ id, held, hinted, overridden: passed }) => ({
        key: id,
        label: checkNames[id],
        parts: [held, hinted],
        says: [
          ...(held > 0 ? [`${sayNumber(held)} held${passed > 0 ? `, ${sayNumber(passed)} posted` : ''}`] : []),
          ...(hinted > 0 ? [`${sayNumber(hinted)} hinted`] : []),
        ].join(', '),
        pick: held > 0 ? { by: 'held', check: id } : null,
      })),
    },
    table: {
      columns: ['Check', 'Held', 'Overridden', 'Hinted'],
      rows: checks.map(({ id, held, hinted, overridden: passed }) => ({
        cells: [checkNames[id], held, passed, hinted],
        pick: held > 0 ? { by: 'held', check: id } : null,
      })),
    },
  });
}

function heldSection({ guard }: Report): Section {
  const of = (what: DraftOutcome): number => countIn(guard.outcomes, what);
  const mended = of('edited') + of('private') + of('dropped');
  return make('held', 'fair', 'What became of held drafts?', ['held-drafts', 'guard', 'few'], {
    answer:
      guard.held === 0
        ? 'No draft was held in this period.'
        : `${sayShare(mended, guard.held)} of ${sayCount(guard.held, 'held draft')} did not go out as ${guard.held === 1 ? 'it was' : 'they were'}: ${of('edited')} edited, ${of('private')} taken private, ${of('dropped')} not posted.`,
    notes: [sayFew(guard.held, 'draft')],
    ...sharesParts(
      guard.outcomes,
      guard.held,
      'Outcome',
      (key) => outcomeNames[key],
      (outcome) => ({ by: 'held', outcome }),
      true,
    ),
  });
}

function reasonsSection({ guard }: Report): Section {
  const total = sum(guard.reasons, ({ count }) => count);
  return make('reasons', 'fair', 'Why was a hold overridden?', ['held-drafts', 'few'], {
    answer: sharesAnswer(guard.reasons, total, (key) => overrideReasonNames[key], 'override'),
    notes: [sayFew(total, 'override')],
    ...sharesParts(
      guard.reasons,
      total,
      'Reason',
      (key) => overrideReasonNames[key],
      (reason) => ({ by: 'held', reason }),
    ),
  });
}

/** The page in a few figures. */
export interface Headline {
  name: string;
  value: string;
  /** What it is of. */
  of: string;
}

export function headlinesOf(report: Report): Headline[] {
  const total = cohortSize(report);
  const { target, wait, followUps } = report;
  const working = target?.hours ?? false;
  const due = sum(followUps, ({ count }) => count);
  const kept = countIn(followUps, 'kept');
  const share = (part: number, whole: number): string => (whole === 0 ? '–' : sayShare(part, whole));
  const { median } = wait.overall;
  return [
    { name: 'Cases opened', value: sayNumber(total), of: total > 0 && total < FEW ? 'few' : 'in the period' },
    { name: 'Answered', value: share(countOf(report, 'answered') ?? 0, total), of: `of ${sayCount(total, 'case')}` },
    {
      name: 'Half answered within',
      value: median === null ? '–' : sayLength(median, working),
      of: working ? 'working time' : `of ${sayCount(wait.overall.count, 'answer')}`,
    },
    ...(target
      ? [
          {
            name: `Within ${sayLength(target.minutes)}`,
            value: share(
              countIn(target.counts, 'within'),
              sum(target.counts, ({ count }) => count),
            ),
            of: 'the team’s target',
          },
        ]
      : []),
    { name: 'Resolved', value: share(countOf(report, 'resolved') ?? 0, total), of: `of ${sayCount(total, 'case')}` },
    { name: 'Promises kept', value: share(kept, due), of: `of ${sayCount(due, 'follow-up')}` },
  ];
}
