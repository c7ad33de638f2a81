import { openAsItIs, schemaOf } from './store';
import { writeBackup } from './write';

/**
 * Before a newer Hark changes the database, a copy goes into the part of the disk that only Hark can read: as safe, or
 * unsafe, as the database itself, and there even if nobody has set up backups.
 */

const FOLDER = 'before-updates';
const KEPT = 2;
/** A copy that is so young was made for this very change. */
const SAME = 60 * 60_000;
const NAME = /^version-(\d+)-at-(\d+)\.harkbackup$/;

/** One copy. */
export interface Copy {
  name: string;
  /** The database's version before the change. */
  schema: number;
  at: number;
}

/** The folder; null where the browser has no such place, as in private windows. */
async function folder(): Promise<FileSystemDirectoryHandle | null> {
  if (!globalThis.navigator?.storage?.getDirectory) return null;
  try {
    return await (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });
  } catch {
    return null;
  }
}

/** The copies that are there, the latest first. */
export async function listCopies(): Promise<Copy[]> {
  const place = await folder();
  const copies: Copy[] = [];
  for await (const name of namesIn(place)) {
    const [, schema, at] = NAME.exec(name) ?? [];
    if (schema && at) copies.push({ name, schema: Number(schema), at: Number(at) });
  }
  return copies.sort((one, other) => other.at - one.at);
}

/** The names of a folder's files; the types of this version of the compiler leave the method out. */
function namesIn(place: FileSystemDirectoryHandle | null): AsyncIterable<string> | Iterable<string> {
  return (place as unknown as { keys(): AsyncIterable<string> } | null)?.keys() ?? [];
}

/** A copy as a file; null if it is gone. */
export async function openCopy(name: string): Promise<File | null> {
  const handle = await (await folder())?.getFileHandle(name).catch(() => null);
  return (await handle?.getFile()) ?? null;
}

/**
 * Copies a database that is of an older version than this Hark. Of several pages that open it at once only one does; the
 * others wait for it.
 *
 * @param schema the version that it will have
 */
export async function copyBeforeUpdate(database: string, schema: number): Promise<void> {
  if (!(await isOlder(database, schema))) return;
  await navigator.locks.request('hark-before-update', async () => {
    const place = await folder();
    // Whoever held the lock before has copied it, and may be changing it right now.
    const from = await versionOf(database);
    if (!place || from === null || from >= schema) return;
    const now = Date.now();
    const [latest] = await listCopies();
    if (latest?.schema === from && Math.abs(now - latest.at) < SAME) return;
    const written = await writeBackup(database, { at: now, lock: null });
    if (!written) return;
    const writable = await (
      await place.getFileHandle(`version-${from}-at-${now}.harkbackup`, { create: true })
    ).createWritable();
    // Closed only when all of it is there: until then there is no file of that name to be found whole.
    await written.file.stream().pipeTo(writable);
    for (const { name } of (await listCopies()).slice(KEPT)) await place.removeEntry(name);
  });
}

async function isOlder(database: string, schema: number): Promise<boolean> {
  if (!globalThis.navigator?.storage?.getDirectory || !globalThis.indexedDB?.databases) return false;
  const found = (await indexedDB.databases()).find(({ name }) => name === database);
  return found?.version !== undefined && Math.floor(found.version / 10) < schema;
}

async function versionOf(database: string): Promise<number | null> {
  const db = await openAsItIs(database);
  if (!db) return null;
  const version = schemaOf(db);
  db.close();
  return version;
}
