import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import type { Notices } from '../../components/use-notice';
import { noteAudit } from '../../lib/audit/audit';
import {
  type BackupSettings,
  newBackupSettings,
  noteBackup,
  readBackupRecord,
  readSaving,
  writeBackupSettings,
} from '../../lib/backup/kept';
import { lockOf } from '../../lib/backup/lock';
import { type MadeBackup, makeBackup } from '../../lib/backup/make';
import type { BackupRecord } from '../../lib/backup/schedule';
import { readWantedBackup } from '../../lib/backup/wanted';
import { saveAddress } from '../../lib/browser/download';
import { describeFailure } from '../../lib/desk/failure';
import { db, handOvers } from '../../lib/desk/local';
import { sendMessage } from '../../lib/messaging';
import { percent } from '../../lib/progress';
import { dayOf } from '../../lib/queue/funnel';
import { signatureAtDesk } from '../../lib/settings/settings';

export interface BackupState {
  /** True if the team has set whether it is made by itself. */
  locked: boolean;
  /** Null before it was set up. */
  settings: BackupSettings | null;
  record: BackupRecord;
  /** What is being done right now. */
  busy: string | null;
  /** To be called in the turn of a click: the browser asks then whether Hark may save files. */
  setUp(passphrase: string | null): void;
  backUpNow(): void;
  saveByHand(): void;
  switchOff(): void;
  switchOn(): void;
}

const DOWNLOADS = { permissions: ['downloads' as const] };
const REFUSED = 'The browser was told not to let Hark save files by itself. You can save a backup by hand.';

/** Sets up backups and makes them. Undefined while it is being read. */
export function useBackup(notices: Notices): BackupState | undefined {
  const known = useLiveQuery(async () => ({
    wanted: await readWantedBackup(db),
    record: await readBackupRecord(),
    saving: (await readSaving()) !== null,
  }));
  const [busy, setBusy] = useState<string | null>(null);
  const address = useRef<string | null>(null);
  const saving = known?.saving ?? false;
  useEffect(() => {
    if (!saving) return;
    return () => {
      // The browser has it now: it need not be held any longer.
      if (address.current) URL.revokeObjectURL(address.current);
    };
  }, [saving]);
  if (!known) return undefined;
  const { wanted, record } = known;
  const { settings } = wanted;

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      notices.warn(describeFailure(error, null));
    } finally {
      setBusy(null);
    }
  };
  const make = async (): Promise<MadeBackup | null> => {
    setBusy('Backing up');
    const made = await makeBackup(percent('Backing up', setBusy));
    if (!made) notices.warn('Another page of Hark is making a backup: wait a moment.');
    return made;
  };
  const backUp = async (): Promise<void> => {
    const made = await make();
    if (!made) return;
    address.current = made.address;
    setBusy('Saving');
    const answer = await sendMessage('backupMade', { ...made, byHand: true });
    if (!answer.ok) notices.warn(answer.reason);
  };
  const keep = async (next: BackupSettings): Promise<void> => {
    await writeBackupSettings(next);
    await noteBackup({ failure: null });
    await sendMessage('backupsChanged', {});
  };

  return {
    settings,
    locked: wanted.locked,
    record,
    busy: busy ?? (saving ? 'Saving' : null),
    setUp(passphrase) {
      const asked = browser.permissions.request(DOWNLOADS);
      void attempt(async () => {
        setBusy('Making the key');
        const isOn = await asked;
        const lock = passphrase === null ? null : await lockOf(passphrase);
        // So that the desk knows its own backups again.
        await handOvers.desk();
        await keep({ ...newBackupSettings(lock), ...(settings && { mark: settings.mark }), isOn });
        if (isOn) await backUp();
        else notices.warn(REFUSED);
      });
    },
    switchOn() {
      const asked = browser.permissions.request(DOWNLOADS);
      void attempt(async () => {
        if (!settings) return;
        if (!(await asked)) return notices.warn(REFUSED);
        await keep({ ...settings, isOn: true });
        await backUp();
      });
    },
    switchOff() {
      void attempt(async () => {
        if (settings) await keep({ ...settings, isOn: false });
        notices.tell('The daily backup is off. The files stay where they are.');
      });
    },
    backUpNow: () => void attempt(backUp),
    saveByHand() {
      void attempt(async () => {
        const made = await make();
        if (!made) return;
        const by = await signatureAtDesk(db);
        await noteAudit(db, { at: Date.now(), by, act: 'exported', part: 'backup', count: made.cases });
        saveAddress(made.address, `hark-${dayOf(made.at)}.harkbackup`);
        notices.tell('Saved. Keep the file outside of this computer, too.');
      });
    },
  };
}
