import { describe, expect, it } from 'vitest';
import { actionOfKey, panelKeys } from './keys';

describe('keys of the panel', () => {
  it('mean one thing each', () => {
    const keys = panelKeys.flatMap((group) => group.keys.flatMap((key) => key.keys.map((name) => name.toLowerCase())));
    expect(actionOfKey.size).toBe(keys.length);
  });
});
