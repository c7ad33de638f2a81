import { describe, expect, it } from 'vitest';
import { emptyWatchlist } from '../watchlist/watchlist';
import { makeJudge } from './judge';
import type { Judgeable } from './judgement';
import { type Lesson, learn } from './learning';
import { readShippedModel } from './shipped';

const watchlist = { ...emptyWatchlist, handles: ['PilotBank'], terms: ['pilot'] };
const model = readShippedModel();
const judge = makeJudge(watchlist, model);

const tweet = (text: string): Judgeable => ({ handle: 'ada', text, lang: 'en', mentions: [], links: [], ad: false });
const lesson = (text: string, right: boolean, about: Lesson['about'] = 'ours'): Lesson => ({
  about,
  right,
  features: judge.lesson(tweet(text), about),
});

const aboutFlying = [
  'the pilot said we land early',
  'our pilot was so calm in that storm',
  'pilot let my kid sit in the cockpit',
  'a pilot told me clouds are bumpy',
  'the pilot of this plane is a legend',
].map((text) => lesson(text, false));
const aboutTheBank = [
  'pilot declined my card again',
  'is the pilot app down',
  'pilot charged me a fee for nothing',
  'my pilot card never came',
].map((text) => lesson(text, true));

describe('what is kept of a tweet to learn from', () => {
  it('is numbers that can be stored, the same for the same tweet', () => {
    const { features } = lesson('pilot ate my card on Harbour Street', true);
    expect(features).toEqual(lesson('pilot ate my card on Harbour Street', true).features);
    expect(features.every((number) => Number.isInteger(number) && number >= 0)).toBe(true);
    expect(JSON.parse(JSON.stringify(features))).toEqual(features);
  });
});

describe('corrections', () => {
  const learned = makeJudge(watchlist, model, learn([...aboutFlying, ...aboutTheBank]));
  const score = (by: typeof judge, text: string): number => by(tweet(text)).relevanceScore;

  it('move tweets like them, both ways', () => {
    expect(score(learned, 'the pilot of our plane sang')).toBeLessThan(score(judge, 'the pilot of our plane sang'));
    const ours = score(learned, 'pilot blocked my card');
    expect(ours).toBeGreaterThan(score(learned, 'the pilot of our plane sang'));
    expect(ours).toBeGreaterThan(0.5);
  });

  it('leave no trace once they are taken back', () => {
    const without = makeJudge(watchlist, model, learn([]));
    expect(without(tweet('the pilot sang'))).toEqual(judge(tweet('the pilot sang')));
  });

  it('are the same in the same order', () => {
    const again = makeJudge(watchlist, model, learn([...aboutFlying, ...aboutTheBank]));
    expect(again(tweet('pilot blocked my card'))).toEqual(learned(tweet('pilot blocked my card')));
  });

  it('of complaints move complaints alone', () => {
    const rants = ['pilot is a joke lol', 'pilot lol what a joke of a show', 'lol pilot joke'];
    const calmer = makeJudge(watchlist, model, learn(rants.map((text) => lesson(text, false, 'complaint'))));
    const before = judge(tweet('lol pilot is a joke'));
    const after = calmer(tweet('lol pilot is a joke'));
    expect(after.relevanceScore).toBe(before.relevanceScore);
    const complains = ({ intent, intentConfidence }: typeof before): number =>
      intent === 'complaint' ? intentConfidence : 0;
    expect(complains(after)).toBeLessThanOrEqual(complains(before));
  });

  it('never outweigh a handle', () => {
    const hostile = learn(Array.from({ length: 60 }, () => lesson('pilot pilot pilot', false)));
    expect(
      makeJudge(watchlist, model, hostile)({ ...tweet('@PilotBank hello?'), mentions: ['PilotBank'] }),
    ).toMatchObject({
      relevance: 'mention',
    });
  });
});
