import type { Afterwards, Report } from '../report';
import { sayFew, sayShare } from '../words';
import { cohortSize, countIn, make, NOTHING, sharesParts, titled } from './parts';
import type { Section } from './section';

const afterNames: Record<Afterwards, string> = {
  private: 'Taken private',
  reopened: 'Opened again',
  satisfied: 'Satisfied',
};

/** What came after the answer. */
export function afterSection(report: Report): Section {
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
