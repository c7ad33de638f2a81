import { Check, TriangleAlert } from 'lucide-react';
import { Button } from '../Button';
import type { InsertOutcome } from './outcome';

interface OutcomeLineProps {
  outcome: InsertOutcome;
  /** Opens X's own reply box with the text. */
  onOpenLink(): void;
}

/** What became of a text, and the way on where X's page did not take it. */
export function OutcomeLine({ outcome, onOpenLink }: OutcomeLineProps) {
  if (outcome.kind === 'inserting') return null;
  if (outcome.kind === 'inserted') {
    return (
      <p className="mt-2 flex items-start gap-1.5 text-sm font-bold text-good">
        <Check size={15} strokeWidth={2.5} aria-hidden className="mt-0.5 shrink-0" />
        In X’s composer. Read it, then press Reply.
      </p>
    );
  }
  return (
    <div className="mt-2 text-sm">
      <p className="flex items-start gap-1.5 text-trouble">
        <TriangleAlert size={15} aria-hidden className="mt-0.5 shrink-0" />
        <span className="text-pretty">
          {outcome.reason}
          {outcome.copied && ' The text is copied: you can paste it into your reply.'}
        </span>
      </p>
      <Button className="mt-1.5" onClick={onOpenLink}>
        Open X’s reply box with it
      </Button>
    </div>
  );
}
