import { describe, expect, it } from 'vitest';
import type { Case, Entry } from './case';
import { describeChange, describeCustomer, latestTweet, responseClock } from './describe';

const now = new Date(2026, 10, 21, 12).getTime();

function makeCase(number: number, resolvedAt: number | null = null): Case {
  return {
    id: `c${number}`,
    number,
    customerId: 'm',
    openedFor: 'mira',
    route: 'support',
    owner: null,
    tags: [],
    waitingSince: null,
    status: resolvedAt === null ? 'open' : 'resolved',
    topic: 'other',
    priority: 'normal',
    openedAs: null,
    openedAt: now,
    updatedAt: now,
    resolvedAt,
  };
}

function tweet(at: number): Entry {
  const permalink = 'https://x.com/mira/status/1';
  return {
    id: `t${at}`,
    caseId: 'c',
    at,
    tweetId: '1',
    kind: 'tweet',
    handle: 'mira',
    name: 'Mira',
    text: '',
    permalink,
    lang: null,
  };
}

function reply(at: number): Entry {
  const permalink = 'https://x.com/brand/status/2';
  return {
    id: `r${at}`,
    caseId: 'c',
    at,
    tweetId: '2',
    kind: 'reply',
    handle: 'brand',
    initials: 'JD',
    text: '',
    permalink,
  };
}

describe('what happens between two desks', () => {
  it('stands in plain words', () => {
    const told = (change: Parameters<typeof describeChange>[0], by: string | null = 'KM') => describeChange(change, by);
    expect(told({ what: 'handedOver', from: 'JD', to: 'KM' }, 'JD')).toBe('JD handed the case over to KM');
    expect(told({ what: 'handedOver', from: 'JD', to: null }, 'JD')).toBe('JD handed the case over to the next shift');
    const imported = { what: 'imported', from: 'JD’s desk', number: 128 } as const;
    expect(told(imported)).toBe('KM imported it from JD’s desk, where it is #128');
    expect(told({ ...imported, number: null }, null)).toBe('Imported from JD’s desk');
    expect(told({ what: 'importUndone', from: 'JD’s desk' })).toBe('KM undid the import from JD’s desk');
    const settled = { what: 'settled', field: 'owner', to: 'KM', over: ['JD', null] } as const;
    expect(told({ ...settled, over: [...settled.over] })).toBe(
      'KM chose KM over JD, nothing (owner, set differently on two desks)',
    );
  });
});

describe('a change', () => {
  it('names who did it, if known', () => {
    expect(describeChange({ what: 'status', from: 'open', to: 'pending' }, 'JD')).toBe(
      'JD set the status from open to pending',
    );
    expect(describeChange({ what: 'topic', from: 'other', to: 'billing' }, null)).toBe(
      'Topic set from other to billing',
    );
    expect(describeChange({ what: 'opened' }, null)).toBe('Case opened');
    expect(describeChange({ what: 'owner', from: null, to: 'JD' }, 'JD')).toBe('JD took the case');
    expect(describeChange({ what: 'owner', from: 'JD', to: 'MO' }, 'MO')).toBe('MO took the case from JD');
    expect(describeChange({ what: 'owner', from: 'JD', to: 'MO' }, 'JD')).toBe('JD gave the case to MO');
    expect(describeChange({ what: 'owner', from: 'JD', to: null }, 'JD')).toBe('JD let go of the case');
    expect(describeChange({ what: 'route', from: 'support', to: 'rnd' }, 'JD')).toBe(
      'JD passed the case from Support to R&D',
    );
    expect(describeChange({ what: 'tags', added: ['vip'], removed: ['storm'] }, 'JD')).toBe(
      'JD added vip and removed storm (tags)',
    );
    expect(describeChange({ what: 'reopened', from: 'resolved' }, 'JD')).toBe('JD reopened the case');
  });
});

describe('a customer', () => {
  it('is summed up by number of cases and the last one resolved', () => {
    expect(describeCustomer([makeCase(1)], now, 'en-GB')).toBe('First case');
    expect(describeCustomer([makeCase(2), makeCase(1)], now, 'en-GB')).toBe('2 cases');
    const older = new Date(2026, 1, 1).getTime();
    const newer = new Date(2026, 4, 4).getTime();
    expect(describeCustomer([makeCase(3), makeCase(2, newer), makeCase(1, older)], now, 'en-GB')).toBe(
      '3 cases, last resolved 4 May',
    );
  });
});

describe('the response clock', () => {
  it('runs from the first tweet that nobody answered', () => {
    expect(responseClock([tweet(20), reply(15), tweet(10)])).toEqual({ turn: 'ours', since: 20 });
    expect(responseClock([tweet(30), tweet(20), reply(15), tweet(10)])).toEqual({ turn: 'ours', since: 20 });
  });

  it('stops with a reply after it', () => {
    expect(responseClock([reply(30), tweet(20)])).toEqual({ turn: 'theirs', since: 30 });
  });

  it('does not run where no tweet is known', () => {
    expect(responseClock([])).toBeNull();
    expect(latestTweet([reply(1)])).toBeNull();
  });
});
