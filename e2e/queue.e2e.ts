import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import type { FunnelDay } from '../lib/queue/funnel';
import type { QueuedTweet } from '../lib/queue/queue';
import { faultsInBothSchemes } from './support/axe';
import type { ExtensionApi, View } from './support/browser';
import { cases, eventually, practiceWatchlist, rows, setUpDesk } from './support/desk';
import { type Bench, useBrowser } from './support/fixture';
import { customerTweets, goTo, openCase, toastSaying } from './support/rep';

declare const chrome: ExtensionApi;

let hark: Bench;

// A handle that nobody on the practice page names: the list holds only what a test puts on screen.
const quiet = { ...practiceWatchlist, handles: ['QuietHill'], terms: [], misspellings: [], categories: [] };

beforeEach(async () => {
  hark = await useBrowser();
  await setUpDesk(hark, quiet);
});

const DOWN = '@QuietHill the line is dead again, nothing works';
const MOVE = '@QuietHill how do I take my line along when I move?';
const BILL = '@QuietHill charged twice again, this is a rip-off and I am angry';

/** Opens the panel beside a page, with the list in view. */
async function listBeside(page: Page): Promise<View> {
  const panel = await hark.openPanel(page);
  await panel.waitFor('role/tab[Needs an answer]');
  await goToList(panel);
  return panel;
}

/** Goes to the list by its key, which a panel that has just been opened may not hear yet. */
async function goToList(panel: View): Promise<void> {
  await eventually(async () => {
    await panel.press('2');
    return (await panel.text('[role="tab"][aria-selected="true"]')).includes('Needs an answer');
  }, 'the list is in view');
}

/** A timeline with three customers who need an answer, and the list beside it. */
async function threeWaiting(): Promise<{ page: Page; panel: View; down: string; move: string; bill: string }> {
  const page = await hark.open('/home?calm=1');
  const panel = await listBeside(page);
  const move = await customerTweets(page, 'kofi_strand', MOVE, { ago: 90 });
  const down = await customerTweets(page, 'marnie_whit', DOWN, { ago: 20 });
  const bill = await customerTweets(page, 'june_draws', BILL, { ago: 5 });
  await shows(panel, 3);
  return { page, panel, down, move, bill };
}

/** Ids of the rows, from top to bottom. */
const listed = async (panel: View): Promise<(string | undefined)[]> =>
  (await panel.inspect('[data-queued]')).map(({ attributes }) => attributes['data-queued']);

async function shows(panel: View, count: number): Promise<void> {
  await eventually(async () => {
    const now = await listed(panel);
    if (now.length !== count) throw new Error(`it shows ${now.length}`);
    return true;
  }, `the list shows ${count}`);
}

/** Waits for the suggestions of the row that was unfolded: as they come, what is below them moves. */
async function suggestionsStand(panel: View): Promise<void> {
  await panel.waitFor('[data-suggested]');
}

/** Selects a row as the keys do. */
async function select(panel: View, id: string): Promise<void> {
  await panel.evaluate((row) => document.querySelector<HTMLElement>(`[data-row="${row}"]`)?.focus(), id);
}

const focused = async (panel: View): Promise<string | undefined> =>
  (await panel.inspect('[data-row]')).find((row) => row.focused)?.attributes['data-row'];

/** What is kept of the list. */
const kept = (): Promise<Record<string, QueuedTweet>> =>
  hark.inExtension(async () => {
    const all = Object.entries(await chrome.storage.session.get(null));
    return Object.fromEntries(all.filter(([key]) => key.startsWith('queue:')));
  }) as Promise<Record<string, QueuedTweet>>;

/** What was counted; over the days, since a test may run at midnight. */
async function counted(): Promise<Omit<FunnelDay, 'day'>> {
  const sum = { seen: 0, relevant: 0, actionable: 0, opened: 0, answered: 0 };
  for (const day of await rows<FunnelDay>(hark, 'funnel')) {
    for (const stage of ['seen', 'relevant', 'actionable', 'opened', 'answered'] as const) sum[stage] += day[stage];
  }
  return sum;
}

/** What a screen reader is told of the list. */
const told = (panel: View): Promise<string | null | undefined> =>
  panel.evaluate(() => document.querySelector('[data-listed]')?.textContent);

describe('the list of tweets that need an answer', () => {
  test('fills as they come on screen, the most urgent first, says why, and leads to each', async () => {
    const page = await hark.open('/home?calm=1');
    const panel = await listBeside(page);
    await panel.waitFor('text/Nobody needs an answer');
    await eventually(async () => (await told(panel)) === 'Nobody needs an answer', 'nobody is told of');
    const move = await customerTweets(page, 'kofi_strand', MOVE, { ago: 90 });
    await shows(panel, 1);
    const down = await customerTweets(page, 'marnie_whit', DOWN, { ago: 20 });
    await customerTweets(page, 'june_draws', 'nice weather for ducks');
    await customerTweets(page, 'june_draws', '@QuietHill thank you, you are great');
    await shows(panel, 2);
    // Who only asks has waited longer, but can wait.
    expect(await listed(panel)).toEqual([down, move]);
    const [first] = await panel.inspect('[data-row]');
    expect(first?.text).toMatch(/Marnie Whitlow.*(Complaint|Outage).*(20|21) min.*the line is dead again/);
    expect((await panel.inspect('role/tab[Needs an answer]'))[0]?.text).toContain('2');

    await panel.press('j');
    expect(await focused(panel)).toBe(down);
    await panel.press('y');
    await panel.waitFor('text/Names your handle @QuietHill');
    await panel.press('y');
    await panel.waitGone('text/Names your handle @QuietHill');
    await panel.press('j');
    await panel.press('Enter');
    await page.waitForFunction((path) => location.pathname === path, { polling: 50 }, `/kofi_strand/status/${move}`);
    // The list stays, for the rep works on in it; the case part follows.
    expect(await listed(panel)).toEqual([down, move]);
    await panel.press('1');
    await panel.waitFor('text/@kofi_strand has no case yet');
  });

  test('is worked down with one key each, and each can be undone', async () => {
    const { page, panel, down, move, bill } = await threeWaiting();
    const mark = `[data-hark="mark"][data-tweet="${bill}"]`;
    const undone = async (): Promise<void> => {
      await panel.press('u');
      await shows(panel, 3);
    };
    const order = await listed(panel);
    // Without a row selected, a key only selects the first.
    await panel.press('x');
    expect(await focused(panel)).toBe(order[0]);
    await panel.press('x');
    await shows(panel, 2);
    // The next one has the focus: the rep goes on without looking for it.
    await eventually(async () => (await focused(panel)) === order[1], 'the next row is selected');
    await panel.waitFor('text/Dealt with: @');
    expect(await rows(hark, 'dealtWith')).toMatchObject([{ tweetId: order[0], how: 'dealt' }]);
    await undone();
    expect(await rows(hark, 'dealtWith')).toEqual([]);

    await select(panel, move);
    await panel.press('a');
    await panel.waitFor('text/Answered elsewhere: @kofi_strand');
    await eventually(async () => (await counted()).answered === 1, 'it counts as answered');
    await undone();
    await eventually(async () => (await counted()).answered === 0, 'it counts no more');

    await page.waitForSelector(mark);
    await select(panel, bill);
    await panel.press('z');
    await panel.waitFor('text/Not about us: @june_draws');
    await page.waitForSelector(mark, { hidden: true });
    expect(await rows(hark, 'dismissals')).toMatchObject([{ tweetId: bill }]);
    await undone();
    await page.waitForSelector(mark);
    expect(await rows(hark, 'dismissals')).toEqual([]);

    await select(panel, down);
    await panel.press('s');
    await panel.waitFor('text/@marnie_whit comes back at');
    await shows(panel, 2);
    await panel.waitFor('text/1 snoozed');
    await undone();
    await select(panel, down);
    await panel.press('l');
    await suggestionsStand(panel);
    await panel.click('text/4 hours');
    await shows(panel, 2);
    const until = Object.values(await kept()).find(({ tweet }) => tweet.id === down)?.snoozedUntil ?? 0;
    expect((until - Date.now()) / 3_600_000).toBeCloseTo(4, 1);
    await panel.click('text/1 snoozed');
    await panel.click('role/button[Bring back @marnie_whit]');
    await shows(panel, 3);

    await select(panel, down);
    await panel.press('c');
    await panel.waitFor('role/heading[Case #1]');
    await panel.waitFor('text/the line is dead again');
    expect(await cases(hark)).toMatchObject([{ number: 1, status: 'open', owner: 'JD' }]);
    await page.waitForSelector(`[data-hark="customer"][data-tweet="${down}"]`);
    await panel.press('Escape');
    await shows(panel, 2);
    await undone();
    expect(await cases(hark)).toEqual([]);
  });

  test('is left by who gets a case or an answer on X, and by what is too old', { tags: 'thorough' }, async () => {
    const { page, panel, down, move, bill } = await threeWaiting();
    await openCase(hark, page, down);
    await panel.waitFor('role/heading[Case #1]');
    await goToList(panel);
    await shows(panel, 2);
    await hark.clickInHost(page, { kind: 'toast' }, 'text/Undo');
    await toastSaying(hark, page, 'Undone.');
    await shows(panel, 3);

    await goTo(page, `/kofi_strand/status/${move}`);
    await page.waitForSelector('article[tabindex="-1"]');
    const reply = '@kofi_strand Bring the box along, we do the rest. ^JD';
    await customerTweets(page, 'LanternJune', reply, { replyTo: move });
    await shows(panel, 2);
    expect(await listed(panel)).not.toContain(move);
    expect(await cases(hark)).toEqual([]);
    await eventually(async () => (await counted()).answered === 1, 'the answer is counted');

    await hark.inExtension(async (id) => {
      const key = `queue:${id}`;
      const row = (await chrome.storage.session.get(key))[key] as QueuedTweet;
      await chrome.storage.session.set({ [key]: { ...row, seenAt: Date.now() - 24 * 3_600_000 } });
    }, bill);
    await hark.killWorker();
    await panel.reload();
    await panel.waitFor('role/tab[Needs an answer]');
    await goToList(panel);
    await eventually(async () => (await listed(panel)).join() === down, 'what is too old is gone');
    await eventually(async () => !(`queue:${bill}` in (await kept())), 'its text is forgotten');
  });

  test('is worked by mouse, forgets nothing that was done, is kept in memory alone, and counts', async () => {
    const { page, panel, down, move } = await threeWaiting();
    await panel.click('role/button[Why and what to do: @kofi_strand]');
    await suggestionsStand(panel);
    await panel.click('role/button[Dealt with]');
    await shows(panel, 2);
    await customerTweets(page, 'june_draws', '@QuietHill thank you, you are great');
    await openCase(hark, page, down);
    // Counts are written once a second, and a browser stops a worker only after half a minute without work.
    await eventually(async () => (await counted()).relevant === 4, 'what was on screen is counted');
    await page.reload();
    await hark.killWorker();
    // The same tweet on screen again; the one after it shows that it was looked at.
    expect(await customerTweets(page, 'kofi_strand', MOVE, { ago: 90 })).toBe(move);
    await customerTweets(page, 'tariq_lf', '@QuietHill still no signal here, it does not work');
    await goToList(panel);
    await shows(panel, 2);
    expect(await listed(panel)).not.toContain(move);
    await eventually(async () => {
      const { seen, ...rest } = await counted();
      expect(rest).toEqual({ relevant: 5, actionable: 4, opened: 1, answered: 0 });
      return seen >= 5;
    }, 'the counts');
    await panel.waitFor('text/5 about us · 4 need an answer · 1 opened · 0 answered');
    await panel.click('text/Today:');
    expect((await panel.inspect('tbody tr')).length).toBe(7);

    const onDisk = await hark.inExtension(async () => {
      const found: unknown[] = [await chrome.storage.local.get(null)];
      for (const { name = '' } of await indexedDB.databases()) {
        const db = await new Promise<IDBDatabase>((resolve, reject) => {
          const request = indexedDB.open(name);
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
        for (const store of db.objectStoreNames) {
          const request = db.transaction(store).objectStore(store).getAll();
          found.push(await new Promise((resolve) => (request.onsuccess = () => resolve(request.result))));
        }
        db.close();
      }
      return JSON.stringify(found);
    });
    // The words of the tweet that is in a case are there; of the others there is nothing.
    expect(onDisk).toContain('the line is dead again');
    expect(onDisk).not.toContain('charged twice');
    expect(onDisk).not.toContain('when I move');
    expect(onDisk).not.toContain('kofi_strand');
    const inMemory = JSON.stringify(await kept());
    expect(inMemory).toContain('charged twice');
  });

  test('has no barrier, in light and dark, at 320 pixels', { tags: 'thorough' }, async () => {
    const { panel, page, bill } = await threeWaiting();
    await customerTweets(page, 'tariq_lf', '@QuietHill الإنترنت مقطوع منذ الصباح ولا أحد يرد على الهاتف', {
      lang: 'ar',
    });
    await shows(panel, 4);
    await hark.setPanelWidth(320);
    await panel.waitUntil(() => innerWidth > 300 && innerWidth <= 320);
    await select(panel, bill);
    await panel.press('s');
    await shows(panel, 3);
    await panel.press('y');
    await panel.waitFor('role/button[Answered elsewhere]');
    // What stands under the bar at the bottom is not there to be pressed.
    await panel.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await panel.click('text/1 snoozed');
    await panel.evaluate(() => scrollTo(0, document.body.scrollHeight));
    expect(await faultsInBothSchemes(hark, panel)).toEqual([]);
    for (const width of [320, 240]) {
      await hark.setPanelWidth(width);
      await panel.waitUntil((most) => innerWidth <= most, width);
      await panel.waitUntil(() => document.documentElement.scrollWidth <= innerWidth);
    }
  });
});
