import type { CaseStatus, CustomerBadge } from './cases/case';
import { draftOutcomes, overrideReasons } from './guard/outcome';
import { checkIds, type Verdict } from './guard/types';
import type { Health, PageReport } from './health/health';
import type { PageKeys } from './keys/page-keys';
import { alarmAnswers } from './radar/alarms';
import type { Suggestion } from './replies/request';
import type { CustomersWord } from './satisfaction/word';
import { z } from './schema';
import type { Judgement } from './triage/judgement';
import type { Watchlist } from './watchlist/watchlist';
import type { Diagnosis } from './x/diagnosis';

/**
 * Everything that page, worker and panel say to each other, in one place.
 *
 * The page is not to be trusted: X's own scripts, other extensions and whoever gets a script into X could make its
 * content say anything. What arrives from there is checked against these schemas in the worker. Code that runs in the
 * page imports only the types, so that it carries no validator.
 */

const handle = z.string().regex(/^[A-Za-z0-9_]{1,20}$/);
const statusId = z.string().regex(/^\d{1,25}$/);
const permalink = z.string().regex(/^https:\/\/x\.com\/[A-Za-z0-9_]{1,20}\/status\/\d{1,25}$/);
/** X's longest posts have 25,000 characters. */
const text = z.string().max(30_000);
const requestId = z.uuid();
const count = z.number().int().min(0).max(1_000_000_000);

const tweet = z.strictObject({
  id: statusId,
  handle,
  name: z.string().max(200),
  text,
  lang: z.string().max(12).nullable(),
  /** ISO 8601. */
  time: z.iso.datetime(),
  permalink,
});
/** A tweet as the page hands it over. */
export type SentTweet = z.infer<typeof tweet>;

const judged = tweet.extend({ mentions: z.array(handle).max(50), links: z.array(z.string().max(2_000)).max(50) });
/** A tweet as the page hands it over to be judged or learned from. */
export type JudgedTweet = z.infer<typeof judged>;

const openCase = z.strictObject({
  /** Made by the page for each click, so that a repeated request cannot open two cases. */
  requestId,
  tweet,
  /** The conversation around the tweet as rendered, in page order, without the tweet itself. */
  thread: z.array(tweet).max(100),
  /** Who is logged in on X. */
  account: handle.nullable(),
});

/** What X's composer is about to post, and where. */
const composed = z.strictObject({
  kind: z.enum(['reply', 'quote', 'post']),
  /** Who is logged in on X. */
  account: handle.nullable(),
  /** One text a post; several in X's composer for threads. */
  parts: z.array(text).min(1).max(25),
  /** The tweet that is answered; null for a quote and for a new post. */
  answered: tweet.nullable(),
  /** The conversation on screen, in page order, without the answered tweet. */
  thread: z.array(tweet).max(100),
  /** The text of the tweet that a quote carries. */
  quoted: text.nullable(),
  /** The tweet for which Hark has put a text into this composer; null if it has put none there. */
  insertedFor: statusId.nullable(),
  /** When the rep began to write (ISO 8601): answers of colleagues that came since were not known to them. */
  begunAt: z.iso.datetime().nullable(),
});
/** What X's composer is about to post, as the page hands it over. */
export type Composed = z.infer<typeof composed>;

/** A check's words need not be kept: which check it was, and how loud, is all. */
const spoke = z.strictObject({ id: z.enum(checkIds), level: z.enum(['hint', 'hold']) });

/** A function, since the table below says itself what is in it. */
function isPageMessage(name: string): boolean {
  return Object.hasOwn(pageMessages, name);
}

/** Messages from the page to the worker: what is sent, checked on arrival. */
export const pageMessages = {
  /** Asked once when a page loads. */
  hello: z.strictObject({}),
  /**
   * Asked while tweets come on screen: how those are to be judged in which something of the watchlist was spotted, and
   * what the desk knows of customers and tweets. One message, since each costs the page as much as three tweets.
   */
  look: z.strictObject({
    tweets: z.array(judged).max(100),
    authors: z.array(z.strictObject({ handle, name: z.string().max(200) })).max(500),
    tweetIds: z.array(statusId).max(500),
  }),
  /** A public warning of an account that passes for the brand, in a customer's language. */
  warningOf: z.strictObject({ handle, lang: z.string().max(12).nullable() }),
  openCase,
  undo: z.strictObject({ requestId }),
  /** What the rep says of a tweet: whether it is about the brand, or whether it is a complaint. */
  correct: z.strictObject({ requestId, tweet: judged, about: z.enum(['ours', 'complaint']), right: z.boolean() }),
  /** Takes a correction back. */
  takeBack: z.strictObject({ requestId }),
  /** "Not about us", and its undo, for a tweet of which X shows too little to learn from. */
  dismiss: z.strictObject({ tweetId: statusId, dismissed: z.boolean() }),
  /** The rep went to or clicked on something: the panel follows. */
  looking: z.strictObject({ handle, tweetId: statusId.nullable() }),
  /** A click on a customer's badge: the panel opens with that customer. */
  showCustomer: z.strictObject({ handle, tweetId: statusId.nullable() }),
  /** X has rendered a reply of the brand under a tweet. */
  replySeen: z.strictObject({ tweetId: statusId, reply: tweet }),
  /** X has rendered a tweet of somebody who has a case under a reply of the brand. */
  answerSeen: z.strictObject({ tweetId: statusId, answer: tweet }),
  /** How well the page can be read, sent whenever it changed. */
  report: z.strictObject({
    page: requestId,
    loggedOut: z.boolean(),
    tweets: count,
    without: z.strictObject({ id: count, author: count, text: count }),
    focal: z.boolean(),
    loose: count,
    undrawn: count,
    lasting: z.boolean(),
    settings: z.boolean(),
    seen: count,
    marked: count,
  }) satisfies z.ZodType<PageReport>,
  /** Asked while the rep types, and at the latest as they post. */
  judgeDraft: composed,
  /** X was let take a post: not a proof that it is out. Safe to repeat with the same id; `undo` takes it back. */
  posted: z.strictObject({
    requestId,
    composed,
    /** What the guard had said of it, and what the rep gave as a reason where it was held. */
    spoken: z.array(spoke).max(20),
    reason: z.enum(overrideReasons).nullable(),
  }),
  /** X has said that a post of this account is out, and where. */
  postOut: z.strictObject({ account: handle, tweetId: statusId }),
  /** What the rep made of a draft that was held or hinted at. Not sent for one that was posted: `posted` says it. */
  guardSaid: z.strictObject({
    requestId,
    answered: statusId.nullable(),
    spoken: z.array(spoke).min(1).max(20),
    outcome: z.enum(draftOutcomes),
  }),
  /** A post went out unchecked because the guard did not answer, or failed. */
  unchecked: z.strictObject({ why: z.enum(['late', 'failed']) }),
  /** The rep comes near a mark, or writes: the script for that is wanted in this tab. */
  bringMore: z.strictObject({}),
  /** Messages of this page to which no answer came, by name: for a diagnosis. */
  unanswered: z.strictObject({ names: z.array(z.string().max(40).refine(isPageMessage)).min(1).max(40) }),
  /** "It's ours": a number or an address in the draft that the guard need not ask about again. */
  keepAsOurs: z.strictObject({ words: z.string().min(1).max(200) }),
  /** Replies to propose for a tweet. */
  suggestFor: z.strictObject({ tweet, thread: z.array(tweet).max(100), account: handle.nullable() }),
  /** Moves the personal parts of a draft into the case and gives an invitation to a direct message for it. */
  takePrivate: z.strictObject({
    requestId,
    tweet,
    thread: z.array(tweet).max(100),
    account: handle.nullable(),
    draft: text,
    /** The customer's numeric id, where the page tells it. */
    userId: statusId.nullable(),
  }),
  /** A follow-up that Hark has offered. Safe to repeat with the same id; `undo` takes it back. */
  remind: z.strictObject({
    requestId,
    /** The tweet whose case it belongs to. */
    tweetId: statusId,
    /** Milliseconds since 1970. */
    dueAt: z.number().int().positive(),
    reason: z.string().max(300),
  }),
} as const;

export type PageMessages = { [Name in keyof typeof pageMessages]: z.infer<(typeof pageMessages)[Name]> };

/** What the page needs to know to do its work. */
export interface PageState {
  watchlist: Watchlist;
  /** Tweets that the rep said are not about the brand: the latest ones. */
  dismissed: string[];
  /** Tweets that the rep said are about the brand: the latest ones. */
  ours: string[];
  keys: PageKeys;
  /** Accounts as which reps of the brand post, lower case: only what these post is looked over. */
  accounts: string[];
}

/** A follow-up that Hark offers. */
export interface Reminder {
  /** Milliseconds since 1970. */
  dueAt: number;
  reason: string;
  /** When that is, in words: "tomorrow, 9:00". */
  when: string;
}

/** What the desk did with a post. */
export interface Recorded {
  /** `none`: the post concerns no customer of the brand, so nothing was written. */
  kind: Opened['kind'] | 'recorded' | 'none';
  caseNumber: number | null;
  canUndo: boolean;
  /** Offered where the post promises something. */
  reminder: Reminder | null;
}

/** A draft made fit for the public, with the rest in the case. */
export interface TakenPrivate {
  /** What to post instead: an invitation with a link. */
  text: string;
  caseNumber: number;
  badge: CustomerBadge;
  reminder: Reminder | null;
}

/** What opening a case came to, for the toast. */
export interface Opened {
  kind: 'created' | 'added' | 'reopened' | 'shown';
  caseNumber: number;
  badge: CustomerBadge;
  /** True if the panel is in view; else the toast names the shortcut. */
  panelOpen: boolean;
  /** The panel's shortcut as the browser has it, or null if none is set. */
  shortcut: string | null;
  /** False where there is nothing to take back. */
  canUndo: boolean;
}

export type Undone = { ok: true } | { ok: false; reason: string };

/** What the desk knows of some customers, by handle, and tweets, by id. */
export interface KnownOnes {
  customers: Record<string, CustomerBadge>;
  cases: Record<string, { number: number; status: CaseStatus }>;
}

/** Answers to {@link PageMessages}. */
export interface PageReplies {
  hello: PageState;
  look: {
    judged: Record<string, Judgement>;
    /** Null where the database cannot be read: marks go on without it. */
    known: KnownOnes | null;
    /** Authors that pass for the brand where they answer a customer: why, by handle in lower case. */
    suspects: Record<string, string>;
  };
  warningOf: string;
  openCase: Opened;
  undo: Undone;
  correct: null;
  takeBack: null;
  dismiss: null;
  looking: null;
  showCustomer: { panelOpen: boolean; shortcut: string | null };
  replySeen: null;
  answerSeen: null;
  report: null;
  judgeDraft: Verdict;
  posted: Recorded;
  postOut: null;
  guardSaid: null;
  unchecked: null;
  bringMore: null;
  unanswered: null;
  keepAsOurs: null;
  suggestFor: { suggestions: Suggestion[] };
  takePrivate: TakenPrivate;
  remind: null;
}

/** The customer's own word, and the entry of the tweet that says it. */
export interface Heard {
  word: CustomersWord;
  entryId: string;
}

/** What a rep says of a tweet on the list. */
export const settlings = ['dealt', 'elsewhere', 'notOurs'] as const;
export type Settling = (typeof settlings)[number];

const settling = z.strictObject({ tweetId: statusId, how: z.enum(settlings) });

const backupMade = z.strictObject({
  /** Where the browser finds it. */
  address: z.string().startsWith('blob:').max(500),
  /** Milliseconds since 1970. */
  at: z.number().int().positive(),
  cases: count,
  rows: count,
  bytes: count,
  /** Whether somebody has asked for it, and not the calendar. */
  byHand: z.boolean(),
});
/** A backup that is to be saved. */
export type BackupMade = z.infer<typeof backupMade>;

/**
 * Messages from the panel to the worker, who alone writes the list of tweets that need an answer. The panel is our own;
 * its messages are checked all the same.
 */
export const panelMessages = {
  /** A page of Hark has made a backup and holds it until the browser has saved it. */
  backupMade,
  /** It could not. */
  backupFailed: z.strictObject({
    reason: z.string().max(500),
    /** What may be kept of the error: its page has no storage. Null where nothing went wrong. */
    error: z.strictObject({ name: z.string().max(60), spot: z.string().max(90).nullable() }).nullable(),
  }),
  /** How backups are made has changed. */
  backupsChanged: z.strictObject({}),
  /** The rep has dealt with a tweet on the list: it goes, and does not come back. */
  settleQueued: settling,
  /** Takes that back. */
  bringBackQueued: settling,
  /** Hides a tweet until then (milliseconds since 1970); null shows it again. */
  snoozeQueued: z.strictObject({ tweetId: statusId, until: z.number().int().positive().nullable() }),
  /** Opens a case on a tweet of the list. Safe to repeat with the same id. */
  openQueued: z.strictObject({ requestId, tweetId: statusId }),
  /** The panel has undone the opening of a case. */
  caseUndone: z.strictObject({}),
  /** Something on the list is too old. */
  tidyQueue: z.strictObject({}),
  /** Follow-ups, or when to tell of them, have changed. */
  followUpsChanged: z.strictObject({}),
  /** How long closed cases are kept has changed. */
  keepingChanged: z.strictObject({}),
  /** Replies to propose for a tweet of a case or of the list, unlike those that the rep has seen already. */
  suggest: z.strictObject({ tweet, thread: z.array(tweet).max(100), unlike: z.array(text).max(60) }),
  /** What the rep says of an alarm of the radar. */
  settleAlarm: z.strictObject({
    alarmId: requestId,
    how: z.enum(alarmAnswers),
    /** The incident that was opened for it. */
    incidentId: z.string().max(80).nullable(),
  }),
  /** A customer was erased: what the browser keeps of them in its memory goes too. */
  forgetPerson: z.strictObject({ handles: z.array(handle).max(1_000), tweetIds: z.array(statusId).max(100_000) }),
  /** What a customer says after their case was resolved. */
  wordOfCase: z.strictObject({ caseId: z.string().max(80) }),
  /** Goes on with a customer in direct messages. Safe to repeat with the same id; the panel takes it back by it. */
  goPrivate: z.strictObject({ requestId, tweet, draft: text }),
} as const;

export type PanelMessages = { [Name in keyof typeof panelMessages]: z.infer<(typeof panelMessages)[Name]> };

/** Answers to {@link PanelMessages}. */
export interface PanelReplies {
  backupMade: null;
  backupFailed: null;
  backupsChanged: null;
  settleQueued: null;
  bringBackQueued: null;
  snoozeQueued: null;
  /** Null if the tweet is not on the list any more. */
  openQueued: { kind: Opened['kind']; caseNumber: number; caseId: string; handle: string } | null;
  caseUndone: null;
  tidyQueue: null;
  followUpsChanged: null;
  keepingChanged: null;
  suggest: Suggestion[];
  settleAlarm: null;
  forgetPerson: null;
  wordOfCase: Heard | null;
  goPrivate: TakenPrivate;
}

/**
 * How the worker answers: a failure is an answer too, in words for the rep. Only where none comes at all was the worker
 * stopped, and the page asks again.
 */
export type Answered<Value> = { ok: true; value: Value } | { ok: false; reason: string };

/** Messages from the extension to its pages on X. They come from our own code and carry no text of tweets. */
export interface TabMessages {
  /** Settings changed: start afresh with this state. */
  stateChanged: PageState;
  /** Cases changed: ask again. Handles in lower case; an empty list means all. */
  customersChanged: { handles: string[] };
  /** Is anybody there? */
  ping: null;
  /** What does the page look like to the reader? */
  diagnose: null;
  /** The rep has clicked "Insert" in the panel: put this text into X's composer as the reply to that tweet. */
  insertReply: { tweetId: string; text: string };
}

/** Answers to {@link TabMessages}. */
export interface TabReplies {
  stateChanged: null;
  customersChanged: null;
  ping: true;
  diagnose: Diagnosis;
  insertReply: Inserted;
}

/**
 * Whether a text has got into X's composer, whole. If not, the composer holds what it held before.
 * `gone`: the tweet is not on screen, or deleted. `occupied`: the composer is for another tweet, or holds other text
 * that the rep has not agreed to replace. `refused`: X's page did not take it.
 */
export type Inserted = { ok: true } | { ok: false; why: 'gone' | 'occupied' | 'refused'; reason: string };

/** What is known of one tab, kept by the browser until it closes. */
export interface TabHealth {
  health: Health;
  report: PageReport | null;
  onX: boolean;
}

/** What the rep is looking at in one tab; kept by the browser until it closes. */
export interface Looking {
  handle: string;
  tweetId: string | null;
  /** Milliseconds since 1970. */
  at: number;
  /** A click asks to be shown even if the panel is pinned elsewhere; navigation does not. */
  asked: boolean;
}
