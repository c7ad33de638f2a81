import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockOf } from '../backup/lock';
import { reasons } from '../backup/refusal';
import { writeBackup } from '../backup/write';
import { readHandOver } from '../handover/read';
import type { SentTweet } from '../protocol';
import { readColleaguesFile } from '../reports/read-file';
import type { Query } from '../reports/report';
import { writeShift } from '../settings/shift';
import { DeskDatabase } from './database';
import { Desk } from './desk';
import { erase } from './erasing';
import { HandOvers } from './hand-over';
import { Ledger } from './ledger';

const MINUTE = 60_000;
const START = new Date(2026, 4, 4, 12).getTime();
const query: Query = { period: { from: '2026-05-04', to: '2026-05-04' }, topic: null, lang: null, by: null };

let now: number;
let ids: number;
const opened: DeskDatabase[] = [];

/** A desk of its own; all share one clock. */
function makeDesk(name: string) {
  const db = new DeskDatabase(name);
  opened.push(db);
  const context = { db, now: () => now, newId: () => `${name}-${++ids}` };
  const desk = new Desk(context);
  const open = (id: number, handle: string) => {
    const permalink = `https://x.com/${handle}/status/${id}`;
    const tweet: SentTweet = {
      ...{ id: String(id), handle, name: handle, text: 'No line', lang: 'en', permalink },
      time: new Date(now - 5 * MINUTE).toISOString(),
    };
    const asked = {
      requestId: context.newId(),
      tweet,
      thread: [],
      account: 'Lantern',
      by: name,
      brand: new Set<string>(),
    };
    return desk.open(asked);
  };
  return { context, db, desk, open, handOvers: new HandOvers(context), ledger: new Ledger(context) };
}

beforeEach(() => {
  now = START;
  ids = 0;
});
afterEach(async () => {
  for (const db of opened.splice(0)) await db.delete();
});

const reading = (passphrase: string | null = null) => ({
  ...{ passphrase, schema: new DeskDatabase('any').verno },
  progress: () => {},
});

const count = (ledger: Ledger): number | null | undefined =>
  ledger.report(query).funnel.find(({ stage }) => stage === 'opened')?.count;

describe('the ledger', () => {
  it('reads what is kept, and counts a desk that was never counted from its history', async () => {
    const { db, open, ledger } = makeDesk('jd');
    await open(1, 'ada');
    await open(2, 'ben');
    expect((await ledger.read(() => {})).cases).toBe(2);
    await db.summaries.clear();
    const said: string[] = [];
    expect(await ledger.read((words) => said.push(words))).toMatchObject({
      cases: 2,
      languages: ['en'],
    });
    expect(said.join()).toContain('from its history');
    expect(count(ledger)).toBe(2);
    expect(await db.summaries.count()).toBe(2);
  });

  it('puts right what differs from the history, and says how much', async () => {
    const { db, open, ledger } = makeDesk('jd');
    await open(1, 'ada');
    await open(2, 'ben');
    await ledger.read(() => {});
    expect(await ledger.recount(() => {})).toMatchObject({ cases: 2, differing: 0 });
    const known = await db.cases.toCollection().first();
    // Past `keepCase`, as only a repair by hand would.
    await db.cases.update(known?.id ?? '', { topic: 'billing' });
    expect(await ledger.recount(() => {})).toMatchObject({ cases: 2, differing: 1, overview: { cases: 2 } });
    expect(ledger.report({ ...query, topic: 'billing' }).topics).toEqual([{ key: 'billing', count: 1 }]);
  });

  it('waits by the team’s hours', async () => {
    const { db, desk, open, ledger } = makeDesk('jd');
    await writeShift(db, { quiet: null, target: 15, hours: { days: [1], from: 12 * 60 + 10, to: 14 * 60 } });
    await open(1, 'ada');
    const reply = {
      id: '9',
      handle: 'lantern',
      name: 'L',
      text: 'On it ^JD',
      lang: 'en',
      permalink: 'https://x.com/l/status/9',
    };
    await desk.recordReply('1', { ...reply, time: new Date(START + 20 * MINUTE).toISOString() });
    await ledger.read(() => {});
    expect(ledger.report(query).wait.overall.median).toBe(10);
  });

  it('lays a colleague’s file beside the desk, counts a shared case once, and imports nothing', async () => {
    const ours = makeDesk('jd');
    const theirs = makeDesk('km');
    await ours.open(1, 'ada');
    await ours.open(2, 'ben');
    await theirs.open(2, 'ben');
    await theirs.open(3, 'cem');
    const file = await theirs.handOvers.write({ by: 'KM', to: null }, null);
    const read = await readHandOver(file.pieces.join(''));
    if (!read.ok) throw new Error(read.reason);
    await ours.ledger.read(() => {});
    const overview = await ours.ledger.open({ kind: 'hand-over', header: read.header, history: read.history });
    expect(overview).toMatchObject({ cases: 3, files: [{ kind: 'hand-over' }] });
    const { lines } = ours.ledger.cases(query, { by: 'stage', stage: 'opened' }, 10);
    expect(lines.map(({ desk }) => desk !== null).filter(Boolean)).toHaveLength(1);
    expect(await ours.db.cases.count()).toBe(2);
    // The same file again, and closed: as it was.
    await ours.ledger.open({ kind: 'hand-over', header: read.header, history: read.history });
    expect(count(ours.ledger)).toBe(3);
    expect(await ours.ledger.close(read.header.desk.id)).toMatchObject({ cases: 2, files: [] });
  });

  it('keeps those whom this desk has erased out of what files bring', async () => {
    const ours = makeDesk('jd');
    const theirs = makeDesk('km');
    await ours.open(2, 'ben');
    await theirs.open(2, 'ben');
    await theirs.open(3, 'cem');
    const known = await ours.db.customers.toCollection().first();
    now += MINUTE;
    await erase(ours.context, known?.id ?? '', 'JD');
    const file = await theirs.handOvers.write({ by: 'KM', to: null }, null);
    const backup = await writeBackup('km', { at: now, lock: null });
    await ours.ledger.read(() => {});
    for (const opened of [new Blob(file.pieces), backup?.file ?? new Blob()]) {
      const read = await readColleaguesFile(opened, reading());
      if (!read.ok) throw new Error('It is refused.');
      expect(await ours.ledger.open(read.file)).toMatchObject({ cases: 1 });
      await ours.ledger.close(read.file.header.desk.id);
    }
  });

  it('opens a backup with its passphrase, and counts what a hand-over of the same desk counts, and more', async () => {
    const ours = makeDesk('jd');
    const theirs = makeDesk('km');
    await theirs.handOvers.desk();
    await ours.open(1, 'ada');
    await ours.open(2, 'ben');
    now += 20 * MINUTE;
    await theirs.open(2, 'ben');
    const reply = {
      id: '9',
      handle: 'lantern',
      name: 'L',
      text: 'On it ^KM',
      lang: 'en',
      permalink: 'https://x.com/l/status/9',
    };
    await theirs.desk.recordReply('2', { ...reply, time: new Date(now).toISOString() });
    await theirs.open(3, 'cem');
    await theirs.db.funnel.put({ day: '2026-05-04', seen: 70, relevant: 7, actionable: 3, opened: 2, answered: 1 });
    const file = await theirs.handOvers.write({ by: 'KM', to: null }, null);
    const lock = await lockOf('three blue lamps', { rounds: 1_000 });
    const backup = (await writeBackup('km', { at: now, lock }))?.file ?? new Blob();

    const asked = (passphrase: string | null) => readColleaguesFile(backup, reading(passphrase));
    expect(await asked(null)).toEqual({ ok: false, locked: { at: now, isWrong: false } });
    expect(await asked('three red lamps')).toEqual({ ok: false, locked: { at: now, isWrong: true } });
    const cut = new Blob([await backup.slice(0, backup.size - 40).arrayBuffer()]);
    expect(await readColleaguesFile(cut, reading('three blue lamps'))).toMatchObject({
      reason: expect.stringMatching(/cut off|damaged/),
    });

    await ours.ledger.read(() => {});
    const reports = [];
    for (const read of [await readColleaguesFile(new Blob(file.pieces), reading()), await asked('three blue lamps')]) {
      if (!read.ok) throw new Error('It is refused.');
      expect(await ours.ledger.open(read.file)).toMatchObject({ cases: 3, files: [{ kind: read.file.kind }] });
      reports.push(ours.ledger.report(query));
    }
    const [handOver, whole] = reports;
    expect(whole).toMatchObject({ wait: handOver?.wait, overTime: handOver?.overTime, topics: handOver?.topics });
    expect(handOver?.lacking).toEqual(['A desk without a name']);
    expect(whole?.lacking).toEqual([]);
    expect([handOver, whole].map((report) => report?.funnel[0]?.count)).toEqual([0, 70]);
    expect(await ours.db.cases.count()).toBe(2);
  });

  it('counts a backup from its histories where its desk had not', async () => {
    const ours = makeDesk('jd');
    const theirs = makeDesk('km');
    await theirs.open(2, 'ben');
    await theirs.db.summaries.clear();
    const backup = (await writeBackup('km', { at: now, lock: null }))?.file ?? new Blob();
    const read = await readColleaguesFile(backup, reading());
    if (!read.ok) throw new Error('It is refused.');
    await ours.ledger.read(() => {});
    await ours.ledger.open(read.file);
    expect(ours.ledger.report(query)).toMatchObject({ languages: [{ key: 'en', count: 1 }] });
  });

  it('refuses a backup with words that no report knows, and one of a newer version', async () => {
    const theirs = makeDesk('km');
    await theirs.open(2, 'ben');
    const known = await theirs.db.cases.toCollection().first();
    const summary = await theirs.db.summaries.toCollection().first();
    const day = { day: '2026-05-04', seen: 9, relevant: 2, actionable: 1, opened: 1, answered: 0 };
    const written = async () => (await writeBackup('km', { at: now, lock: null }))?.file ?? new Blob();
    const asked = async () => readColleaguesFile(await written(), reading());
    expect(await asked()).toMatchObject({ ok: true });
    const harmful = { ok: false, reason: reasons.harmful };

    const odd = String(summary?.cases).replace('"support"', '"elsewhere"');
    await theirs.db.summaries.update(summary?.part ?? 0, { cases: odd });
    expect(await asked()).toEqual(harmful);
    await theirs.db.summaries.update(summary?.part ?? 0, { cases: String(summary?.cases) });
    await theirs.db.table('cases').update(known?.id ?? '', { topic: 'comets' });
    expect(await asked()).toEqual(harmful);
    await theirs.db.table('cases').update(known?.id ?? '', { topic: known?.topic });
    await theirs.db.funnel.put({ ...day, kinds: { 'billing|riddle|en': [2, 1] } });
    expect(await asked()).toEqual(harmful);
    await theirs.db.funnel.put({ ...day, kinds: { 'billing|question|en': [2, 1] } });
    expect(await asked()).toMatchObject({ ok: true });

    const older = { ...reading(), schema: reading().schema - 1 };
    expect(await readColleaguesFile(await written(), older)).toMatchObject({
      reason: expect.stringContaining('newer version'),
    });
  });
});
