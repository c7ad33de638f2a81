import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Case, Entry } from '../cases/case';
import { Corrections } from '../corrections/corrections';
import { unfold } from '../handover/unfold';
import type { SentTweet } from '../protocol';
import { rememberDealtWith } from '../queue/settled';
import { addOurs, addRecent } from '../settings/replying';
import { switchRep, writeReps, writeWatchlist } from '../settings/settings';
import { emptyWatchlist } from '../watchlist/watchlist';
import { DeskDatabase } from './database';
import { Desk } from './desk';
import { type Example, putExample } from './examples/example';
import { describeFailure } from './failure';
import { FollowUps } from './follow-ups';
import { HandOvers } from './hand-over';
import { Incidents } from './incidents';
import { People } from './people';
import { keptAndRecomputed, readKept } from './recompute';

/*
 * Every kind of change, stopped at each of its writes: once as storage is full, once as the worker or page that did it
 * is gone. The desk must be as before, and the same change must go through afterwards, once.
 */

const version = new DeskDatabase('latest').verno;
const example: Example = JSON.parse(readFileSync(new URL(`examples/v${version}.json`, import.meta.url), 'utf8'));
const rowsOf = <Row>(store: string): Row[] =>
  (example.stores.find(({ name }) => name === store)?.rows ?? []) as unknown as Row[];

const NOW = Date.parse('2026-05-04T18:00:00Z');
const brand = new Set(['lantern']);

const caseOf = (handle: string): Case => {
  const found = rowsOf<Case>('cases').find(({ openedFor }) => openedFor === handle);
  if (!found) throw new Error(`The example has no case of ${handle}.`);
  return found;
};
const entryOf = (fits: (entry: Entry) => boolean): Entry => {
  const found = rowsOf<Entry>('entries').find(fits);
  if (!found) throw new Error('The example has no such entry.');
  return found;
};
const mira = caseOf('mira_holt');
const lena = caseOf('lena_farr');
const waiting = rowsOf<{ id: string; state: string }>('followUps').filter(({ state }) => state === 'waiting');
const awaited = entryOf((entry) => entry.kind === 'reply' && entry.awaited === true);
const note = entryOf(({ kind }) => kind === 'note');
const outage = rowsOf<{ id: string; state: string }>('incidents').find(({ state }) => state === 'known')?.id ?? '';
const customers = rowsOf<{ id: string; handle: string; joined: { customer: { id: string } }[] }>('customers');
const joined = customers.find((customer) => customer.joined.length > 0);
const lastClick = rowsOf<{ id: string; kind: string; undone: number }>('deeds').findLast(
  ({ kind, undone }) => kind === 'added' && undone === 0,
);

function tweet(id: string, handle: string, text: string): SentTweet {
  const permalink = `https://x.com/${handle}/status/${id}`;
  return { id, handle, name: handle, text, lang: 'en', time: new Date(NOW).toISOString(), permalink };
}

/** A desk as the example has it. */
function deskOn(db: DeskDatabase, now = NOW) {
  let ids = 0;
  const context = { db, now: () => now, newId: () => `new-${++ids}` };
  return {
    ...{ db, desk: new Desk(context), people: new People(context), followUps: new FollowUps(context) },
    ...{ incidents: new Incidents(context), handOvers: new HandOvers(context), corrections: new Corrections(context) },
  };
}
type AllOfIt = ReturnType<typeof deskOn>;

const click = { thread: [tweet('901', 'Lantern', 'Hello ^JD')], account: 'Lantern', by: 'JD', brand };
const post = { ...click, rep: 'JD', parts: ['On it. ^JD'], reason: null };
const held = [{ id: 'sales' as const, level: 'hold' as const }];
const from = { id: 'desk-of-rk', name: 'RK’s desk' };

/** What a colleague's file says of a case that this desk has too, and of one that it has not. */
function theirs() {
  const renamed = <Row>(rows: Row[]): Row[] => JSON.parse(JSON.stringify(rows).replaceAll('example-', 'rk-'));
  const cases = renamed(rowsOf<Case>('cases').filter(({ id }) => id === lena.id)).map((known) => ({
    ...known,
    topic: 'fraud' as const,
  }));
  const entries = renamed(rowsOf<Entry>('entries').filter(({ caseId }) => caseId === lena.id));
  const people = renamed(rowsOf<never>('customers').filter(({ id }) => id === lena.customerId));
  return unfold({ customers: people, cases, entries, flat: { followUp: [], incident: [] } }, from);
}

/** Every kind of change that a rep, or what is seen on X, makes; each with ids of its own, so that it can be repeated. */
const changes: Record<string, (at: AllOfIt) => Promise<unknown>> = {
  'a case is opened': ({ desk }) => desk.open({ ...click, requestId: 'q', tweet: tweet('900', 'ines_quill', 'Hi') }),
  'a tweet is added': ({ desk }) => desk.open({ ...click, requestId: 'q', tweet: tweet('900', 'mira_holt', 'Hi') }),
  'a case is reopened': ({ desk }) =>
    desk.open({ ...click, requestId: 'q', tweet: tweet('900', 'otis_at_work', 'Hi') }),
  'a click is undone': ({ desk }) => desk.undo(lastClick?.id ?? ''),
  'fields are set': ({ desk }) =>
    desk.change(mira.id, { status: 'resolved', topic: 'speed', tags: ['x'], owner: null }, 'JD'),
  'a note is added': ({ desk }) => desk.addNote(mira.id, 'Called her', 'JD'),
  'a note is withdrawn': ({ desk }) => desk.withdrawNote(note.id),
  'a draft is kept': ({ desk }) => desk.saveDraft(mira.id, 'Half a sent'),
  'a draft is emptied': ({ desk }) => desk.saveDraft(mira.id, ''),
  'a mark is sent away': ({ desk }) => desk.dismiss('999', true),
  'a reply is recorded': ({ desk }) =>
    desk.recordPost({ ...post, requestId: 'q', answered: tweet('900', 'ines_quill', 'Hi'), spoken: held }),
  'a reply in a case is recorded': ({ desk }) =>
    desk.recordPost({ ...post, requestId: 'q', answered: tweet('104', 'mira_holt', 'Hi'), spoken: held }),
  'a reply is seen': ({ desk }) => desk.recordReply('104', tweet('902', 'Lantern', 'It is fixed ^JD')),
  'X says that it is out': ({ db }) => deskOn(db, awaited.at + 60_000).desk.replyOut('Lantern', '903'),
  'a reply is confirmed': ({ desk }) => desk.confirmReply(awaited.id, 'JD', 'q'),
  'a reply is withdrawn': ({ desk }) => desk.withdrawReply(awaited.id, 'JD', 'q'),
  'it goes private': ({ desk }) =>
    desk.takePrivate({ ...click, requestId: 'q', tweet: tweet('104', 'mira_holt', 'Hi'), kept: '020' }),
  'direct messages begin': ({ desk }) => desk.setInDm(mira.id, true, 'JD', 'q'),
  'a customer comes back': ({ desk }) =>
    desk.customersWrote([{ tweet: tweet('905', 'wim_dahl', 'Still nothing @Lantern'), namesUs: true, answers: null }]),
  'a promise is noted': ({ desk }) =>
    desk.remind({ requestId: 'q', tweetId: '104', dueAt: NOW, reason: 'Ask', by: 'JD' }),
  'the guard has spoken': ({ desk }) =>
    desk.guardSaid({ requestId: 'q', tweetId: '104', spoken: held, outcome: 'edited', reason: null, by: 'JD' }),
  'a customer is described': ({ people }) => people.describe(mira.customerId, { name: 'Mira H.', place: 'Leyton' }),
  'customers are joined': ({ people }) => people.join(mira.customerId, lena.customerId),
  'customers are parted': ({ people }) => people.part(joined?.id ?? '', joined?.joined[0]?.customer.id ?? ''),
  'a follow-up is made': ({ followUps }) => followUps.add({ caseId: mira.id, dueAt: NOW + 1, reason: 'Ask', by: 'JD' }),
  'follow-ups are moved': ({ followUps }) =>
    followUps.move(
      waiting.map(({ id }) => id),
      NOW + 9,
      'JD',
    ),
  'follow-ups are done': ({ followUps }) =>
    followUps.end(
      waiting.map(({ id }) => id),
      'done',
      'JD',
    ),
  'what is due is told': ({ followUps }) => followUps.wake({ zone: 'UTC', quiet: null }),
  'an incident is opened': ({ incidents }) =>
    incidents.create(
      { title: 'Storm', area: '', state: 'known', since: NOW, expected: null, message: '', link: null, lang: null },
      [mira.id, lena.id],
      'JD',
    ),
  'an incident is changed': ({ incidents }) => incidents.change(outage, { message: 'Mended.', state: 'fixed' }),
  'a case is parted from it': ({ incidents }) => incidents.unlink(mira.id, 'JD'),
  'a case is not of it': ({ incidents }) => incidents.refuse(outage, lena.id),
  'check-ins are made': ({ incidents }) => incidents.checkIn(outage, 'UTC', 'JD'),
  'an update begins': ({ incidents }) => incidents.startUpdate(outage),
  'a customer was told': ({ incidents }) => incidents.mark(outage, mira.id, 'skipped'),
  'a shift is handed over': ({ handOvers }) => handOvers.handOver({ by: 'JD', to: 'MO' }, { [mira.id]: 'Waits' }),
  'a file is imported': ({ handOvers }) => handOvers.take(theirs(), from, [], 'JD'),
  'an import is undone': ({ handOvers }) => handOvers.undo(rowsOf<{ id: string }>('imports')[0]?.id ?? '', 'JD'),
  'a tweet is not about us': ({ corrections }) =>
    corrections.correct({ id: 'c', tweetId: '104', handle: 'mira_holt', about: 'ours', right: false, features: [1] }),
  'a correction is taken back': ({ corrections }) => corrections.takeBack('said-1'),
  'corrections are forgotten': ({ corrections }) => corrections.forget(),
  'a tweet is dealt with': ({ db }) => rememberDealtWith(db, '999', 'dealt', NOW),
  'reps are set': ({ db }) => writeReps(db, [{ id: 'ny', name: 'Ny Vale', handle: '', initials: 'NV' }]),
  'another rep sits down': ({ db }) => switchRep(db, 'mo'),
  'the watchlist is set': ({ db }) => writeWatchlist(db, { ...emptyWatchlist, terms: ['Beacon'] }),
  'words are ours': ({ db }) => addOurs(db, '020 7946 0123'),
  'a post is remembered': ({ db }) => addRecent(db, 'JD', 'Hello'),
};

/** Those that may be sent once more, since nobody answered: they carry an id, or say how something is to be. */
const repeatable = [
  ...['a case is opened', 'a tweet is added', 'a case is reopened', 'a click is undone', 'fields are set'],
  ...['a note is withdrawn', 'a draft is kept', 'a mark is sent away', 'a reply is recorded', 'a reply is seen'],
  ...['a reply in a case is recorded', 'X says that it is out', 'it goes private', 'a customer comes back'],
  ...['a promise is noted', 'the guard has spoken', 'a tweet is not about us', 'a correction is taken back'],
  ...['a reply is confirmed', 'a reply is withdrawn', 'direct messages begin', 'a file is imported'],
  ...['an import is undone', 'what is due is told', 'customers are joined', 'customers are parted'],
];

let opened: DeskDatabase | undefined;

afterEach(async () => {
  vi.restoreAllMocks();
  await opened?.delete();
});

async function open(): Promise<AllOfIt> {
  opened = new DeskDatabase('faults');
  await putExample(example, opened.name);
  return deskOn(opened);
}

/** All rows of all tables. */
async function dump(db: DeskDatabase): Promise<string> {
  const names = db.tables.map(({ name }) => name);
  await db.open();
  const transaction = db.backendDB().transaction(names, 'readonly');
  const requests = names.map((name) => transaction.objectStore(name).getAll());
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  // Settings have no clock of their own: when they were changed differs from run to run.
  const timeless = (name: string | undefined, rows: { act?: string; at?: number }[]): unknown[] =>
    name === 'audit' ? rows.map((row) => (row.act === 'settings-changed' ? { ...row, at: 0 } : row)) : rows;
  return requests
    .map(({ result }, index) => `${names[index]}: ${JSON.stringify(timeless(names[index], result))}`)
    .join('\n');
}

type Fault = 'full' | 'gone';

type Write = (this: IDBObjectStore, ...args: unknown[]) => unknown;

/** Lets a change come as far as a write, and no farther; counts the writes. */
function failAt(last: number, fault: Fault): { writes: number } {
  const seen = { writes: 0 };
  for (const prototype of [IDBObjectStore.prototype, IDBCursor.prototype]) {
    const writes = prototype as unknown as Record<string, Write>;
    for (const name of ['add', 'put', 'delete', 'clear', 'update']) {
      const write = writes[name];
      if (!write) continue;
      vi.spyOn(writes, name).mockImplementation(function (this: IDBObjectStore, ...args) {
        seen.writes += 1;
        if (seen.writes === last && fault === 'full') throw new DOMException('No room.', 'QuotaExceededError');
        const request = write.apply(this, args);
        if (seen.writes === last) this.transaction.abort();
        return request;
      });
    }
  }
  return seen;
}

const bothFaults: Fault[] = ['full', 'gone'];

describe.each(Object.entries(changes))('%s', (name, change) => {
  // Each change meets one of the two, in turn; both are among the long checks.
  const at = Object.keys(changes).indexOf(name) % 2;
  const faults = process.env.HARK_LONG ? bothFaults : bothFaults.slice(at, at + 1);
  it.each(faults)('happens whole or not at all, as storage is %s', async (fault) => {
    const clean = await open();
    await change(clean);
    const wanted = await dump(clean.db);
    await clean.db.delete();

    const { db } = await open();
    let write = 1;
    for (; ; write++) {
      const seen = failAt(write, fault);
      const outcome = await change(deskOn(db)).then(
        () => null,
        (error: unknown) => ({ error }),
      );
      vi.restoreAllMocks();
      if (seen.writes < write) break;
      expect(outcome, `write ${write} fails`).not.toBeNull();
      if (fault === 'full') expect(describeFailure(outcome?.error, null)).toContain('storage is full');
    }
    expect(write, 'it writes something').toBeGreaterThan(1);
    // Had any of the failures left anything behind, it would not be as after a single quiet run.
    expect(await dump(db)).toBe(wanted);
    const { kept, recomputed } = keptAndRecomputed(await readKept(db));
    expect(kept).toEqual(recomputed);
  });

  it.runIf(repeatable.includes(name))('is done once, however often it is asked for', async () => {
    const at = await open();
    await change(at);
    const once = await dump(at.db);
    await change(at);
    expect(await dump(at.db)).toBe(once);
  });
});
