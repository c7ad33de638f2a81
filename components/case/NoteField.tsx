import { Check } from 'lucide-react';
import { type RefObject, useId } from 'react';
import { SaveFailure } from './SaveFailure';

interface NoteFieldProps {
  ref?: RefObject<HTMLTextAreaElement | null>;
  text: string;
  /** False until the unfinished note is read: writing before would overwrite it. */
  ready: boolean;
  state: 'idle' | 'saving' | 'saved';
  /** Why the text could not be saved; null if it could. */
  failure: string | null;
  onWrite(text: string): void;
  onAdd(): void;
  onRetry(): void;
}

/** Where notes are typed, like a chat: Enter adds the note, and what is not added yet is kept. */
export function NoteField({ ref, text, ready, state, failure, onWrite, onAdd, onRetry }: NoteFieldProps) {
  const id = useId();
  const lines = Math.min(8, Math.max(1, text.split('\n').length));
  return (
    <div className="border-t border-line bg-background px-4 pt-2 pb-2.5">
      {failure && (
        <div className="mb-2">
          <SaveFailure failure={failure} onRetry={onRetry} />
        </div>
      )}
      <label htmlFor={id} className="sr-only">
        Note
      </label>
      <textarea
        ref={ref}
        id={id}
        rows={lines}
        value={text}
        readOnly={!ready}
        dir="auto"
        placeholder="Note for the team"
        aria-describedby={`${id}-help`}
        onChange={(event) => onWrite(event.target.value)}
        onKeyDown={(event) => {
          // While a word is being composed (Japanese, Chinese, Korean …) Enter chooses it.
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') event.currentTarget.blur();
          if (event.key !== 'Enter' || event.shiftKey) return;
          event.preventDefault();
          onAdd();
        }}
        className="field-sizing-content max-h-44 min-h-9 w-full resize-none rounded-md border border-line-strong bg-background px-3 py-[7px] text-base"
      />
      <div className="flex h-4.5 items-center justify-between gap-2 text-sm whitespace-nowrap text-secondary">
        <span id={`${id}-help`} className="min-w-0 truncate">
          Enter adds it, Shift+Enter starts a line
        </span>
        {text !== '' && state !== 'idle' && !failure && (
          <span className="inline-flex items-center gap-1" data-state={state}>
            {state === 'saved' && <Check size={13} aria-hidden />}
            {state === 'saved' ? 'Saved' : 'Saving'}
          </span>
        )}
      </div>
    </div>
  );
}
