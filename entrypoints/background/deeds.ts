import type { OpenedCase } from '../../lib/desk/desk';
import { db, desk } from '../../lib/desk/local';
import type { SentTweet } from '../../lib/protocol';
import { readRep, readWatchlist, signatureOfRep } from '../../lib/settings/settings';
import { announceCustomers, announceState } from '../../lib/tabs';
import { brandAccounts } from '../../lib/watchlist/watchlist';
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
  const [watchlist, rep] = await Promise.all([readWatchlist(db), readRep(db)]);
  const by = signatureOfRep(rep) ?? request.account;
  const opened = await desk.open({ ...request, by, brand: brandAccounts(watchlist) });
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

/** The opening of a case was undone: its tweets come back to the list. */
export function afterUndo(): void {
  alongside('The list', queue.checkCases());
  alongside('Counting', funnel.countOpened());
}

/** Remembers or forgets that a tweet is not about the brand. */
export async function dismiss(tweetId: string, dismissed: boolean): Promise<void> {
  await desk.dismiss(tweetId, dismissed);
  void announceState(db);
  alongside('The list', dismissed ? queue.leave([tweetId], 'notOurs') : queue.bringBack(tweetId, 'notOurs'));
}
