import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Text } from '../context';
import type { Run } from './numbers';

/** Trying a number in a country takes time. */
const MOST_COUNTRIES = 16;

/** Where people write in a language, if the brand does not say where its customers are. */
const BY_LANGUAGE: Readonly<Record<string, readonly string[]>> = {
  en: ['US', 'GB'],
  tl: ['PH'],
  in: ['ID'],
  es: ['ES', 'MX'],
  pt: ['BR', 'PT'],
  fr: ['FR'],
  de: ['DE'],
  it: ['IT'],
};

const ALL_COUNTRIES = Object.values(BY_LANGUAGE).flat();

/** Countries whose numbers are looked for; if nobody knows the language of a text, those of all languages. */
export function countriesFor(stated: readonly string[] | undefined, { isGuessed, langs }: Text): string[] {
  const spoken = isGuessed ? ALL_COUNTRIES : langs.flatMap((one) => BY_LANGUAGE[one] ?? []);
  return [...new Set([...(stated ?? []), ...spoken])].slice(0, MOST_COUNTRIES);
}

/** Lines that companies have and people don't: toll-free, shared cost, service numbers. */
const SERVICE =
  /^(?:(?:1?8(?:00|88|77|66|55|44|33|22)\d{7})|0(?:800|808|84\d|87\d)\d{5,7}|0(?:30[036]|33[03]|34[3-8]|37[0-6])\d{7}|08(?:00|05|09|20|25|26|90|92)\d{6}|90[0-2]\d{6}|800\d{6}|1[38]00\d{6,7}|0?1800\d{6,8}|1500\d{3}|0180\d{6,8}|(?:400[34]|300[34])\d{4})$/;

/** True for a toll-free or service line. */
export const isServiceLine = (digits: string): boolean => SERVICE.test(digits);

const SHORTEST = 7;
const LONGEST = 15;

/** How much a run of digits looks like a telephone number. */
export function phoneLikeness({ digits, groups, written }: Run, countries: readonly string[]): 'sure' | 'maybe' | 'no' {
  if (digits.length < SHORTEST || digits.length > LONGEST) return 'no';
  if (/^(\d)\1+$/.test(digits)) return 'maybe';
  const years =
    groups.length === 2 && groups.every((length) => length === 4) && /^(?:19|20)\d{2}\D+(?:19|20)\d{2}$/.test(written);
  const hours = /^[0-2]\d[0-5]0\s?-\s?[0-2]\d[0-5]0$/.test(written);
  if (years || hours) return 'no';
  // Groups of one or two digits only ("1-2-3-4-5-6-7") are counting, except the French way.
  const longest = Math.max(...groups);
  if (groups.length > 2 && longest === 1) return digits.length >= 9 && !digits.startsWith('1') ? 'sure' : 'no';
  if (written.startsWith('+')) return 'sure';
  const parts = written.match(/\d+/g) ?? [];
  // "Channels 101 102 103": numbers in a row; "1000 500": two numbers that stand side by side.
  if (parts.length > 2 && parts.every((part, at) => at === 0 || Number(part) === Number(parts[at - 1]) + 1))
    return 'no';
  const sideBySide = groups.length === 2 && digits.length === SHORTEST && !/^\d{3}[-.]\d{4}$/.test(written);
  if (groups.length > 1 && groups.length <= 6 && digits.length <= 14 && longest >= 2 && !sideBySide) return 'sure';
  const known = countries.some(
    (country) => isSupportedCountry(country) && parsePhoneNumberFromString(written, country)?.isValid(),
  );
  return known || /^0\d{8,11}$/.test(digits) ? 'sure' : 'maybe';
}
