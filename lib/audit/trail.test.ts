import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DeskDatabase } from '../desk/database';
import { noteAudit } from './audit';
import { describeLine, everything, readTrail, writeTrail } from './trail';

let db: DeskDatabase;
beforeEach(() => {
  db = new DeskDatabase('trail');
});
afterEach(() => db.delete());

it('is read page by page, newest first, all of it or only what is asked for', async () => {
  for (let at = 1; at <= 120; at++) {
    await noteAudit(db, { at, by: at % 2 ? 'JD' : null, act: at % 40 === 0 ? 'erased' : 'changed', caseNumber: at });
  }
  const first = await readTrail(db, everything, 50);
  const second = await readTrail(db, everything, 50, first.next ?? 0);
  const third = await readTrail(db, everything, 50, second.next ?? 0);
  expect([first, second, third].flatMap(({ lines }) => lines.map(({ at }) => at))).toEqual(
    Array.from({ length: 120 }, (_, index) => 120 - index),
  );
  expect(third.next).toBeNull();
  expect((await readTrail(db, { act: 'erased', by: null }, 50)).lines.map(({ at }) => at)).toEqual([120, 80, 40]);
  expect((await readTrail(db, { act: 'erased', by: 'JD' }, 50)).lines).toEqual([]);
  expect((await readTrail(db, { act: null, by: '' }, 2)).lines.map(({ at }) => at)).toEqual([120, 118]);
});

it('is written for a spreadsheet, and says each line in words', async () => {
  await noteAudit(db, {
    at: new Date(2026, 4, 4, 9, 5).getTime(),
    by: '=JD',
    act: 'changed',
    part: 'status',
    caseNumber: 7,
  });
  await noteAudit(db, {
    at: new Date(2026, 4, 4, 9, 6).getTime(),
    by: null,
    act: 'purged',
    part: 'retention',
    count: 3,
  });
  const pieces: string[] = [];
  expect(await writeTrail(db, everything, (piece) => pieces.push(piece))).toBe(2);
  expect(pieces.join('').split('\r\n').slice(1)).toEqual([
    '1,2026-05-04 09:05,"\'=JD",Changed,7,status,',
    '2,2026-05-04 09:06,,Purged,,retention,3',
    '',
  ]);
  expect((await db.audit.toArray()).map(describeLine)).toEqual(['Changed #7: status', 'Purged: closed long ago (3)']);
});
