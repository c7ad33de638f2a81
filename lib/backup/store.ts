import Dexie from 'dexie';
import { watchHeldUp } from '../desk/held-up';

/**
 * A database as the browser has it, whatever version of Hark has made it: a backup must also be made of one that this
 * version is about to change.
 */

export interface IndexForm {
  name: string;
  keyPath: string | string[];
  unique: boolean;
  multiEntry: boolean;
}

/** How a table is made. */
export interface TableForm {
  name: string;
  keyPath: string;
  autoIncrement: boolean;
  indexes: IndexForm[];
}

/** Rows of one table. */
export interface Page {
  table: string;
  rows: unknown[];
}

/** Dexie counts versions in tens. */
const VERSIONS = 10;
/** Rows that are read at once. */
const PAGE = 1_000;

const factory = (): IDBFactory => Dexie.dependencies.indexedDB as IDBFactory;

/**
 * Opens a database without changing it; null where there is none, or where another window keeps everybody from it. It
 * gives way to whoever must change it.
 */
export async function openAsItIs(name: string): Promise<IDBDatabase | null> {
  const opened = await new Promise<IDBDatabase | null>((resolve) => {
    const request = factory().open(name);
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onerror = () => resolve(null);
    request.onsuccess = () => resolve(request.result);
    watchHeldUp(request, name, () => {
      request.onsuccess = () => request.result.close();
      resolve(null);
    });
  });
  if (opened) opened.onversionchange = () => opened.close();
  return opened;
}

/** Makes an empty database with these tables, in the place of whatever has that name. */
export async function makeDatabase(name: string, schema: number, tables: readonly TableForm[]): Promise<IDBDatabase> {
  await settled(factory().deleteDatabase(name));
  const request = factory().open(name, schema * VERSIONS);
  request.onupgradeneeded = () => {
    for (const { name: table, keyPath, autoIncrement, indexes } of tables) {
      const store = request.result.createObjectStore(table, { keyPath, autoIncrement });
      for (const index of indexes) store.createIndex(index.name, index.keyPath, index);
    }
  };
  return settled(request);
}

/** Version of Hark's database, as `DeskDatabase` counts. */
export const schemaOf = (db: IDBDatabase): number => Math.max(1, Math.floor(db.version / VERSIONS));

/** How a database's tables are made. */
export function formsOf(db: IDBDatabase): TableForm[] {
  const names = [...db.objectStoreNames];
  if (names.length === 0) return [];
  const transaction = db.transaction(names, 'readonly');
  return names.map((name) => {
    const store = transaction.objectStore(name);
    if (typeof store.keyPath !== 'string') throw new Error(`Rows of ${name} do not name themselves.`);
    const indexes = [...store.indexNames].map((indexName): IndexForm => {
      const { keyPath, unique, multiEntry } = store.index(indexName);
      return { name: indexName, keyPath, unique, multiEntry };
    });
    return { name, keyPath: store.keyPath, autoIncrement: store.autoIncrement, indexes };
  });
}

/** How many rows a table has. */
export function countRows(db: IDBDatabase, table: string): Promise<number> {
  return settled(db.transaction(table, 'readonly').objectStore(table).count());
}

/** A table's rows in the order of their keys, some at a time. */
export async function* pagesOf(db: IDBDatabase, { name, keyPath }: TableForm, size = PAGE): AsyncGenerator<unknown[]> {
  let after: IDBKeyRange | null = null;
  for (;;) {
    const store = db.transaction(name, 'readonly').objectStore(name);
    const rows: unknown[] = await settled(store.getAll(after, size));
    if (rows.length > 0) yield rows;
    if (rows.length < size) return;
    const { [keyPath]: last } = rows.at(-1) as Record<string, IDBValidKey>;
    after = Dexie.dependencies.IDBKeyRange.lowerBound(last, true);
  }
}

/**
 * Writes rows over whatever has their keys.
 *
 * @param durability whether they must be on the disk at once: to wait for that with each page makes a long work longer
 */
export async function writePage(
  db: IDBDatabase,
  { table, rows }: Page,
  durability: IDBTransactionDurability = 'default',
): Promise<void> {
  const transaction = db.transaction(table, 'readwrite', { durability });
  const store = transaction.objectStore(table);
  for (const row of rows) store.put(row);
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

/** Pages that are being written at once: so the browser need not wait for the next one to be read and unpacked. */
const UNDER_WAY = 2;

/** Writes pages, in their order, while others are read. Once this ends, well or not, nothing is being written any more. */
export async function writeAll(pages: AsyncIterable<Page>, write: (page: Page) => Promise<void>): Promise<void> {
  const underWay: Promise<void>[] = [];
  try {
    for await (const page of pages) {
      if (underWay.length === UNDER_WAY) await underWay.shift();
      const writing = write(page);
      // That it failed is said when it is waited for.
      writing.catch(() => {});
      underWay.push(writing);
    }
    await Promise.all(underWay);
  } finally {
    await Promise.allSettled(underWay);
  }
}

/** Removes a database. */
export async function dropDatabase(name: string): Promise<void> {
  await settled(factory().deleteDatabase(name));
}

function settled<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
