import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DeskDatabase } from './database';
import { countOffers, countPost } from './report-days';

const NOON = new Date(2026, 4, 4, 12).getTime();
let db: DeskDatabase;

beforeEach(() => {
  db = new DeskDatabase('report-days');
});
afterEach(() => db.delete());

it('counts each post once, and each channel once a reply', async () => {
  await countPost(db, NOON, 'a', 'marketing');
  await countPost(db, NOON, 'a', 'marketing');
  await countPost(db, NOON + 1, 'b', 'other');
  await countOffers(db, NOON, ['phone', 'phone', 'dm']);
  await countOffers(db, NOON, []);
  await countOffers(db, NOON, ['dm']);
  expect(await db.reportDays.toArray()).toMatchObject([
    { day: '2026-05-04', marketing: 1, other: 1, offered: { phone: 1, dm: 2 } },
  ]);
});
