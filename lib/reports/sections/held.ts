import type { DraftOutcome } from '../../guard/outcome';
import { sayCount } from '../../text/counts';
import type { Report } from '../report';
import { sayFew, sayShare } from '../words';
import { countIn, make, sharesParts } from './parts';
import type { Section } from './section';

const outcomeNames: Record<DraftOutcome, string> = {
  edited: 'Edited',
  posted: 'Posted as it was',
  private: 'Taken private',
  dropped: 'Not posted',
};

/** What became of drafts that were held. */
export function heldSection({ guard }: Report): Section {
  const of = (what: DraftOutcome): number => countIn(guard.outcomes, what);
  const mended = of('edited') + of('private') + of('dropped');
  return make('held', 'fair', 'What became of held drafts?', ['held-drafts', 'guard', 'few'], {
    answer:
      guard.held === 0
        ? 'No draft was held in this period.'
        : `${sayShare(mended, guard.held)} of ${sayCount(guard.held, 'held draft')} did not go out as ${guard.held === 1 ? 'it was' : 'they were'}: ${of('edited')} edited, ${of('private')} taken private, ${of('dropped')} not posted.`,
    notes: [sayFew(guard.held, 'draft')],
    ...sharesParts(
      guard.outcomes,
      guard.held,
      'Outcome',
      (key) => outcomeNames[key],
      (outcome) => ({ by: 'held', outcome }),
      true,
    ),
  });
}
