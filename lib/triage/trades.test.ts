import { describe, expect, it } from 'vitest';
import { wordsOf } from '../text/words';
import { emptyWatchlist } from '../watchlist/watchlist';
import { makeJudge } from './judge';
import { readShippedModel } from './shipped';
import { makeTrades } from './trades';

describe('the trade a tweet speaks of', () => {
  const { of } = makeTrades({ categories: ['internet', 'router'], terms: ['comet'] });
  const trade = (text: string): string => of(text, wordsOf(text));

  it('is told by its words, from the team’s own or another', () => {
    expect(trade('my modem is dead')).toBe('own');
    expect(trade('a comet flight to the coast')).toBe('other');
    expect(trade('boarding the plane, no wifi')).toBe('own');
    expect(trade('what a day')).toBe('none');
  });

  it('is known by the words of the watchlist, however they are written', () => {
    const phone = makeTrades({ categories: ['set-top box'], terms: ['Señal'] });
    expect(phone.of('my modem is dead', wordsOf('my modem is dead'))).toBe('own');
    expect(phone.of('señal', wordsOf('señal'))).toBe('none');
  });

  it('is not asked where the team’s own is not known', () => {
    const unknown = makeTrades({ categories: [], terms: ['comet'] });
    expect(unknown.of('a comet flight', wordsOf('a comet flight'))).toBe('none');
  });
});

describe('a name beside the words of another trade', () => {
  const judge = makeJudge(
    { ...emptyWatchlist, terms: ['comet'], categories: ['internet', 'router'] },
    readShippedModel(),
  );
  const relevance = (text: string): string =>
    judge({ handle: 'ada', text, lang: 'en', mentions: [], links: [], ad: false }).relevance;

  it('is hardly the brand’s', () => {
    expect(relevance('comet flight to the coast tomorrow!!')).toBe('none');
    expect(relevance('comet is down again, router blinks red')).toBe('brand');
  });
});
