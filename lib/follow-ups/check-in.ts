import type { Case, Customer, Entry } from '../cases/case';
import { type CheckInAfter, checkIn } from '../replies/patterns/check-in';
import type { ReplyRequest, Suggestion } from '../replies/request';
import { dayOf, readSituation } from '../replies/situation';
import { wordPattern } from '../replies/suggest';

/** All that a check-in is made of. */
export interface CheckInRequest {
  case: Pick<Case, 'id' | 'topic' | 'status' | 'openedAt'>;
  customer: Pick<Customer, 'name' | 'handle' | 'place'>;
  /** The case's history, in any order. */
  history: readonly Entry[];
  /** The incident that the case belongs to, if it does. */
  incident?: { since: number; state: 'suspected' | 'known' | 'fixed' } | null;
  rep: ReplyRequest['rep'];
  /** The rep's latest replies: the check-in should not sound like them. */
  recent: readonly string[];
  brand?: ReplyRequest['brand'];
  now: number;
}

type Tweet = Extract<Entry, { kind: 'tweet' }>;

/** The tweet that the case is about now: the customer's first one since it was last opened. */
function tweetAbout(history: readonly Entry[]): Tweet | null {
  const inOrder = [...history].sort((one, other) => one.at - other.at);
  const reopened = inOrder.findLast((entry) => entry.kind === 'change' && entry.change.what === 'reopened')?.at ?? 0;
  const tweets = inOrder.filter((entry) => entry.kind === 'tweet');
  // A case is opened or reopened on a tweet, which is then a little older than the click.
  const before = tweets.findLast(({ at }) => at <= reopened);
  return before ?? tweets[0] ?? null;
}

function afterWhat({ case: { topic, status }, incident }: CheckInRequest): CheckInAfter {
  if (incident && incident.state !== 'fixed') return 'open';
  if (status !== 'resolved' && status !== 'closed' && !incident) return 'open';
  return topic === 'outage' || incident ? 'outage' : 'fixed';
}

/**
 * Suggests what to write to a customer when a follow-up is due: "Is your line still up after yesterday's outage?", in
 * their language and within a post. It says nothing but what the case holds: what it is about, since when, and whether
 * it was resolved. Null if the case holds no tweet of the customer.
 */
export function suggestCheckIn(request: CheckInRequest): Suggestion | null {
  const { case: about, customer, history, incident, rep, recent, brand, now } = request;
  const tweet = tweetAbout(history);
  if (!tweet) return null;
  const situation = readSituation({
    tweet: {
      id: tweet.tweetId ?? tweet.id,
      handle: customer.handle,
      name: customer.name || tweet.name,
      text: tweet.text,
      lang: tweet.lang,
    },
    judgement: { relevance: 'mention', intent: 'complaint', intentConfidence: 1, topic: about.topic, pressures: [] },
    customer: { name: customer.name, place: customer.place },
    cases: [],
    incidents: [],
    facts: [],
    rep,
    recent,
    brand,
    now,
  });
  const day = dayOf(incident?.since ?? tweet.at, now, situation.bank.locale);
  // "After today's outage" would be said while everybody remembers it.
  const said = day === null || day.kind === 'today' ? null : situation.bank.day(day);
  // The rep has said what the case is about, which counts more than what the words look like.
  const noun = situation.noun?.topics.includes(about.topic) || about.topic === 'other' ? situation.noun : null;
  return wordPattern({ ...situation, mood: 'talk', topic: about.topic, noun }, checkIn(afterWhat(request), said));
}
