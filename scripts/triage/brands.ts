import { makeJudge } from '../../lib/triage/judge';
import { type Judgeable, judgeableText } from '../../lib/triage/judgement';
import { type Lesson, learn } from '../../lib/triage/learning';
import { packModel, readModel } from '../../lib/triage/model';
import { presets } from '../../lib/watchlist/presets';
import { emptyWatchlist, type Watchlist } from '../../lib/watchlist/watchlist';
import type { Labelled } from './data';
import { plans } from './heads';
import { auc, mean, round, shuffled } from './measures';
import { train } from './train';

/** Draws of fifty corrections over which the figure is averaged. */
const DRAWS = 20;
const CORRECTIONS = 50;

/** What a team of each brand would write into its watchlist, beside its name. */
const profiles: Readonly<Record<string, readonly string[]>> = {
  harbour: [
    ...(presets[0]?.lists.categories ?? []),
    'box',
    'bill',
    'contract',
    'installation',
    'engineer',
    'customer service',
  ],
  anchor: [...(presets[1]?.lists.categories ?? []), 'data', 'bill', 'contract', 'network', 'customer service', 'phone'],
  meadow: ['energy', 'gas', 'electric', 'electricity', 'meter', 'tariff', 'bill', 'direct debit', 'customer service'],
  compass: [
    'flight',
    'flew',
    'flying',
    'airline',
    'bag',
    'luggage',
    'seat',
    'boarding',
    'booking',
    'refund',
    'check-in',
  ],
  pilot: [
    'bank',
    'card',
    'account',
    'app',
    'transfer',
    'savings',
    'loan',
    'mortgage',
    'branch',
    'overdraft',
    'payment',
  ],
};

const judgeable = ({ text, lang }: Labelled): Judgeable => judgeableText(text, { lang });

/**
 * Tells each of the five brands from the everyday word that is its name, by a head that never saw the brand: without
 * any help, with a profile, and with fifty corrections on top, judged on the tweets that were not corrected.
 *
 * @param heads all heads, trained on everything
 */
export function brandsApart(
  training: readonly Labelled[],
  homonyms: readonly Labelled[],
  heads: ReadonlyMap<string, ReturnType<typeof train>>,
): Record<string, object> {
  const brandOf = ({ about }: Labelled): string =>
    Object.keys(profiles).find((brand) => about?.word?.toLowerCase().includes(brand)) ?? '';
  const results: Record<string, object> = {};
  for (const brand of Object.keys(profiles)) {
    const tweets = homonyms.filter((tweet) => brandOf(tweet) === brand);
    const held = new Set(tweets.map(({ text }) => text));
    const rest = training.filter((tweet) => !held.has(tweet.text));
    // Whether a name is the brand's is said by one head; the others are taken as they are.
    const model = readModel(
      packModel(
        plans.map((plan) => (plan.name === 'ours' ? train(plan, rest) : (heads.get(plan.name) ?? train(plan, rest)))),
      ),
    );
    const bare: Watchlist = { ...emptyWatchlist, handles: [`${brand}_help`], terms: [brand] };
    const withProfile: Watchlist = { ...bare, categories: [...(profiles[brand] ?? [])] };
    const labels = tweets.map(({ about }) => about?.kind === 'brand');
    const scores = (watchlist: Watchlist, lessons: readonly Lesson[] = []): number[] => {
      const judge = makeJudge(watchlist, model, learn(lessons));
      return tweets.map((tweet) => judge(judgeable(tweet)).relevanceScore);
    };
    const teacher = makeJudge(withProfile, model);
    const after = Array.from({ length: DRAWS }, (_, draw) => {
      const order = shuffled(
        tweets.map((_, index) => index),
        draw + 1,
      );
      const taught = order.slice(0, CORRECTIONS);
      const lessons = taught.map((index) => {
        const tweet = tweets[index] as Labelled;
        return {
          about: 'ours' as const,
          right: labels[index] === true,
          features: teacher.lesson(judgeable(tweet), 'ours'),
        };
      });
      const judged = scores(withProfile, lessons);
      const unseen = order.slice(CORRECTIONS);
      return auc(
        unseen.map((index) => labels[index] === true),
        unseen.map((index) => judged[index] ?? 0),
      );
    });
    results[brand] = {
      tweets: tweets.length,
      auc: round(auc(labels, scores(bare))),
      aucWithProfile: round(auc(labels, scores(withProfile))),
      aucWithProfileAndCorrections: round(mean(after)),
    };
  }
  return results;
}

/** Of tweets that strangers wrote at random, how many are marked at all, for a team with both starting points. */
export function unrelatedMarked(random: readonly Labelled[], model: ReturnType<typeof readModel>): object {
  const lists = presets.map(({ lists: one }) => one);
  const judge = makeJudge(
    {
      ...emptyWatchlist,
      handles: ['harbour_help'],
      terms: ['harbour'],
      categories: lists.flatMap(({ categories }) => categories),
      exclusions: lists.flatMap(({ exclusions }) => exclusions),
    },
    model,
  );
  const marked = random.filter((tweet) => judge(judgeable(tweet)).relevance !== 'none').length;
  return { tweets: random.length, marked, share: round(marked / (random.length || 1)) };
}
