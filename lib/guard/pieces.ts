import { fold } from '../text/words';

/** One piece of a text, with its place. */
export interface Piece {
  kind: 'word' | 'number' | 'price' | 'percent' | 'link' | 'handle' | 'email' | 'hashtag';
  /** For comparing: case and accents folded. Kinds without words of their own are ":price", ":link" and so on. */
  folded: string;
  start: number;
  end: number;
  /** Number of its sentence: phrases do not reach over an end of one. */
  sentence: number;
}

/** Signs between words that end a sentence. */
const ENDS = /[.!?…。！？\n;]|\p{Extended_Pictographic}/u;
const LONGEST_WORD = 60;

/**
 * In this order: links, e-mail addresses, handles, hashtags, amounts of money, percentages, numbers, words. Hyphens
 * within words do not count: "e-mail" is "email".
 */
const PIECE = new RegExp(
  [
    '(?<link>https?:\\/\\/\\S+|(?<![\\p{L}\\p{N}_.@-])(?:[\\w-]{1,60}\\.){1,4}[a-z]{2,12}\\/\\S*|(?<![\\p{L}\\p{N}_.@-])(?:[\\w-]{1,60}\\.){1,3}(?:com|net|org|io|co|tv|app|me|shop|store|info|example|ph|id|uk|es|mx|br|pt|fr|de|it|eu|us|au|ca)(?![\\w@-]|\\.\\w))',
    '(?<email>[\\p{L}\\p{N}][\\p{L}\\p{N}._%+-]{0,63}[@＠][\\w-]{1,60}(?:\\.[\\w-]{1,60}){1,4})',
    '(?<handle>[@＠]\\w+)',
    '(?<hashtag>[#＃][\\p{L}][\\p{L}\\p{N}_]*)',
    '(?<price>(?:[$£€₱₹]|r\\$|rs\\.?|rp\\.?|php|usd|eur|gbp|idr|brl|mxn|p(?=\\d{2,5}\\b))\\s?\\d[\\d.,]*(?:\\s?(?:k|rb|ribu|jt|juta))?(?![\\p{L}])|\\d[\\d.,]{0,11}\\s?(?:[€£$₱¢]|(?:euros?|eur|dollars?|bucks|pounds?|pesos?|reais|ribu|rb|juta|cents?|php|usd)(?![\\p{L}])))',
    '(?<percent>\\d{1,3}(?:[.,]\\d+)?\\s?(?:%|percent|por ciento|por cento|pour cent|prozent|per cento|persen))',
    '(?<number>\\d[\\d.,:]*)(?![\\p{L}])',
    "(?<word>[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}]*(?:['’‑-][\\p{L}\\p{N}\\p{M}]+)*)",
  ].join('|'),
  'giu',
);

/** "Appelez-nous", "avise-me": in these languages the hyphen does part words. */
const CLITIC = /[-‑](?=(?:vous|nous|moi|toi|je|tu|ce|en|nos|me|te|se|lhe)$)/iu;

/** A phrase as its words are told apart in texts. */
export const withoutHyphens = (phrase: string): string =>
  phrase.replace(/-(?=(?:vous|nous|moi|toi|je|tu|ce|en|nos|me|te|se|lhe)(?![\p{L}]))/giu, ' ').replaceAll('-', '');

/** Splits a text into pieces with their places. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let sentence = 0;
  let last = 0;
  for (const found of text.matchAll(PIECE)) {
    const start = found.index;
    const written = found[0];
    if (ENDS.test(text.slice(last, start))) sentence++;
    last = start + written.length;
    const groups = found.groups ?? {};
    const kind = (Object.keys(groups).find((name) => groups[name] !== undefined) ?? 'word') as Piece['kind'];
    const hyphen = kind === 'word' ? written.search(CLITIC) : -1;
    if (hyphen > 0) {
      const middle = start + hyphen;
      const word = (from: number, to: number): Piece => ({
        kind,
        folded: fold(text.slice(from, to)).replace(/[-‑]/g, ''),
        start: from,
        end: to,
        sentence,
      });
      pieces.push(word(start, middle), word(middle + 1, last));
      continue;
    }
    const own = kind === 'word' || kind === 'number' || kind === 'hashtag';
    pieces.push({
      kind,
      folded: own ? fold(written.slice(0, LONGEST_WORD)).replace(/[-‑]/g, '') : `:${kind}`,
      start,
      end: last,
      sentence,
    });
  }
  return pieces;
}
