import { showToast } from '../../lib/overlay/toast';
import { isConnected, OrphanedError, RefusedError } from './worker';

export const ORPHANED = 'Hark was updated. Reload this tab to go on.';

/** Says that something was not done, and why. */
export function sayTrouble(error: unknown, what: string): void {
  const text =
    error instanceof OrphanedError || !isConnected()
      ? ORPHANED
      : error instanceof RefusedError
        ? `${what} ${error.message}`
        : `${what} Nothing was changed. Try again; if it happens again, restart the browser.`;
  showToast({ text, trouble: true });
}
