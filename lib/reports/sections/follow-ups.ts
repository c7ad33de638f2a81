import { sayCount, sayNumber } from '../../text/counts';
import type { Promised, Report } from '../report';
import { sayFew, sayShare } from '../words';
import { countIn, make, sharesParts, totalOf } from './parts';
import type { Section } from './section';

const promiseNames: Record<Promised, string> = { kept: 'Kept', late: 'Late', missed: 'Missed' };

/** Promises kept, late and missed. */
export function followUpsSection(report: Report): Section {
  const total = totalOf(report.followUps);
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
