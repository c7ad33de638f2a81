import type { Customer, Entry } from '../cases/case';
import type { DeskDatabase } from './database';
import { type CaseRecord, PART, type Place, textsOf, wordKey } from './derive';
import { entriesOf } from './entries';
import { type ListFilter, markersOf } from './lists';
import { findTerms, type Hit, soughtTerms } from './terms';

/** A piece of a text that was found, in parts that are among the sought words or not. */
export interface Excerpt {
  place: Place;
  parts: { text: string; found: boolean }[];
}

/** A case that was found, and where. */
export interface Finding {
  case: CaseRecord;
  customer: Customer | null;
  excerpts: Excerpt[];
}

/** One page of findings, newest case first. */
export interface Findings {
  found: Finding[];
  /** Number to go on below; null at the end. */
  next: number | null;
}

/** How many parts of the index are read at once, as the search goes back in time. */
const AT_ONCE = [1, 3, 12, 48];

/**
 * Numbers of the cases that have every word, newest first. The index is read part by part from the newest, and stops
 * when the page is full; of the sought words the longest, which is mostly the rarest, decides whether the others are
 * looked for at all.
 */
async function findNumbers(
  db: DeskDatabase,
  words: readonly { word: string; whole: boolean }[],
  below: number,
  limit: number,
): Promise<number[]> {
  const sorted = [...words].sort((one, other) => other.word.length - one.word.length);
  const read = async (part: number, { word, whole }: { word: string; whole: boolean }): Promise<Set<number>> => {
    const key = wordKey(part, word);
    const range = whole ? db.search.where('words').equals(key) : db.search.where('words').startsWith(key);
    return new Set((await range.primaryKeys()).filter((number) => number < below));
  };
  const readPart = async (part: number): Promise<number[]> => {
    let numbers: number[] | null = null;
    for (const word of sorted) {
      const having = await read(part, word);
      numbers = numbers ? numbers.filter((number) => having.has(number)) : [...having];
      if (numbers.length === 0) return [];
    }
    return (numbers ?? []).sort((one, other) => other - one);
  };

  const newest = await db.search.orderBy('number').lastKey();
  if (typeof newest !== 'number') return [];
  const found: number[] = [];
  let part = Math.floor(Math.min(newest, below - 1) / PART);
  for (let round = 0; part >= 0 && found.length < limit; round++) {
    const size = Math.min(part + 1, AT_ONCE[round] ?? 48);
    const parts = Array.from({ length: size }, (_, index) => part - index);
    for (const numbers of await Promise.all(parts.map(readPart))) found.push(...numbers);
    part -= size;
  }
  return found.slice(0, limit);
}

/**
 * Cases with all words of a text, each as the beginning of a word, in anything that {@link textsOf} gives.
 *
 * @param below only cases with a lower number: the `next` of the page before
 */
export async function searchCases(
  db: DeskDatabase,
  sought: string,
  filter: ListFilter,
  rep: string | null,
  { limit, below = Number.MAX_SAFE_INTEGER }: { limit: number; below?: number },
): Promise<Findings> {
  const terms = soughtTerms(sought);
  if (terms.length === 0) return { found: [], next: null };
  const words = [
    ...terms.map((word) => ({ word, whole: false })),
    ...markersOf(filter, rep).map((word) => ({ word, whole: true })),
  ];
  return db.transaction('r', [db.search, db.cases, db.customers, db.entries], async () => {
    const number = numberSought(sought);
    const numbers = await findNumbers(db, words, below, limit + 1);
    // Whoever types the whole number of a case wants that case first.
    const exact = number !== null && below === Number.MAX_SAFE_INTEGER && (await fits(db, number, words));
    if (exact) numbers.splice(0, numbers.length, number, ...numbers.filter((other) => other !== number));
    const shown = numbers.slice(0, limit);
    const found = await Promise.all(
      shown.map(async (number): Promise<Finding | null> => {
        const known = await db.cases.where('number').equals(number).first();
        if (!known) return null;
        const [customer, entries] = await Promise.all([db.customers.get(known.customerId), entriesOf(db, known.id)]);
        return { case: known, customer: customer ?? null, excerpts: excerptsOf(known, customer, entries, terms) };
      }),
    );
    const last = shown.length > 0 ? Math.min(...(exact ? shown.slice(1) : shown)) : undefined;
    return {
      found: found.filter((one) => one !== null),
      next: numbers.length > limit && last !== undefined ? last : null,
    };
  });
}

function numberSought(sought: string): number | null {
  const [, digits] = sought.trim().match(/^[#＃]?(\d{1,9})$/) ?? [];
  return digits ? Number(digits) : null;
}

async function fits(
  db: DeskDatabase,
  number: number,
  words: readonly { word: string; whole: boolean }[],
): Promise<boolean> {
  const row = await db.search.get(number);
  const part = Math.floor(number / PART);
  return !!row && words.every(({ word, whole }) => !whole || row.words.includes(wordKey(part, word)));
}

/** How much of a text stands before the first word that was found, and how long an excerpt is, in characters. */
const BEFORE = 24;
const LONG = 110;

/** The fewest texts that hold all sought words, the latest entries first: where a case was found. */
export function excerptsOf(
  known: CaseRecord,
  customer: Customer | undefined,
  entries: readonly Entry[],
  terms: readonly string[],
): Excerpt[] {
  const candidates = textsOf(known, customer, [...entries].reverse()).map(({ place, text }) => {
    const hits = findTerms(text, terms);
    return { place, text, hits, terms: new Set(hits.flatMap((hit) => hit.terms)) };
  });
  const missing = new Set(terms);
  const gain = (candidate: { terms: Set<string> }): number =>
    [...candidate.terms].filter((term) => missing.has(term)).length;
  const excerpts: Excerpt[] = [];
  while (missing.size > 0) {
    const [best] = [...candidates].sort((one, other) => gain(other) - gain(one));
    if (!best || gain(best) === 0) break;
    for (const term of best.terms) missing.delete(term);
    excerpts.push({ place: best.place, parts: cut(best.text, best.hits) });
  }
  return excerpts;
}

function cut(text: string, hits: readonly Hit[]): Excerpt['parts'] {
  const first = hits[0]?.start ?? 0;
  // Begin at a word, not inside of one.
  const from = first <= BEFORE ? 0 : text.indexOf(' ', first - BEFORE) + 1 || first;
  const start = Math.min(from, first);
  const end = Math.min(text.length, start + LONG);
  const parts: Excerpt['parts'] = [];
  if (start > 0) parts.push({ text: '… ', found: false });
  let at = start;
  for (const hit of hits) {
    if (hit.start >= end) break;
    if (hit.start > at) parts.push({ text: text.slice(at, hit.start), found: false });
    parts.push({ text: text.slice(hit.start, hit.end), found: true });
    at = hit.end;
  }
  if (at < end) parts.push({ text: text.slice(at, end), found: false });
  if (end < text.length) parts.push({ text: '…', found: false });
  return parts;
}
