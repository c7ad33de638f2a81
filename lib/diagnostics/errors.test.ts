import { describe, expect, it } from 'vitest';
import { ToldError } from '../desk/failure';
import { addError, type ErrorNote, factsOf, MOST_ERRORS, readErrors } from './errors';

const OWN = 'chrome-extension://abcdef/';
const SECRET = 'Marta of 12 Mill Lane';

describe('an error', () => {
  it('is kept by its name and its place in our files, without its message', () => {
    const error = new TypeError(`${SECRET} is not a function`);
    error.stack = `TypeError: ${error.message}\n    at open (${OWN}chunks/case-x1.js:3:120)\n    at ${OWN}panel.js:1:2`;
    expect(factsOf('panel', error, OWN)).toEqual({ place: 'panel', name: 'TypeError', spot: 'case-x1.js:3:120' });
    error.stack = `open@${OWN}chunks/case-x1.js:3:120\n@${OWN}panel.js:1:2\n`;
    expect(factsOf('panel', error, OWN).spot).toBe('case-x1.js:3:120');
  });

  it('of our own is known by its name', () => {
    expect(factsOf('panel', new ToldError(SECRET), OWN)).toEqual({ place: 'panel', name: 'ToldError', spot: null });
  });

  it('cannot carry words by its name, its stack or its message', () => {
    const error = new Error(`x\n    at ${OWN}marta-mill-lane.js:1:1`);
    error.name = SECRET;
    error.stack = `${error.name}: ${error.message}\n    at ${SECRET} (https://x.com/marta.js:1:1)`;
    expect(factsOf('worker', error, OWN)).toEqual({ place: 'worker', name: 'other', spot: null });
    for (const thrown of [SECRET, null, undefined, 7, { name: SECRET, stack: SECRET }, { name: 'Error', stack: 7 }]) {
      expect(JSON.stringify(factsOf(`message ${SECRET}`, thrown, OWN))).not.toContain('Marta');
    }
  });
});

describe('the last errors', () => {
  const facts = (place: ErrorNote['place']) => ({ place, name: 'Error', spot: null });

  it('are counted where they repeat themselves', () => {
    const notes = addError(addError(addError([], facts('panel'), 1), facts('worker'), 2), facts('panel'), 3);
    expect(notes).toEqual([
      { ...facts('worker'), at: 2, times: 1 },
      { ...facts('panel'), at: 3, times: 2 },
    ]);
  });

  it('are no more than fifty', () => {
    let notes: ErrorNote[] = [];
    for (let line = 1; line <= 80; line++) notes = addError(notes, { ...facts('panel'), spot: `a.js:${line}:1` }, line);
    expect(notes).toHaveLength(MOST_ERRORS);
    expect(notes.at(-1)?.spot).toBe('a.js:80:1');
  });

  it('are read only as far as they are words of our own', () => {
    const good: ErrorNote = { ...facts('message openCase'), at: 1, times: 1 };
    const bad = [
      { ...good, place: SECRET },
      { ...good, name: SECRET },
      { ...good, spot: `${SECRET}.js:1:1` },
      { ...good, words: SECRET },
      SECRET,
    ];
    expect(readErrors([...bad, good])).toEqual([good]);
    expect(readErrors(SECRET)).toEqual([]);
  });
});
