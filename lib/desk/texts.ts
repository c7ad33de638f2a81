import { noteAudit } from '../audit/audit';
import type { Entry } from '../cases/case';
import { asLink, keepsText } from '../cases/link-only';
import type { Row, RowChange } from '../handover/plan';
import { RECENT } from '../settings/replying';
import type { DeskContext } from './context';
import type { DeskDatabase, Import } from './database';
import { entriesOf } from './entries';
import { rewriteImports } from './imports';
import { caseTables, renewCase } from './keep';
import { scan } from './scan';

/** Cases that lose their texts in one transaction. */
const AT_ONCE = 100;

/** How many texts of tweets are kept, and in how many cases; changes nothing. */
export async function countTexts(db: DeskDatabase): Promise<{ texts: number; cases: number }> {
  let texts = 0;
  const cases = new Set<string>();
  await scan<Entry>(
    db.entries,
    ({ id }) => id,
    (some) => {
      for (const entry of some) {
        if (!keepsText(entry)) continue;
        texts += 1;
        cases.add(entry.caseId);
      }
    },
  );
  return { texts, cases: cases.size };
}

/**
 * Removes the texts of all tweets that are kept, and with them the rep's last replies; links, authors and times stay.
 * It cannot be taken back. Done case by case, so that it can go on after an interruption.
 *
 * @returns how many texts are gone
 */
export async function removeTexts(
  { db, now }: DeskContext,
  by: string | null,
  progress: (cases: number) => void = () => {},
): Promise<number> {
  let [texts, cases, last] = [0, 0, -1];
  for (;;) {
    const known = await db.cases.where('number').above(last).limit(AT_ONCE).toArray();
    const end = known.at(-1);
    if (!end) break;
    last = end.number;
    texts += await db.transaction('rw', caseTables(db), async () => {
      let gone = 0;
      for (const { id } of known) {
        const kept = (await entriesOf(db, id)).filter(keepsText);
        if (kept.length === 0) continue;
        await db.entries.bulkPut(kept.map((entry) => asLink(withoutCopiedTexts(entry))));
        await renewCase(db, id);
        gone += kept.length;
      }
      if (gone > 0) await noteAudit(db, { at: now(), by, act: 'purged', part: 'texts', count: gone });
      return gone;
    });
    cases += known.length;
    progress(cases);
  }
  await db.transaction('rw', [db.settings, db.deeds, db.imports], async () => {
    await db.settings.delete(RECENT);
    // What could be undone would bring the texts back.
    await db.deeds.filter(({ changed = [] }) => changed.some(({ before }) => 'text' in before)).delete();
    await rewriteImports(db, importWithoutTexts);
  });
  return texts;
}

/** The same tweet as other desks have it is kept beside it, where that differs. */
function withoutCopiedTexts(entry: Entry): Entry {
  if (!entry.copies) return entry;
  return { ...entry, copies: entry.copies.map((copy) => (copy.says ? { ...copy, says: asLink(copy.says) } : copy)) };
}

/** A row as it stood before or after an import. */
function withoutTexts({ table }: RowChange, row: Row | null): Row | null {
  if (row === null) return null;
  if (table === 'entries') {
    const entry = row as Entry;
    return keepsText(entry) ? asLink(withoutCopiedTexts(entry)) : entry;
  }
  // As it is stored, a case repeats the beginning of the customer's latest tweet.
  if (table === 'cases' && 'lastWords' in row && row.lastWords !== '') return { ...row, lastWords: '' };
  return row;
}

function importWithoutTexts(taken: Import): Import {
  let isSame = true;
  const changes = taken.plan.changes.map((change): RowChange => {
    const [before, after] = [withoutTexts(change, change.before), withoutTexts(change, change.after)];
    if (before === change.before && after === change.after) return change;
    isSame = false;
    return { ...change, before, after };
  });
  return isSame ? taken : { ...taken, plan: { ...taken.plan, changes } };
}
