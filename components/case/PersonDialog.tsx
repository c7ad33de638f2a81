import { Dialog } from '@base-ui/react/dialog';
import { type ReactNode, useState } from 'react';
import { type Where, whereWords } from '../../lib/keeping/dossier';
import { bare } from '../../lib/text/handle';
import { Button } from '../Button';
import { Field } from '../Field';

interface PersonDialogProps {
  title: string;
  about: string;
  /** How much is kept of each kind; null while it is being looked for. */
  counts: Record<Where, number> | null;
  /** What is being done, or why it could not be. */
  state: string | null;
  children: ReactNode;
  onClose(): void;
}

function PersonDialog({ title, about, counts, state, children, onClose }: PersonDialogProps) {
  const kept = counts && (Object.keys(whereWords) as Where[]).filter((part) => counts[part] > 0);
  return (
    <Dialog.Root open onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-30 bg-[rgb(0_0_0/40%)]" />
        <Dialog.Popup className="fixed inset-x-3 top-6 z-40 mx-auto max-h-[calc(100vh-48px)] max-w-[440px] overflow-y-auto rounded-lg border border-line bg-background p-4 shadow-float">
          <Dialog.Title className="text-base font-bold break-words">{title}</Dialog.Title>
          <Dialog.Description className="mt-0.5 text-sm text-pretty text-secondary">{about}</Dialog.Description>
          {kept && (
            <ul aria-label="What is kept" className="mt-3 divide-y divide-line border-y border-line text-sm">
              {kept.map((part) => (
                <li key={part} data-kept={part} className="flex items-baseline gap-3 py-1">
                  <span className="min-w-0 flex-1">{whereWords[part]}</span>
                  <span className="shrink-0 tabular-nums">{counts[part]}</span>
                </li>
              ))}
            </ul>
          )}
          <p role="status" className="mt-2 text-sm text-secondary empty:hidden">
            {state}
          </p>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

interface ExportDialogProps {
  handle: string;
  counts: Record<Where, number> | null;
  state: string | null;
  onPage(): void;
  onJson(): void;
  onClose(): void;
}

/** Hands out everything that is kept of a customer. */
export function ExportDialog({ handle, counts, state, onPage, onJson, onClose }: ExportDialogProps) {
  return (
    <PersonDialog
      title={`Everything about @${handle}`}
      about="For a customer who asks what is kept about them. Other people’s words are not in it."
      {...{ counts, state, onClose }}
    >
      <div className="mt-4 flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Close</Button>
        <Button disabled={!counts} onClick={onJson}>
          Save as JSON
        </Button>
        <Button look="primary" disabled={!counts} onClick={onPage}>
          Save as page
        </Button>
      </div>
    </PersonDialog>
  );
}

interface EraseDialogProps {
  handle: string;
  counts: Record<Where, number> | null;
  state: string | null;
  busy: boolean;
  onErase(): void;
  onClose(): void;
}

/** Erases everything about a customer, once their handle has been typed: there is no undo. */
export function EraseDialog({ handle, counts, state, busy, onErase, onClose }: EraseDialogProps) {
  const [typed, setTyped] = useState('');
  const meant = bare(typed.trim()) === bare(handle);
  return (
    <PersonDialog
      title={`Erase everything about @${handle}?`}
      about="All of this goes for good and cannot be brought back. Where others wrote about them, the name is masked. Backups, copies from before updates and files that were saved still have it."
      {...{ counts, state, onClose }}
    >
      <form
        className="mt-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (meant && counts && !busy) onErase();
        }}
      >
        <Field
          label={`Type @${handle} to go on`}
          name="erase-handle"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <div className="mt-4 flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" disabled={!meant || !counts || busy}>
            Erase for good
          </Button>
        </div>
      </form>
    </PersonDialog>
  );
}
