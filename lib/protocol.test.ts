import { describe, expect, it } from 'vitest';
import { pageMessages } from './protocol';

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
