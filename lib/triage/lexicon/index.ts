import { type Token, tokensOf } from '../tokens';
import { german } from './de';
import { english } from './en';
import { spanish } from './es';
import { french } from './fr';
import { indonesian } from './id';
import { italian } from './it';
import { portuguese } from './pt';
import { signs } from './signs';
import { tagalog } from './tl';
import { type Concept, concepts, type Lexicon } from './types';

/** All languages whose words are known. To add one, add a file and name it here; then train anew. */
export const lexicons: readonly Lexicon[] = [
  english,
  tagalog,
  indonesian,
  spanish,
  portuguese,
  french,
  german,
  italian,
];

/** A concept found in a tweet. */
export interface Hit {
  concept: Concept;
  /** Index of its first token. */
  at: number;
  /** Number of tokens. */
  length: number;
  /** "Not" stands shortly before it. */
  negated: boolean;
}

interface Phrase {
  words: readonly string[];
  open: boolean;
  concept: Concept;
}

/** Tokens before a word in which a "not" turns it around. */
const REACH = 3;
const STEM = 4;

/** Finds the concepts of some languages in tweets. */
export class ConceptFinder {
  readonly #byFirst = new Map<string, Phrase[]>();
  /** Single words with any ending, by their first letters. */
  readonly #stems = new Map<string, Phrase[]>();

  constructor(sources: readonly Lexicon['concepts'][]) {
    for (const source of sources) {
      for (const concept of concepts) {
        for (const written of source[concept]?.split(/,\s+/) ?? []) this.#add(written, concept);
      }
    }
  }

  #add(written: string, concept: Concept): void {
    const open = written.endsWith('*');
    const words = tokensOf(open ? written.slice(0, -1) : written).map(({ folded }) => folded);
    const [first] = words;
    if (first === undefined) return;
    const stem = open && words.length === 1 && first.length >= STEM;
    const map = stem ? this.#stems : this.#byFirst;
    const key = stem ? first.slice(0, STEM) : first;
    const phrases = map.get(key) ?? [];
    if (phrases.length === 0) map.set(key, phrases);
    phrases.push({ words, open, concept });
  }

  /** All concepts in these tokens, in order of their place; one may stand at several places. */
  find(tokens: readonly Token[]): Hit[] {
    const hits: Hit[] = [];
    tokens.forEach(({ folded }, at) => {
      for (const phrase of this.#byFirst.get(folded) ?? []) {
        if (continues(phrase, tokens, at)) {
          hits.push({ concept: phrase.concept, at, length: phrase.words.length, negated: false });
        }
      }
      for (const { words, concept } of this.#stems.get(folded.slice(0, STEM)) ?? []) {
        if (folded.startsWith(words[0] as string)) hits.push({ concept, at, length: 1, negated: false });
      }
    });
    const nots = new Set(hits.filter(({ concept }) => concept === 'negation').map(({ at }) => at));
    for (const hit of hits) {
      if (hit.concept === 'negation') continue;
      for (let before = Math.max(0, hit.at - REACH); before < hit.at; before++) {
        if (nots.has(before)) hit.negated = true;
      }
    }
    return hits;
  }
}

function continues({ words, open }: Phrase, tokens: readonly Token[], at: number): boolean {
  for (let i = 1; i < words.length; i++) {
    const token = tokens[at + i]?.folded;
    const word = words[i] as string;
    if (token === undefined) return false;
    if (token !== word && !(open && i === words.length - 1 && token.startsWith(word))) return false;
  }
  return true;
}

/** English words are part of how these languages are tweeted. */
const MIXED_WITH_ENGLISH = new Set(['tl', 'in']);

const finders = new Map<string, ConceptFinder>();

/** The finder for a language, made when it is first needed; for an unknown one it knows signs only. */
export function finderFor(lang: string | null): ConceptFinder {
  const key = lang ?? '';
  let finder = finders.get(key);
  if (!finder) {
    const wanted = (known: string): boolean => known === key || (known === 'en' && MIXED_WITH_ENGLISH.has(key));
    finder = new ConceptFinder([signs, ...lexicons.filter(({ lang: known }) => wanted(known)).map((l) => l.concepts)]);
    finders.set(key, finder);
  }
  return finder;
}
