import type { Case, Customer } from '../../lib/cases/case';
import { db, desk } from '../../lib/desk/local';
import type { SentTweet } from '../../lib/protocol';
import { drafters } from '../../lib/replies/drafters';
import type { PastCase, ReplyRequest, Suggestion } from '../../lib/replies/request';
import { readFacts, readRecent } from '../../lib/settings/replying';
import { readRep, readWatchlist, signatureOfRep } from '../../lib/settings/settings';
import type { Watchlist } from '../../lib/watchlist/watchlist';
import { judgeAll } from './judging';

/** What the brand is called, by itself and by its customers. */
function brandOf({ handles, accounts, terms, misspellings }: Watchlist): ReplyRequest['brand'] {
  const [name] = [...terms, ...handles];
  if (!name) return undefined;
  return { name, names: [...terms, ...misspellings], handles: [...handles, ...accounts] };
}

async function pastOf(known: Case): Promise<PastCase> {
  const history = await desk.history(known.id);
  const entries = history.flatMap(({ at, ...entry }) =>
    entry.kind === 'tweet' || entry.kind === 'reply' ? [{ at, kind: entry.kind, text: entry.text }] : [],
  );
  return { topic: known.topic, status: known.status, entries: entries.reverse() };
}

async function historyOf(customer: Customer | undefined, tweetId: string): Promise<PastCase[]> {
  if (!customer) return [];
  const cases = await desk.casesOf(customer.id);
  const past = await Promise.all(cases.map(pastOf));
  // The tweet that is being answered is no history of itself.
  const answered = await db.entries.where('tweetId').equals(tweetId).first();
  const text = answered?.kind === 'tweet' ? answered.text : null;
  return past.map((one) => ({ ...one, entries: one.entries.filter((entry) => entry.text !== text) }));
}

/**
 * Proposes replies to a tweet, made from all that is known of its author.
 *
 * @param unlike texts that the rep has seen: another wording is wanted
 */
export async function suggestionsFor(
  tweet: SentTweet,
  _thread: readonly SentTweet[],
  account: string | null,
  unlike: readonly string[] = [],
): Promise<Suggestion[]> {
  const [drafter] = drafters;
  const mentions = [...tweet.text.matchAll(/[@＠](\w{1,20})/g)].map(([, name = '']) => name);
  const [[judged], watchlist, rep, facts, customer] = await Promise.all([
    judgeAll([{ ...tweet, mentions, links: [] }]),
    readWatchlist(db),
    readRep(db),
    readFacts(db),
    desk.customerByHandle(tweet.handle),
  ]);
  if (!drafter || !judged) return [];
  const [cases, recent] = await Promise.all([
    historyOf(customer, tweet.id),
    readRecent(db, signatureOfRep(rep) ?? account),
  ]);
  return drafter.draft({
    tweet,
    judgement: judged.judgement,
    customer: customer && { name: customer.name, place: customer.place },
    cases,
    incidents: [],
    facts,
    rep: { name: rep.name, initials: rep.initials },
    recent: [...recent, ...unlike],
    brand: brandOf(watchlist),
    now: Date.now(),
  });
}
