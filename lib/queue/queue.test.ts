import { describe, expect, it } from 'vitest';
import type { Judgement } from '../triage/judgement';
import {
  BACK_FOR,
  CLIPPED,
  clipped,
  isOver,
  KEPT,
  MOST,
  merged,
  type QueuedTweet,
  ranked,
  snoozed,
  snoozeEnd,
  snoozeName,
  superfluous,
  UNDONE_WITHIN,
} from './queue';

const now = Date.UTC(2026, 4, 4, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const judged = (more: Partial<Judgement> = {}): Judgement => ({
  relevance: 'mention',
  relevanceScore: 1,
  intent: 'complaint',
  intentConfidence: 0.9,
  topic: 'outage',
  urgency: 0.5,
  pressures: [],
  actionable: true,
  evidence: [],
  ...more,
});

const tweet = (id: string, text = `words of ${id}`, ago = 0): QueuedTweet['tweet'] => ({
  id,
  handle: `customer${id}`,
  name: `Customer ${id}`,
  text,
  lang: 'en',
  time: new Date(now - ago).toISOString(),
  permalink: `https://x.com/customer${id}/status/${id}`,
});

const row = (id: string, more: Partial<QueuedTweet> & { judgement?: Judgement; ago?: number } = {}): QueuedTweet => {
  const { ago = 0, ...rest } = more;
  return {
    tweet: tweet(id, undefined, ago),
    judgement: judged(),
    seenAt: now,
    snoozedUntil: null,
    left: null,
    ...rest,
  };
};

const ids = (rows: readonly QueuedTweet[]): string => rows.map((one) => one.tweet.id).join(' ');

describe('the order of the list', () => {
  it('is by urgency, then by what makes it urgent, then by who waits longest', () => {
    const rows = [
      row('1', { judgement: judged({ urgency: 0.2 }), ago: 9 * HOUR }),
      row('2', { judgement: judged({ urgency: 0.9 }) }),
      row('3', { ago: 5 * MINUTE }),
      row('4', { ago: 50 * MINUTE }),
      row('5', { judgement: judged({ pressures: ['angry'] }) }),
      row('6', { judgement: judged({ pressures: ['waiting', 'leaving'] }) }),
      row('7', { judgement: judged({ pressures: ['leaving'] }) }),
    ];
    expect(ids(ranked(rows, now))).toBe('2 6 7 5 4 3 1');
    expect(ids(ranked(rows.toReversed(), now))).toBe('2 6 7 5 4 3 1');
  });

  it('does not let a hair’s breadth of urgency decide', () => {
    const rows = [
      row('1', { judgement: judged({ urgency: 0.512 }) }),
      row('2', { judgement: judged({ urgency: 0.498 }), ago: HOUR }),
    ];
    expect(ids(ranked(rows, now))).toBe('2 1');
  });
});

describe('a tweet leaves the list', () => {
  it('24 hours after it was seen', () => {
    expect(ids(ranked([row('1', { seenAt: now - KEPT + 1 }), row('2', { seenAt: now - KEPT })], now))).toBe('1');
    expect(isOver(row('1', { seenAt: now - KEPT }), now)).toBe(true);
  });

  it('while it is snoozed, and is there for a while after', () => {
    const sleeping = row('1', { snoozedUntil: now + 1, seenAt: now - 2 * KEPT });
    expect(ids(ranked([sleeping], now))).toBe('');
    expect(ids(snoozed([row('2', { snoozedUntil: now + HOUR }), sleeping, row('3')], now))).toBe('1 2');
    expect(ids(ranked([sleeping], now + 1))).toBe('1');
    expect(isOver(sleeping, now + BACK_FOR)).toBe(false);
    expect(isOver(sleeping, now + 1 + BACK_FOR)).toBe(true);
  });

  it('once something was done, and can come back for a short while', () => {
    const dealt = row('1', { left: { how: 'dealt', at: now } });
    expect(ranked([dealt], now)).toEqual([]);
    expect(isOver(dealt, now + UNDONE_WITHIN - 1)).toBe(false);
    expect(isOver(dealt, now + UNDONE_WITHIN)).toBe(true);
  });

  it('when there are too many: what was left first, then the least urgent, then the oldest', () => {
    const rows = [
      row('left', { left: { how: 'dealt', at: now }, judgement: judged({ urgency: 1 }) }),
      row('calm', { judgement: judged({ urgency: 0.1 }) }),
      row('old', { seenAt: now - HOUR }),
      ...Array.from({ length: MOST - 1 }, (_, at) => row(`${at}`)),
    ];
    expect(superfluous(rows, now)).toEqual(['left', 'calm']);
    expect(superfluous([...rows, row('more')], now)).toEqual(['left', 'calm', 'old']);
    expect(superfluous(rows.slice(0, 3), now)).toEqual([]);
    expect(superfluous([row('over', { seenAt: now - KEPT })], now)).toEqual(['over']);
  });
});

describe('what was judged', () => {
  const known = (...rows: QueuedTweet[]): Map<string, QueuedTweet> => new Map(rows.map((one) => [one.tweet.id, one]));

  it('comes on the list if it needs an answer and nobody has seen to it', () => {
    const judgements = [
      { tweet: tweet('1'), judgement: judged() },
      { tweet: tweet('2'), judgement: judged({ actionable: false }) },
      { tweet: tweet('3'), judgement: judged() },
    ];
    const { put, remove } = merged(judgements, known(), new Set(['3']), now);
    expect(put).toEqual([row('1')]);
    expect(remove).toEqual([]);
  });

  it('goes if it needs none after all', () => {
    const judgements = [{ tweet: tweet('1'), judgement: judged({ actionable: false }) }];
    expect(merged(judgements, known(row('1')), new Set(), now)).toEqual({ put: [], remove: ['1'] });
  });

  it('keeps what the rep has said of it', () => {
    const before = row('1', { seenAt: 1, snoozedUntil: now + 1, left: { how: 'dealt', at: now } });
    const judgement = judged({ urgency: 0.7 });
    const { put } = merged([{ tweet: tweet('1'), judgement }], known(before), new Set(), now);
    expect(put).toEqual([{ ...before, judgement, seenAt: now }]);
  });

  it('is cut to what a list needs, between characters', () => {
    expect(clipped(tweet('1', 'short')).text).toBe('short');
    const long = clipped(tweet('1', 'a'.repeat(CLIPPED - 2) + '😡'.repeat(20))).text;
    expect(long).toBe(`${'a'.repeat(CLIPPED - 2)}…`);
    expect(long.length).toBeLessThanOrEqual(CLIPPED);
  });
});

describe('a snooze', () => {
  const at = (hour: number, minute = 0): number => new Date(2026, 4, 4, hour, minute).getTime();

  it('ends after its time, or in the morning', () => {
    expect(snoozeEnd('hour', now)).toBe(now + HOUR);
    expect(snoozeEnd('fourHours', now)).toBe(now + 4 * HOUR);
    expect(snoozeEnd('morning', at(17, 30))).toBe(new Date(2026, 4, 5, 8).getTime());
    expect(snoozeEnd('morning', at(8))).toBe(new Date(2026, 4, 5, 8).getTime());
    expect(snoozeEnd('morning', at(2))).toBe(at(8));
  });

  it('is named by the day it ends on', () => {
    expect(snoozeName('morning', at(17))).toBe('Until tomorrow 8:00');
    expect(snoozeName('morning', at(2))).toBe('Until 8:00');
  });
});
