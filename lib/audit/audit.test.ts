import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { DeskDatabase } from '../desk/database';
import { noteAudit } from './audit';

test('lines come in the order in which they were written, also after the clock was set back', async () => {
  const db = new DeskDatabase('audit-order');
  await noteAudit(db, { at: 2_000, by: 'MO', act: 'exported', count: 3 });
  await noteAudit(db, { at: 1_000, by: null, act: 'purged', part: 'retention' });
  expect((await db.audit.toArray()).map(({ seq, act }) => [seq, act])).toEqual([
    [1, 'exported'],
    [2, 'purged'],
  ]);
});
