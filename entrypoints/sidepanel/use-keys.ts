import { useEffect, useMemo, useRef } from 'react';
import { actionsByKey, type KeyAction, type PanelKeys } from '../../lib/panel/keys';

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;
}

/** What each key of the panel does. Opening a row is pressing it, which needs nobody's help. */
export type KeyActions = Record<Exclude<KeyAction, 'openRow'>, () => void>;

/**
 * The keys of the panel. None fires while something is typed or chosen, while a menu or dialog is open, or with a
 * modifier, which belongs to the browser.
 */
export function useKeys(keys: PanelKeys, actions: KeyActions): void {
  const latest = useRef(actions);
  latest.current = actions;
  const byKey = useMemo(() => actionsByKey(keys), [keys]);
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || document.querySelector('[role="menu"][data-open], [role="dialog"][data-open]'))
        return;
      const wanted = byKey.get(event.key.toLowerCase());
      if (!wanted) return;
      if (wanted.includes('openRow')) {
        const row = document.activeElement;
        if (!(row instanceof HTMLElement) || !row.matches('[data-row]')) return;
        event.preventDefault();
        row.click();
        return;
      }
      // Arrows scroll the page where there is no list to move in.
      if (event.key.startsWith('Arrow') && !document.querySelector('[data-row]')) return;
      if (event.key.startsWith('Arrow') && (event.target as HTMLElement).closest('[role="tablist"]')) return;
      event.preventDefault();
      for (const action of wanted) if (action !== 'openRow') latest.current[action]();
    };
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, [byKey]);
}

/** Moves the focus in the page's list by so many rows; starts with the first. */
export function moveInList(by: number): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.findIndex((row) => row.matches(':focus'));
  const next = at === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by));
  rows[next]?.focus();
}
