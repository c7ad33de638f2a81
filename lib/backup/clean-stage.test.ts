import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Corrections } from '../corrections/corrections';
import { DeskDatabase } from '../desk/database';
import { erase } from '../desk/erasing';
import { Incidents } from '../desk/incidents';
import { OneDesk } from '../desk/one-desk';
import { keptAndRecomputed, readKept } from '../desk/recompute';
import type { SentTweet } from '../protocol';
import { writeShiftEnd } from '../settings/hand-over';
import { writeLinkOnly } from '../settings/keeping';
import { addRecent } from '../settings/replying';
import { cleanStage } from './clean-stage';
import { mergeStaged, previewMerge } from './merge';
import { checkBackup, readBackup } from './read';
import { DERIVED, dropStage, stage } from './restore';
import { writeBackup } from './write';

const MINUTE = 60_000;
const brand = new Set(['lantern']);
const from = { id: 'of-the-backup', name: 'Front desk' };
let now: number;
let ids: number;

class BackedDesk extends OneDesk {
  constructor(name: string) {
    super(name, { of: 'backed', now: () => now, newId: () => `${name}-${++ids}` });
  }

  async open(tweet: SentTweet, thread: SentTweet[] = []) {
    now += MINUTE;
    return this.desk.open({ requestId: `r-${++ids}`, tweet, thread, account: null, by: this.name, brand });
  }

  async erase(handle: string) {
    now += MINUTE;
    return erase(this.context, (await this.desk.customerByHandle(handle))?.id ?? '', this.name);
  }
}

let desk: BackedDesk;
let fresh: BackedDesk;
let staged: DeskDatabase | null;

beforeEach(() => {
  now = Date.parse('2026-05-04T09:00:00Z');
  ids = 0;
  desk = new BackedDesk('JD');
  fresh = new BackedDesk('KM');
  staged = null;
});
afterEach(async () => {
  if (staged) await dropStage(staged);
  await desk.db.delete();
  await fresh.db.delete();
});

function tweet(id: number, handle: string, text: string): SentTweet {
  const time = new Date(now).toISOString();
  const permalink = `https://x.com/${handle}/status/${id}`;
  return { id: String(id), handle, name: `${handle} name`, text, lang: 'en', time, permalink };
}

async function backUp(of: BackedDesk): Promise<Blob> {
  const written = await writeBackup(of.db.name, { at: now, lock: null });
  if (!written) throw new Error('There is no desk.');
  return written.file;
}

/** Merges a file into a desk, as the page does. */
async function merge(into: BackedDesk, file: Blob) {
  const summary = await checkBackup(file, { lock: null });
  const open = (name: string) => new DeskDatabase(name);
  staged = await stage(readBackup(file, { lock: null }), summary, open, { leaveOut: DERIVED });
  const trail = await staged.audit.toArray();
  await cleanStage(into.db, staged);
  expect(await staged.audit.toArray()).toEqual(trail);
  const preview = await previewMerge(into.db, staged, into.handOvers, from);
  await mergeStaged(into.db, staged, into.handOvers, from, [], 'JD', { settings: 'here' });
  const { kept, recomputed } = keptAndRecomputed(await readKept(into.db));
  expect(kept).toEqual(recomputed);
  await dropStage(staged);
  return preview;
}

/** Loses all but the settings and the trail. */
async function loseAll({ db }: BackedDesk): Promise<void> {
  for (const table of db.tables) if (!['settings', 'audit'].includes(table.name)) await table.clear();
}

/** Somebody about whom something stands in every table, and somebody else who names them. */
async function workOnMira(of: BackedDesk): Promise<void> {
  const { case: known } = await of.open(tweet(1, 'mira_k', 'zebra is down'), [tweet(2, 'other_7', 'me too')]);
  const { case: other } = await of.open(tweet(3, 'tobias_w', 'like @mira_k says'), [tweet(4, 'mira_k', 'zebra')]);
  await of.desk.addNote(other.id, 'Knows mira_k', 'JD');
  await of.desk.saveDraft(known.id, 'draft zebra');
  await of.desk.saveDraft(other.id, 'ask mira_k');
  await addRecent(of.db, 'JD', 'Hi @mira_k, zebra');
  await writeShiftEnd(of.db, { to: '', notes: { [known.id]: 'zebra' }, written: {}, at: null, since: null });
  const incidents = new Incidents(of.context);
  const outage = { title: 'Outage', area: 'Whitten', state: 'known' as const, since: now, expected: null };
  const made = await incidents.create({ ...outage, message: 'Sorry', link: null, lang: 'en' }, [known.id], 'JD');
  await incidents.startUpdate(made.id);
  const correction = { id: 'k', tweetId: '9', handle: 'mira_k', about: 'ours' as const, right: false };
  await new Corrections(of.context).correct({ ...correction, features: [1] });
}

describe('a backup with somebody who was erased here since', () => {
  it('brings nothing of them back, and all of the others', async () => {
    await workOnMira(desk);
    await fresh.open(tweet(20, 'nia77', 'hello'));
    await fresh.take(desk);
    await desk.take(fresh);
    const file = await backUp(desk);
    const cases = await desk.db.cases.count();
    await desk.erase('mira_k');
    // What the desk has lost since then comes back, but for them.
    await loseAll(desk);
    const preview = await merge(desk, file);
    expect(preview.cases.new).toBe(cases - 1);
    const all = await desk.everything();
    for (const trace of ['mira_k', 'zebra', '"9"']) expect(all).not.toContain(trace);
    expect(all).toContain('tobias_w');
    expect(all).toContain('nia77');
    expect(all).toContain('ask [erased]');
    expect(await desk.db.imports.count()).toBe(1);
  });

  it('finds nothing to do where nothing else is missing', async () => {
    await workOnMira(desk);
    const file = await backUp(desk);
    await desk.erase('mira_k');
    const before = await desk.everything();
    const preview = await merge(desk, file);
    expect(preview).toMatchObject({ cases: { new: 0, differing: 0 } });
    expect(await desk.everything()).toBe(before);
  });

  it('leaves out where others name them, though they never had a case in it', async () => {
    await fresh.open(tweet(3, 'tobias_w', 'like @mira_k says'), [tweet(4, 'mira_k', 'zebra')]);
    const file = await backUp(fresh);
    await desk.open(tweet(1, 'mira_k', 'zebra is down'));
    await desk.erase('mira_k');
    await merge(desk, file);
    expect(await desk.everything()).not.toContain('mira_k');
    expect(await desk.everything()).toContain('tobias_w');
  });

  it('brings them back as they are since they came again', async () => {
    await desk.open(tweet(1, 'mira_k', 'zebra is down'));
    await desk.erase('mira_k');
    now += MINUTE;
    await desk.open(tweet(5, 'mira_k', 'a new question'));
    const file = await backUp(desk);
    await loseAll(desk);
    await merge(desk, file);
    expect(await desk.desk.customerByHandle('mira_k')).toBeDefined();
    expect(await desk.everything()).toContain('a new question');
  });
});

it('a backup with texts brings none where only links are kept', async () => {
  await workOnMira(fresh);
  const file = await backUp(fresh);
  await desk.open(tweet(30, 'nia77', 'hello'));
  await writeLinkOnly(desk.db, true);
  await merge(desk, file);
  const tables = [desk.db.entries, desk.db.cases, desk.db.search, desk.db.deeds, desk.db.imports];
  const all = JSON.stringify(await Promise.all(tables.map((table) => table.toArray())));
  expect(all).not.toContain('zebra');
  expect(await desk.desk.customerByHandle('mira_k')).toBeDefined();
});
