import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { REST, Restraint } from './restraint';

const { document } = parseHTML('<!doctype html><html><body></body></html>');
const article = (): Element => document.createElement('article');

describe('Restraint', () => {
  it('leaves an article alone that needs drawing again and again, and tries again later', () => {
    let now = 0;
    const restraint = new Restraint(() => now);
    const [fought, quiet] = [article(), article()];
    for (let i = 0; i < 60 && !restraint.rests(fought); i++) restraint.note(fought);
    expect(restraint.rests(fought)).toBe(true);
    expect(restraint.rests(quiet)).toBe(false);
    now += REST;
    expect(restraint.rests(fought)).toBe(false);
  });

  it('leaves the page alone where a new article comes each time', () => {
    const restraint = new Restraint(() => 0);
    let drawn = 0;
    for (; drawn < 5_000; drawn++) {
      const made = article();
      if (restraint.rests(made)) break;
      restraint.note(made);
    }
    expect(drawn).toBeLessThan(1_000);
  });

  it('does not mind a day of scrolling', () => {
    let now = 0;
    const restraint = new Restraint(() => now);
    const recycled = article();
    for (let i = 0; i < 10_000; i++) {
      now += 60;
      restraint.note(recycled);
      for (let other = 0; other < 5; other++) restraint.note(article());
      expect(restraint.rests(recycled)).toBe(false);
    }
  });
});
