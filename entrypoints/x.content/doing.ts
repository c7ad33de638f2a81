import type { PageMessages } from '../../lib/protocol';
import type { Tweet } from '../../lib/x/tweet';
import type { Caught } from './impostors';

export type Correcting = PageMessages['correct'];

/** What the rep has said of a tweet. */
export interface SaidHere {
  dismissed: boolean;
  ours: boolean;
}

/** What deeds need of the timeline. */
export interface Doing {
  /** Reads the article again: between drawing and click X may have put another tweet there. */
  tweetNow(article: Element, id: string): Tweet | null;
  /** Whether the rep knows more than Hark: no mark says for certain that this tweet is about the brand. */
  isOursToSay(article: Element, tweet: Tweet): boolean;
  /** True of a tweet of the brand itself. */
  isOfWatchlist(tweet: Tweet | null): boolean;
  said(id: string): SaidHere;
  /** Draws what the rep says; what is to last is told to the worker. */
  say(id: string, said: SaidHere): void;
}

/** What the rep's clicks and keys on tweets do. */
export interface Deeds {
  openCase(article: Element, id: string): Promise<void>;
  /** Writes down what the rep says of a tweet, as it was read at the click. */
  correct(tweet: Tweet | null, id: string, about: Correcting['about'], right: boolean): Promise<void>;
  showCustomer(article: Element, id: string): Promise<void>;
  /** Copies a public warning, for the rep to post. */
  copyWarning(caught: Caught): Promise<void>;
  /** Opens X's own page of the account, whose menu has "Report". */
  reportOnX(caught: Caught): void;
}
