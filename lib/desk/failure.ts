/** The names of an error and of what lies behind it; Dexie wraps the browser's errors. */
function namesOf(error: unknown): string[] {
  if (typeof error !== 'object' || error === null) return [];
  const { name, inner } = error as { name?: unknown; inner?: unknown };
  return [...(typeof name === 'string' ? [name] : []), ...(inner === error ? [] : namesOf(inner))];
}

/** An error whose message is for the rep, in plain words. */
export class ToldError extends Error {
  override name = 'ToldError';
}

/** Name of the error that the database is of a newer version. */
export const NEWER_DESK = 'NewerDeskError';

/** True if the database cannot be opened because a newer version of Hark has used it. */
export function isNewerDesk(error: unknown): boolean {
  return namesOf(error).includes(NEWER_DESK);
}

let listener: (error: unknown) => void = () => undefined;

/** Lets somebody hear of every failure that is told to the rep, for a diagnosis. */
export function hearFailures(hear: (error: unknown) => void): void {
  listener = hear;
}

/**
 * Why something could not be saved and what to do about it, in plain words.
 *
 * @param kept what the rep would lose and should copy, like "your note"; null if nothing was written by hand
 */
export function describeFailure(error: unknown, kept: string | null): string {
  if (error instanceof ToldError) return error.message;
  listener(error);
  const names = namesOf(error);
  const copy = kept ? `Copy ${kept}, ` : '';
  const then = (what: string): string => (copy ? copy + what : what.charAt(0).toUpperCase() + what.slice(1));
  if (names.includes(NEWER_DESK)) {
    const first = 'This desk was last used with a newer version of Hark. Nothing was changed.';
    return `${first} ${then('update Hark to go on.')}`;
  }
  if (names.includes('QuotaExceededError')) {
    return `Could not save: storage is full. ${then('free some disk space, then try again.')}`;
  }
  if (names.some((name) => ['DatabaseClosedError', 'InvalidStateError', 'OpenFailedError'].includes(name))) {
    return `Could not save: the browser has closed Hark’s storage. ${then('reload this panel, then try again.')}`;
  }
  return `Could not save: the browser refused to write. ${then('restart the browser, then try again.')}`;
}
