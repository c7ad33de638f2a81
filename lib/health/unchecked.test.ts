import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { DeskDatabase } from '../desk/database';
import { countUnchecked, readUnchecked } from './unchecked';

it('counts posts that went out unchecked by day, and forgets old days', async () => {
  const db = new DeskDatabase('unchecked');
  expect(await readUnchecked(db)).toEqual({});
  await Promise.all([1, 2, 3].map(() => countUnchecked(db, 'late', '2026-05-04')));
  await countUnchecked(db, 'failed', '2026-05-04');
  expect(await readUnchecked(db)).toEqual({ '2026-05-04': { late: 3, failed: 1 } });
  for (let day = 1; day <= 30; day++) {
    await countUnchecked(db, 'failed', `2026-06-${String(day).padStart(2, '0')}`);
  }
  const kept = Object.keys(await readUnchecked(db));
  expect(kept).toHaveLength(30);
  expect(kept).not.toContain('2026-05-04');
  await db.delete();
});
