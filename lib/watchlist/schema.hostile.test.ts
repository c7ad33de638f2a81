import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkWatchlist, parseWatchlist, readWatchlistFile, type WatchlistResult } from './schema';

/** What is wrong, in one line; "taken" if nothing is. */
const wordsOf = (read: WatchlistResult): string =>
  read.ok ? 'taken' : read.problems.map(({ message }) => message).join(' | ');

const deep = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('a watchlist file that means harm', () => {
  it.each<[string, string, RegExp]>([
    ['keys of prototypes', '{"handles":["Lantern"],"__proto__":{"terms":["x"]}}', /Unknown key "__proto__"/],
    ['a constructor', '{"handles":["Lantern"],"constructor":{"prototype":{"x":1}}}', /Unknown key "constructor"/],
    ['a list that is a prototype', '{"handles":{"__proto__":["Lantern"]}}', /must be a list/],
    ['a length without lines', '{"handles":{"length":1e9}}', /must be a list/],
    ['a number beyond all', '{"handles":[1e999]}', /./],
    ['nesting', `{"handles":${deep(100_000)}}`, /./],
    ['nesting all through', deep(400_000), /object with lists/],
    ['an open end', '['.repeat(100_000), /not a JSON file/],
    ['halves of characters', '{"handles":["Lantern"],"terms":["half \\ud83d"]}', /cannot be seen/],
    ['words that are turned round', '{"handles":["Lantern"],"terms":["\\u202egnp.exe"]}', /cannot be seen/],
    ['bells', '{"handles":["Lantern"],"terms":["a\\u0007b"]}', /cannot be seen/],
    ['a script for a handle', '{"handles":["javascript:alert(1)"]}', /A handle has/],
    ['markup for a handle', '{"handles":["<b>x</b>"]}', /A handle has/],
    ['a handle in letters that look alike', '{"handles":["L\\u0430ntern"]}', /A handle has/],
    ['too many lines', JSON.stringify({ handles: Array.from({ length: 501 }, (_, at) => `h${at}`) }), /More than 500/],
    ['lines beyond counting', JSON.stringify({ handles: Array.from({ length: 150_000 }, () => '<') }), /More than 500/],
    ['keys beyond counting', `{${Array.from({ length: 50_000 }, (_, at) => `"k${at}":1`).join()}}`, /and 49995 more/],
    ['a text without end', `{"handles":["${'x'.repeat(900_000)}"]}`, /A handle has/],
    ['blanks without end', `${' '.repeat(2_000_000)}{"handles":["Lantern"]}`, /longer than any watchlist/],
  ])('is refused for %s, in words and at once', (_, json, words) => {
    const start = performance.now();
    const read = parseWatchlist(json);
    expect(performance.now() - start).toBeLessThan(3_000);
    expect(wordsOf(read)).toMatch(words);
    if (!read.ok) {
      expect(read.problems.length).toBeLessThanOrEqual(50);
      expect(wordsOf(read).length).toBeLessThan(20_000);
    }
    expect(({} as Record<string, unknown>).terms).toBeUndefined();
  });

  it('counts the last of two keys, as JSON does', () => {
    expect(parseWatchlist('{"handles":["Lantern"],"handles":["Lumen"]}')).toMatchObject({
      watchlist: { handles: ['Lumen'] },
    });
  });

  it('is refused by its size before it is read', async () => {
    const unread = { size: 5_000_000_000, text: () => Promise.reject(new Error('it was read')) } as unknown as Blob;
    expect(wordsOf(await readWatchlistFile(unread))).toMatch(/longer than any watchlist/);
    const gone = { size: 5, text: () => Promise.reject(new DOMException('gone')) } as unknown as Blob;
    expect(wordsOf(await readWatchlistFile(gone))).toMatch(/gone or locked/);
    expect(wordsOf(await readWatchlistFile(new Blob(['{"handles":["Lantern"]}'])))).toBe('taken');
  });

  it('never throws, whatever it holds, and what it gives is clean', () => {
    const names = fc.constantFrom('handles', 'accounts', 'terms', 'places', 'languages', '__proto__', 'toString', 'x');
    const anything = fc.oneof(fc.jsonValue(), fc.array(fc.string({ unit: 'binary' })), fc.constant(Number.NaN));
    fc.assert(
      fc.property(fc.array(fc.tuple(names, anything), { maxLength: 6 }), (pairs) => {
        const value = Object.fromEntries([['handles', ['Lantern']], ...pairs]);
        for (const read of [checkWatchlist(value), parseWatchlist(JSON.stringify(value))]) {
          if (!read.ok) {
            expect(read.problems.length).toBeGreaterThan(0);
            continue;
          }
          for (const list of Object.values(read.watchlist)) {
            expect(Array.isArray(list) && list.every((item: unknown) => typeof item === 'string')).toBe(true);
          }
        }
      }),
      { numRuns: 200 },
    );
  }, 30_000);
});
