import Dexie, { type IntervalTree, RangeSet } from 'dexie';
import { rebuildTrail } from '../audit/audit';
import type { AuditLine } from '../audit/line';
import { contextFor } from '../desk/context';
import type { DeskDatabase } from '../desk/database';
import { addCounts } from '../desk/derive';
import { renewCase } from '../desk/keep';
import { removeTexts } from '../desk/texts';
import { sameContent } from '../handover/canonical';
import { ERASED_REGISTER } from '../keeping/erased';
import { TEAM_POLICY } from '../policy/keep';
import type { Progress } from '../progress';
import { HAND_OVER } from '../settings/hand-over';
import { readLinkOnly } from '../settings/keeping';
import type { BackupSummary } from './read';
import { dropDatabase, formsOf, makeDatabase, openAsItIs, type Page, pagesOf, writeAll, writePage } from './store';

/** Tables that are kept for the desk itself. What stands in them outlives a restore that is stopped. */
const OWN = ['settings', 'funnel', 'reportDays', 'audit'] as const;
/** A desk with nothing but these counts as empty. */
const OF_THE_DESK: ReadonlySet<string> = new Set([...OWN, 'counters', 'search']);
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

/** Settings that both have, that differ, and of which a rep can choose whose shall hold; by their keys. */
export async function differingSettings(
  db: DeskDatabase,
  theirs: readonly unknown[],
  isMerging: boolean,
): Promise<string[]> {
  const settled: ReadonlySet<string> = isMerging ? ofThisDesk : new Set([...alwaysTheirs, ...neverTheirs]);
  const open = (theirs as { key: string }[]).filter(({ key }) => !settled.has(key));
  const here = await db.settings.bulkGet(open.map(({ key }) => key));
  return open.flatMap((row, index) => (here[index] && !sameContent(here[index], row) ? [row.key] : []));
}

/** Where numbers and names go on from is the backup's to say, if the desk has nothing of its own. */
const alwaysTheirs = ['nextCaseNumber', 'desk'];
/** What the browser's policy says, and whom this desk has erased, is this desk's to know. */
const neverTheirs = [TEAM_POLICY, ERASED_REGISTER];
/** Never taken where a backup is merged: they say how this desk goes on. */
export const ofThisDesk: ReadonlySet<string> = new Set([...alwaysTheirs, ...neverTheirs, HAND_OVER]);

/** What an empty desk has of its own, by table. */
export type OwnRows = Record<string, unknown[]>;

/** Reads what an empty desk has of its own. */
export async function readOwn(db: DeskDatabase): Promise<OwnRows> {
  return Object.fromEntries(await Promise.all(OWN.map(async (name) => [name, await db.table(name).toArray()])));
}

export interface RestoreOptions {
  /** Whose settings hold where both have some. */
  settings: 'backup' | 'here';
  /** What the empty desk has of its own; read if it is not given. */
  own?: OwnRows;
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
  { settings, own: known, progress, signal }: RestoreOptions,
): Promise<void> {
  const total = Object.values(summary.end.rows).reduce((sum, count) => sum + count, 0);
  // Little is there but a rep's first settings. What this desk has noted goes on after what the backup has noted.
  const own = known ?? (await readOwn(db));
  const wasLinkOnly = await readLinkOnly(db);
  let done = 0;
  try {
    await rebuildTrail(db, async () => {
      await db.transaction('rw', [db.audit, db.counters, db.search], async () => {
        await Promise.all([db.audit.clear(), db.counters.clear(), db.search.clear()]);
      });
      await writeAll(pages, async (page) => {
        signal?.throwIfAborted();
        await writeOwn(db, page, settings);
        done += page.rows.length;
        progress?.(done, total);
      });
      tellOfAll(db);
    });
    if (summary.end.changed) await settleDerived(db);
    await db.audit.bulkAdd(((own.audit ?? []) as AuditLine[]).map(({ seq: _given, ...line }) => line));
    // What this desk has set, or its team, holds for what the backup brings. A backup that says so itself is as it was.
    const isLinkOnly = wasLinkOnly && (await readLinkOnly(db));
    if (isLinkOnly) await removeTexts(contextFor(db), null, () => signal?.throwIfAborted());
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
        if (neverTheirs.includes(key)) return key === ERASED_REGISTER && !here.has(key);
        return settings === 'backup' || alwaysTheirs.includes(key) || !here.has(key);
      }),
    );
    return;
  }
  // Past Dexie, and not waiting for the disk: what comes last is written through, and until then a note beside the
  // database tells that the desk is but a part.
  await writePage(db.backendDB(), { table, rows }, 'relaxed');
}

/** Other pages of Hark learn from Dexie what was written: here that it was everything. */
function tellOfAll(db: DeskDatabase): void {
  const parts = db.tables.flatMap(({ name, schema }) =>
    ['', ':dels', ...schema.indexes.map((index) => index.name)].map((part) => `idb://${db.name}/${name}/${part}`),
  );
  const everything = (): IntervalTree => new RangeSet(Dexie.minKey, Dexie.maxKey);
  Dexie.on.storagemutated.fire(Object.fromEntries(parts.map((part) => [part, everything()])));
}

/**
 * Takes a restore that was not finished out of the desk again.
 *
 * @param own what the desk had of its own before; where that is not known, only what it must not forget is kept
 */
export async function emptyAgain(db: DeskDatabase, own?: OwnRows): Promise<void> {
  const kept = own ?? { settings: (await db.settings.bulkGet(neverTheirs)).filter((row) => row !== undefined) };
  await rebuildTrail(db, async () => {
    for (const table of db.tables) {
      await db.transaction('rw', table, async () => {
        await table.clear();
        await table.bulkPut(kept[table.name] ?? []);
      });
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
  await db.transaction('rw', db.counters, db.summaries, async () => {
    // Whoever opens the reports counts again.
    await db.summaries.clear();
    await db.counters.clear();
    await db.counters.bulkAdd([...counts].map(([key, count]) => ({ key, count })));
  });
}

export interface StageOptions extends Pick<RestoreOptions, 'progress' | 'signal'> {
  /** Tables whose rows are not needed there. */
  leaveOut?: ReadonlySet<string>;
}

/** What follows from other rows: a merge works it out where it is wanted, and staging it takes as long as all the rest. */
export const DERIVED: ReadonlySet<string> = new Set(['search', 'counters', 'summaries']);

/**
 * Puts a backup into a database of its own, as it was made, and lets this version of Hark bring it up to date: there its
 * rows can be compared with the desk's without holding them all.
 */
export async function stage(
  pages: AsyncIterable<Page>,
  { header, head, end }: BackupSummary,
  open: (name: string) => DeskDatabase,
  { leaveOut = new Set(), progress, signal }: StageOptions = {},
): Promise<DeskDatabase> {
  const total = Object.values(end.rows).reduce((sum, count) => sum + count, 0);
  const raw = await makeDatabase(STAGE, header.schema, head.tables);
  let done = 0;
  try {
    await writeAll(pages, async (page) => {
      signal?.throwIfAborted();
      if (!leaveOut.has(page.table)) await writePage(raw, page, 'relaxed');
      done += page.rows.length;
      progress?.(done, total);
    });
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
