import { useLiveQuery } from 'dexie-react-hooks';
import { Copy, Download, Inbox, Printer } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { Field } from '../../components/Field';
import { FileButton } from '../../components/FileButton';
import { HandOverSheet } from '../../components/hand-over/HandOverSheet';
import { ImportList, type ImportRow } from '../../components/hand-over/ImportList';
import { ImportSheet } from '../../components/hand-over/ImportSheet';
import { Notice } from '../../components/Notice';
import { Refusal } from '../../components/Refusal';
import { Skeleton } from '../../components/Skeleton';
import { useNotice } from '../../components/use-notice';
import { useNow } from '../../components/use-now';
import { copyText } from '../../lib/browser/clipboard';
import { saveJson } from '../../lib/browser/download';
import type { Import } from '../../lib/desk/database';
import { describeFailure } from '../../lib/desk/failure';
import { db, handOvers } from '../../lib/desk/local';
import { describeDuty, onDuty } from '../../lib/handover/duty';
import { handOverPage, pageAsText, titleOf } from '../../lib/handover/page';
import { nameDesk } from '../../lib/settings/hand-over';
import { signatureAtDesk } from '../../lib/settings/settings';
import { readShift } from '../../lib/settings/shift';
import { announceCustomers } from '../../lib/tabs';
import { sayCount } from '../../lib/text/counts';
import { englishLocale, fullTime, shortDate } from '../../lib/time/time';
import { useImport } from './use-import';
import { useShiftEnd } from './use-shift-end';

const locale = englishLocale(navigator.languages);
const MINUTE = 60_000;

/** The end of a shift, and the beginning of the next: what is open goes from one desk to another. */
export function HandOver() {
  const notices = useNotice();
  const now = useNow(30_000);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    db.open().catch(setFailure);
  }, []);
  const by = useLiveQuery(() => signatureAtDesk(db)) ?? null;
  const [deskName, setDeskName] = useState<string>();
  // Who is at the desk names it until somebody else does.
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when another rep sits down
  useEffect(() => {
    handOvers.desk().then(({ name }) => setDeskName(name), setFailure);
  }, [by]);
  const target = useLiveQuery(async () => (await readShift(db)).target) ?? null;
  const work = useLiveQuery(() => handOvers.openWork());
  const imports = useLiveQuery(() => handOvers.imports());
  const { end, change, kept, reload } = useShiftEnd(notices.warn);
  const importing = useImport(by, notices);
  const [exporting, setExporting] = useState<string | null>(null);

  const to = end?.to.trim() || null;
  const page = useMemo(
    () =>
      work &&
      handOverPage({
        ...work,
        notes: new Map(Object.entries(end?.notes ?? {})),
        ...{ by, to, now, locale },
        target: target === null ? null : target * MINUTE,
      }),
    [work, end?.notes, by, to, now, target],
  );
  const duty = useMemo(() => (work ? onDuty(work.cases) : null), [work]);
  if (failure) throw failure;
  if (!end || !work || !page) {
    return (
      <main className="mx-auto max-w-[760px] px-6 pt-10">
        <h1 className="text-xl font-bold">Hand-over</h1>
        <Skeleton rows={5} />
      </main>
    );
  }
  const isEmpty = work.cases.length === 0 && page.incidents.length === 0;

  const exportFile = async (): Promise<void> => {
    setExporting('Writing the hand-over');
    try {
      await kept();
      const step = await handOvers.handOver({ by, to }, end.notes);
      const progress = (done: number, total: number) => setExporting(`Writing the file: ${done} of ${total} rows`);
      const file = await handOvers.write({ by, to }, end.since, progress);
      saveJson(file.pieces, file.name);
      await reload();
      void announceCustomers([]);
      const lost = file.leftOut === 0 ? '' : ` ${file.leftOut} damaged rows were left out.`;
      notices.tell(`${sayCount(file.cases, 'case')} handed over${to ? ` to ${to}` : ''}: ${file.name}.${lost}`, () => {
        handOvers
          .takeBack(step)
          .then(reload)
          .then(() => announceCustomers([]))
          .catch((error: unknown) => notices.warn(describeFailure(error, null)));
      });
    } catch (error) {
      notices.warn(describeFailure(error, null));
    } finally {
      setExporting(null);
    }
  };
  const copy = async (): Promise<void> => {
    if (await copyText(pageAsText(page, locale))) notices.tell('Copied as text');
    else notices.warn('The browser did not let Hark copy. Print it, or export the file.');
  };
  const rename = (name: string): void => {
    nameDesk(db, name, () => crypto.randomUUID())
      .then(() => handOvers.desk())
      .then((desk) => setDeskName(desk.name))
      .catch((error: unknown) => notices.warn(describeFailure(error, null)));
  };
  const { pending, refusal } = importing;

  return (
    <main className="mx-auto max-w-[760px] px-6 pt-10 pb-28 print:max-w-none print:p-0">
      <div className="flex flex-wrap items-center gap-2">
        <h1 className="text-xl font-bold print:hidden">Hand-over</h1>
        <h1 className="hidden text-xl font-bold print:block">{titleOf(page, locale)}</h1>
        <span className="flex-1" />
        <FileButton
          label="Hand-over file to import"
          className="print:hidden"
          disabled={importing.busy !== null}
          onChoose={(file) => importing.read(file)}
        >
          Import a file
        </FileButton>
      </div>
      <p className="mt-1 max-w-[560px] text-pretty text-secondary print:hidden">
        At the end of a shift: what is open, with a note where one helps. A colleague’s Hark imports the file and shows
        what it would change before anything is done.
      </p>
      {duty && (
        <p data-part="duty" className="mt-3 rounded-md bg-raised px-3 py-2 text-sm">
          <b>On duty</b>{' '}
          {duty.people
            .map(({ owner, cases }) => `${owner ?? 'nobody'}: ${sayCount(cases.length, 'case')}`)
            .join(', ') || 'nobody had a case'}
          . <span className="text-secondary">{describeDuty(duty, now, locale)}: since then it may have changed.</span>
        </p>
      )}
      {importing.busy && !pending && (
        <p role="status" className="mt-4 text-sm text-secondary print:hidden">
          {importing.busy}
        </p>
      )}
      {refusal && <Refusal {...refusal} besides="Nothing was changed." onDismiss={importing.cancel} />}
      {pending ? (
        <ImportSheet
          preview={pending.preview}
          nothingNew={pending.nothingNew}
          erased={pending.preview.erased.map(({ handle, at }) => `@${handle} on ${shortDate(at, now, locale)}`)}
          from={pending.header.desk.name || 'another desk'}
          written={`${fullTime(pending.header.at, locale)}${pending.header.by ? ` by ${pending.header.by}` : ''}`}
          chosen={importing.chosen}
          busy={importing.busy}
          onChoose={importing.choose}
          onAccept={() => void importing.accept()}
          onCancel={importing.cancel}
        />
      ) : (
        <>
          <div className="mt-6 grid grid-cols-2 gap-4 print:hidden">
            <Field
              label="To whom"
              value={end.to}
              maxLength={80}
              placeholder="Initials or a name, if known"
              onChange={(event) => change({ to: event.target.value })}
            />
            <Field
              key={deskName}
              label="This desk is called"
              defaultValue={deskName}
              maxLength={80}
              onBlur={(event) => event.target.value.trim() !== deskName && rename(event.target.value)}
            />
          </div>
          <div className="mt-4 flex flex-wrap items-center gap-2 print:hidden">
            <Button
              look="primary"
              icon={Download}
              disabled={isEmpty || exporting !== null}
              onClick={() => void exportFile()}
            >
              Hand over and export
            </Button>
            <Button icon={Copy} disabled={isEmpty} onClick={() => void copy()}>
              Copy as text
            </Button>
            <Button icon={Printer} disabled={isEmpty} onClick={() => window.print()}>
              Print
            </Button>
            <p role="status" className="text-sm text-secondary">
              {exporting ?? (end.at === null ? '' : `Handed over last: ${fullTime(end.at, locale)}`)}
            </p>
          </div>
          {isEmpty ? (
            <EmptyState icon={Inbox} title="Nothing is open">
              <p>Cases that are open or pending come here, for whoever takes over.</p>
            </EmptyState>
          ) : (
            <HandOverSheet
              page={page}
              notes={end.notes}
              locale={locale}
              onWriteNote={(caseId, text) => change({ notes: withNote(end.notes, caseId, text) })}
            />
          )}
        </>
      )}
      <ImportList
        rows={(imports ?? []).map(rowOf)}
        busy={importing.busy !== null}
        onUndo={(id) => void importing.undo(id)}
      />
      <div className="print:hidden">
        <Notice notice={notices.notice} onGone={notices.dismiss} />
      </div>
    </main>
  );
}

function withNote(notes: Readonly<Record<string, string>>, caseId: string, text: string): Record<string, string> {
  const { [caseId]: _before, ...others } = notes;
  return text === '' ? others : { ...others, [caseId]: text };
}

function rowOf({ id, at, plan, undoneAt }: Import): ImportRow {
  const added = plan.cases.filter(({ isNew }) => isNew).length;
  const changed = plan.cases.length - added;
  return { id, from: plan.from.name, at: fullTime(at, locale), added, changed, undone: undoneAt !== null };
}
