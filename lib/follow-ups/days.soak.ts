import { expect, it } from 'vitest';
import { simulateDays } from './simulated-days';

it('no follow-up is missed or doubled in a thousand simulated days', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const { made, told, ...faults } = simulateDays(50, 1_000 + seed);
    expect(made).toBeGreaterThan(100);
    expect(told).toBeGreaterThan(100);
    expect(faults).toEqual({ doubled: [], wrongly: [], late: [], missed: [] });
  }
}, 600_000);
