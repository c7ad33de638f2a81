import { describe, expect, it } from 'vitest';
import { assess, badgeText, type PageReport, type TabFacts } from './health';

const report: PageReport = {
  page: 'one',
  loggedOut: false,
  tweets: 20,
  without: { id: 0, author: 0, text: 1 },
  seen: 40,
  marked: 3,
};
const well: TabFacts = { onX: true, hasAccess: true, answers: true, report };
const troubleOf = (facts: Partial<TabFacts>): string | null => {
  const health = assess({ ...well, ...facts });
  return health.ok ? null : health.trouble;
};

describe('a tab', () => {
  it('is well if its tweets can be read, or if there are hardly any', () => {
    expect(troubleOf({})).toBeNull();
    expect(troubleOf({ report: null })).toBeNull();
    expect(troubleOf({ report: { ...report, tweets: 3, without: { id: 3, author: 0, text: 0 } } })).toBeNull();
  });

  it('that is not X is none of our business', () => {
    expect(troubleOf({ onX: false, answers: false, report: null })).toBeNull();
  });

  it.each([
    [{ hasAccess: false, answers: false, onX: false }, 'no-access'],
    [{ answers: false, report: null }, 'reload'],
    [{ report: { ...report, loggedOut: true } }, 'logged-out'],
    [{ report: { ...report, without: { id: 11, author: 0, text: 0 } } }, 'unreadable'],
    [{ report: { ...report, without: { id: 0, author: 20, text: 0 } } }, 'unreadable'],
    [{ report: { ...report, without: { id: 0, author: 0, text: 20 } } }, 'unreadable'],
  ] as [Partial<TabFacts>, string][])('%o is %s', (facts, trouble) => {
    expect(troubleOf(facts)).toBe(trouble);
  });

  it('may hold some tweets without words', () => {
    expect(troubleOf({ report: { ...report, without: { id: 0, author: 0, text: 15 } } })).toBeNull();
  });
});

describe('the badge', () => {
  it('puts health before what is due', () => {
    expect(badgeText(assess({ ...well, answers: false }), 5)).toBe('!');
    expect(badgeText({ ok: true }, 5)).toBe('5');
    expect(badgeText({ ok: true }, 0)).toBe('');
    expect(badgeText({ ok: true }, 4_000)).toBe('999+');
  });
});
