import { browser } from 'wxt/browser';
import { noteAudit } from '../../lib/audit/audit';
import { noteBackup, readBackupRecord, readBackupSettings, readSaving, writeSaving } from '../../lib/backup/kept';
import { ASKING, describeInterruption, FOLDER, fileNames, hasShrunk, SHRUNK, weekOf } from '../../lib/backup/schedule';
import { noteError } from '../../lib/browser/errors';
import { db } from '../../lib/desk/local';
import type { BackupMade } from '../../lib/protocol';
import { makeTurns } from '../../lib/queue/in-turn';
import { closeMaker } from './maker';

/** A browser that has not begun to save after this time is asking somebody something, in milliseconds. */
const PATIENCE = 15_000;
/** A download of which the browser knows nothing any more. */
const LOST = 10 * 60_000;

export const NOT_ALLOWED = 'Hark may not save files any more. Switch the backup off and on again.';

/** One after the other: the browser tells of a download while it is being written down. */
const turn = makeTurns();

/** True if Hark may save files. */
export async function maySave(): Promise<boolean> {
  return Boolean(browser.downloads) && (await browser.permissions.contains({ permissions: ['downloads'] }));
}

/** Hands a backup that was made to the browser, which saves it over the one of the same name. */
export function save(made: BackupMade): Promise<void> {
  return turn(async () => {
    const [settings, record] = await Promise.all([readBackupSettings(), readBackupRecord()]);
    if (!settings) return;
    if (!(await maySave())) return fail(NOT_ALLOWED);
    if (!made.byHand && hasShrunk(made.cases, record)) return fail(SHRUNK);
    const [name = '', ...next] = fileNames(made.at, record, settings.mark);
    await download({ ...made, name, next });
  });
}

/** Notes that no backup could be made. */
export async function fail(failure: string): Promise<void> {
  await writeSaving(null);
  await noteBackup({ failure, triedAt: Date.now() });
  await closeMaker();
}

async function download(saving: BackupMade & { name: string; next: string[] }): Promise<void> {
  const { address, name, next, at, cases, rows, bytes } = saving;
  try {
    const downloadId = await browser.downloads.download({
      url: address,
      filename: `${FOLDER}/${name}`,
      conflictAction: 'overwrite',
      saveAs: false,
    });
    await writeSaving({ downloadId, address, name, next, startedAt: Date.now(), at, cases, rows, bytes });
  } catch (error) {
    noteError('Backup', error);
    await fail(
      describeInterruption(error instanceof Error && /cancel/i.test(error.message) ? 'USER_CANCELED' : undefined),
    );
    return;
  }
  setTimeout(() => void settleSaving(), PATIENCE);
  await settle();
}

/** Looks how far the browser is with the file that it is saving. */
export function settleSaving(): Promise<void> {
  return turn(settle);
}

async function settle(): Promise<void> {
  const saving = await readSaving();
  if (!saving) return;
  if (!(await maySave())) return fail(NOT_ALLOWED);
  const [item] = await browser.downloads.search({ id: saving.downloadId });
  const waited = Date.now() - saving.startedAt;
  if (!item) {
    if (waited > LOST || waited < 0) await fail(describeInterruption(undefined));
  } else if (item.state === 'interrupted') {
    await fail(describeInterruption(item.error));
  } else if (item.state === 'in_progress') {
    // While the browser asks where to, it has no place for it yet.
    if (waited > PATIENCE && (!item.filename || item.paused)) await noteBackup({ failure: ASKING });
  } else {
    await succeed(saving);
  }
}

async function succeed(saving: NonNullable<Awaited<ReturnType<typeof readSaving>>>): Promise<void> {
  const [name, ...next] = saving.next;
  if (name !== undefined) {
    await download({ ...saving, byHand: true, name, next });
    return;
  }
  const { at, cases, bytes } = saving;
  await writeSaving(null);
  await noteBackup({ lastAt: at, lastCases: cases, lastBytes: bytes, triedAt: at, failure: null, week: weekOf(at) });
  await noteAudit(db, { at: Date.now(), by: null, act: 'backed-up', count: cases });
  await closeMaker();
}
