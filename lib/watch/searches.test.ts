import { describe, expect, it } from 'vitest';
import { presets } from '../watchlist/presets';
import { emptyWatchlist } from '../watchlist/watchlist';
import { QUERY_LENGTH, watchLinks } from './searches';

const queryOf = (url: string): string => new URL(url).searchParams.get('q') ?? '';

describe('watchLinks', () => {
  const links = watchLinks(
    {
      ...emptyWatchlist,
      handles: ['Lantern'],
      accounts: ['LanternJune'],
      terms: ['Lantern TV', 'ランタン'],
      misspellings: ['lantrn'],
    },
    'LanternJune',
  );

  it('asks for handles and names, live, without the brand’s own accounts', () => {
    const [first] = links;
    expect(first?.url).toMatch(/^https:\/\/x\.com\/search\?q=.*&f=live$/);
    expect(queryOf(first?.url ?? '')).toBe(
      '(@Lantern OR "Lantern TV" OR "ランタン" OR lantrn) -from:Lantern -from:LanternJune',
    );
  });

  it('leads to mentions and lists', () => {
    expect(links.map((link) => link.url)).toContain('https://x.com/notifications/mentions');
    expect(links.at(-1)?.url).toBe('https://x.com/LanternJune/lists');
    expect(watchLinks(emptyWatchlist, '').map((link) => link.label)).toEqual(['Mentions']);
  });

  it('splits what is too long, and loses no word', () => {
    const categories = presets.flatMap((preset) => preset.lists.categories);
    const accounts = Array.from({ length: 60 }, (_, index) => `LanternRep${index}`);
    const many = watchLinks({ ...emptyWatchlist, handles: ['Lantern'], accounts, categories }, '');
    const trouble = many.filter((link) => link.label.startsWith('Untagged'));
    expect(trouble.length).toBeGreaterThan(1);
    for (const link of many) expect(queryOf(link.url).length).toBeLessThanOrEqual(QUERY_LENGTH);
    const asked = trouble.map((link) => queryOf(link.url)).join(' ');
    for (const word of categories) expect(asked).toContain(word);
  });

  it('cannot be broken out of by a quote in a phrase', () => {
    const [link] = watchLinks({ ...emptyWatchlist, handles: ['Lantern'], terms: ['a" OR from:x "b'] }, '');
    expect(queryOf(link?.url ?? '')).toContain('"a OR from:x b"');
  });
});
