import { fold } from '../text/words';

/** One piece of a tweet. */
export interface Token {
  kind: 'word' | 'number' | 'sign' | 'link' | 'handle';
  /** As the author wrote it. */
  written: string;
  /** For comparing: case, accents and skin tones folded, drawn-out letters cut to two. */
  folded: string;
}

/** In this order: links, handles, words (with inner apostrophes and hyphens), faces made of signs, emoji, punctuation. */
const TOKEN =
  /(https?:\/\/\S+)|([@＠]\w+)|([\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’-][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*)|(<3|[:;]'?-?[()/dp](?![\p{L}\p{N}/])|\^_\^|\p{Extended_Pictographic}|[!?！？]+|\.{2,}|…|[#$£€₱%])/giu;
const NUMBER = /^\p{N}[\p{N}.,:]*$/u;
const DRAWN_OUT = /(.)\1{2,}/gu;
/** A word that is longer tells nothing by its end. */
const LONGEST = 40;

/** Splits a tweet into its pieces. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const [written, link, handle, word] of text.matchAll(TOKEN)) {
    if (link !== undefined) tokens.push({ kind: 'link', written, folded: 'link' });
    else if (handle !== undefined) tokens.push({ kind: 'handle', written, folded: handle.toLowerCase() });
    else if (word === undefined) tokens.push({ kind: 'sign', written, folded: written.toLowerCase() });
    else {
      const folded = fold(word.slice(0, LONGEST)).replace(DRAWN_OUT, '$1$1');
      tokens.push({ kind: NUMBER.test(folded) ? 'number' : 'word', written, folded });
    }
  }
  return tokens;
}
