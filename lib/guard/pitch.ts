import { joined, overlap, type Text } from './context';
import type { Span } from './types';

/** How much of an advertisement a text is. */
export interface Pitch {
  /** Hardly anything else from {@link CERTAIN} on, probably one from {@link LIKELY} on. */
  score: number;
  words: Span[];
}

export const CERTAIN = 4;
export const LIKELY = 2.5;

/** What a phrase of each list adds. */
const CALL = 2;
const WORD = 0.35;
/** Words without a call to buy prove nothing, however many. */
const MOST_BY_WORDS = 2;
const LOUD = 0.5;
/** Numbers of premium and toll-free lines, as advertising gives them. */
const SHORT_CODE = /(?<!\d)(?:8\d{4}|[67]\d{4})(?!\d)/;
const PREMIUM =
  /(?<!\d)0(?:9\d{2}|87\d)\s?\d{3,}|(?<![\d.])\d{1,3}p?\s?(?:\/|per\s)\s?(?:msg|min|wk|txt|day)|\d{2,3}ppm/i;

/** Weighs a text as an advertisement. Phrases of help that sound alike do not count, nor do amends. */
export function pitchOf(text: Text): Pitch {
  const helping = text.find('notPitch');
  const amends = text.find('amends');
  const free = (span: Span): boolean => !helping.some((other) => overlap(span, other));
  const calls = text.find('pitch').filter(free);
  const apart: Span[] = [];
  for (const call of calls) if (!apart.some((other) => overlap(call, other))) apart.push(call);
  const words = new Map<string, Span>();
  for (const word of text.find('pitchWords').filter(free)) {
    if (apart.some((call) => overlap(word, call))) continue;
    words.set(text.pieces[word.from]?.folded ?? '', word);
  }
  let score = CALL * apart.length + Math.min(MOST_BY_WORDS, WORD * words.size);
  if (SHORT_CODE.test(text.text)) score += 1;
  if (PREMIUM.test(text.text)) score += CALL;
  if (apart.length > 0 && (/!/.test(text.text) || /(?<!\p{L})\p{Lu}{4,}/u.test(text.text))) score += LOUD;
  if (amends.length > 0) score -= 2;
  return { score, words: joined([...apart, ...(apart.length > 0 ? [] : words.values())]) };
}
