import type { Intent } from '../../triage/judgement';
import type { Report } from '../report';
import { sayFew } from '../words';
import { make, sharesAnswer, sharesParts, totalOf, withoutHandOvers } from './parts';
import type { Section } from './section';

const intentNames: Record<Intent, string> = {
  complaint: 'Complaint',
  question: 'Question',
  praise: 'Praise',
  other: 'Something else',
  unsure: 'Unsure',
};

/** What people wanted. */
export function intentsSection(report: Report): Section | null {
  const { intents: shares } = report;
  if (!shares) return null;
  const total = totalOf(shares);
  return make('intents', 'about', 'What did people want?', ['intents', 'few'], {
    answer: sharesAnswer(shares, total, (key) => intentNames[key], 'tweet'),
    notes: [sayFew(total, 'tweet'), withoutHandOvers(report, 'These counts are')],
    ...sharesParts(
      shares,
      total,
      'Intent',
      (key) => intentNames[key],
      () => null,
    ),
  });
}
