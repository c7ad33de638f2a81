import { sayCount, sayNumber } from '../../text/counts';
import type { Report, Timely } from '../report';
import { sayFew, sayLength, sayShare } from '../words';
import { countIn, make, NOTHING, sharesParts, totalOf, WORKING_TIME } from './parts';
import type { Section } from './section';

const timelyNames: Record<Timely, string> = { within: 'In time', late: 'Later', unanswered: 'Not answered yet' };

/** Whether the first answer came within the target; nothing where the team has none. */
export function targetSection({ target }: Report): Section | null {
  if (!target) return null;
  const total = totalOf(target.counts);
  const [within, late, unanswered] = [
    countIn(target.counts, 'within'),
    countIn(target.counts, 'late'),
    countIn(target.counts, 'unanswered'),
  ];
  const length = sayLength(target.minutes);
  return make('target', 'time', 'Did the first answer come in time?', ['target', 'working-time', 'few'], {
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
}
