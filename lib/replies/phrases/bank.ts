import type { Topic } from '../../cases/case';
import type { Channel } from '../../facts/fact';

/**
 * How a language says what a reply needs to say. In every phrase
 *
 * - `{name}`, `{thing}`, `{since}` … stand for what is known; a phrase of which something is not known is not chosen;
 * - `[du|Sie]` is how one speaks to a friend, then how one speaks to a stranger;
 * - nothing is an exclamation: cheerfulness towards somebody who is angry is the worst of all.
 */
export interface Bank {
  /** X's code of the language. */
  lang: string;
  /** For names of days and months. */
  locale: string;
  /** How one speaks to customers whose own words do not tell. */
  register: Register;
  finds: Finds;
  nouns: readonly NounGroup[];
  /** What is said of a topic when the tweet holds no word for it: one of the nouns. */
  words: Record<Topic, string>;
  /** What a noun looks like in the places where phrases have it: `{thing}`, and what else this language needs. */
  forms(noun: Noun): Record<string, string>;
  /** When something was, in a sentence: "on Tuesday", "in May". */
  day(when: Day): string;
  /** First words that stay as they are after a comma: "I", and in German all nouns. */
  keepsCapital: RegExp;
  moves: Moves;
  topics: Record<Topic, TopicPhrases>;
}

export type Register = 'informal' | 'formal';

/** What is found in a tweet, as its author put it. Each expression has the words to take over in its first group. */
export interface Finds {
  /** Since when, ready to stand in a sentence: "since Tuesday". */
  since: RegExp;
  /** How long, as the subject of a sentence: "nine days". */
  wait: RegExp;
  /** What it spoiled, and how a reply says so: "in the middle of an exam". */
  stakes: readonly (readonly [RegExp, string])[];
  /** Where, by name and with its preposition: "in Leyford". */
  place: RegExp;
  /** The author speaks to the brand as to a friend, or as to a stranger. */
  informal: RegExp;
  formal: RegExp;
  /** The author asks, whether or not with a question mark; or proposes how to do better. */
  asks: RegExp;
  idea: RegExp;
  /** Something does not run, in words too common for the lexicon of the judgement: "lantern down". */
  down: RegExp;
  /** Something burns or smells of it. */
  burning: RegExp;
  /** The tweet says already whether others are hit, what the lights show. */
  scope: RegExp;
  light: RegExp;
}

/** Nouns that are used alike. */
export interface NounGroup {
  topics: readonly Topic[];
  /** Whose it is: the customer's ("your modem"), the brand's ("our app"), nobody's ("the technician"). */
  whose: 'theirs' | 'ours' | 'nobody';
  gender: Gender;
  /** Nouns between commas; other spellings follow after `=`: "wifi=wi-fi=wlan". */
  words: string;
}

export type Gender = 'm' | 'f' | 'n';

export interface Noun {
  word: string;
  gender: Gender;
  whose: NounGroup['whose'];
  topics: readonly Topic[];
}

/** A day by its distance from now. */
export type Day =
  | { kind: 'today' }
  | { kind: 'yesterday' }
  | { kind: 'weekday'; name: string; number: number }
  | { kind: 'month'; name: string };

/** What a tweet may tell already, so that it need not be asked. */
export type Known = 'place' | 'since' | 'scope' | 'light' | 'thing' | 'ours' | 'amount';

/** A question, and what makes it needless. */
export type Question = readonly [text: string, ...needless: Known[]];

/** What is said of one topic. */
export interface TopicPhrases {
  /** Names what is wrong, and is sorry for just that. */
  sorry: readonly string[];
  /** What the rep looks into before there is an answer. */
  check: readonly string[];
  /** Invites into a private message: what to send there, and what it is for. */
  dm: readonly string[];
  /** The one question that moves it on. */
  ask: readonly Question[];
}

/** What is said whatever the topic. */
export interface Moves {
  /** Before a sentence, with its comma. */
  greet: { named: readonly string[]; unnamed: readonly string[] };
  /** Too long a wait: `{wait}`. */
  wait: readonly string[];
  /** What it spoiled: `{stake}`. */
  stake: readonly string[];
  /** Somebody's health or safety hangs on it. */
  safety: readonly string[];
  /** Something burns or smells. */
  burning: readonly string[];
  /** The customer wrote before: `{day}`, and of the same `{thing}`. */
  history: { same: readonly string[]; any: readonly string[] };
  incident: {
    /** It hits this customer: `{incident}` is its message. */
    here: readonly string[];
    /** It hits this customer, but its message is in another language: `{area}`. */
    area: readonly string[];
    /** It may hit this customer: `{area}`. */
    ask: readonly string[];
  };
  /** Offers a fact that is a link or a number: `{fact}`. */
  fact: Record<Channel, readonly string[]>;
  /** No fact answers the question. */
  unknown: readonly string[];
  /** Invites a question into a private message. */
  questionDm: readonly string[];
  /** What one needs to know to answer a question. */
  questionAsk: readonly Question[];
  /** For what is neither trouble nor a question: it was read. */
  noted: readonly string[];
  /** For an idea of how to do better, and a question about it. */
  idea: readonly string[];
  ideaDm: readonly string[];
  ideaAsk: readonly string[];
  /** Personal data stand in the tweet. */
  takeDown: readonly string[];
  takeDownDm: readonly string[];
  takeDownAsk: readonly string[];
  /** Thanks for praise: in general, for a person's work, for something that runs again. They ask nothing. */
  thanks: {
    any: readonly string[];
    person: readonly string[];
    solved: readonly string[];
    short: readonly string[];
    /** After they wrote on another `{day}`. */
    history: readonly string[];
  };
  /** It is another company's: what to say, and where to go, to `{handle}` if the tweet names it. */
  notOurs: readonly string[];
  elsewhere: { named: readonly string[]; unnamed: readonly string[] };
  /** The reply is in this language although the customer writes in another one. */
  otherLanguage: readonly string[];
  /** Nobody has named the brand: whether it is theirs at all, `{brand}`. */
  askOurs: readonly string[];
  /** Asks how it goes, after they wrote on another `{day}`; nothing is claimed but what they said themselves. */
  checkIn: {
    /** After an outage that is over. */
    outage: readonly string[];
    /** After anything else that was put right. */
    fixed: readonly string[];
    /** While it is not done yet. */
    open: readonly string[];
  };
}

const table = (rows: readonly NounGroup[]): [string[], Noun][] =>
  rows.flatMap(({ topics, whose, gender, words }) =>
    words.split(/,\s*/).map((entry): [string[], Noun] => {
      const spellings = entry.split('=').map((spelling) => spelling.trim());
      return [spellings, { word: spellings[0] ?? '', gender, whose, topics }];
    }),
  );

/** All spellings of a bank's nouns, each with its noun. */
export function spellingsOf(bank: Bank): [spelling: string, noun: Noun][] {
  return table(bank.nouns).flatMap(([spellings, noun]) =>
    spellings.map((spelling): [string, Noun] => [spelling, noun]),
  );
}
