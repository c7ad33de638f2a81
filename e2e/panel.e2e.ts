import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Case, Customer, Entry } from '../lib/cases/case';
import { faultsInBothSchemes } from './support/axe';
import type { ExtensionApi, View } from './support/browser';
import { cases, customers, entries, eventually, idOf, openStatus, putDesk, rows, setUpDesk } from './support/desk';
import { type Bench, browserName, EXTENSIONS, useBrowser } from './support/fixture';
import { launch } from './support/launch';
import { customerTweets, fieldHolds, goTo, openCase, panelBeside, tabTo } from './support/rep';

declare const chrome: ExtensionApi;

let hark: Bench;

beforeEach(async () => {
  hark = await useBrowser();
  await setUpDesk(hark);
});

const NOTE = 'role/textbox[Note]';
/** Of the notice at the bottom, not of the bar at the top. */
const UNDO = '[role="status"] button:not([aria-label])';
const HOUR = 3_600_000;

/** A timeline with a case that was just opened from it, and the panel beside. */
async function deskWithCase(): Promise<{ page: Page; panel: View; tweet: string }> {
  const page = await hark.open('/home?calm=1');
  const tweet = await customerTweets(page, 'marnie_whit', 'it is down again');
  await openCase(hark, page, tweet);
  const panel = await panelBeside(hark, page);
  await panel.waitFor('role/heading[Case #1]');
  await panel.waitFor('textarea:not([readonly])');
  return { page, panel, tweet };
}

/** Writes cases as they are on disk, one customer each. */
async function putCases(...wanted: (Partial<Case> & { number: number; handle: string; name: string })[]) {
  const now = Date.now();
  const known: Case[] = wanted.map(({ handle, name: _name, ...fields }) => ({
    id: `case-${fields.number}`,
    customerId: `customer-${fields.number}`,
    openedFor: handle.toLowerCase(),
    status: 'open',
    topic: 'other',
    priority: 'normal',
    route: 'support',
    owner: null,
    tags: [],
    waitingSince: null,
    openedAs: null,
    openedAt: now - HOUR,
    updatedAt: now - fields.number * 60_000,
    resolvedAt: null,
    ...fields,
  }));
  const people: Customer[] = wanted.map(({ number, handle, name }) => ({
    id: `customer-${number}`,
    handles: [handle.toLowerCase()],
    handle,
    name,
    account: '',
    place: '',
    note: '',
    namedByRep: false,
    joined: [],
    createdAt: now - HOUR,
  }));
  const words: Entry[] = wanted.map(({ number, handle, name }) => ({
    id: `entry-${number}`,
    caseId: `case-${number}`,
    at: now - HOUR,
    tweetId: `90000${number}`,
    kind: 'tweet',
    handle,
    name,
    text: `words of ${name}`,
    permalink: `https://x.com/${handle}/status/90000${number}`,
    lang: 'en',
  }));
  await putDesk(hark, { customers: people, cases: known, entries: words });
}

const drafts = (): Promise<{ text: string }[]> => rows(hark, 'drafts');

/** Numbers of the cases in the list, from top to bottom. */
async function listed(view: View): Promise<string[]> {
  const found = await view.inspect('[data-row]');
  return found.map(({ text }) => /#\d+/.exec(text)?.[0] ?? '');
}

async function listShows(view: View, ...wanted: string[]): Promise<void> {
  await eventually(async () => {
    const now = await listed(view);
    if (now.join() !== wanted.join()) throw new Error(`it shows ${now.join()}`);
    return true;
  }, `the list shows ${wanted.join()}`);
}

describe('a click on "Open case"', () => {
  test.runIf(browserName === 'chromium')('opens the side panel with that customer and case', async () => {
    const { page, id } = await openStatus(hark, 'bat-3');
    expect(await hark.panelIsOpen()).toBe(false);
    await hark.clickInHost(page, { kind: 'open', tweet: id }, 'button');
    const panel = await hark.panel();
    await panel.waitFor('role/heading[Case #1]');
    await panel.waitFor('text/Marnie Whitlow');
    await panel.waitFor('role/link[@marnie_whit]');
    await panel.waitFor('text/Phone hotspot for the lesson');
  });

  test.runIf(browserName === 'firefox')('names the shortcut where the browser keeps the sidebar closed', async () => {
    const page = await hark.open('/home?calm=1');
    const id = await customerTweets(page, 'marnie_whit', 'it is down again');
    const toast = await openCase(hark, page, id);
    expect(toast).toContain('Case #1 opened for @marnie_whit.');
    expect(toast).toContain('Press Alt+Shift+H to see it.');
    expect(await hark.panelIsOpen()).toBe(false);
    expect(await cases(hark)).toMatchObject([{ number: 1, status: 'open' }]);
    expect(await hark.pressCommand(page, 'Alt+Shift+H')).toBe(true);
    const panel = await hark.panel();
    await panel.waitFor('role/heading[Case #1]');
    await panel.waitFor('role/link[@marnie_whit]');
  });

  test('shows the case in the panel that is open already', async () => {
    const page = await hark.open('/home?calm=1');
    const panel = await hark.openPanel(page);
    await panel.waitFor('text/The customer you look at comes here');
    const id = await customerTweets(page, 'marnie_whit', 'it is down again');
    const toast = await openCase(hark, page, id);
    expect(toast).not.toContain('Press');
    await panel.waitFor('role/heading[Case #1]');
    await panel.waitFor('text/it is down again');
    expect(await faultsInBothSchemes(hark, panel)).toEqual([]);
  });

  test('can be taken back from the panel', { tags: 'thorough' }, async () => {
    const { page, panel, tweet } = await deskWithCase();
    await panel.waitFor('text/Case #1 opened');
    await panel.click('role/button[Undo]');
    await panel.waitFor('text/@marnie_whit has no case yet');
    await page.waitForSelector(`[data-hark="customer"][data-tweet="${tweet}"]`, { hidden: true });
    expect(await cases(hark)).toEqual([]);
    expect(await entries(hark)).toEqual([]);
  });
});

describe('the history', () => {
  test('shows tweets, signed replies and changes, the newest first, by day', async () => {
    const { page, id } = await openStatus(hark, 'bat-3');
    await openCase(hark, page, id);
    const panel = await panelBeside(hark, page);
    await panel.waitFor('[aria-label="History"] [data-kind="change"]');
    await panel.waitFor('[aria-label="History"] [data-kind="reply"]');
    const days = await panel.probe((probe) =>
      probe.all('[aria-label="History"] > div').map((day) => ({
        name: day.querySelector('h3')?.textContent ?? '',
        items: [...day.querySelectorAll('li')].map((item) => ({
          kind: item.getAttribute('data-kind'),
          at: Date.parse(item.querySelector('time')?.dateTime ?? ''),
          text: probe.text(item),
        })),
      })),
    );
    // The conversation is of yesterday or, seen shortly after midnight, of the day before.
    expect(days[0]?.name).toBe('Today');
    expect(days.length).toBeGreaterThan(1);
    expect(new Set(days.map(({ name }) => name)).size).toBe(days.length);
    const items = days.flatMap((day) => day.items);
    const times = items.map(({ at }) => at);
    expect(times).toEqual([...times].sort((one, other) => other - one));
    expect(days[0]?.items.find(({ kind }) => kind === 'change')?.text).toContain('JD opened the case');
    const reply = items.find(({ text }) => text.includes('a digger cut our fibre'));
    expect(reply).toMatchObject({ kind: 'reply' });
    expect(reply?.text).toContain('@LanternJune replied');
    expect(reply?.text).toContain('^JD');
    const first = items.find(({ text }) => text.includes('Whole house went dark'));
    expect(first).toMatchObject({ kind: 'tweet' });
    expect(items.indexOf(first as (typeof items)[number])).toBeGreaterThan(
      items.indexOf(reply as (typeof items)[number]),
    );
    // What stands in full above is not said twice.
    expect(items.some(({ text }) => text.includes('The customer’s tweet above'))).toBe(true);
  });
});

describe('a half-typed note', () => {
  test('outlives the panel, the worker and a tab closed in the midst of typing', async () => {
    const { page, panel } = await deskWithCase();
    await panel.type(NOTE, 'She needs a call, ');
    await hark.closePanel();
    await hark.killWorker();
    const second = await hark.openPanel(page);
    await fieldHolds(second, NOTE, 'She needs a call, ');

    const tab = await hark.openExtensionPage('sidepanel.html?case=1');
    await fieldHolds(tab, NOTE, 'She needs a call, ');
    await tab.press('n');
    await tab.press('End');
    for (const letter of 'not a DM') await tab.press(letter === ' ' ? 'Space' : letter);
    // A key in the very milliseconds in which the browser ends the page cannot be promised; what is called saved is.
    await tab.waitFor('text/Saved');
    await tab.close();
    await fieldHolds(second, NOTE, 'She needs a call, not a DM');
    expect(await drafts()).toMatchObject([{ text: 'She needs a call, not a DM' }]);

    await page.bringToFront();
    await second.click(NOTE);
    await second.press('Enter');
    const note = await second.waitFor('[data-kind="note"]');
    expect(note.text).toContain('She needs a call, not a DM');
    expect(note.text).toContain('JD');
    await fieldHolds(second, NOTE, '');
    expect(await drafts()).toEqual([]);

    await second.waitFor('text/Note added');
    await second.press('Escape');
    await second.press('u');
    await fieldHolds(second, NOTE, 'She needs a call, not a DM');
    await second.waitGone('[data-kind="note"]');
    await second.press('Enter');
    await second.waitFor('[data-kind="note"]');
    await second.click(UNDO);
    await fieldHolds(second, NOTE, 'She needs a call, not a DM');
    expect((await entries(hark)).filter(({ kind }) => kind === 'note')).toEqual([]);
  });

  test('keeps its lines and the letters of any language', { tags: 'thorough' }, async () => {
    const { panel } = await deskWithCase();
    await panel.type(NOTE, 'für 日本');
    await panel.press('Shift+Enter');
    for (const letter of 'line') await panel.press(letter);
    await fieldHolds(panel, NOTE, 'für 日本\nline');
    await panel.press('Enter');
    await panel.waitFor('[data-kind="note"]');
    const [note] = (await entries(hark)).filter(({ kind }) => kind === 'note');
    expect(note).toMatchObject({ text: 'für 日本\nline', by: 'JD' });
  });

  test('outlives a browser that is killed, as do case, follow-up and settings', { tags: 'thorough' }, async () => {
    // Of one's own: the browser that the other tests share must live.
    const folder = await mkdtemp(join(tmpdir(), 'hark-killed-'));
    const extension = join(folder, 'extension');
    await cp(EXTENSIONS[browserName], extension, { recursive: true });
    const options = { browser: browserName, extension, site: hark.site, profile: join(folder, 'profile') };
    try {
      const first = await launch(options);
      await setUpDesk(first);
      const page = await first.newPage('https://x.com/home?calm=1');
      const id = await customerTweets(page, 'marnie_whit', 'it is down again');
      await first.clickInHost(page, { kind: 'open', tweet: id }, 'button');
      await first.waitInHost(page, { kind: 'toast' }, '.message');
      const panel = await first.openExtensionPage('sidepanel.html?case=1');
      await panel.waitFor('textarea:not([readonly])');
      await panel.press('b');
      await panel.click('text/Tomorrow morning');
      await panel.waitFor('text/Reminder for @marnie_whit');
      await panel.type(NOTE, 'Half a sent');
      await panel.waitFor('[data-state="saved"]');
      const ended = new Promise((resolve) => first.puppeteer.process()?.once('exit', resolve));
      first.puppeteer.process()?.kill('SIGKILL');
      await ended;
      await first.close().catch(() => undefined);

      const again = await launch(options);
      try {
        const restored = await again.openExtensionPage('sidepanel.html?case=1');
        await restored.waitFor('role/heading[Case #1]');
        await fieldHolds(restored, NOTE, 'Half a sent');
        await restored.waitFor('text/You have it (JD)');
        await restored.waitFor('[data-kind="change"]');
        expect(await rows(again, 'followUps')).toMatchObject([{ state: 'waiting', by: 'JD' }]);
      } finally {
        await again.close();
      }
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    }
  });
});

describe('a storage that refuses', () => {
  test('leaves note and place in their fields, says what to do, and takes both once there is room', async () => {
    const { panel } = await deskWithCase();
    const PLACE = '[name="customer-place"]';
    await panel.evaluate(() => {
      const { put, add } = IDBObjectStore.prototype;
      const refuse = (): never => {
        throw new DOMException('Refused.', document.documentElement.dataset.refuse);
      };
      Object.assign(IDBObjectStore.prototype, { put: refuse, add: refuse });
      document.documentElement.dataset.refuse = 'QuotaExceededError';
      addEventListener('room', () => Object.assign(IDBObjectStore.prototype, { put, add }));
    });
    await panel.press('e');
    await panel.type(PLACE, 'Whitcombe');
    await panel.waitFor('text/storage is full. Copy what you typed, free some disk space, then try again.');
    await panel.click('role/button[Done]');
    await panel.waitFor('text/Could not save: storage is full. Free some disk space, then try again.');
    await panel.click('role/button[Dismiss]');
    await panel.press('e');
    await fieldHolds(panel, PLACE, 'Whitcombe');

    await panel.type(NOTE, 'She needs a call');
    await panel.waitFor('text/Could not save: storage is full. Copy your note, free some disk space, then try again.');
    await panel.evaluate(() => {
      document.documentElement.dataset.refuse = 'UnknownError';
    });
    await panel.press('Enter');
    await panel.waitFor('text/the browser refused to write. Copy your note, restart the browser, then try again.');
    await fieldHolds(panel, NOTE, 'She needs a call');
    expect(await panel.text()).not.toMatch(/saved|added/);
    expect((await entries(hark)).filter(({ kind }) => kind === 'note')).toEqual([]);

    await panel.evaluate(() => dispatchEvent(new Event('room')));
    await panel.click('[role="alert"] button');
    await eventually(async () => (await customers(hark))[0]?.place === 'Whitcombe', 'the place is saved');
    await panel.click(NOTE);
    await panel.press('Enter');
    await panel.waitFor('[data-kind="note"]');
    await panel.waitGone('[role="alert"]');
    await fieldHolds(panel, NOTE, '');
    await panel.reload();
    const note = await panel.waitFor('[data-kind="note"]');
    expect(note.text).toContain('She needs a call');
    await fieldHolds(panel, NOTE, '');
    expect(await drafts()).toEqual([]);
  });
});

describe('status, topic and priority', () => {
  test('are set with keys alone, the page follows, and each can be undone', async () => {
    const { page, panel, tweet } = await deskWithCase();
    const badgeSays = (words: string) =>
      eventually(async () => {
        const [badge] = await hark.inspectHost(page, { kind: 'customer', tweet }, 'button');
        return badge?.name.includes(words);
      }, `the badge says "${words}"`);
    const choose = async (label: string, letter: string, value: string) => {
      await tabTo(panel, `role/combobox[${label}]`);
      await panel.press(letter);
      await fieldHolds(panel, `role/combobox[${label}]`, value);
    };
    await badgeSays('Case #1, open');
    await panel.waitFor('text/Case #1 opened');
    await choose('Status', 'p', 'pending');
    await badgeSays('Case #1, pending');
    // Now there is work in the case: taking it back whole is no longer offered.
    await panel.waitGone('text/Case #1 opened');
    await choose('Topic', 'b', 'billing');
    await choose('Priority', 'u', 'urgent');
    await eventually(async () => (await cases(hark))[0]?.priority === 'urgent', 'it is saved');
    expect(await cases(hark)).toMatchObject([{ status: 'pending', topic: 'billing', priority: 'urgent' }]);
    await panel.waitFor('text/JD set the status from open to pending');
    await panel.waitFor('text/JD set the topic from other to billing');
    await panel.waitFor('text/JD set the priority from normal to urgent');

    await panel.waitFor('text/#1: priority set to urgent');
    // In the select, "u" chooses; a button takes it as a command.
    await tabTo(panel, 'role/button');
    await panel.press('u');
    await fieldHolds(panel, 'role/combobox[Priority]', 'normal');

    await tabTo(panel, 'role/button[Resolve]');
    await panel.press('Enter');
    await badgeSays('Case #1, resolved');
    expect((await cases(hark))[0]?.resolvedAt).toBeTypeOf('number');
    await panel.click(UNDO);
    await badgeSays('Case #1, pending');
    expect(await cases(hark)).toMatchObject([{ status: 'pending', resolvedAt: null }]);
  });
});

describe('the panel follows the page', () => {
  test('to profiles, tweets and clicks, but not when it only scrolls', async () => {
    const { page, panel } = await deskWithCase();
    await goTo(page, '/tobiasplum');
    await panel.waitFor('text/@tobiasplum has no case yet');
    await goTo(page, `/ostlerbooks/status/${await idOf(page, 'bat-11')}`);
    await panel.waitFor('text/@ostlerbooks has no case yet');
    await goTo(page, '/marnie_whit');
    await panel.waitFor('role/heading[Case #1]');

    await goTo(page, '/home');
    const other = await customerTweets(page, 'kofi_strand', 'nice weather for vans');
    await panel.evaluate(() => {
      Object.assign(globalThis, { harkChanged: 0 });
      const count = () => {
        if (!document.body.innerText.includes('Case #1')) Object.assign(globalThis, { harkChanged: 1 });
      };
      new MutationObserver(count).observe(document.body, { childList: true, subtree: true, characterData: true });
    });
    await page.mouse.move(600, 400);
    for (let turn = 0; turn < 8; turn++) {
      await page.mouse.wheel({ deltaY: 900 });
      await pause(60);
    }
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1000);
    await pause(300);
    expect(await panel.evaluate(() => (globalThis as unknown as { harkChanged: number }).harkChanged)).toBe(0);
    expect(await panel.inspect('text/Looking at @')).toEqual([]);

    await page.evaluate(() => scrollTo(0, 0));
    const words = await page.waitForSelector(`article:has([data-tweet="${other}"]) [data-testid="tweetText"]`);
    await words?.click();
    await panel.waitFor('text/@kofi_strand has no case yet');
  });

  test('not while a note is being written, but offers to', async () => {
    const { page, panel } = await deskWithCase();
    await panel.type(NOTE, 'wait');
    await page.bringToFront();
    await goTo(page, '/tobiasplum');
    await panel.waitFor('text/Looking at @tobiasplum');
    await panel.waitFor('role/heading[Case #1]');
    await fieldHolds(panel, NOTE, 'wait');
    // A tweet that is looked at later takes the place of the one before.
    await goTo(page, '/kofi_strand');
    await panel.waitFor('text/Looking at @kofi_strand');
    await panel.click('role/button[Show]');
    await panel.waitFor('text/@kofi_strand has no case yet');
    // Nothing is written any more, and the note waits where it belongs.
    await goTo(page, '/marnie_whit');
    await panel.waitFor('role/heading[Case #1]');
    await fieldHolds(panel, NOTE, 'wait');
  });

  test('not while the empty note field has the focus', { tags: 'thorough' }, async () => {
    const { page, panel } = await deskWithCase();
    await panel.click(NOTE);
    await goTo(page, '/tobiasplum');
    await panel.waitFor('text/Looking at @tobiasplum');
    await panel.waitFor('role/heading[Case #1]');
    await goTo(page, '/marnie_whit');
    await panel.waitGone('text/Looking at @');
  });

  test('not while the rep keeps a customer in view, also after closing it', { tags: 'thorough' }, async () => {
    const { page, panel } = await deskWithCase();
    await panel.click('role/button[Keep this customer in view]');
    await panel.waitFor('role/button[Let the panel follow the page again]');
    await goTo(page, '/tobiasplum');
    await eventually(
      () =>
        hark.inExtension(async () =>
          Object.values(await chrome.storage.session.get()).some(
            (value) => (value as { handle?: string }).handle === 'tobiasplum',
          ),
        ),
      'the page has told what is looked at',
    );
    await pause(200);
    await panel.waitFor('role/heading[Case #1]');
    expect(await panel.inspect('text/Looking at @')).toEqual([]);

    await hark.closePanel();
    const again = await hark.openPanel(page);
    await again.waitFor('role/heading[Case #1]');
    await again.click('role/button[Let the panel follow the page again]');
    await again.waitFor('text/@tobiasplum has no case yet');
  });
});

describe('the list of cases', () => {
  test('is filtered, searched and walked with keys, and keeps itself up to date', async () => {
    await putCases(
      { number: 11, handle: 'dockside_dan', name: 'Dockside Dan' },
      { number: 12, handle: 'lindy_ash', name: 'Lindy Ash', status: 'pending' },
      { number: 13, handle: 'lotte_brink', name: 'Lotte Brink', status: 'closed' },
    );
    const page = await hark.open('/home?calm=1');
    const panel = await hark.openPanel(page);
    await panel.waitFor('text/The customer you look at comes here');
    await panel.press('3');
    await listShows(panel, '#11');
    await panel.click('role/button[Pending]');
    await listShows(panel, '#12');
    await panel.click('role/button[All]');
    await listShows(panel, '#11', '#12', '#13');

    await panel.press('/');
    await eventually(async () => (await panel.inspect('role/searchbox'))[0]?.focused, 'the search has the focus');
    // What is found comes newest first.
    for (const letter of '@L') await panel.press(letter);
    await listShows(panel, '#13', '#12');
    for (const letter of 'otte') await panel.press(letter);
    await listShows(panel, '#13');
    await panel.press('Escape');
    await listShows(panel, '#11', '#12', '#13');

    const focused = async () => (await panel.inspect('[data-row]')).findIndex((row) => row.focused);
    await panel.press('j');
    expect(await focused()).toBe(0);
    await panel.press('j');
    await panel.press('j');
    expect(await focused()).toBe(2);
    await panel.press('k');
    expect(await focused()).toBe(1);
    await panel.press('Enter');
    await panel.waitFor('role/heading[Case #12]');
    await panel.waitFor('text/Lindy Ash');
    await panel.press('Escape');
    await listShows(panel, '#11', '#12', '#13');
    // Back at the same place: the next key goes on from there.
    await eventually(async () => (await focused()) === 1, 'the focus is back on the row');
    await panel.press('j');
    expect(await focused()).toBe(2);

    // The page opens a case: the click asks for it, so it is shown; the list has it without being asked.
    const tweet = await customerTweets(page, 'marnie_whit', 'it is down again');
    await openCase(hark, page, tweet, 'Case #14');
    await panel.waitFor('role/heading[Case #14]');
    await panel.press('3');
    // Whoever waits longest comes first; those who do not wait follow.
    await listShows(panel, '#11', '#14', '#12', '#13');
  });

  test('is up to date in a window that nobody touches', { tags: 'thorough' }, async () => {
    const tab = await hark.openExtensionPage('sidepanel.html');
    await tab.waitFor('text/The customer you look at comes here');
    await tab.press('3');
    await tab.waitFor('text/Nobody is waiting');
    await putCases({ number: 11, handle: 'dockside_dan', name: 'Dockside Dan' });
    await tab.reload();
    await tab.waitFor('text/The customer you look at comes here');
    await tab.press('3');
    await listShows(tab, '#11');
    const other = await hark.openExtensionPage('sidepanel.html?case=11');
    await other.click('role/button[Resolve]');
    await tab.waitFor('text/Nobody is waiting');
  });
});

describe('two panels', () => {
  test('show the same note and status at once', async () => {
    const { page, panel } = await deskWithCase();
    const tab = await hark.openExtensionPage('sidepanel.html?case=1');
    await tab.waitFor('textarea:not([readonly])');
    await tab.type(NOTE, 'seen from the tab');
    await fieldHolds(panel, NOTE, 'seen from the tab');
    await tab.press('Escape');
    await tab.click('role/button[Resolve]');
    await fieldHolds(panel, 'role/combobox[Status]', 'resolved');

    await page.bringToFront();
    await panel.click('role/button[Reopen]');
    await fieldHolds(tab, 'role/combobox[Status]', 'open');
    await panel.click(NOTE);
    await panel.press('End');
    await panel.press('!');
    await fieldHolds(tab, NOTE, 'seen from the tab!');
  });
});

describe('for everyone', () => {
  test('the panel has no barrier, in light and dark, at 320 pixels', { tags: 'thorough' }, async () => {
    await putCases(
      { number: 11, handle: 'dockside_dan', name: 'Dockside Dan', priority: 'urgent', topic: 'outage' },
      { number: 12, handle: 'lindy_ash', name: 'Lindy Ash', status: 'pending' },
      { number: 13, handle: 'lotte_brink', name: 'Lotte Brink', status: 'closed' },
      { number: 14, handle: 'mabel_tunn', name: 'Mabel Tunn', status: 'resolved', resolvedAt: Date.now() },
    );
    const page = await hark.open('/home?calm=1');
    const panel = await hark.openPanel(page);
    await hark.setPanelWidth(320);
    await panel.waitUntil(() => innerWidth > 300 && innerWidth <= 320);
    const fits = () => panel.waitUntil(() => document.documentElement.scrollWidth <= innerWidth);
    const sound = async () => {
      expect(await faultsInBothSchemes(hark, panel)).toEqual([]);
      await fits();
    };
    await panel.waitFor('text/The customer you look at comes here');
    await sound();
    await panel.press('3');
    await panel.click('role/button[All]');
    await listShows(panel, '#11', '#12', '#13', '#14');
    await sound();
    await panel.press('?');
    await panel.waitFor('role/dialog');
    await sound();
    await panel.press('Escape');
    await panel.waitGone('role/dialog');

    const id = await idOf(page, 'bat-3');
    await goTo(page, `/i/status/${id}`);
    await page.waitForSelector(`[data-hark="open"][data-tweet="${id}"]`);
    await openCase(hark, page, id, 'Case #15');
    await panel.waitFor('role/heading[#15]');
    await panel.type(NOTE, 'A note to the team');
    await panel.press('Enter');
    await panel.waitFor('text/Note added');
    await panel.waitFor('[data-kind="reply"]');
    await sound();
    // Firefox lets people drag its sidebar narrower than that, and opens it so.
    await hark.setPanelWidth(240);
    await panel.waitUntil(() => innerWidth <= 240);
    await fits();
    await panel.press('Escape');
    await panel.press('3');
    await panel.waitFor('[data-row]');
    await fits();

    await hark.setPanelWidth(320);
    await panel.waitUntil(() => innerWidth > 300 && innerWidth <= 320);
    for (const name of ['Follow-ups', 'Incidents', 'Watch']) {
      await panel.click(`role/tab[${name}]`);
      await panel.waitFor(`role/tabpanel[${name}]`);
      await sound();
    }
    await page.bringToFront();
    await page.evaluate(() => location.assign('/home?loggedout=1'));
    await panel.waitFor('text/Log in to X to use Hark');
    await sound();
  });
});
