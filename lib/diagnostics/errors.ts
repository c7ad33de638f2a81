import { pageMessages, panelMessages } from '../protocol';
import { z } from '../schema';

/*
 * The last errors, for a diagnosis. Of an error only words of our own are kept: its message may hold anything, such as
 * the words of a customer, and is never looked at.
 */

/** So many errors are kept; those that repeat themselves are counted. */
export const MOST_ERRORS = 50;

/** Parts of Hark in which errors are heard. */
const parts = [
  'worker',
  'panel',
  'settings',
  'welcome',
  'hand-over',
  'diagnostics',
  'restore',
  'backup-maker',
  'reports',
  'The list',
  'The cases',
  'The radar',
  'The policy',
  'Purging',
  'Backup',
  'Counting',
  'Follow-ups',
] as const;
export type ErrorPart = (typeof parts)[number];

/** Where an error was heard: a part of Hark, a message that failed, or one to which no answer came. */
export type ErrorPlace = ErrorPart | `message ${string}` | `no answer to ${string}`;

const messages = [...Object.keys(pageMessages), ...Object.keys(panelMessages)];
const places: ReadonlySet<string> = new Set([
  ...parts,
  ...messages.flatMap((name) => [`message ${name}`, `no answer to ${name}`]),
]);

/** Names of errors: those of the language, the browser, the database, and our own. */
const names: ReadonlySet<string> = new Set([
  ...['Error', 'TypeError', 'RangeError', 'ReferenceError', 'SyntaxError', 'URIError', 'AggregateError'],
  ...['AbortError', 'ConstraintError', 'DataCloneError', 'DataError', 'EncodingError', 'InvalidAccessError'],
  ...['InvalidStateError', 'NetworkError', 'NotAllowedError', 'NotFoundError', 'NotReadableError', 'NotSupportedError'],
  ...['OperationError', 'QuotaExceededError', 'ReadOnlyError', 'SecurityError', 'TimeoutError', 'UnknownError'],
  ...['TransactionInactiveError', 'VersionError', 'BulkError', 'DatabaseClosedError', 'MissingAPIError'],
  ...['ModifyError', 'NoSuchDatabaseError', 'OpenFailedError', 'PrematureCommitError', 'SchemaError', 'UpgradeError'],
  ...['ForeignAwaitError', 'InvalidTableError', 'InternalError', 'TransactionError', 'SubTransactionError'],
  ...['NewerDeskError', 'OrphanedError', 'RefusedBackup', 'RefusedError', 'RefusedMessage', 'ToldError'],
  ...['Unanswered', 'ZodError', '$ZodError'],
]);
const OTHER = 'other';
/** A place in a file of our own: `background.js:12:3456`. */
const SPOT = /^[\w-]{1,60}\.js:\d{1,7}:\d{1,7}$/;

const noteSchema = z.strictObject({
  /** When it happened last, in milliseconds since 1970. */
  at: z.number(),
  place: z.string().refine((place) => places.has(place)),
  name: z.string().refine((name) => name === OTHER || names.has(name)),
  /** File, line and column of our own code; null where that is not known. */
  spot: z.string().regex(SPOT).nullable(),
  times: z.int().positive(),
});
/** An error as it is kept. */
export type ErrorNote = z.infer<typeof noteSchema>;

/** What of an error may be kept; {@link addError} adds when, and how often. */
export type ErrorFacts = Pick<ErrorNote, 'place' | 'name' | 'spot'>;

/** Takes from an error what may be kept. */
export function factsOf(place: ErrorPlace, error: unknown, ownAddress: string): ErrorFacts {
  const { name, stack, message } = (typeof error === 'object' && error !== null ? error : {}) as Partial<Error>;
  return {
    place: places.has(place) ? place : 'worker',
    name: typeof name === 'string' && names.has(name) ? name : OTHER,
    spot: typeof stack === 'string' ? spotIn(stack, typeof message === 'string' ? message : '', ownAddress) : null,
  };
}

/** The first place in our own files that a stack names. The message, which some browsers put before it, is cut off. */
function spotIn(stack: string, message: string, ownAddress: string): string | null {
  const at = message === '' ? -1 : stack.indexOf(message);
  const calls = at < 0 ? stack : stack.slice(at + message.length);
  for (const line of calls.split('\n')) {
    const [, address = ''] = /(?:^\s*at (?:.*\()?|@)([a-z-]+:\/\/[^\s()]+)\)?$/.exec(line) ?? [];
    if (!address.startsWith(ownAddress)) continue;
    const spot = address.slice(address.lastIndexOf('/') + 1);
    if (SPOT.test(spot)) return spot;
  }
  return null;
}

/** The errors with one more; the same one again is counted, and the oldest ones go. */
export function addError(notes: readonly ErrorNote[], facts: ErrorFacts, at: number): ErrorNote[] {
  const isSame = (note: ErrorNote): boolean =>
    note.place === facts.place && note.name === facts.name && note.spot === facts.spot;
  const times = (notes.find(isSame)?.times ?? 0) + 1;
  return [...notes.filter((note) => !isSame(note)), { ...facts, at, times }].slice(-MOST_ERRORS);
}

/** Errors as they were stored; what is not of our own words is passed over. */
export function readErrors(stored: unknown): ErrorNote[] {
  if (!Array.isArray(stored)) return [];
  return stored.slice(-MOST_ERRORS).flatMap((one): ErrorNote[] => {
    const checked = noteSchema.safeParse(one);
    return checked.success ? [checked.data] : [];
  });
}
