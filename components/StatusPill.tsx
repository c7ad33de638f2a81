import { Archive, CircleCheck, CircleDot, Clock, type LucideIcon } from 'lucide-react';
import type { CaseStatus } from '../lib/cases/case';
import { statusNames } from '../lib/cases/describe';

/** Icon and colour of each status: the icon alone tells them apart. */
const statusLooks: Record<CaseStatus, { icon: LucideIcon; colour: string }> = {
  open: { icon: CircleDot, colour: 'text-question' },
  pending: { icon: Clock, colour: 'text-trouble' },
  resolved: { icon: CircleCheck, colour: 'text-good' },
  closed: { icon: Archive, colour: 'text-secondary' },
};

/** A case's status as a small sign. */
export function StatusPill({ status }: { status: CaseStatus }) {
  const { icon: Icon, colour } = statusLooks[status];
  return (
    <span
      className={`tinted inline-flex h-5 shrink-0 items-center gap-1 rounded-full px-2 text-sm font-bold ${colour}`}
    >
      <Icon size={13} strokeWidth={2.5} aria-hidden />
      {statusNames[status]}
    </span>
  );
}
