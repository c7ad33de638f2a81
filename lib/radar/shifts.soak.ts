import { expect, it } from 'vitest';
import { newRadar, step } from './radar';
import { simulateShift } from './simulated-shifts';

it('fewer than one false alarm in twenty quiet shifts, over a year of them', () => {
  let alarms = 0;
  let shifts = 0;
  let radar = newRadar();
  for (let day = 0; day < 360; day++) {
    const start = Date.parse('2026-01-05T08:00:00Z') + day * 24 * 3_600_000;
    // Desks differ, and each new one knows nothing yet.
    if (day % 20 === 0) radar = newRadar();
    const rate = [1, 3, 6, 10][Math.floor(day / 20) % 4] ?? 1;
    for (const sighting of simulateShift({ seed: day + 1, rate, swing: 1 + (day % 2), start }).sightings) {
      const next = step(radar, sighting, 'Europe/London');
      radar = next.radar;
      if (next.alarm) alarms++;
    }
    shifts++;
  }
  expect(alarms).toBeLessThan(shifts / 20);
}, 600_000);
