import { describe, expect, it } from 'vitest';
import { ago, agoShort, clockTime, dayName, englishLocale, groupByDay, shortDate, span } from './time';

const at = (year: number, month: number, day: number, hour = 12, minute = 0) =>
  new Date(year, month - 1, day, hour, minute).getTime();
const now = at(2026, 11, 21, 9, 30);

describe('times in words', () => {
  it('names a length of time in its largest unit', () => {
    expect(span(30_000)).toBe('less than 1 min');
    expect(span(12 * 60_000 + 59_000)).toBe('12 min');
    expect(span(3 * 3_600_000)).toBe('3 h');
    expect(span(24 * 3_600_000)).toBe('1 day');
    expect(span(5 * 24 * 3_600_000)).toBe('5 days');
  });

  it('says how long ago something was', () => {
    expect(ago(now - 12 * 60_000, now, 'en-GB')).toBe('12 min ago');
    expect(ago(now - 8 * 24 * 3_600_000, now, 'en-GB')).toBe('13 Nov');
    expect(agoShort(now - 12 * 60_000, now, 'en-GB')).toBe('12 min');
  });

  it('takes a time that is slightly ahead as now', () => {
    expect(ago(now + 20_000, now, 'en-GB')).toBe('just now');
    expect(agoShort(now + 20_000, now, 'en-GB')).toBe('now');
  });

  it('adds the year to another year’s date', () => {
    expect(shortDate(at(2026, 5, 4), now, 'en-GB')).toBe('4 May');
    expect(shortDate(at(2024, 5, 4), now, 'en-GB')).toBe('4 May 2024');
    expect(shortDate(at(2026, 5, 4), now, 'en-US')).toBe('May 4');
  });

  it('keeps English dates whatever the browser speaks', () => {
    expect(englishLocale(['de-AT', 'en-US'])).toBe('en-US');
    expect(englishLocale(['fil'])).toBe('en-GB');
  });

  it('writes the time of day', () => {
    expect(clockTime(at(2026, 11, 21, 14, 5), 'en-GB')).toBe('14:05');
  });
});

describe('days', () => {
  it('are named by the calendar, not by 24 hours', () => {
    expect(dayName(at(2026, 11, 21, 0, 1), now, 'en-GB')).toBe('Today');
    expect(dayName(at(2026, 11, 20, 23, 59), now, 'en-GB')).toBe('Yesterday');
    expect(dayName(at(2026, 11, 19), now, 'en-GB')).toBe('Thursday 19 November');
    expect(dayName(at(2025, 5, 4), now, 'en-GB')).toBe('4 May 2025');
  });

  it('group things and keep their order', () => {
    const items = [at(2026, 11, 21, 9), at(2026, 11, 21, 8), at(2026, 11, 20, 23)].map((time) => ({ at: time }));
    const days = groupByDay(items, now, 'en-GB');
    expect(days.map((day) => [day.name, day.items.length])).toEqual([
      ['Today', 2],
      ['Yesterday', 1],
    ]);
  });

  it('are none without things', () => {
    expect(groupByDay([], now, 'en-GB')).toEqual([]);
  });
});
