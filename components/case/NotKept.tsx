import type { Gist } from '../../lib/cases/case';
import { topicNames } from '../../lib/cases/describe';
import { OutLink } from '../OutLink';

const intentNames: Record<Gist['intent'], string> = {
  complaint: 'Complaint',
  question: 'Question',
  praise: 'Praise',
  other: '',
  unsure: '',
};

/** Stands where a tweet's text would, on a desk that keeps links only. */
export function NotKept({ gist, permalink }: { gist?: Gist; permalink?: string }) {
  const topic = gist && gist.topic !== 'other' ? topicNames[gist.topic] : '';
  const wanted = gist ? [intentNames[gist.intent], topic].filter(Boolean).join(', ') : '';
  return (
    <p data-part="not-kept">
      {wanted && <span className="mr-2 font-bold">{wanted}</span>}
      <span className="text-secondary">
        Text is not kept
        {permalink && (
          <>
            ;{' '}
            <OutLink href={permalink} className="text-link underline">
              open on X
            </OutLink>
          </>
        )}
      </span>
    </p>
  );
}
