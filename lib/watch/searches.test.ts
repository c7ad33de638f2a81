import { describe, expect, it } from 'vitest';
import { presets } from '../watchlist/presets';
import { brandAccounts, emptyWatchlist, type Watchlist } from '../watchlist/watchlist';
import { countOperators, QUERY_LENGTH, QUERY_OPERATORS, type WatchLink, watchLinks } from './searches';
import { tongueOf } from './tongues';

const queryOf = ({ url }: WatchLink): string => new URL(url).searchParams.get('q') ?? '';

/** The links of a watchlist with some of its lists, and the accounts of reps. */
const linksOf = (lists: Partial<Watchlist>, reps: readonly string[] = []): WatchLink[] => {
  const watchlist = { ...emptyWatchlist, handles: ['Lantern'], ...lists };
  return watchLinks(watchlist, '', new Set([...brandAccounts(watchlist), ...reps]));
};

const untagged = (links: readonly WatchLink[]): WatchLink[] =>
  links.filter(({ label }) => label.startsWith('Untagged trouble'));

describe('countOperators', () => {
  it('counts OR, what is left out and languages, but no words', () => {
    expect(countOperators('(@Lantern OR "the OR -from:x lang:en" OR set-top) (lang:en OR lang:es) -from:lantern')).toBe(
      6,
    );
    expect(countOperators('lantern')).toBe(0);
  });
});

describe('watchLinks', () => {
  const watchlist: Watchlist = {
    ...emptyWatchlist,
    handles: ['Lantern'],
    accounts: ['LanternJune'],
    terms: ['Lantern TV', 'ランタン'],
    misspellings: ['lantrn'],
  };

  it('asks for handles and names, live, without any account as which the brand posts', () => {
    const [first] = watchLinks(watchlist, '', new Set(['lantern', 'lanternjune', 'lanternmo']));
    expect(first?.url).toMatch(/^https:\/\/x\.com\/search\?q=.*&f=live$/);
    expect(first && queryOf(first)).toBe(
      '(@Lantern OR "Lantern TV" OR "ランタン" OR lantrn) -from:lantern -from:lanternjune -from:lanternmo',
    );
    expect(first?.leftOut).toBeNull();
  });

  it('leads to mentions and lists', () => {
    const links = watchLinks(watchlist, 'LanternJune', new Set());
    expect(links.map((link) => link.url)).toContain('https://x.com/notifications/mentions');
    expect(links.at(-1)?.url).toBe('https://x.com/LanternJune/lists');
    expect(watchLinks(emptyWatchlist, '', new Set()).map((link) => link.label)).toEqual(['Mentions']);
  });

  const reps = Array.from({ length: 40 }, (_, index) => `lanternrep${index}`);
  const longest = Array.from({ length: 30 }, (_, index) => `${index} ${'very long words '.repeat(4)}`.slice(0, 60));
  const languages = [[], ['en'], ['en', 'es'], ['en', 'tl', 'es', 'pt', 'in', 'de', 'fr'], ['nl', 'id']];
  it.each(
    [...presets, { id: 'long', lists: { categories: longest } }].flatMap(({ id, lists }) =>
      languages.flatMap((answered) => [0, 3, 40].map((own) => ({ id, lists, answered, own }))),
    ),
  )('stays within X’s limits: $id, languages $answered, $own reps', ({ lists, answered, own }) => {
    const links = linksOf({ ...lists, languages: answered, terms: longest }, reps.slice(0, own));
    for (const link of links) {
      expect(queryOf(link).length).toBeLessThanOrEqual(QUERY_LENGTH);
      expect(countOperators(queryOf(link))).toBeLessThanOrEqual(QUERY_OPERATORS);
    }
    const asked = links.map(queryOf).join(' ');
    const lost = lists.categories.filter((word) => !asked.includes(word));
    expect(lost.every((word) => answered.length > 0 && !answered.includes(tongueOf(word) ?? ''))).toBe(true);
    if (lost.length > 0) expect(untagged(links)[0]?.leftOut).toContain(`${lost.length} words of languages`);
  });

  it('says how many of the brand’s accounts there was no room for', () => {
    const [first] = linksOf({}, reps.slice(0, 20));
    expect(first?.leftOut).toBe('11 of your 21 accounts show there too: X takes no longer search.');
    expect(countOperators(first ? queryOf(first) : '')).toBe(10);
  });

  it('cannot be broken out of by a quote in a phrase', () => {
    const [link] = linksOf({ terms: ['a" OR from:x "b'] });
    expect(link && queryOf(link)).toContain('"a OR from:x b"');
  });
});

describe('untagged trouble', () => {
  const categories = ['wifi', 'broadband', 'conexión', 'ネット', 'kablo'];

  it('is looked for in the languages that the team answers, and in no other', () => {
    const [link, ...more] = untagged(linksOf({ categories, languages: ['en', 'es'] }));
    expect(more).toEqual([]);
    expect(link && queryOf(link)).toBe(
      '(wifi OR broadband OR conexión) (down OR caído OR out OR sin OR outage OR "no funciona") (lang:en OR lang:es) -from:lantern',
    );
    expect(link?.leftOut).toBe('2 words of languages that you do not answer are left out.');
  });

  it('is looked for in English, and in the languages whose words are watched, where none is named', () => {
    const links = untagged(linksOf({ categories }));
    expect(links.map(queryOf)).toEqual([
      '(wifi OR broadband) (down OR out OR outage OR "not working" OR slow OR dead) -from:lantern',
      '(wifi OR conexión) (caído OR sin OR "no funciona" OR falla OR lento OR avería) -from:lantern',
      expect.stringMatching(/^\(wifi OR "ネット" OR kablo\) \(çalışmıyor OR "繋がらない" OR .*\) -from:lantern$/),
    ]);
    expect(links.map(({ about }) => about)).toEqual([
      'Words of your trade beside trouble in English, nobody named',
      'Words of your trade beside trouble in Spanish, nobody named',
      'Words of your trade beside trouble in Turkish and Japanese, nobody named',
    ]);
    expect(links.map(({ leftOut }) => leftOut)).toEqual([null, null, null]);
    expect(links.map(({ label, isSpare }) => [label, isSpare])).toEqual([
      ['Untagged trouble', false],
      ['Untagged trouble in other languages, part 1 of 2', true],
      ['Untagged trouble in other languages, part 2 of 2', true],
    ]);
    expect(untagged(linksOf({ categories, languages: ['en', 'tr'] })).every(({ isSpare }) => !isSpare)).toBe(true);
    expect(untagged(linksOf({ categories: ['parcel'] }))).toHaveLength(1);
  });

  it('shares the words of trouble among more languages, and takes today’s codes for X’s', () => {
    const links = untagged(linksOf({ categories: ['wifi'], languages: ['en', 'es', 'fr', 'id'] }));
    expect(links.map(queryOf)).toEqual([
      'wifi (down OR caído OR panne OR out OR sin OR coupure) (lang:en OR lang:es OR lang:fr) -from:lantern',
      expect.stringMatching(/^wifi \(gangguan OR .*\) lang:in -from:lantern$/),
    ]);
  });

  it('says where English words stand in', () => {
    const [link] = untagged(linksOf({ categories: ['wifi'], languages: ['nl'] }));
    expect(link && queryOf(link)).toMatch(/^wifi \(down OR .*\) lang:nl /);
    expect(link?.leftOut).toBe('Trouble is looked for in English words: Hark knows none in Dutch.');
  });

  it('knows the language of every word of the presets that is written as no English one is', () => {
    const words = presets.flatMap(({ lists }) => lists.categories).filter((word) => /[^\x20-\x7e]/.test(word));
    expect(words.filter((word) => tongueOf(word) === null)).toEqual([]);
  });
});
