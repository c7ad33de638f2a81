import { describe, expect, it } from 'vitest';
import { explain, explainUrgency, markLabel, markWord, urgencyWords } from './explain';
import { type Judgement, pressingOf } from './judgement';

const judged = (more: Partial<Judgement> = {}): Judgement => ({
  relevance: 'mention',
  relevanceScore: 1,
  intent: 'complaint',
  intentConfidence: 0.9,
  topic: 'other',
  urgency: 0.5,
  pressures: [],
  actionable: true,
  evidence: [{ kind: 'handle', words: '@LanternCares' }],
  ...more,
});

describe('the word on a mark', () => {
  it.each<[string, Partial<Judgement>]>([
    ['Complaint', {}],
    ['Complaint?', { intentConfidence: 0.6 }],
    ['Complaint?', { relevance: 'category' }],
    ['Outage', { topic: 'outage' }],
    ['Billing?', { topic: 'billing', intentConfidence: 0.5 }],
    ['Question', { intent: 'question' }],
    ['Coverage', { intent: 'question', topic: 'coverage' }],
    ['Praise', { intent: 'praise', topic: 'device' }],
    ['Mention', { intent: 'unsure', intentConfidence: 0, topic: 'billing' }],
    ['Mention', { intent: 'other', intentConfidence: 0.5 }],
    ['About us', { intent: 'unsure', relevance: 'brand' }],
    ['About us?', { intent: 'other', relevance: 'category' }],
  ])('is %s for %o', (word, more) => {
    expect(markWord(judged(more))).toBe(word);
  });

  it('is read out with what icon and fill tell the eye', () => {
    expect(markLabel(judged())).toBe('Complaint');
    expect(markLabel(judged({ topic: 'outage', urgency: 0.9 }))).toBe('Outage, complaint, urgent');
    expect(markLabel(judged({ intent: 'question', topic: 'billing' }))).toBe('Billing, question');
    expect(markLabel(judged({ intent: 'praise', topic: 'billing' }))).toBe('Praise');
  });
});

describe('the why', () => {
  it('quotes the words that decided, with the topic', () => {
    const judgement = judged({
      topic: 'billing',
      evidence: [
        { kind: 'handle', words: '@LanternCares' },
        { kind: 'complaint', words: 'charged me twice' },
        { kind: 'topic', words: 'invoice' },
        { kind: 'angry', words: 'ridiculous' },
      ],
    });
    expect(explain(judgement)).toBe(
      'Names your handle @LanternCares. Reads as a complaint about billing: “charged me twice”, “invoice”.',
    );
    expect(explain({ ...judgement, intentConfidence: 0.5 })).toContain('Maybe a complaint about billing');
  });

  it('claims nothing where nothing is sure', () => {
    expect(explain(judged({ intent: 'unsure', intentConfidence: 0 }))).toBe('Names your handle @LanternCares.');
  });

  it('says what the rep has said, in place of what it contradicts', () => {
    expect(explain(judged({ said: { complaint: true } }))).toBe(
      'Names your handle @LanternCares. You said: “It is a complaint”.',
    );
    expect(explain(judged({ intent: 'other', said: { complaint: false } }))).toBe(
      'Names your handle @LanternCares. You said: “Not a complaint”.',
    );
    expect(explain(judged({ relevance: 'brand', intent: 'unsure', evidence: [], said: { ours: true } }))).toBe(
      'You said: “This one is ours”.',
    );
  });

  it('tells how much a tweet presses, and by what', () => {
    expect(explainUrgency(judged())).toBeNull();
    const pressing = judged({
      urgency: 0.8,
      pressures: ['leaving', 'waiting'],
      evidence: [{ kind: 'waiting', words: 'three weeks' }],
    });
    expect(explainUrgency(pressing)).toBe('First of all: a threat to leave, a long wait (“three weeks”).');
    expect(urgencyWords(pressing)).toBe('a threat to leave, a long wait');
    expect(explainUrgency({ ...pressing, urgency: 0.5 })).toMatch(/^Soon: /);
  });
});

it('tells three steps of pressing apart', () => {
  expect([0, 0.39, 0.4, 0.74, 0.75, 1].map((urgency) => pressingOf({ urgency }))).toEqual([
    'calm',
    'calm',
    'strong',
    'strong',
    'first',
    'first',
  ]);
});
