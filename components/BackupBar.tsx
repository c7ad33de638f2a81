import { HardDriveDownload, TriangleAlert } from 'lucide-react';
import type { BackupStanding } from '../lib/backup/standing';
import { NewsBar } from './NewsBar';

interface BackupBarProps {
  standing: BackupStanding;
  onShow(): void;
  onLater(): void;
}

/** Says at the top of the panel that the desk is not backed up. */
export function BackupBar({ standing: { kind, text }, onShow, onLater }: BackupBarProps) {
  const isNew = kind === 'never';
  return (
    <NewsBar
      label="Backup"
      icon={isNew ? HardDriveDownload : TriangleAlert}
      tone={isNew ? 'text-secondary' : 'text-trouble'}
      show={isNew ? 'Set up' : 'Show'}
      {...{ onShow, onLater }}
    >
      <span className="min-w-0">{text}</span>
    </NewsBar>
  );
}
