import type { Span } from '../types';

const NAME = "\\p{Lu}[\\p{L}'’.-]{1,30}";
const NAMES = `${NAME}(?:\\s(?:de|del|da|do|dos|la|las|los|el|du|des|di|della|von|der|den|van|ng|sa|${NAME})){0,4}`;
const NUMBER = '\\d{1,5}[a-zA-Z]?';

/** Street addresses as they are written in the countries of the languages that the guard knows. */
const PATTERNS: readonly RegExp[] = [
  // 12 Mill Lane, 1600 North Oak Ave.
  new RegExp(
    `(?<![\\p{L}\\p{N}.,:/-])${NUMBER},?\\s(?:${NAME}\\s){1,4}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|court|ct|close|crescent|terrace|way|place|square|gardens|grove|highway|hwy|parkway|pkwy|mews|circle|trail)(?![\\p{L}])`,
    'giu',
  ),
  // Lindenstraße 12, Am Markt 3a
  /(?<!\p{L})\p{L}{2,30}(?:stra(?:ß|ss)e|str\.|weg|gasse|allee|platz|ring|damm|ufer|chaussee)\s?\d{1,4}\s?[a-z]?(?![\p{L}\p{N}])/giu,
  // 14 rue des Lilas, 3 bis avenue Foch
  /(?<![\p{L}\p{N}])\d{1,4}(?:\s?(?:bis|ter))?,?\s(?:rue|avenue|av\.|boulevard|bd|place|chemin|allée|impasse|quai|route|cours)\s(?:de\s|du\s|des\s|la\s|le\s|l'|d'){0,3}\p{L}{2,30}/giu,
  // Calle Mayor 12, Av. Insurgentes 345, Rua das Flores, 77, Via Roma 5, Jl. Melati No. 8
  new RegExp(
    `(?<!\\p{L})(?:calle|c/|avenida|av\\.|avda\\.?|carrera|cra\\.?|paseo|plaza|jirón|jr\\.|rua|r\\.|travessa|alameda|praça|via|viale|piazza|corso|largo|vicolo|jl\\.?|jalan|gang|gg\\.)\\s(?:(?:de|del|da|do|das|dos|la|las|los|el|della|dei|delle)\\s){0,2}${NAMES},?\\s?(?:n[.ºo°]{0,2}\\.?|nº|no\\.?|nomor|#|num\\.?)?\\s?\\d{1,5}(?!\\s?(?:%|€|gb|mb))(?![\\p{L}\\p{N}])`,
    'gu',
  ),
  new RegExp(
    `(?<!\\p{L})(?:Calle|Avenida|Av\\.|Avda\\.?|Carrera|Paseo|Rua|Travessa|Alameda|Via|Viale|Piazza|Corso|Jl\\.?|Jalan)\\s(?:(?:de|del|da|do|das|dos|la|las|los|el|della|dei|delle)\\s){0,2}${NAMES},?\\s?(?:n[.ºo°]{0,2}\\.?|nº|No\\.?|nomor|#)?\\s?\\d{1,5}(?![\\p{L}\\p{N}%€])`,
    'gu',
  ),
  // Blk 5 Lot 12, 23 Mabini St., Brgy. San Roque
  /(?<!\p{L})bl(?:oc)?k\.?\s?\d{1,4},?\s?lot\s?\d{1,4}/giu,
  /(?<!\p{L})(?:RT|rt)\s?\.?\d{1,3}\s?\/\s?(?:RW|rw)\s?\.?\d{1,3}/gu,
  // British and Canadian postcodes in full, American "City, ST 12345", boxes.
  /(?<![\p{L}\p{N}])(?:[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]?\s\d[ABD-HJLNP-UW-Z]{2}|[ABCEGHJ-NPRSTVXY]\d[A-Z]\s\d[A-Z]\d)(?![\p{L}\p{N}])/gu,
  /\p{Lu}\p{L}+,\s[A-Z]{2}\s\d{5}(?:-\d{4})?(?!\d)/gu,
  /(?<!\p{L})P\.?\s?O\.?\s?Box\s\d{1,6}/giu,
  /(?<!\p{L})(?:apt|apartment|suite|flat|unit)\.?\s#?\d{1,5}[a-z]?(?![\p{L}\p{N}])/giu,
];

/** Postal addresses in a text. */
export function addressesIn(text: string): Span[] {
  if (!/\d/.test(text)) return [];
  return PATTERNS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((found) => ({ start: found.index, end: found.index + found[0].length })),
  );
}
