import { sayCount, sayNumber } from '../../text/counts';
import type { Report } from '../report';
import { FEW } from '../spread';
import { sayLength, sayShare } from '../words';
import { cohortSize, countIn, countOf, totalOf } from './parts';

/** The page in a few figures. */
export interface Headline {
  name: string;
  value: string;
  /** What it is of. */
  of: string;
}

/** The few figures at the top of the page. */
export function headlinesOf(report: Report): Headline[] {
  const total = cohortSize(report);
  const { target, wait, followUps } = report;
  const working = target?.hours ?? false;
  const due = totalOf(followUps);
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
            value: share(countIn(target.counts, 'within'), totalOf(target.counts)),
            of: 'the team’s target',
          },
        ]
      : []),
    { name: 'Resolved', value: share(countOf(report, 'resolved') ?? 0, total), of: `of ${sayCount(total, 'case')}` },
    { name: 'Promises kept', value: share(kept, due), of: `of ${sayCount(due, 'follow-up')}` },
  ];
}
