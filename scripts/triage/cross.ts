import type { Labelled } from './data';
import { examplesFor, type HeadPlan } from './heads';
import { calibrate, fitLinear, type ScoredExample, scoreOf } from './logistic';
import { shuffled } from './measures';

/** A tweet with the score that a head gave it without having seen it. */
export interface Scored extends ScoredExample {
  tweet: Labelled;
}

/** Scores every tweet by a head trained on the other folds. */
export function crossValidate(plan: HeadPlan, tweets: readonly Labelled[], folds: number, seed: number): Scored[] {
  const examples = shuffled(examplesFor(plan, tweets), seed);
  return Array.from({ length: folds }, (_, fold) => {
    const linear = fitLinear(
      examples.filter((_, i) => i % folds !== fold),
      plan.size,
      plan.strictness,
    );
    return examples
      .filter((_, i) => i % folds === fold)
      .map(({ tweet, label, weight, features }) => ({ tweet, label, weight, score: scoreOf(linear, features) }));
  }).flat();
}

/** Scores the tweets of each group by a head that never saw the group; tweets without a group are always seen. */
export function leaveOneOut(
  plan: HeadPlan,
  tweets: readonly Labelled[],
  groupOf: (tweet: Labelled) => string | null,
): Scored[] {
  const examples = examplesFor(plan, tweets);
  const groups = new Set(examples.map(({ tweet }) => groupOf(tweet)).filter((group) => group !== null));
  return [...groups].flatMap((group) => {
    const linear = fitLinear(
      examples.filter(({ tweet }) => groupOf(tweet) !== group),
      plan.size,
      plan.strictness,
    );
    return examples
      .filter(({ tweet }) => groupOf(tweet) === group)
      .map(({ tweet, label, weight, features }) => ({ tweet, label, weight, score: scoreOf(linear, features) }));
  });
}

/** Turns scores into probabilities by what they came to elsewhere. */
export function probabilities(scored: readonly Scored[]): number[] {
  const { slope, offset } = calibrate(scored);
  return scored.map(({ score }) => 1 / (1 + Math.exp(-(slope * score + offset))));
}
