import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { definitions, definitionsAsMarkdown } from './definitions';

it('says in the docs what the page says', () => {
  const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
  expect(readme).toContain(definitionsAsMarkdown());
  expect(new Set(definitions.map(({ id }) => id)).size).toBe(definitions.length);
});
