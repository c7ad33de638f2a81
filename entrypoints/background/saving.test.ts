import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { rebuildTrail } from '../../lib/audit/audit';
import {
  newBackupSettings,
  noteBackup,
  readBackupRecord,
  readSaving,
  writeBackupSettings,
} from '../../lib/backup/kept';
import { noRecord, SHRUNK } from '../../lib/backup/schedule';
import { db } from '../../lib/desk/local';
import type { BackupMade } from '../../lib/protocol';
import { save, settleSaving } from './saving';

interface Item {
  id: number;
  state: string;
  filename: string;
  error?: string;
  paused: boolean;
}

const MONDAY = new Date(2026, 4, 4, 9).getTime();
const made: BackupMade = { address: 'blob:x', at: MONDAY, cases: 12, rows: 90, bytes: 900, byHand: false };
let items: Map<number, Item>;
let names: string[];
let allowed: boolean;

/** As the browser would, which saves at once or does with a file what is told of the next one. */
let next: Partial<Item>;

beforeEach(async () => {
  items = new Map();
  names = [];
  allowed = true;
  next = { state: 'complete', filename: '/downloads/file' };
  Object.assign(fakeBrowser, {
    permissions: { contains: async () => allowed },
    downloads: {
      async download({ filename }: { filename: string }) {
        names.push(filename);
        const id = names.length;
        items.set(id, { id, state: 'in_progress', filename: '', paused: false, ...next });
        return id;
      },
      search: async ({ id }: { id: number }) => [...items.values()].filter((item) => item.id === id),
    },
  });
  await noteBackup(noRecord);
  await writeBackupSettings(newBackupSettings(null));
  await rebuildTrail(db, () => db.audit.clear());
});

it('saves under the names of the day and of the week, and writes down that it has', async () => {
  await save(made);
  expect(names).toEqual([
    expect.stringMatching(/^Hark\/hark-\w{4}-monday\.harkbackup$/),
    expect.stringMatching(/^Hark\/hark-\w{4}-week-\d\.harkbackup$/),
  ]);
  expect(await readBackupRecord()).toMatchObject({ lastAt: MONDAY, lastCases: 12, failure: null });
  expect(await db.audit.toArray()).toMatchObject([{ act: 'backed-up', count: 12, by: null }]);
  // The next day there is no other week yet.
  await save({ ...made, at: MONDAY + 24 * 60 * 60_000 });
  expect(names).toHaveLength(3);
});

it('says why a file was not saved', async () => {
  next = { state: 'interrupted', error: 'FILE_NO_SPACE' };
  await save(made);
  expect((await readBackupRecord()).failure).toContain('disk is full');
  expect(await readSaving()).toBeNull();
  next = { state: 'interrupted', error: 'USER_CANCELED' };
  await save(made);
  expect((await readBackupRecord()).failure).toContain('asked where to save');
  next = { state: 'complete' };
  await save(made);
  expect((await readBackupRecord()).failure).toBeNull();
});

it('tells that the browser is asking where to save, until it has', async () => {
  next = {};
  await save(made);
  expect(await readBackupRecord()).toMatchObject({ failure: null, lastAt: null });
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 20_000 });
  await settleSaving();
  vi.useRealTimers();
  expect((await readBackupRecord()).failure).toContain('seems to be asking');
  next = { state: 'complete' };
  items.set(1, { id: 1, state: 'complete', filename: '/downloads/file', paused: false });
  await settleSaving();
  expect(await readBackupRecord()).toMatchObject({ failure: null, lastAt: MONDAY });
});

it('leaves the backups alone where the desk has lost its cases, unless somebody says so', async () => {
  await save(made);
  await save({ ...made, cases: 3 });
  expect((await readBackupRecord()).failure).toBe(SHRUNK);
  expect(names).toHaveLength(2);
  await save({ ...made, cases: 3, byHand: true });
  expect(await readBackupRecord()).toMatchObject({ failure: null, lastCases: 3 });
});

it('gives up where the permission was taken back', async () => {
  next = {};
  await save(made);
  allowed = false;
  await settleSaving();
  expect(await readSaving()).toBeNull();
  expect((await readBackupRecord()).failure).toContain('may not save files any more');
});
