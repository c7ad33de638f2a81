import { signatureOf } from '../../text/signature';
import type { Context } from '../context';
import { findIn } from '../lexicon';
import { piecesOf } from '../pieces';
import type { Check } from './check';

/** So many words are too few to be told apart. */
const FEWEST = 7;
/** From this share of the same pairs of words on, people see a robot. */
const SAME = 0.82;
const LATELY = 50;

/** The words of an answer that are its own: no greeting and name, no link, no signature, nothing official. */
function ownWords(text: string, langs: readonly string[], official: ReadonlySet<string>): string[] {
  const pieces = piecesOf(text);
  const signed = signatureOf(text)?.toLowerCase();
  const greeting = findIn('greeting', langs, pieces).find(({ from }) =>
    pieces.slice(0, from).every(({ kind }) => kind === 'handle'),
  );
  const first = pieces[greeting?.from ?? -1];
  const own = pieces.filter(
    ({ kind, folded, sentence }, at) =>
      (kind === 'word' || kind === 'number') &&
      folded !== signed &&
      // "Hi Ana," with whatever name.
      !(greeting && first && sentence === first.sentence && at < greeting.to + 1),
  );
  const words = own.map(({ folded }) => folded);
  const isOfficial = words.map(() => false);
  for (let at = 0; at + 3 <= words.length; at++) {
    if (official.has(words.slice(at, at + 3).join(' '))) isOfficial.fill(true, at, at + 3);
  }
  return words.filter((_, at) => !isOfficial[at]);
}

const pairs = (words: readonly string[]): Set<string> =>
  new Set(words.slice(1).map((word, at) => `${words[at]} ${word}`));

/** What this rep sent lately, once more. */
export const sameWords: Check = {
  id: 'same-words',
  look({ draft, situation }: Context) {
    const recent = (situation.recent ?? []).slice(-LATELY);
    if (recent.length === 0) return null;
    const official = new Set<string>();
    for (const text of [situation.incident?.message ?? '', ...(situation.facts ?? []).map((fact) => fact.text)]) {
      const words = piecesOf(text).map(({ folded }) => folded);
      words.slice(2).forEach((_, at) => {
        official.add(words.slice(at, at + 3).join(' '));
      });
    }
    const mine = ownWords(draft.text, draft.langs, official);
    if (mine.length < FEWEST) return null;
    const minePairs = pairs(mine);
    const again = recent.some((text) => {
      const words = ownWords(text, draft.langs, official);
      // Very different lengths cannot be near enough.
      if (words.length < mine.length * SAME || mine.length < words.length * SAME) return false;
      const theirPairs = pairs(words);
      const shared = [...minePairs].filter((pair) => theirPairs.has(pair)).length;
      return shared / Math.max(1, minePairs.size + theirPairs.size - shared) >= SAME;
    });
    if (!again) return null;
    return {
      level: 'hint',
      why: 'You sent nearly the same words lately. X may take that for spam, and people for a robot.',
      words: [{ start: 0, end: draft.text.trimEnd().length }],
    };
  },
};
