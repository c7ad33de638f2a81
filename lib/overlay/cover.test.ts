import { describe, expect, it } from 'vitest';
import { alphaOf, clearnessOf } from './cover';

describe('what a filter leaves to see', () => {
  it.each([
    ['none', 1],
    ['', 1],
    [undefined, 1],
    ['grayscale(1) sepia(1) hue-rotate(180deg) saturate(3) drop-shadow(rgb(0, 0, 0) 1px 1px 2px)', 1],
    ['invert(1) hue-rotate(180deg) contrast(0.9)', 0.9],
    ['invert(0.5)', 0],
    ['opacity(0)', 0],
    ['opacity(10%)', 0.1],
    ['brightness(0)', 0],
    ['brightness(1)', 1],
    ['brightness(20)', 0.05],
    ['contrast(0)', 0],
    ['blur(9px)', 0],
    ['blur(1px)', 1],
    ['url("#anything")', 0],
  ])('%s: %d', (filter, clear) => {
    expect(clearnessOf(filter)).toBeCloseTo(clear);
  });
});

describe('how opaque a colour is', () => {
  it.each([
    ['rgb(1, 2, 3)', 1],
    ['rgba(0, 0, 0, 0)', 0],
    ['rgba(10, 20, 30, 0.75)', 0.75],
    ['transparent', 0],
    ['color(srgb 1 0.5 0 / 0.25)', 0.25],
    ['oklch(0.5 0.1 20)', 1],
  ])('%s: %d', (colour, alpha) => {
    expect(alphaOf(colour)).toBe(alpha);
  });
});
