import { useEffect, useRef, useState } from 'react';
import type { Chosen } from '../../components/hand-over/ImportSheet';
import { noteAudit } from '../../lib/audit/audit';
import { clearBrokenOff, restoreAlone } from '../../lib/backup/broken-off';
import { cleanStage } from '../../lib/backup/clean-stage';
import type { Header } from '../../lib/backup/header';
import { readRestoring } from '../../lib/backup/kept';
import { type BackupLock, lockOf } from '../../lib/backup/lock';
import { type MergePreview, mergeStaged, previewMerge } from '../../lib/backup/merge';
import { type BackupSummary, checkBackup, readBackup, readBackupHeader } from '../../lib/backup/read';
import { RefusedBackup, reasons, WrongPassphrase } from '../../lib/backup/refusal';
import {
  DERIVED,
  differingSettings,
  dropStage,
  isEmptyDesk,
  type RestoreOptions,
  stage,
  stagedPages,
} from '../../lib/backup/restore';
import { DeskDatabase } from '../../lib/desk/database';
import { describeFailure } from '../../lib/desk/failure';
import { db, handOvers } from '../../lib/desk/local';
import { sendMessage } from '../../lib/messaging';
import { percent } from '../../lib/progress';
import { signatureAtDesk } from '../../lib/settings/settings';
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
    void clearBrokenOff(db).catch(() => {});
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
    await clearBrokenOff(db);
    const brokenOff = (await readRestoring()) !== null;
    const isEmpty = brokenOff || (await isEmptyDesk(db));
    const isOld = summary.header.schema < db.verno;
    let staged: DeskDatabase | null = null;
    if (!isEmpty || isOld) {
      const pages = readBackup(file, { lock, signal });
      const progress = percent('Reading the backup', setBusy);
      // An older version's rows are brought up to date with all that belongs to them.
      const leaveOut = isOld ? undefined : DERIVED;
      staged = await stage(pages, summary, (name) => new DeskDatabase(name), { leaveOut, progress, signal });
    }
    try {
      const merge = staged && !isEmpty ? await compare(staged, summary, signal) : null;
      const theirs = staged ? await staged.settings.toArray() : summary.settings;
      const settings = await differingSettings(db, theirs, merge !== null);
      const erased = await db.audit
        .where('at')
        .above(summary.header.at)
        .filter(({ act }) => act === 'erased')
        .count();
      const ready = { file, lock, summary, staged, merge, settings, brokenOff, erasedSince: erased > 0 };
      setStep({ name: 'ready', ready });
    } catch (error) {
      if (staged) await dropStage(staged);
      throw error;
    }
  };

  const compare = async (staged: DeskDatabase, summary: BackupSummary, signal: AbortSignal): Promise<MergePreview> => {
    const words = 'Comparing it with this desk';
    setBusy(words);
    const options = { progress: percent(words, setBusy), signal };
    await cleanStage(db, staged, options);
    return previewMerge(db, staged, handOvers, deskOf(summary), options);
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
      const { file, lock, summary, staged, merge } = step.ready;
      const options = { settings, signal, progress: percent('Restoring', setBusy) };
      setBusy('Restoring');
      try {
        const by = await signatureAtDesk(db);
        let words: string;
        if (!merge || !staged) {
          const pages = staged ? stagedPages() : readBackup(file, { lock, signal });
          await restoreAlone(db, pages, summary, options, by);
          words = `${sayCount(summary.end.rows.cases ?? 0, 'case')} restored: all is as it was when the backup was made.`;
        } else {
          isMerging.current = true;
          const choices = merge.shown ? choicesOf(merge.shown, chosen) : [];
          const merged = await mergeStaged(db, staged, handOvers, deskOf(summary), choices, by, options);
          const count = merged.added + merged.changed;
          await noteAudit(db, { at: Date.now(), by, act: 'restored', part: 'merged', count });
          words = `${sayCount(merged.added, 'case')} added, ${merged.changed} merged. Nothing of this desk was written over.`;
        }
        setStep({ name: 'done', words });
      } finally {
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
