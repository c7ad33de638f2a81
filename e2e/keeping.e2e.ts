import { beforeEach, expect, test } from 'vitest';
import type { AuditLine } from '../lib/audit/line';
import type { Case, Customer, Entry } from '../lib/cases/case';
import { faultsInBothSchemes } from './support/axe';
import type { View } from './support/browser';
import { cases, customers, entries, eventually, put, putDesk, rows, setUpDesk } from './support/desk';
import { catchDownloads } from './support/files';
import { type Bench, useBrowser } from './support/fixture';
import { customerTweets, openCase } from './support/rep';

const NOW = Date.now();
const DAY = 24 * 60 * 60_000;

let hark: Bench;

beforeEach(async () => {
  hark = await useBrowser();
  await setUpDesk(hark);
});

function person(number: number, handle: string, name: string): Customer {
  const details = { account: '', place: '', note: '', namedByRep: false, createdAt: NOW - 90 * DAY, joined: [] };
  return { id: `p${number}`, handles: [handle], handle, name, ...details };
}

function opened(number: number, handle: string, text: string, fields: Partial<Case> = {}): [Case, Entry[]] {
  const [id, openedAt] = [`c${number}`, NOW - 80 * DAY + number];
  const known: Case = {
    ...{ id, number, customerId: `p${number}`, openedFor: handle, status: 'open', topic: 'outage', priority: 'normal' },
    ...{ route: 'support', owner: 'JD', tags: [], openedAs: null, openedAt, updatedAt: openedAt, resolvedAt: null },
    waitingSince: openedAt,
    ...fields,
  };
  const permalink = `https://x.com/${handle}/status/90${number}`;
  const tweet = { kind: 'tweet', handle, name: handle, text, permalink, lang: 'en' } as const;
  return [known, [{ id: `t${number}`, caseId: id, at: openedAt, tweetId: `90${number}`, ...tweet }]];
}

/** Two customers; one case was closed long ago, and one of the customers is named by the other. */
async function aDesk(): Promise<void> {
  const [first, history] = opened(1, 'mira_k', '=no line in Whitten <b>again</b>');
  const [second, more] = opened(2, 'tobias_w', 'like @mira_k, billed twice', { status: 'closed', waitingSince: null });
  const people = [person(1, 'mira_k', 'Mira Kallas'), person(2, 'tobias_w', '=Tobias')];
  await putDesk(hark, { customers: people, cases: [first, second], entries: [...history, ...more] });
}

const trail = async (): Promise<AuditLine['act'][]> => (await rows<AuditLine>(hark, 'audit')).map(({ act }) => act);

async function choose(panel: View, item: string): Promise<void> {
  await panel.click('button[aria-label="Customer"]');
  await panel.click(`text/${item}`);
  await panel.waitFor('[data-kept="entries"]');
}

test('all about a customer is handed out, then erased once their handle is typed', async () => {
  await aDesk();
  const saved = await catchDownloads(hark);
  const panel = await hark.openExtensionPage('sidepanel.html?case=1');
  await panel.waitFor('text/no line in Whitten');
  await choose(panel, 'Export all about them');
  expect((await panel.waitFor('[data-kept="named"]')).text).toContain('1');
  expect(await faultsInBothSchemes(hark, panel)).toEqual([]);
  await panel.click('role/button[Save as JSON]');
  expect(JSON.parse(await saved('hark-mira_k.json'))).toMatchObject({
    format: 'hark-person',
    person: { handles: ['mira_k'] },
  });
  await choose(panel, 'Export all about them');
  await panel.click('role/button[Save as page]');
  const page = await saved('hark-mira_k.html');
  expect(page).toContain('=no line in Whitten &lt;b&gt;again&lt;/b&gt;');
  expect(page).not.toContain('tobias_w');

  await choose(panel, 'Erase all about them');
  expect((await panel.inspect('role/button[Erase for good]'))[0]?.disabled).toBe(true);
  await panel.type('role/textbox[Type @mira_k to go on]', '@mira_k');
  await panel.click('role/button[Erase for good]');
  await panel.waitFor('text/Erased: 1 case');
  const left = JSON.stringify([
    await customers(hark),
    await cases(hark),
    await entries(hark),
    await rows(hark, 'search'),
  ]);
  expect(left).not.toContain('mira_k');
  expect(left).not.toContain('Whitten');
  expect(left).toContain('like [erased], billed twice');
  expect(await trail()).toEqual(['exported', 'exported', 'erased']);
});

test('on a desk that keeps links only, a case has no words, and those kept before go', {
  tags: 'thorough',
}, async () => {
  const settings = await hark.openExtensionPage('options.html');
  await settings.click('role/checkbox[Keep links only, no texts of tweets]');
  await settings.waitFor('text/From now on links only');
  const page = await hark.open('/home?calm=1');
  const tweet = await customerTweets(page, 'marnie_whit', 'my Lantern line is down since noon');
  await openCase(hark, page, tweet);
  expect(JSON.stringify([await entries(hark), await rows(hark, 'search'), await cases(hark)])).not.toContain('noon');
  expect((await entries(hark)).filter(({ kind }) => kind === 'tweet')).toMatchObject([
    { text: '', linkOnly: true, tweetId: tweet },
  ]);
  const panel = await hark.openExtensionPage('sidepanel.html?case=1');
  await panel.waitFor('text/Text is not kept');
  await panel.waitFor('role/link[open on X]');
  expect(await faultsInBothSchemes(hark, panel)).toEqual([]);

  await put(hark, 'entries', [
    {
      ...(await entries(hark)).find(({ kind }) => kind === 'tweet'),
      id: 'old',
      tweetId: '5',
      text: 'old words',
      linkOnly: undefined,
    },
  ]);
  // Anew, and so in front: a page in the background has slow timers.
  await settings.close();
  const again = await hark.openExtensionPage('options.html');
  await again.click('role/button[Remove texts kept before]');
  await again.waitFor('text/1 text in 1 case would go');
  await again.click('role/button[Remove 1 text for good]');
  await again.waitFor('text/1 text removed');
  expect(JSON.stringify(await entries(hark))).not.toContain('old words');
});

test('what was closed long ago is purged after a look, cases and trail come as files', async () => {
  await aDesk();
  const saved = await catchDownloads(hark);
  const settings = await hark.openExtensionPage('options.html');
  await settings.click('role/button[Cases as CSV]');
  const csv = await saved(/^hark-cases-.*\.csv$/);
  expect(csv.replace('\uFEFF', '').split('\r\n')).toHaveLength(4);
  expect(csv).toContain('tobias_w,"\'=Tobias"');
  expect(csv).not.toContain('Whitten');

  await settings.type('input[name="retention-days"]', '');
  await settings.press('Control+a');
  for (const digit of '60') await settings.press(digit);
  await settings.click('role/button[See what would go]');
  await settings.waitFor('text/1 case would go, and 1 customer without any other case');
  expect(await faultsInBothSchemes(hark, settings)).toEqual([]);
  await settings.click('role/button[Purge 1 case for good]');
  await settings.waitFor('text/1 case purged');
  expect((await cases(hark)).map(({ number }) => number)).toEqual([1]);
  expect((await customers(hark)).map(({ handle }) => handle)).toEqual(['mira_k']);

  await settings.waitFor('[data-act="purged"]');
  await settings.waitFor('[data-act="exported"]');
  await settings.click('role/button[Trail as CSV]');
  expect(await saved(/^hark-audit-.*\.csv$/)).toContain(',JD,Purged,,retention,1');
  await settings.close();

  // Once it is switched on, it happens by itself.
  const [left] = opened(1, 'mira_k', '', { status: 'closed', waitingSince: null });
  await putDesk(hark, { customers: [person(1, 'mira_k', 'Mira')], cases: [left], entries: [] });
  const again = await hark.openExtensionPage('options.html');
  await again.click('role/checkbox[Purge every day by itself]');
  await again.waitFor('[data-act="settings-changed"]');
  expect(await cases(hark)).toHaveLength(1);
  // A day passes.
  await put(hark, 'settings', [{ key: 'purgedAt', value: Date.now() - 25 * 60 * 60 * 1000 }]);
  await hark.killWorker();
  await again.close();
  // Whatever starts the worker.
  await hark.open('/home?calm=1');
  await eventually(async () => (await cases(hark)).length === 0, 'the case is purged');
});
