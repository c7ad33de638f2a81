import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { deskRows } from '../../e2e/bench/desk-rows';
import { noteAudit } from '../audit/audit';
import { DeskDatabase } from '../desk/database';
import { clearBrokenOff, restoreAlone } from './broken-off';
import { readRestoring, writeRestoring } from './kept';
import { checkBackup, readBackup } from './read';
import { isEmptyDesk } from './restore';
import type { Page } from './store';
import { writeBackup } from './write';

let db: DeskDatabase;
let file: Blob;
let names = 0;

beforeEach(async () => {
  const held = new Set<string>();
  vi.stubGlobal('navigator', {
    locks: {
      request: async (name: string, _options: object, work: (lock: object | null) => Promise<unknown>) => {
        if (held.has(name)) return work(null);
        held.add(name);
        return work({ name }).finally(() => held.delete(name));
      },
    },
  });
  const full = new DeskDatabase(`full-${++names}`);
  for (const chunk of deskRows({ cases: 30 })) {
    for (const [table, rows] of Object.entries(chunk)) await full.table(table).bulkPut(rows);
  }
  file = (await writeBackup(full.name, { at: Date.now(), lock: null }))?.file ?? new Blob();
  db = new DeskDatabase(`desk-${names}`);
  await db.settings.put({ key: 'rep', value: 'mine' });
  await noteAudit(db, { at: 1, by: 'JD', act: 'settings-changed' });
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await writeRestoring(null);
});

const restore = async (pages: AsyncIterable<Page> = readBackup(file, { lock: null })) =>
  restoreAlone(db, pages, await checkBackup(file, { lock: null }), { settings: 'here' }, 'JD');

/** Pages of which only the first ones come: as in a page that was closed then. */
async function* closedUnderWay(closed: () => void): AsyncGenerator<Page> {
  for await (const page of readBackup(file, { lock: null })) {
    yield page;
    if (page.table === 'customers') break;
  }
  closed();
  await new Promise(() => {});
}

/** A restore whose page is closed before it has finished; the lock goes with the page. */
async function breakOff(): Promise<void> {
  await new Promise<void>((closed) => void restore(closedUnderWay(closed)));
  await expect.poll(() => db.customers.count()).toBeGreaterThan(0);
  vi.stubGlobal('navigator', {
    locks: { request: (_: string, __: object, work: (lock: object) => unknown) => work({}) },
  });
}

it('a restore leaves no note and a line in the trail', async () => {
  await restore();
  expect(await readRestoring()).toBeNull();
  expect(await db.cases.count()).toBe(30);
  expect((await db.audit.toArray()).map(({ act }) => act)).toEqual(['settings-changed', 'restored']);
});

it('is one at a time, and nobody clears away what is being restored', async () => {
  await new Promise<void>((closed) => void restore(closedUnderWay(closed)));
  await expect(restore()).rejects.toThrow('Another page');
  expect(await clearBrokenOff(db)).toBe(false);
});

it('a desk with a part of a backup is emptied, and has what was its own', async () => {
  await breakOff();
  expect(await clearBrokenOff(db)).toBe(true);
  expect(await isEmptyDesk(db)).toBe(true);
  expect(await db.settings.toArray()).toEqual([{ key: 'rep', value: 'mine' }]);
  expect(await db.audit.count()).toBe(1);
  expect(await clearBrokenOff(db)).toBe(false);
  await restore();
  expect(await db.cases.count()).toBe(30);
});

it('what somebody has done since is left to them', async () => {
  await breakOff();
  await noteAudit(db, { at: Date.now() + 1, by: 'JD', act: 'opened' });
  expect(await clearBrokenOff(db)).toBe(false);
  expect(await db.customers.count()).toBeGreaterThan(0);
  expect(await readRestoring()).not.toBeNull();
  await restore();
  expect(await db.cases.count()).toBe(30);
});

it('what Hark has done by itself since is nobody’s work', async () => {
  await breakOff();
  await noteAudit(db, { at: Date.now() + 1, by: null, act: 'purged', part: 'texts', count: 12 });
  await noteAudit(db, { at: Date.now() + 2, by: null, act: 'purged', part: 'retention', count: 3 });
  await noteAudit(db, { at: Date.now() + 3, by: null, act: 'backed-up', count: 12 });
  expect(await clearBrokenOff(db)).toBe(true);
  expect(await isEmptyDesk(db)).toBe(true);
  expect((await db.audit.toArray()).map(({ act }) => act)).toEqual(['settings-changed']);
});

it('one that fails leaves the desk as it was', async () => {
  const failing = async function* (): AsyncGenerator<Page> {
    for await (const page of readBackup(file, { lock: null })) {
      if (page.table === 'customers') throw new TypeError('The disk is gone.');
      yield page;
    }
  };
  await expect(restore(failing())).rejects.toThrow('The disk is gone.');
  expect(await isEmptyDesk(db)).toBe(true);
  expect(await db.settings.count()).toBe(1);
  expect(await readRestoring()).toBeNull();
});
