import { rebuildTrail } from '../audit/audit';
import type { DeskDatabase } from '../desk/database';
import { addCounts } from '../desk/derive';
import { renewCase } from '../desk/keep';
import { sameContent } from '../handover/canonical';
import { ERASED_REGISTER } from '../keeping/erased';
import { TEAM_POLICY } from '../policy/keep';
import type { BackupSummary } from './read';
import { dropDatabase, formsOf, makeDatabase, openAsItIs, type Page, pagesOf, writePage } from './store';
import type { Progress } from './write';

/** Tables that are kept for the desk itself: a desk with nothing else in it counts as empty. */
const OF_THE_DESK = new Set(['settings', 'counters', 'search', 'funnel', 'audit']);
/** What was stored for the time of a restore. */
export const STAGE = 'hark-restore';
const AT_ONCE = 500;

/** True if nobody has worked at this desk. */
export async function isEmptyDesk(db: DeskDatabase): Promise<boolean> {
  for (const table of db.tables) {
    if (!OF_THE_DESK.has(table.name) && (await table.limit(1).count()) > 0) return false;
  }
  return true;
}

/** Settings that both have and that differ, by their keys. */
export async function differingSettings(db: DeskDatabase, theirs: readonly unknown[]): Promise<string[]> {
  const differing: string[] = [];
  for (const row of theirs as { key: string }[]) {
    const here = await db.settings.get(row.key);
    if (alwaysTheirs.has(row.key) || neverTheirs.has(row.key)) continue;
    if (here && !sameContent(here, row)) differing.push(row.key);
  }
  return differing;
}

/** Where numbers and names go on from is the backup's to say, if the desk has nothing of its own. */
const alwaysTheirs = new Set(['nextCaseNumber', 'desk']);
/** What the browser's policy says, and whom this desk has erased, is this desk's to know. */
export const neverTheirs = new Set([TEAM_POLICY, ERASED_REGISTER]);

export interface RestoreOptions {
  /** Whose settings hold where both have some. */
  settings: 'backup' | 'here';
  progress?: Progress;
  signal?: AbortSignal;
}

/**
 * Writes a backup's rows into an empty desk, each as it was. If it is stopped or fails, the desk is empty again.
 *
 * @param pages rows of this very version of the database, looked through before
 * @throws {Error} as the database or the reading does, or because it was stopped
 */
export async function restoreIntoEmpty(
  db: DeskDatabase,
  pages: AsyncIterable<Page>,
  summary: BackupSummary,
  { settings, progress, signal }: RestoreOptions,
): Promise<void> {
  const total = Object.values(summary.end.rows).reduce((sum, count) => sum + count, 0);
  // Little is there but a rep's first settings. What this desk has noted goes on after what the backup has noted.
  const own = {
    audit: await db.audit.toArray(),
    settings: await db.settings.toArray(),
    funnel: await db.funnel.toArray(),
  };
  let done = 0;
  try {
    await rebuildTrail(db, async () => {
      await db.transaction('rw', [db.audit, db.counters, db.search], async () => {
        await Promise.all([db.audit.clear(), db.counters.clear(), db.search.clear()]);
      });
      for await (const page of pages) {
        signal?.throwIfAborted();
        await writeOwn(db, page, settings);
        done += page.rows.length;
        progress?.(done, total);
      }
    });
    if (summary.end.changed) await settleDerived(db);
    await db.audit.bulkAdd(own.audit.map(({ seq: _given, ...line }) => line));
  } catch (error) {
    await emptyAgain(db, own);
    throw error;
  }
}

async function writeOwn(db: DeskDatabase, { table, rows }: Page, settings: 'backup' | 'here'): Promise<void> {
  const target = db.tables.find(({ name }) => name === table);
  if (!target) return;
  if (table === 'settings') {
    const theirs = rows as { key: string; value: unknown }[];
    const here = new Set(await db.settings.toCollection().primaryKeys());
    await db.settings.bulkPut(
      theirs.filter(({ key }) => {
        if (neverTheirs.has(key)) return key === ERASED_REGISTER && !here.has(key);
        return settings === 'backup' || alwaysTheirs.has(key) || !here.has(key);
      }),
    );
    return;
  }
  await target.bulkPut(rows);
}

/** Takes a restore that was not finished out of the desk again. */
export async function emptyAgain(db: DeskDatabase, own: Readonly<Record<string, unknown[]>> = {}): Promise<void> {
  await rebuildTrail(db, async () => {
    for (const table of db.tables) {
      await table.clear();
      await table.bulkPut(own[table.name] ?? []);
    }
  });
}

/** Works out anew what follows from the cases, where a backup was made while somebody worked. */
export async function settleDerived(db: DeskDatabase): Promise<void> {
  const counts = new Map<string, number>();
  let after = '';
  for (;;) {
    const cases = await db.cases.where('id').above(after).limit(AT_ONCE).toArray();
    const search = await db.search.bulkGet(cases.map(({ number }) => number));
    for (const known of cases) addCounts(counts, known);
    await db.transaction('rw', db.tables, async () => {
      for (const [index, known] of cases.entries()) if (!search[index]) await renewCase(db, known.id);
    });
    const last = cases.at(-1);
    if (cases.length < AT_ONCE || !last) break;
    after = last.id;
  }
  await db.transaction('rw', db.counters, async () => {
    await db.counters.clear();
    await db.counters.bulkAdd([...counts].map(([key, count]) => ({ key, count })));
  });
}

/**
 * Puts a backup into a database of its own, as it was made, and lets this version of Hark bring it up to date: there its
 * rows can be compared with the desk's without holding them all.
 */
export async function stage(
  pages: AsyncIterable<Page>,
  { header, head, end }: BackupSummary,
  open: (name: string) => DeskDatabase,
  { progress, signal }: Pick<RestoreOptions, 'progress' | 'signal'> = {},
): Promise<DeskDatabase> {
  const total = Object.values(end.rows).reduce((sum, count) => sum + count, 0);
  const raw = await makeDatabase(STAGE, header.schema, head.tables);
  let done = 0;
  try {
    for await (const page of pages) {
      signal?.throwIfAborted();
      await writePage(raw, page);
      done += page.rows.length;
      progress?.(done, total);
    }
  } catch (error) {
    raw.close();
    await dropStage();
    throw error;
  }
  raw.close();
  const staged = open(STAGE);
  await staged.open();
  return staged;
}

/** The rows of a staged backup, as this version of Hark has them. */
export async function* stagedPages(): AsyncGenerator<Page> {
  const raw = await openAsItIs(STAGE);
  if (!raw) return;
  try {
    for (const form of formsOf(raw)) {
      for await (const rows of pagesOf(raw, form)) yield { table: form.name, rows };
    }
  } finally {
    raw.close();
  }
}

/** Forgets what was staged. */
export async function dropStage(staged?: DeskDatabase): Promise<void> {
  staged?.close();
  await dropDatabase(STAGE);
}
