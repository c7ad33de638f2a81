/** A tweet quoted inside another one; X shows no permalink for it unless it has a picture. */
export interface QuotedTweet {
  id: string | null;
  handle: string;
  text: string;
}

/** One tweet as X has rendered it. Ids are strings: they are beyond 2^53. Handles come without "@". */
export interface Tweet {
  /** Null where X shows no permalink: ads, and articles that are still being filled. */
  id: string | null;
  handle: string | null;
  name: string;
  text: string;
  /** X's own language code, e.g. `en`, `in`, `iw`, `qme`; null where the page gives none. */
  lang: string | null;
  /** ISO 8601, as in the `datetime` attribute. */
  time: string | null;
  permalink: string | null;
  quoted: QuotedTweet | null;
  repost: boolean;
  ad: boolean;
  /** The tweet that a status page is about. */
  focal: boolean;
  /** X shows only the beginning, with a "show more" link. */
  truncated: boolean;
  /** Handles mentioned anywhere in the text, in order, each once. */
  mentions: string[];
  /** The `t.co` addresses in the text. */
  links: string[];
}
