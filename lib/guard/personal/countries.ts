import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** So many are enough: each makes more runs of digits look like a telephone number. */
const MOST = 4;
const INTERNATIONAL = /(?:\+|(?<!\d)00)[1-9](?:[ ().\-/]{0,3}\d){6,14}/g;

/** Countries whose customers a brand serves, as far as its own published numbers tell (ISO 3166). */
export function countriesIn(texts: readonly string[]): string[] {
  const found = texts.flatMap((text) =>
    [...text.matchAll(INTERNATIONAL)].map(
      ([written]) => parsePhoneNumberFromString(written.replace(/^00/, '+'))?.country,
    ),
  );
  return [...new Set(found.filter((country) => country !== undefined))].slice(0, MOST);
}
