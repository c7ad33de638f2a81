import { useLiveQuery } from 'dexie-react-hooks';
import { useNow } from '../../components/use-now';
import { readBackupRecord, readQuietUntil, writeQuietUntil } from '../../lib/backup/kept';
import { type BackupStanding, standingOf } from '../../lib/backup/standing';
import { readWantedBackup } from '../../lib/backup/wanted';
import { db } from '../../lib/desk/local';

const DAY = 24 * 60 * 60_000;
/** How long "Not now" holds: setting it up is an offer, a failure is news each day. */
const QUIET: Partial<Record<BackupStanding['kind'], number>> = { never: 90 * DAY, failed: DAY, old: DAY };
/** With so few cases there is little to lose yet. */
const WORTH_IT = 3;

/** How the backups stand, and whether to speak of it now. */
export function useBackupStanding(locale: string): {
  standing: BackupStanding | null;
  loud: boolean;
  notNow(): void;
} {
  const now = useNow(60_000);
  const known = useLiveQuery(async () => {
    const [wanted, record, quietUntil] = await Promise.all([
      readWantedBackup(db),
      readBackupRecord(),
      readQuietUntil(),
    ]);
    return { wanted, record, quietUntil };
  });
  const isWorthIt = useLiveQuery(async () => (await db.cases.limit(WORTH_IT).count()) === WORTH_IT) ?? false;
  if (!known) return { standing: null, loud: false, notNow: () => {} };
  const { settings, byTeam } = known.wanted;
  const standing = standingOf(settings, known.record, now, locale, byTeam);
  const quiet = QUIET[standing.kind];
  // A failure is told even if the offer before it was turned down.
  const isQuiet = known.quietUntil?.kind === standing.kind && now < known.quietUntil.until;
  return {
    standing,
    loud: quiet !== undefined && !isQuiet && (standing.kind !== 'never' || isWorthIt || byTeam),
    notNow: () => void writeQuietUntil({ kind: standing.kind, until: now + (quiet ?? DAY) }),
  };
}
