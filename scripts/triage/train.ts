/**
 * Trains the heads and writes their weights.
 *
 *   npm run train -- --data DIR     DIR holds the labelled sets named in the README beside this file
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Head, packModel } from '../../lib/triage/model';
import { crossValidate } from './cross';
import { checksums, type Labelled, readFolder, readXci } from './data';
import { examplesFor, type HeadPlan, plans } from './heads';
import { asHead, fitLinear } from './logistic';

/** Folds in which scores are made to learn what they mean as probabilities. */
const FOLDS = 5;
const SEED = 1;

export const weightsFolder = join(import.meta.dirname, '../../public/triage');

/** All tweets to train with. */
export function readTraining(folder: string | undefined): Labelled[] {
  return [...readFolder('tweets'), ...readFolder('homonyms'), ...(folder ? readXci(folder) : [])];
}

/** Trains one head, as it is shipped: weights as signed bytes. */
export function train(plan: HeadPlan, tweets: readonly Labelled[]): Head & { weights: Int8Array } {
  const model = fitLinear(examplesFor(plan, tweets), plan.size, plan.strictness);
  return asHead(plan.name, model, crossValidate(plan, tweets, FOLDS, SEED));
}

function main(): void {
  const { values } = parseArgs({ options: { data: { type: 'string' } } });
  const tweets = readTraining(values.data);
  if (!values.data) process.stderr.write('Without --data DIR only the tweets written for this project teach.\n');
  const heads = plans.map((plan) => {
    const head = train(plan, tweets);
    process.stderr.write(`${plan.name}: ${examplesFor(plan, tweets).length} examples\n`);
    return head;
  });
  const bytes = packModel(heads);
  mkdirSync(weightsFolder, { recursive: true });
  writeFileSync(join(weightsFolder, 'weights.bin'), bytes);
  writeFileSync(
    join(weightsFolder, 'data.json'),
    `${JSON.stringify({ trainedWith: values.data ? 'all' : 'own tweets only', sha256: values.data ? checksums(values.data) : {} }, null, 2)}\n`,
  );
  process.stdout.write(`${bytes.length} bytes of weights in ${weightsFolder}\n`);
}

if (import.meta.filename === process.argv[1]) main();
