import { type Features, featuresOf, type Reading } from '../triage/features';
import { type Model, readModel } from '../triage/model';
import type { List } from './lexicon/types';
import type { Piece } from './pieces';
import { pitchWeights } from './pitch-weights';

let model: Model | null = null;

/** Steps of the word lists' score that the head is told of. */
const STEPS = 8;
/** Lists that go with help, and are much the same in all languages. */
const HELP = ['stock', 'nextStep', 'promise', 'amends', 'privately', 'notPitch', 'trouble', 'asking'] as const;
const KINDS = ['price', 'percent', 'link', 'hashtag', 'email', 'handle'] as const;
/** Each fact counts this often: the few facts that all languages share would drown in the words. */
const WEIGHT = 3;

/** What the head looks at. */
interface Looked {
  text: string;
  pieces: readonly Piece[];
  has(list: List): boolean;
}

/** A text as the head sees it: as triage's heads do, what the word lists make of it, and what of help is in it. */
export function pitchFeatures(read: Looked, reading: Reading, score: number): Features {
  const facts: string[] = [];
  for (let step = 0; step < STEPS && score > step; step++) facts.push(`pitch ${step}`);
  const help = HELP.filter((list) => read.has(list));
  const kinds = KINDS.filter((kind) => read.pieces.some((piece) => piece.kind === kind));
  const isPriced = kinds.includes('price') || kinds.includes('percent');
  facts.push(...help, ...kinds, `help ${Math.min(help.length, 3)}`);
  if (isPriced) facts.push(`priced, help ${Math.min(help.length, 3)}`);
  if (isPriced && !help.includes('amends') && !help.includes('privately')) facts.push('priced, no amends');
  if (/\p{Extended_Pictographic}|→/u.test(read.text)) facts.push('pictures');
  if (/\^[A-Z]{1,3}\b/.test(read.text)) facts.push('signed');
  const often = facts.flatMap((fact) => Array.from({ length: WEIGHT }, (_, time) => `${fact} (${time})`));
  return featuresOf(read.text, reading, often);
}

/** How likely a text is an advertisement, by the trained head. */
export function learnedPitch(features: Features): number {
  model ??= readModel(Uint8Array.from(atob(pitchWeights), (char) => char.charCodeAt(0)));
  return model.probability('pitch', features);
}
