import { describe, expect, it } from 'vitest';
import { makeJudge } from '../triage/judge';
import { readShippedModel } from '../triage/shipped';
import { emptyWatchlist } from '../watchlist/watchlist';
import { customersWord } from './word';

const judge = makeJudge({ ...emptyWatchlist, handles: ['xbrand'] }, readShippedModel());
const after = { status: 'resolved', resolvedAt: 1_000, writtenAt: 2_000 } as const;
const word = (text: string, lang: string | null = null, when: Parameters<typeof customersWord>[2] = after) =>
  customersWord({ text, lang }, judge({ text, lang, handle: null, mentions: ['xbrand'], links: [], ad: false }), when);

describe('customersWord', () => {
  it.each([
    ['thank you so much, all sorted now', 'en'],
    ['Working again, thanks June', 'en'],
    ['brilliant, back up and running. thanks', 'en'],
    ['thank you, that was quick', 'en'],
    ['muchas gracias, ya funciona', 'es'],
    ['Danke, läuft wieder', 'de'],
    ['merci beaucoup, ça marche', 'fr'],
    ['salamat po, okay na', 'tl'],
  ])('“%s” is thanks', (text, lang) => {
    expect(word(text, lang)).toBe('satisfied');
  });

  it.each([
    ['it is down AGAIN, you said it was fixed', 'en'],
    ['useless. still no internet', 'en'],
    ['thanks for nothing', 'en'],
    ['nope, broken again since this morning, absolutely fed up', 'en'],
    ['otra vez sin internet, esto es una vergüenza', 'es'],
    ['schon wieder kein Internet, das ist eine Frechheit', 'de'],
  ])('“%s” is anger', (text, lang) => {
    expect(word(text, lang)).toBe('reopen');
  });

  it.each([
    ['ok', 'en'],
    ['thanks, and when do you get fibre in Leyton?', 'en'],
    ['see you at the match', 'en'],
  ])('“%s” is neither', (text, lang) => {
    expect(word(text, lang)).toBeNull();
  });

  it('is heard only after a resolution', () => {
    const text = 'thank you so much, all sorted now';
    expect(word(text, 'en', { ...after, writtenAt: 500 })).toBeNull();
    expect(word(text, 'en', { ...after, status: 'open', resolvedAt: null })).toBeNull();
  });
});
