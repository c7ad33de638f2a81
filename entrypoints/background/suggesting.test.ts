import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SentTweet } from '../../lib/protocol';
import { addRecent, writeFacts } from '../../lib/settings/replying';
import { writeReps, writeWatchlist } from '../../lib/settings/settings';
import { emptyWatchlist } from '../../lib/watchlist/watchlist';

vi.mock('../../lib/browser/weights', async () => {
  const { readShippedModel } = await import('../../lib/triage/shipped');
  return { loadModel: async () => readShippedModel() };
});

const { corrections, db, desk } = await import('../../lib/desk/local');
const { suggestionsFor } = await import('./suggesting');

const now = Date.now();
const tweet = (id: string, text: string, more: Partial<SentTweet> = {}): SentTweet => ({
  id,
  handle: 'marnie_whit',
  name: 'Marnie Whitlow',
  text,
  lang: 'en',
  time: new Date(now - 60_000).toISOString(),
  permalink: `https://x.com/marnie_whit/status/${id}`,
  ...more,
});

beforeEach(async () => {
  // Nobody can clear the audit trail.
  await Promise.all(db.tables.filter(({ name }) => name !== 'audit').map((table) => table.clear()));
  await writeWatchlist(db, { ...emptyWatchlist, handles: ['LanternCares'], terms: ['Lantern'] });
  await writeReps(db, [{ id: 'june', name: 'June', handle: 'LanternJune', initials: 'JD' }]);
});

describe('suggestions', () => {
  it('are made of what the desk knows of the customer, and of what is true of the service', async () => {
    const before = tweet('1', '@LanternCares my router is broken', {
      time: new Date(now - 5 * 86_400_000).toISOString(),
    });
    await desk.open({
      requestId: crypto.randomUUID(),
      tweet: before,
      thread: [],
      account: 'LanternJune',
      by: 'JD',
      brand: new Set(['lanterncares']),
    });
    await writeFacts(db, [
      { id: 'a', topic: 'outage', channel: 'status', text: '', link: 'https://lantern.example/status', lang: null },
    ]);
    const made = await suggestionsFor(tweet('2', '@LanternCares router is down again, no internet'), [], 'LanternJune');
    expect(made).toHaveLength(3);
    expect(made.map(({ approach }) => approach)).toEqual(['answer', 'private', 'ask']);
    for (const { text } of made) expect(text).toMatch(/\^JD$/);
    const uses = made.flatMap((one) => one.uses);
    expect(uses).toContainEqual({ kind: 'name', text: 'Marnie' });
    expect(uses.map(({ kind }) => kind)).toContain('history');
    expect(uses).toContainEqual({ kind: 'fact', text: 'https://lantern.example/status' });
  });

  it('are made in other words than those that were sent, or seen', async () => {
    const asked = tweet('3', '@LanternCares my bill is wrong, you charged me twice');
    const first = (await suggestionsFor(asked, [], 'LanternJune')).map(({ text }) => text);
    for (const text of first) await addRecent(db, 'JD', text);
    const second = (await suggestionsFor(asked, [], 'LanternJune')).map(({ text }) => text);
    expect(second.length).toBeGreaterThan(0);
    expect(second.filter((text) => first.includes(text))).toEqual([]);
    const third = (await suggestionsFor(asked, [], 'LanternJune', second)).map(({ text }) => text);
    expect(third.filter((text) => second.includes(text))).toEqual([]);
  });

  it('say courteously that it is not ours, once the rep has said so', async () => {
    const asked = tweet('4', 'the paper lantern I bought from you broke @LanternCares');
    await corrections.correct({
      id: crypto.randomUUID(),
      tweetId: '4',
      handle: 'marnie_whit',
      about: 'ours',
      right: false,
      features: [],
    });
    const made = await suggestionsFor(asked, [], 'LanternJune');
    expect(made.length).toBeGreaterThan(0);
    expect(made.every(({ approach }) => approach === 'not-ours')).toBe(true);
  });

  it('are there whoever is logged in, and where the brand has answered already', async () => {
    const asked = tweet('5', '@LanternCares it is down');
    const answer = tweet('6', 'On it. ^MO', {
      handle: 'LanternCares',
      time: new Date(now).toISOString(),
      permalink: 'https://x.com/LanternCares/status/6',
    });
    for (const account of ['june_draws', 'LanternJune', null]) {
      expect((await suggestionsFor(asked, [answer], account)).length, String(account)).toBeGreaterThan(0);
    }
  });
});
