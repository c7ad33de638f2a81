import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageMessages, panelMessages } from './protocol';

const tweet = {
  id: '9007199254740993001',
  handle: 'ada',
  name: 'Ada',
  text: 'down',
  lang: null,
  time: '2026-05-04T10:00:00.000Z',
  permalink: 'https://x.com/ada/status/9007199254740993001',
};
const request = { requestId: crypto.randomUUID(), tweet, thread: [], account: null };

describe('messages of the page', () => {
  it('are taken if they fit', () => {
    expect(pageMessages.openCase.safeParse(request).success).toBe(true);
  });

  it.each([
    ['a permalink to elsewhere', { ...request, tweet: { ...tweet, permalink: 'javascript:alert(1)' } }],
    ['another host', { ...request, tweet: { ...tweet, permalink: 'https://x.com.evil.example/ada/status/1' } }],
    ['a number for an id', { ...request, tweet: { ...tweet, id: 1 } }],
    ['a handle with markup', { ...request, tweet: { ...tweet, handle: '<b>' } }],
    ['a time that is none', { ...request, tweet: { ...tweet, time: 'yesterday' } }],
    ['an endless text', { ...request, tweet: { ...tweet, text: 'x'.repeat(30_001) } }],
    ['an endless thread', { ...request, thread: Array.from({ length: 101 }, () => tweet) }],
    ['unknown keys', { ...request, admin: true }],
    ['nothing', undefined],
  ])('are refused with %s', (_, message) => {
    expect(pageMessages.openCase.safeParse(message).success).toBe(false);
  });
});

describe('any message', () => {
  const all = Object.entries({ ...pageMessages, ...panelMessages });
  const deep = (depth: number): unknown => {
    let inner: unknown = 'x';
    for (let level = 0; level < depth; level++) inner = level % 2 ? [inner] : { tweet: inner };
    return inner;
  };
  /** Answers of a schema are a new object with the keys that it knows: what travels beside them goes no further. */
  const isClean = (value: unknown): boolean =>
    JSON.stringify(value) === undefined || !/"(?:__proto__|constructor|admin)"/.test(JSON.stringify(value));

  it('of the wrong types, too large or too deep is refused, and nothing is thrown', () => {
    const hostile = [
      ...[null, 1, 'x', [], Number.NaN, Number.POSITIVE_INFINITY, 10n ** 30n, new Date(Number.NaN), () => 1],
      deep(100_000),
      JSON.parse('{"__proto__":{"admin":true}}'),
      JSON.parse('{"constructor":{"prototype":{"admin":true}}}'),
      { tweet, thread: Array.from({ length: 100_000 }, () => tweet) },
      { tweets: Array.from({ length: 10_000 }, () => ({ ...tweet, mentions: [], links: [] })) },
      { tweet: { ...tweet, text: 'x'.repeat(10_000_000) } },
    ];
    // Some messages say nothing but their name.
    for (const [name, schema] of all.filter(([, schema]) => !schema.safeParse({}).success)) {
      for (const value of hostile) {
        const start = performance.now();
        expect(schema.safeParse(value).success, name).toBe(false);
        expect(performance.now() - start, name).toBeLessThan(5_000);
      }
    }
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
  }, 60_000);

  it('made of anything at all is refused or clean', () => {
    const parts = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.constantFrom<unknown>(
        tweet,
        [tweet],
        tweet.id,
        tweet.handle,
        request.requestId,
        '\ud800',
        -0,
        Number.NaN,
        true,
      ),
    );
    const names = fc.constantFrom(
      'requestId',
      'tweet',
      'tweetId',
      'handle',
      'thread',
      'account',
      'text',
      '__proto__',
      'x',
    );
    fc.assert(
      fc.property(fc.dictionary(names, parts, { maxKeys: 6 }), (message) => {
        for (const [name, schema] of all) {
          const checked = schema.safeParse(message);
          if (checked.success) expect(isClean(checked.data), name).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  }, 30_000);
});
