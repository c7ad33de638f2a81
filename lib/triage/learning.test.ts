import { describe, expect, it } from 'vitest';
import { emptyWatchlist } from '../watchlist/watchlist';
import { featuresForLearning } from './learning';

const numbers = (text: string): number[] =>
  featuresForLearning({ handle: 'ada', text, lang: 'en', mentions: [], links: [], ad: false }, emptyWatchlist);

describe('what is kept of a tweet to learn from', () => {
  it('is numbers, the same for the same words', () => {
    expect(numbers('It is DOWN, down again')).toEqual(numbers('down again it is'));
    expect(numbers('up')).not.toEqual(numbers('down'));
    for (const number of numbers('it is down'))
      expect(Number.isInteger(number) && number >= 0 && number < 65_536).toBe(true);
  });

  it('can be stored', () => {
    const kept = numbers('it is down');
    expect(JSON.parse(JSON.stringify(kept))).toEqual(kept);
  });
});
