import { formsOf, makeDatabase, type TableForm, writePage } from '../../backup/store';
import type { DeskDatabase } from '../database';

/** A database as one version of Hark has written it: its stores with their indexes, and every row. */
export interface Example {
  /** As Dexie counts; the browser has ten times that. */
  version: number;
  stores: ExampleStore[];
}

interface ExampleStore extends TableForm {
  rows: Record<string, unknown>[];
}

/** Reads a whole database, as it is stored. */
export async function exampleOf(db: DeskDatabase): Promise<Example> {
  await db.open();
  const stores: ExampleStore[] = [];
  for (const store of formsOf(db.backendDB())) stores.push({ ...store, rows: await db.table(store.name).toArray() });
  return { version: db.verno, stores };
}

/** Makes a database as it is in an example, past Dexie: nothing of today's schema has a say in it. */
export async function putExample({ version, stores }: Example, name: string): Promise<void> {
  const made = await makeDatabase(name, version, stores);
  for (const { name: table, rows } of stores) await writePage(made, { table, rows });
  made.close();
}

/** An example as text, a row a line, so that people can read it. */
export function writeExample({ version, stores }: Example): string {
  const lines = stores.map(({ rows, ...store }) => {
    const written = rows.map((row) => `\n    ${JSON.stringify(row)}`).join(',');
    return `  ${JSON.stringify(store).slice(0, -1)},"rows":[${written}${rows.length > 0 ? '\n  ' : ''}]}`;
  });
  return `{"version":${version},"stores":[\n${lines.join(',\n')}\n]}\n`;
}
