import { useEffect, useState } from 'react';
import { panelShortcut } from './commands';

/** The panel's shortcut as the browser has it: null if none is set, undefined while it is being read. */
export function useShortcut(): string | null | undefined {
  const [shortcut, setShortcut] = useState<string | null | undefined>(undefined);
  useEffect(() => {
    const read = (): void => void panelShortcut().then(setShortcut);
    read();
    // The rep comes back from the browser's own page of shortcuts.
    window.addEventListener('focus', read);
    return () => window.removeEventListener('focus', read);
  }, []);
  return shortcut;
}
