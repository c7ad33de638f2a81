import { Download, RotateCcw, Save } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/Button';
import { BackupState } from '../../components/settings/BackupState';
import { PassphraseForm } from '../../components/settings/PassphraseForm';
import { Section } from '../../components/settings/Section';
import type { Notices } from '../../components/use-notice';
import { useNow } from '../../components/use-now';
import { FOLDER } from '../../lib/backup/schedule';
import { standingOf } from '../../lib/backup/standing';
import { englishLocale, fullTime } from '../../lib/time/time';
import { useBackup } from './use-backup';

const locale = englishLocale(navigator.languages);

/** The daily backup: setting it up, making one now, and the way to restore one. Changed at once. */
export function BackupSection({ notices }: { notices: Notices }) {
  const backup = useBackup(notices);
  const now = useNow(30_000);
  const [changing, setChanging] = useState(false);
  if (!backup) return null;
  const { settings, locked, record, busy } = backup;
  return (
    <Section
      id="backup"
      title="Backup"
      locked={locked}
      about={`A browser can lose what an extension keeps: by a repair, a reset, or when Hark is removed. Each day Hark can save all of its desk into Downloads/${FOLDER}, outside of the browser: one file for each day of the week and for each of four weeks, each written over the one before.`}
    >
      {!settings || changing ? (
        <PassphraseForm
          action={settings ? 'Change the passphrase' : 'Switch on the daily backup'}
          busy={busy !== null}
          onSet={(passphrase) => {
            setChanging(false);
            backup.setUp(passphrase);
          }}
          onCancel={settings ? () => setChanging(false) : undefined}
        />
      ) : (
        <>
          <BackupState
            standing={standingOf(settings, record, now, locale)}
            failure={record.failure}
            details={
              record.lastAt === null
                ? null
                : `${fullTime(record.lastAt, locale)} · ${record.lastCases} cases · ${size(record.lastBytes)} · Downloads/${FOLDER}/hark-${settings.mark}-… · ${settings.lock ? 'locked with your passphrase' : 'not locked'}`
            }
          />
          <div className="mt-4 flex flex-wrap items-center gap-2">
            {settings.isOn ? (
              <Button look="primary" icon={Download} disabled={busy !== null} onClick={backup.backUpNow}>
                Back up now
              </Button>
            ) : (
              <Button look="primary" icon={Download} disabled={busy !== null || locked} onClick={backup.switchOn}>
                Switch on the daily backup
              </Button>
            )}
            <Button icon={Save} disabled={busy !== null} onClick={backup.saveByHand}>
              Save to a file
            </Button>
            <Button disabled={busy !== null} onClick={() => setChanging(true)}>
              {settings.lock ? 'Change the passphrase' : 'Lock with a passphrase'}
            </Button>
            {settings.isOn && !locked && (
              <Button disabled={busy !== null} onClick={backup.switchOff}>
                Switch off
              </Button>
            )}
          </div>
          <p className="mt-3 max-w-[560px] text-sm text-pretty text-secondary">
            A new passphrase locks the files from then on; older ones keep theirs. The newest file is also the one to
            copy to another computer.
          </p>
        </>
      )}
      <p className="mt-3 flex items-center gap-3 text-sm">
        <a href="/restore.html" className="inline-flex items-center gap-2 font-bold text-link hover:underline">
          <RotateCcw size={16} aria-hidden />
          Restore a backup
        </a>
        <span role="status" className="text-secondary">
          {busy}
        </span>
      </p>
    </Section>
  );
}

function size(bytes: number): string {
  const kilobytes = bytes / 1_000;
  if (kilobytes < 1_000) return `${Math.max(1, Math.round(kilobytes))} kB`;
  return `${(kilobytes / 1_000).toFixed(1)} MB`;
}
