import type { Case, Customer } from '../../lib/cases/case';
import { db, desk, incidents } from '../../lib/desk/local';
import type { SentTweet } from '../../lib/protocol';
import { drafters } from '../../lib/replies/drafters';
import { draftPassing } from '../../lib/replies/passing';
import type { PastCase, ReplyIncident, ReplyRequest, Suggestion } from '../../lib/replies/request';
import { readFacts, readRecent } from '../../lib/settings/replying';
import { postingAccounts, readReps, readWatchlist, repAtDesk, signatureOfRep } from '../../lib/settings/settings';
import type { Watchlist } from '../../lib/watchlist/watchlist';
import { judgeComposed } from './guarding';
import { judgeAll } from './judging';

/** Cases of a customer that a reply may speak of, newest first. */
const CASES = 10;

/** What the brand is called, by itself and by its customers; undefined before anything is watched for. */
function brandOf({ handles, accounts, terms, misspellings }: Watchlist): ReplyRequest['brand'] {
  const name = terms[0] ?? handles[0];
  if (name === undefined) return undefined;
  return { name, names: [...terms, ...misspellings], handles: [...handles, ...accounts] };
}

/** Incidents that are open now. */
async function openIncidents(): Promise<ReplyIncident[]> {
  return (await incidents.open()).map(({ title, area, message, lang }) => ({ title, area, message, lang }));
}

/** What happened in a case before this tweet: notes are for colleagues only. */
async function pastOf(known: Case, tweetId: string): Promise<PastCase> {
  const history = await desk.history(known.id);
  const entries = history.flatMap((entry) =>
    (entry.kind === 'tweet' || entry.kind === 'reply') && entry.tweetId !== tweetId
      ? [{ at: entry.at, kind: entry.kind, text: entry.text }]
      : [],
  );
  return { topic: known.topic, status: known.status, entries: entries.reverse() };
}

async function pastCases(customer: Customer | undefined, tweetId: string): Promise<PastCase[]> {
  if (!customer) return [];
  const cases = (await desk.casesOf(customer.id)).slice(0, CASES);
  return Promise.all(cases.map((known) => pastOf(known, tweetId)));
}

/**
 * Proposes replies to a tweet, made from all that is known of its author, and looked over by the guard beforehand.
 *
 * @param thread the conversation around it, in page order, without the tweet itself
 * @param account who is logged in on X
 * @param unlike texts that the rep has seen: another wording is wanted
 */
export async function suggestionsFor(
  tweet: SentTweet,
  thread: readonly SentTweet[],
  account: string | null,
  unlike: readonly string[] = [],
): Promise<Suggestion[]> {
  const [drafter] = drafters;
  const mentions = [...tweet.text.matchAll(/[@＠](\w{1,20})/g)].map(([, name = '']) => name).slice(0, 50);
  const [[judged], watchlist, reps, facts, incidents, customer, dismissed] = await Promise.all([
    judgeAll([{ ...tweet, mentions, links: [] }]),
    readWatchlist(db),
    readReps(db),
    readFacts(db),
    openIncidents(),
    desk.customerByHandle(tweet.handle),
    db.dismissals.get(tweet.id),
  ]);
  if (!drafter || !judged) return [];
  const rep = repAtDesk(reps);
  const [cases, recent] = await Promise.all([pastCases(customer, tweet.id), readRecent(db, signatureOfRep(rep))]);
  const { judgement } = judged;
  const request: ReplyRequest = {
    tweet,
    judgement,
    ours: dismissed || judgement.said?.ours === false ? false : undefined,
    customer: customer && { name: customer.name, place: customer.place },
    cases,
    incidents,
    facts,
    rep: { name: rep.name, initials: rep.initials },
    recent: [...recent, ...unlike],
    brand: brandOf(watchlist),
    now: Date.now(),
  };
  // The guard keeps out of a rep's private life; these words are for the brand's accounts.
  const poster = account && postingAccounts(watchlist, reps.reps).has(account.toLowerCase()) ? account : null;
  const composed = {
    kind: 'reply' as const,
    account: poster,
    answered: tweet,
    thread: [...thread],
    quoted: null,
    insertedFor: tweet.id,
    begunAt: null,
  };
  return draftPassing(drafter, request, (text) => judgeComposed({ ...composed, parts: [text] }));
}
