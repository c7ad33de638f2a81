import { seeded } from '../time/seeded';
import { clockIn } from '../time/zone';
import { dueNow, isQuiet, outOfQuiet, type QuietHours, wake } from './due';
import { ended, type FollowUp, moved, newFollowUp } from './follow-up';
import { defaultDue, offersFor } from './when';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const ZONES = ['Europe/London', 'America/New_York', 'Asia/Manila', 'Australia/Lord_Howe', 'Asia/Kathmandu'];
const QUIET: (QuietHours | null)[] = [
  null,
  { from: 22 * 60, to: 7 * 60 },
  { from: 12 * 60, to: 13 * 60 },
  { from: 0, to: 6 * 60 },
];

/** What came of some simulated days. All lists but the counts should be empty. */
export interface SimulatedDays {
  made: number;
  told: number;
  /** Told more than once for one due time. */
  doubled: string[];
  /** Told before its time, or in quiet hours. */
  wrongly: string[];
  /** Due while the browser was awake, and told of late. */
  late: string[];
  /** Never told of. */
  missed: string[];
}

/**
 * Simulates a rep's days: follow-ups made, moved and done at random, the computer asleep, the browser closed, the worker
 * killed between arming and firing and before it could write, two windows that wake at once, the clock set forward and
 * back, travels from zone to zone. What the browser remembers is one alarm; all else is read anew at each waking.
 */
export function simulateDays(days: number, seed: number): SimulatedDays {
  const random = seeded(seed);
  const chance = (probability: number): boolean => random() < probability;
  const between = (low: number, high: number): number => Math.floor(low + random() * (high - low));
  const pick = <Item>(items: readonly Item[]): Item => items[between(0, items.length)] as Item;

  const stored = new Map<string, FollowUp>();
  const told = new Map<string, number>();
  const result: SimulatedDays = { made: 0, told: 0, doubled: [], wrongly: [], late: [], missed: [] };
  let zone = pick(ZONES);
  let quiet = pick(QUIET);
  let now = Date.parse('2026-01-05T08:00:00Z') + between(0, 300) * DAY;
  const end = now + days * DAY;
  /** The one thing that the browser keeps: when to wake the worker. */
  let alarm = null as number | null;
  /** Since when the browser could have told, for judging what is late. */
  let awakeSince = now;

  const settings = () => ({ zone, quiet });
  const key = ({ id, dueAt }: FollowUp): string => `${id} due ${clockIn('UTC', dueAt).toPlainDateTime().toString()}`;

  const wakeUp = (): void => {
    // Two windows may wake at once: their transactions come one after the other.
    for (let window = chance(0.3) ? 2 : 1; window > 0; window--) {
      const { notify, updates, nextWake } = wake(now, [...stored.values()], settings());
      // Killed before the transaction was done: nothing is written, nothing shown, and the browser restarts the worker.
      if (chance(0.02)) {
        alarm = now + MINUTE;
        continue;
      }
      for (const followUp of updates) stored.set(followUp.id, followUp);
      for (const item of notify) {
        for (const followUp of item.kind === 'one' ? [item.followUp] : item.followUps) {
          const name = key(followUp);
          told.set(name, (told.get(name) ?? 0) + 1);
          result.told++;
          if ((told.get(name) ?? 0) > 1) result.doubled.push(name);
          if (followUp.dueAt > now || isQuiet(now, settings())) result.wrongly.push(name);
          const could = outOfQuiet(Math.max(followUp.dueAt, awakeSince), settings());
          // Killed workers cost some minutes; changes of zone and quiet hours are told of when they happen.
          if (now - could > 2 * HOUR) result.late.push(name);
        }
      }
      alarm = nextWake;
    }
  };

  const make = (): void => {
    const id = `f${result.made++}`;
    const offers = offersFor(now, zone);
    const dueAt = chance(0.3)
      ? now + between(1, 72 * 60) * MINUTE
      : pick([...offers.map(({ at }) => at), defaultDue(now, zone)]);
    const incidentId = chance(0.2) ? `incident ${between(0, 3)}` : null;
    const followUp = newFollowUp(id, { caseId: `case ${id}`, dueAt, reason: 'Check in', incidentId }, now);
    stored.set(id, followUp);
    wakeUp();
  };

  const settle = (): void => {
    const open = dueNow([...stored.values()], now);
    for (const followUp of open) {
      if (chance(0.6) && followUp.notifiedAt !== null) {
        stored.set(followUp.id, ended(followUp, chance(0.9) ? 'done' : 'withdrawn'));
      } else if (chance(0.5) && followUp.notifiedAt !== null) {
        stored.set(followUp.id, moved(followUp, now + between(10, 24 * 60) * MINUTE));
      }
    }
    wakeUp();
  };

  wakeUp();
  while (now < end) {
    const step = between(1, 40) * MINUTE;
    const until = now + step;
    // The alarm fires in time while the browser is awake.
    while (alarm !== null && alarm <= until) {
      now = Math.max(now, alarm);
      alarm = null;
      wakeUp();
    }
    now = Math.max(now, until);
    if (chance(0.25)) make();
    else if (chance(0.2)) settle();
    if (chance(0.01)) {
      // Asleep or closed; an unpacked extension forgets its alarms besides.
      now += between(5, 20 * 60) * MINUTE;
      if (chance(0.5)) alarm = null;
      awakeSince = now;
      wakeUp();
    }
    if (chance(0.004)) {
      // The clock is set; the alarm was counted by the old one.
      const by = between(-180, 180) * MINUTE;
      now += by;
      if (alarm !== null) alarm += by;
      awakeSince = now;
      if (alarm !== null && alarm <= now) {
        alarm = null;
        wakeUp();
      }
    }
    if (chance(0.002)) {
      zone = pick(ZONES);
      if (chance(0.5)) quiet = pick(QUIET);
      awakeSince = now;
      wakeUp();
    }
    // The worker is killed and started again by something else.
    if (chance(0.02)) wakeUp();
  }
  // Whatever is left is told once quiet hours are over; the clock goes on until then.
  for (let hours = 0; hours < 5 * 24; hours++) {
    now += HOUR;
    awakeSince = now;
    wakeUp();
  }
  for (const followUp of stored.values()) {
    if (followUp.state === 'waiting' && followUp.dueAt <= now && !told.has(key(followUp)))
      result.missed.push(key(followUp));
  }
  return result;
}
