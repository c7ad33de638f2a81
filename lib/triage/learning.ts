import { wordsOf } from '../text/words';
import type { Watchlist } from '../watchlist/watchlist';
import type { Judgeable } from './judgement';
import { JUDGED } from './spot';

/** Feature numbers are below this. */
const SPACE = 1 << 16;

/** FNV-1a, one character code at a time, folded into the space. */
function numberOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return ((hash ^ (hash >>> 15)) >>> 0) % SPACE;
}

/**
 * What of a tweet is kept to learn from: a number for each of its words, each number once, in order of size, so that the
 * text cannot be read back.
 */
export function featuresForLearning(tweet: Judgeable, _watchlist: Watchlist): number[] {
  const numbers = new Set(wordsOf(tweet.text.slice(0, JUDGED)).map(({ folded }) => numberOf(folded)));
  return [...numbers].sort((one, other) => one - other);
}
