import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IncidentFields } from '../incidents/incident';
import type { SentTweet } from '../protocol';
import { DeskDatabase } from './database';
import { Desk } from './desk';
import { Incidents } from './incidents';

const START = Date.parse('2026-05-04T10:00:00Z');
const BRAND: ReadonlySet<string> = new Set(['lantern']);

let db: DeskDatabase;
let desk: Desk;
let incidents: Incidents;

beforeEach(() => {
  let ids = 0;
  const context = { db: new DeskDatabase('incidents'), now: () => START, newId: () => `id-${++ids}` };
  db = context.db;
  desk = new Desk(context);
  incidents = new Incidents(context);
});

afterEach(() => db.delete());

const fields: IncidentFields = {
  ...{ title: 'Outage in Whitten', area: 'Whitten', state: 'known', since: START - 60_000 },
  ...{ expected: null, message: '', link: null, lang: 'en' },
};

async function caseOf(handle: string, text: string): Promise<string> {
  const time = new Date(START).toISOString();
  const id = `${handle.length}${text.length}`;
  const tweet: SentTweet = {
    id,
    handle,
    name: handle,
    text,
    lang: 'en',
    time,
    permalink: `https://x.com/${handle}/status/${id}`,
  };
  const opened = await desk.open({
    requestId: `open-${handle}`,
    tweet,
    thread: [],
    account: null,
    by: 'JD',
    brand: BRAND,
  });
  return opened.case.id;
}

describe('incidents', () => {
  it('are made with their cases, and taken back', async () => {
    const first = await caseOf('ada', 'no internet in Whitten');
    const { id, step } = await incidents.create(fields, [first], 'JD');
    expect(await db.cases.get(first)).toMatchObject({ incidentId: id });
    await incidents.undo(step);
    expect(await incidents.all()).toEqual([]);
    expect(await db.cases.get(first)).not.toHaveProperty('incidentId');
  });

  it('propose what fits, from either side, until it is linked or refused', async () => {
    const { id } = await incidents.create(fields, [], 'JD');
    const fits = await caseOf('ada', 'the internet in Whitten is down');
    const other = await caseOf('ben', 'the internet in Leyton is down');
    await desk.change(fits, { topic: 'outage' }, 'JD');
    expect(await incidents.bestFor(fits)).toMatchObject({ incident: { id }, candidate: { id: fits } });
    expect(await incidents.bestFor(other)).toBeNull();
    expect((await incidents.proposals(id)).map((proposed) => proposed.case.id)).toEqual([fits]);
    const refused = await incidents.refuse(id, fits);
    expect(await incidents.bestFor(fits)).toBeNull();
    await incidents.undo(refused);
    await incidents.link(id, [fits], 'JD');
    expect(await incidents.bestFor(fits)).toBeNull();
    expect(await incidents.proposals(id)).toEqual([]);
  });
});
