import { describe, expect, it } from 'vitest';
import { report } from './example';
import { assess, dueText, type Health, type PageReport, type TabFacts } from './health';

const well: TabFacts = { onX: true, about: 'other', hasAccess: true, answers: true, deskTrouble: null, report };
const healthOf = (facts: Partial<TabFacts>): Health => assess({ ...well, ...facts });
const troubleOf = (facts: Partial<TabFacts>): string | null => {
  const health = healthOf(facts);
  return health.ok ? null : health.trouble;
};
const reported = (told: Partial<PageReport>): string | null => troubleOf({ report: { ...report, ...told } });
const wordsOf = (told: Partial<PageReport>): string => {
  const health = healthOf({ report: { ...report, ...told } });
  return health.ok ? '' : health.message;
};

describe('a tab', () => {
  it('is well if its tweets can be read, or if nothing is known of them', () => {
    expect(troubleOf({})).toBeNull();
    expect(troubleOf({ report: null })).toBeNull();
    expect(reported({ tweets: 0 })).toBeNull();
  });

  it('that is not X is none of our business', () => {
    expect(troubleOf({ onX: false, answers: false, report: null, deskTrouble: 'Full.' })).toBeNull();
  });

  it.each([
    [{ hasAccess: false, answers: false, onX: false }, 'no-access'],
    [{ answers: false, report: null }, 'reload'],
    [{ report: { ...report, loggedOut: true } }, 'logged-out'],
    [{ deskTrouble: 'Could not read the desk.' }, 'desk'],
    [{ report: { ...report, settings: false } }, 'settings'],
  ] as [Partial<TabFacts>, string][])('%o is %s', (facts, trouble) => {
    expect(troubleOf(facts)).toBe(trouble);
  });
});

describe('a page whose markup has changed', () => {
  it('is told by half of its tweets', () => {
    expect(reported({ without: { id: 0, author: 9, text: 0 } })).toBeNull();
    expect(reported({ without: { id: 0, author: 10, text: 0 } })).toBe('unreadable');
    expect(wordsOf({ without: { id: 0, author: 20, text: 0 } })).toContain('Hark cannot read 20 of 20 tweets here');
  });

  it('is told by few tweets once they stay as they are', () => {
    expect(reported({ tweets: 1, without: { id: 0, author: 1, text: 0 }, focal: true })).toBeNull();
    expect(reported({ tweets: 2, without: { id: 0, author: 1, text: 0 } })).toBeNull();
    expect(reported({ tweets: 2, without: { id: 0, author: 1, text: 0 }, lasting: true })).toBe('unreadable');
    expect(wordsOf({ tweets: 1, without: { id: 0, author: 1, text: 0 }, lasting: true })).toContain(
      '1 of 1 tweet here',
    );
  });

  it('is told by the tweet that it is about, whatever stands below', () => {
    expect(reported({ without: { id: 0, author: 1, text: 0 }, focal: true })).toBeNull();
    expect(wordsOf({ without: { id: 0, author: 1, text: 0 }, focal: true, lasting: true })).toContain(
      'the tweet that this page is about',
    );
    expect(reported({ without: { id: 0, author: 1, text: 0 }, lasting: true })).toBeNull();
  });

  it('is told by what leads to tweets where none is known', () => {
    const none = { tweets: 0, without: { id: 0, author: 0, text: 0 }, lasting: true };
    expect(wordsOf({ ...none, loose: 6 })).toContain('cannot read 6 of 6 tweets');
    expect(reported({ ...none, loose: 6, lasting: false })).toBeNull();
    expect(reported({ ...none, loose: 2 })).toBeNull();
    expect(troubleOf({ about: 'tweet', report: { ...report, ...none, loose: 1 } })).toBe('unreadable');
    expect(troubleOf({ about: 'messages', report: { ...report, ...none, loose: 6 } })).toBeNull();
    // A few among many that can be read may be anything.
    expect(reported({ loose: 5, lasting: true })).toBeNull();
  });

  it('is told by most texts: some tweets hold pictures only', () => {
    expect(reported({ without: { id: 0, author: 0, text: 15 } })).toBeNull();
    expect(reported({ without: { id: 0, author: 0, text: 16 } })).toBe('unreadable');
    expect(reported({ tweets: 5, without: { id: 0, author: 0, text: 5 } })).toBeNull();
  });

  it('is told by what Hark cannot draw', () => {
    expect(reported({ undrawn: 20 })).toBeNull();
    expect(reported({ undrawn: 2, lasting: true })).toBeNull();
    expect(reported({ undrawn: 20, lasting: true })).toBe('undrawn');
    expect(wordsOf({ undrawn: 20, lasting: true })).toContain('Hark cannot draw on 20 of 20 tweets here');
  });
});

describe('what is due', () => {
  it.each([
    [0, ''],
    [5, '5'],
    [4_000, '999+'],
  ])('%i stands on the button as "%s"', (due, text) => {
    expect(dueText(due)).toBe(text);
  });
});
