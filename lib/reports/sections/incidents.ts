import { incidentStateNames } from '../../incidents/incident';
import { sayCount, sayNumber } from '../../text/counts';
import type { IncidentReport, Report } from '../report';
import { sayShare } from '../words';
import { make, sum } from './parts';
import type { ColumnPoint, Picture, Section, SectionWords } from './section';

/** What broke, and who was told. */
export function incidentsSection({ incidents }: Report, { locale }: SectionWords): Section {
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
