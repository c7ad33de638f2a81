import { renderToStaticMarkup } from 'react-dom/server';
import { kindPeople, kindTweets } from '../data/kinds';
import { Composer } from '../src/composer/composer';
import { addPerson, addTweet, patch } from '../src/store';
import type { Entry } from '../src/timeline/entries';
import { conversationFeed } from '../src/timeline/feeds';
import { Timeline } from '../src/timeline/timeline';

/** The practice page's own components as plain HTML, one page for every form of tweet. */
export function renderKinds(): Record<string, string> {
  for (const person of kindPeople) addPerson(person);
  const ids = Object.fromEntries(
    kindTweets.map(({ article, ...tweet }) => {
      const id = addTweet(tweet);
      if (article) patch(id, { article });
      return [tweet.key, id];
    }),
  );
  const id = (key: string) => ids[key] ?? '';
  const page = (entries: Entry[], inDialog = false) =>
    renderToStaticMarkup(<Timeline entries={entries} title="Conversation" inDialog={inDialog} />);
  const one = (key: string, extra: Partial<Extract<Entry, { kind: 'tweet' }>> = {}) =>
    page([{ kind: 'tweet', key, id: id(key), ...extra }]);
  const focal = (key: string) => page([{ kind: 'focal', key, id: id(key) }]);
  for (const key of ['s-card', 's-article']) patch(id(key), { liked: true });
  return {
    plain: one('s-plain'),
    focal: focal('s-plain'),
    focalVideo: focal('s-video'),
    focalPhoto: focal('s-emoji'),
    focalCard: focal('s-card'),
    focalQuote: focal('s-quote'),
    quote: one('s-quote'),
    quotePhoto: one('s-quotephoto'),
    focalAffiliate: focal('s-answer'),
    quoteVideo: one('s-quotevideo'),
    repost: one('s-repost'),
    pinned: one('s-pinned', { pinned: true }),
    ad: one('s-ad'),
    adVideo: one('s-advideo'),
    edited: one('s-edited'),
    truncated: one('s-long') + one('s-long-2') + one('s-long-3'),
    article: focal('s-article'),
    emojiName: one('s-emoji'),
    affiliate: one('s-answer'),
    conversation: page(conversationFeed(id('s-plain'), false)),
    photoDialog: page(conversationFeed(id('s-plain'), false), true),
    moreReplies: page([{ kind: 'more-replies', key: 'more' }]),
    composer: renderToStaticMarkup(<Composer kind="inline" placeholder="Post your reply" replyTo={id('s-plain')} />),
  };
}
