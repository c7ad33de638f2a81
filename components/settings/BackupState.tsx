import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { BackupStanding } from '../../lib/backup/standing';

interface BackupStateProps {
  standing: BackupStanding;
  /** Why the last try failed. */
  failure: string | null;
  /** More of the last backup: when exactly, how much, where. */
  details: string | null;
}

/** How the backups stand. */
export function BackupState({ standing, failure, details }: BackupStateProps) {
  const isWell = standing.kind === 'fine' || standing.kind === 'waiting';
  const Icon = isWell ? CircleCheck : TriangleAlert;
  return (
    <div role="status" aria-label="Backup" data-standing={standing.kind} className="flex items-start gap-2">
      <Icon size={18} aria-hidden className={`mt-0.5 shrink-0 ${isWell ? 'text-secondary' : 'text-trouble'}`} />
      <div className="min-w-0">
        <p className="font-bold">{standing.text}</p>
        {failure && <p className="text-pretty">{failure}</p>}
        {details && <p className="text-sm break-words text-secondary">{details}</p>}
      </div>
    </div>
  );
}
