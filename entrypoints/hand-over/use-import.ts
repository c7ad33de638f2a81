import { useState } from 'react';
import { type Chosen, choiceKey } from '../../components/hand-over/ImportSheet';
import type { Notices } from '../../components/use-notice';
import { describeFailure } from '../../lib/desk/failure';
import { type ErasedHere, ImportRefused } from '../../lib/desk/hand-over';
import { handOvers } from '../../lib/desk/local';
import type { ImportPlan } from '../../lib/handover/plan';
import { hasNothingNew, type ImportPreview } from '../../lib/handover/preview';
import { readHandOver } from '../../lib/handover/read';
import type { History } from '../../lib/handover/rows';
import type { Header } from '../../lib/handover/schema';
import type { Choice } from '../../lib/handover/settle';
import { textOf } from '../../lib/handover/text-of';
import { sendMessage } from '../../lib/messaging';
import { percent } from '../../lib/progress';
import { announceCustomers } from '../../lib/tabs';

/** A file that was read and waits for the rep. */
interface Pending {
  header: Header;
  history: History;
  preview: ImportPreview & { erased: ErasedHere[] };
  nothingNew: boolean;
}

export interface ImportState {
  pending: Pending | null;
  /** Why the file is refused; null if it is not. */
  refusal: { file: string; reason: string } | null;
  chosen: Chosen;
  /** What is being done right now. */
  busy: string | null;
  choose(key: string, value: string | null): void;
  read(file: File): Promise<void>;
  accept(): Promise<void>;
  cancel(): void;
  undo(id: string): Promise<void>;
}

/** Tells everybody who shows cases. */
function announce(): void {
  void announceCustomers([]);
  void sendMessage('followUpsChanged', {}).catch(() => {});
}

/** Reads a file, shows what it would do, does it, and takes it back. */
export function useImport(by: string | null, notices: Notices): ImportState {
  const [pending, setPending] = useState<Pending | null>(null);
  const [refusal, setRefusal] = useState<ImportState['refusal']>(null);
  const [chosen, setChosen] = useState<Chosen>({});
  const [busy, setBusy] = useState<string | null>(null);
  const cancel = (): void => {
    setPending(null);
    setRefusal(null);
    setChosen({});
  };

  const read = async (file: File): Promise<void> => {
    cancel();
    setBusy('Reading the file');
    try {
      const found = await readHandOver(textOf(file, percent('Reading the file', setBusy)));
      if (!found.ok) {
        setRefusal({ file: file.name, reason: found.reason });
        return;
      }
      setBusy('Comparing it with this desk');
      const preview = await handOvers.preview(found.history);
      const { header, history } = found;
      setPending({ header, history, preview, nothingNew: hasNothingNew(preview) });
    } catch (error) {
      const unreadable = error instanceof DOMException;
      const reason = unreadable ? 'The file could not be read: it is gone or locked.' : describeFailure(error, null);
      setRefusal({ file: file.name, reason });
    } finally {
      setBusy(null);
    }
  };

  const undo = async (id: string): Promise<void> => {
    setBusy('Taking it back');
    try {
      const undone = await handOvers.undo(id, by, (done, total) =>
        setBusy(`Taking it back: ${done} of ${total} cases`),
      );
      announce();
      const kept = undone?.refused.map(({ number }) => `#${number}`) ?? [];
      if (!undone) notices.warn('That was taken back before.');
      else if (kept.length === 0) notices.tell('Import undone: all is as it was');
      else if (undone.changes.length === 0) notices.warn(`Not undone: ${workedIn(kept)}`);
      else notices.warn(`Undone, but for what stays: ${workedIn(kept)}`);
    } catch (error) {
      notices.warn(describeFailure(error, null));
    } finally {
      setBusy(null);
    }
  };

  const accept = async (): Promise<void> => {
    if (!pending) return;
    const { header, history, preview } = pending;
    setBusy('Importing');
    try {
      const progress = (done: number, total: number) => setBusy(`Importing: ${done} of ${total} cases`);
      const taken = await handOvers.take(history, header.desk, choicesOf(preview, chosen), by, progress);
      announce();
      cancel();
      if (taken) notices.tell(wordsOf(taken.plan), () => void undo(taken.id));
      else notices.tell('Nothing was new');
    } catch (error) {
      if (!(error instanceof ImportRefused)) return notices.warn(describeFailure(error, null));
      cancel();
      setRefusal({ file: 'the file', reason: error.message });
    } finally {
      setBusy(null);
    }
  };

  return {
    ...{ pending, refusal, chosen, busy, read, accept, cancel, undo },
    choose: (key, value) => setChosen((before) => ({ ...before, [key]: value })),
  };
}

/** Each contradiction with what was chosen, else with what is shown: so nothing stays undecided unseen. */
export function choicesOf({ cases, customers }: ImportPreview, chosen: Chosen): Choice[] {
  const choices: Choice[] = [];
  const chosenOf = (id: string, field: string, result: string | null): string | null => {
    const value = chosen[choiceKey(id, field)];
    return value === undefined ? result : value;
  };
  for (const { caseId, fields } of cases) {
    for (const { field, result, isContradiction } of fields) {
      if (!isContradiction || field === 'tags') continue;
      choices.push({ caseId, field, value: chosenOf(caseId, field, result) });
    }
  }
  for (const { customerId, fields } of customers) {
    const caseId = cases.find((one) => one.customerId === customerId)?.caseId;
    if (caseId === undefined) continue;
    for (const { field, result, isContradiction } of fields) {
      if (!isContradiction || field === 'tags') continue;
      choices.push({ caseId, customerId, field, value: chosenOf(customerId, field, result) });
    }
  }
  return choices;
}

function wordsOf({ from, cases }: ImportPlan): string {
  const added = cases.filter(({ isNew }) => isNew).length;
  return `Taken over from ${from.name}: ${added} new, ${cases.length - added} changed`;
}

function workedIn(numbers: readonly string[]): string {
  const [some, more] = [numbers.slice(0, 5).join(', '), numbers.length - 5];
  const named = more > 0 ? `${some} and ${more} more` : some;
  return `${named} ${numbers.length === 1 ? 'has' : 'have'} been worked in since`;
}
