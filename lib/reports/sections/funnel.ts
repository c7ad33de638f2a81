import { sayCount, sayNumber } from '../../text/counts';
import { caseStages, type Pick, type Report, type ReportStage } from '../report';
import { sayFew, sayShare } from '../words';
import { cohortSize, countOf, make, NOTHING, rounded, withoutHandOvers } from './parts';
import type { Picture, Section } from './section';

const stageNames: Record<ReportStage, string> = {
  seen: 'Seen',
  relevant: 'About us',
  actionable: 'Need an answer',
  opened: 'Opened',
  answered: 'Answered',
  resolved: 'Resolved',
};

const stageBefore: Partial<Record<ReportStage, ReportStage>> = {
  relevant: 'seen',
  actionable: 'relevant',
  answered: 'opened',
  resolved: 'opened',
};

/** How much was seen, and how far it came. */
export function funnelSection(report: Report): Section {
  const rows = report.funnel
    .filter(({ count }) => count !== null)
    .map(({ stage, count }) => ({ stage, count: count ?? 0 }));
  const [opened, answered, resolved] = [
    cohortSize(report),
    countOf(report, 'answered') ?? 0,
    countOf(report, 'resolved') ?? 0,
  ];
  const [seen, needing] = [countOf(report, 'seen'), countOf(report, 'actionable')];
  const of = (count: number) => `${sayNumber(count)} (${sayShare(count, opened)})`;
  const came =
    seen === null || needing === null || seen === 0
      ? ''
      : `Of ${sayCount(seen, 'tweet')} seen, ${sayNumber(needing)} needed an answer. `;
  const cases =
    opened === 0
      ? 'No case was opened.'
      : `${sayCount(opened, 'case')} ${opened === 1 ? 'was' : 'were'} opened: ${of(answered)} got an answer, ${of(resolved)} ${resolved === 1 ? 'is' : 'are'} resolved.`;
  const pick = (stage: ReportStage): Pick | null =>
    stage === 'opened' || stage === 'answered' || stage === 'resolved' ? { by: 'stage', stage } : null;
  const bars = (stages: readonly ReportStage[]): Extract<Picture, { kind: 'bars' }> => ({
    kind: 'bars',
    whole: null,
    series: null,
    points: rows
      .filter(({ stage }) => stages.includes(stage))
      .map(({ stage, count }) => ({
        key: stage,
        label: stageNames[stage],
        parts: [count],
        says: `${sayNumber(count)}${ofStage(report, stage, count)}`,
        pick: pick(stage),
      })),
  });
  return make(
    'funnel',
    'funnel',
    'How much needed an answer, and how much got one?',
    ['seen', 'relevant', 'actionable', 'opened', 'answered', 'resolved', 'few'],
    {
      answer: opened === 0 && !seen ? NOTHING : `${came}${cases}`,
      notes: [
        sayFew(opened),
        countOf(report, 'seen') === null
          ? 'Tweets that were only seen are not noted by topic, language or rep, and are left out here.'
          : null,
        withoutHandOvers(report, 'Seen, about us and need an answer are'),
      ],
      picture: {
        kind: 'several',
        parts: [
          { name: 'Tweets', picture: bars(['seen', 'relevant', 'actionable']) },
          { name: 'Cases', picture: bars(caseStages) },
        ].filter((part) => part.picture.points.length > 0),
      },
      table: {
        columns: ['Stage', 'Count', 'Of the cases opened, %'],
        rows: rows.map(({ stage, count }) => ({
          cells: [stageNames[stage], count, pick(stage) && opened > 0 ? rounded((count / opened) * 100) : null],
          pick: pick(stage),
        })),
      },
    },
  );
}

/** Which part of an earlier stage has come so far: " · 10 % of seen". */
function ofStage(report: Report, stage: ReportStage, count: number): string {
  const before = stageBefore[stage];
  const whole = before && countOf(report, before);
  return before && whole ? ` · ${sayShare(count, whole)} of ${stageNames[before].toLowerCase()}` : '';
}
