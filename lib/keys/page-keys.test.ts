import { describe, expect, it } from 'vitest';
import { actionOf, defaultPageKeys, pageActions, readPageKeys, refuseKey } from './page-keys';

const press = {
  ...{ key: 'c', ctrlKey: false, altKey: false, metaKey: false, shiftKey: false },
  ...{ repeat: false, isTrusted: true },
};

describe('keys on X', () => {
  it('are none of X’s by default', () => {
    for (const { id, initial } of pageActions) {
      expect(refuseKey(initial, [])).toBeNull();
      expect(defaultPageKeys[id]).toBe(initial);
    }
  });

  it.each(['j', 'k', 'n', 'r', 'a', '?', "'", 'Enter', 'C', 'ab'])('cannot be %s', (key) => {
    expect(refuseKey(key, [])).not.toBeNull();
  });

  it('cannot do two things', () => {
    expect(refuseKey('c', ['c'])).toContain('already');
    expect(readPageKeys({ openCase: 'y', notAboutUs: 'y', ours: '+' })).toEqual({ ...defaultPageKeys, openCase: 'y' });
    // The key that the rep chose stays; what came later goes without one.
    expect(readPageKeys({ openCase: '+', notAboutUs: 'z' })).toEqual({ openCase: '+', notAboutUs: 'z', ours: '' });
  });

  it('can be changed, exchanged and switched off', () => {
    expect(readPageKeys({ openCase: 'y', notAboutUs: '' })).toEqual({ openCase: 'y', notAboutUs: '', ours: '+' });
    const exchanged = { openCase: 'z', notAboutUs: 'c', ours: '+' };
    expect(readPageKeys(exchanged)).toEqual(exchanged);
    expect(readPageKeys(null)).toEqual(defaultPageKeys);
    expect(readPageKeys({ openCase: 7 })).toEqual(defaultPageKeys);
    // Chosen before it was known to be X's.
    expect(readPageKeys({ openCase: 'a' })).toEqual(defaultPageKeys);
  });

  it('count only when a person presses them, alone and once', () => {
    expect(actionOf(press, defaultPageKeys)).toBe('openCase');
    expect(actionOf({ ...press, isTrusted: false }, defaultPageKeys)).toBeNull();
    expect(actionOf({ ...press, ctrlKey: true }, defaultPageKeys)).toBeNull();
    expect(actionOf({ ...press, repeat: true }, defaultPageKeys)).toBeNull();
    expect(actionOf({ ...press, key: '' }, { openCase: '', notAboutUs: '', ours: '' })).toBeNull();
  });

  it('are the same with Caps Lock, and others with Shift', () => {
    expect(actionOf({ ...press, key: 'C' }, defaultPageKeys)).toBe('openCase');
    expect(actionOf({ ...press, key: 'C', shiftKey: true }, defaultPageKeys)).toBeNull();
    expect(actionOf({ ...press, key: '+', shiftKey: true }, defaultPageKeys)).toBe('ours');
  });
});
