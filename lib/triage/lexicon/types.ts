/**
 * What customers' words are about, whatever their language: the judgement sees these beside the words themselves, so
 * that what it learned of one trade or language holds for another. The order is part of the weights: add at the end,
 * then train anew.
 */
export const concepts = [
  'fault',
  'outage',
  'slow',
  'late',
  'duration',
  'again',
  'missing',
  'wrong',
  'damaged',
  'billing',
  'cancel',
  'rude',
  'unreachable',
  'awful',
  'upset',
  'leave',
  'unable',
  'problem',
  'expect',
  'rhetoric',
  'sarcasm',
  'help',
  'howto',
  'stock',
  'wish',
  'praise',
  'thanks',
  'solved',
  'reply',
  'company',
  'brandtalk',
  'device',
  'service',
  'me',
  'you',
  'they',
  'negation',
  'but',
  'repeat',
  'safety',
  'appointment',
  'coverage',
  'identity',
  'fraud',
  'reward',
  'channel',
  'sadface',
  'happyface',
] as const;
export type Concept = (typeof concepts)[number];

/**
 * The words of one language. Phrases stand between commas; a trailing `*` stands for any ending; case and accents do
 * not count.
 */
export interface Lexicon {
  /** X's language code. */
  lang: string;
  /** Words that nearly every longer text in this language has; they tell the language where X does not. */
  common: string;
  concepts: Partial<Record<Concept, string>>;
}
