import { describe, expect, it } from 'vitest';
import { actionOfKey, panelKeys } from './keys';

describe('keys of the panel', () => {
  it('mean one thing each', () => {
    // One key may say in two lists what it does there, but it is one action.
    for (const { keys } of panelKeys) {
      for (const { action, keys: names } of keys) {
        for (const name of names) expect(actionOfKey.get(name.toLowerCase())).toBe(action);
      }
    }
  });
});
