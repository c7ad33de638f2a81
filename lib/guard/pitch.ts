import { joined, overlap, Text } from './context';
import type { Span } from './types';

/** How much of an advertisement a text is by its words. */
export interface WordPitch {
  /** Hardly anything else from {@link CERTAIN} on, probably one from {@link LIKELY} on. */
  score: number;
  words: Span[];
}

/** What is made of a text. */
export interface Pitch {
  /** Hardly anything else, perhaps one, or none. */
  level: 'certain' | 'likely' | 'none';
  words: Span[];
}

const CERTAIN = 4;
const LIKELY = 2.5;
/** Probabilities of the trained head that mean the same; at the first one 97 of 100 are advertisements. */
const LEARNED_CERTAIN = 0.85;
const LEARNED_LIKELY = 0.5;
/** The words alone are not believed if the head sees an answer. */
const LEARNED_DOUBT = 0.2;

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

/** Weighs the words of a text as an advertisement. Phrases of help that sound alike do not count, nor do amends. */
export function wordPitch(text: Text): WordPitch {
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

/** Tells an advertisement from an answer: by its words and by the trained head, which know different ones. */
export function pitchOf(text: Text): Pitch {
  const { score, words } = wordPitch(text);
  const learned = text.pitch(score);
  const doubt = learned < LEARNED_DOUBT;
  // Money that goes back is no offer, whatever else is said of prices: at most something to look at.
  if (text.has('amends')) return { level: score >= CERTAIN && learned >= LEARNED_CERTAIN ? 'likely' : 'none', words };
  const certain = learned >= LEARNED_CERTAIN || (score >= CERTAIN && !doubt);
  const likely = learned >= LEARNED_LIKELY || score >= (doubt ? CERTAIN : LIKELY);
  return { level: certain ? 'certain' : likely ? 'likely' : 'none', words };
}

/** True if a post reads as advertising, whomever it is for. */
export function readsAsOffer(post: string): boolean {
  return pitchOf(new Text(post, null)).level !== 'none';
}
