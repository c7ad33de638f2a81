import { describe, expect, it } from 'vitest';
import { checkWatchlist, formatWatchlist, parseWatchlist } from './schema';

describe('a watchlist', () => {
  it('needs only handles', () => {
    const read = checkWatchlist({ handles: ['@Lantern'] });
    expect(read).toMatchObject({ ok: true, watchlist: { handles: ['Lantern'], terms: [], languages: [] } });
  });

  it('comes back from its own export', () => {
    const read = checkWatchlist({
      handles: ['Lantern'],
      terms: ['Lantern TV'],
      languages: ['EN'],
      categories: ['ネット'],
    });
    if (!read.ok) throw new Error('refused');
    expect(parseWatchlist(formatWatchlist(read.watchlist))).toEqual(read);
    expect(read.watchlist.languages).toEqual(['en']);
  });

  it('drops doubles, however written, and takes handles as people paste them', () => {
    const read = checkWatchlist({ handles: ['Lantern', '@lantern', 'https://x.com/LanternCares'] });
    expect(read).toMatchObject({ ok: true, watchlist: { handles: ['lantern', 'LanternCares'] } });
  });

  it('refuses with the reason at its place', () => {
    const read = checkWatchlist({ handles: ['Lantern'], terms: ['ok', '!!!'], languages: ['english'] });
    expect(read).toEqual({
      ok: false,
      problems: [
        { list: 'terms', index: 1, message: 'There is no word in this.' },
        { list: 'languages', index: 0, message: 'Use a language code like en, es or tl.' },
      ],
    });
  });

  it.each([
    ['', 'not a JSON file'],
    ['[1]', 'object with lists'],
    ['null', 'object with lists'],
    ['{}', 'Name at least one handle'],
    ['{"handles":[]}', 'Name at least one handle'],
    ['{"handles":"Lantern"}', 'must be a list'],
    ['{"handles":["a b"]}', 'A handle has'],
    ['{"handles":["Lantern"],"colour":1}', 'Unknown key "colour"'],
    ['{"handles":["Lantern"],"__proto__":{"x":1}}', 'Unknown key'],
  ])('refuses %s in plain words', (json, words) => {
    const read = parseWatchlist(json);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.problems.map((problem) => problem.message).join()).toContain(words);
  });
});
