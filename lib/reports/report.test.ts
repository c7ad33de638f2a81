import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case, Change, Entry, EntryContent } from '../cases/case';
import { businessMinutes } from '../clock/clock';
import type { FunnelDay } from '../queue/funnel';
import { zoneHere } from '../time/zone';
import { workingMinutes } from './calendar';
import { dayNumber, lately, limitsOf, nameOfDay, numberOfDay, stepsOf, weekdayOf } from './days';
import { type CaseFacts, factsOf, pack, summariesOf, unpack } from './facts';
import { factsAt, prepare, type WaitingFollowUp } from './prepare';
import { casesBehind, type Pick, type Query, type Report, reportOn, type Sources } from './report';
import { sectionsOf } from './sections';
import { quantile } from './spread';
import { prepareTweets } from './tweets';
import { sayLength, sayShare } from './words';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A Monday. */
const NOON = new Date(2026, 4, 4, 12).getTime();
const NOW = NOON + 60 * DAY;
const query: Query = { period: { from: '2026-05-04', to: '2026-05-10' }, topic: null, lang: null, by: null };

let ids = 0;
function entry(at: number, content: EntryContent, tweetId: string | null = null): Entry {
  return { id: `e${++ids}`, caseId: 'c', at, tweetId, ...content };
}
const tweet = (at: number, lang: string | null = 'en'): Entry =>
  entry(at, { kind: 'tweet', handle: 'ada', name: 'Ada', text: 'secret words', permalink: '', lang }, `t${at}`);
const reply = (at: number, more: { awaited?: boolean; answers?: string } = { answers: 't' }): Entry =>
  entry(at, { kind: 'reply', handle: 'Lantern', initials: 'JD', text: 'secret reply', permalink: null, ...more });
const change = (at: number, what: Change, by: string | null = 'JD'): Entry =>
  entry(at, { kind: 'change', change: what, by });
const resolve = (at: number): Entry => change(at, { what: 'status', from: 'pending', to: 'resolved' });

function known(number: number, fields: Partial<Case> = {}): Case {
  return {
    ...{ id: `c${number}`, number, customerId: `p${number}`, openedFor: 'ada', status: 'open', topic: 'billing' },
    ...{ priority: 'normal', route: 'support', owner: 'JD', tags: [], openedAs: null, openedAt: NOON },
    ...{ updatedAt: NOON, resolvedAt: null, waitingSince: null },
    ...fields,
  } as Case;
}

function sources(
  facts: readonly CaseFacts[],
  { waiting = [], funnel = [], ...more }: Partial<Sources> & { waiting?: WaitingFollowUp[]; funnel?: FunnelDay[] } = {},
): Sources {
  const cases = facts.map((one) => ({ facts: pack(one), desk: null }));
  const prepared = prepare(cases, waiting, { minutes: 15, hours: null }, NOW);
  const tweets = prepareTweets(funnel);
  return { prepared, tweets, days: [], sayings: [], incidents: [], lacking: [], now: NOW, ...more };
}

describe('facts of a case', () => {
  it('tell when it was answered, resolved, opened again and taken private', () => {
    const facts = factsOf(known(1, { status: 'resolved', route: 'rnd' }), [
      tweet(NOON - 20 * MINUTE),
      reply(NOON - 30 * MINUTE, {}),
      reply(NOON, { awaited: true, answers: 't' }),
      reply(NOON + MINUTE),
      tweet(NOON + 2 * MINUTE, 'es'),
      change(NOON + 3 * MINUTE, { what: 'inDm', to: true }),
      resolve(NOON + HOUR),
      change(NOON + 2 * HOUR, { what: 'reopened', from: 'resolved' }),
      resolve(NOON + 3 * HOUR),
      change(NOON + 4 * HOUR, { what: 'satisfied' }),
      change(NOON + 5 * HOUR, { what: 'followUp', did: 'done', dueAt: NOON + 4 * HOUR, reason: 'secret' }),
      change(NOON + HOUR, { what: 'incident', did: 'linked', title: 'T', incidentId: 'i' }),
    ]);
    expect(facts).toMatchObject({
      ...{ askedAt: NOON - 20 * MINUTE, answeredAt: NOON + MINUTE, answeredBy: 'JD', lang: 'en', route: 'rnd' },
      ...{ resolvedAt: NOON + 3 * HOUR, reopenedAt: [NOON + 2 * HOUR], privateAt: NOON + 3 * MINUTE },
      ...{ satisfiedAt: NOON + 4 * HOUR, followUps: [{ dueAt: NOON + 4 * HOUR, doneAt: NOON + 5 * HOUR, by: 'JD' }] },
      incidents: [{ id: 'i', linkedAt: NOON + HOUR, toldAt: null, customerId: 'p1' }],
    });
    expect(facts.replies).toHaveLength(2);
    expect(JSON.stringify(facts)).not.toContain('secret');
    expect(unpack(pack(facts))).toEqual(facts);
    expect(summariesOf([facts])).toHaveLength(1);
  });

  it('do not call a case resolved that is open again, or was closed without it', () => {
    expect(factsOf(known(1), [resolve(NOON)]).resolvedAt).toBeNull();
    const closed = change(NOON, { what: 'status', from: 'open', to: 'closed' });
    expect(factsOf(known(1, { status: 'closed' }), [closed]).resolvedAt).toBeNull();
  });
});

describe('a small history', () => {
  const facts = [
    // Monday: answered within 10 minutes, resolved within the hour.
    factsOf(known(1, { status: 'resolved' }), [tweet(NOON), reply(NOON + 10 * MINUTE), resolve(NOON + 50 * MINUTE)]),
    // Monday: answered after 30 minutes, not resolved, opened again, taken private; its promise came late.
    factsOf(known(2, { topic: 'outage', status: 'pending', owner: 'MO' }), [
      tweet(NOON + HOUR, 'es'),
      reply(NOON + 90 * MINUTE),
      change(NOON + 2 * HOUR, { what: 'reopened', from: 'resolved' }),
      change(NOON + 2 * HOUR, { what: 'inDm', to: true }),
      change(NOON + 9 * HOUR, { what: 'followUp', did: 'done', dueAt: NOON + 7 * HOUR, reason: '' }, 'MO'),
      change(NOON + 3 * HOUR, { what: 'incident', did: 'linked', title: 'T', incidentId: 'i' }),
      reply(NOON + 4 * HOUR),
    ]),
    // Sunday: never answered.
    factsOf(known(3, { openedAt: NOON + 6 * DAY }), [tweet(NOON + 6 * DAY)]),
    // The week after.
    factsOf(known(4, { openedAt: NOON + 7 * DAY }), [tweet(NOON + 7 * DAY), reply(NOON + 7 * DAY + MINUTE)]),
  ];
  const held = { at: NOON + HOUR, by: 'JD', outcome: 'posted' as const, reason: 'asked' as const };
  const incident = {
    ...{
      id: 'i',
      title: 'Whitten',
      area: 'Whitten',
      state: 'fixed' as const,
      since: NOON,
      expected: null,
      message: '',
    },
    ...{ link: null, lang: null, createdAt: NOON, updatedAt: NOON, fixedAt: NOON + 5 * HOUR, by: null },
  };
  const all = sources(
    facts.map((one, index) => (index === 0 ? { ...one, held: [{ ...held, checks: ['sales' as const] }] } : one)),
    {
      funnel: [
        {
          ...{ day: '2026-05-04', seen: 900, relevant: 50, actionable: 8, opened: 2, answered: 2 },
          kinds: { 'billing|complaint|en': [3, 2], 'outage|question|es': [1, 1] },
        },
        { day: '2026-05-11', seen: 1, relevant: 1, actionable: 1, opened: 1, answered: 1 },
      ],
      days: [{ day: '2026-05-05', marketing: 2, other: 1, offered: { phone: 3 }, counted: [] }],
      sayings: [
        {
          ...held,
          checks: [
            { id: 'sales', level: 'hold' },
            { id: 'tone', level: 'hint' },
          ],
        },
        { at: NOON, by: 'MO', checks: [{ id: 'tone', level: 'hint' }], outcome: 'edited', reason: null },
      ],
      incidents: [incident],
      waiting: [
        { id: 'f1', caseId: 'c1', dueAt: NOON + DAY, by: 'JD' },
        { id: 'f3', caseId: 'c3', dueAt: NOON + 30 * DAY, by: 'JD' },
      ],
    },
  );

  it('is counted as by hand', () => {
    const report = reportOn(all, query);
    expect(Object.fromEntries(report.funnel.map(({ stage, count }) => [stage, count]))).toEqual({
      ...{ seen: 900, relevant: 50, actionable: 8, opened: 3, answered: 2, resolved: 1 },
    });
    expect(report.overTime.map(({ opened, resolved, underway }) => [opened, resolved, underway])).toEqual([
      ...[
        [2, 1, 1],
        [0, 0, 0],
        [0, 0, 0],
        [0, 0, 0],
        [0, 0, 0],
        [0, 0, 0],
        [1, 0, 0],
      ],
    ]);
    expect(report.wait.overall).toEqual({ count: 2, median: 10, ninth: 30 });
    expect(report.wait.byWeekday[0]).toEqual({ count: 2, median: 10, ninth: 30 });
    expect(report.wait.byHour[13]).toEqual({ count: 1, median: 30, ninth: 30 });
    expect(report.resolution.overall).toEqual({ count: 1, median: 50, ninth: 50 });
    expect(report.target?.counts.map(({ count }) => count)).toEqual([1, 1, 1]);
    expect(report.topics).toEqual([
      { key: 'billing', count: 2 },
      { key: 'outage', count: 1 },
    ]);
    expect(report.languages).toEqual([
      { key: 'en', count: 2 },
      { key: 'es', count: 1 },
    ]);
    expect(report.intents).toEqual([
      { key: 'complaint', count: 3 },
      { key: 'question', count: 1 },
    ]);
    expect(report.after.map(({ count }) => count)).toEqual([1, 1, 0]);
    expect(report.followUps.map(({ count }) => count)).toEqual([0, 1, 1]);
    expect(report.incidents).toMatchObject([{ cases: 1, people: 1, told: 1, step: 'hour' }]);
    expect(report.guard).toMatchObject({ held: 1, hinted: 1, reasons: [{ key: 'asked', count: 1 }] });
    expect(report.guard.checks).toEqual([
      { id: 'sales', held: 1, hinted: 0, overridden: 1 },
      { id: 'tone', held: 0, hinted: 2, overridden: 0 },
    ]);
    expect(report.offered).toEqual([{ key: 'phone', count: 3 }]);
    expect(report.balance.map(({ help, marketing }) => [help, marketing]).slice(0, 2)).toEqual([
      [3, 0],
      [0, 2],
    ]);
  });

  it('is narrowed by topic, language and rep, and says what cannot be', () => {
    const outages = reportOn(all, { ...query, topic: 'outage' });
    expect(outages.funnel.map(({ count }) => count)).toEqual([null, 1, 1, 1, 1, 0]);
    expect(outages.guard).toMatchObject({ held: 0, hinted: null });
    expect(outages.offered).toBeNull();
    expect(reportOn(all, { ...query, lang: 'en' }).wait.overall.count).toBe(1);
    const yours = reportOn(all, { ...query, by: 'MO' });
    expect(yours.funnel.map(({ count }) => count)).toEqual([null, null, null, 1, 1, 0]);
    expect(yours.followUps.map(({ count }) => count)).toEqual([0, 1, 0]);
    expect(yours.guard).toMatchObject({ held: 0, hinted: 1 });
  });

  it('leads from each point to its cases', () => {
    const numbers = (pick: Pick): number[] =>
      casesBehind(all, query, pick).map((place) => factsAt(all.prepared, place).number);
    expect(numbers({ by: 'stage', stage: 'answered' })).toEqual([1, 2]);
    expect(numbers({ by: 'step', step: '2026-05-10', stage: 'unanswered' })).toEqual([3]);
    expect(numbers({ by: 'hour', of: 'wait', value: 13 })).toEqual([2]);
    expect(numbers({ by: 'target', what: 'late' })).toEqual([2]);
    expect(numbers({ by: 'target', what: 'unanswered' })).toEqual([3]);
    expect(numbers({ by: 'followUps', what: 'missed' })).toEqual([1]);
    expect(numbers({ by: 'incident', id: 'i', linked: null, told: true })).toEqual([2]);
    const after = { from: NOON + 3 * HOUR, to: NOON + 4 * HOUR };
    expect(numbers({ by: 'incident', id: 'i', linked: after, told: null })).toEqual([2]);
    expect(numbers({ by: 'incident', id: 'i', linked: { from: NOON, to: NOON + 3 * HOUR }, told: null })).toEqual([]);
    expect(numbers({ by: 'held', check: 'sales' })).toEqual([1]);
    expect(numbers({ by: 'help', step: '2026-05-04' })).toEqual([1, 2]);
  });

  it('is told in sentences, with a warning where there are few', () => {
    const sections = sectionsOf(reportOn(all, query), 'en-GB');
    const said = (id: string) => sections.find((section) => section.id === id);
    expect(said('funnel')?.answer).toBe(
      'Of 900 tweets seen, 8 needed an answer. 3 cases were opened: 2 (67 %) got an answer, 1 (33 %) is resolved.',
    );
    expect(said('wait-weekday')?.answer).toBe(
      'Half of all customers had an answer within 10 min, nine in ten within 30 min.',
    );
    expect(said('target')?.answer).toBe(
      '33 % of 3 customers had an answer within the target of 15 min, 33 % later, and 1 has had none so far.',
    );
    expect(said('funnel')?.notes[0]).toContain('Few');
    expect(JSON.stringify(sections)).not.toContain('secret');
    for (const { table, definitions, question } of sections) {
      expect(question.endsWith('?')).toBe(true);
      expect(definitions.length).toBeGreaterThan(0);
      for (const { cells } of table.rows) expect(cells).toHaveLength(table.columns.length);
    }
  });

  it('names the day that stands out', () => {
    const many = Array.from({ length: 70 }, (_, index) => {
      const at = NOON + (index % 7) * DAY + index * MINUTE;
      const wait = index % 7 === 6 ? 100 : 12;
      return factsOf(known(index + 1, { openedAt: at }), [tweet(at), reply(at + wait * MINUTE)]);
    });
    const sections = sectionsOf(reportOn(sources(many), query), 'en-GB');
    expect(sections.find(({ id }) => id === 'wait-weekday')?.answer).toMatch(
      /^Half of all customers had an answer within 12 min, nine in ten within 1 h 40; Sundays are the exception: 1 h 40\./,
    );
  });
});

/** Cases at random, all within four weeks. */
const arbitraryFacts = fc
  .array(
    fc.record({
      opened: fc.integer({ min: 0, max: 28 * 24 * 60 }),
      wait: fc.option(fc.integer({ min: 0, max: 3_000 })),
      resolved: fc.option(fc.integer({ min: 0, max: 9_000 })),
      topic: fc.constantFrom('billing' as const, 'outage' as const),
      lang: fc.constantFrom('en', 'es', null),
      due: fc.option(fc.integer({ min: 0, max: 28 * 24 * 60 })),
    }),
    { maxLength: 40 },
  )
  .map((cases) =>
    cases.map(({ opened, wait, resolved, topic, lang, due }, index) => {
      const at = NOON + opened * MINUTE;
      return factsOf(known(index + 1, { openedAt: at, topic, status: resolved === null ? 'open' : 'resolved' }), [
        tweet(at, lang),
        ...(wait === null ? [] : [reply(at + wait * MINUTE)]),
        ...(resolved === null ? [] : [resolve(at + resolved * MINUTE)]),
        ...(due === null
          ? []
          : [change(NOON, { what: 'followUp', did: 'done', dueAt: NOON + due * MINUTE, reason: '' })]),
      ]);
    }),
  );

describe('whatever the history', () => {
  const whole = { from: '2026-05-04', to: '2026-06-02' };

  it('comes in, the report is the same', () => {
    fc.assert(
      fc.property(arbitraryFacts, fc.integer(), (facts, seed) => {
        const shuffled = [...facts].sort((one, other) => ((one.number * seed) % 97) - ((other.number * seed) % 97));
        const wide = { ...query, period: whole };
        expect(reportOn(sources(shuffled), wide)).toEqual(reportOn(sources(facts), wide));
        expect(facts.map((one) => unpack(pack(one)))).toEqual(facts);
      }),
      { numRuns: 60 },
    );
  });

  it('is, the parts of a period add up', () => {
    const counts = (report: Report): number[] => [
      ...report.funnel.slice(3).map(({ count }) => count ?? 0),
      ...report.followUps.map(({ count }) => count),
      ...[
        report.wait.overall.count,
        report.resolution.overall.count,
        ...(report.target?.counts ?? []).map(({ count }) => count),
      ],
      ...['billing', 'outage'].map((topic) => report.topics.find(({ key }) => key === topic)?.count ?? 0),
      report.balance.reduce((sum, { help }) => sum + help, 0),
      report.overTime.reduce((sum, { opened }) => sum + opened, 0),
    ];
    fc.assert(
      fc.property(arbitraryFacts, fc.integer({ min: 0, max: 28 }), (facts, cut) => {
        const all = sources(facts);
        const middle = numberOfDay(whole.from) + cut;
        const before = counts(reportOn(all, { ...query, period: { from: whole.from, to: nameOfDay(middle) } }));
        const after = counts(reportOn(all, { ...query, period: { from: nameOfDay(middle + 1), to: whole.to } }));
        expect(before.map((count, index) => count + (after[index] ?? 0))).toEqual(
          counts(reportOn(all, { ...query, period: whole })),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('is, each point has as many cases as it says', () => {
    fc.assert(
      fc.property(arbitraryFacts, fc.constantFrom('billing' as const, null), (facts, topic) => {
        const all = sources(facts);
        const narrowed = { ...query, period: whole, topic };
        for (const { id, table } of sectionsOf(reportOn(all, narrowed), 'en-GB')) {
          // Replies and follow-ups are counted each, and a case may have several.
          if (id === 'follow-ups' || id === 'balance') continue;
          for (const { cells, pick } of table.rows) {
            if (pick) expect([id, cells[0], casesBehind(all, narrowed, pick).length]).toEqual([id, cells[0], cells[1]]);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('working time', () => {
  it('is what the clock in the panel says', () => {
    const hours = { zone: zoneHere(), days: [1, 2, 3, 4, 5], from: 9 * 60, to: 17 * 60 };
    const night = { zone: 'Europe/Lisbon', days: [1, 5, 6, 7], from: 20 * 60, to: 4 * 60 };
    const times = fc.integer({ min: 0, max: 300 * 24 * 60 });
    fc.assert(
      fc.property(times, times, fc.constantFrom(hours, night, null), (one, other, set) => {
        const [from, to] = [NOON - 60 * DAY + one * MINUTE, NOON - 60 * DAY + other * MINUTE];
        const minutes = workingMinutes(set, NOON - 60 * DAY, NOON + 300 * DAY);
        expect(minutes(from, to)).toBeCloseTo(businessMinutes(from, to, set), 6);
      }),
      { numRuns: 40 },
    );
  });
});

describe('days and words', () => {
  it('go by the calendar', () => {
    expect(weekdayOf(dayNumber(NOON))).toBe(0);
    expect(nameOfDay(numberOfDay('2026-05-04'))).toBe('2026-05-04');
    expect(lately(NOON, 7)).toEqual({ from: '2026-04-28', to: '2026-05-04' });
    expect(limitsOf({ from: '2026-03-28', to: '2026-03-29' }).end).toBe(new Date(2026, 2, 30).getTime());
    expect(stepsOf({ from: '2026-05-06', to: '2026-05-12' }, 'week')).toEqual(['2026-05-04', '2026-05-11']);
  });

  it('round so that they stay true', () => {
    expect([0.2, 12, 12.1, 100, 180, 1_500, 4_000].map((minutes) => sayLength(minutes))).toEqual([
      ...['1 min', '12 min', '13 min', '1 h 40', '3 h', '25 h', '3 days'],
    ]);
    expect([sayShare(1, 300), sayShare(299, 300), sayShare(300, 300), sayShare(0, 9)]).toEqual([
      ...['under 1 %', 'over 99 %', '100 %', '0 %'],
    ]);
    expect([quantile([1, 2, 3, 4], 0.5), quantile([1, 2, 3, 4, 5], 0.9), quantile([], 0.5)]).toEqual([2, 5, null]);
  });
});
