/** Backing up a very large desk, and restoring it: how long it takes and how much of the heap. */
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Page } from 'puppeteer-core';
import { put } from '../support/desk';
import type { Bench } from '../support/fixture';
import { deskRows } from './desk-rows';
import { round } from './figures';
import { emptyPage, type Lab } from './lab';

const CHUNK = 4_000;
const TABLES = ['customers', 'entries', 'search', 'cases', 'counters', 'settings'] as const;
const PASSPHRASE = 'three blue lamps';

/** One piece of work. */
interface Work {
  seconds: number;
  /** Most of the heap that was in use at once, with what lies beside it (buffers), in megabytes. */
  heapMb: number;
}

export interface BackupFigures {
  cases: number;
  entries: number;
  fileMb: number;
  backup: Work;
  /** Looking the file through, and writing it into an empty desk. */
  check: Work;
  restore: Work;
}

/** Fills the desk, saves it to a file, empties it and restores it. */
export async function measureBackup({ hark }: Lab, cases: number): Promise<BackupFigures> {
  await hark.reset();
  const page = await emptyPage(hark);
  await page.goto(hark.extensionUrl('sidepanel.html'));
  await page.waitForSelector('[role="tab"]');
  let entries = 0;
  for (const rows of deskRows({ cases, chunk: CHUNK })) {
    for (const store of TABLES) if (rows[store].length > 0) await put(hark, store, rows[store]);
    entries += rows.entries.length;
  }
  await setUp(hark);
  const folder = await mkdtemp(join(tmpdir(), 'hark-bench-'));
  const whole = await hark.puppeteer.target().createCDPSession();
  await whole.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  try {
    await page.goto(hark.extensionUrl('options.html'));
    const backup = await watching(page, async () => {
      await press(page, 'Save to a file');
      await until(page, () => performance.getEntriesByName('hark-backup').length > 0);
    });
    backup.seconds = round(
      (await page.evaluate(() => performance.getEntriesByName('hark-backup')[0]?.duration ?? 0)) / 1_000,
    );
    const file = join(folder, await savedIn(folder));
    await page.goto('about:blank');
    await hark.reset();
    const second = await emptyPage(hark);
    await second.goto(hark.extensionUrl('restore.html'));
    const field = await second.waitForSelector('input[type="file"]');
    await field?.uploadFile(file);
    await second.waitForSelector('input[type="password"]');
    await second.type('input[type="password"]', PASSPHRASE);
    const check = await watching(second, async () => {
      await press(second, 'Open');
      await until(second, () => document.body.innerText.includes('Restore this backup?'));
    });
    const restore = await watching(second, async () => {
      await press(second, 'Restore');
      await until(second, () => document.body.innerText.includes('cases restored'));
    });
    await second.close();
    return { cases, entries, fileMb: round((await stat(file)).size / 1e6, 1), backup, check, restore };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Sets the passphrase, as the settings do; nobody can answer the browser's question about downloads here. */
async function setUp(hark: Bench): Promise<void> {
  await hark.inExtension(async (passphrase) => {
    const salt = crypto.getRandomValues(new Uint8Array(16));
    const typed = new TextEncoder().encode(passphrase);
    const material = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits']);
    const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: 600_000 };
    const bits = await crypto.subtle.deriveBits(derivation, material, 256);
    const key = await crypto.subtle.importKey('raw', bits, 'HKDF', false, ['deriveKey']);
    const lock = { key, salt: btoa(String.fromCharCode(...salt)), rounds: 600_000 };
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('hark-keys');
      request.onsuccess = () => resolve(request.result);
    });
    const transaction = db.transaction('kept', 'readwrite');
    transaction.objectStore('kept').put({ id: 'settings', value: { isOn: true, lock, mark: 'test' } });
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    db.close();
  }, PASSPHRASE);
}

/** Measures while something is done. */
async function watching(page: Page, work: () => Promise<void>): Promise<Work> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  let most = 0;
  let isDone = false;
  const sampling = (async () => {
    while (!isDone) {
      most = Math.max(most, await heapOf(session));
      await pause(200);
    }
  })();
  const start = Date.now();
  await work();
  const seconds = round((Date.now() - start) / 1_000);
  isDone = true;
  await sampling;
  return { seconds, heapMb: round(most / 1e6, 0) };
}

async function heapOf(session: CDPSession): Promise<number> {
  const usage: { usedSize: number; backingStorageSize?: number; embedderHeapUsedSize?: number } =
    await session.send('Runtime.getHeapUsage');
  return usage.usedSize + (usage.backingStorageSize ?? 0) + (usage.embedderHeapUsedSize ?? 0);
}

async function press(page: Page, words: string): Promise<void> {
  await page.waitForFunction(
    (name) => [...document.querySelectorAll('button')].some((one) => one.innerText === name),
    {},
    words,
  );
  await page.evaluate((name) => {
    [...document.querySelectorAll('button')].find((one) => one.innerText === name)?.click();
  }, words);
}

/** Asked again and again: one question may not take longer than a minute. */
async function until(page: Page, isSo: () => boolean): Promise<void> {
  while (!(await page.evaluate(isSo))) await pause(250);
}

async function savedIn(folder: string): Promise<string> {
  for (;;) {
    const name = (await readdir(folder)).find((one) => one.endsWith('.harkbackup'));
    if (name) return name;
    await pause(100);
  }
}
