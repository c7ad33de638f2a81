import { expect, it } from 'vitest';
import type { BackupSettings } from './kept';
import { wantedBackup } from './wanted';

const on: BackupSettings = { isOn: true, lock: null, mark: 'abcd' };
const off: BackupSettings = { ...on, isOn: false };

it('follows the rep where the team says nothing', () => {
  expect(wantedBackup(off, {})).toEqual({ settings: off, byTeam: false, locked: false, every: 1 });
  expect(wantedBackup(null, {}).settings).toBeNull();
});

it('follows the team where it has locked it, either way', () => {
  const wanted = (on: boolean, locked: boolean) => ({ backup: { value: { on, days: 3 }, locked } });
  expect(wantedBackup(off, wanted(true, true))).toEqual({ settings: on, byTeam: true, locked: true, every: 3 });
  expect(wantedBackup(on, wanted(false, true)).settings).toEqual(off);
  expect(wantedBackup(off, wanted(true, false)).settings).toEqual(off);
  // A passphrase is nobody's to set but the rep's.
  expect(wantedBackup(null, wanted(true, true))).toMatchObject({ settings: null, byTeam: true });
});
