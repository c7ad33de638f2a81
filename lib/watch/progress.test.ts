import { describe, expect, it } from 'vitest';
import { report as wellReport } from '../health/example';
import type { PageReport } from '../health/health';
import { describeProgress } from './progress';

const report = (seen: number, marked: number): PageReport => ({ ...wellReport, seen, marked });

describe('describeProgress', () => {
  it('has nothing to say of a tab in which nothing was read', () => {
    expect(describeProgress(null)).toBeNull();
    expect(describeProgress(report(0, 0))).toBeNull();
  });

  it('says where to look if nothing is marked', () => {
    expect(describeProgress(report(40, 0))).toBe(
      'None of the 40 tweets read in this tab is about you. Home seldom shows trouble; a search does.',
    );
    expect(describeProgress(report(1, 0))).toMatch(/^The one tweet read in this tab is not about you\. /);
  });

  it('counts the marks', () => {
    expect(describeProgress(report(40, 3))).toBe('3 of 40 tweets read in this tab carry a mark.');
    expect(describeProgress(report(40, 1))).toBe('1 of 40 tweets read in this tab carries a mark.');
    expect(describeProgress(report(1, 1))).toBe('The one tweet read in this tab carries a mark.');
  });
});
