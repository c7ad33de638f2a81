import { describe, expect, it } from 'vitest';
import { actionOf, defaultPageKeys, pageActions, readPageKeys, refuseKey } from './page-keys';

const press = { key: 'c', ctrlKey: false, altKey: false, metaKey: false, repeat: false, isTrusted: true };

describe('keys on X', () => {
  it('are none of X’s by default', () => {
    for (const { key } of pageActions) expect(refuseKey(key, [])).toBeNull();
  });

  it.each(['j', 'k', 'n', 'r', '?', 'Enter', 'C', 'ab'])('cannot be %s', (key) => {
    expect(refuseKey(key, [])).not.toBeNull();
  });

  it('cannot do two things', () => {
    expect(refuseKey('c', ['c'])).toContain('already');
    expect(readPageKeys({ openCase: 'z', notAboutUs: 'z', ours: '+' })).toEqual(defaultPageKeys);
    // The key that the rep chose stays; what came later goes without one.
    expect(readPageKeys({ openCase: '+', notAboutUs: 'z' })).toEqual({ openCase: '+', notAboutUs: 'z', ours: '' });
  });

  it('can be changed and switched off', () => {
    expect(readPageKeys({ openCase: 'a', notAboutUs: '' })).toEqual({ openCase: 'a', notAboutUs: '', ours: '+' });
    expect(readPageKeys(null)).toEqual(defaultPageKeys);
    expect(readPageKeys({ openCase: 7 })).toEqual(defaultPageKeys);
  });

  it('count only when a person presses them, alone and once', () => {
    expect(actionOf(press, defaultPageKeys)).toBe('openCase');
    expect(actionOf({ ...press, isTrusted: false }, defaultPageKeys)).toBeNull();
    expect(actionOf({ ...press, ctrlKey: true }, defaultPageKeys)).toBeNull();
    expect(actionOf({ ...press, repeat: true }, defaultPageKeys)).toBeNull();
    expect(actionOf({ ...press, key: '' }, { openCase: '', notAboutUs: '', ours: '' })).toBeNull();
  });
});
