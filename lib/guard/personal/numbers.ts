/** Check digit of cards and IMEIs. */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    let digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    if (i % 2 === 1) {
      digit *= 2;
      if (digit > 9) digit -= 9;
    }
    sum += digit;
  }
  return sum % 10 === 0;
}

/** True for numbers that a card can have: length by its first digits, and the check digit. */
export function isCard(digits: string): boolean {
  const { length } = digits;
  if (length < 12 || length > 19 || /^(\d)\1+$/.test(digits) || !luhn(digits)) return false;
  if (/^4/.test(digits)) return length === 13 || length === 16 || length === 19;
  if (/^3[47]/.test(digits)) return length === 15;
  if (/^3(?:0|6|8|9)/.test(digits)) return length >= 14;
  if (/^35/.test(digits)) return length >= 16;
  if (/^(?:1800|2131)/.test(digits)) return length === 15;
  if (/^(?:5[1-5]|2[2-7])/.test(digits)) return length === 16;
  // Maestro, Discover, UnionPay, RuPay, Verve.
  return /^(?:5[0678]|6|8[12])/.test(digits);
}

/** True for the number of a phone's hardware. */
export function isImei(digits: string): boolean {
  return digits.length === 15 && /^(?:0[1-9]|10|3[3-5]|4[459]|5[0-4]|8[6]|9[0189])/.test(digits) && luhn(digits);
}

/** True for the number of a SIM card. */
export const isIccid = (digits: string): boolean => /^89\d{17,18}$/.test(digits);

/** A run of digits with signs between them. */
export interface Run {
  digits: string;
  start: number;
  end: number;
  /** Lengths of its groups. */
  groups: number[];
  written: string;
}

/** Digits with at most three signs between them; a leading "+" or "(" belongs to it. */
const RUN = /[+(]{0,2}\d(?:(?:[ \t()\-/_*~|:]|\.(?!\s)){0,3}\d){4,39}/g;

/** Runs of five and more digits. */
export function runsIn(text: string): Run[] {
  return [...text.matchAll(RUN)].map((found) => ({
    digits: found[0].replace(/\D/g, ''),
    start: found.index,
    end: found.index + found[0].length,
    groups: (found[0].match(/\d+/g) ?? []).map(({ length }) => length),
    written: found[0],
  }));
}

/** Groups of four (or of an Amex) with a few words between: "4111 1111 and then 1111 1111". */
const APART = /\d{4,6}(?:[^\d\n]{1,18}\d{4,6}){1,3}/g;

/** Cards that are written with words in between. */
export function cardsWithWords(text: string): { start: number; end: number }[] {
  return [...text.matchAll(APART)].flatMap((found) => {
    const groups = found[0].match(/\d+/g) ?? [];
    const shape = groups.map(({ length }) => length).join('');
    const digits = groups.join('');
    const likeCard = shape === '4444' || shape === '465' || /^[48]+$/.test(shape);
    return likeCard && isCard(digits) ? [{ start: found.index, end: found.index + found[0].length }] : [];
  });
}

const DATE =
  /^(?:(?:19|20)\d{2}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|[12]\d|3[01])[-/.](?:19|20)?\d{2})(?:[ ,:.-]+\d.*)?$/;
const TIMES = /^\d{1,2}[:.][0-5]\d(?:\s*-\s*\d{1,2}[:.][0-5]\d)?$/;
const IP_ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const THOUSANDS = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?:[.,]\d{1,2})?$/;
const PAIRS = /^0\d(?:[. -]\d{2}){4}$/;
/** "20261122". */
const COMPACT_DATE = /^20[0-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
/** "24/7/365", "2024/25", "1/2". */
const SLASHED = /^\d{1,4}(?:\/\d{1,4}){1,2}$/;
const RANGE = /^\d{1,4}\s?-\s?\d{1,4}$/;

/** True for dates, times, ranges, amounts: digits that are nobody's number. */
export function isEveryday(written: string): boolean {
  const bare = written.replace(/^[(+]+/, '');
  // "06.12.34.56.78" begins like a date and is a French telephone number.
  if (PAIRS.test(bare)) return false;
  return (
    COMPACT_DATE.test(bare) ||
    DATE.test(bare) ||
    TIMES.test(bare) ||
    (IP_ADDRESS.test(bare) && bare.split('.').some((part) => part.length === 3)) ||
    THOUSANDS.test(bare) ||
    (SLASHED.test(bare) && bare.replace(/\D/g, '').length <= 8) ||
    (RANGE.test(bare) && bare.replace(/\D/g, '').length < 7) ||
    /^\d+[.,]\d{1,2}$/.test(bare) ||
    /^\d{1,3} \d{3}$/.test(bare) ||
    /:/.test(bare)
  );
}

/** Mexico's CURP and Italy's tax code, whose letters and digits nothing else has in this order. */
const LETTERED =
  /(?<![\p{L}\p{N}])(?:[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z\d]\d|[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z])(?![\p{L}\p{N}])/giu;
/** Spain's DNI and NIE: seven or eight digits and the letter that they give. */
const SPANISH = /(?<![\p{L}\p{N}])([XYZ]?)(\d{7,8})[ -]?([A-Z])(?![\p{L}\p{N}])/giu;
const SPANISH_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';
/** Brazil's CPF as it is written, with its two check digits. */
const BRAZILIAN = /(?<!\d)\d{3}\.?\d{3}\.?\d{3}-?\d{2}(?!\d)/g;

function isCpf(digits: string): boolean {
  if (/^(\d)\1+$/.test(digits)) return false;
  return [9, 10].every((length) => {
    let sum = 0;
    for (let at = 0; at < length; at++) sum += Number(digits[at]) * (length + 1 - at);
    return ((sum * 10) % 11) % 10 === Number(digits[length]);
  });
}

/** Numbers by which a state knows somebody. */
export function identitiesIn(text: string): { start: number; end: number }[] {
  const place = (found: RegExpMatchArray) => {
    const start = found.index ?? 0;
    return { start, end: start + found[0].length };
  };
  const spanish = [...text.matchAll(SPANISH)].filter(([, first = '', digits = '', letter = '']) => {
    if (digits.length !== (first === '' ? 8 : 7)) return false;
    const whole = Number(`${first === '' ? '' : 'XYZ'.indexOf(first.toUpperCase())}${digits}`);
    return SPANISH_LETTERS[whole % 23] === letter.toUpperCase();
  });
  // Without its signs a CPF could be any eleven digits.
  const brazilian = [...text.matchAll(BRAZILIAN)].filter(
    ([written]) => /[.-]/.test(written) && isCpf(written.replace(/\D/g, '')),
  );
  return [...text.matchAll(LETTERED), ...spanish, ...brazilian].map(place);
}
