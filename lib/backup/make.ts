import type { Progress } from '../progress';
import { readBackupSettings } from './kept';
import { writeBackup } from './write';

/** A backup in memory of the browser, with an address from which it can be saved as long as this page lives. */
export interface MadeBackup {
  address: string;
  at: number;
  cases: number;
  rows: number;
  bytes: number;
}

/** How long it took, among what the browser's own tools measure. */
export const MEASURE = 'hark-backup';

/** The name of the desk's database. */
export const DESK = 'hark';

/**
 * Makes a backup as it was set up. Only one page does so at a time; null if another one is at it, if backups are not set
 * up, or if there is no desk yet.
 */
export async function makeBackup(progress?: Progress, signal?: AbortSignal): Promise<MadeBackup | null> {
  return navigator.locks.request('hark-backup', { ifAvailable: true }, async (own) => {
    const settings = own && (await readBackupSettings());
    if (!settings) return null;
    const [at, start] = [Date.now(), performance.now()];
    const written = await writeBackup(DESK, { at, lock: settings.lock, progress, signal });
    if (!written) return null;
    const { file, cases, rows } = written;
    performance.measure(MEASURE, { start });
    return { address: URL.createObjectURL(file), at, cases, rows, bytes: file.size };
  });
}
