import { useLiveQuery } from 'dexie-react-hooks';
import { type RefObject, useEffect, useMemo, useState } from 'react';
import type { Notices } from '../../components/use-notice';
import type { Draft } from '../../lib/desk/database';
import { type DraftState, DraftWriter } from '../../lib/desk/draft-writer';
import { describeFailure } from '../../lib/desk/failure';
import { db, desk } from '../../lib/desk/local';

type Listener = (caseId: string, state: DraftState) => void;
let listener: Listener = () => {};

/** One for the page: a note that is left behind when the panel turns to another case is saved all the same. */
const writer = new DraftWriter(
  (caseId, text) => desk.saveDraft(caseId, text),
  (caseId, state) => listener(caseId, state),
);

/**
 * Tells other panels of a text that a closing page has written: such a write goes past Dexie, whose live queries then
 * hear nothing of it.
 */
const lastWords = new BroadcastChannel('hark-drafts');
/** How long that write takes to be there for others, in milliseconds; the second look is for a slow disk. */
const LOOK_AFTER = [100, 1_000];

/** What was typed last, by case. */
const typed = new Map<string, string>();

/**
 * Writes a text so that it outlives this page even if that closes in the same turn. Firefox drops whatever a closing
 * page has not committed, and a transaction commits by itself only some turns after its last write.
 */
function commitAtOnce(caseId: string, text: string): void {
  try {
    const transaction = db.backendDB().transaction(db.drafts.name, 'readwrite');
    const drafts = transaction.objectStore(db.drafts.name);
    if (text === '') drafts.delete(caseId);
    else drafts.put({ caseId, text, updatedAt: Date.now() } satisfies Draft);
    transaction.commit();
    lastWords.postMessage(caseId);
  } catch {
    // The database is closed; the writer's own attempt says so if the page stays.
  }
}

for (const leaving of ['pagehide', 'visibilitychange', 'blur']) {
  window.addEventListener(leaving, () => {
    for (const [caseId, text] of typed) if (writer.isWriting(caseId)) commitAtOnce(caseId, text);
    writer.flush();
  });
}

/** The unfinished note of a case. */
export interface Note {
  text: string;
  ready: boolean;
  state: 'idle' | 'saving' | 'saved';
  failure: string | null;
  write(text: string): void;
  add(): void;
  retry(): void;
}

/**
 * The unfinished note of a case, saved with every keystroke. One instance serves one case: give it a key.
 *
 * @param by how the rep signs
 * @param field where it is typed
 */
export function useNote(
  caseId: string,
  by: string | null,
  field: RefObject<HTMLTextAreaElement | null>,
  notices: Notices,
): Note {
  const [text, setText] = useState('');
  const [ready, setReady] = useState(false);
  const [state, setState] = useState<Note['state']>('idle');
  const [unsaved, setUnsaved] = useState<unknown>(() => writer.unsaved(caseId)?.error ?? null);
  /** Why the note could not be moved into the history. */
  const [refused, setRefused] = useState<unknown>(null);
  const { tell, warn } = notices;

  useEffect(() => {
    listener = (written, next) => {
      if (written !== caseId) return;
      // While it is tried again, what the rep knows stays true.
      if (next.kind !== 'saving') setUnsaved(next.kind === 'failed' ? next.error : null);
      if (next.kind !== 'failed') setState(next.kind);
    };
    return () => {
      listener = () => {};
    };
  }, [caseId]);

  // Also follows what another panel writes, or what an undo puts back, but never under the rep's fingers.
  const [heard, setHeard] = useState(0);
  useEffect(() => {
    const listen = ({ data }: MessageEvent<string>): void => {
      if (data !== caseId) return;
      for (const wait of LOOK_AFTER) setTimeout(() => setHeard((times) => times + 1), wait);
    };
    lastWords.addEventListener('message', listen);
    return () => lastWords.removeEventListener('message', listen);
  }, [caseId]);
  const stored = useLiveQuery(async () => ({ text: await desk.draft(caseId) }), [caseId, heard]);
  useEffect(() => {
    if (!stored) return;
    setReady(true);
    const typing = document.activeElement === field.current && document.hasFocus();
    if (!writer.isWriting(caseId) && !typing) setText(writer.unsaved(caseId)?.text ?? stored.text);
  }, [stored, caseId, field]);

  const write = (next: string): void => {
    setText(next);
    setRefused(null);
    typed.set(caseId, next);
    writer.write(caseId, next);
  };

  const withdraw = async (entryId: string): Promise<void> => {
    try {
      await writer.after(() => desk.withdrawNote(entryId));
      setText(await desk.draft(caseId));
      field.current?.focus();
    } catch (error) {
      warn(describeFailure(error, null));
    }
  };

  const add = async (): Promise<void> => {
    const body = text;
    if (body.trim() === '') return;
    setText('');
    setState('idle');
    setRefused(null);
    try {
      const entryId = await writer.after(async () => {
        const added = await desk.addNote(caseId, body, by);
        // It is in the history now, and must not come back into the field.
        writer.forget(caseId);
        return added;
      });
      if (entryId) tell('Note added', () => void withdraw(entryId));
    } catch (error) {
      // What was typed meanwhile stays, after it.
      setText((since) => (since ? `${body}\n${since}` : body));
      setRefused(error);
    }
  };

  // Adding it was tried last: whatever is typed after that takes it back.
  const failed = refused ?? unsaved;
  // Once for each failure, not each time it is shown: who describes it notes it for a diagnosis.
  const failure = useMemo(() => (failed === null ? null : describeFailure(failed, 'your note')), [failed]);
  return {
    text,
    ready,
    state,
    failure,
    write,
    add: () => void add(),
    retry: () => (refused === null ? writer.write(caseId, text) : void add()),
  };
}
