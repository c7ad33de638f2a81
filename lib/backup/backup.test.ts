import 'fake-indexeddb/auto';
import Dexie, { liveQuery } from 'dexie';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deskRows } from '../../e2e/bench/desk-rows';
import { DeskDatabase } from '../desk/database';
import { HandOvers } from '../desk/hand-over';
import { keepCase } from '../desk/keep';
import { countTexts } from '../desk/texts';
import { type BackupLock, lockOf } from './lock';
import { mergeStaged, previewMerge } from './merge';
import { checkBackup, readBackup, readBackupHeader } from './read';
import {
  DERIVED,
  differingSettings,
  dropStage,
  emptyAgain,
  isEmptyDesk,
  readOwn,
  restoreIntoEmpty,
  settleDerived,
  stage,
  stagedPages,
} from './restore';
import { isHarmless } from './row';
import { writeBackup } from './write';

const ROUNDS = 1_000;
const AT = Date.UTC(2026, 4, 4, 12);
let lock: BackupLock;
let db: DeskDatabase;
let names = 0;

beforeAll(async () => {
  lock = await lockOf('three blue lamps', { rounds: ROUNDS });
});

beforeEach(async () => {
  db = new DeskDatabase(`desk-${++names}`);
});

/** A desk with something in every table, so that a new table cannot be forgotten. */
async function fill(target: DeskDatabase, cases = 40): Promise<void> {
  for (const chunk of deskRows({ cases })) {
    for (const [table, rows] of Object.entries(chunk)) await target.table(table).bulkPut(rows);
  }
  await target.settings.put({ key: 'desk', value: { id: 'desk-one', name: 'Front desk' } });
  await target.settings.put({
    key: 'odd',
    value: { text: 'half a sign \ud83d, quotes ", \u2028 and\nlines', list: [1, null] },
  });
  for (const table of target.tables) {
    if ((await table.count()) > 0) continue;
    const { keyPath, auto } = table.schema.primKey;
    await table.bulkPut(
      [1, 2, 3].map((n) => ({
        ...(auto ? {} : { [String(keyPath)]: `${table.name}-${n}` }),
        at: n,
        caseId: 'none',
        nested: { n },
      })),
    );
  }
}

async function allRows(target: DeskDatabase): Promise<Record<string, unknown[]>> {
  const rows: Record<string, unknown[]> = {};
  for (const table of target.tables) rows[table.name] = await table.toArray();
  return rows;
}

async function backUp(target: DeskDatabase, with_: BackupLock | null = lock): Promise<Blob> {
  const written = await writeBackup(target.name, { at: AT, lock: with_ });
  if (!written) throw new Error('There is no desk.');
  return written.file;
}

async function restored(file: Blob, with_: BackupLock | null = lock): Promise<DeskDatabase> {
  const target = new DeskDatabase(`desk-${++names}`);
  await target.open();
  const summary = await checkBackup(file, { lock: with_ });
  await restoreIntoEmpty(target, readBackup(file, { lock: with_ }), summary, { settings: 'backup' });
  return target;
}

describe('a backup', () => {
  it.each([
    ['locked', true],
    ['without a passphrase', false],
  ])('gives back every row of every table, %s', async (_, isLocked) => {
    await fill(db);
    const key = isLocked ? lock : null;
    const target = await restored(await backUp(db, key), key);
    expect(await allRows(target)).toEqual(await allRows(db));
  });

  it('is opened by its passphrase, typed anywhere', async () => {
    await fill(db, 5);
    const file = await backUp(db);
    const { lock: told } = await readBackupHeader(file);
    expect(await restored(file, await lockOf('three blue lamps', told ?? {})).then(allRows)).toEqual(await allRows(db));
    const wrong = await lockOf('three blue lamp', told ?? {});
    await expect(checkBackup(file, { lock: wrong })).rejects.toThrow('not the passphrase');
    await expect(checkBackup(file, { lock: null })).rejects.toThrow('not the passphrase');
  });

  it('tells nothing of the desk without the passphrase', async () => {
    await fill(db, 5);
    const text = await (await backUp(db)).text();
    for (const word of ['customers', 'Front desk', 'Lantern']) expect(text).not.toContain(word);
  });

  it('is of a desk that is empty, too; and of none where there is none', async () => {
    expect(await writeBackup('nobody', { at: AT, lock })).toBeNull();
    await db.open();
    expect(await allRows(await restored(await backUp(db)))).toEqual(await allRows(db));
  });

  it('can be stopped', async () => {
    await fill(db, 5);
    await expect(writeBackup(db.name, { at: AT, lock, signal: AbortSignal.abort() })).rejects.toThrow();
  });

  it('says so where somebody worked meanwhile, and what follows from the rest is worked out anew', async () => {
    await fill(db);
    const working: Promise<unknown>[] = [];
    const progress = (): void => {
      if (working.length === 0) working.push(db.counters.put({ key: 'tag|of nobody', count: 7 }));
    };
    const file = (await writeBackup(db.name, { at: AT, lock, progress }))?.file ?? new Blob();
    await Promise.all(working);
    expect((await checkBackup(file, { lock })).end.changed).toBe(true);
    const target = await restored(file);
    // Reports count again.
    expect(await target.summaries.count()).toBe(0);
    await db.counters.delete('tag|of nobody');
    expect(await target.counters.toArray()).toEqual(await db.counters.toArray());
  });
});

describe.each([
  ['locked', () => lock],
  ['without a passphrase', () => null],
] as [string, () => BackupLock | null][])('a file that is not as it was, %s', (_, key) => {
  let bytes: Uint8Array<ArrayBuffer>;
  const check = (parts: BlobPart[]) => checkBackup(new Blob(parts), { lock: key() });

  beforeEach(async () => {
    await fill(db, 5);
    bytes = new Uint8Array(await (await backUp(db, key())).arrayBuffer());
  });

  it('is refused wherever it was cut off', async () => {
    for (let part = 1; part < 12; part++) {
      await expect(check([bytes.slice(0, Math.floor((bytes.length * part) / 12))])).rejects.toThrow(/cut off|damaged/);
    }
    await expect(check([bytes.slice(0, -1)])).rejects.toThrow('cut off');
    await expect(check([])).rejects.toThrow('not a backup');
    await expect(check([bytes, 'more'])).rejects.toThrow('changed or damaged');
  });

  it('is refused with any bit changed', async () => {
    for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 150)) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      await expect(check([changed]), `byte ${at}`).rejects.toMatchObject({ name: 'RefusedBackup' });
    }
  });

  it('is refused if it is of a newer Hark, or something else', async () => {
    const text = '{"format":"hark-backup","version":2,"at":1} abc\n';
    await expect(check([text])).rejects.toThrow('newer version');
    await expect(check(['{"handles":["Lantern"]}\n'])).rejects.toThrow('not a backup');
    await expect(check(['x'.repeat(100_000)])).rejects.toThrow('not a backup');
  });
});

it('pieces cannot be left out, moved or taken from another file', { timeout: 30_000 }, async () => {
  for (const key of [lock, null]) {
    const desk = new DeskDatabase(`desk-${++names}`);
    // Words that do not shrink, so that there are several pieces.
    await desk.settings.bulkPut(
      Array.from({ length: 12 }, (_, n) => ({
        key: `noise-${n}`,
        value: noise(60),
      })),
    );
    const [one, other] = [await split(await backUp(desk, key)), await split(await backUp(desk, key))];
    expect(one.pieces.length).toBeGreaterThan(3);
    const [first, second, ...rest] = one.pieces;
    if (!first || !second) throw new Error('Too few pieces.');
    const check = (...parts: Uint8Array<ArrayBuffer>[]) => checkBackup(new Blob([one.head, ...parts]), { lock: key });
    expect((await check(first, second, ...rest)).end.rows.settings).toBe(12);
    await expect(check(second, first, ...rest)).rejects.toThrow('changed or damaged');
    await expect(check(first, ...rest)).rejects.toThrow('changed or damaged');
    await expect(check(first, second)).rejects.toThrow('cut off');
    const last = rest.at(-1);
    if (last) await expect(check(first, last)).rejects.toThrow('changed or damaged');
    if (key) await expect(check(first, ...other.pieces.slice(1))).rejects.toThrow('changed or damaged');
  }
});

/** Numbers that do not shrink. */
function noise(thousands: number): string {
  return Array.from({ length: thousands }, () => crypto.getRandomValues(new Uint32Array(1_000)).join()).join();
}

async function split(file: Blob): Promise<{ head: Uint8Array<ArrayBuffer>; pieces: Uint8Array<ArrayBuffer>[] }> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let at = bytes.indexOf(10) + 1;
  const found = { head: bytes.slice(0, at), pieces: [] as Uint8Array<ArrayBuffer>[] };
  while (at < bytes.length) {
    const end = at + 5 + new DataView(bytes.buffer, at + 1, 4).getUint32(0);
    found.pieces.push(bytes.slice(at, end));
    at = end;
  }
  return found;
}

it('rows that Hark never writes are refused', () => {
  const entry = { id: 'e', caseId: 'c', at: 1, kind: 'tweet', permalink: 'https://x.com/a/status/1' };
  expect(isHarmless('entries', entry)).toBe(true);
  expect(isHarmless('entries', { ...entry, permalink: ' java\nscript:alert(1)' })).toBe(false);
  expect(isHarmless('entries', { ...entry, at: 'now' })).toBe(false);
  expect(isHarmless('settings', JSON.parse('{"key":"x","value":{"__proto__":{"y":1}}}'))).toBe(false);
  expect(isHarmless('settings', [])).toBe(false);
});

describe('restoring into an empty desk', () => {
  it('leaves it empty if it is stopped', async () => {
    await fill(db);
    const file = await backUp(db);
    const target = new DeskDatabase(`desk-${++names}`);
    await target.audit.add({ at: 1, by: null, act: 'settings-changed', caseNumber: null, part: null, count: null });
    const summary = await checkBackup(file, { lock });
    const stop = new AbortController();
    const restoring = restoreIntoEmpty(target, readBackup(file, { lock }), summary, {
      settings: 'backup',
      signal: stop.signal,
      progress: (done) => done > 100 && stop.abort(),
    });
    await expect(restoring).rejects.toThrow();
    expect(await isEmptyDesk(target)).toBe(true);
    expect(await target.audit.count()).toBe(1);
  });

  it('is seen by whoever shows the desk', async () => {
    await fill(db, 3);
    const file = await backUp(db);
    const target = new DeskDatabase(`desk-${++names}`);
    await target.open();
    const seen: number[] = [];
    const showing = liveQuery(() => target.cases.count()).subscribe((count) => seen.push(count));
    await expect.poll(() => seen).toEqual([0]);
    const summary = await checkBackup(file, { lock });
    await restoreIntoEmpty(target, readBackup(file, { lock }), summary, { settings: 'backup' });
    await expect.poll(() => seen.at(-1)).toBe(3);
    showing.unsubscribe();
  });

  it('can be taken out again after the browser was closed under way: what the desk must know itself stays', async () => {
    const own = [
      { key: 'teamPolicy', value: { policy: {}, problems: [], since: 1 } },
      { key: 'erased', value: { salt: 'a secret of this desk', people: [{ hash: 'h', at: 1 }] } },
    ];
    await db.settings.bulkPut([...own, { key: 'odd', value: 1 }]);
    await fill(db, 3);
    await emptyAgain(db);
    expect(await db.settings.toArray()).toEqual([own[1], own[0]]);
    expect(await isEmptyDesk(db)).toBe(true);

    // Where it was noted, all that the desk had comes back.
    const day = { day: '2026-05-04', marketing: 2 };
    await db.table('reportDays').put(day);
    expect(await isEmptyDesk(db)).toBe(true);
    const noted = await readOwn(db);
    await fill(db, 3);
    await emptyAgain(db, noted);
    expect(await db.settings.count()).toBe(2);
    expect(await db.table('reportDays').toArray()).toEqual([day]);
  });

  it('brings no texts of tweets where only links are kept', async () => {
    await fill(db, 3);
    await db.imports.clear();
    const target = new DeskDatabase(`desk-${++names}`);
    await target.settings.put({ key: 'linkOnly', value: true });
    const file = await backUp(db);
    const summary = await checkBackup(file, { lock });
    await restoreIntoEmpty(target, readBackup(file, { lock }), summary, { settings: 'here' });
    expect(await countTexts(db)).not.toEqual({ texts: 0, cases: 0 });
    expect(await countTexts(target)).toEqual({ texts: 0, cases: 0 });
    expect(await target.cases.count()).toBe(3);
  });

  it('asks about settings that differ only where there is a choice', async () => {
    const theirs = ['nextCaseNumber', 'desk', 'handOver', 'teamPolicy', 'erased', 'odd', 'new', 'same'];
    await db.settings.bulkPut(theirs.flatMap((key) => (key === 'new' ? [] : [{ key, value: 1 }])));
    const rows = theirs.map((key) => ({ key, value: key === 'same' ? 1 : 2 }));
    expect(await differingSettings(db, rows, false)).toEqual(['handOver', 'odd']);
    expect(await differingSettings(db, rows, true)).toEqual(['odd']);
  });

  it('can leave the settings that are there', async () => {
    await fill(db, 3);
    const file = await backUp(db);
    const target = new DeskDatabase(`desk-${++names}`);
    await target.settings.bulkPut([
      { key: 'odd', value: 'mine' },
      { key: 'desk', value: { id: 'new', name: '' } },
    ]);
    await restoreIntoEmpty(target, readBackup(file, { lock }), await checkBackup(file, { lock }), { settings: 'here' });
    expect(await target.settings.get('odd')).toMatchObject({ value: 'mine' });
    expect(await target.settings.get('desk')).toMatchObject({ value: { id: 'desk-one' } });
    expect(await target.settings.get('nextCaseNumber')).toMatchObject({ value: 4 });
  });

  it('brings a backup of an older version up to date', async () => {
    const old = new Dexie(`desk-${++names}`);
    old.version(1).stores({ customers: 'id, *handles', cases: 'id, &number', settings: 'key' });
    await old.table('cases').add({ id: 'c', number: 4, customerId: 'p', status: 'open', lists: [] });
    await old.table('settings').add({ key: 'nextCaseNumber', value: 5 });
    const file = (await writeBackup(old.name, { at: AT, lock }))?.file ?? new Blob();
    const summary = await checkBackup(file, { lock });
    expect(summary.header.schema).toBe(1);
    const staged = await stage(readBackup(file, { lock }), summary, (name) => new DeskDatabase(name));
    const target = new DeskDatabase(`desk-${++names}`);
    await restoreIntoEmpty(target, stagedPages(), summary, { settings: 'backup' });
    await dropStage(staged);
    expect(await target.cases.toArray()).toEqual([{ id: 'c', number: 4, customerId: 'p', status: 'open', lists: [] }]);
    expect(await target.followUps.count()).toBe(0);
  });
});

describe('merging into a desk with work on it', () => {
  const from = { id: 'desk-one', name: 'Front desk' };
  let ids = 0;
  const handOversOf = (target: DeskDatabase) => new HandOvers({ db: target, now: () => AT, newId: () => `n${++ids}` });

  async function staged(file: Blob): Promise<DeskDatabase> {
    const open = (name: string) => new DeskDatabase(name);
    return stage(readBackup(file, { lock }), await checkBackup(file, { lock }), open, { leaveOut: DERIVED });
  }

  it('finds nothing to do in a backup of the very same', async () => {
    await fill(db);
    const before = await allRows(db);
    const there = await staged(await backUp(db));
    const preview = await previewMerge(db, there, handOversOf(db), from);
    expect(preview).toMatchObject({ cases: { new: 0, same: 40, differing: 0 }, others: 0 });
    await mergeStaged(db, there, handOversOf(db), from, [], 'JD', { settings: 'here' });
    await dropStage(there);
    expect(await allRows(db)).toEqual(before);
  });

  it('adds what is missing, merges what differs, and writes over nothing', async () => {
    await fill(db);
    const original = await allRows(db);
    const file = await backUp(db);
    // A new desk, whose rep has begun with a case of a customer of the backup and with one of somebody else.
    const desk = new DeskDatabase(`desk-${++names}`);
    const [customer] = await db.customers.toArray();
    const [known] = await db.cases
      .where('customerId')
      .equals(customer?.id ?? '')
      .toArray()
      .catch(() => db.cases.toArray());
    if (!customer || !known) throw new Error('An empty desk.');
    const mine = { ...customer, id: 'mine', note: 'rings after six', changedAt: { note: AT }, createdAt: AT };
    await desk.customers.add(mine);
    await desk.entries.add({
      id: 'my-note',
      caseId: 'my-case',
      at: AT,
      tweetId: null,
      kind: 'note',
      text: 'new',
      by: 'JD',
    });
    await keepCase(desk, { ...known, id: 'my-case', number: 1, customerId: 'mine', openedAt: AT, updatedAt: AT });
    await desk.settings.bulkPut([
      { key: 'nextCaseNumber', value: 2 },
      { key: 'odd', value: 'mine' },
    ]);
    const there = await staged(file);
    const preview = await previewMerge(desk, there, handOversOf(desk), from);
    const differing = await db.cases.filter(({ customerId }) => customerId === customer.id).count();
    expect(preview.cases).toEqual({ new: 40 - differing, same: 0, differing });
    expect(preview.shown?.cases).toHaveLength(differing);
    await mergeStaged(desk, there, handOversOf(desk), from, [], 'JD', { settings: 'here' });
    const again = await previewMerge(desk, there, handOversOf(desk), from);
    expect(again.cases.new).toBe(0);
    expect(again.others).toBe(0);
    await dropStage(there);

    expect(await desk.cases.count()).toBe(41);
    expect(await desk.cases.get('my-case')).toMatchObject({ number: 1 });
    expect(
      (
        await desk.customers
          .where('handles')
          .equals(customer.handles[0] ?? '')
          .first()
      )?.note,
    ).toBe('rings after six');
    expect(await desk.settings.get('odd')).toEqual({ key: 'odd', value: 'mine' });
    const entries = await desk.entries.toArray();
    const held = entries.flatMap(({ id, copies }) => [id, ...(copies ?? []).map((copy) => copy.id)]);
    for (const entry of original.entries ?? []) expect(held).toContain((entry as { id: string }).id);
    const numbers = (await desk.cases.toArray()).map(({ number }) => number);
    expect(new Set(numbers).size).toBe(41);
    expect((await desk.settings.get('nextCaseNumber'))?.value).toBeGreaterThan(Math.max(...numbers));
    // Each case can be found and counted as if it had been opened here.
    expect(await desk.search.count()).toBe(41);
    const counted = new DeskDatabase(`desk-${++names}`);
    await counted.cases.bulkAdd(await desk.cases.toArray());
    await counted.search.bulkAdd(await desk.search.toArray());
    await settleDerived(counted);
    const tally = (await desk.counters.toArray()).filter(({ count }) => count > 0);
    expect(tally).toEqual(await counted.counters.toArray());
  });
});
