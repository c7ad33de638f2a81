import type { Found } from '../text/phrases';
import { PhraseFinder } from '../text/phrases';
import { fold } from '../text/words';
import type { Watchlist } from '../watchlist/watchlist';
import { conceptFeature, type Features, featuresOf, type Reading, readText, wordFeature } from './features';
import {
  type Evidence,
  type Intent,
  type Judgeable,
  type Judgement,
  notRelevant,
  type Pressure,
  type Topic,
  topics,
} from './judgement';
import { featuresForLearning, type Learned, type Lesson, learn } from './learning';
import type { Hit } from './lexicon';
import type { Concept } from './lexicon/types';
import { featuresAround } from './masking';
import type { Model } from './model';
import { pressuresIn } from './pressures';
import { JUDGED, makeSpotter, type Spotted } from './spot';
import { makeTrades } from './trades';
import { troubleWords } from './words';

/** A judge for one watchlist. Pure and deterministic. */
export interface Judge {
  (tweet: Judgeable): Judgement;
  /** What a correction of this tweet would teach; empty where nothing of the watchlist is in it. */
  lesson(tweet: Judgeable, about: Lesson['about']): number[];
}

/** From here on a name is taken for the brand's, and a word of the trade for its business. */
const OURS = 0.35;
const OURS_UNNAMED = 0.5;
/** From here on an intent is stated at all. */
const STATED = 0.5;
/** A topic is the word on the mark: rather none than a wrong one. */
const TOPIC_STATED = 0.35;
/** A complaint needs an answer sooner than other tweets do. */
const NEEDS_ANSWER = 0.5;
const COMPLAINT_NEEDS_ANSWER = 0.35;
/** A word of the trade and trouble belong together if they stand this close, in words. */
const NEAR = 9;

/** What speaks for the brand beside the words around its name, in log-odds. */
const prior = {
  /** The tweet is written to the brand. */
  handle: 6,
  /** Names of several words and misspellings have no everyday meaning. */
  unmistakable: 3,
  /** Words of the brand's trade or places stand there too. */
  trade: 1,
  place: 1,
  /** Words of another trade stand there, and none of the brand's: "charter flight" to a cable company. */
  otherTrade: -1,
  /** The very next word is of another trade. */
  compound: -2,
  /** Nobody is named, but a word of the trade stands beside trouble. */
  trouble: 1.5,
  /** A phrase of the exclusions stands there. */
  excluded: -4,
};

/** Concepts that tell the reader nothing when they are cited. */
const uncited = new Set<Concept>([
  'me',
  'you',
  'they',
  'negation',
  'but',
  'brandtalk',
  'duration',
  'service',
  'device',
]);
const CITED = 3;

const namesIn = ({ named }: Spotted): string[] => named.map(({ words }) => words);

/** Finders are costly to build, so that there is one a language, built when it is first needed. */
const finders = new Map<string, PhraseFinder<'trouble'>>();

/**
 * Makes a judge for a watchlist.
 *
 * @param model the trained heads
 * @param learned what the rep's corrections add
 */
export function makeJudge(watchlist: Watchlist, model: Model, learned: Learned = learn([])): Judge {
  const spot = makeSpotter(watchlist);
  const trades = makeTrades(watchlist);
  const unmistakable = new Set(watchlist.misspellings.map(fold));
  const places = new PhraseFinder<'place'>(watchlist.places.map((place) => [place, 'place'] as const));

  /**
   * The model's log-odds that a tweet is about the brand, before corrections.
   *
   * @param unnamedTrouble nobody is named, but a word of the trade stands beside trouble
   */
  const oursBefore = (tweet: Judgeable, spotted: Spotted, unnamedTrouble: boolean, features: Features): number => {
    const { handle, named, trade, excluded, words } = spotted;
    const names = namesIn(spotted);
    let odds =
      names.length > 0
        ? logit(model.probability('ours', featuresAround(tweet.text, tweet.lang, names)))
        : // Nobody is named: somebody in trouble who needs an answer speaks of our trade.
          (logit(model.probability('complaint', features)) + logit(model.probability('answer', features))) / 2;
    if (handle) odds += prior.handle;
    if (unnamedTrouble) odds += prior.trouble;
    if (names.some((name) => name.includes(' ') || unmistakable.has(fold(name)))) odds += prior.unmistakable;
    if (names.length > 0) {
      const spoken = trades.of(tweet.text, words);
      if (trade.length > 0 || spoken === 'own') odds += prior.trade;
      else if (spoken === 'other') {
        odds += prior.otherTrade;
        const next = named.flatMap(({ at, words: name }) => words[at + name.split(' ').length] ?? []);
        if (next.some((word) => trades.of(word.written, [word]) === 'other')) odds += prior.compound;
      }
    }
    if (places.find(tweet.text, words).length > 0) odds += prior.place;
    if (excluded.length > 0) odds += prior.excluded;
    return odds;
  };
  const judge = (whole: Judgeable): Judgement => {
    const spotted = spot(whole);
    if (!spotted) return notRelevant;
    const tweet = whole.text.length > JUDGED ? { ...whole, text: whole.text.slice(0, JUDGED) } : whole;
    const reading = readText(tweet.text, tweet.lang);
    const features = featuresOf(tweet.text, reading);
    const unnamedTrouble = isUnnamedTrouble(spotted, reading);
    const before = oursBefore(tweet, spotted, unnamedTrouble, features);
    const adjusted = (about: Lesson['about'], odds: number): number =>
      learned.knows(about) ? odds + learned.adjust(about, featuresForLearning(tweet, namesIn(spotted), odds)) : odds;
    const relevanceScore = sigmoid(adjusted('ours', before));

    const said = logit(model.probability('complaint', features));
    const complaint = sigmoid(adjusted('complaint', said));
    const { intent, confidence } = intentOf(
      model,
      features,
      // Where nobody is named, trouble beside a word of the trade is what makes the tweet a complaint.
      unnamedTrouble ? Math.max(complaint, relevanceScore) : complaint,
      reading,
    );

    const evidence: Evidence[] = [];
    const { handle, named, trade } = spotted;
    if (handle) evidence.push({ kind: 'handle', words: `@${handle}` });
    cite(evidence, 'term', named);

    let relevance: Judgement['relevance'];
    if (handle) relevance = 'mention';
    else if (named.length > 0) {
      if (relevanceScore < OURS) return { ...notRelevant, relevanceScore };
      relevance = 'brand';
    } else {
      const trouble =
        reading.lang === null
          ? closest(trade, troubleIn(tweet, spotted))
          : intent === 'complaint' && relevanceScore >= OURS_UNNAMED
            ? trade[0]
            : undefined;
      if (!trouble) return { ...notRelevant, relevanceScore: Math.min(relevanceScore, OURS) };
      relevance = 'category';
      cite(evidence, 'category', [trouble]);
    }

    if (intent !== 'other' && intent !== 'unsure') citeWords(evidence, intent, model, reading);
    const actionable = relevance === 'category' || needsAnswer(tweet, spotted, features, intent);
    const topic = topicOf(model, features, intent);
    const pressures = intent === 'complaint' || intent === 'unsure' ? pressuresIn(reading, topic) : [];
    for (const pressure of pressures) cite(evidence, pressure.kind, [{ words: pressure.words }]);
    const kinds = pressures.map(({ kind }) => kind);
    return {
      relevance,
      relevanceScore,
      intent,
      intentConfidence: confidence,
      topic,
      urgency: urgencyOf(model, features, complaint, kinds, actionable),
      pressures: kinds,
      actionable,
      evidence,
    };
  };

  /** Whether somebody should answer a tweet that concerns the brand. */
  const needsAnswer = (tweet: Judgeable, spotted: Spotted, features: Features, intent: Intent): boolean => {
    if (intent === 'praise') return false;
    if (intent === 'unsure') return spotted.handle !== null || troubleIn(tweet, spotted).length > 0;
    // Who complains to the brand's face is answered, whatever the words.
    if (intent === 'complaint' && spotted.handle !== null) return true;
    return model.probability('answer', features) >= (intent === 'complaint' ? COMPLAINT_NEEDS_ANSWER : NEEDS_ANSWER);
  };

  const lesson = (tweet: Judgeable, about: Lesson['about']): number[] => {
    const spotted = spot(tweet) ?? { handle: null, named: [], trade: [], excluded: [], words: [] };
    const reading = readText(tweet.text, tweet.lang);
    const features = featuresOf(tweet.text, reading);
    const before =
      about === 'ours'
        ? oursBefore(tweet, spotted, isUnnamedTrouble(spotted, reading), features)
        : logit(model.probability('complaint', features));
    return featuresForLearning(tweet, namesIn(spotted), before);
  };
  return Object.assign(judge, { lesson });
}

const sigmoid = (odds: number): number => 1 / (1 + Math.exp(-odds));
const logit = (probability: number): number => {
  const bounded = Math.max(1e-6, Math.min(1 - 1e-6, probability));
  return Math.log(bounded / (1 - bounded));
};

/** The most likely intent; `other` where none is likely, `unsure` in a language that was never learned. */
export function intentOf(
  model: Model,
  features: Features,
  complaint: number,
  { lang, tokens }: Reading,
): { intent: Intent; confidence: number } {
  if (lang === null || !tokens.some(({ kind }) => kind === 'word' || kind === 'sign')) {
    return { intent: 'unsure', confidence: 0 };
  }
  const stated: [Intent, number][] = [
    ['complaint', complaint],
    ['question', model.probability('question', features)],
    ['praise', model.probability('praise', features)],
  ];
  const [intent, confidence] = stated.reduce((best, one) => (one[1] > best[1] ? one : best));
  return confidence >= STATED ? { intent, confidence } : { intent: 'other', confidence: 1 - confidence };
}

/** The most likely topic; `other` where none is likely. */
export function topicOf(model: Model, features: Features, intent: Intent): Topic {
  if (intent === 'unsure') return 'other';
  let best: Topic = 'other';
  let most = TOPIC_STATED;
  for (const topic of topics) {
    if (topic === 'other') continue;
    const probability = model.probability(`topic:${topic}`, features);
    if (probability > most) {
      best = topic;
      most = probability;
    }
  }
  return best;
}

/** However calmly it is told, this is not left for later. */
const atLeast: Record<Pressure, number> = {
  safety: 0.8,
  leaving: 0.5,
  repeated: 0.45,
  waiting: 0.45,
  outage: 0.45,
  angry: 0,
};

/** How soon somebody should answer, 0 to 1: by the weight of the words, more where lives, loyalty or patience end. */
function urgencyOf(
  model: Model,
  features: Features,
  complaint: number,
  pressures: readonly Pressure[],
  actionable: boolean,
): number {
  // Either is enough: heavy words, or something that cannot wait however calmly it is told.
  const weight =
    1 - (1 - 0.85 * model.probability('severe', features)) * (1 - 0.4 * model.probability('pressing', features));
  const urgency = Math.min(1, weight * Math.sqrt(complaint) + 0.03 * pressures.length);
  const least = Math.max(0.05, ...pressures.map((pressure) => atLeast[pressure]));
  return actionable ? Math.max(least, urgency) : urgency / 4;
}

function cite(evidence: Evidence[], kind: Evidence['kind'], found: readonly { words: string }[]): void {
  for (const { words } of found) {
    const seen = evidence.some((other) => other.kind === kind && fold(other.words) === fold(words));
    if (!seen && evidence.filter((other) => other.kind === kind).length < CITED) evidence.push({ kind, words });
  }
}

/** Cites the words that weighed most for an intent. */
function citeWords(evidence: Evidence[], intent: 'complaint' | 'question' | 'praise', model: Model, reading: Reading) {
  const { hits, tokens, lang } = reading;
  const wordsOf = ({ at, length }: Pick<Hit, 'at' | 'length'>): string =>
    tokens
      .slice(at, at + length)
      .map(({ written }) => written)
      .join(' ');
  const weightOf = (hit: Hit): number => {
    let weight = model.weightOf(intent, conceptFeature(hit)) * 0.35;
    for (const token of tokens.slice(hit.at, hit.at + hit.length)) {
      weight += model.weightOf(intent, wordFeature(token, lang)) * 0.15;
    }
    return weight;
  };
  const weighty = hits
    .filter(({ concept }) => !uncited.has(concept))
    .map((hit) => ({ at: hit.at, length: hit.length, weight: weightOf(hit) }))
    .filter(({ weight }) => weight > 0);
  const words = tokens.flatMap((token, at) =>
    token.kind === 'word' && token.folded.length > 3
      ? [{ at, length: 1, weight: model.weightOf(intent, wordFeature(token, lang)) * 0.1 }]
      : [],
  );
  const ranked = (weighty.length > 0 ? weighty : words.filter(({ weight }) => weight > 0)).sort(
    (one, other) => other.weight - one.weight || other.length - one.length,
  );
  const cited: { at: number; length: number }[] = [];
  for (const one of ranked) {
    // "Still no" within "still no internet" is said once, in full.
    const around = ranked.find(
      (other) => other.at <= one.at && other.at + other.length >= one.at + one.length && other.length > one.length,
    );
    const phrase = around ?? one;
    if (cited.some(({ at, length }) => at < phrase.at + phrase.length && phrase.at < at + length)) continue;
    cited.push(phrase);
    if (cited.length === CITED) break;
  }
  cite(
    evidence,
    intent,
    cited.sort((one, other) => one.at - other.at).map((phrase) => ({ words: wordsOf(phrase) })),
  );
}

/** Words of trouble in languages that are not judged further. */
function troubleIn(tweet: Judgeable, { words }: Spotted): Found<'trouble'>[] {
  const lang = tweet.lang ?? '';
  let finder = finders.get(lang);
  if (!finder) {
    finder = new PhraseFinder((troubleWords[lang] ?? []).map((phrase) => [phrase, 'trouble'] as const));
    finders.set(lang, finder);
  }
  return finder.find(tweet.text, words);
}

/** Things that go wrong, as concepts. */
const troubles = new Set<Concept>(['outage', 'fault', 'slow', 'late', 'missing', 'damaged', 'unable', 'awful']);

/** True if nobody is named, but a word of the trade stands beside trouble. */
function isUnnamedTrouble({ handle, named, trade }: Spotted, reading: Reading): boolean {
  return handle === null && named.length === 0 && isNearTrouble(trade, reading);
}

/** True if one of these words stands near something that goes wrong. */
function isNearTrouble(words: readonly Found<unknown>[], { tokens, hits }: Reading): boolean {
  const wrong = hits.filter(({ concept, negated }) => troubles.has(concept) && !negated);
  return words.some(({ words: written }) => {
    const first = fold(written.split(' ')[0] ?? '');
    return tokens.some(
      ({ folded }, at) => folded.startsWith(first) && wrong.some((hit) => Math.abs(hit.at - at) <= NEAR),
    );
  });
}

/** The word of the trade that trouble stands near. */
function closest<Tag>(trade: readonly Found<Tag>[], trouble: readonly Found<unknown>[]): Found<Tag> | undefined {
  return trade.find((word) =>
    trouble.some((other) => word.at === -1 || other.at === -1 || Math.abs(word.at - other.at) <= NEAR),
  );
}
