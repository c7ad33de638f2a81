import { type Gist, type Topic, topics } from '../cases/case';

export { type Topic, topics };

/** How a tweet concerns the brand: by a handle, by a name, or by a word of the trade together with trouble. */
export type Relevance = 'mention' | 'brand' | 'category' | 'none';

/** What the author wants; `unsure` where neither the language nor the words tell. */
export const intents = ['complaint', 'question', 'praise', 'other', 'unsure'] as const;
export type Intent = (typeof intents)[number];

/** What makes a tweet urgent, strongest first. */
export const pressures = ['safety', 'leaving', 'repeated', 'waiting', 'outage', 'angry'] as const;
export type Pressure = (typeof pressures)[number];

/** What was found in a tweet, with the words as the author wrote them. */
export interface Evidence {
  /** A part of the watchlist, what the words say the author wants, or what makes it urgent. */
  kind: 'handle' | 'term' | 'category' | 'complaint' | 'question' | 'praise' | 'topic' | Pressure;
  words: string;
}

/** What the rep has said of one tweet; it counts more than any judgement. */
export interface Said {
  /** Whether it is about the brand. */
  ours?: boolean;
  complaint?: boolean;
}

/** Hark's judgement of one tweet. */
export interface Judgement {
  relevance: Relevance;
  /** How likely the tweet is about the brand, 0 to 1. */
  relevanceScore: number;
  intent: Intent;
  /** How likely the intent is right, 0 to 1. Below {@link SURE} it is shown as doubt. */
  intentConfidence: number;
  topic: Topic;
  /** 0 (nothing to do) to 1 (first of all). */
  urgency: number;
  /** What makes it urgent, strongest first. */
  pressures: Pressure[];
  /** A person who needs an answer. */
  actionable: boolean;
  evidence: Evidence[];
  /** What the rep has said of this very tweet; it is part of the judgement already. */
  said?: Said;
}

/** What of a judgement is kept with a tweet whose text is not. */
export function gistOf({ intent, topic, urgency }: Judgement): Gist {
  return { intent, topic, urgency: Math.round(urgency * 100) / 100 };
}

/** From this confidence on an intent is stated; below it is said with a "maybe". */
export const SURE = 0.75;

/** How loud the mark is: full where someone may need an answer, a dot for what merely concerns the brand. */
export type Loudness = 'full' | 'dot' | 'none';

/** How loud the mark of a tweet is. */
export function loudnessOf({ relevance, actionable }: Judgement): Loudness {
  if (relevance === 'none') return 'none';
  return actionable ? 'full' : 'dot';
}

/** How much a tweet presses: it can wait, it should not wait long, or it comes first of all. */
export type Pressing = 'calm' | 'strong' | 'first';

/** From these urgencies on. */
const STRONG = 0.4;
const FIRST = 0.75;

/** How much a tweet presses, in three steps that can be told apart at a glance. */
export function pressingOf({ urgency }: Pick<Judgement, 'urgency'>): Pressing {
  if (urgency >= FIRST) return 'first';
  return urgency >= STRONG ? 'strong' : 'calm';
}

/** True if the intent is only probable. */
export function isDoubtful({ intent, intentConfidence }: Judgement): boolean {
  return intent !== 'unsure' && intentConfidence < SURE;
}

/** The part of a tweet that is judged. */
export interface Judgeable {
  handle: string | null;
  text: string;
  /** X's language code. */
  lang: string | null;
  mentions: readonly string[];
  links: readonly string[];
  ad: boolean;
}

/** Handles that a text names, without "@". */
export function mentionsIn(text: string): string[] {
  return [...text.matchAll(/[@＠](\w{1,20})/g)].map(([, name = '']) => name);
}

/** A tweet of which little more than the text is known: X links handles and addresses, here they are told by their form. */
export function judgeableText(text: string, known: Partial<Judgeable> = {}): Judgeable {
  return {
    handle: null,
    text,
    lang: null,
    mentions: mentionsIn(text),
    links: text.match(/https?:\/\/\S+/g) ?? [],
    ad: false,
    ...known,
  };
}

/** Nothing that concerns the brand. */
export const notRelevant: Judgement = {
  relevance: 'none',
  relevanceScore: 0,
  intent: 'other',
  intentConfidence: 1,
  topic: 'other',
  urgency: 0,
  pressures: [],
  actionable: false,
  evidence: [],
};
