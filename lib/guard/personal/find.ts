import { countrySpecs, isValidIBAN } from 'ibantools';
import { overlap, type Text } from '../context';
import type { Match } from '../phrases';
import type { Piece } from '../pieces';
import type { Span } from '../types';
import { addressesIn } from './address';
import { emailsIn, isRole } from './email';
import { cardsWithWords, identitiesIn, isCard, isEveryday, isIccid, isImei, type Run, runsIn } from './numbers';
import { isServiceLine, phoneLikeness } from './phones';
import { plainOf } from './plain';
import { spokenNumbers } from './spoken';

/** What personal data can be, as it is told. */
export const kinds = {
  card: 'a card number',
  iban: 'a bank account (IBAN)',
  device: "a device's number (IMEI or SIM)",
  phone: "somebody's phone number",
  email: "somebody's e-mail address",
  identity: 'an identity number',
  account: 'an account number',
  secret: 'a PIN or a password',
  'our-phone': 'a phone number that is not among your facts',
  'our-email': 'an e-mail address that is not among your facts',
  number: 'a long number',
  order: 'an order or ticket number',
  address: 'a postal address',
} as const;
export type Kind = keyof typeof kinds;

/** Kinds that are only hinted at. */
const HINTED: ReadonlySet<Kind> = new Set(['our-phone', 'our-email', 'number', 'order', 'address']);
export const isHinted = (kind: Kind): boolean => HINTED.has(kind);

/** Personal data at its place. */
export interface Personal extends Span {
  kind: Kind;
}

/** What the brand has published. */
export interface Published {
  /** Digits only. */
  numbers: readonly string[];
  /** Lower case, without blanks. */
  words: string;
  /** The brand's accounts, lower case. */
  accounts: readonly string[];
}

const MAIL_PROVIDERS =
  /@(?:gmail|googlemail|hotmail|yahoo|outlook|icloud|protonmail|ymail|aol|gmx|live|msn|mail)\b|(?:gmail|googlemail|hotmail|yahoo|icloud|protonmail|gmx)(?:\.|dot|punkt|punto|ponto|point|titik|[([{])/i;
/** Digits by which two writings of a number ("+44 20 …", "020 …") are the same. */
const SAME = 7;
/** Pieces before a number in which it is introduced. */
const AHEAD = 9;
/** Pieces after an announcing word in which its number stands. */
const BEHIND = 4;

const isPublishedNumber = (digits: string, { numbers }: Published): boolean => {
  const bare = digits.replace(/^0+/, '');
  return numbers.some(
    (known) =>
      known === digits || (bare.length >= SAME && (known.endsWith(bare) || bare.endsWith(known.replace(/^0+/, '')))),
  );
};

const squeezed = (text: string): string => text.toLowerCase().replace(/\s+/g, '');

/** True if an address's domain is the brand's, as its accounts show: "help@lantern.example" for @LanternCare. */
function isOurDomain(email: string, { accounts }: Published): boolean {
  const labels = (email.split('@')[1] ?? '').toLowerCase().split('.').slice(0, -1);
  return labels.some(
    (label) =>
      label.length >= 4 &&
      accounts.some((account) => {
        const name = account.replace(/help|cares?|support|service|team|us|uk|_/g, '');
        return account.includes(label) || (name.length >= 4 && label.includes(name));
      }),
  );
}

/** Personal data in a text. What the brand has published is none. */
export function personalIn(read: Text, published: Published, countries: readonly string[]): Personal[] {
  const { text: original, pieces } = read;
  const plain = plainOf(original);
  const back = ({ start, end }: Span): Span => ({
    start: plain.places[start] ?? 0,
    end: (plain.places[end - 1] ?? original.length - 1) + 1,
  });
  const found: Personal[] = [];
  const add = (kind: Kind, span: Span): void => {
    if (!found.some((other) => overlap(other, span))) found.push({ kind, ...span });
  };
  const elsewhere = pieces.filter(({ kind }) => kind === 'link' || kind === 'handle');
  const isFree = (span: Span): boolean => ![...elsewhere, ...found].some((other) => overlap(other, span));
  const ahead = introductions(read);

  for (const span of emailsIn(plain.text)) {
    const place = back(span);
    const email = plain.text.slice(span.start, span.end);
    // "ann(at)mail.com" ends in a link; what a link carries begins in it.
    if (pieces.some((piece) => piece.kind === 'link' && overlap(piece, place) && piece.start <= place.start)) continue;
    if (published.words.includes(squeezed(email))) {
      elsewhere.push({ kind: 'email', folded: '', sentence: 0, ...place });
      continue;
    }
    const provider = MAIL_PROVIDERS.test(squeezed(email));
    const ours = isRole(email) || (!provider && ahead.before(place) === 'ours');
    if (ours && isOurDomain(email, published)) elsewhere.push({ kind: 'email', folded: '', sentence: 0, ...place });
    else add(ours ? 'our-email' : 'email', place);
  }

  if (/\d/.test(plain.text)) {
    for (const span of ibansIn(plain.text)) {
      const place = back(span);
      if (isFree(place) && !published.words.includes(squeezed(plain.text.slice(span.start, span.end))))
        add('iban', place);
    }
    for (const span of identitiesIn(plain.text)) {
      const place = back(span);
      if (isFree(place)) add('identity', place);
    }
    for (const span of cardsWithWords(plain.text)) {
      const place = back(span);
      if (isFree(place)) add('card', place);
    }
    const runs = runsIn(plain.text).flatMap(apart);
    for (const run of runs) {
      const place = back(run);
      if (!isFree(place) || isPublishedNumber(run.digits, published)) continue;
      const kind = kindOf(run, place, read, countries, ahead);
      if (kind) add(kind, place);
    }
    announced(
      read,
      'secretAhead',
      /^\d{3,8}$|^(?=(?:.*\d){2})(?=.*\p{L})[\p{L}\p{N}]{4,}$/u,
      'secret',
      add,
      isFree,
      published,
    );
    announced(
      read,
      'accountAhead',
      /^\d{5,}$|^(?=(?:.*\d){4})(?=.*\p{L})[\p{L}\p{N}]{6,}$/u,
      'account',
      add,
      isFree,
      published,
    );
    announced(
      read,
      'orderAhead',
      /^\d{5,}$|^(?=(?:.*\d){3})(?=.*\p{L})[\p{L}\p{N}]{5,}$/u,
      'order',
      add,
      isFree,
      published,
    );
    for (const place of addressesIn(original)) {
      const known = published.words.includes(squeezed(original.slice(place.start, place.end)));
      if (isFree(place) && !known) add('address', place);
    }
  }
  for (const { digits, ...place } of spokenNumbers(pieces)) {
    if (isFree(place) && !isPublishedNumber(digits, published)) add(isCard(digits) ? 'card' : 'phone', place);
  }
  return found.sort((one, other) => one.start - other.start);
}

type Add = (kind: Kind, span: Span) => void;

/** Numbers right behind the words that announce them. */
function announced(
  read: Text,
  list: 'secretAhead' | 'accountAhead' | 'orderAhead',
  shape: RegExp,
  kind: Kind,
  add: Add,
  isFree: (span: Span) => boolean,
  published: Published,
): void {
  for (const match of read.findAnywhere(list)) {
    const before = read.pieces[match.to - 1];
    for (const piece of read.pieces.slice(match.to, match.to + BEHIND)) {
      if (piece.sentence !== before?.sentence) break;
      if (piece.kind !== 'number' && piece.kind !== 'word' && piece.kind !== 'hashtag') continue;
      const bare = piece.folded.replace(/[.,:]/g, '');
      if (!shape.test(bare) || !isFree(piece) || isPublishedNumber(bare, published)) continue;
      if (/^(?:19|20)\d{2}$/.test(bare) || /^\d+(?:gb|mb|mbps|am|pm|hrs?|th|st|nd|rd|days?|mins?|k)$/.test(bare))
        continue;
      add(kind, { start: piece.start, end: piece.end });
      break;
    }
  }
}

interface Introductions {
  /** Who is said to have what stands here, by the nearest words before it. */
  before(place: Span): 'ours' | 'theirs' | null;
  /** Whether an announcing word stands right before. */
  announces(place: Span, list: 'accountAhead' | 'orderAhead'): boolean;
}

function introductions(read: Text): Introductions {
  const cache = new Map<string, Match[]>();
  const find = (list: 'oursAhead' | 'theirsAhead' | 'accountAhead' | 'orderAhead'): Match[] => {
    const known = cache.get(list) ?? read.findAnywhere(list);
    cache.set(list, known);
    return known;
  };
  const indexOf = (place: Span): number => {
    const at = read.pieces.findIndex(({ end }) => end > place.start);
    return at === -1 ? read.pieces.length : at;
  };
  const nearest = (matches: readonly Match[], at: number, reach: number): number =>
    Math.max(-1, ...matches.filter(({ to }) => to <= at && at - to <= reach).map(({ to }) => to));
  return {
    before(place) {
      const at = indexOf(place);
      const theirs = nearest(find('theirsAhead'), at, AHEAD);
      const ours = nearest(find('oursAhead'), at, AHEAD);
      if (theirs === -1 && ours === -1) return null;
      return theirs >= ours ? 'theirs' : 'ours';
    },
    announces(place, list) {
      return nearest(find(list), indexOf(place), BEHIND - 1) !== -1;
    },
  };
}

/** Two numbers with a stroke between, and what hangs on behind ("24/7", "1/2"), taken apart. */
function apart(run: Run): Run[] {
  const written = run.written.replace(/\s+[([]?\d{1,2}\/\d{1,2}$/, '').replace(/[^\d)]+$/, '');
  if (written !== run.written && written.replace(/\D/g, '').length >= 5) {
    return apart({ ...runOf(written, run.start) });
  }
  const parts = run.written.split(/\s[/|-]\s|\s\s+/);
  if (parts.length < 2 || !parts.every((part) => part.replace(/\D/g, '').length >= 7)) return [run];
  return parts.map((part) => runOf(part, run.start + run.written.indexOf(part)));
}

const runOf = (written: string, start: number): Run => ({
  written,
  start,
  end: start + written.length,
  digits: written.replace(/\D/g, ''),
  groups: (written.match(/\d+/g) ?? []).map(({ length }) => length),
});

/** An order number of a large shop; "302-…" and so on would pass for cards. */
const SHOP_ORDER = /^\d{3}-\d{7}-\d{7}$/;
const IDENTITY = /^(?!000|666|9)\d{3}-\d{2}-\d{4}$/;
const UNIT =
  /^\s?(?:gb|mb|tb|mbps|kbps|gbps|km|kg|am|pm|hrs?|hours?|views?|people|homes|customers|followers|points?|miles|steps)(?![\p{L}])/iu;

function kindOf(run: Run, place: Span, read: Text, countries: readonly string[], ahead: Introductions): Kind | null {
  const { digits, written } = run;
  const amount = (piece: Piece): boolean =>
    (piece.kind === 'price' || piece.kind === 'percent') && overlap(piece, place);
  if (isIccid(digits)) return 'device';
  if (SHOP_ORDER.test(written)) return 'order';
  if (isCard(digits)) return 'card';
  if (isImei(digits)) return 'device';
  if (IDENTITY.test(written)) return 'identity';
  if (isEveryday(written) || UNIT.test(read.text.slice(place.end, place.end + 12))) return null;
  if (read.pieces.some(amount)) return null;
  const before = ahead.before(place);
  const likeness = phoneLikeness(run, countries);
  // "Your account's phone number" announces a phone; a bare number behind "account" is one.
  if (digits.length >= 5 && ahead.announces(place, 'orderAhead') && before !== 'theirs') return 'order';
  if (digits.length >= 5 && ahead.announces(place, 'accountAhead')) return 'account';
  if (digits.length >= 5 && ahead.announces(place, 'orderAhead')) return 'order';
  if (likeness === 'no') return digits.length > 15 ? 'number' : null;
  if (isServiceLine(digits)) return before === 'theirs' && likeness === 'sure' ? 'phone' : 'our-phone';
  if (likeness === 'maybe') return before === 'theirs' ? 'phone' : before === 'ours' ? 'our-phone' : 'number';
  return before === 'ours' ? 'our-phone' : 'phone';
}

const IBAN_START = /(?<![\p{L}\p{N}])\p{L}{2}\s?\d{2}(?=[ .-]?[\p{L}\p{N}])/gu;

/** IBANs with their check digits right, in whatever groups. */
function ibansIn(text: string): Span[] {
  const found: Span[] = [];
  for (const { index } of text.matchAll(IBAN_START)) {
    const country = text.slice(index, index + 2).toUpperCase();
    const length = countrySpecs[country]?.chars;
    if (!length) continue;
    let written = '';
    let end = index;
    while (end < text.length && written.length < length) {
      const char = text[end] ?? '';
      if (/[A-Za-z0-9]/.test(char)) written += char;
      else if (!/[ .-]/.test(char)) break;
      end++;
    }
    if (written.length === length && isValidIBAN(written.toUpperCase())) found.push({ start: index, end });
  }
  return found;
}
