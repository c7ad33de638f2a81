import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DeskDatabase } from '../desk/database';
import { applyPolicy } from '../policy/keep';
import { readPurgedAt, readRetention, writeRetention } from './keeping';

let db: DeskDatabase;
beforeEach(() => {
  db = new DeskDatabase('keeping settings');
});
afterEach(() => db.delete());

const own = async (): Promise<unknown> => (await db.settings.get('retention'))?.value;

describe('how long closed cases are kept', () => {
  it('is two years by hand until somebody has set it', async () => {
    expect(await readRetention(db)).toEqual({ days: 730, daily: false });
    expect(await readPurgedAt(db)).toBeNull();
  });

  it('leaves a day between a change and the first purge by itself', async () => {
    const before = Date.now();
    await writeRetention(db, { days: 30, daily: true });
    expect(await readPurgedAt(db)).toBeGreaterThanOrEqual(before);
  });

  it('follows the team where the rep wants the same', async () => {
    await applyPolicy(db, { retentionDays: { value: 90 } }, 1);
    await writeRetention(db, { days: 60, daily: true });
    expect(await readRetention(db)).toEqual({ days: 60, daily: true });
    await writeRetention(db, { days: 90, daily: true });
    expect(await own()).toBeUndefined();
    await applyPolicy(db, { retentionDays: { value: 120 } }, 2);
    expect(await readRetention(db)).toEqual({ days: 120, daily: true });
  });

  it('is the rep’s own where only the days are as the team has them', async () => {
    await applyPolicy(db, { retentionDays: { value: 90 } }, 1);
    await writeRetention(db, { days: 90, daily: false });
    expect(await readRetention(db)).toEqual({ days: 90, daily: false });
  });

  it('cannot be changed under a lock', async () => {
    await writeRetention(db, { days: 60, daily: false });
    const set = await readPurgedAt(db);
    await applyPolicy(db, { retentionDays: { value: 90, locked: true } }, 1);
    await expect(writeRetention(db, { days: 30, daily: true })).rejects.toThrow(/Your team has set this/);
    expect(await own()).toEqual({ days: 60, daily: false });
    expect(await readPurgedAt(db)).toBe(set);
    expect(await readRetention(db)).toEqual({ days: 90, daily: true });
  });
});
