import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Judgement } from './judgement';
import { lookOf } from './look';

const judged = (more: Partial<Judgement>): Judgement => ({
  relevance: 'mention',
  relevanceScore: 1,
  intent: 'complaint',
  intentConfidence: 0.9,
  topic: 'other',
  urgency: 0.1,
  pressures: [],
  actionable: true,
  evidence: [],
  ...more,
});

describe('the look of a mark', () => {
  it('tells by fill how much a tweet presses', () => {
    expect([0.1, 0.5, 0.9].map((urgency) => lookOf(judged({ urgency })).fill)).toEqual(['outline', 'tint', 'solid']);
  });

  it('never shows a guess as loud as what is certain', () => {
    for (const guess of [
      judged({ urgency: 1, intentConfidence: 0.5 }),
      judged({ urgency: 1, relevance: 'category' }),
    ]) {
      expect(lookOf(guess)).toMatchObject({ guess: true, fill: 'tint', word: 'Complaint?' });
    }
  });

  it('is neutral where nobody knows what the author wants', () => {
    const unsure = judged({ intent: 'unsure', intentConfidence: 0, urgency: 1 });
    expect(lookOf(unsure)).toMatchObject({ kind: 'mention', fill: 'outline', guess: false, word: 'Mention' });
  });

  it('is a dot where nobody waits for an answer', () => {
    expect(lookOf(judged({ intent: 'praise', actionable: false }))).toMatchObject({ shape: 'dot', kind: 'praise' });
    expect(lookOf(judged({ topic: 'outage', actionable: false }))).toMatchObject({ shape: 'dot', kind: 'outage' });
  });
});

/** Colours of a theme, by the name after "--hark-". */
function coloursOf(theme: string): Record<string, number[]> {
  const css = readFileSync(new URL('../design/tokens.css', import.meta.url), 'utf8');
  const blocks = [...css.matchAll(/([^{}]*)\{([^}]*)\}/g)].filter(([, selector]) => selector?.includes(`.${theme}`));
  const found = blocks
    .map(([, , block]) => block)
    .join('')
    .matchAll(/--hark-([\w-]+): rgb\((\d+) (\d+) (\d+)\)/g);
  return Object.fromEntries([...found].map(([, name, ...rgb]) => [name, rgb.map(Number)]));
}

const mix = (over: number[], under: number[], share: number): number[] =>
  under.map((channel, at) => channel * (1 - share) + (over[at] ?? 0) * share);

function luminance(colour: number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: number[], other: number[]): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** As in the overlay's styles. */
const TINT = 0.14;
const HOVER = 0.18;

describe.each(['light', 'dim', 'black'])('words on a mark in the %s theme', (theme) => {
  const colours = coloursOf(theme);
  const background = colours.background ?? [];

  it.each(['complaint', 'question', 'trouble', 'secondary'])('can be read in the hue of %s', (name) => {
    const hue = colours[name] ?? [];
    expect(contrast(hue, background)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(background, hue)).toBeGreaterThanOrEqual(4.5);
    if (name === 'secondary') return;
    expect(contrast(hue, mix(hue, background, TINT))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(hue, mix(hue, background, HOVER))).toBeGreaterThanOrEqual(4.5);
  });

  it('dots stand out', () => {
    for (const name of ['good', 'complaint', 'question', 'secondary']) {
      expect(contrast(colours[name] ?? [], background)).toBeGreaterThanOrEqual(3);
    }
  });
});
