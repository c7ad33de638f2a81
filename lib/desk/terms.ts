import { fold, isUnspaced } from '../text/words';

/** A word of a text as the search sees it: folded, and where it stands. */
export interface Term {
  folded: string;
  start: number;
  end: number;
}

const LINK = /https?:\/\/\S+/giu;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}_]*(?:['’][\p{L}\p{M}]+)*/gu;
/** Scripts without spaces are found by pieces of this length, beginning at any letter. */
const PIECE = 8;

/** The words of a text, @handles included: a rep looks for those too. Links are left out, nobody types them. */
export function termsOf(text: string): Term[] {
  const readable = text.replace(LINK, (link) => ' '.repeat(link.length));
  return [...readable.matchAll(WORD)].map((found) => ({
    folded: fold(found[0]),
    start: found.index,
    end: found.index + found[0].length,
  }));
}

/** What a search looks for: every word, each as the beginning of a word. */
export function soughtTerms(sought: string): string[] {
  const terms = termsOf(sought).map(({ folded }) => (isUnspaced(folded) ? folded.slice(0, PIECE) : folded));
  return [...new Set(terms)];
}

/** The keys under which a term is found: itself, the parts of a handle, and any place in a run without spaces. */
export function keysOfTerm(folded: string): string[] {
  if (isUnspaced(folded)) return [...folded].map((_, at) => [...folded].slice(at, at + PIECE).join(''));
  if (folded.includes('_')) return [folded, ...folded.split('_').filter(Boolean)];
  return [folded];
}

/** A word of a text that was looked for, and by which of the sought terms. */
export interface Hit {
  start: number;
  end: number;
  terms: string[];
}

/** Where sought terms stand in a text, in order. */
export function findTerms(text: string, sought: readonly string[]): Hit[] {
  return termsOf(text)
    .map(({ folded, start, end }) => {
      const keys = keysOfTerm(folded);
      return { start, end, terms: sought.filter((wanted) => keys.some((key) => key.startsWith(wanted))) };
    })
    .filter(({ terms }) => terms.length > 0);
}
