/** An error and what lies behind it; Dexie wraps the browser's errors. */
function layersOf(error: unknown): object[] {
  if (typeof error !== 'object' || error === null) return [];
  const { inner } = error as { inner?: unknown };
  return [error, ...(inner === error ? [] : layersOf(inner))];
}

function namesOf(error: unknown): string[] {
  return layersOf(error).flatMap((layer) => ('name' in layer && typeof layer.name === 'string' ? [layer.name] : []));
}

/** An error whose message is for the rep, in plain words. */
export class ToldError extends Error {
  override name = 'ToldError';
}

/** What is said where something was to be written into a case that another window has taken back. */
export function caseIsGone(): ToldError {
  return new ToldError('Nothing was saved: the case is gone, it was taken back elsewhere.');
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
 * Why a database of this version could not be opened, where the browser's error does not tell: it could not be brought
 * to this version, or another window holds it in an older one.
 */
export type OpenTrouble = 'upgrade' | 'blocked';

const troubles = new WeakMap<object, OpenTrouble>();

/** Remembers what was being done when this error came; it is known again behind whatever wraps it. */
export function noteOpenTrouble(error: unknown, trouble: OpenTrouble): void {
  if (typeof error === 'object' && error !== null) troubles.set(error, trouble);
}

/** Why the database could not be opened, if that was it. */
export function openTrouble(error: unknown): OpenTrouble | null {
  for (const layer of layersOf(error)) {
    const trouble = troubles.get(layer);
    if (trouble) return trouble;
  }
  return null;
}

/** True if this version of Hark can do nothing with the database; marks on X work all the same. */
export function isOutOfReach(error: unknown): boolean {
  return isNewerDesk(error) || openTrouble(error) === 'upgrade';
}

/** What was tried: what is said first where it failed, what the browser did, and where it was tried. */
const tried = {
  save: { failed: 'Could not save', refused: 'the browser refused to write', place: 'panel' },
  read: { failed: 'Could not read the desk', refused: 'the browser refused to read it', place: 'page' },
} as const;

/**
 * Why something could not be saved, or read, and what to do about it, in plain words.
 *
 * @param kept what the rep would lose and should copy, like "your note"; null if nothing was written by hand
 */
export function describeFailure(error: unknown, kept: string | null, what: keyof typeof tried = 'save'): string {
  if (error instanceof ToldError) return error.message;
  listener(error);
  const names = namesOf(error);
  const { failed, refused, place } = tried[what];
  const copy = kept ? `Copy ${kept}, ` : '';
  const then = (what: string): string => (copy ? copy + what : what.charAt(0).toUpperCase() + what.slice(1));
  if (names.includes(NEWER_DESK)) {
    const first = 'This desk was last used with a newer version of Hark. Nothing was changed.';
    return `${first} ${then('update Hark to go on.')}`;
  }
  const trouble = openTrouble(error);
  if (trouble === 'upgrade') {
    const first = 'Hark could not bring its database to this version. Nothing was changed.';
    return `${first} ${then('load this page again; if it stays, update Hark. Your backups are in Downloads/Hark.')}`;
  }
  if (trouble === 'blocked') {
    const first = 'Another window of Hark holds its storage in an older version.';
    return `${first} ${then('close all other panels and pages of Hark, then load this one again.')}`;
  }
  if (names.includes('QuotaExceededError')) {
    return `${failed}: storage is full. ${then('free some disk space, then try again.')}`;
  }
  if (names.some((name) => ['DatabaseClosedError', 'InvalidStateError', 'OpenFailedError'].includes(name))) {
    return `${failed}: the browser has closed Hark’s storage. ${then(`reload this ${place}, then try again.`)}`;
  }
  return `${failed}: ${refused}. ${then('restart the browser, then try again.')}`;
}
