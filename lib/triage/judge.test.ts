import { describe, expect, it } from 'vitest';
import { emptyWatchlist, type Watchlist } from '../watchlist/watchlist';
import { explain, markWord } from './explain';
import { makeJudge } from './judge';
import { type Judgeable, loudnessOf } from './judgement';
import { readShippedModel } from './shipped';

const watchlist: Watchlist = {
  ...emptyWatchlist,
  handles: ['Lantern', 'LanternCares'],
  accounts: ['LanternJune'],
  terms: ['Lantern', 'Lantern TV'],
  misspellings: ['lantrn'],
  categories: ['internet', 'wifi', 'wi-fi', 'ネット'],
  exclusions: ['paper lantern', 'cable knit'],
};
const model = readShippedModel();
const judge = makeJudge(watchlist, model);

function tweet(text: string, more: Partial<Judgeable> = {}): Judgeable {
  const mentions = [...text.matchAll(/@(\w+)/g)].map((found) => found[1] ?? '');
  return { handle: 'ada', text, lang: 'en', mentions, links: [], ad: false, ...more };
}

describe('relevance', () => {
  it.each([
    ['my line died, @lanterncares', 'mention'],
    ['so @LANTERN is this it?', 'mention'],
    ['is Lantern down for anyone', 'brand'],
    ['#LanternDown again', 'brand'],
    ["Lantern's router is dead", 'brand'],
    ['lantrn you had one job', 'brand'],
    ['wifi is out on the whole street', 'category'],
    ['the wi-fi, the wi-fi is dead', 'category'],
    ['internet famous cat of the day', 'none'],
    ['we made a paper lantern and it broke', 'none'],
    ['read it on https://lantern.example/help', 'none'],
    ['hello @LanternFishLab what is this', 'none'],
    ['nice soup', 'none'],
  ])('%s → %s', (text, relevance) => {
    expect(judge(tweet(text)).relevance).toBe(relevance);
  });

  it('gives nothing to the brand itself and to ads', () => {
    expect(judge(tweet('Lantern is down', { handle: 'lanternjune' })).relevance).toBe('none');
    expect(judge(tweet('Lantern is down', { ad: true })).relevance).toBe('none');
  });

  it('reads scripts without spaces', () => {
    expect(judge(tweet('ネットが繋がらない', { lang: 'ja' })).relevance).toBe('category');
  });

  it('asks of a category word that trouble stands near it', () => {
    const far = 'my internet is lovely and the sun shines on all of us in the garden where the old shed fell down';
    expect(judge(tweet(far)).relevance).toBe('none');
  });

  it('keeps to the languages of the team, but for tweets that name a handle', () => {
    const german = makeJudge({ ...watchlist, languages: ['de'] }, model);
    expect(german(tweet('Lantern is down')).relevance).toBe('none');
    expect(german(tweet('@Lantern is down')).relevance).toBe('mention');
    expect(german(tweet('Lantern geht nicht', { lang: 'de' })).relevance).toBe('brand');
    expect(german(tweet('Lantern 😡', { lang: 'qme' })).relevance).toBe('brand');
    // X has a code of its own for Indonesian, which teams write as everybody does.
    const indonesian = makeJudge({ ...watchlist, languages: ['id'] }, model);
    expect(indonesian(tweet('Lantern mati lagi', { lang: 'in' })).relevance).toBe('brand');
  });
});

describe('loudness', () => {
  it.each([
    ['@Lantern how do I move house', 'question', 'full'],
    ['@Lantern you are the worst', 'complaint', 'full'],
    ['@Lantern hello there', 'other', 'dot'],
    ['@Lantern thank you, legends', 'praise', 'dot'],
    ['thanks for nothing @Lantern, down again', 'complaint', 'full'],
  ])('%s → %s, %s', (text, intent, loudness) => {
    const judgement = judge(tweet(text));
    expect([judgement.intent, loudnessOf(judgement)]).toEqual([intent, loudness]);
  });

  it('takes a headline with a link for news', () => {
    const news = tweet('Lantern announces third quarter revenue https://t.co/a', { links: ['https://t.co/a'] });
    expect(judge(news)).toMatchObject({ intent: 'other', actionable: false });
  });

  it('hears anger in other languages', () => {
    expect(judge(tweet('ang bagal ng @Lantern, magsara na kayo', { lang: 'tl' })).intent).toBe('complaint');
    expect(judge(tweet('@Lantern se cayó otra vez', { lang: 'es' })).intent).toBe('complaint');
    expect(judge(tweet('Magsara na lang kayo @Lantern!', { lang: 'tl' }))).toMatchObject({
      intent: 'complaint',
      pressures: ['leaving'],
    });
  });
});

describe('languages that no head has learned', () => {
  it('are marked all the same, and not guessed at', () => {
    const hebrew = judge(tweet('@Lantern לא עובד', { lang: 'iw' }));
    expect([hebrew.intent, hebrew.intentConfidence, loudnessOf(hebrew)]).toEqual(['unsure', 0, 'full']);
    expect(judge(tweet('Lantern yine gitti', { lang: 'tr' }))).toMatchObject({ relevance: 'brand', intent: 'unsure' });
  });
});

describe('why', () => {
  it('cites the words as written', () => {
    const judgement = judge(tweet('@Lantern DOWN again??'));
    expect(explain(judgement)).toBe('Names your handle @Lantern. Reads as a complaint about an outage: “DOWN again”.');
    expect(markWord(judgement)).toBe('Outage');
  });

  it('says that nobody was named', () => {
    const judgement = judge(tweet('wifi is out here'));
    expect(explain(judgement)).toBe(
      'Nobody is named, but a word of your trade is: “wifi”. Reads as a complaint about an outage: “is out”.',
    );
    expect(markWord(judgement)).toBe('Outage?');
  });
});

describe('a judge of hostile texts', () => {
  const judge = makeJudge(
    {
      handles: ['Lantern'],
      accounts: [],
      terms: ['Lantern', 'Lantern Fibre'],
      misspellings: ['lantrn'],
      categories: ['wifi', 'no signal'],
      exclusions: ['lantern fish'],
      places: [],
      languages: [],
    },
    model,
  );

  it.each([
    ['letters', 'x'.repeat(100_000)],
    ['blanks', `@Lantern ${' '.repeat(100_000)}x`],
    ['at signs', '@'.repeat(100_000)],
    ['names', 'lantern '.repeat(12_500)],
    ['words of trouble', 'no signal lantern wifi down '.repeat(4_000)],
    ['question marks', `@Lantern ${'?'.repeat(100_000)}`],
    ['half characters', `lantern ${'\ud800'.repeat(50_000)}`],
    ['marks that turn the text around', `lantern ${'\u202e'.repeat(50_000)}`],
    ['marks above marks', `lantern a${'\u0301'.repeat(100_000)}`],
    ['dots', `lantern ${'a.'.repeat(50_000)}`],
    ['hyphens', `lantern ${'a-'.repeat(50_000)}`],
    ['one long hashtag', `#${'lanterndown'.repeat(9_000)}`],
    ['many hashtags', '#lanterndown '.repeat(7_500)],
    ['links', 'https://t.co/x '.repeat(6_500)],
    ['apostrophes', `lantern a${"'a".repeat(50_000)}`],
    ['joined faces', `lantern ${'👩\u200d'.repeat(30_000)}`],
    ['a script without blanks', `lantern ${'障害'.repeat(50_000)}`],
  ])('comes to an end on a hundred thousand characters of %s', (_, text) => {
    for (const lang of ['en', 'ja']) {
      const judgement = judge({ handle: 'someone', text, lang, mentions: [], links: [], ad: false });
      expect(judgement.evidence.length).toBeLessThanOrEqual(5);
    }
  });

  it('reads the beginning only, where whoever needs an answer says so', () => {
    const late = { handle: 'someone', text: `${'soup '.repeat(2_000)} lantern is down`, lang: 'en' };
    expect(judge({ ...late, mentions: [], links: [], ad: false }).relevance).toBe('none');
  });
});
