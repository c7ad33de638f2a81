import { useMemo } from 'react';
import { type Case, type Entry, isActive } from '../../lib/cases/case';
import { describeDuty, onDuty } from '../../lib/handover/duty';

interface DutyLineProps {
  shown: Case;
  history: readonly Entry[];
  now: number;
  locale: string;
}

/** Who had a case when it was handed over last. It says that it is a picture of that moment. */
export function DutyLine({ shown, history, now, locale }: DutyLineProps) {
  const duty = useMemo(() => onDuty([{ known: shown, entries: history }]), [shown, history]);
  if (!duty || !isActive(shown.status)) return null;
  const owner = duty.people[0]?.owner ?? null;
  return (
    <p data-part="duty" className="border-b border-line bg-raised px-4 py-1.5 text-sm text-pretty">
      On duty: <b>{owner ?? 'nobody yet'}</b>.{' '}
      <span className="text-secondary">{describeDuty(duty, now, locale)}.</span>
    </p>
  );
}
