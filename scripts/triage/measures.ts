import { seeded } from '../../lib/time/seeded';

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** To four places, as figures are written. */
export const round = (value: number): number => Number(value.toFixed(4));

/** F1 of one class: how well it is found and kept apart, 0 to 1. */
export function f1(truth: readonly string[], said: readonly string[], name: string): number {
  let right = 0;
  let wrong = 0;
  truth.forEach((is, i) => {
    if (is === name && said[i] === name) right++;
    else if (is === name || said[i] === name) wrong++;
  });
  return right === 0 ? 0 : (2 * right) / (2 * right + wrong);
}

/** The mean of the F1 of all classes that occur. */
export function macroF1(truth: readonly string[], said: readonly string[]): number {
  const names = [...new Set(truth)];
  return names.reduce((sum, name) => sum + f1(truth, said, name), 0) / names.length;
}

/** How often a positive example scores above a negative one (area under the ROC curve); 0.5 is chance. */
export function auc(labels: readonly boolean[], scores: readonly number[]): number {
  const order = scores.map((score, i) => ({ score, label: labels[i] === true })).sort((a, b) => a.score - b.score);
  let ranks = 0;
  let positives = 0;
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && order[to]?.score === order[from]?.score) to++;
    for (let i = from; i < to; i++) {
      if (!order[i]?.label) continue;
      // Ties share their mean rank.
      ranks += (from + to + 1) / 2;
      positives++;
    }
    from = to;
  }
  const negatives = order.length - positives;
  return positives * negatives === 0
    ? Number.NaN
    : (ranks - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** How far stated probabilities are from what happened (expected calibration error over ten bins); 0 is perfect. */
export function calibrationError(labels: readonly boolean[], probabilities: readonly number[]): number {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, stated: 0, happened: 0 }));
  probabilities.forEach((probability, i) => {
    const bin = bins[Math.min(9, Math.floor(probability * 10))];
    if (!bin) return;
    bin.count++;
    bin.stated += probability;
    if (labels[i]) bin.happened++;
  });
  return bins.reduce((sum, { stated, happened }) => sum + Math.abs(stated - happened), 0) / (probabilities.length || 1);
}

/** The same items in an order that depends on the seed alone. */
export function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const next = seeded(seed);
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [result[i], result[j]] = [result[j] as Item, result[i] as Item];
  }
  return result;
}
