import type { z } from 'zod';
import { panelShortcut } from '../../lib/browser/commands';
import { describeFailure } from '../../lib/desk/failure';
import { corrections, db, desk } from '../../lib/desk/local';
import { type MessageSender, onMessage } from '../../lib/messaging';
import { type Answered, type PageMessages, type PageReplies, pageMessages } from '../../lib/protocol';
import { readRep, readWatchlist, signatureOfRep } from '../../lib/settings/settings';
import { announceCustomers, announceState, currentPageState, writeLooking } from '../../lib/tabs';
import { featuresForLearning } from '../../lib/triage/learning';
import { brandAccounts } from '../../lib/watchlist/watchlist';
import { isOnX } from '../../lib/x/matches';
import { onReport } from './health';
import { judgeAll } from './judging';
import { openPanelFromPage } from './panel';

/** The tab a message came from. */
interface Sender {
  tabId: number;
  windowId: number | undefined;
}

type Answer<Name extends keyof PageMessages> = (
  data: PageMessages[Name],
  sender: Sender,
) => Promise<PageReplies[Name]> | PageReplies[Name];

/**
 * Handles one message of the page: what does not fit its schema is refused, and logged without its content. The handler
 * is called in the same turn, since some of them open the panel.
 */
function answer<Name extends keyof PageMessages>(name: Name, handle: Answer<Name>): void {
  const schema = pageMessages[name] as unknown as z.ZodType<PageMessages[Name]>;
  const listener = async (message: { data: unknown; sender: MessageSender }): Promise<Answered<PageReplies[Name]>> => {
    const { tab, url, frameId = 0 } = message.sender;
    // Our content script runs in X's top frames only; whoever else asks is not it.
    if (tab?.id === undefined || frameId !== 0 || !isOnX(url)) {
      console.warn(`Refused a message that does not come from a page of X: ${name}`);
      return { ok: false, reason: 'Hark works on X only.' };
    }
    const checked = schema.safeParse(message.data);
    if (!checked.success) {
      const where = checked.error.issues.map((issue) => issue.path.join('.')).join(', ');
      console.warn(`Refused a message of the page: ${name} (${where})`);
      return { ok: false, reason: 'Hark did not understand this tweet.' };
    }
    try {
      return { ok: true, value: await handle(checked.data, { tabId: tab.id, windowId: tab.windowId }) };
    } catch (error) {
      console.error(`${name} failed:`, error instanceof Error ? error.name : typeof error);
      return { ok: false, reason: describeFailure(error, null) };
    }
  };
  onMessage(name, listener as unknown as Parameters<typeof onMessage<Name>>[1]);
}

/** Answers everything that pages on X ask. */
export function answerPages(): void {
  answer('hello', () => currentPageState(db));

  answer('lookUp', async ({ handles, tweetIds }) => {
    const [customers, cases] = await Promise.all([desk.badges(handles), desk.casesOfTweets(tweetIds)]);
    return { customers, cases };
  });

  answer('judge', ({ tweets }) => judgeAll(tweets));

  answer('openCase', async ({ requestId, tweet, thread, account }, sender) => {
    // First of all: the browser opens a panel only in the turn of the rep's click.
    const opening = openPanelFromPage({ id: sender.tabId, windowId: sender.windowId });
    const [watchlist, rep] = await Promise.all([readWatchlist(db), readRep(db)]);
    const by = signatureOfRep(rep) ?? account;
    const opened = await desk.open({ requestId, tweet, thread, account, by, brand: brandAccounts(watchlist) });
    await writeLooking(sender.tabId, { handle: tweet.handle, tweetId: tweet.id, at: Date.now(), asked: true });
    void announceCustomers(opened.customer.handles);
    return {
      kind: opened.kind,
      caseNumber: opened.case.number,
      badge: opened.badge,
      panelOpen: await opening,
      shortcut: await panelShortcut(),
      canUndo: opened.kind !== 'shown',
    };
  });

  answer('undo', async ({ requestId }) => {
    const undone = await desk.undo(requestId);
    if (undone.ok) void announceCustomers(undone.handles);
    return undone.ok ? { ok: true } : undone;
  });

  answer('correct', async ({ requestId, tweet, about, right }) => {
    const features = featuresForLearning({ ...tweet, ad: false }, await readWatchlist(db));
    await corrections.correct({ id: requestId, tweetId: tweet.id, handle: tweet.handle, about, right, features });
    void announceState(db);
    return null;
  });

  answer('takeBack', async ({ requestId }) => {
    await corrections.takeBack(requestId);
    void announceState(db);
    return null;
  });

  answer('dismiss', async ({ tweetId, dismissed }) => {
    await desk.dismiss(tweetId, dismissed);
    void announceState(db);
    return null;
  });

  answer('looking', async ({ handle, tweetId }, sender) => {
    await writeLooking(sender.tabId, { handle, tweetId, at: Date.now(), asked: false });
    return null;
  });

  answer('showCustomer', async ({ handle, tweetId }, sender) => {
    const opening = openPanelFromPage({ id: sender.tabId, windowId: sender.windowId });
    await writeLooking(sender.tabId, { handle, tweetId, at: Date.now(), asked: true });
    return { panelOpen: await opening, shortcut: await panelShortcut() };
  });

  answer('report', async (report, sender) => {
    await onReport(sender.tabId, report);
    return null;
  });

  answer('replySeen', async ({ tweetId, reply }) => {
    const handles = await desk.recordReply(tweetId, reply);
    if (handles.length > 0) void announceCustomers(handles);
    return null;
  });
}
