import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine, csvTime, harmlessCell } from './csv';

/** Reads one line after RFC 4180, written down a second time. */
function parse(line: string, separator = ','): string[] {
  const cells: string[] = [];
  let [cell, quoted] = ['', false];
  for (let at = 0; at < line.length; at++) {
    const sign = line[at] ?? '';
    if (quoted && sign === '"' && line[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === separator) {
      cells.push(cell);
      cell = '';
    } else if (!quoted && sign === '\r' && line[at + 1] === '\n') break;
    else cell += sign;
  }
  return [...cells, cell];
}

describe('a cell', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\tx',
    '\rx',
    ' =1',
    '"=1',
    ' " =1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '﹦1',
    '−1',
    '\u200B=1',
    '\uFEFF=1',
    '\u00A0@x',
    "'=1",
    '%0A=1',
    '|x',
  ])('that begins like %j is text for a spreadsheet', (text) => {
    expect(harmlessCell(text)).toBe(`'${text}`);
  });

  it.each(['Mira K.', '2 - 1', 'a=b', 'me@x', '#12', '', 'é', '日本'])('like %j stays as it is', (text) => {
    expect(harmlessCell(text)).toBe(text);
  });

  it('is text also where a program parts cells by another sign', () => {
    for (const separator of [';', '\t', '|', '\n']) {
      expect(harmlessCell(`a${separator} =1`)).toBe(`a${separator}' =1`);
      for (const cell of parse(csvLine([`a${separator}=1+1`, 'b']).trimEnd(), separator)) {
        expect(cell.replaceAll('"', '').trim()).not.toMatch(/^[=+@-]/);
      }
    }
  });

  it('whatever it holds, comes back whole, or with one apostrophe where it would have been a formula', () => {
    const cells = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(cells, (texts) => {
        const kept = texts.map((text) => text.replaceAll('\0', ''));
        const line = csvLine(kept);
        expect(line.endsWith('\r\n')).toBe(true);
        expect(parse(line)).toEqual(kept.map(harmlessCell));
        for (const cell of parse(line)) expect(cell).not.toMatch(/^[\s"]*[=+@-]/);
      }),
      { numRuns: 2_000 },
    );
  });
});

it('a line has numbers, nothing and times as a spreadsheet reads them', () => {
  expect(csvLine([7, null, 'Open', 'says "hi", twice'])).toBe('7,,Open,"says ""hi"", twice"\r\n');
  expect(csvTime(new Date(2026, 4, 4, 9, 5).getTime())).toBe('2026-05-04 09:05');
  expect(csvTime(null)).toBeNull();
});
