import { ToldError } from '../../lib/desk/failure';
import { keepSaying } from '../../lib/desk/guard-log';
import { corrections, db, desk } from '../../lib/desk/local';
import type { PostRequest } from '../../lib/desk/posting';
import { countPost } from '../../lib/desk/report-days';
import type { SeenTweet } from '../../lib/desk/returning';
import { wayTo } from '../../lib/facts/choose';
import { bareSaying, type Fact } from '../../lib/facts/fact';
import { nextMorning, reminderAt, reminderFor } from '../../lib/follow-ups/remind';
import { wholeDraft } from '../../lib/guard/draft';
import { noteOf, personalParts } from '../../lib/guard/personal/parts';
import { readsAsOffer } from '../../lib/guard/pitch';
import { countUnchecked } from '../../lib/health/unchecked';
import type { Heard, JudgedTweet, PageMessages, Recorded, SentTweet, TakenPrivate } from '../../lib/protocol';
import { dayOf } from '../../lib/queue/funnel';
import { invite, messageLink } from '../../lib/replies/private';
import { wordToRead } from '../../lib/satisfaction/read';
import { customersWord } from '../../lib/satisfaction/word';
import { readFacts, readOurs, readRecent } from '../../lib/settings/replying';
import {
  postingAccounts,
  type Rep,
  readReps,
  readWatchlist,
  repAtDesk,
  signatureOfRep,
} from '../../lib/settings/settings';
import { announceCustomers, announceState } from '../../lib/tabs';
import type { Watchlist } from '../../lib/watchlist/watchlist';
import { correct } from './deeds';
import { type Judged, judgeAll } from './judging';
import { alongside, funnel, queue } from './queue';
import { remind } from './reminding';

/*
 * What happens when a rep answers a customer: posting, what the guard said, taking it private, follow-ups.
 */

/** Who answers, and for whom. */
interface Team {
  watchlist: Watchlist;
  rep: Rep;
  /** How the rep at the desk signs; null if nobody has said who they are. */
  by: string | null;
  /** Accounts as which the brand posts, lower case. */
  accounts: ReadonlySet<string>;
}

async function readTeam(): Promise<Team> {
  const [watchlist, team] = await Promise.all([readWatchlist(db), readReps(db)]);
  const rep = repAtDesk(team);
  return { watchlist, rep, by: signatureOfRep(rep), accounts: postingAccounts(watchlist, team.reps) };
}

const namesIn = (text: string): string[] => [...text.matchAll(/[@＠](\w{1,20})/g)].map(([, name = '']) => name);

/** A tweet as it can be judged, where the page has not told what it links: the text says whom it names. */
const judgeable = (tweet: SentTweet): JudgedTweet => ({ ...tweet, mentions: namesIn(tweet.text), links: [] });

/** Whether a tweet is the brand's business: by a case, by the list, by what the rep said of it, or by the judgement. */
async function concernsUs(tweet: SentTweet): Promise<boolean> {
  if (await desk.isInCare(tweet)) return true;
  if (await db.dismissals.get(tweet.id)) return false;
  const row = await queue.find(tweet.id);
  if (row && row.left?.how !== 'notOurs') return true;
  const [judged] = await judgeAll([judgeable(tweet)]);
  return judged !== undefined && judged.judgement.relevance !== 'none';
}

const NOTHING: Recorded = { kind: 'none', caseNumber: null, canUndo: false, reminder: null };

/** The latest post of which is known whether it is in a case: what X says of the next one out is meant for it. */
let latest: { account: string; recorded: boolean } | null = null;

/**
 * A post was let go. Only a reply under a tweet that concerns the brand is written down: a quote shows no tweet's id,
 * and what else an account posts is nobody's case. Of posts of other accounts nothing is noted at all.
 */
export async function posted({ requestId, composed, spoken, reason }: PageMessages['posted']): Promise<Recorded> {
  const team = await readTeam();
  const { account, answered, kind, parts, thread } = composed;
  if (account === null || !team.accounts.has(account.toLowerCase())) return NOTHING;
  const ours = answered !== null && team.accounts.has(answered.handle.toLowerCase());
  const isReply = kind === 'reply' && answered !== null && (ours || (await concernsUs(answered)));
  const request: Omit<PostRequest, 'answered'> = {
    ...{ requestId, thread, account, parts, spoken, reason },
    by: team.by ?? account,
    rep: team.by,
    brand: team.accounts,
  };
  const recorded = isReply ? await desk.recordPost({ ...request, answered }) : null;
  latest = { account: account.toLowerCase(), recorded: recorded !== null };
  if (reason === 'notComplaint' && answered && !ours) await sayNoComplaint(requestId, answered);
  if (!recorded || !answered) {
    const tweetId = answered?.id ?? null;
    await keepSaying(db, { requestId, tweetId, spoken, outcome: 'posted', reason, by: team.by }, Date.now());
    const text = wholeDraft(parts);
    alongside('Counting', countPost(db, Date.now(), requestId, readsAsOffer(text) ? 'marketing' : 'other'));
    return NOTHING;
  }
  void announceCustomers(recorded.customer.handles);
  const theirs = thread.filter(({ handle }) => recorded.customer.handles.includes(handle.toLowerCase()));
  alongside(
    'The list',
    queue.leave(
      [answered, ...theirs].map(({ id }) => id),
      'case',
    ),
  );
  alongside('Counting', funnel.countOpened());
  return {
    kind: recorded.kind,
    caseNumber: recorded.case.number,
    canUndo: true,
    reminder: reminderFor(parts.join('\n'), Date.now(), answered.lang),
  };
}

/** "Not a complaint", as the reason for a post that was held: triage learns from it. */
async function sayNoComplaint(requestId: string, tweet: SentTweet): Promise<void> {
  await correct({ requestId, tweet: judgeable(tweet), about: 'complaint', right: false });
}

/** Takes back what the reason for a post has taught. */
export async function forgetReason(requestId: string): Promise<void> {
  if (await corrections.takeBack(requestId)) void announceState(db);
}

/** X has said that a post is out: the reply that waited for it is seen. */
export async function postOut({ account, tweetId }: PageMessages['postOut']): Promise<null> {
  if (latest?.account === account.toLowerCase() && !latest.recorded) return null;
  const out = await desk.replyOut(account, tweetId);
  if (!out) return null;
  void announceCustomers(out.handles);
  if (out.answered !== null) {
    alongside('The list', queue.leave([out.answered], 'answered'));
    alongside('Counting', funnel.once('answered', [out.answered]));
  }
  return null;
}

/** What came of a draft that was held or hinted at and not posted as it was. */
export async function guardSaid({ requestId, answered, spoken, outcome }: PageMessages['guardSaid']): Promise<null> {
  const { by } = await readTeam();
  await desk.guardSaid({ requestId, tweetId: answered, spoken, outcome, reason: null, by });
  return null;
}

/** A post went out unchecked. */
export async function unchecked({ why }: PageMessages['unchecked']): Promise<null> {
  await countUnchecked(db, why, dayOf(Date.now()));
  return null;
}

/**
 * The way to a direct message: the team's own link, which leads the customer to the brand; where the facts name none,
 * X's link for this customer, else their profile.
 */
function doorFor(tweet: SentTweet, userId: string | null, facts: readonly Fact[]): string {
  const way = wayTo(facts, ['dm'], tweet.lang ?? 'en');
  return (way && bareSaying(way)) ?? messageLink({ handle: tweet.handle, userId });
}

/** Moves what is personal in a draft into the case, and drafts an invitation to a direct message in its place. */
export async function takePrivate(request: PageMessages['takePrivate']): Promise<TakenPrivate> {
  const { requestId, tweet, thread, account, draft, userId } = request;
  const now = Date.now();
  const { watchlist, rep, by, accounts } = await readTeam();
  const [facts, knownOurs, recent, judged] = await Promise.all([
    readFacts(db),
    readOurs(db),
    readRecent(db, by),
    judgeAll([judgeable(tweet)]),
  ]);
  const judgement = judged[0]?.judgement;
  if (!judgement) throw new ToldError('Hark could not read this tweet. Your text is as it was.');
  const parts = personalParts(draft, tweet.lang, { facts, knownOurs, accounts: [...accounts] });
  const taken = await desk.takePrivate({
    ...{ requestId, tweet, thread, account },
    by: by ?? account,
    brand: accounts,
    kept: noteOf(parts),
  });
  void announceCustomers(taken.customer.handles);
  alongside('The list', queue.leave([tweet.id], 'case'));
  alongside('Counting', funnel.countOpened());
  const { terms, misspellings, handles } = watchlist;
  const { name, place } = taken.customer;
  const text = invite(
    {
      tweet,
      judgement,
      customer: { name, place },
      cases: [],
      incidents: [],
      facts,
      rep,
      recent,
      brand: { name: terms[0] ?? handles[0] ?? '', names: [...terms, ...misspellings], handles: [...accounts] },
      now,
    },
    doorFor(tweet, userId, facts),
  );
  const reason = `See whether @${tweet.handle} has written in a direct message`;
  return {
    text,
    caseNumber: taken.case.number,
    badge: taken.badge,
    reminder: reminderAt(nextMorning(now), reason, now),
  };
}

/** Writes down a follow-up that was offered. */
export async function noteReminder({ requestId, tweetId, dueAt, reason }: PageMessages['remind']): Promise<null> {
  const { by } = await readTeam();
  const handles = await desk.remind({ requestId, tweetId, dueAt, reason, by });
  if (!handles) throw new ToldError('No follow-up was noted: the case is gone already.');
  void announceCustomers(handles);
  void remind();
  return null;
}

/** Tweets that came on screen and name the brand: those of customers whose case sleeps wake it. */
export async function customersSeen(judged: readonly Judged[]): Promise<void> {
  const { accounts } = await readTeam();
  const namesUs = ({ mentions, text }: JudgedTweet): boolean =>
    [...mentions, ...namesIn(text)].some((name) => accounts.has(name.toLowerCase()));
  const seen = judged.filter(({ tweet }) => namesUs(tweet));
  await wake(seen.map(({ tweet, judgement }) => ({ tweet, judgement, namesUs: true, answers: null })));
}

/** X shows a customer's answer to a reply of the brand. */
export async function answerSeen({ tweetId, answer }: PageMessages['answerSeen']): Promise<null> {
  const [judged] = await judgeAll([judgeable(answer)]);
  await wake([{ tweet: answer, judgement: judged?.judgement, namesUs: false, answers: tweetId }]);
  return null;
}

/**
 * The customer's own word after their case was resolved, as their latest tweet has it: null if it says neither thanks
 * nor anger, or if the rep has written it down already.
 */
export async function wordOfCase(caseId: string): Promise<Heard | null> {
  const known = await db.cases.get(caseId);
  const last = known && wordToRead(known, await desk.history(caseId));
  if (!last) return null;
  const { tweet, resolvedAt } = last;
  const { id, text, lang, handle, at } = tweet;
  const [judged] = await judgeAll([
    judgeable({
      ...{ id: tweet.tweetId ?? id, handle, name: tweet.name, text, lang },
      ...{ time: new Date(at).toISOString(), permalink: tweet.permalink },
    }),
  ]);
  const word =
    judged && customersWord(tweet, judged.judgement, { status: 'resolved', resolvedAt, writtenAt: tweet.at });
  return word ? { word, entryId: id } : null;
}

async function wake(seen: readonly SeenTweet[]): Promise<void> {
  const handles = await desk.customersWrote(seen);
  if (handles.length > 0) void announceCustomers(handles);
}
