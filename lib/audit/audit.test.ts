import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DeskDatabase } from '../desk/database';
import { noteAudit } from './audit';

let db: DeskDatabase;

beforeEach(() => {
  db = new DeskDatabase('audit');
});
afterEach(() => db.delete());

test('lines come in the order in which they were written, also after the clock was set back', async () => {
  await noteAudit(db, { at: 2_000, by: 'MO', act: 'exported', count: 3 });
  await noteAudit(db, { at: 1_000, by: null, act: 'purged', part: 'retention' });
  expect((await db.audit.toArray()).map(({ seq, act }) => [seq, act])).toEqual([
    [1, 'exported'],
    [2, 'purged'],
  ]);
});

test('no line can be changed or removed, by whatever way', async () => {
  await noteAudit(db, { at: 1, by: 'MO', act: 'erased', count: 2 });
  const line = await db.audit.get(1);
  if (!line) throw new Error('There is no line.');
  const attempts: (() => PromiseLike<unknown>)[] = [
    () => db.audit.update(1, { by: 'JD' }),
    () => db.audit.put({ ...line, count: 0 }),
    () => db.audit.bulkPut([{ ...line, act: 'exported' }]),
    () => db.audit.toCollection().modify({ by: null }),
    () => db.audit.upsert(1, { by: null }),
    () => db.audit.delete(1),
    () => db.audit.bulkDelete([1]),
    () => db.audit.toCollection().delete(),
    () => db.audit.where('at').below(5).delete(),
    () => db.audit.clear(),
  ];
  for (const attempt of attempts) await expect(Promise.resolve(attempt())).rejects.toThrow();
  expect(await db.audit.toArray()).toEqual([line]);
});

test('what is refused takes back the whole transaction that it was in', async () => {
  const both = async (): Promise<void> => {
    await noteAudit(db, { at: 1, by: 'MO', act: 'exported' });
    await noteAudit(db, { at: 2, by: 'MO', act: 'erased' });
    await db.audit.delete(1);
  };
  await expect(db.transaction('rw', db.audit, async () => both())).rejects.toThrow();
  expect(await db.audit.count()).toBe(0);
});
