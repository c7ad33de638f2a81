/** One word of a text: as written, and folded for comparing. */
export interface Word {
  written: string;
  folded: string;
  /** Came from a hashtag, where several words are written as one. */
  hashtag: boolean;
}

/** Scripts written without spaces between words: there a term is looked for anywhere in the text. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** True if words of this text are not separated by spaces. */
export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text);
}

/** What has nothing to fold but case. */
const PLAIN = /^[\w ',.!?;:()#-]*$/;

/** Folds case, width, accents and apostrophes, so that "Caído", "CAIDO" and "caido" compare equal. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}+/gu, '')
    .replace(/[’‘`´]/g, "'")
    .normalize('NFC')
    .toLowerCase();
}

/**
 * Links and @handles say who and where, not what: they are no words. An address without a scheme is looked for only
 * where one can begin: tried at each of its letters, a long one takes seconds.
 */
const NOT_WORDS = /https?:\/\/\S+|(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\/\S*|[@＠]\w+/giu;
const WORD = /([#＃]?)([\p{L}\p{N}][\p{L}\p{N}\p{M}_]*(?:['’][\p{L}\p{M}]+)*)/gu;

/** Splits a text into words, leaving out links and @handles. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  const cleaned = /[/@＠]/.test(text) ? text.replace(NOT_WORDS, ' ') : text;
  for (const found of cleaned.matchAll(WORD)) {
    const written = found[2] ?? '';
    words.push({ written, folded: fold(written), hashtag: found[1] !== '' });
  }
  return words;
}
