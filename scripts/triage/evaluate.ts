/**
 * Measures the judgement and writes the figures beside the weights.
 *
 *   npm run evaluate -- --data DIR [--seeds 5]
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { featuresOf, readText } from '../../lib/triage/features';
import { TOPIC_STATED } from '../../lib/triage/judge';
import { topics } from '../../lib/triage/judgement';
import { type Model, packModel, readModel } from '../../lib/triage/model';
import { majority, wordCount } from './baselines';
import { brandsApart, unrelatedMarked } from './brands';
import { crossValidate, leaveOneOut, probabilities, type Scored } from './cross';
import { type Labelled, readFolder } from './data';
import { type HeadPlan, plans } from './heads';
import { auc, calibrationError, macroF1 } from './measures';
import { readTraining, train, weightsFolder } from './train';

type Figures = Record<string, number | string>;

const planOf = (name: string): HeadPlan => {
  const plan = plans.find((one) => one.name === name);
  if (!plan) throw new Error(`No head is called ${name}.`);
  return plan;
};
const round = (value: number): number => Number(value.toFixed(4));
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const spread = (values: readonly number[]): number =>
  Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));

const yes = 'yes';
const no = 'no';
const named = (is: boolean): string => (is ? yes : no);

/** How well a two-way judgement does on tweets it has not seen. */
function twoWay(scored: readonly Scored[]): Figures {
  const labels = scored.map(({ label }) => label === 1);
  const stated = probabilities(scored);
  return {
    tweets: scored.length,
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
      twoWay(crossValidate(complaint, tweets, 10, seed + 1).filter(isXci)),
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
    results[`leave one domain out, ${name}`] = twoWay(service);
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
  results['severe against mild complaints, 10-fold'] = twoWay(severe.filter(isXci));
  return results;
}

/** The gold tweets, which no training sees, by language and head, as the shipped bytes judge them. */
function goldSet(model: Model, gold: readonly Labelled[]): Record<string, Record<string, Figures>> {
  const results: Record<string, Record<string, Figures>> = {};
  for (const lang of new Set(gold.map((tweet) => tweet.lang))) {
    const tweets = gold.filter((tweet) => tweet.lang === lang);
    const features = tweets.map((tweet) => featuresOf(tweet.text, readText(tweet.text, tweet.lang)));
    const of = (name: string): number[] => features.map((one) => model.probability(name, one));
    const figures = (labels: readonly boolean[], stated: readonly number[]): Figures => ({
      macroF1: round(
        macroF1(
          labels.map(named),
          stated.map((probability) => named(probability >= 0.5)),
        ),
      ),
      auc: round(auc(labels, stated)),
      calibrationError: round(calibrationError(labels, stated)),
    });
    const intents = { complaint: of('complaint'), question: of('question'), praise: of('praise') };
    const said = tweets.map((_, i) => {
      const [best] = Object.entries(intents)
        .map(([intent, stated]) => ({ intent, probability: stated[i] ?? 0 }))
        .sort((one, other) => other.probability - one.probability);
      return best && best.probability >= 0.5 ? best.intent : 'other';
    });
    const topicOf = tweets.map((_, i) => i);
    const byTopic = new Map(topics.filter((topic) => topic !== 'other').map((topic) => [topic, of(`topic:${topic}`)]));
    const saidTopic = topicOf.map((i) => {
      const [best] = [...byTopic]
        .map(([topic, stated]) => ({ topic, probability: stated[i] ?? 0 }))
        .sort((one, other) => other.probability - one.probability);
      return best && best.probability >= TOPIC_STATED ? best.topic : 'other';
    });
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
      complaint: figures(
        tweets.map(({ intent }) => intent === 'complaint'),
        intents.complaint,
      ),
      question: figures(
        tweets.map(({ intent }) => intent === 'question'),
        intents.question,
      ),
      praise: figures(
        tweets.map(({ intent }) => intent === 'praise'),
        intents.praise,
      ),
      answer: figures(
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
