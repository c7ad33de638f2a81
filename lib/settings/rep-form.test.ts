import { describe, expect, it } from 'vitest';
import { checkRep, initialsOf } from './rep-form';

describe('a rep’s form', () => {
  it('is tidied', () => {
    expect(checkRep({ name: ' Jo Dale ', handle: '@LanternJo', initials: '^jd' })).toEqual({
      ok: true,
      rep: { name: 'Jo Dale', handle: 'LanternJo', initials: 'JD' },
    });
  });

  it('names the field that is wrong', () => {
    const result = checkRep({ name: '', handle: 'not a handle', initials: 'J4' });
    expect(result.ok ? [] : Object.keys(result.problems)).toEqual(['handle', 'initials']);
  });
});

describe('initials', () => {
  it('are proposed from a name', () => {
    expect(initialsOf('Jo van Dale')).toBe('JVD');
    expect(initialsOf(' zoë ')).toBe('Z');
    expect(initialsOf('')).toBe('');
  });
});
