/** How the last backup went, for a diagnosis. */
export interface BackupState {
  /** When the last one succeeded, in milliseconds since 1970; null if none has. */
  succeededAt: number | null;
  /** Whether the latest attempt failed. */
  failing: boolean;
}

/** The state of the backup; null while none is made by itself. */
export async function readBackupState(): Promise<BackupState | null> {
  return null;
}
