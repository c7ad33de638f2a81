import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IncidentFields } from '../incidents/incident';
import { progressOf } from '../incidents/update-list';
import type { SentTweet } from '../protocol';
import { DeskDatabase } from './database';
import { Desk } from './desk';
import { FollowUps } from './follow-ups';
import { Incidents } from './incidents';

const HOUR = 3_600_000;
const BEGUN = Date.UTC(2026, 4, 4, 8);
let db: DeskDatabase;
let desk: Desk;
let incidents: Incidents;
let followUps: FollowUps;
let now: number;

beforeEach(() => {
  db = new DeskDatabase('incidents');
  now = BEGUN + HOUR;
  const context = { db, now: () => now, newId: () => crypto.randomUUID() };
  desk = new Desk(context);
  incidents = new Incidents(context);
  followUps = new FollowUps(context);
});

afterEach(() => db.delete());

const leyford: IncidentFields = {
  title: 'Outage in Leyford',
  area: 'Leyford, Kerrow Lane',
  state: 'known',
  since: BEGUN,
  expected: null,
  message: 'A cable is cut; engineers are there.',
  link: null,
  lang: 'en',
};

/** Opens a case of a customer; gives its id. */
async function caseOf(handle: string, text: string): Promise<string> {
  const id = String(1_000 + (await db.cases.count()));
  const tweet: SentTweet = {
    id,
    handle,
    name: handle,
    text,
    lang: 'en',
    time: new Date(BEGUN + HOUR / 2).toISOString(),
    permalink: `https://x.com/${handle}/status/${id}`,
  };
  const opened = await desk.open({
    requestId: crypto.randomUUID(),
    tweet,
    thread: [],
    account: null,
    by: 'JD',
    brand: new Set(),
  });
  await desk.change(opened.case.id, { topic: 'outage' }, 'JD');
  return opened.case.id;
}

const linkedTo = async (id: string): Promise<string[]> => (await incidents.casesOf(id)).map((known) => known.id).sort();

describe('incidents on the desk', () => {
  it('take the case that they are opened from, and give it back when undone', async () => {
    const known = await caseOf('mara', 'No internet in Leyford');
    const { id, step } = await incidents.create(leyford, [known], 'JD');
    expect(await linkedTo(id)).toEqual([known]);
    expect(await desk.history(known)).toContainEqual(
      expect.objectContaining({
        change: { what: 'incident', did: 'linked', title: leyford.title, incidentId: id },
        by: 'JD',
      }),
    );
    await incidents.undo(step);
    expect(await incidents.all()).toEqual([]);
    expect(await db.cases.get(known)).not.toHaveProperty('incidentId');
    expect(
      (await desk.history(known)).some((entry) => entry.kind === 'change' && entry.change.what === 'incident'),
    ).toBe(false);
  });

  it('propose the cases that fit, and none twice that the rep has refused', async () => {
    const here = await caseOf('mara', 'No internet in Leyford since this morning');
    const alsoHere = await caseOf('hal', 'Kerrow Lane is dark, the internet is gone');
    const elsewhere = await caseOf('ulla', 'No internet in Whitten');
    const { id } = await incidents.create(leyford, [], null);
    const proposed = async (): Promise<string[]> => (await incidents.proposals(id)).map((one) => one.case.id).sort();
    expect(await proposed()).toEqual([here, alsoHere].sort());
    expect(await proposed()).not.toContain(elsewhere);
    const refused = await incidents.refuse(id, alsoHere);
    expect(await proposed()).toEqual([here]);
    await incidents.undo(refused);
    expect(await proposed()).toHaveLength(2);
    await incidents.link(id, [here, alsoHere], 'JD');
    expect(await proposed()).toEqual([]);
    await incidents.unlink(here, 'JD');
    // It was said to be no part of it.
    expect(await proposed()).toEqual([]);
    expect(await linkedTo(id)).toEqual([alsoHere]);
  });

  it('tell everybody once, also those who are linked later', async () => {
    const first = await caseOf('mara', 'No internet in Leyford');
    const second = await caseOf('hal', 'No internet in Leyford either');
    const { id } = await incidents.create(leyford, [first], null);
    await incidents.startUpdate(id);
    await incidents.mark(id, first, 'told');
    await incidents.link(id, [second], null);
    const list = await db.updateLists.get(id);
    expect(list && progressOf(list).words).toBe('1 of 2 told');
    await incidents.endUpdate(id);
    expect(await db.updateLists.count()).toBe(0);
  });

  it('make one item of all check-ins once fixed, for nobody twice', async () => {
    const cases = [await caseOf('mara', 'No internet in Leyford'), await caseOf('hal', 'Leyford is down')];
    const { id } = await incidents.create(leyford, cases, null);
    await incidents.change(id, { state: 'fixed' });
    expect(await incidents.open()).toEqual([]);
    const step = await incidents.checkIn(id, 'UTC', 'JD');
    expect(step.followUpIds).toHaveLength(2);
    expect((await incidents.checkIn(id, 'UTC', 'JD')).followUpIds).toEqual([]);
    now += 48 * HOUR;
    expect(await followUps.countDue()).toBe(1);
    await incidents.undo(step);
    expect(await followUps.waiting()).toEqual([]);
  });
});
