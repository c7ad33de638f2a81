import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import type { SentTweet } from '../protocol';
import { DeskDatabase } from './database';
import { Desk } from './desk';

const START = Date.parse('2026-05-04T10:00:00Z');
const NAME = 'older';
let db: DeskDatabase;

afterEach(() => db.delete());

const first = {
  customers: 'id, *handles',
  cases: 'id, &number, [customerId+openedAt], *lists',
  entries: 'id, [caseId+at], tweetId',
  drafts: 'caseId',
  deeds: 'id, at',
  dismissals: 'tweetId, at',
  settings: 'key',
  search: 'number, *words',
  counters: 'key',
};
const second = { corrections: 'id, at, tweetId', dealtWith: 'tweetId, at', funnel: 'day' };

/** A desk as earlier versions have written it: a case that was pending and that a click has woken. */
async function makeOlder(version: 1 | 2): Promise<void> {
  const old = new Dexie(NAME);
  old.version(1).stores(first);
  if (version === 2) old.version(2).stores(second);
  const common = { caseId: 'c', tweetId: null, by: 'JD' };
  await old.table('customers').add({
    ...{ id: 'm', handles: ['ada'], handle: 'ada', name: 'Ada', account: '', place: '', note: '' },
    ...{ namedByRep: false, createdAt: START, joined: [] },
  });
  await old.table('cases').add({
    ...{ id: 'c', number: 1, customerId: 'm', openedFor: 'ada', status: 'open', topic: 'other', priority: 'normal' },
    ...{ route: 'support', owner: 'JD', tags: [], openedAs: null, openedAt: START, updatedAt: START, resolvedAt: null },
    ...{ waitingSince: START, lastWords: 'Hello?', lists: [] },
  });
  const permalink = 'https://x.com/ada/status/10';
  await old.table('entries').bulkAdd([
    {
      ...common,
      id: 't',
      tweetId: '10',
      at: START,
      kind: 'tweet',
      handle: 'ada',
      name: 'Ada',
      text: 'Hello?',
      permalink,
    },
    { ...common, id: 'o', at: START, kind: 'change', change: { what: 'opened' } },
    { ...common, id: 'p', at: START + 1, kind: 'change', change: { what: 'status', from: 'pending', to: 'open' } },
  ]);
  const deed = { id: 'click', at: START + 1, kind: 'added', caseId: 'c', createdCustomerId: null, undone: 0 };
  await old.table('deeds').add({ ...deed, entryIds: ['p'] });
  await old.table('settings').add({ key: 'nextCaseNumber', value: 2 });
  old.close();
}

const reply: SentTweet = {
  ...{ id: '12', handle: 'Lantern', name: 'Lantern', text: 'On it. ^JD', lang: 'en' },
  ...{ time: new Date(START + 60_000).toISOString(), permalink: 'https://x.com/Lantern/status/12' },
};

describe.each([1, 2] as const)('a desk of version %i', (version) => {
  const open = async (): Promise<Desk> => {
    await makeOlder(version);
    db = new DeskDatabase(NAME);
    let ids = 0;
    return new Desk({ db, now: () => START + 60_000, newId: () => `id-${++ids}` });
  };

  it('lets its clicks be taken back', async () => {
    const desk = await open();
    expect(await desk.undo('click')).toEqual({ ok: true, handles: ['ada'] });
    expect(await db.cases.get('c')).toMatchObject({ status: 'pending', waitingSince: null });
  });

  it('goes on with posts, private talks and follow-ups', async () => {
    const desk = await open();
    const answered = { ...reply, id: '10', handle: 'ada', permalink: 'https://x.com/ada/status/10', text: 'Hello?' };
    const brand = new Set(['lantern']);
    const post = { requestId: 'post', answered, thread: [], account: 'Lantern', parts: [reply.text], brand };
    const recorded = await desk.recordPost({ ...post, by: 'JD', rep: 'JD', spoken: [], reason: null });
    expect(recorded).toMatchObject({ kind: 'recorded', case: { status: 'pending', waitingSince: START } });
    await desk.recordReply('10', reply);
    expect(await db.cases.get('c')).toMatchObject({ waitingSince: null });
    expect(await desk.setInDm('c', true, 'JD', 'dm')).toBe(true);
    await desk.remind({ requestId: 'r', tweetId: '10', dueAt: START, reason: 'Ask again', by: 'JD' });
    expect(await db.followUps.count()).toBe(1);
    await desk.undo('dm');
    expect(await db.cases.get('c')).toMatchObject({ status: 'pending', inDmSince: null });
  });
});
