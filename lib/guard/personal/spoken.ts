import { fold } from '../../text/words';
import { lexicons } from '../lexicon';
import type { Piece } from '../pieces';
import type { Span } from '../types';

/** Digits by their words, a table a language: "one" is not "one" everywhere. */
const tables: readonly ReadonlyMap<string, string>[] = lexicons.map(
  ({ digits }) =>
    new Map(digits.flatMap((words, digit) => words.split('|').map((word) => [fold(word), String(digit)] as const))),
);
const REPEATS = new Map([
  ['double', 2],
  ['triple', 3],
  ['doble', 2],
  ['dobleng', 2],
]);
/** A row of words that is shorter is counting, not a number. */
const WORDS = 4;
const DIGITS = 7;

/** Numbers that are written in words: "zero nine one seven five five five". */
export function spokenNumbers(pieces: readonly Piece[]): (Span & { digits: string })[] {
  const found: (Span & { digits: string })[] = [];
  for (const table of tables) {
    let digits = '';
    let words = 0;
    let times = 1;
    let start = -1;
    let end = -1;
    const close = (): void => {
      if (words >= WORDS && digits.length >= DIGITS) found.push({ start, end, digits });
      digits = '';
      words = 0;
      times = 1;
      start = -1;
    };
    for (const { folded, kind, ...place } of pieces) {
      const repeat = REPEATS.get(folded);
      const value = table.get(folded) ?? (kind === 'number' && /^\d{1,4}$/.test(folded) ? folded : undefined);
      if (repeat !== undefined) times = repeat;
      else if (value === undefined) close();
      else {
        if (start === -1) start = place.start;
        if (kind !== 'number') words++;
        digits += value.repeat(times);
        times = 1;
        end = place.end;
      }
    }
    close();
  }
  return found.filter((one, at) => !found.slice(0, at).some(({ start, end }) => start < one.end && one.start < end));
}
