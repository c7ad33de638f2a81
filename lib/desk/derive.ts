import { type Case, type Customer, type Entry, isActive } from '../cases/case';
import { latestTweet } from '../cases/describe';
import { waitingSince } from '../cases/waiting';
import { keysOfTerm, termsOf } from './terms';

/**
 * What is kept beside the facts so that lists, counts and search never have to read a table whole. All of it follows
 * from a case, its customer and its entries, by the pure functions here.
 */

/** A case as it is stored. */
export interface CaseRecord extends Case {
  /** Beginning of the customer's latest tweet, for the row in a list. */
  lastWords: string;
  /** Keys of the lists it stands in; see {@link listPrefix}. */
  lists: string[];
}

/** The words of a case, for the search. */
export interface SearchRow {
  /** The case's number: keys of an index come sorted by it. */
  number: number;
  words: string[];
}

/** How many cases there are of a kind. Counting an index is slow in some browsers. */
export interface Counter {
  key: string;
  count: number;
}

/** Stands for "any topic" and "any route". */
export const ANY = '*';
/** One list of cases, in one of its orders. */
export type Order = 'latest' | 'waiting';

const FARTHEST = 999_999_999_999_999;
const LAST_WORDS = 140;

const digits = (value: number): string => String(Math.min(FARTHEST, Math.max(0, Math.trunc(value)))).padStart(15, '0');

/** The name of a rep's own list. */
export function listOfOwner(owner: string): string {
  // The sign that parts a key must not be in it.
  return `owner:${encodeURIComponent(owner)}`;
}

/** The lists a case is in, apart from topic and route. They overlap only in a rep's own, so they can be merged. */
export function listsOf({ status, owner }: Pick<Case, 'status' | 'owner'>): string[] {
  if (status === 'resolved' || status === 'closed') return ['done'];
  return owner ? [status, listOfOwner(owner)] : [status];
}

function narrowed(list: string, { topic, route }: Pick<Case, 'topic' | 'route'>): string[] {
  return [`${list}|${ANY}|${ANY}`, `${list}|${topic}|${ANY}`, `${list}|${ANY}|${route}`, `${list}|${topic}|${route}`];
}

/** Keys of the counters that count a case. */
export function counterKeys(known: Pick<Case, 'status' | 'owner' | 'topic' | 'route' | 'tags'>): string[] {
  return [...listsOf(known).flatMap((list) => narrowed(list, known)), ...known.tags.map((tag) => `tag|${tag}`)];
}

/** Counts a case in all counters that count it. */
export function addCounts(counts: Map<string, number>, known: Parameters<typeof counterKeys>[0]): void {
  for (const key of counterKeys(known)) counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** What all keys of a list in one order begin with. They are made to be read forwards, which browsers do fastest. */
export function listPrefix(list: string, topic: string, route: string, order: Order): string {
  return `${list}|${topic}|${route}|${order}|`;
}

/** Later times come first, as text too. */
const backwards = (time: number): string => digits(FARTHEST - time);

/** Where, in a list in the order of the latest, cases begin that were touched before a time. */
export function latestFrom(prefix: string, before: number): string {
  return prefix + backwards(before);
}

function listKeys(known: Case): string[] {
  const tie = digits(FARTHEST - known.number);
  const latest = `latest|${backwards(known.updatedAt)}${tie}`;
  // Who waits longest comes first; whoever does not wait comes after them, the latest first.
  const waiting =
    known.waitingSince === null
      ? `waiting|1${backwards(known.updatedAt)}${tie}`
      : `waiting|0${digits(known.waitingSince)}${tie}`;
  const orders = isActive(known.status) ? [latest, waiting] : [latest];
  return listsOf(known).flatMap((list) => narrowed(list, known).flatMap((key) => orders.map((end) => `${key}|${end}`)));
}

/**
 * Case numbers in one part of the search index. The newest part is searched first, and mostly it is enough: so a part
 * is small enough to read all cases that have a common word, or a word with one common letter, at once.
 */
export const PART = 500;
const partName = (part: number): string => String(part).padStart(6, '0');

/** The key of a word in a part of the search index. */
export function wordKey(part: number, word: string): string {
  return `${partName(part)} ${word}`;
}

/** Words that no text can hold; the search filters by them. */
export const marker = {
  status: (status: string) => `=status=${status};`,
  owner: (owner: string) => `=owner=${encodeURIComponent(owner)};`,
  topic: (topic: string) => `=topic=${topic};`,
  route: (route: string) => `=route=${route};`,
};

/** Where the words of a case come from. */
export type Place = 'number' | 'handle' | 'name' | 'account' | 'place' | 'about' | 'tag' | 'tweet' | 'reply' | 'note';

/** Every text of a case that is searched, with where it stands. Also says in which order results show them. */
export function textsOf(
  known: Pick<Case, 'number' | 'tags'>,
  customer: Customer | undefined,
  entries: readonly Entry[],
): { place: Place; text: string }[] {
  const texts: { place: Place; text: string }[] = [{ place: 'number', text: `#${known.number}` }];
  if (customer) {
    for (const handle of new Set([customer.handle, ...customer.handles])) {
      texts.push({ place: 'handle', text: `@${handle}` });
    }
    texts.push({ place: 'name', text: customer.name }, { place: 'account', text: customer.account });
    texts.push({ place: 'place', text: customer.place }, { place: 'about', text: customer.note });
  }
  for (const tag of known.tags) texts.push({ place: 'tag', text: tag });
  for (const entry of entries) {
    if (entry.kind === 'tweet' || entry.kind === 'reply' || entry.kind === 'note') {
      texts.push({ place: entry.kind, text: entry.text });
    }
  }
  return texts;
}

/** Everything that is kept beside a case. Pure: the same facts give the same rows. */
export function derive(
  known: Case,
  customer: Customer | undefined,
  entries: readonly Entry[],
): { record: CaseRecord; search: SearchRow } {
  const counted: Case = { ...known, waitingSince: waitingSince(known, entries) };
  const record: CaseRecord = {
    ...counted,
    lastWords: latestTweet(entries)?.text.slice(0, LAST_WORDS) ?? '',
    lists: listKeys(counted),
  };
  const words = new Set<string>();
  for (const { text } of textsOf(known, customer, entries)) {
    for (const { folded } of termsOf(text)) for (const key of keysOfTerm(folded)) words.add(key);
  }
  words.add(marker.topic(known.topic)).add(marker.route(known.route));
  words.add(marker.status(isActive(known.status) ? known.status : 'done'));
  if (known.owner && isActive(known.status)) words.add(marker.owner(known.owner));
  const part = Math.floor(known.number / PART);
  return { record, search: { number: known.number, words: [...words].sort().map((word) => wordKey(part, word)) } };
}
