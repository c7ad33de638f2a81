import { describe, expect, it } from 'vitest';
import {
  actionsByKey,
  choicesIn,
  defaultPanelKeys,
  type KeyAction,
  keyOf,
  namesOf,
  type PanelKeys,
  refusePanelKey,
  resolvePanelKeys,
} from './keys';

/** Actions that one key asks for in the same tab. */
function clashesOf(keys: PanelKeys): string[] {
  const clashes: string[] = [];
  for (const tab of ['case', 'queue', 'followUps', null]) {
    const seen = new Set<string>();
    const there = keys.filter((group) => group.tab === null || tab === null || group.tab === tab);
    for (const name of (tab ? there : there.filter((group) => group.tab === null)).flatMap((group) =>
      group.keys.flatMap(namesOf),
    )) {
      if (seen.has(name)) clashes.push(`${name} in ${tab}`);
      seen.add(name);
    }
  }
  return clashes;
}

describe('keys of the panel', () => {
  it('mean one thing each, wherever the rep is', () => {
    expect(clashesOf(defaultPanelKeys)).toEqual([]);
    const actions = defaultPanelKeys.flatMap(({ keys }) => keys.map(({ action }) => action));
    expect(new Set(actions).size).toBe(actions.length);
    expect(actionsByKey(defaultPanelKeys).get('x')).toEqual(['dealtWith', 'done']);
    for (const { keys } of defaultPanelKeys) {
      for (const { action, key } of keys) {
        if (key) expect(refusePanelKey(key, action, defaultPanelKeys)).toBeNull();
      }
    }
  });

  it('can be changed, exchanged, switched off and stored', () => {
    const chosen = { note: 't', take: 'n', undo: '', next: '8' };
    const keys = resolvePanelKeys(chosen);
    expect(choicesIn(keys)).toEqual(chosen);
    const byKey = actionsByKey(keys);
    expect(byKey.get('t')).toEqual(['note']);
    expect(byKey.get('n')).toEqual(['take']);
    expect(byKey.has('u')).toBe(false);
    expect([byKey.get('8'), byKey.get('arrowdown'), byKey.get('j')]).toEqual([['next'], ['next'], undefined]);
    expect(choicesIn(resolvePanelKeys(undefined))).toEqual({});
  });

  it('are refused with the reason where they are taken in the same place', () => {
    const refuse = (key: string, action: KeyAction) => refusePanelKey(key, action, defaultPanelKeys);
    expect(refuse('t', 'note')).toBe('“t” is the key for “Take it”.');
    expect(refuse('u', 'note')).toContain('Undo');
    expect(refuse('n', 'undo')).toContain('Write a note');
    // Another tab is another place.
    expect(refuse('a', 'note')).toBeNull();
    expect(refuse('n', 'dealtWith')).toBeNull();
    expect(refuse("'", 'note')).toContain('Firefox');
    expect(refuse('N', 'note')).toContain('small letter');
    expect(refuse('', 'note')).toBeNull();
  });

  it('never clash, whatever is stored', () => {
    const actions = defaultPanelKeys.flatMap(({ keys }) => keys.map(({ action }) => action));
    let seed = 7;
    const next = (below: number): number => {
      seed = (seed * 16807) % 2147483647;
      return seed % below;
    };
    for (let round = 0; round < 200; round++) {
      const stored = Object.fromEntries(
        Array.from({ length: 12 }, () => [actions[next(actions.length)], [...'abcdnrtuxj123/?', '', 7][next(17)]]),
      );
      expect(clashesOf(resolvePanelKeys(stored))).toEqual([]);
    }
    // What nobody chose gives way.
    expect(keyOf(resolvePanelKeys({ note: 'u' }), 'undo')).toBe('');
    expect(keyOf(resolvePanelKeys({ note: 'Enter' }), 'note')).toBe('n');
  });
});
