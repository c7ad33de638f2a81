import { readFileSync } from 'node:fs';
import Dexie, { type Transaction } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readKeys, readWatchlist } from '../settings/settings';
import { DeskDatabase } from './database';
import { Desk } from './desk';
import { type Example, exampleOf, putExample } from './examples/example';
import { describeFailure, isNewerDesk, isOutOfReach, openTrouble } from './failure';

const example: Example = JSON.parse(readFileSync(new URL('examples/v3.json', import.meta.url), 'utf8'));
const NAME = 'upgrade';

let opened: DeskDatabase[];

beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  Dexie.dependencies.indexedDB = indexedDB;
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  opened = [];
  await putExample(example, NAME);
});

afterEach(() => {
  for (const db of opened) db.close();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A later Hark whose step to its version is this one. */
function later(stores: Record<string, string>, upgrade: (rows: Transaction) => Promise<void> = async () => {}) {
  const db = new DeskDatabase(NAME);
  opened.push(db);
  db.version(90).stores(stores).upgrade(upgrade);
  return db;
}

function today(): DeskDatabase {
  const db = new DeskDatabase(NAME);
  opened.push(db);
  return db;
}

const deskOn = (db: DeskDatabase): Desk => new Desk({ db, now: () => 1, newId: () => 'id' });
const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

/** The database as it is on disk: version, stores, indexes and rows. */
async function onDisk(): Promise<Example> {
  const stored = await new Dexie(NAME, { indexedDB, IDBKeyRange }).open();
  const found = await exampleOf(stored as DeskDatabase);
  stored.close();
  return found;
}

const ways: [string, Record<string, string>, ((rows: Transaction) => Promise<void>)?][] = [
  [
    'throws in its midst',
    {},
    async (rows) => {
      await rows.table('entries').clear();
      await rows.table('cases').toCollection().modify({ status: 'closed' });
      throw new TypeError('A row is not as expected');
    },
  ],
  ['cannot make an index', { customers: 'id, *handles, &createdAt, &namedByRep2, &handle', entries: 'id, &kind' }],
  [
    'finds no room',
    {},
    async (rows) => {
      await rows.table('drafts').clear();
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    },
  ],
];

describe('an upgrade that fails', () => {
  it.each(ways)('as it %s leaves all as it was, and says so', async (_, stores, upgrade) => {
    const db = later(stores, upgrade);
    const desk = deskOn(db);
    for (const attempt of [
      desk.dismiss('1', true),
      desk.history('example-003'),
      desk.addNote('example-003', 'x', null),
    ]) {
      const error = await failureOf(attempt);
      expect(openTrouble(error)).toBe('upgrade');
      expect(isOutOfReach(error)).toBe(true);
      expect(describeFailure(error, 'your note')).toBe(
        'Hark could not bring its database to this version. Nothing was changed. Copy your note, load this page ' +
          'again; if it stays, update Hark. Your backups are in Downloads/Hark.',
      );
    }
    // Marks on X go on.
    expect(await readWatchlist(db)).toMatchObject({ handles: ['Lantern'] });
    expect(await readKeys(db)).toMatchObject({ openCase: 'c' });
    db.close();
    expect(await onDisk()).toEqual(example);
    // The Hark of before goes on with it.
    expect(await deskOn(today()).history('example-003')).not.toEqual([]);
  });

  it('is tried again by the next page, and then all is well', async () => {
    let fails = true;
    const step = async (rows: Transaction): Promise<void> => {
      await rows.table('settings').put({ key: 'later', value: true });
      if (fails) throw new Error('Not now');
    };
    expect(openTrouble(await failureOf(later({}, step).open()))).toBe('upgrade');
    fails = false;
    const db = later({}, step);
    expect(await db.settings.get('later')).toMatchObject({ value: true });
    expect(await db.cases.count()).toBe(5);
  });
});

describe('another window', () => {
  it('of an older version lets go, and is told to be updated', async () => {
    const old = today();
    expect(await old.cases.count()).toBe(5);
    const db = later({});
    expect(await db.cases.count()).toBe(5);
    const error = await failureOf(old.cases.count());
    expect(isNewerDesk(error)).toBe(true);
  });

  it('that does not let go is named, and once it is closed all is well', async () => {
    const holds = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(NAME);
      request.onsuccess = () => resolve(request.result);
    });
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const db = today();
    const failing = failureOf(db.cases.count());
    await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0));
    vi.advanceTimersByTime(4_000);
    const error = await failing;
    expect(openTrouble(error)).toBe('blocked');
    expect(describeFailure(error, null)).toBe(
      'Another window of Hark holds its storage in an older version. Close all other panels and pages of Hark, ' +
        'then load this one again.',
    );
    vi.advanceTimersByTime(100);
    vi.useRealTimers();
    holds.close();
    // Also in the page that was told.
    expect(await db.cases.count()).toBe(5);
    expect((await onDisk()).stores.find(({ name }) => name === 'entries')?.rows).toHaveLength(25);
  });
});

describe('a storage that fails', () => {
  it.each([
    ['UnknownError', 'has closed Hark’s storage'],
    ['InvalidStateError', 'has closed Hark’s storage'],
    ['QuotaExceededError', 'storage is full'],
  ])('to open with %s is told in words', async (name, words) => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('No.', name);
    });
    const error = await failureOf(deskOn(today()).saveDraft('case', 'text'));
    expect(describeFailure(error, 'your note')).toContain(words);
    expect(describeFailure(error, 'your note')).toContain('opy your note');
  });

  it('is deleted under way: nothing is written for a case that is gone, and new cases can be opened', async () => {
    const db = today();
    const desk = deskOn(db);
    expect(await db.cases.count()).toBe(5);
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(NAME).onsuccess = resolve;
    });
    const error = await failureOf(desk.addNote('example-003', 'Called her', 'JD'));
    expect(describeFailure(error, 'your note')).toBe(
      'Nothing was saved: the case is gone, it was taken back elsewhere.',
    );
    expect(await db.entries.count()).toBe(0);
  });
});
