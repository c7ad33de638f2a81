import type { CaseStatus, CustomerBadge } from './cases/case';
import type { Health, PageReport } from './health/health';
import type { PageKeys } from './keys/page-keys';
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

/** Messages from the page to the worker: what is sent, checked on arrival. */
export const pageMessages = {
  /** Asked once when a page loads. */
  hello: z.strictObject({}),
  /** Asked for each batch of tweets that came on screen. */
  lookUp: z.strictObject({ handles: z.array(handle).max(500), tweetIds: z.array(statusId).max(500) }),
  /** Asked for each batch of tweets in which something of the watchlist was spotted. */
  judge: z.strictObject({ tweets: z.array(judged).max(100) }),
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
  /** How well the page can be read, sent whenever it changed. */
  report: z.strictObject({
    page: requestId,
    loggedOut: z.boolean(),
    tweets: count,
    without: z.strictObject({ id: count, author: count, text: count }),
    seen: count,
    marked: count,
  }) satisfies z.ZodType<PageReport>,
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

/** Answers to {@link PageMessages}. */
export interface PageReplies {
  hello: PageState;
  lookUp: { customers: Record<string, CustomerBadge>; cases: Record<string, { number: number; status: CaseStatus }> };
  judge: Record<string, Judgement>;
  openCase: Opened;
  undo: Undone;
  correct: null;
  takeBack: null;
  dismiss: null;
  looking: null;
  showCustomer: { panelOpen: boolean; shortcut: string | null };
  replySeen: null;
  report: null;
}

/** What a rep says of a tweet on the list. */
export const settlings = ['dealt', 'elsewhere', 'notOurs'] as const;
export type Settling = (typeof settlings)[number];

const settling = z.strictObject({ tweetId: statusId, how: z.enum(settlings) });

/**
 * Messages from the panel to the worker, who alone writes the list of tweets that need an answer. The panel is our own;
 * its messages are checked all the same.
 */
export const panelMessages = {
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
} as const;

export type PanelMessages = { [Name in keyof typeof panelMessages]: z.infer<(typeof panelMessages)[Name]> };

/** Answers to {@link PanelMessages}. */
export interface PanelReplies {
  settleQueued: null;
  bringBackQueued: null;
  snoozeQueued: null;
  /** Null if the tweet is not on the list any more. */
  openQueued: { kind: Opened['kind']; caseNumber: number; caseId: string; handle: string } | null;
  caseUndone: null;
  tidyQueue: null;
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
}

/** Answers to {@link TabMessages}. */
export interface TabReplies {
  stateChanged: void;
  customersChanged: void;
  ping: true;
  diagnose: Diagnosis;
}

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
