import type { DeskDatabase } from '../database';

/** A database as one version of Hark has written it: its stores with their indexes, and every row. */
export interface Example {
  /** As Dexie counts; the browser has ten times that. */
  version: number;
  stores: ExampleStore[];
}

interface ExampleStore {
  name: string;
  keyPath: string;
  autoIncrement: boolean;
  indexes: { name: string; keyPath: string | string[]; unique: boolean; multiEntry: boolean }[];
  rows: Record<string, unknown>[];
}

/** Reads a whole database, as it is stored. */
export async function exampleOf(db: DeskDatabase): Promise<Example> {
  await db.open();
  const names = [...db.backendDB().objectStoreNames];
  const schemas = db.backendDB().transaction(names, 'readonly');
  const described = names.map((name) => {
    const store = schemas.objectStore(name);
    const indexes = [...store.indexNames].map((index) => {
      const { keyPath, unique, multiEntry } = store.index(index);
      return { name: index, keyPath, unique, multiEntry };
    });
    return { name, keyPath: String(store.keyPath), autoIncrement: store.autoIncrement, indexes };
  });
  const stores: ExampleStore[] = [];
  for (const store of described) stores.push({ ...store, rows: await db.table(store.name).toArray() });
  return { version: db.verno, stores };
}

/** Makes a database as it is in an example, past Dexie: nothing of today's schema has a say in it. */
export async function putExample({ version, stores }: Example, name: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open(name, version * 10);
    request.onerror = () => reject(request.error);
    request.onupgradeneeded = () => {
      for (const { name: storeName, keyPath, autoIncrement, indexes, rows } of stores) {
        const store = request.result.createObjectStore(storeName, { keyPath, autoIncrement });
        for (const { name: index, keyPath: path, ...how } of indexes) store.createIndex(index, path, how);
        for (const row of rows) store.add(row);
      }
    };
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
}

/** An example as text, a row a line, so that people can read it. */
export function writeExample({ version, stores }: Example): string {
  const lines = stores.map(({ rows, ...store }) => {
    const written = rows.map((row) => `\n    ${JSON.stringify(row)}`).join(',');
    return `  ${JSON.stringify(store).slice(0, -1)},"rows":[${written}${rows.length > 0 ? '\n  ' : ''}]}`;
  });
  return `{"version":${version},"stores":[\n${lines.join(',\n')}\n]}\n`;
}
