import type { Features } from '../../lib/triage/features';
import type { Head } from '../../lib/triage/model';

/** One example of a binary judgement. */
export interface Example {
  features: Features;
  /** 1 if the judgement holds. */
  label: 0 | 1;
  /** How much the example counts; 1 for most. */
  weight: number;
}

/** A linear judgement: a table of weights and what is added to every sum. */
export interface Linear {
  table: Float64Array;
  bias: number;
}

/** Pairs of steps that L-BFGS remembers. */
const MEMORY = 8;

/**
 * Fits a logistic regression with an L2 penalty by L-BFGS. Deterministic: the same examples in the same order give the
 * same weights.
 *
 * @param size length of the table, a power of two; feature numbers are folded into it
 * @param strictness the penalty; more means smaller weights
 */
export function fitLinear(examples: readonly Example[], size: number, strictness: number, steps = 80): Linear {
  const mask = size - 1;
  const length = size + 1;
  const loss = (weights: Float64Array, gradient: Float64Array): number => {
    gradient.fill(0);
    let sum = 0;
    for (const { features, label, weight } of examples) {
      const { index, value } = features;
      let score = weights[size] as number;
      for (let i = 0; i < index.length; i++) {
        score += (weights[(index[i] as number) & mask] as number) * (value[i] as number);
      }
      const probability = 1 / (1 + Math.exp(-score));
      sum += weight * (Math.log1p(Math.exp(-Math.abs(score))) + Math.max(score, 0) - label * score);
      const error = weight * (probability - label);
      for (let i = 0; i < index.length; i++) {
        const at = (index[i] as number) & mask;
        gradient[at] = (gradient[at] as number) + error * (value[i] as number);
      }
      gradient[size] = (gradient[size] as number) + error;
    }
    for (let at = 0; at < size; at++) {
      const weight = weights[at] as number;
      sum += 0.5 * strictness * weight * weight;
      gradient[at] = (gradient[at] as number) + strictness * weight;
    }
    return sum;
  };

  let weights = new Float64Array(length);
  let gradient = new Float64Array(length);
  let now = loss(weights, gradient);
  const past: { step: Float64Array; change: Float64Array; rho: number }[] = [];
  for (let round = 0; round < steps; round++) {
    const direction = descent(gradient, past);
    const slope = -dot(gradient, direction);
    let size = 1;
    let next = weights;
    let nextGradient = gradient;
    let then = now;
    for (let attempt = 0; attempt < 25; attempt++) {
      const tried = new Float64Array(length);
      for (let at = 0; at < length; at++) tried[at] = (weights[at] as number) - size * (direction[at] as number);
      const triedGradient = new Float64Array(length);
      then = loss(tried, triedGradient);
      next = tried;
      nextGradient = triedGradient;
      if (then <= now + 1e-4 * size * slope) break;
      size /= 2;
    }
    const step = difference(next, weights);
    const change = difference(nextGradient, gradient);
    const curvature = dot(step, change);
    if (curvature > 1e-12) {
      past.push({ step, change, rho: 1 / curvature });
      if (past.length > MEMORY) past.shift();
    }
    const gain = now - then;
    weights = next;
    gradient = nextGradient;
    now = then;
    if (round > 8 && gain < 1e-5 * Math.abs(now)) break;
  }
  return { table: weights.subarray(0, size), bias: weights[size] as number };
}

/** The score of a tweet: above 0 the judgement holds more likely than not. */
export function scoreOf({ table, bias }: Linear, { index, value }: Features): number {
  const mask = table.length - 1;
  let score = bias;
  for (let i = 0; i < index.length; i++) {
    score += (table[(index[i] as number) & mask] as number) * (value[i] as number);
  }
  return score;
}

/** An example that no part of its model was made with: what was said of it, and what is so. */
export interface ScoredExample {
  score: number;
  label: 0 | 1;
  weight: number;
}

/**
 * Finds how scores become probabilities (Platt's scaling): probability = 1 / (1 + exp(-(slope · score + offset))).
 *
 * @param scored examples that were not used to fit
 */
export function calibrate(scored: readonly ScoredExample[]): { slope: number; offset: number } {
  let slope = 1;
  let offset = 0;
  for (let round = 0; round < 50; round++) {
    // Newton's method on two numbers.
    let ga = 1e-3 * (slope - 1);
    let gb = 0;
    let haa = 1e-3;
    let hab = 0;
    let hbb = 1e-6;
    for (const { score, label, weight } of scored) {
      const probability = 1 / (1 + Math.exp(-(slope * score + offset)));
      const error = weight * (probability - label);
      const spread = weight * probability * (1 - probability);
      ga += error * score;
      gb += error;
      haa += spread * score * score;
      hab += spread * score;
      hbb += spread;
    }
    const determinant = haa * hbb - hab * hab;
    const da = (hbb * ga - hab * gb) / determinant;
    const db = (haa * gb - hab * ga) / determinant;
    slope -= da;
    offset -= db;
    if (Math.abs(da) + Math.abs(db) < 1e-9) break;
  }
  return { slope, offset };
}

function descent(
  gradient: Float64Array,
  past: readonly { step: Float64Array; change: Float64Array; rho: number }[],
): Float64Array {
  const direction = Float64Array.from(gradient);
  const factors: number[] = [];
  for (const { step, change, rho } of [...past].reverse()) {
    const factor = rho * dot(step, direction);
    factors.unshift(factor);
    add(direction, change, -factor);
  }
  const latest = past.at(-1);
  const first = latest ? 1 / (latest.rho * dot(latest.change, latest.change)) : 1 / Math.sqrt(dot(gradient, gradient));
  for (let at = 0; at < direction.length; at++) direction[at] = (direction[at] as number) * first;
  past.forEach(({ step, change, rho }, i) => {
    add(direction, step, (factors[i] ?? 0) - rho * dot(change, direction));
  });
  return direction;
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] as number) * (other[at] as number);
  return sum;
}

function add(to: Float64Array, what: Float64Array, factor: number): void {
  for (let at = 0; at < to.length; at++) to[at] = (to[at] as number) + factor * (what[at] as number);
}

function difference(one: Float64Array, other: Float64Array): Float64Array {
  const result = new Float64Array(one.length);
  for (let at = 0; at < one.length; at++) result[at] = (one[at] as number) - (other[at] as number);
  return result;
}

/**
 * Makes a head as it is shipped: weights as signed bytes, and what its scores mean as probabilities.
 *
 * @param scored examples that were left out while the model that scored them was made
 */
export function asHead(
  name: string,
  { table, bias }: Linear,
  scored: readonly ScoredExample[],
): Head & { weights: Int8Array<ArrayBuffer> } {
  const { slope, offset } = calibrate(scored);
  const unit = table.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127;
  const rounded = (value: number): number => Number(value.toPrecision(6));
  return {
    name,
    size: table.length,
    unit: rounded(unit),
    bias: rounded(bias),
    slope: rounded(slope),
    offset: rounded(offset),
    weights: Int8Array.from(table, (weight) => Math.round(weight / (unit || 1))),
  };
}
