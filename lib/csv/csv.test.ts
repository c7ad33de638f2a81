import { describe, expect, it } from 'vitest';
import { toCsv } from './csv';

describe('a table as CSV', () => {
  it('quotes what must be quoted, and ends each row', () => {
    expect(
      toCsv([
        ['a', 'b "c"', 'd,e'],
        ['two\nlines', 1.5, null],
      ]),
    ).toBe('\uFEFFa,"b ""c""","d,e"\r\n"two\nlines",1.5,\r\n');
  });

  it.each(['=1+1', '+49', '-2', '@SUM(A1)', '\t=1', ' =1', '\r=1'])('makes %j harmless', (text) => {
    expect(toCsv([[text]])).toContain("'");
  });

  it('keeps numbers, also those below zero', () => {
    expect(toCsv([[-2, Number.NaN]])).toBe('\uFEFF-2,\r\n');
  });
});
