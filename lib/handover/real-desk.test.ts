import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DeskDatabase } from '../desk/database';
import { Desk } from '../desk/desk';
import { People } from '../desk/people';
import type { SentTweet } from '../protocol';
import { planImport } from './plan';
import { hasNothingNew, previewImport } from './preview';
import { readHandOver } from './read';
import { type DeskRows, eachTable, emptyRows } from './rows';
import { unfold } from './unfold';
import { writeHandOver } from './write';

const START = Date.parse('2026-05-04T09:00:00Z');
const HOUR = 3_600_000;
const here = { id: 'here', name: 'JD’s desk' };

let db: DeskDatabase;
let desk: Desk;
let people: People;
let now: number;

beforeEach(() => {
  db = new DeskDatabase('hand-over');
  now = START;
  let ids = 0;
  desk = new Desk({ db, now: () => now, newId: () => `id-${++ids}` });
  people = new People({ db, now: () => now });
});

afterEach(() => db.delete());

function tweet(id: number, handle: string, text: string): SentTweet {
  const permalink = `https://x.com/${handle}/status/${id}`;
  return { id: String(id), handle, name: handle, text, lang: 'en', time: new Date(now).toISOString(), permalink };
}

let requests = 0;
async function open(on: SentTweet, thread: SentTweet[] = []) {
  const requestId = `r-${++requests}`;
  now += 60_000;
  const opened = await desk.open({
    requestId,
    tweet: on,
    thread,
    account: null,
    by: 'JD',
    brand: new Set(['lantern']),
  });
  return { requestId, ...opened };
}

async function rowsOf(): Promise<DeskRows> {
  const [customers, cases, entries] = await Promise.all([
    db.customers.toArray(),
    db.cases.toArray(),
    db.entries.toArray(),
  ]);
  return { customers, cases, entries, flat: eachTable(() => []) };
}

/** A day on a desk with all that a desk can do. */
async function aDay(): Promise<void> {
  const first = await open(tweet(1, 'Mira', 'No line here'), [tweet(9, 'other', 'same here')]);
  await desk.recordReply('1', tweet(2, 'Lantern', 'On it ^JD'));
  await desk.change(first.case.id, { status: 'resolved', topic: 'outage', tags: ['vip'] }, 'JD');
  now += HOUR;
  const again = await open(tweet(3, 'Mira', 'Gone again'));
  await desk.undo(again.requestId);
  await open(tweet(3, 'Mira', 'Gone again'));
  await desk.change(first.case.id, { owner: null, tags: ['late'] }, 'KM');
  await desk.addNote(first.case.id, 'Called her', 'KM');
  await desk.change(first.case.id, { status: 'closed' }, 'KM');
  now += 100 * HOUR;
  await open(tweet(4, 'Mira', 'And again'), [tweet(1, 'Mira', 'No line here')]);
  const second = await open(tweet(5, 'Nia', 'My bill is wrong'));
  await people.describe(second.customer.id, { account: 'A-17', note: 'Two flats' });
  await people.join(first.customer.id, second.customer.id);
  await open(tweet(6, 'Ola', 'Slow'));
}

describe('the rows of a real desk', () => {
  it('come back as they were on an empty desk', async () => {
    await aDay();
    const rows = await rowsOf();
    const { text, leftOut } = await writeHandOver({ desk: here, by: 'JD', to: null, at: now }, unfold(rows, here));
    expect(leftOut).toEqual([]);
    const read = await readHandOver(text);
    if (!read.ok) throw new Error(read.reason);
    const context = {
      desk: { id: 'there', name: 'there' },
      from: here,
      now,
      by: null,
      newId: () => `new-${++requests}`,
    };
    const plan = planImport(emptyRows(), read.history, { ...context, takeNumber: ({ number }) => number });
    const restored = plan.changes.map(({ table, after }) => ({ table, after }));
    for (const known of rows.cases) {
      const derived = ['lastWords', 'lists'];
      const facts = Object.fromEntries(Object.entries(known).filter(([name]) => !derived.includes(name)));
      expect(restored.find(({ table, after }) => table === 'cases' && after?.id === known.id)?.after).toMatchObject(
        facts,
      );
    }
    for (const entry of rows.entries) {
      expect(restored.find(({ table, after }) => table === 'entries' && after?.id === entry.id)?.after).toMatchObject(
        entry,
      );
    }
    // When details were written stands in their versions from then on.
    for (const { handles, changedAt: _written, ...customer } of rows.customers) {
      const found = restored.find(({ table, after }) => table === 'customers' && after?.id === customer.id)?.after;
      expect(found).toMatchObject({ ...customer, handles: [...handles].sort() });
    }
  });

  it('are not changed by a file of their own, nor by an older one', async () => {
    await aDay();
    const earlier = unfold(await rowsOf(), here);
    const context = { desk: here, from: here, now, by: null, newId: () => `new-${++requests}`, takeNumber: () => 99 };
    expect(planImport(await rowsOf(), earlier, context).changes).toEqual([]);
    await open(tweet(7, 'Ola', 'Still slow'));
    const rows = await rowsOf();
    const ola = rows.customers.find(({ handle }) => handle === 'Ola');
    await desk.change(rows.cases.find(({ customerId }) => customerId === ola?.id)?.id ?? '', { topic: 'speed' }, 'JD');
    expect(planImport(await rowsOf(), earlier, context).changes).toEqual([]);
    const preview = previewImport(await rowsOf(), earlier, here);
    expect(hasNothingNew(preview)).toBe(true);
    expect(preview.counts.here).toBe(1);
  });
});
