/**
 * The shapes of the practice page's content. Everything here is invented: people, brands, places and words.
 * Times are minutes before "now", so that the page looks fresh on any day.
 */

/** Somebody who tweets on the practice page. */
export interface PracticePerson {
  /** Without "@"; 4-15 letters, digits and underscores. */
  handle: string;
  /** Display name; may hold emoji, which X renders as images. */
  name: string;
  bio?: string;
  verified?: boolean;
  /** A small picture beside the name, as X gives to staff of an organisation: the handle of that organisation. */
  affiliate?: string;
}

/** One practice tweet. */
export interface PracticeTweet {
  /** Unique key used for references within the data; the page derives a status id beyond 2^53 from it. */
  key: string;
  /** Handle of the author. */
  by: string;
  /** Text with plain "@handles", "#tags", "https://…" links and emoji; the page renders them as X does. */
  text: string;
  /** X's language code, e.g. en, es, tl, in, pt, fr, de, it, ja, ar, th, qme (only emoji), und. */
  lang: string;
  /** Age in minutes. */
  ago: number;
  /** Key of the tweet that this one answers. */
  replyTo?: string;
  /** Key of the tweet that this one quotes. */
  quote?: string;
  /** Handle of who reposted it into the timeline. */
  repostBy?: string;
  /** A paid post: no time, no permalink, inside placement tracking. */
  ad?: boolean;
  edited?: boolean;
  pinned?: boolean;
  /** X shows "Show more": only this many characters are rendered until it is clicked. */
  truncateAt?: number;
  photos?: number;
  video?: boolean;
  /** A link card with this title, from this domain. */
  card?: { title: string; domain: string };
  /** What a careful human says of it, for tests and tours: who it concerns and what it is. */
  truth: {
    /** About Lantern (the practice brand: internet, TV, mobile) or its services: by mention, by name, by need without a name, or not at all. */
    about: 'mention' | 'brand' | 'category' | 'none';
    intent: 'complaint' | 'question' | 'praise' | 'news' | 'other';
    /** A person who needs an answer from the brand. */
    actionable: boolean;
  };
  /** Which story it belongs to, where it belongs to one. */
  story?: string;
}
