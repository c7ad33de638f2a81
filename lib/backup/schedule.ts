/** When a backup is due, and what its file is called. Pure. */

const HOUR = 60 * 60_000;
/** After a failure it is tried again, but not over and over. */
const AGAIN = HOUR;
const WEEKS = 4;

/** What is known of the backups so far. */
export interface BackupRecord {
  /** When the last one succeeded, in milliseconds since 1970; null if none has. */
  lastAt: number | null;
  /** How many cases it held: far fewer are not written over it by themselves. */
  lastCases: number;
  lastBytes: number;
  /** When it was last tried. */
  triedAt: number | null;
  /** Why that failed, in words; null if it did not. */
  failure: string | null;
  /** The week of the last weekly copy, as {@link weekOf} counts. */
  week: number | null;
}

export const noRecord: BackupRecord = {
  lastAt: null,
  lastCases: 0,
  lastBytes: 0,
  triedAt: null,
  failure: null,
  week: null,
};

const startOfDay = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

/**
 * When the next backup is to be made by itself, by this computer's clock: once a day, as soon as the browser runs. A
 * last time that lies ahead is that of a clock that was put back.
 *
 * @param every days from one to the next
 */
export function nextBackup({ lastAt, triedAt, failure }: BackupRecord, now: number, every = 1): number {
  const isRetry = failure !== null && triedAt !== null && triedAt <= now;
  const soonest = isRetry ? triedAt + AGAIN : now;
  if (lastAt === null || lastAt > now) return soonest;
  return Math.max(soonest, new Date(startOfDay(lastAt)).setDate(new Date(lastAt).getDate() + every));
}

/** Weeks since a Monday long ago, by this computer's clock. */
export function weekOf(at: number): number {
  const day = new Date(at);
  const days = Math.floor(Date.UTC(day.getFullYear(), day.getMonth(), day.getDate()) / (24 * HOUR));
  // 5 January 1970 was a Monday.
  return Math.floor((days - 4) / 7);
}

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** In the browser's own folder of downloads. */
export const FOLDER = 'Hark';

/**
 * The names of a backup's files, the later ones written over the earlier ones: one for each day of the week, and one
 * for each of four weeks, which the first backup of a week gets as well.
 *
 * @param mark tells this desk's files from those of another profile, or of a desk that was lost
 */
export function fileNames(at: number, record: Pick<BackupRecord, 'week'>, mark: string): string[] {
  const day = `hark-${mark}-${DAYS[new Date(at).getDay()]}.harkbackup`;
  const week = weekOf(at);
  return record.week === week ? [day] : [day, `hark-${mark}-week-${(((week % WEEKS) + WEEKS) % WEEKS) + 1}.harkbackup`];
}

/** True if a desk has lost so much that its backups must not be written over without somebody saying so. */
export function hasShrunk(cases: number, { lastCases }: Pick<BackupRecord, 'lastCases'>): boolean {
  return lastCases >= 4 && cases < lastCases / 2;
}

export const SHRUNK =
  'This desk holds far fewer cases than the last backup, so the backups were left as they are. If that is right, press “Back up now”.';

/** Why a browser did not save a file, in words. */
export function describeInterruption(reason: string | undefined): string {
  if (reason === 'USER_CANCELED') {
    return 'The browser asked where to save the backup and was told not to. Turn off “ask where to save each file” in its settings, or save one by hand.';
  }
  if (reason === 'FILE_NO_SPACE') return 'The disk is full. Free some space, then back up again.';
  if (reason === 'FILE_ACCESS_DENIED' || reason === 'FILE_FAILED') {
    return 'The browser may not write into its downloads folder. Check the folder, then back up again.';
  }
  if (reason === 'FILE_BLOCKED' || reason === 'FILE_SECURITY_CHECK_FAILED') {
    return 'A rule of this computer blocks the file. Ask whoever looks after it to allow .harkbackup files.';
  }
  return 'The browser broke off saving the backup. Press “Back up now” to try again.';
}

/** What a download that does not go on is most likely waiting for. */
export const ASKING =
  'The browser seems to be asking where to save the backup. Choose Downloads/Hark, or turn off “ask where to save each file” in its settings.';
