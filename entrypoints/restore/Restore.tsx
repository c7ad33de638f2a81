import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/Button';
import { FileButton } from '../../components/FileButton';
import { ImportSheet } from '../../components/hand-over/ImportSheet';
import { RestoreSheet } from '../../components/restore/RestoreSheet';
import { Unlock } from '../../components/Unlock';
import { hasNothingNew } from '../../lib/handover/preview';
import { englishLocale, fullTime } from '../../lib/time/time';
import { Copies } from './Copies';
import { type RestoreState, useRestore } from './use-restore';

const locale = englishLocale(navigator.languages);
const WRONG = 'This is not the passphrase of this backup. Nothing was changed. An older backup may have an older one.';

/** The page that brings a backup back: into an empty Hark as it was, into a used one without writing over anything. */
export function Restore() {
  const restoring = useRestore();
  const { step, refusal, busy } = restoring;
  return (
    <main className="mx-auto max-w-[760px] px-6 pt-10 pb-20">
      <h1 className="text-xl font-bold">Restore a backup</h1>
      <p className="mt-1 max-w-[560px] text-pretty text-secondary">
        An empty Hark becomes what it was when the backup was made. Where there are cases already, the backup is merged:
        you see first what would change, and nothing is written over.
      </p>
      {refusal && (
        <p role="alert" className="mt-6 flex gap-2 rounded-lg border border-line p-4">
          <TriangleAlert size={18} aria-hidden className="mt-0.5 shrink-0 text-trouble" />
          <span className="min-w-0">{refusal}</span>
        </p>
      )}
      {busy !== null && (
        <p role="status" className="mt-6 flex items-center gap-4">
          <span className="tabular-nums">{busy}</span>
          <Button onClick={restoring.cancel}>Stop</Button>
        </p>
      )}
      {busy === null && <Step {...restoring} />}
      {step.name === 'choose' && busy === null && <Copies locale={locale} onChoose={restoring.open} />}
    </main>
  );
}

function Step(restoring: RestoreState) {
  const { step } = restoring;
  switch (step.name) {
    case 'choose':
      return (
        <div className="mt-6">
          <FileButton label="Backup file" accept=".harkbackup" onChoose={restoring.open}>
            Choose a backup
          </FileButton>
          <p className="mt-2 text-sm text-secondary">
            They are in your downloads folder, under Hark, and end in .harkbackup. Take the newest one.
          </p>
        </div>
      );
    case 'locked':
      return (
        <Unlock
          at={step.header.at}
          locale={locale}
          problem={step.wrong ? WRONG : null}
          onUnlock={(passphrase) => void restoring.unlock(passphrase)}
          onCancel={restoring.cancel}
        />
      );
    case 'ready':
      return <Ready {...restoring} />;
    case 'done':
      return (
        <div className="mt-6">
          <p role="status" className="flex items-center gap-2 text-lg font-bold">
            <CircleCheck size={20} aria-hidden className="shrink-0" />
            {step.words}
          </p>
          <p className="mt-2 max-w-[560px] text-pretty text-secondary">
            Reload the tabs of X that were open before. Backups of this Hark are set up in the{' '}
            <a href="/options.html#backup" className="font-bold text-link hover:underline">
              settings
            </a>
            .
          </p>
        </div>
      );
  }
}

function Ready({ step, chosen, choose, restore, cancel }: RestoreState) {
  const [settings, setSettings] = useState<'backup' | 'here' | null>(null);
  if (step.name !== 'ready') return null;
  const { summary, merge, settings: differing, brokenOff, erasedSince } = step.ready;
  const { head, end, header } = summary;
  const usual = merge ? 'here' : 'backup';
  return (
    <>
      <RestoreSheet
        made={fullTime(header.at, locale)}
        desk={head.desk?.name || null}
        rows={end.rows}
        merge={merge}
        differing={differing.length}
        settings={settings ?? usual}
        brokenOff={brokenOff}
        erasedSince={erasedSince}
        onSettings={setSettings}
        onRestore={() => void restore(settings ?? usual)}
        onCancel={cancel}
      />
      {merge?.shown && !hasNothingNew(merge.shown) && (
        <ImportSheet
          preview={merge.shown}
          title="What differs"
          from="the backup"
          written={fullTime(header.at, locale)}
          nothingNew={false}
          erased={[]}
          chosen={chosen}
          busy={null}
          onChoose={choose}
        />
      )}
    </>
  );
}
