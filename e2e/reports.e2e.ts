import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { lockOf } from '../lib/backup/lock';
import { writeBackup } from '../lib/backup/write';
import type { Case, Change, Customer, Entry, Topic } from '../lib/cases/case';
import { DeskDatabase } from '../lib/desk/database';
import { dayOf } from '../lib/queue/funnel';
import { faultsInBothSchemes } from './support/axe';
import type { ExtensionApi, View } from './support/browser';
import { eventually, put, putDesk, setUpDesk } from './support/desk';
import { catchDownloads, chooseFile } from './support/files';
import { type Bench, useBrowser } from './support/fixture';

declare const chrome: ExtensionApi;

const NOW = Date.now();
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const PASSPHRASE = 'three blue lamps';

let hark: Bench;

beforeEach(async () => {
  hark = await useBrowser();
  await setUpDesk(hark);
});

/** A case that was asked some days ago, answered after so many minutes, and perhaps resolved. */
function story(number: number, days: number, wait: number | null, topic: Topic, resolved: boolean) {
  const [id, handle, askedAt] = [`c${number}`, `customer_${number}`, NOW - days * DAY];
  const customer: Customer = {
    ...{ id: `p${number}`, handles: [handle], handle, name: handle, account: '', place: '', note: '' },
    ...{ namedByRep: false, createdAt: askedAt, joined: [] },
  };
  const known: Case = {
    ...{ id, number, customerId: customer.id, openedFor: handle, status: resolved ? 'resolved' : 'open', topic },
    ...{ priority: 'normal', route: 'support', owner: 'JD', tags: [], openedAs: null, openedAt: askedAt + MINUTE },
    ...{ updatedAt: askedAt, resolvedAt: null, waitingSince: null },
  };
  const common = { caseId: id, tweetId: null };
  const change = (at: number, what: Change): Entry => ({
    ...{ ...common, id: `${id}-${at}`, at, kind: 'change', change: what, by: 'JD' },
  });
  const text = 'words that no report may show';
  const history: Entry[] = [
    {
      ...{ ...common, id: `${id}-t`, at: askedAt, tweetId: `9${number}`, kind: 'tweet', handle, name: handle, text },
      ...{ permalink: `https://x.com/${handle}/status/9${number}`, lang: number % 2 === 0 ? 'es' : 'en' },
    },
    change(askedAt + MINUTE, { what: 'opened' }),
  ];
  if (wait !== null) {
    const permalink = `https://x.com/Lantern/status/8${number}`;
    const reply = { kind: 'reply', handle: 'Lantern', initials: 'JD', text, permalink, answers: `9${number}` } as const;
    history.push({ ...common, id: `${id}-r`, at: askedAt + wait * MINUTE, tweetId: `8${number}`, ...reply });
  }
  if (resolved) history.push(change(askedAt + 90 * MINUTE, { what: 'status', from: 'open', to: 'resolved' }));
  return { customer, known, history };
}

/** Four cases of the last days, and one of the month before last. */
async function aFewCases(): Promise<void> {
  const stories = [
    story(1, 1, 5, 'billing', true),
    story(2, 2, 10, 'outage', true),
    story(3, 2, 40, 'billing', false),
    story(4, 3, null, 'speed', false),
    story(5, 60, 20, 'billing', true),
  ];
  await putDesk(hark, {
    customers: stories.map(({ customer }) => customer),
    cases: stories.map(({ known }) => known),
    entries: stories.flatMap(({ history }) => history),
  });
  await put(hark, 'funnel', [
    { day: dayOf(NOW - DAY), seen: 1_200, relevant: 60, actionable: 9, opened: 4, answered: 3, kinds: {} },
  ]);
}

/** A locked backup of another desk: one case of its own, and tweets that it has seen. */
async function colleaguesBackup(): Promise<Uint8Array> {
  const db = new DeskDatabase('colleague');
  const { customer, known, history } = story(9, 1, 7, 'speed', false);
  await db.customers.add(customer);
  await db.cases.add({ ...known, lastWords: '', lists: [] });
  await db.entries.bulkAdd(history);
  await db.funnel.add({ day: dayOf(NOW - DAY), seen: 300, relevant: 0, actionable: 0, opened: 1, answered: 1 });
  await db.settings.add({ key: 'desk', value: { id: 'colleague', name: 'Second floor' } });
  const lock = await lockOf(PASSPHRASE, { rounds: 1_000 });
  const written = await writeBackup('colleague', { at: NOW, lock });
  await db.delete();
  if (!written) throw new Error('There is no backup.');
  return new Uint8Array(await written.file.arrayBuffer());
}

/** What a section says; shares hold together with their sign on the page. */
const answer = async (view: View, section: string): Promise<string> =>
  (await view.text(`[data-section="${section}"] [data-part="answer"]`)).replaceAll('\u00A0', ' ');

/** Waits until a section's answer says this. */
async function says(view: View, section: string, words: RegExp): Promise<void> {
  await eventually(async () => words.test(await answer(view, section)), `${section} says ${words}`);
}

describe('the reports page', () => {
  test('opens from the panel, counts a small desk right, filters, and leads from a figure to its cases', async () => {
    await aFewCases();
    const panel = await hark.openExtensionPage('sidepanel.html');
    await panel.click('role/button[At the desk]');
    await panel.click('role/menuitem[Reports]');
    const isOpen = async () => (await chrome.tabs.query({})).some(({ url }) => url?.endsWith('/reports.html'));
    await eventually(() => hark.inExtension(isOpen), 'the page of reports is open');
    await panel.close();

    const view = await hark.openExtensionPage('reports.html');
    await says(
      view,
      'funnel',
      /Of 1,200 tweets seen, 9 needed an answer\. 4 cases were opened: 3 \(75 %\) got an answer, 2 \(50 %\) are resolved\./,
    );
    await says(view, 'wait-weekday', /Half of all customers had an answer within 10 min, nine in ten within 40 min\./);
    await says(
      view,
      'target',
      /50 % of 4 customers had an answer within the target of 15 min, 25 % later, and 1 has had none/,
    );
    expect(await view.text('[data-section="funnel"]')).toContain('Few: 4 cases only');
    expect(await view.text('body')).not.toContain('no report may show');

    await view.evaluate(() => {
      const field = document.querySelector<HTMLSelectElement>('select');
      if (!field) throw new Error('There is no filter.');
      field.value = 'billing';
      field.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await says(view, 'funnel', /^2 cases were opened: 2 \(100 %\)/);
    await view.click('role/button[90 days]');
    await says(view, 'funnel', /^3 cases were opened/);

    // By keys: Tab to the picture, down to the resolved ones, Enter.
    await view.evaluate(() => {
      document.querySelector<HTMLElement>('[data-section="funnel"] [role="listbox"][aria-label$="Cases"]')?.focus();
    });
    await view.press('End');
    await view.press('Enter');
    await view.waitFor('role/dialog');
    expect(await view.text('[role="dialog"]')).toMatch(/Resolved: 2[\s\S]*#1[\s\S]*answered after 5 min[\s\S]*#5/);
    const link = await view.evaluate(() => document.querySelector('[role="dialog"] a')?.getAttribute('href') ?? '');
    expect(link).toMatch(/sidepanel\.html\?case=1$/);
    await view.press('Escape');
    await view.waitGone('role/dialog');
    await view.close();
  });

  test('has tables that can be saved, and can be read by everybody, also on paper', async () => {
    await aFewCases();
    const saved = await catchDownloads(hark);
    const view = await hark.openExtensionPage('reports.html');
    await says(view, 'topics', /Most often Billing \(50 % of 4 cases\), then Outage \(25 %\) and Speed \(25 %\)\./);
    await view.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    await view.waitFor('[data-section="routes"] table');
    expect(await view.text('[data-section="topics"] table')).toMatch(/Billing\s+2\s+50/);
    expect(await view.text('[data-section="wait-weekday"]')).toContain(
      'A reply that X has not shown yet does not count.',
    );
    expect(await faultsInBothSchemes(hark, view)).toEqual([]);
    // Only one of the browsers can be told to draw as for paper.
    if (hark.name === 'chromium') {
      const page = (await hark.puppeteer.pages()).find((one) => one.url().endsWith('/reports.html'));
      await page?.emulateMediaType('print');
      const shown = () => [...document.querySelectorAll('button, select')].some((control) => control.checkVisibility());
      expect(await view.evaluate(shown)).toBe(false);
      expect(await view.text('footer')).toContain('Help and marketing.');
      await page?.emulateMediaType('screen');
    }
    await view.click('[data-section="topics"] button:has(svg)');
    const csv = await saved(/^hark-topics-.*\.csv$/);
    expect(csv.replace('\uFEFF', '')).toBe('Topic,Count,Share in %\r\nBilling,2,50\r\nOutage,1,25\r\nSpeed,1,25\r\n');
    await view.close();
  });

  test('counts a colleague’s file beside the desk without importing it', async () => {
    await aFewCases();
    const first = await hark.openExtensionPage('hand-over.html');
    const saved = await catchDownloads(hark);
    await first.click('role/button[Hand over and export]');
    const file = await saved(/^hark-hand-over-.*\.json$/);
    await first.close();

    const view = await hark.openExtensionPage('reports.html');
    await says(view, 'funnel', /4 cases were opened/);
    await chooseFile(view, 'broken.json', file.slice(0, 500));
    await view.waitFor('text/is refused');
    // Their file holds cases of this desk: joined, they still count once.
    await chooseFile(view, 'colleague.json', file);
    await view.waitFor('text/With colleagues’ files');
    await says(view, 'funnel', /4 cases were opened/);
    await view.click('role/button[Close the file of]');
    await view.waitGone('text/With colleagues’ files');

    // A backup also tells of the tweets that their desk has seen.
    await chooseFile(view, 'colleague.harkbackup', await colleaguesBackup());
    await view.type('input[type="password"]', 'three red lamps');
    await view.press('Enter');
    await view.waitFor('text/not the passphrase');
    await view.type('input[type="password"]', PASSPHRASE);
    await view.press('Enter');
    await view.waitFor('text/With colleagues’ files');
    await says(view, 'funnel', /Of 1,500 tweets seen, 9 needed an answer\. 5 cases were opened/);
    await view.click('role/button[Close the file of]');
    await view.waitGone('text/With colleagues’ files');
    await view.click('role/button[Count again from the history]');
    await view.waitFor('text/all 5 cases fit');
    await view.close();
  });
});
