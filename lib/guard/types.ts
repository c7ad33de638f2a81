/** All checks, in the order in which they are told. */
export const checkIds = [
  'personal-data',
  'misdirected',
  'sales',
  'already-answered',
  'account-state',
  'sales-in-outage',
  'tone',
  'says-nothing',
  'butting-in',
  'same-words',
] as const;
export type CheckId = (typeof checkIds)[number];

/** Names of the checks as they stand on screen. */
export const checkNames: Record<CheckId, string> = {
  'personal-data': 'Personal data in public',
  misdirected: 'Meant for someone else',
  sales: 'Sales copy into a complaint',
  'already-answered': 'Already answered',
  'account-state': 'Account matters in public',
  'sales-in-outage': 'Sales during an outage',
  tone: 'Tone',
  'says-nothing': 'Says nothing',
  'butting-in': 'Butting in',
  'same-words': 'Same words again',
};

/** A hold stops the post and asks; a hint only shows. */
export type Level = 'hint' | 'hold';

/** A place in the draft: positions in UTF-16 units, as `slice` counts. */
export interface Span {
  start: number;
  end: number;
}

/** What a check says. */
export interface Finding {
  level: Level;
  /** One sentence, as a colleague would say it. */
  why: string;
  /** The words in the draft that it is about; empty if it is about none in particular. */
  words: Span[];
}

/** A finding with the check it is from. */
export interface Spoken extends Finding {
  id: CheckId;
}

/** What the guard says of a draft. */
export interface Verdict {
  verdict: 'pass' | 'hint' | 'hold';
  /** Holds first. */
  checks: Spoken[];
  /** Checks that failed: they stop nobody, but the rep is told that the post went unchecked. */
  unchecked: CheckId[];
}

/** A tweet of the thread. */
export interface ThreadTweet {
  /** Status id, where the page told it. */
  id?: string;
  /** Without "@". */
  handle: string;
  text: string;
  /** X's language code. */
  lang?: string | null;
}

/** Something the brand has published, from the settings. */
export interface Fact {
  topic: string;
  channel?: string;
  text: string;
  lang?: string | null;
}

/** An open incident. */
export interface OpenIncident {
  title: string;
  area: string;
  message: string;
}

/** All that the guard knows besides the draft. */
export interface Situation {
  /** The account that posts; the first of the brand's if it is missing. */
  account?: string;
  /** The brand's accounts. */
  accounts?: readonly string[];
  /** Oldest first; the last one is being answered. Empty for a new post. */
  thread: readonly ThreadTweet[];
  /** What this rep posted lately. */
  recent?: readonly string[];
  facts?: readonly Fact[];
  incident?: OpenIncident | null;

  /** Text of the tweet that a quote post carries. */
  quoted?: string | null;
  /** Id of the tweet that text was inserted for; null if nothing was inserted. */
  insertedFor?: string | null;
  /** Id of the tweet being answered: `thread` then goes on after it, with all that is on screen. */
  answering?: string | null;
  /** Notes that are for colleagues only. */
  privateNotes?: readonly string[];
  /** The customer's earlier complaint in an open case, and when it was opened (ISO 8601). */
  caseComplaint?: string | null;
  caseOpenedAt?: string | null;
  /** The time to compare with (ISO 8601): the guard has no clock of its own. */
  now?: string | null;
  /** A colleague's answer came while the rep was typing. */
  colleagueAnsweredWhileTyping?: boolean;
  /** The rep has said that nobody complains in this thread. */
  noComplaint?: boolean;
  /** Numbers and addresses of which the rep has said "it's ours". */
  knownOurs?: readonly string[];
  /** Countries of the brand's customers (ISO 3166), for telephone numbers. */
  countries?: readonly string[];
  /** Checks that the team switched off or softened. */
  policy?: Policy;
}

/** What a team made of the checks; those not named speak as they are. */
export type Policy = Partial<Record<CheckId, 'off' | 'hint'>>;

/** How likely a text is a complaint, 0 to 1. */
export type ComplaintScore = (text: string, lang: string | null) => number;
