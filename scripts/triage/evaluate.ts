/**
 * Measures the judgement and writes the figures beside the weights.
 *
 *   npm run evaluate -- --data DIR [--seeds 5]
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { featuresOf, readText } from '../../lib/triage/features';
import { intentOf, topicOf } from '../../lib/triage/judge';
import { type Model, packModel, readModel } from '../../lib/triage/model';
import { majority, wordCount } from './baselines';
import { brandsApart, unrelatedMarked } from './brands';
import { crossValidate, leaveOneOut, probabilities, type Scored } from './cross';
import { type Labelled, readFolder } from './data';
import { type HeadPlan, plans } from './heads';
import { auc, calibrationError, macroF1, mean, round } from './measures';
import { readTraining, train, weightsFolder } from './train';

type Figures = Record<string, number | string>;

const planOf = (name: string): HeadPlan => {
  const plan = plans.find((one) => one.name === name);
  if (!plan) throw new Error(`No head is called ${name}.`);
  return plan;
};
const spread = (values: readonly number[]): number =>
  Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));

const yes = 'yes';
const no = 'no';
const named = (is: boolean): string => (is ? yes : no);

/** How well the probabilities of a two-way judgement fit what is true. */
function twoWay(labels: readonly boolean[], stated: readonly number[]): Figures {
  return {
    macroF1: round(
      macroF1(
        labels.map(named),
        stated.map((probability) => named(probability >= 0.5)),
      ),
    ),
    auc: round(auc(labels, stated)),
    calibrationError: round(calibrationError(labels, stated)),
  };
}

/** The same for tweets that were scored without having been seen. */
function unseen(scored: readonly Scored[]): Figures {
  const labels = scored.map(({ label }) => label === 1);
  return { tweets: scored.length, ...twoWay(labels, probabilities(scored)) };
}

const isXci = ({ tweet }: Scored): boolean => tweet.source === 'xci';
const isService = (tweet: Labelled): boolean =>
  tweet.source === 'xci' && tweet.domain !== undefined && !tweet.domain.startsWith('random');

/** The public complaint set: ten folds over five seeds, and each service domain judged without having seen it. */
function publicSet(training: readonly Labelled[], seeds: number): Record<string, Figures> {
  const complaint = planOf('complaint');
  const xci = training.filter(({ source }) => source === 'xci');
  const withOwn = training.filter(({ source, lang }) => source === 'xci' || (source === 'own' && lang === 'en'));
  if (xci.length === 0) return {};
  const results: Record<string, Figures> = {};
  for (const [name, tweets] of [
    ['alone', xci],
    ['with our own English tweets', withOwn],
  ] as const) {
    const runs = Array.from({ length: seeds }, (_, seed) =>
      unseen(crossValidate(complaint, tweets, 10, seed + 1).filter(isXci)),
    );
    const f1 = runs.map((run) => Number(run.macroF1));
    results[`10-fold, ${name}`] = {
      ...runs[0],
      macroF1: round(mean(f1)),
      macroF1Spread: round(spread(f1)),
      auc: round(mean(runs.map((run) => Number(run.auc)))),
      seeds,
    };
    const service = leaveOneOut(
      complaint,
      name === 'alone'
        ? tweets.filter(isService)
        : tweets.filter((tweet) => isService(tweet) || tweet.source === 'own'),
      (tweet) => (isService(tweet) ? (tweet.domain ?? null) : null),
    );
    results[`leave one domain out, ${name}`] = unseen(service);
  }
  const labels = xci.map((tweet) => named(tweet.complaint === true));
  results['10-fold, majority'] = { macroF1: round(macroF1(labels, majority(labels))) };
  results['10-fold, counting good and bad words'] = {
    macroF1: round(
      macroF1(
        labels,
        xci.map((tweet) => named(wordCount(tweet) < 0)),
      ),
    ),
  };
  const severe = crossValidate(planOf('severe'), withOwn, 10, 1);
  results['severe against mild complaints, 10-fold'] = unseen(severe.filter(isXci));
  return results;
}

/** The gold tweets, which no training sees, by language and head, as the shipped bytes judge them. */
function goldSet(model: Model, gold: readonly Labelled[]): Record<string, Record<string, Figures>> {
  const results: Record<string, Record<string, Figures>> = {};
  for (const lang of new Set(gold.map((tweet) => tweet.lang))) {
    const tweets = gold.filter((tweet) => tweet.lang === lang);
    const read = tweets.map((tweet) => {
      const reading = readText(tweet.text, tweet.lang);
      return { reading, features: featuresOf(tweet.text, reading) };
    });
    const of = (name: string): number[] => read.map(({ features }) => model.probability(name, features));
    const said = read.map(
      ({ reading, features }) => intentOf(model, features, model.probability('complaint', features), reading).intent,
    );
    const saidTopic = read.map(({ features }, i) => topicOf(model, features, said[i] ?? 'other'));
    const pressing = of('pressing');
    const complaints = tweets.map((_, i) => i).filter((i) => tweets[i]?.intent === 'complaint');
    const severe = of('severe');
    results[lang] = {
      intent: {
        tweets: tweets.length,
        macroF1: round(
          macroF1(
            tweets.map(({ intent = 'other' }) => intent),
            said,
          ),
        ),
        majority: round(
          macroF1(
            tweets.map(({ intent = 'other' }) => intent),
            majority(tweets.map(({ intent = 'other' }) => intent)),
          ),
        ),
      },
      complaint: twoWay(
        tweets.map(({ intent }) => intent === 'complaint'),
        of('complaint'),
      ),
      question: twoWay(
        tweets.map(({ intent }) => intent === 'question'),
        of('question'),
      ),
      praise: twoWay(
        tweets.map(({ intent }) => intent === 'praise'),
        of('praise'),
      ),
      answer: twoWay(
        tweets.map(({ answer }) => answer === true),
        of('answer'),
      ),
      topic: {
        macroF1: round(
          macroF1(
            tweets.map(({ topic = 'other' }) => topic),
            saidTopic,
          ),
        ),
      },
      pressing: {
        auc: round(
          auc(
            tweets.map(({ urgency = 0 }) => urgency >= 2),
            pressing,
          ),
        ),
      },
      severe: {
        auc: round(
          auc(
            complaints.map((i) => (tweets[i]?.urgency ?? 0) >= 2),
            complaints.map((i) => severe[i] ?? 0),
          ),
        ),
      },
      baseline: {
        complaintByCounting: round(
          macroF1(
            tweets.map(({ intent }) => named(intent === 'complaint')),
            tweets.map((tweet) => named(wordCount(tweet) < 0)),
          ),
        ),
      },
    };
  }
  return results;
}

function main(): void {
  const { values } = parseArgs({ options: { data: { type: 'string' }, seeds: { type: 'string', default: '5' } } });
  const training = readTraining(values.data);
  const heads = new Map(plans.map((plan) => [plan.name, train(plan, training)]));
  const model = readModel(packModel([...heads.values()]));
  const figures = {
    publicSet: publicSet(training, Number(values.seeds)),
    gold: goldSet(model, readFolder('gold')),
    homonyms: brandsApart(training, readFolder('homonyms'), heads),
    unrelated: unrelatedMarked(
      training.filter(({ domain }) => domain === 'random_tweet'),
      model,
    ),
  };
  writeFileSync(join(weightsFolder, 'figures.json'), `${JSON.stringify(figures, null, 2)}\n`);
  for (const [name, one] of Object.entries(figures.publicSet)) {
    process.stdout.write(`${name}: ${JSON.stringify(one)}\n`);
  }
  for (const [brand, one] of Object.entries(figures.homonyms)) {
    process.stdout.write(`homonym ${brand}: ${JSON.stringify(one)}\n`);
  }
  process.stdout.write(`unrelated tweets: ${JSON.stringify(figures.unrelated)}\n`);
  for (const [lang, byHead] of Object.entries(figures.gold)) {
    const line = Object.entries(byHead).map(([head, one]) => `${head} ${Object.values(one).join('/')}`);
    process.stdout.write(`gold ${lang}: ${line.join(' · ')}\n`);
  }
}

if (import.meta.filename === process.argv[1]) main();
