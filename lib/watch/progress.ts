import type { PageReport } from '../health/health';

/** True if many a tweet could have carried a mark in a tab, and none does. */
export function isMarkless(report: PageReport | null): report is PageReport {
  return report !== null && report.seen > 0 && report.marked === 0;
}

/** How a tab on X is going, in a sentence or two; null where there is nothing to say. */
export function describeProgress(report: PageReport | null): string | null {
  if (report === null || report.seen === 0) return null;
  const { seen, marked } = report;
  if (isMarkless(report)) {
    const none = seen === 1 ? 'The one tweet' : `None of the ${seen} tweets`;
    return `${none} read in this tab is ${seen === 1 ? 'not ' : ''}about you. Home seldom shows trouble; a search does.`;
  }
  if (seen === 1) return 'The one tweet read in this tab carries a mark.';
  return `${marked} of ${seen} tweets read in this tab ${marked === 1 ? 'carries' : 'carry'} a mark.`;
}
