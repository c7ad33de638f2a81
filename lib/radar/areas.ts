import { bankFor } from '../replies/phrases';
import { placeIn } from '../replies/situation';
import { PhraseFinder } from '../text/phrases';
import { fold, wordsOf } from '../text/words';
import { readText } from '../triage/features';

/** Finds the area that a tweet speaks of, by one spelling for each; null if it names none. */
export type AreaFinder = (text: string, lang?: string | null) => string | null;

/**
 * A place that a text names after a preposition ("in Leyton"), whether or not anybody has heard of it.
 */
export function namedPlace(text: string, lang: string | null): string | null {
  const { bank } = bankFor(readText(text, lang).lang ?? lang);
  const found = placeIn(bank.finds.place.exec(text)?.[1]?.trim() ?? null, bank, {});
  return found === null ? null : found.replace(/^\p{Ll}+['’\s]\s*/u, '').trim() || null;
}

/** The part of a place that tells it from others: "Leyton" of "Leyton, London". */
export function areaOf(place: string): string | null {
  return place.split(/[,;/|]/)[0]?.trim() || null;
}

/**
 * Makes a finder for places: those of the watchlist wherever they stand, others where a preposition shows that a place
 * is meant.
 */
export function makeAreaFinder(places: readonly string[]): AreaFinder {
  const finder = new PhraseFinder<string>(places.map((place) => [place, place] as const));
  const known = new Map(places.map((place) => [fold(place), place]));
  return (text, lang = null) => {
    const words = wordsOf(text);
    const found = finder.find(text, words).sort((one, other) => other.tag.length - one.tag.length)[0];
    if (found) return found.tag;
    const named = namedPlace(text, lang);
    return named === null ? null : (known.get(fold(named)) ?? named);
  };
}
