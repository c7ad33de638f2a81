import { Copy } from 'lucide-react';
import type { Suggestion } from '../../lib/replies/request';
import { LONGEST_POST } from '../../lib/text/weight';
import { Button } from '../Button';

interface CheckInProps {
  suggestion: Suggestion | null;
  onCopy(text: string): void;
}

/** What to write to somebody whom the rep has promised to come back to. */
export function CheckIn({ suggestion, onCopy }: CheckInProps) {
  if (!suggestion) return null;
  const { text, length, missing } = suggestion;
  return (
    <div className="mb-2.5 rounded-md border border-line px-3 py-2">
      <p dir="auto" className="text-base break-words whitespace-pre-line">
        {text}
      </p>
      {missing && <p className="mt-1 text-secondary">{missing}</p>}
      <div className="mt-2 flex items-center gap-1.5">
        <Button look="quiet" icon={Copy} onClick={() => onCopy(text)}>
          Copy
        </Button>
        <span className="flex-1" />
        <span className="text-secondary tabular-nums">
          {length}/{LONGEST_POST}
        </span>
      </div>
    </div>
  );
}
