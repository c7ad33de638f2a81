import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { offer } from './offer';

describe('what the second script takes', () => {
  it('is all that is imported for it, and nothing else', () => {
    const source = readFileSync(new URL('./offer.ts', import.meta.url), 'utf8');
    const imported = [...source.matchAll(/^import \{ ([^}]+) \} from '\.[^']+';$/gm)].flatMap(([, names = '']) =>
      names.split(',').map((name) => name.trim()),
    );
    offer();
    const { hark } = globalThis as unknown as { hark: Record<string, unknown> };
    expect(Object.keys(hark).sort()).toEqual(imported.sort());
    expect(Object.values(hark)).not.toContain(undefined);
  });
});
