import { browser } from 'wxt/browser';
import { hearFailures } from '../desk/failure';
import {
  addError,
  type ErrorFacts,
  type ErrorNote,
  type ErrorPart,
  type ErrorPlace,
  factsOf,
  readErrors,
} from '../diagnostics/errors';

/*
 * Where the last errors are kept: beside the database, since it is often the database that fails.
 */

const ERRORS = 'errors';
/** So many wait to be written at most: whatever fails in a loop must not take the browser with it. */
const MOST_WAITING = 20;

let waiting = 0;
let turn: Promise<void> = Promise.resolve();

/** Worker and pages write the same list: one after the other, where the browser lets them agree on it. */
async function inTurn(write: () => Promise<void>): Promise<void> {
  const locks = (globalThis.navigator as Navigator | undefined)?.locks;
  if (locks) await locks.request('hark-errors', write);
  else await write();
}

/** The last errors, oldest first. */
export async function readLastErrors(): Promise<ErrorNote[]> {
  return readErrors((await browser.storage.local.get(ERRORS))[ERRORS]);
}

/** Notes an error for a diagnosis, without its message. Never fails. */
export function noteError(place: ErrorPlace, error: unknown): void {
  note(() => factsOf(place, error, browser.runtime.getURL('/')));
}

/** Notes an error of a page that has no storage. Never fails. */
export function noteFacts(facts: ErrorFacts): void {
  note(() => facts);
}

function note(factsOfIt: () => ErrorFacts): void {
  if (waiting >= MOST_WAITING) return;
  waiting++;
  turn = turn
    .then(() =>
      inTurn(async () => {
        await browser.storage.local.set({ [ERRORS]: addError(await readLastErrors(), factsOfIt(), Date.now()) });
      }),
    )
    .catch(() => undefined)
    .finally(() => {
      waiting--;
    });
}

/** Hears of every error in this document or worker that nobody has caught. */
export function hearErrors(part: ErrorPart): void {
  self.addEventListener('error', ({ error }) => {
    // Without an error it is a notice of the browser, or not from our files.
    if (error) noteError(part, error);
  });
  self.addEventListener('unhandledrejection', ({ reason }) => noteError(part, reason));
}

/** Hears of every error in this page, those too that were told to the rep. */
export function hearPageErrors(part: ErrorPart): void {
  hearErrors(part);
  hearFailures((error) => noteError(part, error));
}
