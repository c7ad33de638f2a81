import type { DeskDatabase, Import } from './database';

/**
 * Changes what the undo of kept imports would bring back: they hold rows as they were. Inside the caller's transaction.
 *
 * @param rewrite gives the very same import where nothing is to be changed
 */
export async function rewriteImports(db: DeskDatabase, rewrite: (taken: Import) => Import): Promise<void> {
  // One at a time: a single one may hold a whole desk.
  for (const key of await db.imports.toCollection().primaryKeys()) {
    const taken = await db.imports.get(key);
    const next = taken && rewrite(taken);
    if (next && next !== taken) await db.imports.put(next);
  }
}
