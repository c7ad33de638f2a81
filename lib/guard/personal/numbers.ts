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
/** "24/7/365", "2024/25", "1/2". */
const SLASHED = /^\d{1,4}(?:\/\d{1,4}){1,2}$/;
const RANGE = /^\d{1,4}\s?-\s?\d{1,4}$/;

/** True for dates, times, ranges, amounts: digits that are nobody's number. */
export function isEveryday(written: string): boolean {
  const bare = written.replace(/^[(+]+/, '');
  return (
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
