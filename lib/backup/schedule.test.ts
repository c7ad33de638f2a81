import { describe, expect, it } from 'vitest';
import {
  type BackupRecord,
  describeInterruption,
  fileNames,
  hasShrunk,
  nextBackup,
  noRecord,
  weekOf,
} from './schedule';

const NINE = new Date(2026, 4, 4, 9).getTime();
const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const record = (fields: Partial<BackupRecord>): BackupRecord => ({ ...noRecord, ...fields });

describe('the next backup', () => {
  it('is due at once if there was none, or none today', () => {
    expect(nextBackup(noRecord, NINE)).toBe(NINE);
    expect(nextBackup(record({ lastAt: NINE - DAY }), NINE)).toBe(NINE);
    expect(nextBackup(record({ lastAt: NINE - 20 * DAY }), NINE)).toBe(NINE);
  });

  it('is due at midnight after one today', () => {
    expect(nextBackup(record({ lastAt: NINE - HOUR }), NINE)).toBe(new Date(2026, 4, 5).getTime());
  });

  it('comes an hour after a failure', () => {
    expect(nextBackup(record({ triedAt: NINE - 1, failure: 'full' }), NINE)).toBe(NINE - 1 + HOUR);
    expect(nextBackup(record({ triedAt: NINE - 9 * HOUR, failure: 'full', lastAt: NINE - DAY }), NINE)).toBeLessThan(
      NINE,
    );
  });

  it('does not wait for a clock that was put back', () => {
    expect(nextBackup(record({ lastAt: NINE + 30 * DAY }), NINE)).toBe(NINE);
    expect(nextBackup(record({ triedAt: NINE + 30 * DAY, failure: 'full' }), NINE)).toBe(NINE);
  });
});

describe('the names of files', () => {
  it('are those of seven days and four weeks, over and over', () => {
    let week: number | null = null;
    const names = new Set<string>();
    for (let day = 0; day < 70; day++) {
      const at = new Date(2026, 2, 1 + day, 9).getTime();
      for (const name of fileNames(at, { week }, 'k3f9')) names.add(name);
      week = weekOf(at);
    }
    expect(names.size).toBe(11);
    expect([...names].every((name) => /^hark-k3f9-(\w+day|week-[1-4])\.harkbackup$/.test(name))).toBe(true);
    expect(fileNames(NINE, { week: weekOf(NINE) }, 'k3f9')).toEqual(['hark-k3f9-monday.harkbackup']);
    expect(weekOf(new Date(2026, 4, 10, 23).getTime())).toBe(weekOf(NINE));
    expect(weekOf(new Date(2026, 4, 11, 0, 5).getTime())).toBe(weekOf(NINE) + 1);
  });
});

it('a desk that has lost its cases is not written over its backups', () => {
  expect(hasShrunk(0, { lastCases: 120 })).toBe(true);
  expect(hasShrunk(110, { lastCases: 120 })).toBe(false);
  expect(hasShrunk(0, { lastCases: 2 })).toBe(false);
});

it('says in words why a file was not saved', () => {
  expect(describeInterruption('USER_CANCELED')).toContain('asked where to save');
  expect(describeInterruption('FILE_NO_SPACE')).toContain('full');
  expect(describeInterruption(undefined)).toContain('Back up now');
});
