// @vitest-environment happy-dom
import { act, createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Notices } from '../../components/use-notice';
import { saveCaseFile } from '../../lib/desk/case-file';
import { countLists, everyCase } from '../../lib/desk/lists';
import { type SavingCases, useSavingCases } from './use-saving-cases';

vi.mock('../../lib/desk/case-file');
vi.mock('../../lib/desk/lists', async (load) => ({ ...(await load<object>()), countLists: vi.fn() }));

let said: string[];
let shown: SavingCases;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.mocked(countLists).mockResolvedValue({ open: 30, mine: 4, pending: 2, all: 4_000 });
  said = [];
  const say = (text: string): void => void said.push(text);
  const notices: Notices = { notice: null, tell: say, warn: say, dismiss: () => {} };
  const Saving = (): null => {
    shown = useSavingCases('JD', notices);
    return null;
  };
  act(() => createRoot(document.createElement('div')).render(createElement(Saving)));
});

it('writes one file at a time and says how much of it is written', async () => {
  let end = (_count: number): void => {};
  vi.mocked(saveCaseFile).mockReset();
  vi.mocked(saveCaseFile).mockImplementation((_context, _wanted, progress = () => {}) => {
    progress(1_000);
    return new Promise((resolve) => {
      end = resolve;
    });
  });
  await act(async () => {
    void shown.save(everyCase);
    void shown.save(everyCase);
  });
  expect(shown.percent).toBe(25);
  await act(() => shown.save(everyCase));
  expect(saveCaseFile).toHaveBeenCalledTimes(1);
  await act(async () => end(4_000));
  expect(shown.percent).toBeNull();
  expect(said).toEqual(['4,000 cases saved among your downloads']);
});

it('can be pressed again after it failed, and says so', async () => {
  vi.mocked(saveCaseFile).mockReset();
  vi.mocked(saveCaseFile).mockRejectedValueOnce(new Error('no')).mockResolvedValueOnce(1);
  await act(() => shown.save(everyCase));
  expect(shown.percent).toBeNull();
  await act(() => shown.save(everyCase));
  expect(said).toEqual([expect.stringContaining('not'), '1 case saved among your downloads']);
});
