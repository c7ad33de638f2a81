/**
 * Rows of a big, invented desk, the same in each run: plain objects as the database stores them, with everything that
 * follows from them. A benchmark adds them in chunks inside a page of the extension.
 *
 * @example
 * for (const chunk of deskRows({ cases: 100_000 })) {
 *   for (const [table, rows] of Object.entries(chunk)) await bulkPut(table, rows);
 * }
 */
import {
  type Case,
  type CaseStatus,
  type Customer,
  type Entry,
  priorities,
  routes,
  topics,
} from '../../lib/cases/case';
import type { Setting } from '../../lib/desk/database';
import { addCounts, type CaseRecord, type Counter, derive, type SearchRow } from '../../lib/desk/derive';
import { seeded } from '../../lib/time/seeded';

/** What to make. */
export interface DeskSize {
  /** Number of cases; customers are about half as many. */
  cases?: number;
  /** Another seed gives another desk. */
  seed?: number;
  /** Cases in a chunk, about. */
  chunk?: number;
  /** When the latest case was opened, in milliseconds since 1970. */
  now?: number;
}

/** Rows of some customers with all that is theirs, by table. The last chunk has only the counters and settings. */
export interface DeskChunk {
  customers: Customer[];
  cases: CaseRecord[];
  entries: Entry[];
  search: SearchRow[];
  counters: Counter[];
  settings: Setting[];
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Different words in use; how often each comes falls off as in speech (after Zipf). */
const VOCABULARY = 12_000;
const SYLLABLES = ['ba', 'cor', 'da', 'el', 'fin', 'gra', 'ho', 'in', 'ka', 'lu', 'mo', 'ner', 'pi', 'ro', 'sta', 'ti'];
const OWNERS = ['JD', 'MO', 'KT', 'AS', 'LR', 'PW'];
const TAGS = ['vip', 'storm', 'callback', 'engineer sent', 'refund', 'press', 'second time', 'landlord'];
/** Days that the desk goes back. */
const HISTORY = 3 * 365;

/** The word at a place in the order of frequency; the first ones are the shortest, as in speech. */
export function wordAt(rank: number): string {
  let rest = rank + SYLLABLES.length;
  let word = '';
  while (rest > 0) {
    word += SYLLABLES[rest % SYLLABLES.length];
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return word;
}

/** Chance that is the same in each run. */
export class Dice {
  /** From 0 to below 1. */
  readonly roll: () => number;
  constructor(seed: number) {
    this.roll = seeded(seed);
  }
  between(least: number, most: number): number {
    return least + Math.floor(this.roll() * (most - least + 1));
  }
  pick<T>(from: readonly T[]): T {
    return from[this.between(0, from.length - 1)] as T;
  }
  word(): string {
    return wordAt(Math.floor(VOCABULARY ** this.roll()) - 1);
  }
  text(least: number, most: number): string {
    return Array.from({ length: this.between(least, most) }, () => this.word()).join(' ');
  }
}

/** Makes the rows of a desk, chunk by chunk: 2 % of the cases active, 1 to 4 a customer, 3 to 12 entries a case. */
export function* deskRows(size: DeskSize = {}): Generator<DeskChunk> {
  const { cases: total = 100_000, seed = 1, chunk: chunkSize = 1_000, now = Date.UTC(2026, 4, 4, 12) } = size;
  const dice = new Dice(seed);
  const counts = new Map<string, number>();
  let made = 0;
  let chunk = emptyChunk();
  for (let person = 0; made < total; person++) {
    const customer = makeCustomer(dice, person, now);
    chunk.customers.push(customer);
    // Mostly one case, seldom four: two and a bit in the middle.
    const own = Math.min(total - made, 1 + Math.floor(4 * dice.roll() ** 1.6));
    for (let index = 0; index < own; index++) {
      made++;
      const { known, entries } = makeCase(dice, customer, made, total, now);
      const { record, search } = derive(known, customer, entries);
      chunk.cases.push(record);
      chunk.entries.push(...entries);
      chunk.search.push(search);
      addCounts(counts, record);
    }
    if (chunk.cases.length >= chunkSize) {
      yield chunk;
      chunk = emptyChunk();
    }
  }
  if (chunk.cases.length > 0) yield chunk;
  yield {
    ...emptyChunk(),
    counters: [...counts].map(([key, count]) => ({ key, count })),
    settings: [{ key: 'nextCaseNumber', value: total + 1 }],
  };
}

function emptyChunk(): DeskChunk {
  return { customers: [], cases: [], entries: [], search: [], counters: [], settings: [] };
}

function makeCustomer(dice: Dice, person: number, now: number): Customer {
  const [first, last] = [dice.word(), dice.word()];
  // The number keeps handles apart; fifteen characters are X's limit.
  const handle = `${first.slice(0, 7)}_${person.toString(36)}`;
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  return {
    id: `customer-${person}`,
    handles: [handle],
    handle,
    name: `${capital(first)} ${capital(last)}`,
    account: dice.roll() < 0.4 ? `A-${dice.between(10_000, 999_999)}` : '',
    place: dice.roll() < 0.3 ? `${capital(dice.word())} node ${dice.between(1, 90)}` : '',
    note: dice.roll() < 0.1 ? dice.text(3, 12) : '',
    namedByRep: false,
    createdAt: now - HISTORY * DAY,
    joined: [],
  };
}

/** Half of the latest cases are active, and hardly any older one. */
function statusOf(dice: Dice, age: number): CaseStatus {
  const share = dice.roll();
  if (age < 0.038) {
    if (share < 0.35) return 'open';
    if (share < 0.5) return 'pending';
  } else if (share < 0.001) return 'pending';
  return share < 0.6 ? 'resolved' : 'closed';
}

function makeCase(
  dice: Dice,
  customer: Customer,
  number: number,
  total: number,
  now: number,
): { known: Case; entries: Entry[] } {
  const id = `case-${number}`;
  const status = statusOf(dice, (total - number) / total);
  const openedAt = now - Math.floor(((total - number) / total) * HISTORY * DAY) - dice.between(0, 30) * MINUTE;
  const owner = dice.roll() < 0.9 ? dice.pick(OWNERS) : null;
  const entries: Entry[] = [];
  let at = openedAt - dice.between(1, 40) * MINUTE;
  const length = dice.between(3, 12);
  for (let index = 0; index < length; index++) {
    const common = { id: `${id}-${index}`, caseId: id, at };
    const tweetId = String(10 ** 17 + number * 20 + index);
    const permalink = `https://x.com/${customer.handle}/status/${tweetId}`;
    const share = dice.roll();
    if (index === 0 || share < 0.35) {
      const { handle, name } = customer;
      const text = dice.text(5, 28);
      entries.push({ ...common, tweetId, kind: 'tweet', handle, name, text, permalink, lang: 'en' });
    } else if (index === 1) {
      entries.push({ ...common, tweetId: null, kind: 'change', change: { what: 'opened' }, by: owner });
    } else if (share < 0.65) {
      const initials = owner ?? 'JD';
      const text = `${dice.text(6, 24)} ^${initials}`;
      entries.push({ ...common, tweetId, kind: 'reply', handle: 'Lantern', initials, text, permalink });
    } else if (share < 0.85) {
      entries.push({ ...common, tweetId: null, kind: 'note', text: dice.text(4, 18), by: owner });
    } else {
      const change = { what: 'topic', from: 'other', to: dice.pick(topics) } as const;
      entries.push({ ...common, tweetId: null, kind: 'change', change, by: owner });
    }
    at += dice.between(1, 180) * MINUTE;
  }
  const updatedAt = Math.min(now, at);
  const known: Case = {
    id,
    number,
    customerId: customer.id,
    openedFor: customer.handles[0] ?? '',
    status,
    topic: dice.pick(topics),
    priority: dice.roll() < 0.8 ? 'normal' : dice.pick(priorities),
    route: dice.roll() < 0.8 ? 'support' : dice.pick(routes),
    owner,
    tags: dice.roll() < 0.2 ? [dice.pick(TAGS)] : [],
    openedAs: 'Lantern',
    openedAt,
    updatedAt,
    resolvedAt: status === 'resolved' ? updatedAt : null,
    waitingSince: null,
  };
  return { known, entries };
}
