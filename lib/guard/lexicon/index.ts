import { type Match, Phrases } from '../phrases';
import type { Piece } from '../pieces';
import { german } from './de';
import { english } from './en';
import { spanish } from './es';
import { french } from './fr';
import { indonesian } from './id';
import { italian } from './it';
import { portuguese } from './pt';
import { tagalog } from './tl';
import type { GuardLexicon, List } from './types';

/** All languages that the guard knows. To add one, add a file and name it here. */
export const lexicons: readonly GuardLexicon[] = [
  english,
  tagalog,
  indonesian,
  spanish,
  portuguese,
  french,
  german,
  italian,
];

const byLang = new Map(lexicons.map((lexicon) => [lexicon.lang, lexicon]));
/** Made when they are first needed: most drafts need few. */
const made = new Map<string, Phrases>();

function phrasesOf(lexicon: GuardLexicon, list: List): Phrases {
  const key = `${lexicon.lang} ${list}`;
  let phrases = made.get(key);
  if (!phrases) {
    phrases = new Phrases(lexicon[list]);
    made.set(key, phrases);
  }
  return phrases;
}

/** What stands in a list in any of these languages, found in a text, in order. */
export function findIn(list: List, langs: readonly string[], pieces: readonly Piece[]): Match[] {
  const matches = langs.flatMap((lang) => {
    const lexicon = byLang.get(lang);
    return lexicon ? phrasesOf(lexicon, list).find(pieces) : [];
  });
  return langs.length > 1 ? matches.sort((one, other) => one.start - other.start || other.end - one.end) : matches;
}
