import { sayCount, sayNumber } from '../../text/counts';
import { lengthOf, type Step } from '../days';
import type { Report } from '../report';
import { sayFew } from '../words';
import { cohortSize, make, NOTHING, titled } from './parts';
import type { Section, SectionWords } from './section';

const daysOf: Record<Step, number> = { day: 1, week: 7, month: 365.25 / 12 };

/** The same by day, week or month. */
export function overTimeSection(report: Report, { steps }: SectionWords): Section {
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
