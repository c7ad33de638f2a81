import { readFileSync } from 'node:fs';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { readMarkdown } from '../../lib/text/plain-markdown';
import { Privacy } from './Privacy';

it('shows the whole text of PRIVACY.md', () => {
  const source = readFileSync(new URL('../../PRIVACY.md', import.meta.url), 'utf8');
  const [, ...lines] = source.split('\n').filter((line) => line.trim() !== '');
  const plain = lines.map((line) => line.replace(/^(?:#+|-) /, '').replaceAll('**', '')).join('');
  const shown = renderToStaticMarkup(createElement(Privacy)).replace(/<[^>]*>/g, '');
  expect(shown).toBe(plain);
});

it('takes anything that is no heading, list or bold word for text', () => {
  expect(readMarkdown('a <b>c</b> **d**\n- [e](javascript:f)\n- g\n## h')).toEqual([
    {
      kind: 'paragraph',
      spans: [
        { text: 'a <b>c</b> ', bold: false },
        { text: 'd', bold: true },
      ],
    },
    { kind: 'list', items: [[{ text: '[e](javascript:f)', bold: false }], [{ text: 'g', bold: false }]] },
    { kind: 'heading', level: 2, text: 'h' },
  ]);
});
