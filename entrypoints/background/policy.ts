import { browser } from 'wxt/browser';
import { readManaged } from '../../lib/browser/managed';
import { db } from '../../lib/desk/local';
import { applyPolicy } from '../../lib/policy/keep';
import { announceState } from '../../lib/tabs';
import { alongside } from './queue';

/**
 * Keeps to what the team has set through the browser's policies, from the moment on in which the browser tells of it.
 *
 * @param changed is called after each change of the policy: alarms that were set by the old one are to be set anew
 * @returns when the policy that holds at this start of the worker has been taken over, or could not be
 */
export function watchPolicy(changed: () => void): Promise<void> {
  const takeOver = async (): Promise<void> => {
    if (!(await applyPolicy(db, await readManaged(), Date.now()))) return;
    changed();
    await announceState(db);
  };
  // Of this area only: a listener to all of them would start the worker with each thing that is noted of a tab.
  browser.storage.managed.onChanged?.addListener(() => alongside('The policy', takeOver()));
  // Firefox tells of no changes, and Chrome not of those that came while it was closed.
  const first = takeOver();
  alongside('The policy', first);
  return first.catch(() => {});
}
