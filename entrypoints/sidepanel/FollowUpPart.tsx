import { useLiveQuery } from 'dexie-react-hooks';
import { AlarmClock, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button, IconButton } from '../../components/Button';
import { WhenPicker } from '../../components/follow-ups/WhenPicker';
import { useKeyHints } from '../../components/panel-keys';
import type { Notices } from '../../components/use-notice';
import type { Case } from '../../lib/cases/case';
import { followUps } from '../../lib/desk/local';
import { proposeForResolved } from '../../lib/follow-ups/propose';
import { sayWhen } from '../../lib/follow-ups/when';
import { zoneHere } from '../../lib/time/zone';
import { followUpCommands } from './use-follow-ups';

interface FollowUpPartProps {
  shown: Case;
  handle: string;
  by: string | null;
  now: number;
  locale: string;
  notices: Notices;
  /** The choice of a time; a key opens it. */
  open: boolean;
  onOpenChange(open: boolean): void;
  /** What else can be said of the case, in the same row. */
  children?: ReactNode;
}

/** What is promised in a case, and how to promise more. */
export function FollowUpPart({
  shown,
  handle,
  by,
  now,
  locale,
  notices,
  open,
  onOpenChange,
  children,
}: FollowUpPartProps) {
  const waiting = useLiveQuery(() => followUps.waitingOf(shown.id), [shown.id]);
  const hint = useKeyHints();
  const [reason, setReason] = useState('');
  /** Case for which the rep did not want the check-in that Hark proposed. */
  const [declined, setDeclined] = useState<string | null>(null);
  const zone = zoneHere();
  const act = followUpCommands(by, locale, notices);
  const proposal =
    shown.status === 'resolved' && declined !== shown.id && waiting
      ? proposeForResolved(
          { topic: shown.topic, intent: null, inIncident: shown.incidentId !== undefined },
          { now, zone, existing: waiting },
        )
      : null;
  // Long after the case was resolved a check-in is no longer what it was.
  const fresh = proposal && now - (shown.resolvedAt ?? 0) < 12 * 60 * 60_000;
  return (
    <section aria-label="Follow-ups" className="mt-3 px-4 text-sm">
      <ul>
        {waiting?.map((followUp) => (
          <li key={followUp.id} className="flex items-center gap-1.5">
            <AlarmClock
              size={15}
              aria-hidden
              className={followUp.dueAt <= now ? 'shrink-0 text-complaint' : 'shrink-0 text-secondary'}
            />
            <span className={`shrink-0 font-bold ${followUp.dueAt <= now ? 'text-complaint' : ''}`}>
              {sayWhen(followUp.dueAt, now, zone, locale)}
            </span>
            <span dir="auto" className="min-w-0 flex-1 truncate" title={followUp.reason}>
              {followUp.reason}
            </span>
            <Button look="quiet" className="h-7" onClick={() => void act.done([followUp], handle)}>
              Done
            </Button>
            <IconButton icon={X} label="Remove this follow-up" onClick={() => void act.withdraw([followUp], handle)} />
          </li>
        ))}
      </ul>
      {fresh && proposal && (
        <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md bg-raised px-3 py-1.5">
          <span className="min-w-0 flex-1">
            Check in {sayWhen(proposal.dueAt, now, zone, locale).toLowerCase()}? {proposal.reason}
          </span>
          <Button look="quiet" onClick={() => void act.add({ caseId: shown.id, ...proposal }, handle)}>
            Remind me
          </Button>
          <Button look="quiet" onClick={() => setDeclined(shown.id)}>
            No
          </Button>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-1.5">
        <WhenPicker
          {...{ open, onOpenChange, zone, locale, now }}
          trigger={
            <Button icon={AlarmClock} title={hint('followUp')} className="px-3">
              Remind me
            </Button>
          }
          reason={{ value: reason, onWrite: setReason }}
          onChoose={(dueAt) => {
            void act.add({ caseId: shown.id, dueAt, reason: reason.trim() || 'Check in' }, handle);
            setReason('');
          }}
        />
        {children}
      </div>
    </section>
  );
}
