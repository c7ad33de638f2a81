import { fold, isUnspaced, type Word, wordsOf } from './words';

/** A phrase found in a text. */
export interface Found<Tag> {
  tag: Tag;
  /** The words as the author wrote them. */
  words: string;
  /** Position of its first word among the words of the text; -1 where the script has no spaces. */
  at: number;
}

interface Phrase<Tag> {
  words: string[];
  prefix: boolean;
  tag: Tag;
}

/** Endings that make no other word of a term: "Lantern's", "modems". */
function sameWord(word: string, term: string): boolean {
  if (word === term) return true;
  if (!word.startsWith(term)) return false;
  const ending = word.slice(term.length);
  return ending === 's' || ending === "'s";
}

/** Which sigma a capital becomes depends on what follows, which differs between a text and its words. */
function sameSigma(folded: string): string {
  return folded.replaceAll('ς', 'σ');
}

/**
 * Finds many phrases in a text at once. A phrase is one or more words; a trailing `*` stands for any ending. Terms in
 * scripts without spaces are found anywhere. In a hashtag a term may be part of the tag ("#LanternDown").
 */
export class PhraseFinder<Tag> {
  readonly #byFirst = new Map<string, Phrase<Tag>[]>();
  readonly #prefixes: Phrase<Tag>[] = [];
  /** Single words that may be part of a hashtag. Short ones would be found in too many tags by accident. */
  readonly #inTags: [first: string, phrases: Phrase<Tag>[]][] = [];
  readonly #anywhere: { text: string; written: string; tag: Tag }[] = [];

  /** First words of all phrases. */
  readonly #beginnings: string[] = [];

  constructor(entries: Iterable<readonly [phrase: string, tag: Tag]>) {
    for (const [written, tag] of entries) {
      if (isUnspaced(written)) {
        this.#anywhere.push({ text: fold(written).trim(), written, tag });
        continue;
      }
      const prefix = written.endsWith('*');
      const words = wordsOf(prefix ? written.slice(0, -1) : written).map((word) => word.folded);
      const [first] = words;
      if (!first) continue;
      this.#beginnings.push(sameSigma(first));
      const phrase = { words, prefix, tag };
      if (prefix && words.length === 1) this.#prefixes.push(phrase);
      else this.#byFirst.set(first, [...(this.#byFirst.get(first) ?? []), phrase]);
    }
    for (const [first, phrases] of this.#byFirst) {
      const single = phrases.filter((phrase) => phrase.words.length === 1);
      if (first.length >= 4 && single.length > 0) this.#inTags.push([first, single]);
    }
  }

  /** False if none of the phrases can be in the text: most texts are done with this, which splits no words. */
  mayFind(text: string): boolean {
    if (this.#anywhere.length > 0 && isUnspaced(text)) return true;
    const folded = sameSigma(fold(text));
    return this.#beginnings.some((beginning) => folded.includes(beginning));
  }

  /** All phrases in the text, in order of their place. `words` must be {@link wordsOf} of `text`. */
  find(text: string, words: readonly Word[]): Found<Tag>[] {
    const found: Found<Tag>[] = [];
    for (let at = 0; at < words.length; at++) {
      const word = words[at] as Word;
      for (const phrase of this.#candidates(word)) {
        if (!this.#continues(phrase, words, at)) continue;
        const written = words.slice(at, at + phrase.words.length).map((part) => part.written);
        found.push({ tag: phrase.tag, words: (word.hashtag ? '#' : '') + written.join(' '), at });
      }
      for (const phrase of this.#prefixes) {
        if (word.folded.startsWith(phrase.words[0] as string)) {
          found.push({ tag: phrase.tag, words: (word.hashtag ? '#' : '') + word.written, at });
        }
      }
    }
    if (this.#anywhere.length > 0 && isUnspaced(text)) {
      const folded = fold(text);
      for (const term of this.#anywhere) {
        if (folded.includes(term.text)) found.push({ tag: term.tag, words: term.written, at: -1 });
      }
    }
    return found;
  }

  #candidates({ folded, hashtag }: Word): readonly Phrase<Tag>[] {
    const exact = this.#byFirst.get(folded) ?? [];
    if (hashtag) {
      const inside = this.#inTags.filter(([first]) => first !== folded && folded.includes(first));
      return [...exact, ...inside.flatMap(([, phrases]) => phrases)];
    }
    if (!folded.endsWith('s')) return exact;
    const owned = folded.endsWith("'s") ? this.#byFirst.get(folded.slice(0, -2)) : undefined;
    const plural = this.#byFirst.get(folded.slice(0, -1));
    return owned || plural ? [...exact, ...(owned ?? []), ...(plural ?? [])] : exact;
  }

  #continues(phrase: Phrase<Tag>, words: readonly Word[], at: number): boolean {
    for (let i = 1; i < phrase.words.length; i++) {
      const word = words[at + i];
      const term = phrase.words[i] as string;
      if (!word) return false;
      const last = i === phrase.words.length - 1;
      if (last && phrase.prefix ? !word.folded.startsWith(term) : !sameWord(word.folded, term)) return false;
    }
    return true;
  }
}
