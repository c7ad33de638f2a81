import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, expect, it } from 'vitest';
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

/** A desk as the first version has written it: a case that was pending and that a click has woken. */
async function makeOlder(): Promise<void> {
  const old = new Dexie(NAME);
  old.version(1).stores(first);
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

it('a click of the first version, which tells nothing of the case before it, can be taken back', async () => {
  await makeOlder();
  db = new DeskDatabase(NAME);
  let ids = 0;
  const desk = new Desk({ db, now: () => START + 60_000, newId: () => `id-${++ids}` });
  expect(await desk.undo('click')).toEqual({ ok: true, handles: ['ada'] });
  expect(await db.cases.get('c')).toMatchObject({ status: 'pending', waitingSince: null });
});
