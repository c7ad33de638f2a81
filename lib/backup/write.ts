import Dexie from 'dexie';
import type { DeskName } from '../cases/case';
import type { Progress } from '../progress';
import { type Bytes, piecesOf, streamOf } from './bytes';
import { sealed } from './frames';
import { newHeader } from './header';
import type { BackupLock } from './lock';
import { countRows, formsOf, openAsItIs, pagesOf, schemaOf, type TableForm } from './store';

/** What a backup says of itself, inside of what is sealed. */
export interface BackupHead {
  desk: DeskName | null;
  tables: (TableForm & { rows: number })[];
}

/** What stands at its end. */
export interface BackupEnd {
  rows: Record<string, number>;
  /** True if somebody worked meanwhile: what follows from the rest is then worked out anew when it is restored. */
  changed: boolean;
}

export interface WriteOptions {
  at: number;
  /** Null for one that anybody can read. */
  lock: BackupLock | null;
  progress?: Progress;
  signal?: AbortSignal;
}

/** A backup that is written. */
export interface WrittenBackup {
  file: Blob;
  cases: number;
  rows: number;
}

/**
 * So that what is written refers to nothing that is missing, even if somebody works meanwhile: cases, then what they
 * name. What is new since the cases were read is left to the next backup.
 */
const ORDER = ['cases', 'entries', 'customers'];
/** The lines of a backup are told apart by their first sign: a table's name, a row, the end. */
export const signs = { table: '>', row: '{', end: '.' } as const;

/** Writes the desk's database as it is, a page at a time. Null if there is none. */
export async function writeBackup(database: string, options: WriteOptions): Promise<WrittenBackup | null> {
  const db = await openAsItIs(database);
  if (!db) return null;
  const watch = new ChangeWatch(database);
  try {
    const { line, sealer } = await newHeader({ at: options.at, schema: schemaOf(db) }, options.lock);
    // Parts go to the browser one by one: it keeps a long file on disk, not in our memory.
    const parts: Blob[] = [new Blob([`${line}\n`])];
    const tables = await tablesOf(db);
    const content = streamOf(linesOf(db, tables, watch, options)).pipeThrough(new CompressionStream('gzip'));
    for await (const piece of sealed(piecesOf(content), sealer)) parts.push(new Blob([piece]));
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    const cases = tables.find(({ name }) => name === 'cases')?.rows ?? 0;
    return { file: new Blob(parts, { type: 'application/octet-stream' }), cases, rows };
  } finally {
    watch.end();
    db.close();
  }
}

async function tablesOf(db: IDBDatabase): Promise<BackupHead['tables']> {
  const rank = ({ name }: TableForm): number => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
  const forms = formsOf(db).sort((one, other) => rank(one) - rank(other));
  return Promise.all(forms.map(async (form) => ({ ...form, rows: await countRows(db, form.name) })));
}

async function deskOf(db: IDBDatabase): Promise<DeskName | null> {
  if (!db.objectStoreNames.contains('settings')) return null;
  for await (const rows of pagesOf(db, { name: 'settings', keyPath: 'key', autoIncrement: false, indexes: [] })) {
    for (const row of rows as { key: string; value?: Partial<DeskName> }[]) {
      if (row.key !== 'desk' || typeof row.value?.id !== 'string') continue;
      return { id: row.value.id, name: String(row.value.name ?? '') };
    }
  }
  return null;
}

async function* linesOf(
  db: IDBDatabase,
  tables: BackupHead['tables'],
  watch: ChangeWatch,
  { progress, signal }: WriteOptions,
): AsyncGenerator<Bytes> {
  const encoder = new TextEncoder();
  const total = tables.reduce((sum, { rows }) => sum + rows, 0);
  const end: BackupEnd = { rows: {}, changed: false };
  let done = 0;
  yield encoder.encode(`${JSON.stringify({ desk: await deskOf(db), tables } satisfies BackupHead)}\n`);
  for (const table of tables) {
    yield encoder.encode(`${signs.table}${table.name}\n`);
    let written = 0;
    for await (const rows of pagesOf(db, table)) {
      signal?.throwIfAborted();
      let text = '';
      for (const row of rows) text += `${JSON.stringify(row)}\n`;
      yield encoder.encode(text);
      written += rows.length;
      done += rows.length;
      progress?.(Math.min(done, total), total);
    }
    end.rows[table.name] = written;
  }
  end.changed = watch.changed;
  yield encoder.encode(`${signs.end}${JSON.stringify(end)}\n`);
}

/** Hears of whatever is written into a database, in any page of Hark. */
class ChangeWatch {
  changed = false;
  readonly #hear: (parts: Record<string, unknown>) => void;

  constructor(database: string) {
    this.#hear = (parts) => {
      if (Object.keys(parts).some((part) => part.startsWith(`idb://${database}/`))) this.changed = true;
    };
    Dexie.on('storagemutated', this.#hear);
  }

  end(): void {
    Dexie.on('storagemutated').unsubscribe(this.#hear);
  }
}
