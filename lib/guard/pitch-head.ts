import { type Features, featuresOf, type Reading } from '../triage/features';
import { type Model, readModel } from '../triage/model';
import { pitchWeights } from './pitch-weights';

let model: Model | null = null;

/** Steps of the word lists' score that the head is told of. */
const STEPS = 8;

/** A text as the head sees it: as triage's heads do, and what the word lists make of it. */
export function pitchFeatures(text: string, reading: Reading, score: number): Features {
  const steps: string[] = [];
  for (let step = 0; step < STEPS && score > step; step++) steps.push(`pitch ${step}`);
  return featuresOf(text, reading, steps);
}

/** How likely a text is an advertisement, by the trained head; null if there is none. */
export function learnedPitch(features: Features): number | null {
  if (pitchWeights === '') return null;
  model ??= readModel(Uint8Array.from(atob(pitchWeights), (char) => char.charCodeAt(0)));
  return model.probability('pitch', features);
}
