import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockIn, momentOf } from '../time/zone';
import { defaultDue, offersFor, readWhen, sayWhen } from './when';

const LONDON = 'Europe/London';
const at = (iso: string): number => Date.parse(iso);
/** A Wednesday, 10:20 in London. */
const now = at('2026-11-18T10:20:00Z');

const read = (text: string, from = now, zone = LONDON): string => {
  const result = readWhen(text, from, zone);
  return result.ok ? clockIn(zone, result.at).toPlainDateTime().toString().slice(0, 16) : result.problem;
};

describe('readWhen', () => {
  it.each([
    ['tomorrow', '2026-11-19T09:00'],
    ['Tomorrow morning', '2026-11-19T09:00'],
    ['tomorrow 9', '2026-11-19T09:00'],
    ['tmrw 3pm', '2026-11-19T15:00'],
    ['9am tomorrow', '2026-11-19T09:00'],
    ['fri 14:30', '2026-11-20T14:30'],
    ['Friday at 14.30', '2026-11-20T14:30'],
    ['wed 9', '2026-11-25T09:00'],
    ['wed 11', '2026-11-18T11:00'],
    ['next wed', '2026-11-25T09:00'],
    ['next week', '2026-11-23T09:00'],
    ['day after tomorrow noon', '2026-11-20T12:00'],
    ['in 2 hours', '2026-11-18T12:20'],
    ['in an hour', '2026-11-18T11:20'],
    ['in half an hour', '2026-11-18T10:50'],
    ['30 min', '2026-11-18T10:50'],
    ['in 3 days', '2026-11-21T09:00'],
    ['in 3 days at 14:00', '2026-11-21T14:00'],
    ['in two weeks', '2026-12-02T09:00'],
    ['2026-12-01 10:00', '2026-12-01T10:00'],
    ['1 Dec 10:00', '2026-12-01T10:00'],
    ['Dec 1st, 10am', '2026-12-01T10:00'],
    ['tue 1 dec 10:00', '2026-12-01T10:00'],
    ['3 march', '2027-03-03T09:00'],
    ['14:30', '2026-11-18T14:30'],
    ['9:00', '2026-11-19T09:00'],
    ['this afternoon', '2026-11-18T14:00'],
    ['tonight', '2026-11-18T18:00'],
    ['midnight', '2026-11-19T00:00'],
    ['29 feb', '2028-02-29T09:00'],
  ])('reads “%s”', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['', 'Write a time like'],
    ['when pigs fly', 'could not be read. Write a time like “tomorrow 9”'],
    ['tomorrow 25:00', 'There is no such time'],
    ['31 Feb', 'There is no such day: 31 February 2026.'],
    ['fri 1 dec', 'is not a Friday'],
    ['1/12', 'can be read in two ways'],
    ['2026-11-01 10:00', 'has passed'],
    ['2062-11-01 10:00', 'more than 2 years ahead'],
    ['today', 'Today at what time?'],
    ['today 9', 'Today 09:00 has passed'],
    ['0 min', 'That is now.'],
    ['in 1.5 days', 'whole number'],
  ])('says of “%s” what could be written', (text, expected) => {
    expect(read(text)).toContain(expected);
  });

  it('keeps the clock on the wall where the clocks change', () => {
    // The night to 29 March 2026 has 23 hours in London; the one to 25 October 25.
    expect(read('tomorrow 9', at('2026-03-28T10:00:00Z'))).toBe('2026-03-29T09:00');
    expect(defaultDue(at('2026-03-28T10:00:00Z'), LONDON)).toBe(at('2026-03-29T08:00:00Z'));
    expect(defaultDue(at('2026-10-24T10:00:00Z'), LONDON)).toBe(at('2026-10-25T09:00:00Z'));
    // 01:30 does not exist on 29 March, and comes twice on 25 October.
    expect(read('tomorrow 1:30', at('2026-03-28T10:00:00Z'))).toBe('2026-03-29T02:30');
    const twice = readWhen('tomorrow 1:30', at('2026-10-24T10:00:00Z'), LONDON);
    expect(twice).toEqual({ ok: true, at: at('2026-10-25T00:30:00Z') });
    // An hour is an hour, whatever the clock says.
    expect(readWhen('in 2 hours', at('2026-03-29T00:30:00Z'), LONDON)).toEqual({
      ok: true,
      at: at('2026-03-29T02:30:00Z'),
    });
  });

  it('reads in the rep’s zone', () => {
    expect(readWhen('tomorrow 9', now, 'Asia/Manila')).toEqual({ ok: true, at: at('2026-11-19T01:00:00Z') });
    // 23:20 in New York is already the next day in London.
    expect(read('tomorrow 9', at('2026-11-19T04:20:00Z'), 'America/New_York')).toBe('2026-11-19T09:00');
  });

  it('never throws, and what it reads lies ahead', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc
            .array(
              fc.constantFrom('tomorrow', 'fri', 'next', 'in', '3', 'days', '14:30', 'dec', '31', '9pm', 'at', 'week'),
            )
            .map((words) => words.join(' ')),
        ),
        fc.integer({ min: at('2025-01-01T00:00:00Z'), max: at('2028-01-01T00:00:00Z') }),
        fc.constantFrom(LONDON, 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia'),
        (text, from, zone) => {
          const result = readWhen(text, from, zone);
          if (result.ok) expect(result.at).toBeGreaterThan(from);
          else expect(result.problem.length).toBeGreaterThan(10);
        },
      ),
    );
  });

  it('says the time so that it can be read again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 * 24 * 60 }), (minutes) => {
        const due = now + minutes * 60_000 - (now % 60_000);
        expect(readWhen(sayWhen(due, now, LONDON), now, LONDON)).toEqual({ ok: true, at: due });
      }),
    );
  });
});

describe('offers', () => {
  it('offers times ahead, the next morning among them, in order', () => {
    const offers = offersFor(now, LONDON);
    expect(offers.map(({ label }) => label)).toEqual([
      'In 2 hours',
      'This afternoon',
      'This evening',
      'Tomorrow morning',
      'Tomorrow afternoon',
      'In 3 days',
      'Monday morning',
    ]);
    expect(offers.find(({ label }) => label === 'Tomorrow morning')?.at).toBe(at('2026-11-19T09:00:00Z'));
  });

  it('offers on every day only what lies ahead, each once', () => {
    fc.assert(
      fc.property(fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2027-01-01T00:00:00Z') }), (from) => {
        const times = offersFor(from, LONDON).map((offer) => offer.at);
        expect(times.every((time) => time > from)).toBe(true);
        expect(new Set(times).size).toBe(times.length);
        expect(times).toContain(defaultDue(from, LONDON));
      }),
    );
  });
});

describe('momentOf', () => {
  it('shows the wanted time on the wall on every ordinary day', () => {
    const date = clockIn(LONDON, now).toPlainDate();
    expect(
      clockIn(LONDON, momentOf(date, 845, LONDON))
        .toPlainTime()
        .toString(),
    ).toBe('14:05:00');
  });
});
