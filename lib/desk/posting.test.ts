import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '../cases/case';
import { nothingOffered } from '../facts/offered';
import type { SentTweet } from '../protocol';
import { wordToRead } from '../satisfaction/read';
import { readOffered, readRecent, writeFacts } from '../settings/replying';
import { makeJudge } from '../triage/judge';
import { readShippedModel } from '../triage/shipped';
import { emptyWatchlist } from '../watchlist/watchlist';
import { DeskDatabase } from './database';
import { Desk } from './desk';
import { sayingsOf } from './guard-log';
import type { PostRequest } from './posting';
import { returnedBy } from './returning';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.parse('2026-05-04T10:00:00Z');
const BRAND: ReadonlySet<string> = new Set(['lantern', 'lanternjune']);

let db: DeskDatabase;
let desk: Desk;
let now: number;
let ids: number;
let requests: number;

afterEach(() => db.delete());

beforeEach(() => {
  db = new DeskDatabase('posting');
  now = START;
  ids = 0;
  requests = 0;
  desk = new Desk({ db, now: () => now, newId: () => `id-${++ids}` });
});

function tweet(id: string, handle: string, text: string, at = now): SentTweet {
  const time = new Date(at).toISOString();
  return { id, handle, name: handle, text, lang: 'en', time, permalink: `https://x.com/${handle}/status/${id}` };
}

const complaint = (): SentTweet => tweet('10', 'Ada_Lowe', 'No signal since noon', START - HOUR);

function post(answered: SentTweet, text: string | string[], more: Partial<PostRequest> = {}) {
  const request: PostRequest = {
    requestId: `post-${++requests}`,
    answered,
    thread: [],
    account: 'LanternJune',
    parts: typeof text === 'string' ? [text] : text,
    by: 'JD',
    rep: 'JD',
    brand: BRAND,
    spoken: [],
    reason: null,
    ...more,
  };
  return { request, recorded: desk.recordPost(request) };
}

function open(on: SentTweet, requestId = `open-${++requests}`) {
  return desk.open({ requestId, tweet: on, thread: [], account: 'LanternJune', by: 'JD', brand: BRAND });
}

async function onlyCase() {
  const [known, ...others] = await db.cases.toArray();
  if (!known || others.length > 0) throw new Error(`${others.length + (known ? 1 : 0)} cases`);
  return { known, history: await desk.history(known.id) };
}

const replies = (history: readonly Entry[]) => history.filter((entry) => entry.kind === 'reply');
const kinds = (history: readonly Entry[]): string[] => history.map(({ kind }) => kind).sort();

describe('a reply that was posted', () => {
  it('opens a case, is awaited, and does not stop the clock', async () => {
    const { request, recorded } = post(complaint(), 'Sorry Ada, looking at your mast now. ^JD');
    expect(await recorded).toMatchObject({ kind: 'created', case: { number: 1, status: 'pending' } });
    const { known, history } = await onlyCase();
    expect(known).toMatchObject({ status: 'pending', owner: 'JD', waitingSince: START - HOUR });
    expect(kinds(history)).toEqual(['change', 'reply', 'tweet']);
    const awaited = { awaited: true, permalink: null, answers: '10', initials: 'JD', handle: 'LanternJune' };
    expect(replies(history)).toMatchObject([awaited]);
    expect(await desk.recordPost(request)).toMatchObject({ kind: 'created', case: { number: 1 } });
    expect((await onlyCase()).history).toHaveLength(3);
  });

  it('is taken back whole, and may be asked twice', async () => {
    const { request, recorded } = post(complaint(), 'On it ^JD');
    await recorded;
    expect(await desk.undo(request.requestId)).toEqual({ ok: true, handles: ['ada_lowe'] });
    expect([await db.cases.count(), await db.customers.count(), await db.entries.count()]).toEqual([0, 0, 0]);
    expect(await desk.undo(request.requestId)).toMatchObject({ ok: true });
  });

  it('makes one of several windows’ requests', async () => {
    const { request, recorded } = post(complaint(), 'On it ^JD');
    await Promise.all([recorded, desk.recordPost(request), desk.recordPost(request)]);
    expect(replies((await onlyCase()).history)).toHaveLength(1);
  });

  it('goes to the case that is there, and undoing it leaves that as it was', async () => {
    await open(complaint());
    const before = await onlyCase();
    now += MINUTE;
    const { request, recorded } = post(complaint(), 'On it ^JD');
    expect(await recorded).toMatchObject({ kind: 'recorded', case: { status: 'pending' } });
    await desk.undo(request.requestId);
    const after = await onlyCase();
    expect(after.history).toEqual(before.history);
    expect(after.known).toMatchObject({ status: 'open', waitingSince: START - HOUR });
  });

  it('leaves the status alone that somebody has set since', async () => {
    await open(complaint());
    const { request, recorded } = post(complaint(), 'On it ^JD');
    await recorded;
    await desk.change((await onlyCase()).known.id, { status: 'resolved' }, 'MO');
    await desk.undo(request.requestId);
    expect((await onlyCase()).known.status).toBe('resolved');
  });

  it('brings a resolved case back under a new tweet, and leaves it under one that it has', async () => {
    const opened = await open(complaint());
    await desk.change(opened.case.id, { status: 'resolved' }, 'JD');
    expect(await post(complaint(), 'Glad it runs ^JD').recorded).toMatchObject({
      kind: 'recorded',
      case: { status: 'resolved' },
    });
    const again = post(tweet('20', 'Ada_Lowe', 'Down again'), 'Sorry, looking ^JD');
    expect(await again.recorded).toMatchObject({ kind: 'reopened', case: { status: 'pending', resolvedAt: null } });
    await desk.undo(again.request.requestId);
    expect((await onlyCase()).known).toMatchObject({ status: 'resolved', resolvedAt: START });
  });

  it('under the brand’s own answer belongs to that customer, and to nobody under another post', async () => {
    await open(complaint());
    const own = tweet('12', 'LanternJune', 'Sorry Ada, looking. ^JD');
    await desk.recordReply('10', own);
    expect(await post(own, 'Fixed at six. ^JD').recorded).toMatchObject({ kind: 'recorded' });
    expect(await post(tweet('90', 'Lantern', 'Spring is here'), 'And so are we').recorded).toBeNull();
    expect(replies((await onlyCase()).history)).toHaveLength(2);
  });

  it('counts what it offers and is remembered, once', async () => {
    const fact = { id: 'f', topic: 'other', channel: 'phone' as const, text: '0800 555 0142', link: null, lang: null };
    await writeFacts(db, [fact]);
    const { request, recorded } = post(complaint(), ['Ring us on 08005550142. 1/2', 'Any time. ^JD 2/2']);
    await recorded;
    await desk.recordPost(request);
    expect(await readOffered(db)).toEqual({ ...nothingOffered, phone: 1 });
    expect(await db.reportDays.toArray()).toMatchObject([{ offered: { phone: 1 }, marketing: 0 }]);
    expect(await readRecent(db, 'JD')).toEqual(['Ring us on 08005550142. 1/2\n\nAny time. ^JD 2/2']);
  });
});

describe('a reply that X shows', () => {
  const words = 'Sorry Ada, more on https://lantern.example/status/leyford-mast-repairs soon. ^JD';

  it.each([
    ['as it was', words],
    ['with a shortened link', 'Sorry Ada, more on lantern.example/status/leyford-ma… soon. ^JD'],
    ['with X’s own link', 'Sorry Ada, more on https://t.co/abc123 soon. ^JD'],
    ['in other blanks', 'Sorry  Ada,\nmore on lantern.example/status soon.'],
    ['with the addressee before', `@Ada_Lowe ${words}`],
  ])('is the one that was posted (%s)', async (_, text) => {
    await post(complaint(), words).recorded;
    const seenAt = now + MINUTE;
    expect(await desk.recordReply('10', tweet('12', 'lanternjune', text, seenAt))).toEqual(['ada_lowe']);
    const { known, history } = await onlyCase();
    expect(replies(history)).toMatchObject([{ tweetId: '12', at: seenAt, text: words }]);
    expect(replies(history)[0]).not.toHaveProperty('awaited');
    expect(known).toMatchObject({ status: 'pending', waitingSince: null });
    expect(await desk.recordReply('10', tweet('12', 'lanternjune', text, seenAt))).toEqual([]);
  });

  it('is another one in other words, by another account, or from earlier', async () => {
    await post(complaint(), words).recorded;
    await desk.recordReply('10', tweet('12', 'LanternJune', 'We have a fault in Leyford. ^MO'));
    await desk.recordReply('10', tweet('13', 'Lantern', words));
    await desk.recordReply('10', tweet('14', 'LanternJune', words, START - 30 * MINUTE));
    const { history } = await onlyCase();
    expect(replies(history)).toHaveLength(4);
    expect(replies(history).filter((entry) => entry.kind === 'reply' && entry.awaited)).toHaveLength(1);
  });

  it('is one reply in parts', async () => {
    await post(complaint(), ['Sorry Ada. 1/2', 'The mast is back at six. ^JD 2/2']).recorded;
    await desk.recordReply('10', tweet('12', 'LanternJune', 'Sorry Ada. 1/2', now + MINUTE));
    await desk.recordReply('10', tweet('13', 'LanternJune', 'The mast is back at six. ^JD 2/2', now + MINUTE));
    expect(replies((await onlyCase()).history)).toMatchObject([{ tweetId: '12' }]);
  });

  it('is found in the thread of another tweet as well', async () => {
    await post(complaint(), words).recorded;
    const reply = tweet('12', 'LanternJune', words, now + MINUTE);
    now += HOUR;
    const next = tweet('20', 'Ada_Lowe', 'Still nothing');
    const { brand, ...asked } = {
      requestId: 'next',
      tweet: next,
      thread: [reply],
      account: null,
      by: 'JD',
      brand: BRAND,
    };
    await desk.open({ ...asked, brand });
    expect(replies((await onlyCase()).history)).toMatchObject([{ tweetId: '12' }]);
    await desk.undo('next');
    expect(replies((await onlyCase()).history)).toMatchObject([{ tweetId: null, awaited: true }]);
  });

  it('is out by X’s own word', async () => {
    await post(complaint(), words).recorded;
    expect(await desk.replyOut('Lantern', '12')).toBeNull();
    expect(await desk.replyOut('lanternjune', '12')).toEqual({ handles: ['ada_lowe'], answered: '10' });
    const { known, history } = await onlyCase();
    expect(replies(history)).toMatchObject([{ tweetId: '12', permalink: 'https://x.com/LanternJune/status/12' }]);
    expect(known.waitingSince).toBeNull();
    expect(await desk.recordReply('10', tweet('12', 'LanternJune', words))).toEqual([]);
    expect(await desk.replyOut('lanternjune', '13')).toBeNull();
  });

  it('is out by X’s own word only soon after', async () => {
    await post(complaint(), words).recorded;
    now += 11 * MINUTE;
    expect(await desk.replyOut('lanternjune', '12')).toBeNull();
  });
});

describe('a reply that X does not show', () => {
  async function awaited(): Promise<string> {
    await post(complaint(), 'On it, Ada. ^JD').recorded;
    return replies((await onlyCase()).history)[0]?.id ?? '';
  }

  it('is out where the rep says so, and is not doubled when X shows it after all', async () => {
    const id = await awaited();
    expect(await desk.confirmReply(id, 'JD', 'yes')).toBe(true);
    expect((await onlyCase()).known.waitingSince).toBeNull();
    expect(await desk.confirmReply(id, 'JD', 'yes again')).toBe(false);
    await desk.undo('yes');
    expect((await onlyCase()).known.waitingSince).toBe(START - HOUR);
    await desk.confirmReply(id, 'JD', 'yes, it is');
    await desk.recordReply('10', tweet('12', 'LanternJune', 'On it, Ada. ^JD', now + MINUTE));
    expect(replies((await onlyCase()).history)).toMatchObject([{ tweetId: '12' }]);
    // What X has shown is no longer a matter of what the rep says.
    await desk.undo('yes, it is');
    expect(replies((await onlyCase()).history)).toMatchObject([{ tweetId: '12' }]);
  });

  it('goes where the rep says it was not posted, and comes back by an undo', async () => {
    const id = await awaited();
    const before = await onlyCase();
    now += MINUTE;
    expect(await desk.withdrawReply(id, 'JD', 'no')).toBe(true);
    const { known, history } = await onlyCase();
    expect(known).toMatchObject({ status: 'open', waitingSince: START - HOUR });
    expect(replies(history)).toEqual([]);
    await desk.undo('no');
    expect((await onlyCase()).history).toEqual(before.history);
    expect((await onlyCase()).known.status).toBe('pending');
  });

  it('does not come back beside the one that X has shown', async () => {
    const id = await awaited();
    await desk.withdrawReply(id, 'JD', 'no');
    await desk.recordReply('10', tweet('12', 'LanternJune', 'On it, Ada. ^JD', now + MINUTE));
    await desk.undo('no');
    expect(replies((await onlyCase()).history)).toMatchObject([{ tweetId: '12' }]);
  });
});

describe('a customer who writes again', () => {
  const again = (id = '20', at = now): SentTweet => tweet(id, 'ada_lowe', '@Lantern still nothing', at);
  const wrote = (one: SentTweet, namesUs = true, answers: string | null = null) =>
    desk.customersWrote([{ tweet: one, namesUs, answers }]);

  beforeEach(async () => {
    await post(complaint(), 'On it, Ada. ^JD').recorded;
    await desk.recordReply('10', tweet('12', 'LanternJune', 'On it, Ada. ^JD', now + MINUTE));
    now += HOUR;
  });

  it('wakes the case, and the clock starts at the tweet', async () => {
    expect(await wrote(again('20', now - MINUTE))).toEqual(['ada_lowe']);
    const { known, history } = await onlyCase();
    expect(known).toMatchObject({ status: 'open', waitingSince: now - MINUTE });
    expect(history.filter(({ kind }) => kind === 'tweet')).toHaveLength(2);
    expect(await wrote(again('20', now - MINUTE))).toEqual([]);
  });

  it('is known by answering the brand’s reply', async () => {
    const answer = tweet('20', 'Ada_Lowe', 'still nothing');
    expect(await wrote(answer, false, '77')).toEqual([]);
    expect(await wrote(answer, false, '12')).toEqual(['ada_lowe']);
  });

  it('does not wake it by what is older than the reply, or told to others', async () => {
    expect(await wrote(again('9', START - 2 * HOUR))).toEqual([]);
    expect(await wrote(again('21'), false, null)).toEqual([]);
    expect(await wrote(tweet('22', 'stranger', '@Lantern same here'))).toEqual([]);
    expect(JSON.stringify(await db.entries.toArray())).not.toContain('same here');
    expect((await onlyCase()).known.status).toBe('pending');
  });

  it('wakes what was resolved under 72 hours ago, and no closed case', async () => {
    const { id } = (await onlyCase()).known;
    await desk.change(id, { status: 'resolved' }, 'JD');
    now += 71 * HOUR;
    expect(await wrote(again())).toEqual(['ada_lowe']);
    expect((await desk.history(id)).find(({ kind }) => kind === 'change')).toMatchObject({
      change: { what: 'reopened', from: 'resolved' },
    });
    await desk.change(id, { status: 'closed' }, 'JD');
    now += MINUTE;
    expect(await wrote(again('23'))).toEqual([]);
  });

  it('stays away once that was undone', async () => {
    await wrote(again());
    await desk.undo(returnedBy('20'));
    expect((await onlyCase()).known).toMatchObject({ status: 'pending', waitingSince: null });
    now += 26 * HOUR;
    await post(tweet('40', 'ben', 'Hello?'), 'Hi ^JD').recorded;
    expect(await wrote(again())).toEqual([]);
  });
});

describe('a customer’s own word after a resolution', () => {
  const judge = makeJudge({ ...emptyWatchlist, handles: ['Lantern'] }, readShippedModel());
  const wrote = (id: string, text: string): Promise<string[]> => {
    const one = tweet(id, 'ada_lowe', text);
    const judgement = judge({ ...one, mentions: ['Lantern'], links: [], ad: false });
    return desk.customersWrote([{ tweet: one, judgement, namesUs: true, answers: null }]);
  };
  let caseId: string;

  beforeEach(async () => {
    await post(complaint(), 'On it, Ada. ^JD').recorded;
    await desk.recordReply('10', tweet('12', 'LanternJune', 'On it, Ada. ^JD', now + MINUTE));
    now += HOUR;
    caseId = (await onlyCase()).known.id;
    await desk.change(caseId, { status: 'resolved' }, 'JD');
    now += HOUR;
  });

  it('leaves the case resolved if it is thanks, and can be noted and taken back', async () => {
    expect(await wrote('20', '@Lantern working again, thanks June')).toEqual(['ada_lowe']);
    const { known, history } = await onlyCase();
    expect(known).toMatchObject({ status: 'resolved', resolvedAt: now - HOUR, waitingSince: null });
    expect(wordToRead(known, history)).toMatchObject({ tweet: { tweetId: '20' }, resolvedAt: now - HOUR });
    now += MINUTE;
    expect(await desk.noteSatisfied(caseId, 'JD', 'yes')).toBe(true);
    expect(await desk.noteSatisfied(caseId, 'JD', 'yes')).toBe(true);
    const noted = await onlyCase();
    expect(noted.history.filter((entry) => entry.kind === 'change' && entry.change.what === 'satisfied')).toHaveLength(
      1,
    );
    expect(wordToRead(noted.known, noted.history)).toBeNull();
    await desk.undo('yes');
    await desk.undo(returnedBy('20'));
    expect((await onlyCase()).known.status).toBe('resolved');
    expect(await wrote('20', '@Lantern working again, thanks June')).toEqual([]);
  });

  it('opens it again if it is anger', async () => {
    await wrote('21', '@Lantern it is down AGAIN, you said it was fixed');
    const { known, history } = await onlyCase();
    expect(known.status).toBe('open');
    expect(wordToRead(known, history)).toMatchObject({ tweet: { tweetId: '21' } });
    now += MINUTE;
    await desk.noteSatisfied(caseId, 'JD', 'no');
    expect((await onlyCase()).known.status).toBe('resolved');
    await desk.undo('no');
    expect((await onlyCase()).known.status).toBe('open');
  });
});

describe('what the guard said', () => {
  const spoken = [
    { id: 'sales' as const, level: 'hold' as const },
    { id: 'tone' as const, level: 'hint' as const },
  ];

  it('goes to the case with a post: the holds, and why it was posted', async () => {
    await post(complaint(), 'A deal for you ^JD', { spoken, reason: 'asked' }).recorded;
    const { history } = await onlyCase();
    expect(history.find(({ kind }) => kind === 'guard')).toMatchObject({
      checks: ['sales'],
      outcome: 'posted',
      reason: 'asked',
      by: 'JD',
    });
    expect(await sayingsOf(db, 'JD', 0)).toMatchObject([{ outcome: 'posted', reason: 'asked', checks: spoken }]);
    expect(await sayingsOf(db, 'MO', 0)).toEqual([]);
  });

  it('of a draft that was changed waits for the case', async () => {
    const said = { requestId: 's', tweetId: '10', spoken, outcome: 'edited' as const, reason: null, by: 'JD' };
    expect(await desk.guardSaid(said)).toBe(false);
    await post(complaint(), 'Sorry Ada ^JD').recorded;
    const guarded = async () => (await onlyCase()).history.filter(({ kind }) => kind === 'guard');
    expect(await guarded()).toMatchObject([{ checks: ['sales'], outcome: 'edited' }]);
    expect(await desk.guardSaid({ ...said, requestId: 't', outcome: 'dropped' })).toBe(true);
    expect(await desk.guardSaid({ ...said, requestId: 't', outcome: 'dropped' })).toBe(false);
    expect(await guarded()).toHaveLength(2);
    expect(JSON.stringify(await sayingsOf(db, 'JD', 0))).not.toContain('waitsFor');
  });
});

describe('a conversation in direct messages', () => {
  const take = (requestId = 'dm', kept: string | null = 'Kept from a public reply:\nsomebody’s phone number: 555') =>
    desk.takePrivate({ requestId, tweet: complaint(), thread: [], account: null, by: 'JD', brand: BRAND, kept });

  it('keeps what was personal, and stops the clock', async () => {
    expect(await take()).toMatchObject({ kind: 'created', case: { status: 'pending', inDmSince: now } });
    await take();
    const { known, history } = await onlyCase();
    expect(known).toMatchObject({ waitingSince: null, inDmSince: now });
    expect(history.filter(({ kind }) => kind === 'note')).toHaveLength(1);
    await post(complaint(), 'Write to us privately ^JD').recorded;
    expect((await onlyCase()).known).toMatchObject({ status: 'pending', waitingSince: null, inDmSince: now });
  });

  it('is taken back', async () => {
    await open(complaint());
    const before = await onlyCase();
    now += MINUTE;
    await take();
    await desk.undo('dm');
    expect((await onlyCase()).history).toEqual(before.history);
    expect((await onlyCase()).known).toMatchObject({ status: 'open', inDmSince: null, waitingSince: START - HOUR });
    await take('dm 2');
    expect((await onlyCase()).known.status).toBe('pending');
  });

  it('comes back by the rep’s word or by the customer’s next tweet', async () => {
    const { id } = (await open(complaint())).case;
    expect(await desk.setInDm(id, true, 'JD', 'a')).toBe(true);
    expect(await desk.setInDm(id, true, 'JD', 'b')).toBe(false);
    expect((await onlyCase()).known).toMatchObject({ status: 'pending', inDmSince: now });
    await desk.setInDm(id, false, 'JD', 'c');
    expect((await onlyCase()).known).toMatchObject({ status: 'open', inDmSince: null, waitingSince: START - HOUR });
    await desk.undo('c');
    expect((await onlyCase()).known).toMatchObject({ status: 'pending', inDmSince: now });
    now += MINUTE;
    await desk.customersWrote([{ tweet: tweet('30', 'ada_lowe', '@Lantern hello?'), namesUs: true, answers: null }]);
    expect((await onlyCase()).known).toMatchObject({ status: 'open', inDmSince: null });
    const changes = (await desk.history(id)).flatMap((entry) => (entry.kind === 'change' ? [entry.change] : []));
    expect(changes).toContainEqual({ what: 'inDm', to: false });
  });

  it('ends with the case', async () => {
    const { id } = (await take()).case;
    await desk.change(id, { status: 'resolved' }, 'JD');
    expect((await onlyCase()).known).toMatchObject({ status: 'resolved', inDmSince: null });
  });
});

describe('a follow-up', () => {
  const remind = (requestId = 'r', tweetId = '10') =>
    desk.remind({ requestId, tweetId, dueAt: START + 24 * HOUR, reason: 'Promised: an update', by: 'JD' });

  it('is written down once, with what promised it, and can be taken back', async () => {
    expect(await remind()).toBeNull();
    await post(complaint(), 'We will get back to you tomorrow ^JD').recorded;
    await desk.replyOut('LanternJune', '12');
    expect(await remind()).toEqual(['ada_lowe']);
    await remind();
    const caseId = (await onlyCase()).known.id;
    expect(await db.followUps.toArray()).toMatchObject([
      { caseId, dueAt: START + 24 * HOUR, reason: 'Promised: an update', state: 'waiting', by: 'JD', tweetId: '12' },
    ]);
    await desk.undo('r');
    expect(await db.followUps.count()).toBe(0);
  });

  it('is work that the undo of a case would lose', async () => {
    const { request, recorded } = post(complaint(), 'We will get back to you ^JD');
    await recorded;
    await remind();
    expect((await desk.undo(request.requestId)).ok).toBe(false);
    await desk.undo('r');
    expect((await desk.undo(request.requestId)).ok).toBe(true);
  });
});
