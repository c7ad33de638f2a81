import { isUnspaced } from '../text/words';
import { lexicons } from './lexicon';
import { isLanguage } from './spot';
import type { Token } from './tokens';

/** Other codes for the same languages: X's older ones stand first in our lexicons. */
const SAME: Readonly<Record<string, string>> = { id: 'in', he: 'iw', yi: 'ji', fil: 'tl' };

/** Scripts in which none of the languages is written that are judged. */
const OTHER_SCRIPT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Devanagari}\p{Script=Hangul}\p{Script=Bengali}\p{Script=Tamil}]/gu;

const common = new Map(lexicons.map(({ lang, common }) => [lang, new Set(common.split(/,\s+/))]));

/** The language whose everyday words are most frequent here, with its share of all words; null if there are none. */
function byCommonWords(tokens: readonly Token[]): { lang: string; share: number } | null {
  const words = tokens.filter(({ kind }) => kind === 'word');
  let best: { lang: string; share: number } | null = null;
  for (const [lang, known] of common) {
    const share = words.filter(({ folded }) => known.has(folded)).length / Math.max(1, words.length);
    if (share > 0 && (!best || share > best.share)) best = { lang, share };
  }
  return best;
}

/**
 * The language in which a tweet is judged, or null if it is none of those that are known.
 *
 * @param claimed X's own code, which may be an older one, one for "no language" (`qme`, `zxx`, `und`), or missing
 */
export function languageOf(claimed: string | null, text: string, tokens: readonly Token[]): string | null {
  const code = claimed?.toLowerCase().split('-')[0] ?? null;
  const lang = code === null ? null : (SAME[code] ?? code);
  if (lang !== null && common.has(lang)) return lang;
  if (isLanguage(lang)) return null;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return null;
  if (isUnspaced(text) || (text.match(OTHER_SCRIPT)?.length ?? 0) > letters / 3) return null;
  // Two or three words without any that tell ("comcrap!!") are taken for English, which most watchlists are in.
  return byCommonWords(tokens)?.lang ?? 'en';
}
