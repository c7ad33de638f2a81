import { expect, it } from 'vitest';
import { standingOf } from './standing';

const NOW = Date.UTC(2026, 4, 4, 12);
const HOUR = 60 * 60_000;
const on = { isOn: true, lock: null, mark: 'k3f9' };

it('is quiet where all is well, and plain where it is not', () => {
  const said = (settings: typeof on | null, lastAt: number | null, failure: string | null = null) =>
    standingOf(settings, { lastAt, failure }, NOW, 'en-GB');
  expect(said(null, null).kind).toBe('never');
  expect(said(on, null)).toEqual({ kind: 'waiting', text: 'The first backup is on its way' });
  expect(said(on, NOW - 3 * HOUR)).toEqual({ kind: 'fine', text: 'Backed up 3 h ago' });
  expect(said(on, NOW - 120 * HOUR)).toEqual({ kind: 'old', text: 'The last backup was made 5 days ago.' });
  expect(said(on, NOW - 30 * HOUR, 'The disk is full.')).toEqual({
    kind: 'failed',
    text: 'The last try to back up failed. The last backup was made 1 day ago.',
  });
  expect(said({ ...on, isOn: false }, NOW - 3 * HOUR).kind).toBe('off');
});
