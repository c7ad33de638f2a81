// @vitest-environment happy-dom
import { act, createElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Notice, type NoticeContent } from './Notice';
import { renderOnFakeTime } from './on-fake-time';

let root: Root;
let notice: NoticeContent | null;

const show = (next: NoticeContent | null): void => {
  notice = next;
  act(() => root.render(createElement(Notice, { notice, onGone: () => show(null) })));
};
const done = (id: number): NoticeContent => ({ id, text: `Done ${id}`, tone: 'done', undo: () => show(null) });
const wait = (ms: number): void => act(() => void vi.advanceTimersByTime(ms));
const button = (name: string): HTMLElement => {
  const found = [...document.querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent) === name,
  );
  if (!found) throw new Error(`There is no button ${name}.`);
  return found;
};

renderOnFakeTime();
beforeEach(() => {
  document.body.innerHTML = '<main></main>';
  root = createRoot(document.querySelector('main') ?? document.body);
});
afterEach(() => {
  act(() => root.unmount());
});

it('goes by itself, but not while the focus is on it', () => {
  show(done(1));
  wait(7_000);
  expect(notice).not.toBeNull();
  wait(2_000);
  expect(notice).toBeNull();
  show(done(2));
  act(() => button('Undo').focus());
  wait(60_000);
  expect(notice).not.toBeNull();
  act(() => button('Undo').blur());
  wait(9_000);
  expect(notice).toBeNull();
});

it('goes by itself also after one whose button was pressed', () => {
  for (const name of ['Undo', 'Dismiss']) {
    show(done(1));
    act(() => {
      button(name).dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
      button(name).focus();
    });
    act(() => button(name).click());
    expect(notice).toBeNull();
    show(done(2));
    wait(9_000);
    expect(notice).toBeNull();
  }
});

it('goes by itself where the pressed button goes and the next notice takes its place', () => {
  show(done(1));
  act(() => button('Undo').focus());
  show({ ...done(2), undo: null });
  wait(9_000);
  expect(notice).toBeNull();
});
