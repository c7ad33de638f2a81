import { checkNames } from '../../guard/types';
import { sayCount, sayNumber } from '../../text/counts';
import type { Report } from '../report';
import { sayFew } from '../words';
import { countIn, make, withoutHandOvers } from './parts';
import type { Section } from './section';

/** What the guard held and hinted at. */
export function guardSection(report: Report): Section {
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
