import { sayCount } from '../../text/counts';
import { clockText } from '../../time/clock-text';
import type { Report, Spans } from '../report';
import { FEW, type Spread } from '../spread';
import { sayFew, sayLength } from '../words';
import { make, NOTHING, rounded, WORKING_TIME } from './parts';
import type { Section } from './section';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const questions = {
  wait: { weekday: 'How long did customers wait for an answer?', hour: 'At which hours did they wait longest?' },
  resolution: { weekday: 'How long until it was resolved?', hour: 'Does it matter when they wrote?' },
} as const;

/** How long it took, by weekday and by hour. */
export function spansSections(report: Report): Section[] {
  const working = report.target?.hours ?? false;
  return [
    spanSection(report, 'wait', 'weekday', working),
    spanSection(report, 'wait', 'hour', working),
    spanSection(report, 'resolution', 'weekday', working),
    spanSection(report, 'resolution', 'hour', working),
  ];
}

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
