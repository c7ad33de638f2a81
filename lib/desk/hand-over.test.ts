import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readHandOver } from '../handover/read';
import type { History } from '../handover/rows';
import type { SentTweet } from '../protocol';
import { readShiftEnd, writeShiftEnd } from '../settings/hand-over';
import { DeskDatabase } from './database';
import { Desk } from './desk';
import { FollowUps } from './follow-ups';
import { HandOvers } from './hand-over';
import { Incidents } from './incidents';
import { People } from './people';
import { keptAndRecomputed, readKept } from './recompute';

const START = Date.parse('2026-05-04T09:00:00Z');
const HOUR = 3_600_000;

let now: number;
let ids = 0;

/** A desk with a database of its own. */
class OneDesk {
  readonly db: DeskDatabase;
  readonly desk: Desk;
  readonly people: People;
  readonly followUps: FollowUps;
  readonly incidents: Incidents;
  readonly handOvers: HandOvers;

  constructor(readonly name: string) {
    this.db = new DeskDatabase(`hand-over-${name}`);
    const context = { db: this.db, now: () => now, newId: () => `${name}-${++ids}` };
    this.desk = new Desk(context);
    this.people = new People({ db: this.db, now: () => now });
    this.followUps = new FollowUps(context);
    this.incidents = new Incidents(context);
    this.handOvers = new HandOvers(context);
  }

  async open(id: number, handle: string, text: string) {
    now += 60_000;
    const permalink = `https://x.com/${handle}/status/${id}`;
    const time = new Date(now).toISOString();
    const tweet: SentTweet = { id: String(id), handle, name: handle, text, lang: 'en', time, permalink };
    const brand = new Set(['lantern']);
    return this.desk.open({ requestId: `r-${++ids}`, tweet, thread: [], account: null, by: this.name, brand });
  }

  async file(to: string | null = null): Promise<{ from: { id: string; name: string }; history: History }> {
    const { pieces, leftOut } = await this.handOvers.write({ by: this.name, to }, null);
    expect(leftOut).toBe(0);
    const read = await readHandOver(pieces.join(''));
    if (!read.ok) throw new Error(read.reason);
    return { from: read.header.desk, history: read.history };
  }

  /** Imports all that another desk hands over. */
  async take(from: OneDesk, choices: Parameters<HandOvers['take']>[2] = []) {
    const file = await from.file();
    now += 60_000;
    return this.handOvers.take(file.history, file.from, choices, this.name);
  }

  /** All rows that an import may touch. */
  async everything() {
    const { customers, cases, entries, followUps, incidents, search, counters, drafts } = this.db;
    const tables = [customers, cases, entries, followUps, incidents, search, counters, drafts];
    return Promise.all(tables.map((table) => table.toArray()));
  }

  /** Fails if what is kept beside the cases does not follow from them. */
  async checkDerived() {
    const { kept, recomputed } = keptAndRecomputed(await readKept(this.db));
    expect(kept).toEqual(recomputed);
  }
}

let jd: OneDesk;
let km: OneDesk;

beforeEach(() => {
  now = START;
  jd = new OneDesk('JD');
  km = new OneDesk('KM');
});

afterEach(async () => {
  await jd.db.delete();
  await km.db.delete();
});

const caseOf = async ({ db }: OneDesk, handle: string) => {
  const customer = await db.customers.where('handles').equals(handle).first();
  const found = await db.cases.toArray();
  return found.find(({ customerId }) => customerId === customer?.id);
};

describe('handing over', () => {
  it('writes who gave which case to whom, with the notes, and leaves colleagues’ cases theirs', async () => {
    const mine = await jd.open(1, 'Mira', 'No line here');
    const theirs = await jd.open(2, 'Nia', 'My bill is wrong');
    await jd.desk.change(theirs.case.id, { owner: 'LO' }, 'LO');
    await jd.handOvers.handOver({ by: 'JD', to: 'KM' }, { [mine.case.id]: 'Call her at noon' });
    expect((await jd.db.cases.get(mine.case.id))?.owner).toBe('KM');
    expect((await jd.db.cases.get(theirs.case.id))?.owner).toBe('LO');
    const told = (await jd.desk.history(mine.case.id)).filter(({ at }) => at === now);
    expect(told).toContainEqual(expect.objectContaining({ kind: 'note', text: 'Call her at noon', by: 'JD' }));
    expect(told).toContainEqual(
      expect.objectContaining({ change: { what: 'handedOver', from: 'JD', to: 'KM' }, by: 'JD' }),
    );
    await jd.checkDerived();

    now += 60_000;
    const before = await jd.db.entries.count();
    await jd.handOvers.handOver({ by: 'JD', to: 'KM' }, { [mine.case.id]: 'Call her at noon' });
    expect(await jd.db.entries.count()).toBe(before);
  });

  it('can be taken back', async () => {
    await jd.open(1, 'Mira', 'No line here');
    const [, , entries] = await jd.everything();
    const step = await jd.handOvers.handOver({ by: 'JD', to: 'KM' }, {});
    await jd.handOvers.takeBack(step);
    expect((await caseOf(jd, 'mira'))?.owner).toBe('JD');
    expect((await jd.everything())[2]).toEqual(entries);
    await jd.checkDerived();
  });

  it('forgets the notes of an earlier shift once they are in the histories, and no others', async () => {
    const { case: known } = await jd.open(1, 'Mira', 'No line here');
    await jd.handOvers.handOver({ by: 'JD', to: 'KM' }, { [known.id]: 'Call her' });
    expect((await readShiftEnd(jd.db, now)).notes).toEqual({ [known.id]: 'Call her' });
    now += 9 * HOUR;
    expect(await readShiftEnd(jd.db, now)).toMatchObject({ to: '', notes: {} });
    const end = await readShiftEnd(jd.db, now);
    await writeShiftEnd(jd.db, { ...end, notes: { [known.id]: 'Called' } });
    expect((await readShiftEnd(jd.db, now)).notes).toEqual({ [known.id]: 'Called' });
  });
});

describe('taking over', () => {
  it('brings all of it to an empty desk: cases, promises, incidents and where the talk goes on', async () => {
    const { case: known, customer } = await jd.open(1, 'Mira', 'No line here');
    await jd.people.describe(customer.id, { place: 'Whitten', note: 'Two flats' });
    await jd.followUps.add({ caseId: known.id, dueAt: now + HOUR, reason: 'Is it up?', by: 'JD' });
    const fields = { title: 'Outage', area: 'Whitten', state: 'known', since: now, expected: null } as const;
    const incident = await jd.incidents.create(
      { ...fields, message: 'We know', link: null, lang: 'en' },
      [known.id],
      'JD',
    );
    const away = await jd.open(2, 'Nia', 'My bill is wrong');
    await jd.desk.change(away.case.id, { status: 'pending' }, 'JD');
    await jd.desk.setInDm(away.case.id, true, 'JD', 'dm');
    await jd.handOvers.handOver({ by: 'JD', to: 'KM' }, {});

    const taken = await km.take(jd);
    expect(taken?.plan.cases.map(({ isNew }) => isNew)).toEqual([true, true]);
    const mira = await caseOf(km, 'mira');
    expect(mira).toMatchObject({ owner: 'KM', incidentId: incident.id, number: 1 });
    expect(await km.db.customers.get(mira?.customerId ?? '')).toMatchObject({ place: 'Whitten', note: 'Two flats' });
    expect(await km.followUps.waitingOf(mira?.id ?? '')).toMatchObject([{ reason: 'Is it up?', notifiedAt: null }]);
    expect(await km.incidents.open()).toMatchObject([{ title: 'Outage', message: 'We know' }]);
    expect((await caseOf(km, 'nia'))?.inDmSince).toBe((await caseOf(jd, 'nia'))?.inDmSince);
    const history = await km.desk.history(mira?.id ?? '');
    expect(history).toContainEqual(
      expect.objectContaining({ change: { what: 'imported', from: 'A desk without a name', number: 1 } }),
    );
    await km.checkDerived();
    // New cases go on from the numbers taken.
    expect((await km.open(3, 'Ola', 'Slow')).case.number).toBe(3);
  });

  it('changes nothing the second time', async () => {
    await jd.open(1, 'Mira', 'No line here');
    await km.open(1, 'Mira', 'No line here');
    await km.take(jd);
    const before = await km.everything();
    expect(await km.take(jd)).toBeNull();
    expect(await km.everything()).toEqual(before);
  });

  it('shows what both have set, and writes down what is chosen', async () => {
    await jd.open(1, 'Mira', 'No line here');
    await km.take(jd);
    const [there, here] = [await caseOf(jd, 'mira'), await caseOf(km, 'mira')];
    now += HOUR;
    await jd.desk.change(there?.id ?? '', { topic: 'billing' }, 'JD');
    now += HOUR;
    await km.desk.change(here?.id ?? '', { topic: 'speed' }, 'KM');
    const preview = await km.handOvers.preview((await jd.file()).history);
    expect(preview.counts).toMatchObject({ both: 1, contradictions: 1 });
    const caseId = here?.id ?? '';
    await km.take(jd, [{ caseId, field: 'topic', value: 'billing' }]);
    expect((await km.db.cases.get(caseId))?.topic).toBe('billing');
    expect(
      (await km.desk.history(caseId)).map((entry) => (entry.kind === 'change' ? entry.change : null)),
    ).toContainEqual({ what: 'settled', field: 'topic', to: 'billing', over: ['speed'] });
    await km.checkDerived();
    // What was decided here is decided there too.
    await jd.take(km);
    expect((await caseOf(jd, 'mira'))?.topic).toBe('billing');
    expect((await jd.handOvers.preview((await km.file()).history)).counts.contradictions).toBe(0);
  });

  it('replaces a reply that was awaited by what became of it', async () => {
    await jd.open(1, 'Mira', 'No line here');
    const { case: known } = await jd.open(2, 'Nia', 'My bill is wrong');
    const reply = { handle: 'Lantern', initials: 'JD', text: 'On it', permalink: null, answers: '2' };
    await jd.db.entries.add({
      id: 'e1',
      caseId: known.id,
      at: now,
      tweetId: null,
      kind: 'reply',
      ...reply,
      awaited: true,
    });
    await km.take(jd);
    await jd.desk.confirmReply('e1', 'JD', 'out');
    await km.take(jd);
    const replies = (await km.db.entries.toArray()).filter(({ kind }) => kind === 'reply');
    expect(replies).toMatchObject([{ id: 'e1', text: 'On it' }]);
    expect(replies[0]).not.toHaveProperty('awaited');
    await km.checkDerived();
  });

  it('moves an unfinished note along when two cases become one', async () => {
    const old = await km.open(1, 'Mira', 'No line here');
    const other = await km.open(5, 'MiraToo', 'Me again');
    await km.db.drafts.put({ caseId: other.case.id, text: 'she said', updatedAt: now });
    await jd.open(1, 'Mira', 'No line here');
    await km.take(jd);
    expect(await km.db.drafts.count()).toBe(1);
    expect(await km.db.cases.get(old.case.id)).toBeDefined();
    await km.checkDerived();
  });

  it('refuses a file that would write over something it was never part of', async () => {
    const { case: mine } = await km.open(9, 'Zoe', 'Slow');
    const [own] = await km.desk.history(mine.id);
    await jd.open(1, 'Mira', 'No line here');
    const { history, from } = await jd.file();
    const [forged] = [...history.entries.values()];
    if (!own || !forged) throw new Error('No entry.');
    history.entries.delete(forged.id);
    history.entries.set(own.id, { ...forged, id: own.id });
    const before = await km.everything();
    await expect(km.handOvers.take(history, from, [], 'KM')).rejects.toThrow('write over');
    expect(await km.everything()).toEqual(before);
  });
});

describe('undo', () => {
  it('puts each row back as it was', async () => {
    const { case: known } = await jd.open(1, 'Mira', 'No line here');
    await jd.followUps.add({ caseId: known.id, dueAt: now + HOUR, reason: 'Is it up?', by: 'JD' });
    await jd.open(2, 'Nia', 'My bill is wrong');
    await km.open(1, 'Mira', 'No line here');
    await km.open(3, 'Ola', 'Slow');
    const [customers, cases, entries, followUps] = await km.everything();
    const taken = await km.take(jd);
    now += 60_000;
    const undone = await km.handOvers.undo(taken?.id ?? '', 'KM');
    expect(undone?.refused).toEqual([]);
    const after = await km.everything();
    expect(after[0]).toEqual(customers);
    expect(after[1]).toEqual(cases);
    expect(after[3]).toEqual(followUps);
    // A case that was there before goes on telling that a file came and went.
    const added = (after[2] ?? []).filter((row) => !JSON.stringify(entries).includes((row as { id: string }).id));
    expect(added).toMatchObject([{ change: { what: 'imported' } }, { change: { what: 'importUndone' } }]);
    await km.checkDerived();
    expect(await km.handOvers.undo(taken?.id ?? '', 'KM')).toBeNull();
  });

  it('leaves a case that somebody has gone on with, and says so', async () => {
    await jd.open(1, 'Mira', 'No line here');
    await jd.open(2, 'Nia', 'My bill is wrong');
    const taken = await km.take(jd);
    const mira = await caseOf(km, 'mira');
    await km.desk.addNote(mira?.id ?? '', 'Called her', 'KM');
    const undone = await km.handOvers.undo(taken?.id ?? '', 'KM');
    expect(undone?.refused).toMatchObject([{ number: mira?.number }]);
    expect(await caseOf(km, 'mira')).toBeDefined();
    expect(await caseOf(km, 'nia')).toBeUndefined();
    await km.checkDerived();
  });
});
