import { describe, expect, it } from 'vitest';
import { answering } from '../example';
import { noteOf, personalParts } from './parts';

const parts = (draft: string) => personalParts(draft, 'en', answering(''));

describe('the personal parts of a draft', () => {
  it('are kept word for word, the brand’s own are not', () => {
    const draft = 'Your account number 88231907 is fine, Mara: ring 0800 555 0142 or me at mara.quill@gmail.com';
    expect(parts(draft)).toEqual([
      { kind: 'account', words: '88231907' },
      { kind: 'email', words: 'mara.quill@gmail.com' },
    ]);
    expect(noteOf(parts(draft))).toBe(
      "Kept from a public reply:\nan account number: 88231907\nsomebody's e-mail address: mara.quill@gmail.com",
    );
    expect(noteOf(parts('Write to us, Mara.'))).toBeNull();
  });

  it('hold no card and no PIN, not even in a note', () => {
    const note = noteOf(parts('Your card 4242 4242 4242 4242 and PIN 8841 are on file')) ?? '';
    expect(note).toContain('ends in 4242');
    expect(note).not.toMatch(/4242 4242|8841/);
  });
});
