import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Corrections } from '../../lib/corrections/corrections';
import { DeskDatabase } from '../../lib/desk/database';
import { Desk } from '../../lib/desk/desk';
import { readUnchecked } from '../../lib/health/unchecked';
import type { Composed, SentTweet } from '../../lib/protocol';
import { readRecent } from '../../lib/settings/replying';
import { writeReps, writeWatchlist } from '../../lib/settings/settings';
import { notRelevant } from '../../lib/triage/judgement';
import { emptyWatchlist } from '../../lib/watchlist/watchlist';

const db = new DeskDatabase('replying');
const context = { db, now: () => Date.now(), newId: () => crypto.randomUUID() };
const desk = new Desk(context);
const corrections = new Corrections(context);
const queue = { leave: vi.fn(async () => {}), find: vi.fn(), bringBack: vi.fn(async () => {}) };
const funnel = { once: vi.fn(async () => {}), countOpened: vi.fn(async () => {}) };
const announceCustomers = vi.fn(async () => {});

vi.mock('../../lib/desk/local', () => ({ db, desk, corrections }));
vi.mock('../../lib/tabs', () => ({ announceState: vi.fn(async () => {}), announceCustomers }));
vi.mock('../../lib/browser/weights', async () => {
  const { readShippedModel } = await import('../../lib/triage/shipped');
  return { loadModel: async () => readShippedModel() };
});
vi.mock('./reminding', () => ({ remind: vi.fn(async () => {}) }));
vi.mock('./queue', () => ({ queue, funnel, alongside: vi.fn() }));

const replying = await import('./replying');
const { posted, postOut, guardSaid, unchecked, takePrivate, noteReminder, customersSeen, answerSeen, forgetReason } =
  replying;

beforeEach(async () => {
  vi.clearAllMocks();
  // Nobody can clear the audit trail.
  await Promise.all(db.tables.filter(({ name }) => name !== 'audit').map((table) => table.clear()));
  await writeWatchlist(db, { ...emptyWatchlist, handles: ['LanternCare'], terms: ['Lantern'] });
  await writeReps(db, [{ id: 'j', name: 'June', handle: 'LanternJune', initials: 'JD' }]);
});

afterEach(() => vi.useRealTimers());

function tweet(id: string, handle: string, text: string, ago = 60_000): SentTweet {
  const time = new Date(Date.now() - ago).toISOString();
  return { id, handle, name: handle, text, lang: 'en', time, permalink: `https://x.com/${handle}/status/${id}` };
}

const complaint = tweet('10', 'mara_q', '@LanternCare no internet since Tuesday and nobody answers');
const dinner = tweet('11', 'ben', 'Soup for dinner, and a film afterwards');

function letGo(answered: SentTweet | null, text: string, more: Partial<Composed> = {}) {
  const composed: Composed = {
    ...{ kind: 'reply', account: 'LanternJune', parts: [text], answered, thread: [], quoted: null },
    ...{ insertedFor: null, begunAt: null, ...more },
  };
  return { requestId: crypto.randomUUID(), composed, spoken: [], reason: null };
}

const NONE = { kind: 'none', caseNumber: null, canUndo: false, reminder: null };
const writtenCases = (): Promise<number> => db.cases.count();

describe('a post', () => {
  it('under a tweet that concerns the brand opens a case and takes it off the list', async () => {
    const recorded = await posted(letGo(complaint, 'Sorry Mara, we will get back to you tomorrow. ^JD'));
    expect(recorded).toMatchObject({ kind: 'created', caseNumber: 1, canUndo: true });
    expect(recorded.reminder).toMatchObject({ when: 'tomorrow, 9:00', reason: expect.stringContaining('get back') });
    expect(queue.leave).toHaveBeenCalledWith(['10'], 'case');
    expect(announceCustomers).toHaveBeenCalledWith(['mara_q']);
    // Not before X has shown it.
    expect(funnel.once).not.toHaveBeenCalled();
    expect(await readRecent(db, 'JD')).toHaveLength(1);
    await postOut({ account: 'lanternjune', tweetId: '12' });
    expect(funnel.once).toHaveBeenCalledWith('answered', ['10']);
    expect((await db.cases.toArray())[0]).toMatchObject({ status: 'pending', waitingSince: null });
  });

  it.each([
    ['under a tweet about something else', letGo(dinner, 'Enjoy! ^JD')],
    ['that is a quote', letGo(complaint, 'We are on it', { kind: 'quote' })],
    ['that is new', letGo(null, 'Our lines are open all night', { kind: 'post' })],
    ['of another account', letGo(complaint, 'Same here', { account: 'june_at_home' })],
    ['of nobody', letGo(complaint, 'Same here', { account: null })],
  ])('%s is nobody’s case', async (_, message) => {
    expect(await posted(message)).toEqual(NONE);
    expect([await writtenCases(), await db.entries.count(), await db.deeds.count()]).toEqual([0, 0, 0]);
    expect(await readRecent(db, 'JD')).toEqual([]);
  });

  it('counts where the list or the rep says that a tweet is ours, and not where the rep says it is not', async () => {
    queue.find.mockResolvedValueOnce({ tweet: dinner, left: null });
    expect(await posted(letGo(dinner, 'Enjoy! ^JD'))).toMatchObject({ kind: 'created' });
    await desk.dismiss('10', true);
    expect(await posted(letGo(complaint, 'Sorry ^JD'))).toEqual(NONE);
    const ours = { id: 'o', tweetId: '15', handle: 'cem', about: 'ours' as const, right: true, features: [] };
    await corrections.correct(ours);
    expect(await posted(letGo(tweet('15', 'cem', 'Nothing goes'), 'Sorry ^JD'))).toMatchObject({ kind: 'created' });
  });

  it('of another account is not counted, whatever the guard said', async () => {
    const message = letGo(complaint, 'Same here', { account: 'june_at_home' });
    await posted({ ...message, spoken: [{ id: 'misdirected', level: 'hold' }], reason: 'other' });
    expect(await db.guardSayings.count()).toBe(0);
  });

  it('that X sends after one that is in no case leaves the awaited reply alone', async () => {
    await posted(letGo(complaint, 'Sorry Mara ^JD'));
    await posted(letGo(null, 'Good morning', { kind: 'post' }));
    await postOut({ account: 'LanternJune', tweetId: '12' });
    expect(await db.entries.filter((entry) => entry.kind === 'reply' && entry.awaited === true).count()).toBe(1);
  });

  it('teaches that it was no complaint, until it is undone', async () => {
    const message = letGo(complaint, 'Have a look at our offers ^JD');
    await posted({ ...message, spoken: [{ id: 'sales', level: 'hold' }], reason: 'notComplaint' });
    expect(await corrections.saidOf(['10'])).toEqual({ '10': { complaint: false } });
    expect(await db.guardSayings.toArray()).toMatchObject([{ by: 'JD', outcome: 'posted', reason: 'notComplaint' }]);
    await forgetReason(message.requestId);
    expect(await corrections.saidOf(['10'])).toEqual({});
  });
});

describe('the guard', () => {
  it('is noted without any words, and counted where it failed', async () => {
    await posted(letGo(complaint, 'Sorry Mara ^JD'));
    const spoken = [{ id: 'personal-data' as const, level: 'hold' as const }];
    await guardSaid({ requestId: crypto.randomUUID(), answered: '10', spoken, outcome: 'edited' });
    expect(await db.entries.filter(({ kind }) => kind === 'guard').toArray()).toMatchObject([
      { checks: ['personal-data'], outcome: 'edited', by: 'JD' },
    ]);
    await unchecked({ why: 'late' });
    expect(Object.values(await readUnchecked(db))).toEqual([{ late: 1, failed: 0 }]);
  });
});

describe('taking it private', () => {
  it('keeps what is personal in the case, and invites', async () => {
    const taken = await takePrivate({
      ...{ requestId: crypto.randomUUID(), tweet: complaint, thread: [], account: 'LanternJune', userId: '987654321' },
      draft: 'Mara, is 020 7946 0123 still your number? ^JD',
    });
    expect(taken).toMatchObject({ caseNumber: 1, badge: { status: 'pending' }, reminder: { when: 'tomorrow, 9:00' } });
    expect(taken.text).toContain('https://x.com/messages/compose?recipient_id=987654321');
    expect(taken.text).not.toContain('7946');
    expect(await db.entries.filter(({ kind }) => kind === 'note').toArray()).toMatchObject([
      { text: expect.stringContaining('020 7946 0123'), by: 'JD' },
    ]);
    expect((await db.cases.toArray())[0]).toMatchObject({ status: 'pending', waitingSince: null });
  });
});

describe('a follow-up', () => {
  it('is noted for the case, and refused in words without one', async () => {
    const asked = { requestId: crypto.randomUUID(), tweetId: '10', dueAt: Date.now(), reason: 'Promised: an update' };
    await expect(noteReminder(asked)).rejects.toThrow('the case is gone');
    await posted(letGo(complaint, 'Sorry Mara ^JD'));
    await noteReminder(asked);
    expect(await db.followUps.toArray()).toMatchObject([{ reason: 'Promised: an update', by: 'JD' }]);
  });
});

describe('a customer who comes back', () => {
  const status = async () => (await db.cases.toArray())[0]?.status;

  it('wakes the case by naming the brand, or by answering it', async () => {
    await posted(letGo(complaint, 'Sorry Mara ^JD'));
    await postOut({ account: 'LanternJune', tweetId: '12' });
    await answerSeen({ tweetId: '77', answer: tweet('20', 'mara_q', 'still nothing', -60_000) });
    expect(await status()).toBe('pending');
    await answerSeen({ tweetId: '12', answer: tweet('20', 'mara_q', 'still nothing', -60_000) });
    expect(await status()).toBe('open');
    await posted(letGo(tweet('20', 'mara_q', 'still nothing', -60_000), 'On it ^JD'));
    const again = { ...tweet('30', 'mara_q', 'still off', -120_000), mentions: ['LanternJune'], links: [] };
    const seen = (one: typeof again) => customersSeen([{ tweet: one, judgement: notRelevant }]);
    await seen({ ...again, id: '31', mentions: ['somebody'] });
    expect(await status()).toBe('pending');
    await seen(again);
    expect(await status()).toBe('open');
  });
});
