import Dexie, { type IndexableType } from 'dexie';

const AT_ONCE = 2_000;

/** Of a table, what is needed to read it from a key on. */
interface Scanned<Row> {
  where(index: string): { above(key: IndexableType): { limit(rows: number): { toArray(): PromiseLike<Row[]> } } };
}

/**
 * Reads a whole table, some rows at a time, in the order of its keys. For what no index can tell: slow on a big desk.
 * Keeps to the caller's transaction, if there is one.
 */
export async function scan<Row>(
  table: Scanned<Row>,
  keyOf: (row: Row) => string | number,
  take: (rows: Row[]) => void | Promise<void>,
  atOnce = AT_ONCE,
): Promise<void> {
  let last: IndexableType = Dexie.minKey;
  for (;;) {
    const rows = await table.where(':id').above(last).limit(atOnce).toArray();
    const end = rows.at(-1);
    if (end === undefined) return;
    await take(rows);
    if (rows.length < atOnce) return;
    last = keyOf(end);
  }
}
