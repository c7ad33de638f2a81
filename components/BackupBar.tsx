import { HardDriveDownload, TriangleAlert } from 'lucide-react';
import type { BackupStanding } from '../lib/backup/standing';
import { Button } from './Button';

interface BackupBarProps {
  standing: BackupStanding;
  onShow(): void;
  onLater(): void;
}

/** Says at the top of the panel that the desk is not backed up. All of it is to be read, also in a narrow panel. */
export function BackupBar({ standing: { kind, text }, onShow, onLater }: BackupBarProps) {
  const isNew = kind === 'never';
  const Icon = isNew ? HardDriveDownload : TriangleAlert;
  return (
    <div
      role="status"
      aria-label="Backup"
      className="flex flex-wrap items-center gap-x-3 gap-y-0.5 border-b border-line bg-raised px-4 py-1.5 text-sm"
    >
      <p className="flex min-w-0 grow items-start gap-2">
        <Icon size={15} aria-hidden className={`mt-0.5 shrink-0 ${isNew ? 'text-secondary' : 'text-trouble'}`} />
        <span className="min-w-0">{text}</span>
      </p>
      <span className="ml-auto flex gap-3">
        <Button look="quiet" className="h-6" onClick={onShow}>
          {isNew ? 'Set up' : 'Show'}
        </Button>
        <Button look="quiet" className="h-6" onClick={onLater}>
          Not now
        </Button>
      </span>
    </div>
  );
}
