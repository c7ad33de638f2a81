import Dexie, { type Table } from 'dexie';
import { type BackupLock, randomBytes } from './lock';
import { type BackupRecord, noRecord } from './schedule';

/**
 * What backups need to know, beside the desk: it must not be in a backup, and is not brought back by one. The key of
 * the passphrase is kept in a form that cannot be read back, by nobody.
 */
export interface BackupSettings {
  /** True if Hark backs up by itself, each day. */
  isOn: boolean;
  /** Null for backups that anybody can read, which somebody has chosen. */
  lock: BackupLock | null;
  /** In the files' names. */
  mark: string;
}

/** A file that the browser is saving. */
export interface Saving {
  downloadId: number;
  address: string;
  /** Where it goes, in the folder of downloads. */
  name: string;
  /** Names under which it is saved after this one. */
  next: string[];
  startedAt: number;
  at: number;
  cases: number;
  rows: number;
  bytes: number;
}

/** A restore into an empty desk. */
export interface Restoring {
  /** When the backup was made. */
  at: number;
  /** When it was begun. Notes of an earlier Hark lack this and the rest. */
  startedAt?: number;
  /** What the desk had of its own before, by table. */
  own?: Record<string, unknown[]>;
}

interface Kept {
  settings: BackupSettings;
  record: BackupRecord;
  saving: Saving;
  /** The backup that is being restored into an empty desk: still there if the browser was closed meanwhile. */
  restoring: Restoring;
  /** Until when the panel need not speak of that. */
  quietUntil: { kind: string; until: number };
}

class KeysDatabase extends Dexie {
  kept!: Table<{ id: string; value: unknown }, string>;

  constructor() {
    // A note that something is under way must be on the disk before it is.
    super('hark-keys', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ kept: 'id' });
  }
}

const keys = new KeysDatabase();

async function read<Name extends keyof Kept>(name: Name): Promise<Kept[Name] | undefined> {
  return (await keys.kept.get(name))?.value as Kept[Name] | undefined;
}

async function write<Name extends keyof Kept>(name: Name, value: Kept[Name] | null): Promise<void> {
  if (value === null) await keys.kept.delete(name);
  else await keys.kept.put({ id: name, value });
}

/** How backups are made; null before somebody has set them up. */
export const readBackupSettings = async (): Promise<BackupSettings | null> => (await read('settings')) ?? null;
export const writeBackupSettings = (settings: BackupSettings | null): Promise<void> => write('settings', settings);

export const readBackupRecord = async (): Promise<BackupRecord> => (await read('record')) ?? noRecord;

/** Changes some of what is known of the backups so far. */
export async function noteBackup(fields: Partial<BackupRecord>): Promise<void> {
  await keys.transaction('rw', keys.kept, async () => {
    await write('record', { ...(await readBackupRecord()), ...fields });
  });
}

export const readSaving = async (): Promise<Saving | null> => (await read('saving')) ?? null;
export const writeSaving = (saving: Saving | null): Promise<void> => write('saving', saving);

export const readRestoring = async (): Promise<Restoring | null> => (await read('restoring')) ?? null;
export const writeRestoring = (restoring: Restoring | null): Promise<void> => write('restoring', restoring);

export const readQuietUntil = async (): Promise<Kept['quietUntil'] | null> => (await read('quietUntil')) ?? null;
export const writeQuietUntil = (quiet: Kept['quietUntil']): Promise<void> => write('quietUntil', quiet);

/** Settings with a new mark, so that no file of another desk is written over. */
export function newBackupSettings(lock: BackupLock | null): BackupSettings {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const mark = [...randomBytes(4)].map((byte) => letters.charAt(byte % letters.length)).join('');
  return { isOn: true, lock, mark };
}
