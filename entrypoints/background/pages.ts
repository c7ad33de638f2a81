import { browser } from 'wxt/browser';
import type { z } from 'zod';
import { panelShortcut } from '../../lib/browser/commands';
import { noteError } from '../../lib/browser/errors';
import { db, desk } from '../../lib/desk/local';
import { type MessageSender, onMessage } from '../../lib/messaging';
import { type Answered, type KnownOnes, type PageMessages, type PageReplies, pageMessages } from '../../lib/protocol';
import { newlySeen } from '../../lib/queue/funnel';
import { postingAccounts, readReps, readWatchlist } from '../../lib/settings/settings';
import { announceCustomers, currentPageState, readHealth, writeLooking } from '../../lib/tabs';
import { isOnX } from '../../lib/x/matches';
import { afterUndo, correct, dismiss, openCase, takeBack } from './deeds';
import { judgeComposed, keepAsOurs } from './guarding';
import { onReport } from './health';
import { suspectsAmong, warningOf } from './impostors';
import { judgeAll } from './judging';
import { openPanelFromPage } from './panel';
import { alongside, funnel, noteJudged, queue } from './queue';
import { noteOutages } from './radar';
import { receive } from './receiving';
import {
  answerSeen,
  customersSeen,
  forgetReason,
  guardSaid,
  noteReminder,
  posted,
  postOut,
  takePrivate,
  unchecked,
} from './replying';
import { suggestionsFor } from './suggesting';

/** What pages need only where the rep comes near a mark or writes. */
const MORE = '/x-more.js';
/** Replies of the brand count as today's answers up to this age, in milliseconds. */
const LATELY = 24 * 60 * 60 * 1000;

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
    const from: Sender = { tabId: tab.id, windowId: tab.windowId };
    return receive(name, schema, message.data, 'Hark did not understand this tweet.', (data) => handle(data, from));
  };
  onMessage(name, listener as unknown as Parameters<typeof onMessage<Name>>[1]);
}

/** What the desk knows of customers and tweets; a question about neither does not wait for the database. */
async function knownOnes(handles: string[], tweetIds: string[]): Promise<KnownOnes> {
  const [customers, cases] = await Promise.all([
    handles.length > 0 ? desk.badges(handles) : {},
    tweetIds.length > 0 ? desk.casesOfTweets(tweetIds) : {},
  ]);
  return { customers, cases };
}

/** Answers everything that pages on X ask. */
export function answerPages(): void {
  answer('hello', () => currentPageState(db));

  answer('look', async ({ tweets, authors, tweetIds }) => {
    const handles = authors.map(({ handle }) => handle.toLowerCase());
    const [judged, known, suspects] = await Promise.all([
      tweets.length > 0 ? judgeAll(tweets) : [],
      knownOnes(handles, tweetIds).catch(() => null),
      suspectsAmong(authors).catch(() => ({})),
    ]);
    if (judged.length > 0) {
      // The page waits for the marks only.
      alongside('The list', noteJudged(judged));
      alongside('The cases', customersSeen(judged));
      alongside('The radar', noteOutages(judged));
    }
    return {
      judged: Object.fromEntries(judged.map(({ tweet, judgement }) => [tweet.id, judgement])),
      known,
      suspects,
    };
  });

  answer('warningOf', warningOf);

  answer('openCase', async ({ requestId, tweet, thread, account }, sender) => {
    // First of all: the browser opens a panel only in the turn of the rep's click.
    const opening = openPanelFromPage({ id: sender.tabId, windowId: sender.windowId });
    const opened = await openCase({ requestId, tweet, thread, account });
    await writeLooking(sender.tabId, { handle: tweet.handle, tweetId: tweet.id, at: Date.now(), asked: true });
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
    if (undone.ok) {
      void announceCustomers(undone.handles);
      afterUndo();
      await forgetReason(requestId);
    }
    return undone.ok ? { ok: true } : undone;
  });

  answer('posted', posted);
  answer('postOut', postOut);
  answer('guardSaid', guardSaid);
  answer('unchecked', unchecked);
  answer('takePrivate', takePrivate);
  answer('remind', noteReminder);
  answer('answerSeen', answerSeen);

  answer('correct', async (correction) => {
    await correct(correction);
    return null;
  });

  answer('takeBack', async ({ requestId }) => {
    await takeBack(requestId);
    return null;
  });

  answer('dismiss', async ({ tweetId, dismissed }) => {
    await dismiss(tweetId, dismissed);
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
    funnel.seen(newlySeen((await readHealth(sender.tabId))?.report, report));
    await onReport(sender.tabId, report);
    return null;
  });

  answer('replySeen', async ({ tweetId, reply }) => {
    // The words of anybody else are nobody's business here, whatever the page calls them.
    const [watchlist, { reps }] = await Promise.all([readWatchlist(db), readReps(db)]);
    if (!postingAccounts(watchlist, reps).has(reply.handle.toLowerCase())) return null;
    const handles = await desk.recordReply(tweetId, reply);
    if (handles.length > 0) void announceCustomers(handles);
    alongside('The list', queue.leave([tweetId], 'answered'));
    // Whoever reads old conversations answers nobody.
    if (Date.now() - Date.parse(reply.time) < LATELY) alongside('Counting', funnel.once('answered', [tweetId]));
    return null;
  });
  answer('judgeDraft', judgeComposed);

  answer('suggestFor', async ({ tweet, thread, account }) => ({
    suggestions: await suggestionsFor(tweet, thread, account),
  }));

  answer('bringMore', async (_, { tabId }) => {
    await browser.scripting.executeScript({ target: { tabId }, files: [MORE], injectImmediately: true });
    return null;
  });

  answer('unanswered', ({ names }) => {
    for (const name of names) noteError(`no answer to ${name}`, { name: 'Unanswered' });
    return null;
  });

  answer('keepAsOurs', async ({ words }) => {
    await keepAsOurs(words);
    return null;
  });
}
