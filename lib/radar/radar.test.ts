import { describe, expect, it } from 'vitest';
import { makeAreaFinder } from './areas';
import { type Alarm, newRadar, type Radar, type Sighting, sayAlarm, step } from './radar';
import { type ShiftSettings, simulatedAreas, simulateShift } from './simulated-shifts';

const ZONE = 'Europe/London';
const MINUTE = 60_000;
const START = Date.parse('2026-11-02T08:00:00Z');

function watch(sightings: readonly Sighting[], from: Radar = newRadar()): { radar: Radar; alarms: Alarm[] } {
  let radar = from;
  const alarms: Alarm[] = [];
  for (const sighting of sightings) {
    const next = step(radar, sighting, ZONE);
    radar = next.radar;
    if (next.alarm) alarms.push(next.alarm);
  }
  return { radar, alarms };
}

const outage = (n: number, more: Partial<Sighting> = {}): Sighting => ({
  id: `t${n}`,
  at: START + n * MINUTE,
  outage: true,
  area: 'Leyton',
  ...more,
});

describe('radar', () => {
  it('raises fewer than one false alarm in twenty quiet shifts, however busy the desk', () => {
    for (const [rate, swing] of [
      [1, 1],
      [4, 2],
      [8, 1],
    ] as const) {
      let alarms = 0;
      for (let seed = 1; seed <= 20; seed++) {
        alarms += watch(simulateShift({ seed: seed * 31 + rate, rate, swing, start: START }).sightings).alarms.length;
      }
      expect(alarms).toBeLessThan(1);
    }
  }, 120_000);

  it('finds the planted outage within ten tweets, in any area and at any time of the shift', () => {
    for (const [rate, swing, burst] of [
      [1, 1, 20],
      [3, 2, 30],
      [6, 1, 40],
    ] as const) {
      for (let seed = 1; seed <= 16; seed++) {
        const area = simulatedAreas[seed % simulatedAreas.length] ?? '';
        const planted = { area, from: 5 + ((seed * 29) % 400), rate: burst };
        const settings: ShiftSettings = { seed: seed * 17 + rate, rate, swing, start: START, outage: planted };
        const shift = simulateShift(settings);
        const { alarms } = watch(shift.sightings);
        const found = alarms.find((alarm) => alarm.area === area);
        const until = shift.planted.filter((id) => Number(id.slice(1)) <= (found?.at ?? 0)).length;
        expect(found, JSON.stringify(settings)).toBeDefined();
        expect(until).toBeLessThanOrEqual(10);
      }
    }
  }, 120_000);

  it('tells of an outage once', () => {
    const { alarms } = watch(Array.from({ length: 60 }, (_, n) => outage(n)));
    expect(alarms).toHaveLength(1);
    const [alarm] = alarms;
    expect(alarm?.area).toBe('Leyton');
    expect(alarm?.tweets).toHaveLength(alarm?.seen ?? 0);
    expect(alarm && sayAlarm(alarm)).toMatch(/^\d+ outage tweets from Leyton in \d+ minutes$/);
  });

  it('counts each customer and each tweet once, and nothing that is linked or no outage', () => {
    const many = (more: Partial<Sighting>): Sighting[] => Array.from({ length: 40 }, (_, n) => outage(n, more));
    expect(watch(many({ author: 'one_and_the_same' })).alarms).toEqual([]);
    expect(watch(many({ id: 't1' })).alarms).toEqual([]);
    expect(watch(many({ linked: true })).alarms).toEqual([]);
    expect(watch(many({ outage: false })).alarms).toEqual([]);
  });

  it('finds an outage of which no tweet names the place', () => {
    const quiet = simulateShift({ seed: 3, rate: 2, swing: 1, start: START - 5 * 60 * MINUTE, hours: 5 }).sightings;
    const { alarms } = watch([...quiet, ...Array.from({ length: 40 }, (_, n) => outage(n, { area: null }))]);
    expect(alarms).toHaveLength(1);
    expect(alarms[0]?.area).toBeNull();
  });

  it('keeps counts and ids only, and forgets the ids', () => {
    const { radar } = watch([outage(0), outage(1), outage(500, { outage: false })]);
    expect(radar.recent.outages).toEqual([]);
    expect(radar.usual.areas).toEqual({ leyton: 2 });
    expect(radar.usual.hours).toHaveLength(168);
    expect(JSON.stringify(radar.usual)).not.toMatch(/t0|t1/);
    // It can be stored as it is.
    expect(JSON.parse(JSON.stringify(radar))).toEqual(radar);
  });

  it('stands tweets that come out of order, and leaves the radar it was given alone', () => {
    const radar = newRadar();
    const before = JSON.stringify(radar);
    const { alarm } = step(watch([outage(200)], radar).radar, outage(0), ZONE);
    expect(alarm).toBeNull();
    expect(JSON.stringify(radar)).toBe(before);
  });
});

describe('areas', () => {
  const find = makeAreaFinder(['Leyton', 'Marsh End']);
  it.each([
    ['internet down leyton', 'Leyton'],
    ['everything off at marsh end', 'Marsh End'],
    ['no wifi in Whitcombe since ten', 'Whitcombe'],
    ['no wifi since Tuesday', null],
    ['down in May, down on Monday', null],
    ['kein Internet in Marsh End', 'Marsh End'],
  ])('of “%s”', (text, area) => {
    expect(find(text, null)).toBe(area);
  });
});
