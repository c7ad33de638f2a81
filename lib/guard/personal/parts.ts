import { Text } from '../context';
import type { Situation } from '../types';
import { type Kind, kinds, personalIn } from './find';
import { countriesFor } from './phones';
import { publishedIn } from './published';

/** Something personal in a text. */
export interface PersonalPart {
  kind: Kind;
  /** As it is written, without what nobody may keep. */
  words: string;
}

/** The brand's own, and what may be anything. */
const NOT_THEIRS: ReadonlySet<Kind> = new Set(['our-phone', 'our-email']);
/** A card's end is enough to know it by. */
const CARD_END = 4;

/** What is kept of a personal part: a card or a PIN is written down nowhere, not even in a note. */
function kept(kind: Kind, words: string): string {
  if (kind === 'secret') return '(not kept)';
  return kind === 'card' ? `(not kept, ends in ${words.replace(/\D/g, '').slice(-CARD_END)})` : words;
}

/** The personal parts of a draft, in order. What the brand has published is none. */
export function personalParts(draft: string, lang: string | null, known: Omit<Situation, 'thread'>): PersonalPart[] {
  const read = new Text(draft, null, lang ? [lang] : []);
  return personalIn(read, publishedIn(known), countriesFor(known.countries, read))
    .filter(({ kind }) => !NOT_THEIRS.has(kind))
    .map(({ kind, start, end }) => ({ kind, words: kept(kind, read.text.slice(start, end)) }));
}

/** The private note that keeps them; null if there are none. */
export function noteOf(parts: readonly PersonalPart[]): string | null {
  if (parts.length === 0) return null;
  const lines = parts.map(({ kind, words }) => `${kinds[kind]}: ${words}`);
  return `Kept from a public reply:\n${[...new Set(lines)].join('\n')}`;
}
