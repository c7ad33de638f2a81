import { type Features, featuresOf, readText } from '../../lib/triage/features';
import { topics } from '../../lib/triage/judgement';
import { featuresAround } from '../../lib/triage/masking';
import type { Labelled } from './data';
import type { Example } from './logistic';

/** How one head is trained. */
export interface HeadPlan {
  name: string;
  /** Number of weights, a power of two. */
  size: number;
  /** The L2 penalty. */
  strictness: number;
  /** What a tweet teaches this head; null if nothing. */
  lesson(tweet: Labelled): { label: boolean; weight: number } | null;
  features(tweet: Labelled): Features;
}

/** Whole sets are judged alike by all heads but one, so their features are made once. */
const made = new WeakMap<Labelled, Features>();

function plain(tweet: Labelled): Features {
  let features = made.get(tweet);
  if (!features) {
    features = featuresOf(tweet.text, readText(tweet.text, tweet.lang));
    made.set(tweet, features);
  }
  return features;
}

const own = (holds: (tweet: Labelled) => boolean): HeadPlan['lesson'] => {
  return (tweet) => (tweet.source === 'own' ? { label: holds(tweet), weight: 1 } : null);
};

const isRandom = ({ domain }: Labelled): boolean => domain?.startsWith('random') ?? false;

/** All heads, in the order in which they stand in the file. */
export const plans: readonly HeadPlan[] = [
  {
    name: 'complaint',
    size: 1 << 16,
    strictness: 0.8,
    features: plain,
    lesson(tweet) {
      if (tweet.source === 'own') {
        // English has thousands of real tweets to learn from, the other languages have ours.
        return { label: tweet.intent === 'complaint', weight: tweet.lang === 'en' ? 0.15 : 1 };
      }
      if (tweet.complaint === undefined) return null;
      // Half of that set is written to nobody at random: more of it would teach that who names nobody never complains.
      return { label: tweet.complaint, weight: isRandom(tweet) ? 0.5 : 1 };
    },
  },
  {
    name: 'question',
    size: 1 << 14,
    strictness: 0.5,
    features: plain,
    lesson: own(({ intent }) => intent === 'question'),
  },
  {
    name: 'praise',
    size: 1 << 14,
    strictness: 0.5,
    features: plain,
    lesson: own(({ intent }) => intent === 'praise'),
  },
  {
    name: 'answer',
    size: 1 << 14,
    strictness: 0.5,
    features: plain,
    lesson(tweet) {
      if (tweet.source === 'own') return { label: tweet.answer === true, weight: 1 };
      // What strangers write at random needs no answer of a company's.
      return isRandom(tweet) ? { label: false, weight: 0.5 } : null;
    },
  },
  {
    name: 'pressing',
    size: 1 << 13,
    strictness: 1,
    features: plain,
    lesson: own(({ urgency = 0 }) => urgency >= 2),
  },
  {
    name: 'severe',
    size: 1 << 14,
    strictness: 2,
    features: plain,
    lesson(tweet) {
      if (tweet.source === 'own' && tweet.intent === 'complaint') {
        return { label: (tweet.urgency ?? 0) >= 2, weight: 0.15 };
      }
      return tweet.source === 'xci' && tweet.complaint ? { label: (tweet.severity ?? 0) >= 3, weight: 1 } : null;
    },
  },
  {
    name: 'ours',
    size: 1 << 14,
    strictness: 0.5,
    features: ({ text, lang, about }) => featuresAround(text, lang, about?.word ? [about.word] : []),
    lesson(tweet) {
      // A handle says it all; only where a name stands is there something to learn.
      const { kind, word } = tweet.about ?? {};
      if (!word || word.startsWith('@')) return null;
      return { label: kind === 'brand', weight: 1 };
    },
  },
  ...topics
    .filter((topic) => topic !== 'other')
    .map((topic) => ({
      name: `topic:${topic}`,
      size: 1 << 13,
      strictness: 0.5,
      features: plain,
      lesson: own((tweet) => tweet.topic === topic),
    })),
];

/** What a head learns from these tweets. */
export function examplesFor(plan: HeadPlan, tweets: readonly Labelled[]): (Example & { tweet: Labelled })[] {
  return tweets.flatMap((tweet) => {
    const lesson = plan.lesson(tweet);
    if (!lesson) return [];
    return [
      {
        tweet,
        features: plan.features(tweet),
        label: lesson.label ? (1 as const) : (0 as const),
        weight: lesson.weight,
      },
    ];
  });
}
