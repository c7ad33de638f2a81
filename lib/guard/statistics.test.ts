import { describe, expect, it } from 'vitest';
import type { GuardSaying } from '../desk/database';
import type { DraftOutcome } from './outcome';
import { figuresOf } from './statistics';
import type { CheckId, Level } from './types';

function said(times: number, id: CheckId, level: Level, outcome: DraftOutcome): GuardSaying[] {
  return Array.from({ length: times }, (_, at) => ({
    ...{ id: `${id}-${outcome}-${at}`, at, by: 'JD', reason: null },
    ...{ checks: [{ id, level }], outcome },
  }));
}

describe('the figures of a check', () => {
  it('tell how often it spoke, was overridden and mended', () => {
    const sayings = [...said(3, 'sales', 'hold', 'posted'), ...said(1, 'sales', 'hold', 'edited')];
    expect(
      figuresOf([...sayings, ...said(2, 'sales', 'hint', 'posted'), ...said(1, 'sales', 'hint', 'private')]),
    ).toEqual([{ id: 'sales', spoke: 7, held: 4, overridden: 3, mended: 2, soften: null }]);
    expect(figuresOf([])).toEqual([]);
  });

  it('offer to soften one that is mostly overridden, once there is enough to tell', () => {
    const soften = (overridden: number, mended: number, policy = {}) =>
      figuresOf([...said(overridden, 'tone', 'hold', 'posted'), ...said(mended, 'tone', 'hold', 'edited')], policy)[0]
        ?.soften;
    expect(soften(4, 0)).toBeNull();
    expect(soften(4, 1)).toBe('hint');
    expect(soften(3, 2)).toBeNull();
    expect(soften(9, 1, { tone: 'hint' })).toBeNull();
  });

  it('offer to switch off hints that nobody minds', () => {
    const hints = (posted: number, policy = {}) => figuresOf(said(posted, 'same-words', 'hint', 'posted'), policy)[0];
    expect(hints(19)?.soften).toBeNull();
    expect(hints(20)?.soften).toBe('off');
    expect(hints(20, { 'same-words': 'off' })?.soften).toBeNull();
  });
});
