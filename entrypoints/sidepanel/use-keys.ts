import { useEffect, useRef } from 'react';

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;
}

/**
 * Single keys for the whole page. None fires while something is typed or chosen, or with a modifier, which belongs to
 * the browser.
 *
 * @param actions what to do, by the key's name in lower case
 */
export function useKeys(enabled: boolean, actions: Record<string, () => void>): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    if (!enabled) return;
    const listener = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target)) return;
      const action = latest.current[event.key.toLowerCase()];
      if (!action) return;
      // Arrows scroll the page where there is no list to move in.
      if (event.key.startsWith('Arrow') && !document.querySelector('[data-row]')) return;
      if (event.key.startsWith('Arrow') && (event.target as HTMLElement).closest('[role="tablist"]')) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, [enabled]);
}

/** Moves the focus in the page's list by so many rows; starts with the first. */
export function moveInList(by: number): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.findIndex((row) => row.matches(':focus'));
  const next = at === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by));
  rows[next]?.focus();
}
