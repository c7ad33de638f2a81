import { languageOfScript } from '../text/scripts';
import { languageOf } from './language';
import { tokensOf } from './tokens';

/** Letters that Turkish has and no language that is judged. */
const TURKISH = /[ğşıİ]/;

/**
 * The tweets in what somebody has pasted: with blank lines between, or else one a line.
 */
export function tweetsIn(pasted: string): string[] {
  const text = pasted.replace(/\r\n?/g, '\n').trim();
  const apart = /\n[^\S\n]*\n/.test(text) ? text.split(/\n(?:[^\S\n]*\n)+/) : text.split('\n');
  return apart.map((tweet) => tweet.trim()).filter((tweet) => tweet !== '');
}

/** X's code of the language in which a tweet seems to be, by its letters and everyday words; null if nothing tells. */
export function guessLanguage(text: string): string | null {
  return languageOfScript(text) ?? (TURKISH.test(text) ? 'tr' : languageOf(null, text, tokensOf(text)));
}
