import { useEffect, useRef, useState } from 'react';
import type { Chosen } from '../../components/hand-over/ImportSheet';
import { noteAudit } from '../../lib/audit/audit';
import type { Header } from '../../lib/backup/header';
import { readRestoring, writeRestoring } from '../../lib/backup/kept';
import { type BackupLock, lockOf } from '../../lib/backup/lock';
import { type MergePreview, mergeStaged, previewMerge } from '../../lib/backup/merge';
import { type BackupSummary, checkBackup, readBackup, readBackupHeader } from '../../lib/backup/read';
import { RefusedBackup, reasons, WrongPassphrase } from '../../lib/backup/refusal';
import {
  differingSettings,
  dropStage,
  emptyAgain,
  isEmptyDesk,
  type RestoreOptions,
  restoreIntoEmpty,
  stage,
  stagedPages,
} from '../../lib/backup/restore';
import { DeskDatabase } from '../../lib/desk/database';
import { describeFailure } from '../../lib/desk/failure';
import { db, handOvers } from '../../lib/desk/local';
import { sendMessage } from '../../lib/messaging';
import { readRep, signatureOfRep } from '../../lib/settings/settings';
import { announceCustomers, announceState } from '../../lib/tabs';
import { sayCount } from '../../lib/text/counts';
import { choicesOf } from '../hand-over/use-import';

/** A backup that was looked through and waits for the rep. */
interface Ready {
  file: Blob;
  lock: BackupLock | null;
  summary: BackupSummary;
  /** Its rows beside the desk's; null where they can be taken straight from the file. */
  staged: DeskDatabase | null;
  /** What merging would do; null for an empty desk. */
  merge: MergePreview | null;
  /** Keys of settings that both have and that differ. */
  settings: string[];
  /** A restore was broken off here before, so that the desk holds a part of a backup. */
  brokenOff: boolean;
  /** Customers were erased here after the backup was made: it still has them. */
  erasedSince: boolean;
}

export interface RestoreState {
  step:
    | { name: 'choose' }
    | { name: 'locked'; file: File | Blob; header: Header; wrong: boolean }
    | { name: 'ready'; ready: Ready }
    | { name: 'done'; words: string };
  /** Why a file is refused, or could not be restored. */
  refusal: string | null;
  /** What is being done right now. */
  busy: string | null;
  chosen: Chosen;
  choose(key: string, value: string | null): void;
  open(file: Blob): Promise<void>;
  unlock(passphrase: string): Promise<void>;
  restore(settings: RestoreOptions['settings']): Promise<void>;
  /** Stops what is being done, and forgets the file. */
  cancel(): void;
}

const percent = (words: string, say: (text: string) => void) => (done: number, total: number) =>
  say(`${words}: ${total === 0 ? 100 : Math.min(100, Math.floor((done / total) * 100))} %`);

/** Reads a backup, shows what restoring it would do, and does it. */
export function useRestore(): RestoreState {
  const [step, setStep] = useState<RestoreState['step']>({ name: 'choose' });
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [chosen, setChosen] = useState<Chosen>({});
  const stop = useRef(new AbortController());
  const isMerging = useRef(false);
  useEffect(() => {
    // Of a page that was closed before its backup was restored.
    void dropStage().catch(() => {});
  }, []);
  useEffect(() => {
    if (busy === null) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [busy]);

  const startAfresh = (): AbortSignal => {
    stop.current = new AbortController();
    setRefusal(null);
    return stop.current.signal;
  };
  const attempt = async (work: (signal: AbortSignal) => Promise<void>): Promise<void> => {
    const signal = startAfresh();
    isMerging.current = false;
    try {
      await work(signal);
    } catch (error) {
      if (signal.aborted)
        setRefusal(isMerging.current ? 'Stopped. What was merged so far stays.' : 'Stopped. Nothing was kept of it.');
      else if (error instanceof RefusedBackup) setRefusal(error.message);
      else if (error instanceof DOMException && error.name.startsWith('Not')) {
        setRefusal('The file could not be read: it is gone or locked.');
      } else setRefusal(describeFailure(error, null));
      setStep({ name: 'choose' });
    } finally {
      setBusy(null);
    }
  };

  const lookThrough = async (file: Blob, lock: BackupLock | null, signal: AbortSignal): Promise<void> => {
    const reading = { lock, signal, progress: percent('Checking the backup', setBusy) };
    const summary = await checkBackup(file, reading);
    if (summary.header.schema > db.verno) throw new RefusedBackup(reasons.newer);
    const brokenOff = (await readRestoring()) !== null;
    const isEmpty = brokenOff || (await isEmptyDesk(db));
    const isOld = summary.header.schema < db.verno;
    let staged: DeskDatabase | null = null;
    if (!isEmpty || isOld) {
      const pages = readBackup(file, { lock, signal });
      const progress = percent('Reading the backup', setBusy);
      staged = await stage(pages, summary, (name) => new DeskDatabase(name), { progress, signal });
    }
    const progress = percent('Comparing it with this desk', setBusy);
    const merge =
      staged && !isEmpty ? await previewMerge(db, staged, handOvers, deskOf(summary), { progress, signal }) : null;
    const settings = await differingSettings(
      db,
      staged ? await staged.settings.toArray() : await settingsIn(file, lock),
    );
    const erased = await db.audit
      .where('at')
      .above(summary.header.at)
      .filter(({ act }) => act === 'erased')
      .count();
    const ready = { file, lock, summary, staged, merge, settings, brokenOff, erasedSince: erased > 0 };
    setStep({ name: 'ready', ready });
  };

  const cancel = (): void => {
    stop.current.abort();
    setChosen({});
    if (busy !== null) return;
    if (step.name === 'ready' && step.ready.staged) void dropStage(step.ready.staged);
    setRefusal(null);
    setStep({ name: 'choose' });
  };

  const open = (file: Blob): Promise<void> =>
    attempt(async (signal) => {
      setChosen({});
      setBusy('Reading the file');
      const header = await readBackupHeader(file);
      if (header.lock) setStep({ name: 'locked', file, header, wrong: false });
      else await lookThrough(file, null, signal);
    });

  const unlock = (passphrase: string): Promise<void> =>
    attempt(async (signal) => {
      if (step.name !== 'locked' || !step.header.lock) return;
      setBusy('Opening the backup');
      try {
        await lookThrough(step.file, await lockOf(passphrase, step.header.lock), signal);
      } catch (error) {
        if (!(error instanceof WrongPassphrase)) throw error;
        setStep({ ...step, wrong: true });
      }
    });

  const restore = (settings: RestoreOptions['settings']): Promise<void> =>
    attempt(async (signal) => {
      if (step.name !== 'ready') return;
      const { file, lock, summary, staged, merge, brokenOff } = step.ready;
      const options = { settings, signal, progress: percent('Restoring', setBusy) };
      setBusy('Restoring');
      try {
        const by = signatureOfRep(await readRep(db));
        let words: string;
        let count = summary.end.rows.cases ?? 0;
        if (!merge || !staged) {
          if (brokenOff) await emptyAgain(db);
          await writeRestoring({ at: summary.header.at });
          await restoreIntoEmpty(db, staged ? stagedPages() : readBackup(file, { lock, signal }), summary, options);
          words = `${sayCount(count, 'case')} restored: all is as it was when the backup was made.`;
        } else {
          isMerging.current = true;
          const choices = merge.shown ? choicesOf(merge.shown, chosen) : [];
          const merged = await mergeStaged(db, staged, handOvers, deskOf(summary), choices, by, options);
          count = merged.added + merged.changed;
          words = `${sayCount(merged.added, 'case')} added, ${merged.changed} merged. Nothing of this desk was written over.`;
        }
        await noteAudit(db, { at: Date.now(), by, act: 'restored', part: merge ? 'merged' : 'empty', count });
        setStep({ name: 'done', words });
      } finally {
        // Also if it failed: the desk is empty again then. Only a browser that was closed leaves the note.
        await writeRestoring(null);
        if (staged) await dropStage(staged);
        void announceState(db);
        void announceCustomers([]);
        void sendMessage('followUpsChanged', {}).catch(() => {});
      }
    });

  return {
    ...{ step, refusal, busy, chosen, open, unlock, restore, cancel },
    choose: (key, value) => setChosen((before) => ({ ...before, [key]: value })),
  };
}

function deskOf({ head }: BackupSummary) {
  return head.desk ?? { id: 'backup', name: 'the backup' };
}

/** The settings are few, and the last of the large tables stands before them: only theirs are kept. */
async function settingsIn(file: Blob, lock: BackupLock | null): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const { table, rows } of readBackup(file, { lock })) if (table === 'settings') found.push(...rows);
  return found;
}
