import { type Composer, readParts } from '../../lib/x/composer';

/**
 * Which texts Hark has put into X's composers, and for which tweets: a text that was written for one customer must not
 * go to another. Kept for the page's life only.
 */

interface Insertion {
  tweetId: string;
  words: ReadonlySet<string>;
}

/** So many are remembered for composers that X has made anew since. */
const MOST = 30;
/** A text of which less is left is the rep's own by now. */
const STILL = 0.5;
/** In another composer, a text must be nearly the same to be taken for the one that was inserted. */
const SAME = 0.9;

const byEditor = new WeakMap<Element, Insertion>();
let latest: Insertion[] = [];

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []);

function shareOf({ words }: Insertion, text: string): number {
  if (words.size === 0) return 0;
  const there = wordsOf(text);
  return [...words].filter((word) => there.has(word)).length / words.size;
}

/** Notes that Hark has put a text into a composer, for this tweet. */
export function noteInsertion({ editors }: Composer, tweetId: string, text: string): void {
  const insertion = { tweetId, words: wordsOf(text) };
  for (const editor of editors) byEditor.set(editor, insertion);
  latest = [insertion, ...latest].slice(0, MOST);
}

/**
 * The tweet for which Hark has put a text into this composer; null if it is the rep's own text.
 *
 * @param answered id of the tweet that is being answered: the same words may have been inserted for several
 */
export function insertedFor(composer: Composer, answered: string | null): string | null {
  if (latest.length === 0) return null;
  const text = readParts(composer).join('\n');
  const known = composer.editors.map((editor) => byEditor.get(editor)).find((insertion) => insertion !== undefined);
  if (known && shareOf(known, text) >= STILL) return known.tweetId;
  const alike = latest.filter((insertion) => shareOf(insertion, text) >= SAME);
  return (alike.find(({ tweetId }) => tweetId === answered) ?? alike[0])?.tweetId ?? null;
}

/** A text has gone out to the tweet it was for: the rep may write the same to somebody else by hand. */
export function forgetInsertion(tweetId: string): void {
  latest = latest.filter((insertion) => insertion.tweetId !== tweetId);
}
