import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SentTweet } from '../protocol';
import { DeskDatabase } from './database';
import { Desk, type OpenRequest } from './desk';

const HOUR = 3_600_000;
let db: DeskDatabase;
let desk: Desk;
let now: number;
let ids: number;

afterEach(() => db.delete());

beforeEach(() => {
  db = new DeskDatabase('test');
  now = Date.parse('2026-05-04T10:00:00Z');
  ids = 0;
  desk = new Desk({ db, now: () => now, newId: () => `id-${++ids}` });
});

function tweet(id: string, handle: string, text = 'It is down again', minutes = 0): SentTweet {
  return {
    id,
    handle,
    name: `Name of ${handle}`,
    text,
    lang: 'en',
    time: new Date(Date.parse('2026-05-04T09:00:00Z') + minutes * 60_000).toISOString(),
    permalink: `https://x.com/${handle}/status/${id}`,
  };
}

let requests = 0;
function request(on: SentTweet, more: Partial<OpenRequest> = {}): OpenRequest {
  return {
    requestId: `request-${++requests}`,
    tweet: on,
    thread: [],
    account: 'LanternJune',
    by: 'JD',
    brand: new Set(['lantern', 'lanterncares']),
    ...more,
  };
}

describe('open', () => {
  it('creates customer, case and history in one go', async () => {
    const opened = await desk.open(
      request(tweet('10', 'Ada_Lowe'), {
        thread: [
          tweet('8', 'stranger', 'What they said', -9),
          tweet('9', 'ada_lowe', 'Hello?', -5),
          tweet('11', 'LanternCares', 'On it, Ada. ^JD', 2),
        ],
      }),
    );
    expect(opened).toMatchObject({ kind: 'created', case: { number: 1, status: 'open', openedAs: 'LanternJune' } });
    expect(opened.badge).toEqual({ caseNumber: 1, status: 'open', before: 0 });
    const history = await desk.history(opened.case.id);
    expect(history.map((entry) => entry.kind)).toEqual(['change', 'reply', 'tweet', 'tweet', 'bystander']);
    expect(history.find((entry) => entry.kind === 'reply')).toMatchObject({ initials: 'JD', handle: 'LanternCares' });
    // Of bystanders only the link is kept.
    expect(JSON.stringify(history)).not.toContain('What they said');
    expect(await desk.customerByHandle('ADA_LOWE')).toMatchObject({ handle: 'Ada_Lowe' });
  });

  it('adds to an open case, and wakes a pending one', async () => {
    const { case: first } = await desk.open(request(tweet('10', 'ada')));
    await desk.change(first.id, { status: 'pending' }, 'JD');
    const added = await desk.open(request(tweet('12', 'ada', 'Still down')));
    expect(added).toMatchObject({ kind: 'added', case: { number: 1, status: 'open' } });
    expect((await desk.history(first.id)).filter((entry) => entry.kind === 'tweet')).toHaveLength(2);
  });

  it('shows the case of a tweet that is in it already', async () => {
    await desk.open(request(tweet('10', 'ada')));
    const again = await desk.open(request(tweet('10', 'ada')));
    expect(again.kind).toBe('shown');
    expect(await db.entries.where('tweetId').equals('10').count()).toBe(1);
  });

  it('reopens what was resolved under 72 hours ago, and starts afresh after that', async () => {
    const { case: first } = await desk.open(request(tweet('10', 'ada')));
    await desk.change(first.id, { status: 'resolved' }, 'JD');
    now += 71 * HOUR;
    const back = await desk.open(request(tweet('20', 'ada')));
    expect(back).toMatchObject({ kind: 'reopened', case: { number: 1, status: 'open', resolvedAt: null } });
    await desk.change(first.id, { status: 'resolved' }, 'JD');
    now += 72 * HOUR;
    const fresh = await desk.open(request(tweet('30', 'ada')));
    expect(fresh).toMatchObject({ kind: 'created', case: { number: 2 }, badge: { before: 1 } });
  });

  it('never reopens a closed case', async () => {
    const { case: first } = await desk.open(request(tweet('10', 'ada')));
    await desk.change(first.id, { status: 'closed' }, null);
    expect((await desk.open(request(tweet('11', 'ada')))).kind).toBe('created');
  });

  it('writes nothing when a request is repeated', async () => {
    const asked = request(tweet('10', 'ada'));
    const [first, second] = [await desk.open(asked), await desk.open(asked)];
    expect(second.case.id).toBe(first.case.id);
    expect(second.kind).toBe('created');
    expect([await db.cases.count(), await db.customers.count()]).toEqual([1, 1]);
  });

  it('makes one case of requests at the same time', async () => {
    const opened = await Promise.all(['1', '2', '3', '4'].map((id) => desk.open(request(tweet(id, 'ada')))));
    expect(new Set(opened.map((one) => one.case.id)).size).toBe(1);
    expect(await db.entries.where('tweetId').anyOf('1', '2', '3', '4').count()).toBe(4);
  });

  it('leaves nothing behind if a write fails', async () => {
    db.deeds.hook('creating', () => {
      throw new Error('disk full');
    });
    await expect(desk.open(request(tweet('10', 'ada')))).rejects.toThrow('disk full');
    expect([await db.cases.count(), await db.customers.count(), await db.entries.count()]).toEqual([0, 0, 0]);
  });
});

describe('undo', () => {
  it('takes back a created case with its customer, and does not give its number again', async () => {
    const asked = request(tweet('10', 'ada'));
    await desk.open(asked);
    expect(await desk.undo(asked.requestId)).toMatchObject({ ok: true, handles: ['ada'] });
    expect([await db.cases.count(), await db.customers.count(), await db.entries.count()]).toEqual([0, 0, 0]);
    expect((await desk.open(request(tweet('10', 'ada')))).case.number).toBe(2);
  });

  it('refuses once there is work in the case', async () => {
    const asked = request(tweet('10', 'ada'));
    const { case: opened } = await desk.open(asked);
    await desk.saveDraft(opened.id, 'She called twice');
    expect(await desk.undo(asked.requestId)).toMatchObject({ ok: false, reason: expect.stringContaining('#1') });
    expect(await desk.draft(opened.id)).toBe('She called twice');
  });

  it('takes an added tweet out and sets the status back', async () => {
    const { case: opened } = await desk.open(request(tweet('10', 'ada')));
    await desk.change(opened.id, { status: 'pending' }, 'JD');
    const asked = request(tweet('11', 'ada'));
    await desk.open(asked);
    await desk.undo(asked.requestId);
    expect(await db.cases.get(opened.id)).toMatchObject({ status: 'pending' });
    expect(await db.entries.where('tweetId').equals('11').count()).toBe(0);
  });

  it('sets a reopened case back to when it was resolved', async () => {
    const { case: opened } = await desk.open(request(tweet('10', 'ada')));
    await desk.change(opened.id, { status: 'resolved' }, 'JD');
    const resolvedAt = now;
    now += HOUR;
    const asked = request(tweet('11', 'ada'));
    await desk.open(asked);
    await desk.undo(asked.requestId);
    expect(await db.cases.get(opened.id)).toMatchObject({ status: 'resolved', resolvedAt });
  });

  it('may be asked twice, and knows what it does not know', async () => {
    const asked = request(tweet('10', 'ada'));
    await desk.open(asked);
    await desk.undo(asked.requestId);
    expect((await desk.undo(asked.requestId)).ok).toBe(true);
    expect((await desk.undo('unheard-of')).ok).toBe(false);
  });
});

describe('change and notes', () => {
  it('writes each change into the history', async () => {
    const { case: opened } = await desk.open(request(tweet('10', 'ada')));
    now += 1_000;
    await desk.change(opened.id, { status: 'resolved', topic: 'outage' }, 'JD');
    const changes = (await desk.history(opened.id)).filter((entry) => entry.kind === 'change' && entry.at === now);
    expect(changes).toHaveLength(2);
    expect(await db.cases.get(opened.id)).toMatchObject({ status: 'resolved', resolvedAt: now, topic: 'outage' });
    await desk.change(opened.id, { topic: 'outage' }, 'JD');
    expect((await desk.history(opened.id)).filter((entry) => entry.at === now)).toHaveLength(2);
  });

  it('turns the draft into an entry, and back', async () => {
    const { case: opened } = await desk.open(request(tweet('10', 'ada')));
    await desk.saveDraft(opened.id, 'Asked for the node');
    const id = await desk.addNote(opened.id, 'Asked for the node', 'JD');
    expect(await desk.draft(opened.id)).toBe('');
    expect((await desk.history(opened.id)).find((entry) => entry.kind === 'note')).toMatchObject({ by: 'JD' });
    await desk.withdrawNote(id ?? '');
    expect(await desk.draft(opened.id)).toBe('Asked for the node');
    expect(await desk.addNote(opened.id, '   ', 'JD')).toBeNull();
  });

  it('keeps what was typed since, when a note is taken back', async () => {
    const { case: opened } = await desk.open(request(tweet('10', 'ada')));
    const id = await desk.addNote(opened.id, 'Asked for the node', 'JD');
    await desk.saveDraft(opened.id, 'Call her');
    await desk.withdrawNote(id ?? '');
    expect(await desk.draft(opened.id)).toBe('Asked for the node\nCall her');
  });
});

describe('what the page asks', () => {
  it('gives badges for handles with cases, whatever their case', async () => {
    await desk.open(request(tweet('10', 'Ada')));
    expect(await desk.badges(['ADA', 'ben'])).toEqual({ ada: { caseNumber: 1, status: 'open', before: 0 } });
  });

  it('knows which tweets are in a case as the customer’s own', async () => {
    await desk.open(request(tweet('10', 'ada'), { thread: [tweet('9', 'LanternCares', 'Hi ^JD', -1)] }));
    expect(await desk.casesOfTweets(['9', '10', '11'])).toEqual({ '10': { number: 1, status: 'open' } });
  });

  it('records a reply once, in cases that hold the tweet', async () => {
    const { case: opened } = await desk.open(request(tweet('10', 'ada')));
    const reply = tweet('12', 'LanternCares', 'Fixed at six, Ada ^MO', 3);
    expect(await desk.recordReply('10', reply)).toEqual(['ada']);
    expect(await desk.recordReply('10', reply)).toEqual([]);
    expect(await desk.recordReply('77', reply)).toEqual([]);
    expect((await desk.history(opened.id)).filter((entry) => entry.kind === 'reply')).toHaveLength(1);
  });

  it('remembers what is not about us, latest first', async () => {
    await desk.dismiss('1', true);
    now += 1;
    await desk.dismiss('2', true);
    now += 1;
    await desk.dismiss('3', true);
    await desk.dismiss('2', false);
    expect(await desk.dismissed(10)).toEqual(['3', '1']);
  });
});
