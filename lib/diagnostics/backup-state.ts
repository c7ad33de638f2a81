import { readBackupRecord, readBackupSettings } from '../backup/kept';

/** How the last backup went, for a diagnosis. */
export interface BackupState {
  /** When the last one succeeded, in milliseconds since 1970; null if none has. */
  succeededAt: number | null;
  /** Whether the latest attempt failed. */
  failing: boolean;
}

/** The state of the backup; null before one was set up. */
export async function readBackupState(): Promise<BackupState | null> {
  if ((await readBackupSettings()) === null) return null;
  const { lastAt, failure } = await readBackupRecord();
  return { succeededAt: lastAt, failing: failure !== null };
}
