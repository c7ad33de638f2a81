import { describe, expect, it } from 'vitest';
import type { Case, Customer, Entry } from '../cases/case';
import { describeDuty, handOver, onDuty } from './duty';
import { handOverPage, type PageInput, pageAsText } from './page';

const NOW = new Date(2026, 4, 4, 14, 2).getTime();
const MINUTE = 60_000;

function makeCase(number: number, fields: Partial<Case> = {}): Case {
  return {
    id: `c${number}`,
    number,
    customerId: `p${number}`,
    openedFor: `mira_${number}`,
    status: 'open',
    topic: 'outage',
    priority: 'normal',
    route: 'support',
    owner: null,
    tags: [],
    openedAs: null,
    openedAt: NOW - 600 * MINUTE,
    updatedAt: NOW,
    resolvedAt: null,
    waitingSince: null,
    ...fields,
  };
}

function owned(id: string, caseId: string, at: number, from: string | null, to: string | null): Entry {
  return { id, caseId, at, tweetId: null, kind: 'change', change: { what: 'owner', from, to }, by: to };
}

describe('who is on duty', () => {
  it('tells who owned what at the last hand-over, not now', () => {
    let ids = 0;
    const newId = () => `h${++ids}`;
    const one = makeCase(1, { owner: 'JD' });
    const given = handOver([one], { from: 'JD', to: 'KM', now: NOW, newId });
    const taken = owned('o1', 'c1', NOW + MINUTE, 'KM', 'LO');
    const cases = [
      { known: { ...one, owner: 'LO' }, entries: [...given.entries, taken] },
      { known: makeCase(2, { owner: 'AB' }), entries: [] },
      { known: makeCase(3, { status: 'closed' }), entries: [] },
      { known: makeCase(4), entries: [] },
    ];
    const duty = onDuty(cases);
    expect(given.cases[0]?.owner).toBe('KM');
    expect(duty?.people).toEqual([
      { owner: 'AB', cases: [2] },
      { owner: 'KM', cases: [1] },
      { owner: null, cases: [4] },
    ]);
    expect(duty && describeDuty(duty, NOW, 'en-GB')).toBe('As of 14:02, when JD handed over to KM');
  });

  it('is silent before the first hand-over', () => {
    expect(onDuty([{ known: makeCase(1, { owner: 'JD' }), entries: [] }])).toBeNull();
  });
});

describe('the page of a hand-over', () => {
  const customer: Customer = {
    id: 'p1',
    handles: ['mira_1'],
    handle: 'Mira_1',
    name: 'Mira',
    account: '',
    place: '',
    note: '',
    namedByRep: false,
    createdAt: 0,
    joined: [],
  };
  const tweet: Entry = {
    id: 't1',
    caseId: 'c1',
    at: NOW - 40 * MINUTE,
    tweetId: '1',
    kind: 'tweet',
    handle: 'Mira_1',
    name: 'Mira',
    text: 'Still no line\nin Whitten!',
    permalink: 'https://x.com/Mira_1/status/1',
    lang: 'en',
  };
  const input: PageInput = {
    cases: [
      { known: makeCase(1, { waitingSince: NOW - 40 * MINUTE, owner: 'JD' }), customer, entries: [tweet] },
      { known: makeCase(2, { topic: 'billing', status: 'pending' }), customer: undefined, entries: [] },
      { known: makeCase(3, { waitingSince: NOW - 5 * MINUTE }), customer: undefined, entries: [] },
      { known: makeCase(4, { status: 'pending' }), customer: undefined, entries: [] },
      { known: makeCase(5, { status: 'resolved' }), customer: undefined, entries: [] },
      { known: makeCase(6, { status: 'pending' }), customer: undefined, entries: [] },
    ],
    followUps: [
      { id: 'f1', caseId: 'c2', dueAt: NOW - MINUTE, reason: 'refund', state: 'due' },
      { id: 'f2', caseId: 'c4', dueAt: NOW, reason: 'done already', state: 'done' },
    ],
    incidents: [
      { id: 'i1', title: 'Outage in Whitten', area: 'Whitten', state: 'known', message: 'At it', caseIds: ['c6'] },
      { id: 'i2', title: 'Old', state: 'fixed', caseIds: [] },
    ],
    notes: new Map([['c1', ' Calls back at four. ']]),
    by: 'JD',
    to: 'KM',
    now: NOW,
    target: 15 * MINUTE,
    locale: 'en-GB',
  };

  it('puts each open case into the first part that fits', () => {
    const { parts } = handOverPage(input);
    const numbers = Object.values(parts).map((some) => some.map(({ number }) => number));
    expect(numbers).toEqual([[1, 6], [2], [3], [4]]);
  });

  it('can be read as text', () => {
    expect(pageAsText(handOverPage(input), 'en-GB')).toBe(`Hand-over from JD to KM, 4 May 2026, 14:02

INCIDENTS
- Outage in Whitten, Whitten, known
  What we say: At it
  Cases: #6

BURNING (2)
- #1 @Mira_1 (Mira): Outage, JD has it, waiting for us for 40 min
  Said last: Still no line in Whitten!
  Note: Calls back at four.
- #6 @mira_6: Outage, nobody has it, waiting for the customer

PROMISED (1)
- #2 @mira_2: Billing, nobody has it, waiting for the customer
  Promised, overdue since 14:01: refund

WAITING FOR US (1)
- #3 @mira_3: Outage, nobody has it, waiting for us for 5 min

OPEN, NOTHING TO DO RIGHT NOW (1)
- #4 @mira_4: Outage, nobody has it, waiting for the customer
`);
    const nothing = { ...input, cases: [], incidents: [], followUps: [] };
    expect(pageAsText(handOverPage(nothing), 'en-GB')).toContain('Nothing is open.');
  });
});
