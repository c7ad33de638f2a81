import { describe, expect, it } from 'vitest';
import { type Judgement, notRelevant } from '../triage/judgement';
import { withSaid } from './apply';

const complaint: Judgement = {
  relevance: 'mention',
  relevanceScore: 1,
  intent: 'complaint',
  intentConfidence: 0.6,
  topic: 'outage',
  urgency: 0.9,
  pressures: ['angry'],
  actionable: true,
  evidence: [{ kind: 'handle', words: '@LanternCares' }],
};

describe('what the rep has said of a tweet', () => {
  it('changes nothing where nothing was said', () => {
    expect(withSaid(complaint, undefined)).toBe(complaint);
    expect(withSaid(complaint, {})).toMatchObject(complaint);
  });

  it('takes away what is not about the brand, whatever else was said', () => {
    expect(withSaid(complaint, { ours: false, complaint: true })).toMatchObject({
      relevance: 'none',
      actionable: false,
    });
  });

  it('brings a tweet in which nothing was found', () => {
    expect(withSaid(notRelevant, { ours: true })).toMatchObject({
      relevance: 'brand',
      relevanceScore: 1,
      intent: 'unsure',
      actionable: true,
      said: { ours: true },
    });
    expect(withSaid(notRelevant, { ours: true, complaint: true })).toMatchObject({
      intent: 'complaint',
      intentConfidence: 1,
      urgency: 0.5,
    });
  });

  it('makes certain what was a guess by a word of the trade', () => {
    const guess: Judgement = { ...complaint, relevance: 'category', relevanceScore: 0.5 };
    expect(withSaid(guess, { ours: true })).toMatchObject({
      relevance: 'brand',
      relevanceScore: 1,
      intent: 'complaint',
    });
  });

  it('calms what is no complaint, and keeps it with those who wait for an answer if they asked for one', () => {
    expect(withSaid(complaint, { complaint: false })).toMatchObject({
      intent: 'other',
      intentConfidence: 1,
      urgency: 0.3,
      pressures: [],
      actionable: true,
    });
    expect(withSaid({ ...complaint, relevance: 'brand' }, { complaint: false }).actionable).toBe(false);
    const praise: Judgement = { ...complaint, intent: 'praise', actionable: false };
    expect(withSaid(praise, { complaint: false })).toMatchObject({ intent: 'praise' });
  });

  it('makes a complaint of what was none, at least as urgent as others', () => {
    const praise: Judgement = { ...complaint, intent: 'praise', urgency: 0, actionable: false };
    expect(withSaid(praise, { complaint: true })).toMatchObject({
      intent: 'complaint',
      intentConfidence: 1,
      urgency: 0.5,
      actionable: true,
    });
    expect(withSaid(complaint, { complaint: true }).urgency).toBe(0.9);
  });

  it('marks nothing that no longer concerns the brand', () => {
    expect(withSaid(notRelevant, { complaint: true })).toEqual(notRelevant);
  });
});
