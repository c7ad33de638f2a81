import { sayCount, sayNumber } from '../../text/counts';
import { isNarrowed, type Report } from '../report';
import { sayFew, sayShare } from '../words';
import { make, rounded, sum, titled, withoutHandOvers } from './parts';
import type { Section, SectionWords } from './section';

/** Help beside marketing. */
export function balanceSection(report: Report, { steps }: SectionWords): Section {
  const { balance } = report;
  const whole = !isNarrowed(report.query);
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
