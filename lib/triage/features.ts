import { HASH_START, hashStep, hashText } from '../text/hash';
import { languageOf } from './language';
import { finderFor, type Hit } from './lexicon';
import { concepts } from './lexicon/types';
import { type Token, tokensOf } from './tokens';

/** Feature numbers are below this; a head with a smaller table folds them into it. */
const SPACE = 1 << 16;

/** A tweet as the heads see it: numbers of features, each once, with their weight. */
export interface Features {
  index: Uint16Array;
  value: Float32Array;
}

/** A tweet, read for judging. */
export interface Reading {
  /** The language in which it is judged, or null if it is none that is known. */
  lang: string | null;
  tokens: readonly Token[];
  hits: readonly Hit[];
}

/** Reads a tweet once, for all heads. */
export function readText(text: string, claimed: string | null): Reading {
  const tokens = tokensOf(text);
  const lang = languageOf(claimed, text, tokens);
  return { lang, tokens, hits: finderFor(lang).find(tokens) };
}

/** Kinds of features, mixed into their numbers. */
const WORD = 1;
const PAIR = 2;
const LETTERS = 3;
const CONCEPT = 4;
const MANY = 5;
const CONCEPTS = 6;
const FORM = 7;
const PLACE = 8;

/** Weights of the groups, found by cross-validation. */
const scale = { words: 1, letters: 1, concept: 0.35, many: 0.2, concepts: 0.5, form: 0.25 };

const start = (kind: number, lang: number): number => hashStep(hashStep(HASH_START, kind), lang);
function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 15);
  mixed = Math.imul(mixed, 0x2c1b3c6d);
  mixed ^= mixed >>> 12;
  return (mixed >>> 0) % SPACE;
}

const conceptNumber = new Map(concepts.map((concept, index) => [concept, index + 1]));
/** A number for a concept, another one where it is negated. */
const numberOf = ({ concept, negated }: Hit): number =>
  (conceptNumber.get(concept) ?? 0) + (negated ? concepts.length : 0);

/** Handles of accounts that answer customers. */
const CARE = /help|care|support|serv|ask|team|ayuda|atende|aide|hilf|aiuto|bantu|tulong/i;

/** What a word stands for among the features: what tells of its author's habits only is left out. */
function nameOf(token: Token): string {
  if (token.kind === 'handle') return CARE.test(token.folded) ? '@care' : '@';
  return token.kind === 'number' ? '0' : token.folded;
}

/** The feature number of one word by itself, for whoever wants to know what it weighs. */
export function wordFeature(token: Token, lang: string | null): number {
  return finish(hashText(nameOf(token), start(WORD, langNumber(lang))));
}

/** The feature number of a concept. */
export function conceptFeature(hit: Hit): number {
  return finish(hashStep(start(CONCEPT, 0), numberOf(hit)));
}

function langNumber(lang: string | null): number {
  return lang === null ? 0 : hashText(lang, 0) & 0xffff;
}

/**
 * Turns a tweet into features: words and pairs of words, letters within words (3 to 5), concepts and pairs of concepts,
 * and its form. Words are the language's own; concepts and form are the same in all.
 *
 * @param also further facts of the tweet's form, by name
 */
export function featuresOf(text: string, { lang, tokens, hits }: Reading, also: readonly string[] = []): Features {
  const found = new Map<number, number>();
  const put = (group: Set<number>, value: number): void => {
    for (const index of group) found.set(index, (found.get(index) ?? 0) + value);
  };
  const language = langNumber(lang);

  const words = new Set<number>();
  const letters = new Set<number>();
  let before: string | null = null;
  for (const token of tokens) {
    const name = nameOf(token);
    words.add(finish(hashText(name, start(WORD, language))));
    if (before !== null) {
      words.add(finish(hashText(name, hashStep(hashText(before, start(PAIR, language)), 32))));
    }
    before = name;
    if (token.kind === 'word') {
      const whole = `_${name}_`;
      for (let from = 0; from + 3 <= whole.length; from++) {
        let hash = start(LETTERS, language);
        for (let length = 1; length <= 5 && from + length <= whole.length; length++) {
          hash = hashStep(hash, whole.charCodeAt(from + length - 1));
          if (length >= 3) letters.add(finish(hash));
        }
      }
    }
  }
  put(words, scale.words / Math.sqrt(words.size || 1));
  put(letters, scale.letters / Math.sqrt(letters.size || 1));

  const counts = new Map<number, number>();
  for (const hit of hits) counts.set(numberOf(hit), (counts.get(numberOf(hit)) ?? 0) + 1);
  const there = [...counts.keys()].sort((one, other) => one - other);
  const single = new Set<number>();
  const many = new Set<number>();
  const pairs = new Set<number>();
  there.forEach((concept, position) => {
    single.add(finish(hashStep(start(CONCEPT, 0), concept)));
    if ((counts.get(concept) ?? 0) > 1) many.add(finish(hashStep(start(MANY, 0), concept)));
    for (let other = position + 1; other < there.length; other++) {
      pairs.add(finish(hashStep(hashStep(start(CONCEPTS, 0), concept), there[other] as number)));
    }
  });
  put(single, scale.concept);
  put(many, scale.many);
  put(pairs, scale.concepts / Math.sqrt(pairs.size || 1));

  const form = formOf(text, tokens, hits, language);
  for (const fact of also) form.add(finish(hashText(fact, start(FORM, 0))));
  put(form, scale.form);
  return { index: Uint16Array.from(found.keys()), value: Float32Array.from(found.values()) };
}

/** How a tweet is built: length, marks, capitals, what stands first and last. */
function formOf(text: string, tokens: readonly Token[], hits: readonly Hit[], language: number): Set<number> {
  const form = new Set<number>();
  const add = (what: string): void => {
    form.add(finish(hashText(what, start(FORM, 0))));
  };
  const words = tokens.filter(({ kind }) => kind === 'word' || kind === 'number');
  const handles = tokens.filter(({ kind }) => kind === 'handle');
  const count = (sign: string): number => {
    let times = 0;
    for (let at = text.indexOf(sign); at !== -1 && times < 3; at = text.indexOf(sign, at + 1)) times++;
    return times;
  };
  const length = words.length;
  add(`length ${length < 3 ? 0 : length < 6 ? 1 : length < 10 ? 2 : length < 15 ? 3 : length < 22 ? 4 : 5}`);
  if (tokens[0]?.kind === 'handle') add('begins with a handle');
  if (handles.some(({ folded }) => CARE.test(folded))) add('care');
  add(`handles ${Math.min(handles.length, 3)}`);
  if (tokens.some(({ kind }) => kind === 'link')) add('link');
  if (count('#') > 0) add(`hashtags ${count('#')}`);
  const last = tokens.findLast(({ kind }) => kind !== 'link');
  if (/[?？]/.test(text)) add('?');
  if (last && /[?？]/.test(last.written)) add('ends with ?');
  if (/[?？]{2}|[!！][?？]|[?？][!！]/.test(text)) add('??');
  if (count('!') > 0) add(`exclamations ${count('!')}`);
  const capitals = words.filter(({ written }) => /^\p{Lu}{3,}$/u.test(written)).length;
  if (capitals > 0) add(`capitals ${Math.min(capitals, 3)}`);
  if (/\.\.|…/.test(text)) add('…');
  if (tokens.some(({ kind }) => kind === 'number')) add('number');
  if (words.some(({ folded }) => /^\d{6,}$/.test(folded))) add('long number');
  if (/["“”«»]/.test(text)) add('quotes');
  if (text === text.toLowerCase()) add('no capitals');
  const place = (what: number, name: string): void => {
    form.add(finish(hashText(name, start(PLACE + what, language))));
  };
  const [first, second] = words;
  if (first) place(0, nameOf(first));
  if (first && second) place(1, `${nameOf(first)} ${nameOf(second)}`);
  if (words.length > 0) place(2, nameOf(words.at(-1) as Token));
  if (hits[0]) add(`first ${hits[0].concept}`);
  const end = hits.at(-1);
  if (end) add(`last ${end.concept}`);
  return form;
}
