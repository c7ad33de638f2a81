import { beforeEach, describe, expect, it } from 'vitest';
import type { KeptAlarm } from './alarms';
import { RadarKeeper } from './keeper';
import type { Recent, Sighting, Usual } from './radar';

const MINUTE = 60_000;
const START = Date.parse('2026-11-02T08:00:00Z');

let now: number;
let usual: Usual | null;
let recent: Recent | null;
let alarms: KeptAlarm[];
let writes: number;
let keeper: RadarKeeper;

/** A keeper on what is kept, as after a restart of the worker. */
function start(): RadarKeeper {
  let ids = 0;
  return new RadarKeeper({
    storage: {
      readUsual: async () => usual,
      writeUsual: async (next) => {
        usual = next;
        writes++;
      },
      readRecent: async () => recent,
      writeRecent: async (next) => {
        recent = next;
      },
      readAlarms: async () => alarms,
      writeAlarms: async (next) => {
        alarms = [...next];
      },
    },
    zone: () => 'Europe/London',
    now: () => now,
    newId: () => `alarm-${++ids}`,
  });
}

beforeEach(() => {
  now = START;
  usual = recent = null;
  alarms = [];
  writes = 0;
  keeper = start();
});

const outage = (n: number, more: Partial<Sighting> = {}): Sighting => ({
  ...{ id: `t${n}`, at: now, outage: true, area: 'Leyton', author: `customer${n}` },
  ...more,
});

/** A rep has watched for some hours in which little happened. */
async function watchQuietly(hours: number): Promise<void> {
  for (const end = now + hours * 60 * MINUTE; now < end; now += 10 * MINUTE) await keeper.note([], now);
}

async function burst(from: number, count: number): Promise<void> {
  for (let n = from; n < from + count; n++) {
    await keeper.note([outage(n)], now);
    now += MINUTE;
  }
}

describe('the radar’s keeper', () => {
  it('alarms, also across restarts of the worker, and once', async () => {
    await watchQuietly(3);
    for (let n = 0; n < 12; n++) {
      keeper = start();
      await burst(n, 1);
    }
    expect(alarms).toHaveLength(1);
    expect(alarms[0]).toMatchObject({ area: 'Leyton', state: 'new', seen: 12 });
    expect(alarms[0]?.tweets).toEqual(Array.from({ length: 12 }, (_, n) => `t${n}`));
    expect(alarms[0]?.since).toBe(now - 12 * MINUTE);
    expect(alarms[0]?.minutes).toBe(11);
  });

  it('takes no notice of what was written long ago, is linked, or of one customer who writes often', async () => {
    await watchQuietly(3);
    for (let n = 0; n < 20; n++) {
      await keeper.note(
        [outage(n, { at: now - 600 * MINUTE }), outage(100 + n, { linked: true }), outage(200 + n, { author: 'one' })],
        now,
      );
      now += MINUTE / 2;
    }
    expect(alarms).toEqual([]);
  });

  it('finds an outage whose tweets come on screen at once, newest first', async () => {
    await watchQuietly(2);
    const tweets = Array.from({ length: 10 }, (_, n) => outage(n, { at: now - n * MINUTE }));
    await keeper.note(tweets, now - 9 * MINUTE);
    expect(alarms).toHaveLength(1);
    expect(alarms[0]?.seen).toBe(10);
  });

  it('finds one that begins as the rep does, among tweets of the last hour', async () => {
    const earlier = [4, 9, 17, 33, 52].map((ago) => outage(100 + ago, { at: now - ago * MINUTE, area: null }));
    await keeper.note(earlier, now - 70 * MINUTE);
    await burst(0, 10);
    expect(alarms).toHaveLength(1);
  });

  it('writes little while nothing happens', async () => {
    for (let n = 0; n < 100; n++) {
      await keeper.note([], now);
      now += 100;
    }
    expect(writes).toBe(1);
  });

  it('keeps what the rep says of an alarm', async () => {
    await watchQuietly(3);
    await burst(0, 10);
    const [{ id = '' } = {}] = alarms;
    await keeper.settle(id, 'later', null);
    expect(alarms).toMatchObject([{ id, state: 'later' }]);
    await keeper.settle(id, 'opened', 'incident');
    expect(alarms).toMatchObject([{ id, state: 'opened', incidentId: 'incident' }]);
    const before = usual?.areas.leyton ?? 0;
    await keeper.settle(id, 'usual', null);
    expect(alarms).toEqual([]);
    // So many are usual from now on.
    expect(usual?.areas.leyton).toBeGreaterThan(before + 5);
  });

  it('keeps counts only for good', async () => {
    await watchQuietly(1);
    await burst(0, 10);
    expect(JSON.stringify(usual)).not.toMatch(/customer|t\d/);
  });
});

describe('somebody who is erased', () => {
  it('leaves the last hours and the alarms; the counts stay', async () => {
    await watchQuietly(3);
    await burst(1, 9);
    expect(alarms[0]?.tweets).toContain('t1');
    const before = usual;
    await keeper.forget(new Set(['customer1']), new Set(['t1']));
    expect(JSON.stringify([recent, alarms])).not.toMatch(/"(?:t1|customer1)"/);
    expect(recent?.outages.some(({ id }) => id === 't2')).toBe(true);
    expect(usual).toBe(before);
  });
});
