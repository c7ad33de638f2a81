import type { Fact } from '../facts/fact';

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
/** Digits with the usual signs between them. */
const RUN = /(?<![\w@#/.-])(?:[A-Z]{2,4}-?)?\+?\(?\d[\d\s().-]{5,}\d(?!\w)/g;
const DATE = /^(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{2}|\d{4})|\d{4}-\d{2}-\d{2}|(?:19|20)\d{2}\s?[-–]\s?(?:19|20)\d{2})$/;
/** So many digits are a number that belongs to somebody: a phone, an account, a card. */
const DIGITS = 7;

/**
 * True if a customer has put what only we should know where anybody reads it: a card, a phone, an account number, an
 * email. Numbers of the brand itself do not count.
 */
export function exposesPersonalData(text: string, facts: readonly Pick<Fact, 'text'>[]): boolean {
  const plain = text.replace(/https?:\/\/\S+/g, ' ');
  const published = facts.map((fact) => fact.text);
  const email = EMAIL.exec(plain)?.[0];
  if (email && !published.some((own) => own.includes(email))) return true;
  const digitsOf = (written: string): string => written.replace(/\D/g, '');
  return [...plain.matchAll(RUN)].some(([written]) => {
    const digits = digitsOf(written);
    if (digits.length < DIGITS || DATE.test(written.trim())) return false;
    return !published.some((own) => digitsOf(own).includes(digits));
  });
}
