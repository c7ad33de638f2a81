/**
 * Trains the head that knows advertisements and writes it into `lib/guard/pitch-weights.ts`.
 *
 *   npm run guard:train -- --data DIR     DIR holds sms-spam-en.tsv
 *
 * Only lines that are not kept back for judging are used.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Text } from '../../lib/guard/context';
import { wordPitch } from '../../lib/guard/pitch';
import { pitchFeatures } from '../../lib/guard/pitch-head';
import { readText } from '../../lib/triage/features';
import { packModel } from '../../lib/triage/model';
import { readFolder } from '../triage/data';
import { asHead, type Example, fitLinear, scoreOf } from '../triage/logistic';
import { allPitches, allReplies, messages } from './data';

const SIZE = 4096;
const STRICTNESS = 0.5;
const FOLDS = 5;
/** What was written for the purpose counts more than text messages, tweets of customers count less. */
const OWN = 3;
const TWEET = 0.5;
const EVERY_TWEET = 4;

function exampleOf(text: string, lang: string, label: 0 | 1, weight: number): Example {
  const read = new Text(text, null, [lang]);
  const features = pitchFeatures(read, readText(text, null), wordPitch(read).score);
  return { features, label, weight };
}

function examples(folder: string): Example[] {
  const replies = allReplies().filter(({ kept }) => !kept);
  return [
    ...[...allPitches('pitches'), ...allPitches('pitches-taught')]
      .filter(({ kept }) => !kept)
      .map(({ text, lang }) => exampleOf(text, lang, 1, OWN)),
    ...replies.map(({ draft, lang, expected }) => exampleOf(draft, lang, expected.startsWith('sales') ? 1 : 0, OWN)),
    ...messages(folder)
      .filter(({ kept }) => !kept)
      .map(({ text, lang, spam }) => exampleOf(text, lang, spam ? 1 : 0, 1)),
    ...readFolder('tweets')
      .filter((_, at) => at % EVERY_TWEET === 0)
      .map(({ text, lang }) => exampleOf(text, lang, 0, TWEET)),
  ];
}

const { values } = parseArgs({ options: { data: { type: 'string' } } });
if (!values.data) {
  process.stderr.write('Where is the data? npm run guard:train -- --data DIR\n');
  process.exit(2);
}
const all = examples(values.data);
const scored = Array.from({ length: FOLDS }, (_, fold) => {
  const model = fitLinear(
    all.filter((_, at) => at % FOLDS !== fold),
    SIZE,
    STRICTNESS,
  );
  return all
    .filter((_, at) => at % FOLDS === fold)
    .map(({ features, label, weight }) => ({ score: scoreOf(model, features), label, weight }));
}).flat();
const head = asHead('pitch', fitLinear(all, SIZE, STRICTNESS), scored);
for (const wanted of [0.3, 0.5, 0.7, 0.85, 0.9, 0.97]) {
  const over = scored.filter(({ score }) => 1 / (1 + Math.exp(-(head.slope * score + head.offset))) >= wanted);
  const right = over.filter(({ label }) => label === 1).length;
  const positives = scored.filter(({ label }) => label === 1).length;
  process.stdout.write(
    `probability ${wanted} and more, cross-validated: precision ${((100 * right) / over.length).toFixed(1)} %, ` +
      `recall ${((100 * right) / positives).toFixed(1)} %\n`,
  );
}
const bytes = packModel([head]);
writeFileSync(
  join(import.meta.dirname, '../../lib/guard/pitch-weights.ts'),
  `/** Written by \`npm run guard:train\`: the head that knows advertisements, as \`packModel\` packs it, in base64. */
export const pitchWeights =
  '${Buffer.from(bytes).toString('base64')}';
`,
);
process.stdout.write(`${bytes.length} bytes, from ${all.length} texts\n`);
