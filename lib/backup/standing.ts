import { ago } from '../time/time';
import type { BackupSettings } from './kept';
import type { BackupRecord } from './schedule';

/** How well the desk is backed up, and what the panel says of it. */
export interface BackupStanding {
  kind: 'never' | 'off' | 'waiting' | 'fine' | 'failed' | 'old';
  text: string;
}

/** A computer may be off over a long weekend. */
const OLD = 4 * 24 * 60 * 60_000;

/** Says how the backups stand: quietly if all is well, plainly if not. */
export function standingOf(
  settings: BackupSettings | null,
  { lastAt, failure }: Pick<BackupRecord, 'lastAt' | 'failure'>,
  now: number,
  locale: string,
  byTeam = false,
): BackupStanding {
  const last = lastAt === null ? 'There is no backup yet.' : `The last backup was made ${ago(lastAt, now, locale)}.`;
  if (!settings)
    return {
      kind: 'never',
      text: byTeam
        ? 'Your team wants a daily backup. It needs a passphrase of yours.'
        : 'Your cases are kept in this browser only. A daily backup keeps them safe.',
    };
  if (failure) return { kind: 'failed', text: `The last try to back up failed. ${last}` };
  if (!settings.isOn) return { kind: 'off', text: `The daily backup is off. ${last}` };
  if (lastAt === null) return { kind: 'waiting', text: 'The first backup is on its way' };
  if (now - lastAt > OLD) return { kind: 'old', text: last };
  return { kind: 'fine', text: `Backed up ${ago(lastAt, now, locale)}` };
}
