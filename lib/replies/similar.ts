import { fold, wordsOf } from '../text/words';

const SHINGLE = 3;

/** Groups of three neighbouring words; a shorter text is one group. */
export function shinglesOf(text: string): Set<string> {
  const words = wordsOf(text.replace(/[\^ˆ]\s?\p{Lu}{1,4}(?!\p{L})/gu, ' ')).map(({ folded }) => folded);
  if (words.length < SHINGLE) return new Set(words.length === 0 ? [] : [words.join(' ')]);
  const shingles = new Set<string>();
  for (let at = 0; at + SHINGLE <= words.length; at++) shingles.add(words.slice(at, at + SHINGLE).join(' '));
  return shingles;
}

/** How much of one set of shingles stands in another, 0 to 1. */
export function shareOf(shingles: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (shingles.size === 0) return 0;
  let shared = 0;
  for (const shingle of shingles) if (other.has(shingle)) shared++;
  return shared / shingles.size;
}

/** A comparison with earlier replies. What was said of facts and incidents may be said again. */
export function comparing(
  recent: readonly string[],
  mayRepeat: readonly string[],
): { most(text: string): number; same(text: string): boolean } {
  const without = (text: string): string => {
    let rest = text;
    for (const part of mayRepeat) if (part !== '') rest = rest.replaceAll(part, ' ');
    return rest;
  };
  const earlier = recent.map((text) => shinglesOf(without(text)));
  const whole = new Set(recent.map((text) => fold(text).trim()));
  return {
    most: (text) => {
      const shingles = shinglesOf(without(text));
      return earlier.reduce((most, other) => Math.max(most, shareOf(shingles, other)), 0);
    },
    same: (text) => whole.has(fold(text).trim()),
  };
}
