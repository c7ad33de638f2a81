import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueCount, dueNow, isQuiet, LONGEST_SLEEP, notificationId, outOfQuiet, wake } from './due';
import { ended, type FollowUp, moved, newFollowUp } from './follow-up';
import { simulateDays } from './simulated-days';

const LONDON = 'Europe/London';
const MINUTE = 60_000;
const at = (iso: string): number => Date.parse(iso);
const now = at('2026-11-18T10:20:00Z');
const loud = { zone: LONDON, quiet: null };
const nights = { zone: LONDON, quiet: { from: 22 * 60, to: 7 * 60 } };

const followUp = (id: string, dueAt: number, more: Partial<FollowUp> = {}): FollowUp => ({
  ...newFollowUp(id, { caseId: `case-${id}`, dueAt, reason: 'Is the line still up?' }, now - 60 * MINUTE),
  ...more,
});

describe('wake', () => {
  it('tells of what is due, oldest first, and wakes for the next', () => {
    const soon = followUp('soon', now + 5 * MINUTE);
    const { notify, updates, nextWake } = wake(
      now,
      [followUp('b', now - MINUTE), soon, followUp('a', now - 60 * MINUTE)],
      loud,
    );
    expect(notify.map((item) => item.kind === 'one' && item.followUp.id)).toEqual(['a', 'b']);
    expect(updates.every(({ notifiedAt }) => notifiedAt === now)).toBe(true);
    expect(nextWake).toBe(soon.dueAt);
  });

  it('tells of nothing twice', () => {
    const first = wake(now, [followUp('a', now)], loud);
    expect(wake(now, first.updates, loud)).toEqual({ notify: [], updates: [], nextWake: null });
    // Still due, so that badge and panel show it until it is done.
    expect(dueCount(first.updates, now)).toBe(1);
  });

  it('passes over what is done or withdrawn', () => {
    const done = ended(followUp('a', now - MINUTE), 'done');
    const withdrawn = ended(followUp('b', now + MINUTE), 'withdrawn');
    expect(wake(now, [done, withdrawn], loud)).toEqual({ notify: [], updates: [], nextWake: null });
    expect(dueNow([done, withdrawn], now)).toEqual([]);
  });

  it('tells of a moved follow-up again at its new time', () => {
    const [told] = wake(now, [followUp('a', now)], loud).updates;
    const later = moved(told as FollowUp, now + 10 * MINUTE);
    expect(later.snoozedFrom).toBe(now);
    expect(wake(now, [later], loud).nextWake).toBe(later.dueAt);
    expect(wake(later.dueAt, [later], loud).notify).toHaveLength(1);
    expect(moved(later, now + 20 * MINUTE).snoozedFrom).toBe(now);
  });

  it('looks after the clock at least every hour', () => {
    expect(wake(now, [followUp('a', now + 9 * 60 * MINUTE)], loud).nextWake).toBe(now + LONGEST_SLEEP);
  });

  it('gathers the customers of one incident into one notification', () => {
    const of = (id: string): FollowUp => followUp(id, now, { incidentId: 'whitten' });
    const { notify, updates } = wake(now, [of('a'), followUp('x', now), of('b'), of('c')], loud);
    expect(notify.map((item) => (item.kind === 'incident' ? item.followUps.length : 1))).toEqual([3, 1]);
    expect(updates).toHaveLength(4);
    expect(dueCount(updates, now)).toBe(2);
    expect(new Set(notify.map(notificationId)).size).toBe(2);
  });

  it('keeps quiet over midnight and tells in the morning', () => {
    const late = at('2026-11-18T23:30:00Z');
    const waiting = followUp('a', at('2026-11-18T22:10:00Z'));
    const asleep = wake(late, [waiting], nights);
    expect(asleep.notify).toEqual([]);
    expect(asleep.nextWake).toBe(late + LONGEST_SLEEP);
    const morning = at('2026-11-19T07:00:00Z');
    expect(outOfQuiet(late, nights)).toBe(morning);
    expect(wake(morning - 1, [waiting], nights).nextWake).toBe(morning);
    expect(wake(morning, [waiting], nights).notify).toHaveLength(1);
  });

  it('finds the end of quiet hours on days on which the clocks change', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: at('2026-03-27T00:00:00Z'), max: at('2026-03-31T00:00:00Z') }),
        fc.integer({ min: at('2026-10-23T00:00:00Z'), max: at('2026-10-27T00:00:00Z') }),
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: 0, max: 1439 }),
        (spring, autumn, from, to) => {
          const settings = { zone: LONDON, quiet: { from, to } };
          for (const moment of [spring, autumn]) {
            const end = outOfQuiet(moment, settings);
            expect(end).toBeGreaterThanOrEqual(moment);
            expect(end - moment).toBeLessThanOrEqual(26 * 60 * MINUTE);
            expect(isQuiet(moment, settings)).toBe(end > moment);
          }
        },
      ),
    );
  });
});

describe('simulated days', () => {
  it('miss nothing and tell of nothing twice', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const { made, told, ...faults } = simulateDays(10, seed);
      expect(made).toBeGreaterThan(20);
      expect(told).toBeGreaterThan(15);
      expect(faults).toEqual({ doubled: [], wrongly: [], late: [], missed: [] });
    }
  }, 60_000);
});
