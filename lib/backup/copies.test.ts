import { afterEach, expect, it, vi } from 'vitest';
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { DeskDatabase } from '../desk/database';
import { copyBeforeUpdate, listCopies, openCopy } from './copies';
import { checkBackup } from './read';

/** As much of the browser's private files as is needed. */
function pretendFiles() {
  const files = new Map<string, Blob>();
  const handle = (name: string) => ({
    getFile: async () => files.get(name),
    createWritable: async () => {
      const parts: Uint8Array<ArrayBuffer>[] = [];
      return new WritableStream<Uint8Array<ArrayBuffer>>({
        write: (part) => void parts.push(part),
        close: () => void files.set(name, new Blob(parts)),
      });
    },
  });
  const place = {
    keys: async function* () {
      yield* [...files.keys()];
    },
    getFileHandle: async (name: string, { create = false } = {}) => {
      if (!create && !files.has(name)) throw new Error('NotFoundError');
      return handle(name);
    },
    removeEntry: async (name: string) => files.delete(name),
  };
  let last: Promise<unknown> = Promise.resolve();
  vi.stubGlobal('navigator', {
    storage: { getDirectory: async () => ({ getDirectoryHandle: async () => place }) },
    locks: {
      request: (_name: string, work: () => Promise<void>) => {
        last = last.then(work);
        return last;
      },
    },
  });
  return files;
}

afterEach(() => vi.unstubAllGlobals());

async function makeOlder(name: string): Promise<void> {
  const old = new Dexie(name);
  old.version(1).stores({ cases: 'id, &number', settings: 'key' });
  await old.table('cases').add({ id: 'c', number: 4, customerId: 'p', status: 'open' });
  old.close();
}

it('copies a database as it was before this Hark changes it, once, and keeps the last two', async () => {
  const files = pretendFiles();
  for (const name of ['first', 'second', 'third']) {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 4, 4 + files.size + (name === 'third' ? 5 : 0)) });
    await makeOlder(name);
    const open = () => new DeskDatabase(name, (schema) => copyBeforeUpdate(name, schema));
    // Worker and panel at once.
    const [one, other] = [open(), open()];
    expect(await Promise.all([one.cases.count(), other.cases.count()])).toEqual([1, 1]);
    await one.followUps.count();
    one.close();
    other.close();
    const again = open();
    expect(await again.cases.count()).toBe(1);
    again.close();
  }
  vi.useRealTimers();
  const copies = await listCopies();
  expect(copies.map(({ schema }) => schema)).toEqual([1, 1]);
  const file = await openCopy(copies[0]?.name ?? '');
  const summary = await checkBackup(file ?? new Blob(), { lock: null });
  expect(summary.header.schema).toBe(1);
  expect(summary.end.rows).toEqual({ cases: 1, settings: 0 });
});

it('does nothing for a database that is new or up to date, and where there is no such place', async () => {
  const files = pretendFiles();
  const fresh = new DeskDatabase('fresh', (schema) => copyBeforeUpdate('fresh', schema));
  await fresh.open();
  expect(files.size).toBe(0);
  vi.unstubAllGlobals();
  await makeOlder('private');
  const db = new DeskDatabase('private', (schema) => copyBeforeUpdate('private', schema));
  expect(await db.cases.count()).toBe(1);
});
