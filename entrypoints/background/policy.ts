import { browser } from 'wxt/browser';
import { readManaged } from '../../lib/browser/managed';
import { db } from '../../lib/desk/local';
import { applyPolicy } from '../../lib/policy/keep';
import { announceState } from '../../lib/tabs';
import { alongside } from './queue';

async function takeOver(): Promise<void> {
  if (await applyPolicy(db, await readManaged(), Date.now())) await announceState(db);
}

/** Keeps to what the team has set through the browser's policies, from the moment on in which the browser tells of it. */
export function watchPolicy(): void {
  // Of this area only: a listener to all of them would start the worker with each thing that is noted of a tab.
  browser.storage.managed.onChanged?.addListener(() => alongside('The policy', takeOver()));
  // Firefox tells of no changes, and Chrome not of those that came while it was closed.
  alongside('The policy', takeOver());
}
