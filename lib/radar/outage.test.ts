import { describe, expect, it } from 'vitest';
import { makeJudge } from '../triage/judge';
import { readShippedModel } from '../triage/shipped';
import { emptyWatchlist } from '../watchlist/watchlist';
import { speaksOfOutage } from './outage';

const judge = makeJudge({ ...emptyWatchlist, handles: ['xbrand'] }, readShippedModel());
const speaks = (text: string): boolean =>
  speaksOfOutage(
    { text, lang: null },
    judge({ text, lang: null, handle: null, mentions: ['xbrand'], links: [], ad: false }),
  );

describe('speaksOfOutage', () => {
  it.each([
    'no internet in Leyton since ten',
    'is it just me or is the internet down in Leyton?',
    'broadband has been dead for 40 minutes',
    'my connection just dropped, im in leyton',
    'ugh my wifi just died mid call. Leyton',
    'Lost all service in Leyton an hour ago',
    'landline and broadband both dead, fix it',
    'no signal Leyton E10',
    'Seit 10 Uhr kein Internet in Leyton',
    'sin internet en Leyton desde las diez',
    'wala kaming internet dito sa Leyton',
  ])('hears “%s”', (text) => {
    expect(speaks(text)).toBe(true);
  });

  it.each([
    'my bill in Leyton is wrong, charged twice',
    'thanks, internet back on in Leyton',
    'Leyton back up, thanks all',
    'engineer did not show up in Leyton',
    'how do I change my wifi password',
    'slow speeds in Leyton every evening, 2 mbps',
    'nobody answers the phone',
    'the app keeps crashing when I open the bill',
    'when do you get fibre in Leyton?',
  ])('passes over “%s”', (text) => {
    expect(speaks(text)).toBe(false);
  });
});
