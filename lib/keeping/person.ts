import type { Case, Customer, Entry } from '../cases/case';

/** By what a person is known, wherever something of them is kept. */
export interface Person {
  /** Their own, and those of customers who were joined with them. */
  customerIds: ReadonlySet<string>;
  /** Their cases, also under the ids that these have on other desks. */
  caseIds: ReadonlySet<string>;
  /** Lower case. */
  handles: ReadonlySet<string>;
  /** Tweets that they wrote. */
  tweetIds: ReadonlySet<string>;
  /** Names and account references that can be told from everyday words. */
  words: readonly string[];
}

/** Stands where a text named somebody who was erased. */
export const ERASED = '[erased]';

/** A customer and all who were ever joined with them. */
export function allOf(customer: Customer): Customer[] {
  return [customer, ...customer.joined.flatMap((join) => allOf(join.customer))];
}

/** All handles of a customer and of whoever was joined with them, in lower case. */
export function handlesOf(customer: Customer): Set<string> {
  return new Set(allOf(customer).flatMap(({ handle, handles }) => [handle.toLowerCase(), ...handles]));
}

/** Everything by which a customer is known, told by what is theirs. */
export function personOf(customer: Customer, cases: readonly Case[], entries: readonly Entry[]): Person {
  const everybody = allOf(customer);
  const written = entries.flatMap((entry) => (entry.kind === 'tweet' ? [entry] : []));
  const names = [...everybody.flatMap((one) => valuesOf(one, 'name')), ...written.map(({ name }) => name)];
  const accounts = everybody.flatMap((one) => valuesOf(one, 'account'));
  return {
    customerIds: new Set(everybody.map(({ id }) => id)),
    caseIds: new Set(cases.flatMap(({ id, origins = [] }) => [id, ...origins.map((origin) => origin.id)])),
    handles: handlesOf(customer),
    tweetIds: new Set(written.flatMap(({ tweetId }) => tweetId ?? [])),
    words: [...new Set([...names.filter(isFullName), ...accounts.filter(isReference)].map((word) => word.trim()))],
  };
}

function valuesOf(customer: Customer, detail: 'name' | 'account'): string[] {
  return [customer[detail], ...(customer.versions?.[detail] ?? []).map(({ value }) => value)];
}

/** A first name alone may be anybody's. */
const isFullName = (name: string): boolean => /\S{2,}\s+\S{2,}/u.test(name.trim());
const isReference = (account: string): boolean => account.trim().length >= 4 && /\d/.test(account);
/** A handle that is no word of any language. */
const isTelling = (handle: string): boolean => handle.length >= 4 && /[\d_]/.test(handle);

/** Knows a person again in anything that was written, and can take them out of it. */
export interface Eraser {
  /** True if a text names them. */
  names(text: string): boolean;
  /** A value with {@link ERASED} wherever a text in it named them; the very same one if none did. */
  clean<Value>(value: Value): Value;
  /** True if an entry is their own words, or a link to them. */
  isTheirs(entry: Entry): boolean;
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
/** Ids must stay what they are. */
const KEPT_KEYS: ReadonlySet<string> = new Set([
  'id',
  'caseId',
  'customerId',
  'tweetId',
  'openedIn',
  'kind',
  'incidentId',
]);
const AUTHOR = /^https:\/\/x\.com\/(\w{1,20})\/status\//;

/** Makes what finds a person by handle, links, full name and account reference. */
export function makeEraser({ handles, tweetIds, words }: Pick<Person, 'handles' | 'tweetIds' | 'words'>): Eraser {
  const anyOf = (all: Iterable<string>): string => [...all].map(escaped).join('|');
  const [named, telling, ids] = [anyOf(handles), anyOf([...handles].filter(isTelling)), anyOf(tweetIds)];
  const patterns = [
    named && `(?:https?:\\/\\/)?(?:www\\.|mobile\\.)?(?:x|twitter)\\.com\\/(?:${named})(?!\\w)(?:\\/\\S*)?`,
    ids && `\\S*\\/status\\/(?:${ids})(?!\\d)\\S*`,
    named && `[@＠](?:${named})(?!\\w)`,
    telling && `(?<![\\p{L}\\p{N}_])(?:${telling})(?![\\p{L}\\p{N}_])`,
    ...words.map((word) => `(?<![\\p{L}\\p{N}])${escaped(word).replace(/\s+/g, '\\s+')}(?![\\p{L}\\p{N}])`),
  ].filter((pattern) => pattern !== '');
  const source = patterns.join('|');
  const first = source === '' ? null : new RegExp(source, 'iu');
  const every = source === '' ? null : new RegExp(source, 'giu');
  const names = (text: string): boolean => first?.test(text) ?? false;

  const clean = <Value>(value: Value): Value => {
    if (typeof value === 'string') return (every ? value.replace(every, ERASED) : value) as Value;
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) {
      const cleaned = value.map((part: unknown) => clean(part));
      return cleaned.some((part, index) => part !== value[index]) ? (cleaned as Value) : value;
    }
    let changed = false;
    const cleaned = Object.entries(value).map(([key, part]): [string, unknown] => {
      const next: unknown = KEPT_KEYS.has(key) ? part : clean(part);
      if (next !== part) changed = true;
      return [key, next];
    });
    return changed ? (Object.fromEntries(cleaned) as Value) : value;
  };

  const isTheirs = (entry: Entry): boolean => {
    if (entry.kind === 'tweet') return handles.has(entry.handle.toLowerCase());
    if (entry.kind !== 'bystander') return false;
    const author = AUTHOR.exec(entry.permalink)?.[1]?.toLowerCase();
    return (author !== undefined && handles.has(author)) || (entry.tweetId !== null && tweetIds.has(entry.tweetId));
  };
  return { names, clean, isTheirs };
}
