import { noteAudit } from '../audit/audit';
import type { Entry } from '../cases/case';
import { asLink, keepsText } from '../cases/link-only';
import type { DeskContext } from './context';
import type { DeskDatabase, Import } from './database';
import { caseTables, entriesOf, renewCase } from './keep';
import { scan } from './scan';
import { RECENT_REPLIES } from './traces';

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
    await db.settings.delete(RECENT_REPLIES);
    // What could be undone would bring the texts back.
    await db.deeds.filter(({ changed = [] }) => changed.some(({ before }) => 'text' in before)).delete();
    for (const key of await db.imports.toCollection().primaryKeys()) {
      const taken = await db.imports.get(key);
      if (taken) await db.imports.put(importWithoutTexts(taken));
    }
  });
  return texts;
}

/** The same tweet as other desks have it is kept beside it, where that differs. */
function withoutCopiedTexts(entry: Entry): Entry {
  if (!entry.copies) return entry;
  return { ...entry, copies: entry.copies.map((copy) => (copy.says ? { ...copy, says: asLink(copy.says) } : copy)) };
}

function importWithoutTexts(taken: Import): Import {
  const bare = (row: unknown): Entry => {
    const entry = row as Entry;
    return keepsText(entry) ? asLink(withoutCopiedTexts(entry)) : entry;
  };
  const changes = taken.plan.changes.map((change) =>
    change.table === 'entries'
      ? { ...change, before: change.before && bare(change.before), after: change.after && bare(change.after) }
      : change,
  );
  return { ...taken, plan: { ...taken.plan, changes } };
}
