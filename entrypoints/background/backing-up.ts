import { browser } from 'wxt/browser';
import { clearBrokenOff } from '../../lib/backup/broken-off';
import { noteBackup, readBackupRecord, readSaving } from '../../lib/backup/kept';
import { makeBackup } from '../../lib/backup/make';
import { dropStage } from '../../lib/backup/restore';
import { nextBackup } from '../../lib/backup/schedule';
import { readWantedBackup } from '../../lib/backup/wanted';
import { noteError } from '../../lib/browser/errors';
import { describeFailure } from '../../lib/desk/failure';
import { db } from '../../lib/desk/local';
import { hasMaker, isMaking, openMaker } from './maker';
import { alongside } from './queue';
import { fail, maySave, NOT_ALLOWED, save, settleSaving } from './saving';

const ALARM = 'backup';
/** Whoever has just started the browser wants it for something else first, in milliseconds. */
const LATER = 60_000;
/** A maker that has said nothing for so long was stopped. */
const STUCK = 15 * 60_000;
/** Browsers stop a worker that calls nothing for half a minute. */
const BREATH = 10_000;

/** Sees to it that the alarm rings when the next backup is due. */
async function arm(): Promise<void> {
  const { settings, every } = await readWantedBackup(db);
  if (!settings?.isOn) {
    await browser.alarms.clear(ALARM);
    return;
  }
  const now = Date.now();
  const when = Math.max(nextBackup(await readBackupRecord(), now, every), now + LATER);
  const armed = await browser.alarms.get(ALARM);
  // Not put off with each start of the worker; and not too late, whatever the clock has done.
  if (!armed || armed.scheduledTime > when || armed.scheduledTime < now) browser.alarms.create(ALARM, { when });
}

/** Makes the backup if it is due. */
async function backUpIfDue(): Promise<void> {
  const [{ settings, every }, record] = await Promise.all([readWantedBackup(db), readBackupRecord()]);
  const now = Date.now();
  if (!settings?.isOn || nextBackup(record, now, every) > now || (await readSaving())) return;
  if (!(await maySave())) {
    await fail(NOT_ALLOWED);
    return;
  }
  if (!hasMaker()) {
    await makeHere();
    return;
  }
  if ((await isMaking()) && record.triedAt !== null && Math.abs(now - record.triedAt) < STUCK) return;
  await noteBackup({ triedAt: now });
  await openMaker();
}

/** In Firefox, whose worker is a page. */
async function makeHere(): Promise<void> {
  await noteBackup({ triedAt: Date.now() });
  const breathing = setInterval(() => void browser.runtime.getPlatformInfo(), BREATH);
  try {
    const made = await makeBackup();
    if (made) await save({ ...made, byHand: false });
  } catch (error) {
    noteError('Backup', error);
    await fail(describeFailure(error, null));
  } finally {
    clearInterval(breathing);
  }
}

async function wake(rung: boolean): Promise<void> {
  try {
    await settleSaving();
    if (rung) await backUpIfDue();
    await arm();
  } catch (error) {
    // The panel tells how old the last backup is.
    noteError('Backup', error);
    console.warn('The backup could not be looked after.', error instanceof Error ? error.name : '');
  }
}

/** Looks again at when the next backup is due: somebody has changed how they are made. */
export const backupsChanged = (): Promise<void> => wake(false);

/** Keeps the desk backed up. Listeners are set at once, since the worker is started for them. */
export function watchBackups(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void wake(true);
  });
  browser.runtime.onStartup.addListener(() => {
    // Of a restore that nobody has finished.
    void dropStage().catch(() => {});
  });
  // There is no such part of the browser before the permission is given.
  const listen = (): void => {
    if (browser.downloads && !browser.downloads.onChanged.hasListener(changed)) {
      browser.downloads.onChanged.addListener(changed);
    }
  };
  listen();
  browser.permissions.onAdded.addListener(listen);
  void wake(false);
  alongside('Backup', clearBrokenOff(db));
}

const changed = (): void => void settleSaving();
