// @vitest-environment happy-dom
import { act, createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import { renderOnFakeTime } from '../on-fake-time';
import { ListStatus } from './ListStatus';

renderOnFakeTime();

it('answers each question once, when whoever asks has come to rest', () => {
  const place = document.createElement('div');
  const root = createRoot(place);
  const show = (question: string, words: string | null): void =>
    act(() => root.render(createElement(ListStatus, { question, words })));
  const wait = (ms: number): void => act(() => void vi.advanceTimersByTime(ms));
  const told = (): string | null | undefined => place.querySelector('[role="status"]')?.textContent;
  for (const typed of ['l', 'la', 'lam']) {
    show(typed, '3 cases found');
    wait(300);
    expect(told()).toBe('');
  }
  show('lamp', null);
  wait(5_000);
  expect(told()).toBe('');
  show('lamp', '2 cases found');
  wait(1_000);
  expect(told()).toBe('2 cases found');
  // Another case comes by itself.
  show('lamp', '3 cases found');
  wait(5_000);
  expect(told()).toBe('2 cases found');
  const before = place.querySelector('[role="status"] span');
  show('lamps', '2 cases found');
  wait(1_000);
  expect(place.querySelector('[role="status"] span')).not.toBe(before);
  act(() => root.unmount());
});
