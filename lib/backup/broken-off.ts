import { noteAudit } from '../audit/audit';
import type { AuditAct } from '../audit/line';
import type { DeskDatabase } from '../desk/database';
import { ToldError } from '../desk/failure';
import { type Restoring, readRestoring, writeRestoring } from './kept';
import type { BackupSummary } from './read';
import { emptyAgain, isEmptyDesk, type RestoreOptions, readOwn, restoreIntoEmpty } from './restore';
import type { Page } from './store';

/*
 * A restore writes for minutes, in many transactions. If its page is closed meanwhile, the desk holds a part of a backup,
 * which must not be taken for the whole: a note beside the database says so until all is there.
 */

/** Held by the page that restores, as long as it lives. */
const LOCK = 'hark-restoring';
/** Lines that Hark writes while nobody works: a restore that removes texts writes some itself. */
const BY_ITSELF: ReadonlySet<AuditAct> = new Set(['purged', 'backed-up']);

/**
 * Restores a backup into an empty desk, and clears before what an earlier restore has left.
 *
 * @param by who does it
 * @throws {ToldError} if another page is at it
 */
export async function restoreAlone(
  db: DeskDatabase,
  pages: AsyncIterable<Page>,
  summary: BackupSummary,
  options: RestoreOptions,
  by: string | null,
): Promise<void> {
  await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (!lock) throw new ToldError('Another page of Hark is restoring a backup. Wait until it has finished.');
    const broken = await readRestoring();
    if (broken) await emptyAgain(db, broken.own);
    const own = await readOwn(db);
    await writeRestoring({ at: summary.header.at, startedAt: Date.now(), own });
    try {
      await restoreIntoEmpty(db, pages, summary, { ...options, own });
    } catch (error) {
      if (await isEmptyDesk(db).catch(() => false)) await writeRestoring(null);
      throw error;
    }
    const count = summary.end.rows.cases ?? 0;
    await noteAudit(db, { at: Date.now(), by, act: 'restored', part: 'empty', count });
    await writeRestoring(null);
  });
}

/**
 * Empties a desk that holds a part of a backup, unless somebody has worked at it since: that is for them to decide, on
 * the page that restores.
 *
 * @returns whether it was emptied
 */
export async function clearBrokenOff(db: DeskDatabase): Promise<boolean> {
  if (!(await readRestoring())) return false;
  return navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    const broken = lock && (await readRestoring());
    if (!broken || (await hasWorkedSince(db, broken))) return false;
    await emptyAgain(db, broken.own);
    await writeRestoring(null);
    return true;
  });
}

/** Whatever a rep does leaves a row with its time: a line in the trail, a deed, a tweet dealt with. */
async function hasWorkedSince(db: DeskDatabase, { startedAt }: Restoring): Promise<boolean> {
  if (startedAt === undefined) return true;
  for (const table of db.tables.filter(({ schema }) => schema.idxByName.at)) {
    const since = table.where('at').above(startedAt);
    const byRep = table.name === db.audit.name ? since.filter(({ act }) => !BY_ITSELF.has(act)) : since;
    if ((await byRep.limit(1).count()) > 0) return true;
  }
  return (await db.drafts.filter(({ updatedAt }) => updatedAt > startedAt).count()) > 0;
}
