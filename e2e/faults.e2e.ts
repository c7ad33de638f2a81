import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Example } from '../lib/desk/examples/example';
import { entries, eventually, rows, setUpDesk } from './support/desk';
import { type Bench, useBrowser } from './support/fixture';
import { surviveKills } from './support/kills';

let hark: Bench;

beforeEach(async () => {
  hark = await useBrowser();
  await setUpDesk(hark);
});

describe('a worker that is killed in the midst of its work', () => {
  test('loses nothing that was acknowledged, twenty times', async () => {
    await surviveKills(hark, { kills: 20, seed: 7 });
  }, 120_000);
});

describe('a database of the first version', () => {
  const first: Example = JSON.parse(
    readFileSync(new URL('../lib/desk/examples/v1-first.json', import.meta.url), 'utf8'),
  );

  /** Puts a database of an older Hark in the place of this one's. */
  async function replaceDesk(example: Example): Promise<void> {
    await hark.killWorker();
    // It runs in the browser: nothing from outside of it can be named here.
    await hark.inExtension(async ({ version, stores }) => {
      const settled = <Result>(request: IDBRequest<Result>): Promise<Result> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      await settled(indexedDB.deleteDatabase('hark'));
      // Dexie counts versions in tens.
      const opening = indexedDB.open('hark', version * 10);
      opening.onupgradeneeded = () => {
        for (const { name, keyPath, autoIncrement, indexes, rows } of stores) {
          const store = opening.result.createObjectStore(name, { keyPath, autoIncrement });
          for (const index of indexes) store.createIndex(index.name, index.keyPath, index);
          for (const row of rows) store.add(row);
        }
      };
      (await settled(opening)).close();
    }, example);
  }

  /** Another window that knows no newer Hark, and does not let go of the database. */
  const hold = (): Promise<void> =>
    hark.inExtension(async () => {
      const opening = indexedDB.open('hark');
      await new Promise((resolve) => {
        opening.onsuccess = resolve;
      });
      addEventListener('let-go', () => opening.result.close(), { once: true });
    });
  const letGo = (): Promise<boolean> => hark.inExtension(() => dispatchEvent(new Event('let-go')));

  test('is brought to this one with every row, and left alone if that fails or another window holds it', async () => {
    const broken: Example = structuredClone(first);
    const spoilt = broken.stores.find(({ name }) => name === 'entries')?.rows.find(({ kind }) => kind === 'tweet');
    Object.assign(spoilt ?? {}, { text: null });
    await replaceDesk(broken);
    const panel = await hark.openExtensionPage('sidepanel.html?case=1');
    await panel.waitFor('text/Hark could not bring its database to this version');
    expect((await entries(hark)).length).toBe(rowsOf(first, 'entries'));
    expect(await rows(hark, 'cases').then((found) => found.length)).toBe(rowsOf(first, 'cases'));

    await replaceDesk(first);
    await hold();
    onTestFinished(async () => void (await letGo()));
    await panel.click('role/button[Load again]');
    // The copy before the update waits first, then the opening itself.
    await panel.waitFor('text/Another window of Hark holds its storage', { timeout: 20_000 });
    expect(await panel.text()).toContain('Close all other panels and pages of Hark, then load this one again.');
    await letGo();
    await panel.click('role/button[Load again]');
    await panel.waitFor('role/heading[Case #1]');
    expect((await entries(hark)).length).toBe(rowsOf(first, 'entries'));
    await panel.press('3');
    await eventually(async () => (await panel.inspect('[data-row]')).length > 0, 'its cases stand in the lists');
  });
});

const rowsOf = ({ stores }: Example, store: string): number =>
  stores.find(({ name }) => name === store)?.rows.length ?? 0;
