import { hashText } from '../text/hash';
import { readText } from './features';
import type { Judgeable } from './judgement';
import { masked, NAME } from './masking';

/**
 * Learning from the rep's corrections: a small weighting of words for this brand, on top of what the model says of any
 * brand. It is fitted anew from the corrections each time, so that taking one back leaves no trace.
 */

/** One correction as it is kept: the words are hashed, so that the tweet cannot be read back. */
export interface Lesson {
  about: 'ours' | 'complaint';
  /** What is right. */
  right: boolean;
  features: readonly number[];
}

/** What corrections say of a tweet, to be added to the model's own score. */
export interface Learned {
  /** False while nothing was corrected: then there is nothing to add. */
  knows(about: Lesson['about']): boolean;
  /** Log-odds to add. */
  adjust(about: Lesson['about'], features: readonly number[]): number;
}

/** A feature is its kind times this, plus a hash. */
const KIND = 1 << 16;
/** Kinds, with their weight: words, beginnings of words, the neighbours of the name, concepts, how the name is written. */
const kinds: readonly number[] = [1, 0.7, 1.5, 1.5, 0.3, 2];
const [WORD, BEGINNING, BEFORE, AFTER, CONCEPT, WRITTEN] = [0, 1, 2, 3, 4, 5];
/** Not a word: what the model said of the tweet, as log-odds in thousandths above -32. */
const MODEL = 6;

/** Length that the features of each tweet are scaled to. */
const LENGTH = 3;
/** How strongly weights are held back, and the model's share in the sum: found with the homonym tweets. */
const STRICTNESS = 0.3;
const SHARE_STRICTNESS = 3;
const ROUNDS = 150;
const STEP = 0.3;
/** No number of corrections is more certain than this, in log-odds. */
const MOST = 6;

function hashed(kind: number, text: string): number {
  const hash = hashText(text);
  return kind * KIND + ((hash ^ (hash >>> 15)) & (KIND - 1));
}

/**
 * What a correction of this tweet teaches, as numbers: the tweet's words, what stands around the name, concepts, and
 * what the model said.
 *
 * @param names the brand's names as they stand in the text
 * @param said the model's own log-odds
 */
export function featuresForLearning(
  { text: written, lang }: Pick<Judgeable, 'text' | 'lang'>,
  names: readonly string[],
  said: number,
): number[] {
  const { text, facts } = masked(written, names);
  const { tokens, hits } = readText(text, lang);
  const words = tokens.filter(({ kind }) => kind === 'word').map(({ folded }) => folded);
  const found = new Set<number>();
  words.forEach((word, at) => {
    if (word.includes(NAME)) {
      found.add(hashed(BEFORE, words[at - 1] ?? ''));
      found.add(hashed(AFTER, words[at + 1] ?? ''));
      return;
    }
    found.add(hashed(WORD, word));
    if (word.length > 5) found.add(hashed(BEGINNING, word.slice(0, 5)));
  });
  for (const { concept } of hits) found.add(hashed(CONCEPT, concept));
  for (const fact of facts) found.add(hashed(WRITTEN, fact));
  const model = Math.round((Math.max(-30, Math.min(30, said)) + 32) * 1000);
  return [...found, MODEL * KIND + model];
}

interface Weighted {
  /** What the model said, in log-odds. */
  said: number;
  values: readonly (readonly [feature: number, value: number])[];
}

/** The weight of each feature of one tweet, scaled so that long tweets teach no more than short ones. */
function weighted(features: readonly number[]): Weighted {
  const model = features.find((feature) => Math.floor(feature / KIND) === MODEL);
  const words = features.filter((feature) => Math.floor(feature / KIND) < MODEL);
  const values = words.map((feature) => kinds[Math.floor(feature / KIND)] ?? 0);
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
  return {
    said: model === undefined ? 0 : (model % KIND) / 1000 - 32,
    values: words.map((feature, i) => [feature, ((values[i] ?? 0) / length) * LENGTH]),
  };
}

/** A fitted weighting. */
interface Fitted {
  weights: ReadonlyMap<number, number>;
  bias: number;
  /** How much of the model's own opinion counts. */
  share: number;
}

function scoreOf({ weights, bias, share }: Fitted, { said, values }: Weighted): number {
  return values.reduce((sum, [feature, value]) => sum + (weights.get(feature) ?? 0) * value, bias + share * said);
}

/** Fits the weighting to all corrections. Pure: the same corrections in the same order give the same weighting. */
export function learn(lessons: readonly Lesson[]): Learned {
  const fitted = { ours: fitTo(lessons, 'ours'), complaint: fitTo(lessons, 'complaint') };
  return {
    knows: (about) => fitted[about].weights.size > 0,
    adjust(about, features) {
      const by = fitted[about];
      if (by.weights.size === 0) return 0;
      const tweet = weighted(features);
      return Math.max(-MOST, Math.min(MOST, scoreOf(by, tweet) - tweet.said));
    },
  };
}

function fitTo(lessons: readonly Lesson[], about: Lesson['about']): Fitted {
  const examples = lessons
    .filter((lesson) => lesson.about === about)
    .map(({ right, features }) => ({ label: right ? 1 : 0, tweet: weighted(features) }));
  const weights = new Map<number, number>();
  let bias = 0;
  let share = 1;
  const pace = STEP / Math.sqrt(examples.length || 1);
  for (let round = 0; round < ROUNDS && examples.length > 0; round++) {
    const gradient = new Map<number, number>();
    let off = 0;
    let toShare = SHARE_STRICTNESS * (share - 1);
    for (const { label, tweet } of examples) {
      const error = 1 / (1 + Math.exp(-scoreOf({ weights, bias, share }, tweet))) - label;
      off += error;
      toShare += error * tweet.said;
      for (const [feature, value] of tweet.values) gradient.set(feature, (gradient.get(feature) ?? 0) + error * value);
    }
    for (const [feature, change] of gradient) {
      weights.set(feature, (weights.get(feature) ?? 0) * (1 - pace * STRICTNESS) - pace * change);
    }
    // The share of "ours" among corrections says little of its share among tweets: the bias moves slowly.
    bias -= 0.05 * pace * off;
    share = Math.max(0.3, Math.min(2, share - 0.1 * pace * toShare));
  }
  return { weights, bias, share };
}
