import { describe, expect, it } from 'vitest';
import { linksIn, weightedLength } from './weight';

const linksOf = (text: string): string[] => linksIn(text).map(({ start, end }) => text.slice(start, end));

describe('the length of a text as X counts it', () => {
  it.each([
    ['', 0],
    ['hello', 5],
    ['line one\nline two', 17],
    ['ñandú ça Straße', 15],
    ['кириллица', 9],
    ['العربية', 7],
    ['עברית', 5],
    ['ภาษาไทย', 7],
    ['\u10ff', 1],
    ['\u1100', 2],
    ['日本', 4],
    ['한국', 4],
    ['ﾊﾝｶｸ', 8],
    ['‘quoted’ “twice”', 16],
    ['a – b — c', 9],
    ['′″‴', 3],
    ['wait…', 6],
    ['20 €', 5],
    ['•', 2],
    ['𝒳', 2],
  ])('weighs letters and signs: %j', (text, length) => {
    expect(weightedLength(text)).toBe(length);
  });

  it.each([
    ['a joined family', '👩‍👩‍👧', 2],
    ['a joined trade with a tone', '👩🏽‍🚒', 2],
    ['a tone', '👍🏽', 2],
    ['a heart with a variant sign', '❤️', 2],
    ['a heart on fire', '❤️‍🔥', 2],
    ['a sign with a variant sign', '©️', 2],
    ['a sign without', '©', 1],
    ['a smiley without a variant sign', '☺', 2],
    ['a flag', '🇩🇪', 2],
    ['two flags', '🇩🇪🇫🇷', 4],
    ['a flag of tags', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 2],
    ['a keycap', '1️⃣', 2],
    ['a keycap without a variant sign', '#⃣', 2],
    ['a digit', '1', 1],
    ['several', '🔌❌😡😡', 8],
  ])('takes %s for one emoji', (_, text, length) => {
    expect(weightedLength(text)).toBe(length);
  });

  it.each([
    ['e\u0301', 1],
    ['a\u0328\u0301', 2],
    ['n\u0303o', 2],
    ['q\u0307', 2],
  ])('composes letters and marks first: %j', (text, length) => {
    expect(weightedLength(text)).toBe(length);
  });

  it.each([
    ['https://lantern.example/status', 23],
    ['http://a.example', 23],
    [`https://lantern.example/${'x'.repeat(300)}?q=1&r=2#part`, 23],
    ['see https://lantern.example/status.', 28],
    ['(https://lantern.example/a_(b))', 25],
    ['https://lantern.example/a https://lantern.example/b', 47],
    ['lantern.com', 23],
    ['www.lantern.co.uk/help', 23],
    ['lantern.tv', 23],
    ['LANTERN.COM/Help', 23],
    ['lantern.com:8080/a?b=c', 23],
    ['read lantern.com, then ring', 39],
    ['https://x.com/messages/compose?recipient_id=42', 23],
    ['https://日本.jp/駅', 23],
  ])('counts a link as 23: %j', (text, length) => {
    expect(weightedLength(text)).toBe(length);
  });

  it.each([
    'june@lantern.com',
    '@lantern.com',
    '#lantern.com',
    'yes.maybe',
    'e.g',
    '3.5',
    'wait...what',
    '-lantern.com',
    'lantern.notadomain',
  ])('makes no link of %j', (text) => {
    expect(linksOf(text)).toEqual([]);
    expect(weightedLength(text)).toBe(text.length);
  });

  it('finds links within a text', () => {
    expect(linksOf('Here (lantern.com/help), or https://lantern.example/a/b.html!')).toEqual([
      'lantern.com/help',
      'https://lantern.example/a/b.html',
    ]);
  });

  it('is quick with hostile texts', () => {
    const began = performance.now();
    for (const text of ['a.'.repeat(20_000), 'a-'.repeat(20_000), '1️⃣'.repeat(10_000), 'http://'.repeat(5_000)]) {
      weightedLength(text);
    }
    expect(performance.now() - began).toBeLessThan(1500);
  });
});
