import { useLayoutEffect, useRef } from 'react';

/** Marks the button that unfolds a list: it may go with its own press, and would take the focus along. */
export const UNFOLDS = { 'data-unfolds': '' };

/** Gives the focus to a row, if it is where unfolding has left it; whoever has gone elsewhere is left there. */
export function focusNewRow(id: string): void {
  const { activeElement, body } = document;
  if (activeElement !== body && !activeElement?.matches('[data-unfolds]')) return;
  document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus();
}

/** For a list that unfolds: to be called as it does; then the first row that is new gets the focus. */
export function useFirstNew(ids: readonly string[]): () => void {
  const from = useRef<number | null>(null);
  useLayoutEffect(() => {
    const id = from.current === null ? undefined : ids[from.current];
    if (id === undefined) return;
    from.current = null;
    focusNewRow(id);
  });
  return () => {
    from.current = ids.length;
  };
}
