import { overrideReasonNames } from '../../guard/outcome';
import type { Report } from '../report';
import { sayFew } from '../words';
import { make, sharesAnswer, sharesParts, totalOf } from './parts';
import type { Section } from './section';

/** Why holds were overridden. */
export function reasonsSection({ guard }: Report): Section | null {
  if (guard.reasons.length === 0) return null;
  const total = totalOf(guard.reasons);
  return make('reasons', 'fair', 'Why was a hold overridden?', ['held-drafts', 'few'], {
    answer: sharesAnswer(guard.reasons, total, (key) => overrideReasonNames[key], 'override'),
    notes: [sayFew(total, 'override')],
    ...sharesParts(
      guard.reasons,
      total,
      'Reason',
      (key) => overrideReasonNames[key],
      (reason) => ({ by: 'held', reason }),
    ),
  });
}
