import { AlarmClock, Copy, X } from 'lucide-react';
import type { Reminder } from '../../lib/protocol';
import { weightedLength } from '../../lib/text/weight';
import { Button, IconButton } from '../Button';
import { OutcomeLine } from './OutcomeLine';
import type { InsertOutcome } from './outcome';
import { Length } from './Suggestions';

interface InvitationProps {
  text: string;
  caseNumber: number;
  lang: string | null;
  outcome: InsertOutcome | null;
  /** The follow-up that is proposed; null if there is none, or it is noted. */
  reminder: Reminder | null;
  onInsert(): void;
  onCopy(): void;
  onOpenLink(): void;
  onRemind(reminder: Reminder): void;
  onClose(): void;
}

/** The reply that asks a customer into direct messages; the case waits there already. */
export function Invitation({ text, caseNumber, lang, outcome, reminder, ...does }: InvitationProps) {
  return (
    <section
      aria-label="Invitation to a direct message"
      className="rounded-lg border border-line-strong px-3 pt-2 pb-2.5"
    >
      <div className="flex items-baseline justify-between gap-2 text-sm">
        <h2 className="flex-1 font-bold">Invitation</h2>
        <Length length={weightedLength(text)} />
        <IconButton icon={X} label="Close the invitation" className="-my-2 -mr-2 self-center" onClick={does.onClose} />
      </div>
      <p
        dir="auto"
        lang={lang ?? undefined}
        data-suggested
        className="mt-0.5 text-base break-words whitespace-pre-line"
      >
        {text}
      </p>
      <p className="mt-1.5 text-sm text-pretty text-secondary">
        The clock of #{caseNumber} stands still until they write in public again.
      </p>
      {reminder && (
        <Button look="quiet" icon={AlarmClock} className="mt-1 h-6 gap-1.5" onClick={() => does.onRemind(reminder)}>
          Remind me {reminder.when}
        </Button>
      )}
      <div className="mt-2 flex justify-end gap-1">
        <IconButton icon={Copy} label="Copy the invitation" onClick={does.onCopy} />
        <Button
          look="primary"
          data-insert
          aria-label="Insert the invitation"
          aria-disabled={outcome?.kind === 'inserting' || undefined}
          className="aria-disabled:opacity-50"
          onClick={does.onInsert}
        >
          {outcome?.kind === 'inserting' ? 'Inserting' : 'Insert'}
        </Button>
      </div>
      <div aria-live="polite">{outcome && <OutcomeLine outcome={outcome} onOpenLink={does.onOpenLink} />}</div>
    </section>
  );
}
