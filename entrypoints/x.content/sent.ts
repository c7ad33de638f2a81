import type { JudgedTweet, SentTweet } from '../../lib/protocol';
import type { Tweet } from '../../lib/x/tweet';

/** No tweet is of a later time: the year 10,000, where times get another form. */
const LATEST_TIME = Date.UTC(10_000, 0);

/** A tweet as the worker takes it, or null if X shows too little of it or what cannot be. */
export function toSent(tweet: Tweet): SentTweet | null {
  const { id, handle, name, text, time, permalink } = tweet;
  const at = Date.parse(time ?? '');
  if (id === null || handle === null || permalink === null || !(at > 0 && at < LATEST_TIME)) return null;
  // One odd word of a neighbour must not make the worker refuse the whole conversation.
  const lang = tweet.lang !== null && /^[\w-]{1,12}$/.test(tweet.lang) ? tweet.lang : null;
  return {
    id,
    handle,
    name: name.slice(0, 200),
    text: text.slice(0, 30_000),
    lang,
    time: new Date(at).toISOString(),
    permalink,
  };
}

/** A tweet as the worker takes it to be judged or learned from, or null like {@link toSent}. */
export function toJudged(tweet: Tweet): JudgedTweet | null {
  const sent = toSent(tweet);
  return sent && { ...sent, mentions: tweet.mentions.slice(0, 50), links: tweet.links.slice(0, 50) };
}
