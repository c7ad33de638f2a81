import { describe, expect, it } from 'vitest';
import { people } from './people';
import { tweets } from './tweets';
import type { PracticeTweet } from './types';

const brandAccounts = new Set(['Lantern', 'LanternCares', 'LanternJune']);
const lookAlike = 'Lantern_Help24';
const byKey = new Map(tweets.map((tweet) => [tweet.key, tweet]));
const codePoints = (text: string): number => [...text].length;
const count = (holds: (tweet: PracticeTweet) => boolean): number => tweets.filter(holds).length;
const keysOf = (holds: (tweet: PracticeTweet) => boolean): string[] => tweets.filter(holds).map((tweet) => tweet.key);

describe('people', () => {
  it('have valid handles, each once, whatever the case', () => {
    expect(people.filter(({ handle }) => !/^[A-Za-z0-9_]{4,15}$/.test(handle))).toEqual([]);
    expect(new Set(people.map(({ handle }) => handle.toLowerCase())).size).toBe(people.length);
  });

  it('all tweet something', () => {
    const authors = new Set(tweets.flatMap((tweet) => [tweet.by, tweet.repostBy ?? '']));
    expect(people.filter(({ handle }) => !authors.has(handle)).map(({ handle }) => handle)).toEqual([]);
  });

  it('belong to organisations that exist', () => {
    const handles = new Set(people.map(({ handle }) => handle));
    expect(people.filter(({ affiliate }) => affiliate !== undefined && !handles.has(affiliate))).toEqual([]);
  });
});

describe('tweets', () => {
  it('have unique keys', () => {
    expect(byKey.size).toBe(tweets.length);
  });

  it('are written and reposted by known people', () => {
    const handles = new Set(people.map(({ handle }) => handle));
    expect(keysOf((tweet) => !handles.has(tweet.by))).toEqual([]);
    expect(keysOf((tweet) => tweet.repostBy !== undefined && !handles.has(tweet.repostBy))).toEqual([]);
  });

  it('answer and quote tweets that exist and are older', () => {
    const younger = (tweet: PracticeTweet, key: string | undefined): boolean =>
      key === undefined || (byKey.get(key)?.ago ?? Number.NEGATIVE_INFINITY) > tweet.ago;
    expect(keysOf((tweet) => !younger(tweet, tweet.replyTo))).toEqual([]);
    expect(keysOf((tweet) => !younger(tweet, tweet.quote))).toEqual([]);
  });

  it('never say the same twice', () => {
    const seen = new Map<string, string>();
    const repeated = tweets.filter((tweet) => {
      const text = tweet.text.trim().toLowerCase();
      if (text === '') return false;
      if (seen.has(text)) return true;
      seen.set(text, tweet.key);
      return false;
    });
    expect(repeated.map((tweet) => tweet.key)).toEqual([]);
  });

  it('say nothing only where a picture or a video speaks', () => {
    const silent = tweets.filter(({ text }) => text.trim() === '');
    expect(silent.length).toBeGreaterThan(0);
    expect(silent.filter(({ lang, photos, video }) => lang !== 'zxx' || (!photos && !video))).toEqual([]);
  });

  it('keep to the lengths of the platform', () => {
    expect(keysOf((tweet) => codePoints(tweet.text) > 4000)).toEqual([]);
    expect(keysOf((tweet) => tweet.truncateAt === undefined && codePoints(tweet.text) > 280)).toEqual([]);
    expect(keysOf((tweet) => tweet.truncateAt !== undefined && codePoints(tweet.text) <= 280)).toEqual([]);
    expect(keysOf((tweet) => tweet.truncateAt !== undefined && tweet.truncateAt > 280)).toEqual([]);
  });

  it('link only to domains that nobody can own', () => {
    const links = tweets.flatMap((tweet) => tweet.text.match(/https?:\/\/[^\s/]+/g) ?? []);
    expect(links.filter((link) => !link.endsWith('.example'))).toEqual([]);
    expect(keysOf((tweet) => tweet.card !== undefined && !tweet.card.domain.endsWith('.example'))).toEqual([]);
  });

  it('tell the Leyford evening within 90 minutes', () => {
    const evening = tweets.filter((tweet) => tweet.story === 'leyford-outage');
    expect(evening.length).toBeGreaterThanOrEqual(40);
    expect(evening.filter((tweet) => tweet.ago > 90)).toEqual([]);
  });

  it('never ask for an answer to the brand itself, to ads, or to what is nobody’s trouble', () => {
    expect(
      keysOf(
        ({ by, ad, truth }) =>
          truth.actionable && (brandAccounts.has(by) || by === lookAlike || ad === true || truth.about === 'none'),
      ),
    ).toEqual([]);
  });

  it('call it a mention only where a brand account is named or answered', () => {
    const addressed = ({ text, replyTo }: PracticeTweet): boolean =>
      /@Lantern(Cares|June)?\b/i.test(text) || brandAccounts.has(byKey.get(replyTo ?? '')?.by ?? '');
    expect(keysOf((tweet) => tweet.truth.about === 'mention' && !addressed(tweet))).toEqual([]);
    expect(
      keysOf((tweet) => tweet.truth.about !== 'mention' && !brandAccounts.has(tweet.by) && addressed(tweet)),
    ).toEqual([]);
  });

  it.each([
    ['tl', 12],
    ['es', 12],
    ['pt', 12],
    ['fr', 12],
    ['de', 12],
    ['it', 12],
    ['in', 12],
    ['ja', 6],
    ['ar', 6],
    ['iw', 6],
    ['th', 6],
    ['tr', 6],
  ])('speak %s at least %i times', (lang, least) => {
    expect(count((tweet) => tweet.lang === lang)).toBeGreaterThanOrEqual(least);
  });

  it.each<[string, number, (tweet: PracticeTweet) => boolean]>([
    ['tweets in all', 420, () => true],
    ['ads', 8, (tweet) => tweet.ad === true],
    ['quotes', 15, (tweet) => tweet.quote !== undefined],
    ['reposts', 12, (tweet) => tweet.repostBy !== undefined],
    ['edited', 5, (tweet) => tweet.edited === true],
    ['truncated', 8, (tweet) => tweet.truncateAt !== undefined],
    ['pinned', 4, (tweet) => tweet.pinned === true],
    ['praise', 30, (tweet) => tweet.truth.intent === 'praise'],
    ['news with a link', 15, (tweet) => tweet.truth.intent === 'news' && tweet.text.includes('https://')],
    ['posts of the brand that answer nobody', 15, (tweet) => tweet.by === 'Lantern' && tweet.replyTo === undefined],
    ['look-alike replies', 3, (tweet) => tweet.by === lookAlike && tweet.replyTo !== undefined],
    ['troubles without a name', 25, ({ truth }) => truth.about === 'category' && truth.intent !== 'other'],
    ['lanterns that are no brand', 30, ({ text, truth }) => /lantern/i.test(text) && truth.about === 'none'],
    ['tweets about nothing of the kind', 100, ({ truth }) => truth.about === 'none'],
  ])('hold enough %s', (_what, least, holds) => {
    expect(count(holds)).toBeGreaterThanOrEqual(least);
  });
});
