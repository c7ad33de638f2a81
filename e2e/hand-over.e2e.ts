import { beforeEach, describe, expect, test } from 'vitest';
import type { Case, Customer, Entry, Topic } from '../lib/cases/case';
import { faultsInBothSchemes } from './support/axe';
import type { View } from './support/browser';
import { cases, customers, entries, eventually, put, putDesk, rows, setUpDesk } from './support/desk';
import { catchDownloads, chooseFile } from './support/files';
import { type Bench, useBrowser } from './support/fixture';

const NOW = Date.now();
const MINUTE = 60_000;
const FILE = /^hark-hand-over-.*-JD\.json$/;

let hark: Bench;

beforeEach(async () => {
  hark = await useBrowser();
  await setUpDesk(hark);
});

function person(number: number, handle: string): Customer {
  return {
    id: `p${number}`,
    handles: [handle],
    handle,
    name: handle,
    account: '',
    place: '',
    note: '',
    namedByRep: false,
    createdAt: NOW - 90 * MINUTE,
    joined: [],
  };
}

function opened(number: number, handle: string, text: string, fields: Partial<Case> = {}): [Case, Entry[]] {
  const id = `c${number}`;
  const openedAt = NOW - 60 * MINUTE + number;
  const known: Case = {
    id,
    number,
    customerId: `p${number}`,
    openedFor: handle,
    status: 'open',
    topic: 'outage',
    priority: 'normal',
    route: 'support',
    owner: 'JD',
    tags: [],
    openedAs: null,
    openedAt,
    updatedAt: openedAt,
    resolvedAt: null,
    waitingSince: openedAt,
    ...fields,
  };
  const tweetId = `90${number}`;
  const permalink = `https://x.com/${handle}/status/${tweetId}`;
  const tweet = { kind: 'tweet', handle, name: handle, text, permalink, lang: 'en' } as const;
  return [
    known,
    [
      { id: `t${number}`, caseId: id, at: openedAt - MINUTE, tweetId, ...tweet },
      {
        id: `o${number}`,
        caseId: id,
        at: openedAt,
        tweetId: null,
        kind: 'change',
        change: { what: 'opened' },
        by: 'JD',
      },
    ],
  ];
}

/** Two people who wait, and a promise to one of them. */
async function aShift(): Promise<void> {
  const people = [person(1, 'mira_k'), person(2, 'tobias_w')];
  const [first, history] = opened(1, 'mira_k', 'no line in Whitten since this morning');
  const [second, more] = opened(2, 'tobias_w', 'billed twice again', { topic: 'billing', status: 'pending' });
  await putDesk(hark, { customers: people, cases: [first, second], entries: [...history, ...more] });
  await put(hark, 'followUps', [
    {
      id: 'f1',
      caseId: 'c2',
      dueAt: NOW + 600 * MINUTE,
      reason: 'Is the refund there?',
      state: 'waiting',
      createdAt: NOW,
      by: 'JD',
      notifiedAt: null,
      snoozedFrom: null,
      tweetId: null,
      incidentId: null,
    },
  ]);
}

async function openPage(): Promise<View> {
  const view = await hark.openExtensionPage('hand-over.html');
  await view.waitFor('role/button[Import a file]');
  return view;
}

/** Makes another desk of this one: without cases, with another rep, and another id. */
async function anotherDesk(): Promise<void> {
  await hark.inExtension(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('hark');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const stores = [...db.objectStoreNames].filter((name) => name !== 'settings');
    const transaction = db.transaction([...stores, 'settings'], 'readwrite');
    for (const name of stores) transaction.objectStore(name).clear();
    const settings = transaction.objectStore('settings');
    for (const key of ['desk', 'handOver', 'nextCaseNumber']) settings.delete(key);
    settings.put({ key: 'rep', value: { name: 'Kim Marlowe', handle: '', initials: 'KM' } });
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    db.close();
  });
}

/** Hands the shift over to KM, with a note; gives the file. */
async function handOver(): Promise<string> {
  const saved = await catchDownloads(hark);
  const view = await openPage();
  await view.waitFor('[data-case="1"]');
  await view.type('role/textbox[To whom]', 'KM');
  await view.type('role/textbox[Note for #1]', 'call her at noon');
  await view.click('role/button[Hand over and export]');
  await view.waitFor('text/2 cases handed over to KM');
  const text = await saved(FILE);
  await view.close();
  return text;
}

/** Hands over once more, as it is now. */
async function exportAgain(): Promise<string> {
  const saved = await catchDownloads(hark);
  const view = await openPage();
  await view.waitFor('[data-case="1"]');
  await view.click('role/button[Hand over and export]');
  const text = await saved(FILE);
  await view.close();
  return text;
}

/** Sets a topic some time later, with the entry that tells of it. */
async function setTopic(caseId: string, topic: Topic, entryId: string, later: number): Promise<void> {
  const known = (await cases(hark)).find(({ id }) => id === caseId);
  if (!known) throw new Error(`There is no case ${caseId}.`);
  const at = NOW + later;
  const change = { what: 'topic', from: known.topic, to: topic };
  await put(hark, 'entries', [{ id: entryId, caseId, at, tweetId: null, kind: 'change', change, by: entryId }]);
  await put(hark, 'cases', [{ ...known, topic, updatedAt: at }]);
}

describe('a shift that ends', () => {
  test('stands on one page, and the cases say who gave them to whom', async () => {
    await aShift();
    const view = await openPage();
    await view.waitFor('[data-part="burning"] [data-case="1"]');
    await view.waitFor('[data-part="promised"] [data-case="2"]');
    await view.waitFor('text/Is the refund there?');
    expect(await faultsInBothSchemes(hark, view)).toEqual([]);
    await view.close();
    const text = await handOver();
    expect(JSON.parse(text)).toMatchObject({ format: 'hark-hand-over', by: 'JD', to: 'KM' });
    expect((await cases(hark)).map(({ owner }) => owner)).toEqual(['KM', 'KM']);
    const history = await entries(hark);
    expect(history).toContainEqual(expect.objectContaining({ kind: 'note', text: 'call her at noon', by: 'JD' }));
    expect(history.filter((entry) => entry.kind === 'change' && entry.change.what === 'handedOver')).toHaveLength(2);

    const panel = await hark.openExtensionPage('sidepanel.html?case=1');
    const duty = await panel.waitFor('[data-part="duty"]');
    expect(duty.text).toMatch(/^On duty: KM\. As of .*when JD handed over to KM/);
  });
});

describe('a shift that begins', () => {
  test('takes over a file after a preview, and can take that back', async () => {
    await aShift();
    const text = await handOver();
    await anotherDesk();
    const view = await openPage();
    await view.waitFor('text/Nothing is open');
    await chooseFile(view, 'from-jd.json', text);
    await view.waitFor('text/Take over from JD’s desk?');
    expect((await view.waitFor('li[data-outcome="new"]')).text).toContain('2');
    expect(await cases(hark)).toEqual([]);
    expect(await faultsInBothSchemes(hark, view)).toEqual([]);
    await view.click('role/button[Take over]');
    await view.waitFor('text/Taken over from JD’s desk: 2 new, 0 changed');
    expect((await cases(hark)).map(({ owner, number }) => [owner, number])).toEqual([
      ['KM', 1],
      ['KM', 2],
    ]);
    expect(await rows(hark, 'followUps')).toMatchObject([{ reason: 'Is the refund there?' }]);
    await view.waitFor('[data-part="promised"] [data-case="2"]');
    await view.waitFor('text/call her at noon');

    // The same file again brings nothing.
    await chooseFile(view, 'from-jd.json', text);
    await view.waitFor('text/Nothing new in this file');
    await view.click('role/button[Close]');

    await view.waitFor('text/2 new, 0 changed');
    await view.click('section[aria-labelledby="imports"] button');
    await view.waitFor('text/Import undone: all is as it was');
    await eventually(async () => (await cases(hark)).length === 0, 'the cases are gone');
    expect(await customers(hark)).toEqual([]);
    expect(await rows(hark, 'followUps')).toEqual([]);
    await view.waitFor('text/Nothing is open');
  });

  test('chooses where both desks have set something', async () => {
    await aShift();
    const first = await handOver();
    await setTopic('c1', 'billing', 'there', 5 * MINUTE);
    const second = await exportAgain();
    await anotherDesk();
    const view = await openPage();
    await chooseFile(view, 'first.json', first);
    await view.click('role/button[Take over]');
    await view.waitFor('[data-case="1"]');
    await setTopic('c1', 'speed', 'here', 6 * MINUTE);

    await chooseFile(view, 'second.json', second);
    await view.waitFor('text/1 field was set differently on both desks');
    const sides = await view.inspect('[data-conflict="topic"] label');
    expect(sides.map(({ text }) => text?.replace(/\s+/g, ' '))).toEqual(['Here Speed', 'JD’s desk Billing']);
    await view.click('[data-conflict="topic"] label:nth-child(2)');
    expect(await faultsInBothSchemes(hark, view)).toEqual([]);
    await view.click('role/button[Take over]');
    await view.waitFor('text/0 new, 1 changed');
    expect((await cases(hark)).find(({ id }) => id === 'c1')?.topic).toBe('billing');
    expect((await entries(hark)).map((entry) => (entry.kind === 'change' ? entry.change : null))).toContainEqual({
      what: 'settled',
      field: 'topic',
      to: 'billing',
      over: ['speed'],
    });
  });

  test('is told in words why a file is refused, and nothing is touched', async () => {
    await aShift();
    const text = await handOver();
    await anotherDesk();
    const view = await openPage();
    const refused: [string, string][] = [
      [text.slice(0, text.length / 2), 'cut off'],
      [text.replace('"version":1', '"version":9'), 'newer version'],
      ['{"handles":["Lantern"]}', 'not a hand-over file'],
      [text.replace('no line in Whitten', '<img src=x onerror=alert(1)>'), 'changed or damaged'],
      [text.replace('"kind":"tweet"', '"__proto__":{"x":1},"kind":"tweet"'), 'refused'],
    ];
    for (const [content, words] of refused) {
      await chooseFile(view, 'file.json', content);
      await view.waitFor(`text/${words}`);
      await view.waitFor('text/Nothing was changed.');
      await view.click('role/button[Dismiss]');
      await view.waitGone('text/Nothing was changed.');
    }
    expect(await cases(hark)).toEqual([]);
    expect(await customers(hark)).toEqual([]);
  });
});
