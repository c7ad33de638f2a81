import 'fake-indexeddb/auto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { Customer, Entry } from '../../cases/case';
import { Corrections } from '../../corrections/corrections';
import { readHandOver } from '../../handover/read';
import type { SentTweet } from '../../protocol';
import { readReps, readWatchlist } from '../../settings/settings';
import { type Deed, DeskDatabase } from '../database';
import type { CaseRecord } from '../derive';
import { Desk } from '../desk';
import { FollowUps } from '../follow-ups';
import { HandOvers } from '../hand-over';
import { Incidents } from '../incidents';
import { countLists, everyCase, listCases } from '../lists';
import { keptAndRecomputed, readKept } from '../recompute';
import { searchCases } from '../search';
import { type Example, exampleOf, putExample, writeExample } from './example';
import { someDays } from './some-days';

/*
 * Each version of the database has its example here, as that version of Hark has written it. It stays as it is for
 * ever: people have such databases. After a new version, once all of its rows can be written:
 *
 *   HARK_WRITE_EXAMPLE=1 npx vitest run lib/desk/examples
 */

const NOW = Date.parse('2026-05-04T18:00:00Z');
const latest = new DeskDatabase('latest').verno;
const versions = Array.from({ length: latest }, (_, index) => index + 1);
const fileOf = (name: string): string => fileURLToPath(new URL(`${name}.json`, import.meta.url));
const read = (name: string): Example => JSON.parse(readFileSync(fileOf(name), 'utf8'));
/** The first one had neither lists nor search yet: it was made before they came to version 1. */
const examples = ['v1-first', ...versions.map((version) => `v${version}`)].filter((name) => existsSync(fileOf(name)));

let db: DeskDatabase;

afterEach(() => db?.delete());

describe('every version of the database', () => {
  it.runIf(process.env.HARK_WRITE_EXAMPLE && !existsSync(fileOf(`v${latest}`)))('gets its example', async () => {
    db = new DeskDatabase('example');
    await someDays(db);
    writeFileSync(fileOf(`v${latest}`), writeExample(await exampleOf(db)));
  });

  it.each(versions)('has an example: %i', (version) => {
    const name = `v${version}`;
    expect(existsSync(fileOf(name)), 'run HARK_WRITE_EXAMPLE=1 npx vitest run lib/desk/examples').toBe(true);
    expect(read(name).version).toBe(version);
  });

  it('has a row in each table of the latest example', () => {
    const empty = read(`v${latest}`).stores.filter(({ rows }) => rows.length === 0);
    expect(empty.map(({ name }) => name)).toEqual([]);
    expect(read(`v${latest}`).stores.map(({ name }) => name)).toEqual(
      new DeskDatabase('latest').tables.map(({ name }) => name).sort(),
    );
  });
});

function tweet(id: string, handle: string, text: string): SentTweet {
  const permalink = `https://x.com/${handle}/status/${id}`;
  return { id, handle, name: handle, text, lang: 'en', time: new Date(NOW).toISOString(), permalink };
}

describe.each(examples)('a database of version %s', (name) => {
  const example = read(name);
  const rowsOf = <Row>(store: string): Row[] =>
    (example.stores.find(({ name }) => name === store)?.rows ?? []) as unknown as Row[];

  const open = async () => {
    db = new DeskDatabase(`example-${name}`);
    await putExample(example, db.name);
    let ids = 0;
    const context = { db, now: () => NOW, newId: () => `new-${++ids}` };
    return { context, desk: new Desk(context) };
  };

  it('keeps every row', async () => {
    await open();
    for (const { name, keyPath, rows } of example.stores) {
      const kept = await db.table(name).bulkGet(rows.map((row) => row[keyPath] as string | number));
      expect(kept, name).toMatchObject(rows);
      expect(await db.table(name).count(), name).toBe(rows.length);
    }
    expect(db.verno).toBe(latest);
  });

  it('can be read by all that Hark does', async () => {
    const { context, desk } = await open();
    const cases = rowsOf<CaseRecord>('cases');
    const { kept, recomputed } = keptAndRecomputed(await readKept(db));
    expect(kept).toEqual(recomputed);

    const numbers = (found: readonly { number: number }[]): number[] => found.map(({ number }) => number).sort();
    expect(numbers(await listCases(db, everyCase, 'JD', 100))).toEqual(numbers(cases));
    expect((await countLists(db, everyCase, 'JD')).all).toBe(cases.length);
    for (const known of cases) {
      const entries = rowsOf<Entry>('entries').filter(({ caseId }) => caseId === known.id);
      expect(new Set((await desk.history(known.id)).map(({ id }) => id))).toEqual(new Set(entries.map(({ id }) => id)));
      const { found } = await searchCases(db, `#${known.number}`, everyCase, 'JD', { limit: 1 });
      expect(found[0]?.case.id).toBe(known.id);
    }
    for (const customer of rowsOf<Customer>('customers')) {
      for (const handle of customer.handles)
        expect(await desk.customerByHandle(handle)).toMatchObject({ id: customer.id });
    }
    for (const { caseId, text } of rowsOf<{ caseId: string; text: string }>('drafts')) {
      expect(await desk.draft(caseId)).toBe(text);
    }
    expect((await desk.dismissed(100)).sort()).toEqual(
      rowsOf<{ tweetId: string }>('dismissals')
        .map(({ tweetId }) => tweetId)
        .sort(),
    );
    expect(await new Corrections(context).count()).toBe(rowsOf('corrections').length);
    expect(await readWatchlist(db)).toMatchObject({ handles: ['Lantern'], categories: ['fibre'] });
    expect((await readReps(db)).reps).toContainEqual(expect.objectContaining({ initials: 'JD' }));
    const waiting = rowsOf<{ state: string }>('followUps').filter(({ state }) => state === 'waiting');
    expect(await new FollowUps(context).waiting()).toHaveLength(waiting.length);
    expect(await new Incidents(context).all()).toHaveLength(rowsOf('incidents').length);
  });

  it('fits today’s schemas, and what is in it can be handed over', async () => {
    const { context } = await open();
    const { pieces, leftOut, cases } = await new HandOvers(context).write({ by: 'JD', to: null }, 0);
    expect({ leftOut, cases }).toEqual({ leftOut: 0, cases: rowsOf('cases').length });
    const file = await readHandOver(pieces.join(''));
    expect(file.ok).toBe(true);
  });

  it('goes on: cases are opened, answered, changed and taken back', async () => {
    const { desk } = await open();
    const before = await db.entries.count();
    const brand = new Set(['lantern']);
    const from = { thread: [], account: 'Lantern', by: 'JD', brand };
    const opened = await desk.open({ ...from, requestId: 'first', tweet: tweet('900', 'mira_holt', 'Off again') });
    expect(opened.kind).toBe('added');
    const other = await desk.open({ ...from, requestId: 'second', tweet: tweet('901', 'ines_quill', 'Hello?') });
    expect(other.case.number).toBeGreaterThan(Math.max(...rowsOf<CaseRecord>('cases').map(({ number }) => number)));
    const post = { ...from, rep: 'JD', spoken: [], reason: null, account: 'Lantern', parts: ['On it. ^JD'] };
    await desk.recordPost({ ...post, requestId: 'third', answered: tweet('901', 'ines_quill', 'Hello?') });
    await desk.recordReply('901', tweet('902', 'Lantern', 'On it. ^JD'));
    await desk.setInDm(opened.case.id, true, 'JD', 'dm');
    await desk.remind({ requestId: 'r', tweetId: '901', dueAt: NOW, reason: 'Ask again', by: 'JD' });
    await desk.change(opened.case.id, { status: 'resolved', tags: [] }, 'JD');
    for (const known of rowsOf<CaseRecord>('cases')) await desk.addNote(known.id, 'Seen', 'MO');
    expect(await desk.undo('second')).toMatchObject({ ok: false });
    expect(await db.entries.count()).toBeGreaterThan(before + rowsOf('cases').length);
    const { kept, recomputed } = keptAndRecomputed(await readKept(db));
    expect(kept).toEqual(recomputed);
  });

  it('lets its last click be taken back', async () => {
    const { desk } = await open();
    const clicks = rowsOf<Deed>('deeds').filter(({ kind, undone }) => undone === 0 && kind === 'added');
    expect(await desk.undo(clicks.at(-1)?.id ?? '')).toMatchObject({ ok: true });
    const { kept, recomputed } = keptAndRecomputed(await readKept(db));
    expect(kept).toEqual(recomputed);
  });
});
