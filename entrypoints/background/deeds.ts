import type { Gist } from '../../lib/cases/case';
import type { OpenedCase } from '../../lib/desk/desk';
import { corrections, db, desk } from '../../lib/desk/local';
import type { PageMessages, SentTweet } from '../../lib/protocol';
import { readLinkOnly } from '../../lib/settings/keeping';
import { postingAccounts, readReps, readWatchlist, repAtDesk, signatureOfRep } from '../../lib/settings/settings';
import { announceCustomers, announceState } from '../../lib/tabs';
import { gistOf, mentionsIn } from '../../lib/triage/judgement';
import { currentJudge, judgeAll } from './judging';
import { alongside, funnel, queue } from './queue';

/*
 * What a rep does to a tweet, whether on its mark in the page or on the list in the panel.
 */

/** Opens a case on a tweet, signed by who is at the desk. Its tweets leave the list. */
export async function openCase(request: {
  requestId: string;
  tweet: SentTweet;
  thread: readonly SentTweet[];
  account: string | null;
}): Promise<OpenedCase> {
  const [watchlist, team] = await Promise.all([readWatchlist(db), readReps(db)]);
  const by = signatureOfRep(repAtDesk(team)) ?? request.account;
  const gists = await gistsOf([request.tweet, ...request.thread]);
  const opened = await desk.open({ ...request, by, brand: postingAccounts(watchlist, team.reps), gists });
  void announceCustomers(opened.customer.handles);
  const theirs = request.thread.filter(({ handle }) => opened.customer.handles.includes(handle.toLowerCase()));
  alongside(
    'The list',
    queue.leave(
      [request.tweet, ...theirs].map(({ id }) => id),
      'case',
    ),
  );
  alongside('Counting', funnel.countOpened());
  return opened;
}

/** What tweets want: asked for only where it is kept in the place of their texts. */
async function gistsOf(tweets: readonly SentTweet[]): Promise<Map<string, Gist>> {
  if (!(await readLinkOnly(db))) return new Map();
  const judged = await judgeAll(tweets.map((tweet) => ({ ...tweet, mentions: mentionsIn(tweet.text), links: [] })));
  return new Map(judged.map(({ tweet, judgement }) => [tweet.id, gistOf(judgement)]));
}

/** The opening of a case was undone: its tweets come back to the list. */
export function afterUndo(): void {
  alongside('The list', queue.checkCases());
  alongside('Counting', funnel.countOpened());
}

/** Remembers or forgets that a tweet is not about the brand. */
export async function dismiss(tweetId: string, dismissed: boolean): Promise<void> {
  await desk.dismiss(tweetId, dismissed);
  void announceState(db);
  keepOnList(tweetId, !dismissed);
}

/** Writes down what the rep says of a tweet, to be learned from. What is not about the brand leaves the list. */
export async function correct({ requestId, tweet, about, right }: PageMessages['correct']): Promise<void> {
  const features = (await currentJudge()).lesson({ ...tweet, ad: false }, about);
  await corrections.correct({ id: requestId, tweetId: tweet.id, handle: tweet.handle, about, right, features });
  void announceState(db);
  if (about === 'ours') keepOnList(tweet.id, right);
}

/** Takes a correction back. */
export async function takeBack(requestId: string): Promise<void> {
  const taken = await corrections.takeBack(requestId);
  void announceState(db);
  if (taken?.about === 'ours') keepOnList(taken.tweetId, !taken.dismissed);
}

/** Id of what is said of a tweet on the list, where one word takes the place of the other. */
const saidOnList = (tweetId: string): string => `list:${tweetId}`;

/** "Not about us", said on the list. */
export async function notOurs(tweetId: string): Promise<void> {
  const row = await queue.find(tweetId);
  if (!row) return dismiss(tweetId, true);
  const tweet = { ...row.tweet, mentions: [], links: [] };
  await correct({ requestId: saidOnList(tweetId), tweet, about: 'ours', right: false });
}

/** Takes back what was said on the list. */
export async function oursAfterAll(tweetId: string): Promise<void> {
  await takeBack(saidOnList(tweetId));
  await dismiss(tweetId, false);
}

function keepOnList(tweetId: string, keep: boolean): void {
  alongside('The list', keep ? queue.bringBack(tweetId, 'notOurs') : queue.leave([tweetId], 'notOurs'));
}
