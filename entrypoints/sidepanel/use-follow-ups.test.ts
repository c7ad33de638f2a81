// @vitest-environment happy-dom
import { act, createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import type { FollowUpRow } from '../../components/follow-ups/FollowUpList';
import { renderOnFakeTime } from '../../components/on-fake-time';
import { newFollowUp } from '../../lib/follow-ups/follow-up';
import { useDueCount } from './use-follow-ups';

const HOUR = 60 * 60_000;

renderOnFakeTime();

it('counts what falls due within the second, however far ahead it was', () => {
  const start = Date.now();
  const row = (id: string, dueAt: number): FollowUpRow => ({
    followUp: newFollowUp(id, { caseId: 'c', dueAt, reason: 'Is it up?' }, start),
    ...{ caseNumber: 1, name: 'Ada', handle: 'ada', incident: null },
  });
  const rows = [row('a', start + 2.5 * HOUR), row('b', start + 7 * HOUR)];
  let due = 0;
  const Counter = (): null => {
    due = useDueCount(rows);
    return null;
  };
  const root = createRoot(document.createElement('div'));
  act(() => root.render(createElement(Counter)));
  const after = (ms: number): number => {
    for (let passed = 0; passed < ms; passed += 60_000) act(() => void vi.advanceTimersByTime(60_000));
    return due;
  };
  expect(after(2 * HOUR)).toBe(0);
  act(() => void vi.advanceTimersByTime(HOUR / 2 + 1_000));
  expect(due).toBe(1);
  expect(after(5 * HOUR)).toBe(2);
  act(() => root.unmount());
});
