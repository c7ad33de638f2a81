/** A text without disguises: other scripts' digits made plain, invisible signs gone, with the way back. */
export interface Plain {
  text: string;
  /** Place in the original of each position, one more than there are positions. */
  places: readonly number[];
}

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]|\ufe0f|\u20e3/u;
const DIGIT = /\p{Nd}/u;
/** Scripts' digits stand in rows of ten; every row begins at a multiple of ten or 16 that ends a search downwards. */
function valueOfDigit(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  for (let back = 0; back < 10; back++) {
    if (!DIGIT.test(String.fromCodePoint(Math.max(0, code - back - 1)))) return back;
  }
  // Mathematical digits have five rows without a gap; they begin at U+1D7CE.
  return (code - 0x1d7ce) % 10;
}

/** Undoes full-width letters, other scripts' digits and invisible signs. */
export function plainOf(text: string): Plain {
  let plain = '';
  const places: number[] = [];
  let at = 0;
  for (const char of text) {
    if (!INVISIBLE.test(char)) {
      let shown = char;
      if (char > '\u007f') {
        if (DIGIT.test(char)) shown = String(valueOfDigit(char));
        else if (/[\uff01-\uff5e]/.test(char)) shown = String.fromCharCode(char.charCodeAt(0) - 0xfee0);
        else if (/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/.test(char)) shown = ' ';
        else if (/[\u2010-\u2015\u2212\ufe58\ufe63]/.test(char)) shown = '-';
        else if (/[\u2024\u00b7\u2022\u2219]/.test(char)) shown = '.';
      }
      for (let i = 0; i < shown.length; i++) places.push(at + (shown.length === char.length ? i : 0));
      plain += shown;
    }
    at += char.length;
  }
  places.push(at);
  return { text: plain, places };
}
