import { useId, useRef } from 'react';
import type { FormProblem } from '../../lib/watchlist/form';
import type { Watchlist } from '../../lib/watchlist/watchlist';
import { listLabels } from './list-labels';

interface ListEditorProps {
  list: keyof Watchlist;
  /** One item a line. */
  text: string;
  problems: readonly FormProblem[];
  locked?: boolean;
  onWrite(text: string): void;
}

/** Edits one list, one item a line: whole lists can be pasted, and every key works as in any text. */
export function ListEditor({ list, text, problems, locked = false, onWrite }: ListEditorProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const { name, hint, example } = listLabels[list];
  const lines = text.split('\n');
  const count = lines.filter((line) => line.trim() !== '').length;

  const goTo = (line: number): void => {
    const start = lines.slice(0, line).reduce((sum, before) => sum + before.length + 1, 0);
    field.current?.focus();
    field.current?.setSelectionRange(start, start + (lines[line]?.length ?? 0));
  };

  return (
    <div>
      <div className="flex items-baseline justify-between gap-2">
        <label htmlFor={id} className="text-base font-bold">
          {name}
        </label>
        {count > 0 && <span className="text-sm text-secondary tabular-nums">{count}</span>}
      </div>
      <p id={`${id}-hint`} className="text-sm text-pretty text-secondary">
        {hint}
      </p>
      <textarea
        ref={field}
        id={id}
        name={list}
        value={text}
        rows={Math.min(9, Math.max(3, lines.length))}
        dir="auto"
        spellCheck={false}
        autoComplete="off"
        placeholder={locked ? 'Nothing' : `Such as ${example}`}
        disabled={locked}
        aria-invalid={problems.length > 0 ? true : undefined}
        aria-describedby={`${id}-hint${problems.length > 0 ? ` ${id}-problems` : ''}`}
        onChange={(event) => onWrite(event.target.value)}
        className="mt-1.5 block w-full resize-y rounded-md border border-line-strong bg-background px-3 py-2 text-base aria-invalid:border-complaint disabled:bg-raised disabled:text-secondary"
      />
      {problems.length > 0 && (
        <ul id={`${id}-problems`} className="mt-1 text-sm text-complaint">
          {problems.map((problem) => (
            <li key={`${problem.line}:${problem.message}`}>
              {problem.line === null ? (
                problem.message
              ) : (
                <button
                  type="button"
                  className="text-left hover:underline"
                  onClick={() => problem.line !== null && goTo(problem.line)}
                >
                  Line {problem.line + 1}, “{lines[problem.line]?.trim()}”: {problem.message}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
