/** Why a backup is refused, in words for the rep. Nothing of it is written then. */
export class RefusedBackup extends Error {
  override name = 'RefusedBackup';
}

/** The passphrase does not open the backup. */
export class WrongPassphrase extends RefusedBackup {
  override name = 'WrongPassphrase';
}

export const reasons = {
  foreign: 'This is not a backup of Hark.',
  cutOff: 'The backup ends too early: it was cut off. Take another one.',
  changed: 'The backup was changed or damaged after Hark wrote it. Take another one.',
  harmful: 'The backup holds something that Hark never writes, so none of it is taken.',
  newer: 'The backup was written by a newer version of Hark. Update Hark, then restore it.',
  passphrase: 'This is not the passphrase of this backup.',
};
