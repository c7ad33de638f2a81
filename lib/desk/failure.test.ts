import { describe, expect, it } from 'vitest';
import { describeFailure } from './failure';

describe('describeFailure', () => {
  it('says that storage is full, also behind a wrapped error', () => {
    const wrapped = { name: 'AbortError', inner: { name: 'QuotaExceededError' } };
    expect(describeFailure(wrapped, 'your note')).toBe(
      'Could not save: storage is full. Copy your note, free some disk space, then try again.',
    );
  });

  it('asks to copy only what was written by hand', () => {
    expect(describeFailure({ name: 'QuotaExceededError' }, null)).toBe(
      'Could not save: storage is full. Free some disk space, then try again.',
    );
  });

  it('has an answer to anything', () => {
    expect(describeFailure('odd', null)).toContain('Could not save');
    expect(describeFailure(null, 'your note')).toContain('Copy your note');
  });
});
