import type { DeskDatabase } from '../desk/database';
import { readTeamPolicy } from '../policy/keep';
import { effective, isLocked, type TeamPolicy } from '../policy/policy';
import { type BackupSettings, readBackupSettings } from './kept';

/** How backups are to be made: what somebody has set up here, and what the team wants. */
export interface WantedBackup {
  /** Null before somebody has set them up here: a passphrase and the browser's leave are no team's to give. */
  settings: BackupSettings | null;
  /** True if the team wants one to be made by itself. */
  byTeam: boolean;
  /** True if it cannot be switched on or off here. */
  locked: boolean;
  /** So many days from one to the next. */
  every: number;
}

/** Lays what the team wants over what was set up here. Pure. */
export function wantedBackup(settings: BackupSettings | null, policy: TeamPolicy): WantedBackup {
  const team = effective(policy, 'backup', undefined);
  const locked = isLocked(policy, 'backup');
  return {
    settings: settings && locked && team ? { ...settings, isOn: team.on } : settings,
    byTeam: team?.on ?? false,
    locked,
    every: team?.days ?? 1,
  };
}

/** How backups are to be made, as it is now. */
export async function readWantedBackup(db: DeskDatabase): Promise<WantedBackup> {
  const [settings, { policy }] = await Promise.all([readBackupSettings(), readTeamPolicy(db)]);
  return wantedBackup(settings, policy);
}
