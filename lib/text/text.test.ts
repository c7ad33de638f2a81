import { describe, expect, it } from 'vitest';
import { directionOf } from './direction';
import { PhraseFinder } from './phrases';
import { signatureOf } from './signature';
import { fold, wordsOf } from './words';

describe('fold', () => {
  it('makes case, accents, width and apostrophes equal', () => {
    expect(fold('CAÍDO')).toBe(fold('caido'));
    expect(fold('Ｗｉｆｉ')).toBe('wifi');
    expect(fold('can’t')).toBe("can't");
  });
});

describe('PhraseFinder', () => {
  const find = (phrases: string[], text: string): string[] =>
    new PhraseFinder(phrases.map((phrase) => [phrase, phrase] as const))
      .find(text, wordsOf(text))
      .map((found) => found.words);

  it.each([
    [['down'], 'is it DOWN?', ['DOWN']],
    [['down'], 'downtown', []],
    [['drop*'], 'dropping and dropped', ['dropping', 'dropped']],
    [['set-top box'], 'my Set-Top Box hums', ['Set Top Box']],
    [['modem'], 'two modems', ['modems']],
    [['lantern'], '#LanternDown now', ['#LanternDown']],
    [['tv'], '#tvtime', []],
    [['lantern'], '@lantern https://lantern.example', []],
    [['เน็ต'], 'เน็ตล่มอีกแล้ว', ['เน็ต']],
    [['no va'], 'esto no va nada bien', ['no va']],
    [['*'], 'anything', []],
  ])('%s in “%s”', (phrases, text, expected) => {
    expect(find(phrases, text)).toEqual(expected);
  });
});

describe('signatureOf', () => {
  it.each([
    ['Back by six, Ada. ^JD', 'JD'],
    ['^MO here, looking now', 'MO'],
    ['Sent you a DM ^ PT', 'PT'],
    ['Two of us on it ^JD ^RS', 'RS'],
    ['x^2 is a number', null],
    ['no signature', null],
    ['^^ look up', null],
  ])('%s', (text, initials) => {
    expect(signatureOf(text)).toBe(initials);
  });
});

describe('directionOf', () => {
  it('goes by the language, for the first letter is often that of a handle', () => {
    expect(['ar', 'iw', 'fa', 'en', 'qme', null].map(directionOf)).toEqual([
      'rtl',
      'rtl',
      'rtl',
      'auto',
      'auto',
      'auto',
    ]);
  });
});
