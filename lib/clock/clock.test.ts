import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterBusinessMinutes, type BusinessHours, businessMinutes, clockOf, sayClock } from './clock';

const at = (iso: string): number => Date.parse(iso);
const office: BusinessHours = { zone: 'Europe/London', days: [1, 2, 3, 4, 5], from: 9 * 60, to: 17 * 60 };
const nights: BusinessHours = { zone: 'Europe/London', days: [5], from: 22 * 60, to: 6 * 60 };

describe('business time', () => {
  it.each([
    ['within a day', '2026-11-18T10:00:00Z', '2026-11-18T10:30:00Z', 30],
    ['before work', '2026-11-18T06:00:00Z', '2026-11-18T09:10:00Z', 10],
    ['over a night', '2026-11-18T16:50:00Z', '2026-11-19T09:05:00Z', 15],
    ['over a weekend', '2026-11-20T16:50:00Z', '2026-11-23T09:05:00Z', 15],
    ['on a Sunday', '2026-11-22T10:00:00Z', '2026-11-22T20:00:00Z', 0],
    ['a week', '2026-11-16T00:00:00Z', '2026-11-23T00:00:00Z', 5 * 480],
  ])('counts %s', (_, from, to, minutes) => {
    expect(businessMinutes(at(from), at(to), office)).toBe(minutes);
  });

  it('goes over midnight, also where the clocks change', () => {
    expect(businessMinutes(at('2026-11-20T23:00:00Z'), at('2026-11-21T12:00:00Z'), nights)).toBe(7 * 60);
    const saturdayNights = { ...nights, days: [6] };
    // The night to 29 March 2026 is an hour short in London, the one to 25 October an hour long.
    expect(businessMinutes(at('2026-03-28T12:00:00Z'), at('2026-03-29T12:00:00Z'), saturdayNights)).toBe(7 * 60);
    expect(businessMinutes(at('2026-10-24T12:00:00Z'), at('2026-10-25T12:00:00Z'), saturdayNights)).toBe(9 * 60);
  });

  it('counts round the clock without hours', () => {
    expect(businessMinutes(at('2026-11-21T00:00:00Z'), at('2026-11-22T00:00:00Z'), null)).toBe(1440);
  });

  it('finds the moment again at which it has gone by', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: at('2026-03-20T00:00:00Z'), max: at('2026-11-20T00:00:00Z') }),
        fc.integer({ min: 1, max: 2_000 }),
        fc.constantFrom(office, nights, { ...nights, days: [1, 2, 3, 4, 5, 6, 7] }),
        (from, minutes, hours) => {
          const then = afterBusinessMinutes(from, minutes, hours);
          expect(then).not.toBeNull();
          if (then !== null) expect(businessMinutes(from, then, hours)).toBeCloseTo(minutes, 6);
        },
      ),
      { numRuns: 60 },
    );
    expect(afterBusinessMinutes(at('2026-11-18T10:00:00Z'), 10, { ...office, days: [] })).toBeNull();
  });
});

describe('clockOf', () => {
  const target = { minutes: 15, hours: office };
  const since = at('2026-11-18T16:50:00Z');

  it('tells fine, soon and over, and when it changes', () => {
    const fine = clockOf(since, at('2026-11-18T16:55:00Z'), target);
    expect(fine).toEqual({ minutes: 5, state: 'fine', changesAt: at('2026-11-18T17:00:00Z') });
    const soon = clockOf(since, at('2026-11-18T20:00:00Z'), target);
    expect(soon).toEqual({ minutes: 10, state: 'soon', changesAt: at('2026-11-19T09:05:00Z') });
    const over = clockOf(since, at('2026-11-19T10:25:00Z'), target);
    expect(over).toEqual({ minutes: 95, state: 'over', changesAt: null });
    expect([fine, soon, over].map((clock) => clock && sayClock(clock, target))).toEqual([
      '5 min of 15 min',
      '10 min of 15 min',
      '1 h 20 over',
    ]);
  });

  it('stands still while the case waits for the customer', () => {
    expect(clockOf(null, since, target)).toBeNull();
  });
});
