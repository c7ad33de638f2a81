/** X's codes of languages that are written from right to left; it still uses the old one of Hebrew. */
const RIGHT_TO_LEFT = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'iw', 'ps', 'sd', 'ug', 'ur']);

/**
 * The direction of a tweet's text, for the `dir` attribute. The browser's own guess goes by the first letter, which in an
 * Arabic tweet is often that of a Latin "@handle".
 */
export function directionOf(lang: string | null): 'rtl' | 'auto' {
  return lang !== null && RIGHT_TO_LEFT.has(lang) ? 'rtl' : 'auto';
}
