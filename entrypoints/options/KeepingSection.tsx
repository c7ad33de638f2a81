import { useLiveQuery } from 'dexie-react-hooks';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { CaseFile, isDays, LinkOnlyEditor, RetentionEditor } from '../../components/settings/KeepingEditor';
import { Section } from '../../components/settings/Section';
import type { Notices } from '../../components/use-notice';
import { useNow } from '../../components/use-now';
import { saveCaseFile } from '../../lib/desk/case-file';
import { describeFailure } from '../../lib/desk/failure';
import { context, db } from '../../lib/desk/local';
import { type PurgePreview, previewPurge, purge } from '../../lib/desk/retention';
import { countTexts, removeTexts } from '../../lib/desk/texts';
import { sendMessage } from '../../lib/messaging';
import { isLocked } from '../../lib/policy/policy';
import { usePolicy } from '../../lib/policy/use-policy';
import { endOf, startOf } from '../../lib/queue/funnel';
import { readLinkOnly, readRetention, writeLinkOnly, writeRetention } from '../../lib/settings/keeping';
import { signatureAtDesk } from '../../lib/settings/settings';
import { announceCustomers } from '../../lib/tabs';
import { sayCount } from '../../lib/text/counts';
import { englishLocale } from '../../lib/time/time';

/** What is being done, said while it is; what failed is a notice. */
function useWork(notices: Notices) {
  const [busy, setBusy] = useState<string | null>(null);
  const run = async (words: string, work: () => Promise<void>): Promise<void> => {
    setBusy(words);
    try {
      await work();
    } catch (error) {
      notices.warn(describeFailure(error, null));
    } finally {
      setBusy(null);
    }
  };
  return { busy, say: setBusy, run };
}

/** How long cases are kept, what of tweets, and taking cases out as a file. */
export function KeepingSection({ notices }: { notices: Notices }) {
  return (
    <Section
      id="keeping"
      title="Keeping and forgetting"
      about="All about one customer is exported or erased in the panel, in the customer’s menu."
    >
      <Part title="Purge what was closed">
        <RetentionPart notices={notices} />
      </Part>
      <Part title="Texts of tweets">
        <LinkOnlyPart notices={notices} />
      </Part>
      <Part title="Cases for a spreadsheet">
        <CaseFilePart notices={notices} />
      </Part>
    </Section>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mt-6 first:mt-0">
      <h3 className="mb-2 font-bold">{title}</h3>
      {children}
    </div>
  );
}

function RetentionPart({ notices }: { notices: Notices }) {
  const retention = useLiveQuery(() => readRetention(db));
  const locked = isLocked(usePolicy()?.policy ?? {}, 'retentionDays');
  const { busy, say, run } = useWork(notices);
  const [days, setDays] = useState<string | null>(null);
  const [preview, setPreview] = useState<PurgePreview | null>(null);
  const now = useNow(60_000);
  const left = useRef(false);
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
    };
  }, []);
  if (!retention) return null;
  const typed = days ?? String(retention.days);

  const set = (next: typeof retention): void => {
    void writeRetention(db, next).then(
      () => void sendMessage('keepingChanged', {}).catch(() => {}),
      (error: unknown) => notices.warn(describeFailure(error, null)),
    );
  };
  const type = (text: string): void => {
    setDays(text);
    setPreview(null);
  };
  // Not while it is being typed: on the way to 365 there is a 3, and cases would be purged by that.
  const keep = (): void => {
    if (isDays(typed) && Number(typed) !== retention.days) set({ ...retention, days: Number(typed) });
  };
  const purgeNow = (): Promise<void> =>
    run('Purging', async () => {
      const by = await signatureAtDesk(db);
      const total = preview?.cases ?? 0;
      const gone = await purge(context, {
        days: Number(typed),
        by,
        stopped: () => left.current,
        progress: (done) => say(`Purging: ${done} of ${total} cases`),
      });
      setPreview(null);
      void announceCustomers([]);
      notices.tell(`${sayCount(gone.cases, 'case')} purged`);
    });
  return (
    <RetentionEditor
      {...{ retention, locked, preview, busy, now }}
      days={typed}
      locale={englishLocale(navigator.languages)}
      onDays={type}
      onDaysDone={keep}
      onDaily={(daily) => set({ days: isDays(typed) ? Number(typed) : retention.days, daily })}
      onPreview={() => {
        keep();
        void run('Counting', async () => setPreview(await previewPurge(context, Number(typed))));
      }}
      onPurge={() => void purgeNow()}
      onCancel={() => setPreview(null)}
    />
  );
}

function LinkOnlyPart({ notices }: { notices: Notices }) {
  const linkOnly = useLiveQuery(() => readLinkOnly(db));
  const locked = isLocked(usePolicy()?.policy ?? {}, 'linkOnly');
  const { busy, say, run } = useWork(notices);
  const [kept, setKept] = useState<{ texts: number; cases: number } | null>(null);
  if (linkOnly === undefined) return null;
  const set = (next: boolean): Promise<void> =>
    run('Saving', async () => {
      await writeLinkOnly(db, next);
      setKept(null);
      notices.tell(next ? 'From now on links only' : 'Texts are kept again', () => void set(!next));
    });
  const remove = (): Promise<void> =>
    run('Removing', async () => {
      const by = await signatureAtDesk(db);
      const gone = await removeTexts(context, by, (cases) => say(`Removing: ${cases} cases looked through`));
      setKept(null);
      notices.tell(`${sayCount(gone, 'text')} removed`);
    });
  return (
    <>
      <p className="mb-2 max-w-[560px] text-pretty text-secondary">
        Without texts a case has links, authors, times, languages and what each tweet wanted. A reply keeps its words
        until X has shown it.
      </p>
      <LinkOnlyEditor
        {...{ linkOnly, locked, kept, busy }}
        onSet={(next) => void set(next)}
        onCount={() => void run('Counting', async () => setKept(await countTexts(db)))}
        onRemove={() => void remove()}
        onCancel={() => setKept(null)}
      />
    </>
  );
}

function CaseFilePart({ notices }: { notices: Notices }) {
  const { busy, say, run } = useWork(notices);
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [withWords, setWithWords] = useState(false);
  const save = (): Promise<void> =>
    run('Writing', async () => {
      const rep = await signatureAtDesk(db);
      const wanted = {
        from: from === '' ? null : startOf(from),
        until: until === '' ? null : endOf(until),
        filter: null,
        ...{ rep, withWords },
      };
      const count = await saveCaseFile(context, wanted, (cases) => say(`Writing: ${cases} cases`));
      notices.tell(`${sayCount(count, 'case')} saved among your downloads`);
    });
  return (
    <CaseFile
      {...{ from, until, withWords, busy }}
      onFrom={setFrom}
      onUntil={setUntil}
      onWithWords={setWithWords}
      onSave={() => void save()}
    />
  );
}
