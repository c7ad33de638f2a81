import { HeartHandshake, RotateCcw } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '../../components/Button';
import type { Case, Entry } from '../../lib/cases/case';
import type { Heard } from '../../lib/protocol';
import { wordToRead } from '../../lib/satisfaction/read';
import { askWorker } from './ask-worker';

interface WordPartProps {
  shown: Case;
  history: readonly Entry[];
  onSatisfied(): void;
  onReopen(): void;
}

/** What the customer says after their case was resolved, and what it comes to. It is offered, never done. */
export function WordPart({ shown, history, onSatisfied, onReopen }: WordPartProps) {
  const entryId = wordToRead(shown, history)?.tweet.id ?? null;
  const [heard, setHeard] = useState<Heard | null>(null);
  const [declined, setDeclined] = useState<string | null>(null);
  useEffect(() => {
    if (entryId === null) return;
    let gone = false;
    // Without an answer nothing is offered: the rep reads the tweet all the same.
    void askWorker('wordOfCase', { caseId: shown.id }).then((answer) => {
      if (!gone && answer.ok) setHeard(answer.value);
    });
    return () => {
      gone = true;
    };
  }, [entryId, shown.id]);
  if (!heard || heard.entryId !== entryId || declined === entryId) return null;
  const thanks = heard.word === 'satisfied';
  // Who is angry and whose case is open again needs an answer, not another button.
  if (!thanks && shown.status !== 'resolved') return null;
  const Icon = thanks ? HeartHandshake : RotateCcw;
  return (
    <section
      aria-label="The customer’s own word"
      className="flex flex-wrap items-center gap-x-3 border-b border-line bg-raised px-4 py-1.5 text-sm"
    >
      <p className="flex min-w-0 grow items-center gap-2">
        <Icon size={15} aria-hidden className={`shrink-0 ${thanks ? 'text-good' : 'text-complaint'}`} />
        {thanks ? 'They thank you.' : 'They are not content with how it was resolved.'}
      </p>
      <span className="ml-auto flex gap-3">
        <Button look="quiet" className="h-6" onClick={thanks ? onSatisfied : onReopen}>
          {thanks ? 'Note as satisfied' : 'Reopen'}
        </Button>
        <Button look="quiet" className="h-6" onClick={() => setDeclined(entryId)}>
          No
        </Button>
      </span>
    </section>
  );
}
