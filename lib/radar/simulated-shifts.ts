import { seeded } from '../time/seeded';
import type { Sighting } from './radar';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const AREAS = ['Leyton', 'Whitten', 'Orlow', 'Marsh End', 'Tansy Hill', 'Brackley Quay', 'Fennick', 'Upper Dell'];

/** What a simulated shift is like. */
export interface ShiftSettings {
  seed: number;
  /** Outage tweets an hour that are on screen on a quiet day. */
  rate: number;
  /** How much more there are at the busiest time of the shift. */
  swing: number;
  start: number;
  hours?: number;
  /** An outage: when it begins, in minutes from the start, and its tweets an hour. */
  outage?: { area: string; from: number; rate: number };
}

/** A shift: all tweets on screen in order, and the ids of those that the planted outage brought. */
export interface Shift {
  sightings: Sighting[];
  planted: string[];
}

/** Simulates what a rep sees in a shift: other tweets, some about outages here and there, and maybe a planted outage. */
export function simulateShift({ seed, rate, swing, start, hours = 8, outage }: ShiftSettings): Shift {
  const random = seeded(seed);
  const weights = AREAS.map((_, index) => 1 / (index + 1 + random()));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const anyArea = (): string | null => {
    if (random() < 0.3) return null;
    let left = random() * sum;
    for (const [index, weight] of weights.entries()) {
      left -= weight;
      if (left <= 0) return AREAS[index] ?? null;
    }
    return null;
  };
  /** Times of a Poisson process whose rate an hour may change. */
  const times = (rateAt: (at: number) => number, most: number, from: number, until: number): number[] => {
    const found: number[] = [];
    for (let at = from; ; ) {
      at += (-Math.log(1 - random()) / most) * HOUR;
      if (at >= until) return found;
      if (random() < rateAt(at) / most) found.push(Math.round(at));
    }
  };
  const end = start + hours * HOUR;
  const level = (at: number): number => 1 + (swing - 1) * Math.sin((Math.PI * (at - start)) / (end - start));
  const sightings: Sighting[] = [];
  for (const at of times(() => 40, 40, start, end)) {
    sightings.push({ id: `n${at}`, at, outage: false, area: anyArea() });
  }
  for (const at of times((when) => rate * level(when), rate * Math.max(1, swing), start, end)) {
    sightings.push({ id: `q${at}`, at, outage: true, area: anyArea() });
  }
  const planted: string[] = [];
  if (outage) {
    const { area, from, rate: burst } = outage;
    const begin = start + from * MINUTE;
    for (const at of times(() => burst, burst, begin, Math.min(end, begin + 2 * HOUR))) {
      const id = `o${at}`;
      planted.push(id);
      sightings.push({ id, at, outage: true, area });
    }
  }
  sightings.sort((one, other) => one.at - other.at);
  return { sightings, planted };
}

export { AREAS as simulatedAreas };
