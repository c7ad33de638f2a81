import { browser } from 'wxt/browser';
import { noteError } from '../../lib/browser/errors';
import { describeFailure } from '../../lib/desk/failure';
import { followUps } from '../../lib/desk/local';
import { assess, type PageReport, type TabFacts } from '../../lib/health/health';
import { sendMessage } from '../../lib/messaging';
import { forgetTab, readHealth, writeHealth } from '../../lib/tabs';
import { isOnX, X_COM } from '../../lib/x/matches';
import { readRoute } from '../../lib/x/page';
import { showDueOnButton, showHealthOnButton } from './badge';

/** How long a page gets to load Hark's script before it is asked whether it is there, in milliseconds. */
const SETTLE = 1_500;

/**
 * Whether the browser lets Hark read X. Access can be taken back in the browser's own settings, for all of X's addresses
 * or for the old ones. A tab whose address the browser tells is open to Hark in any case. From the others it hides what
 * they show: as long as Hark may read X, none of them is X.
 */
async function hasAccess(): Promise<boolean> {
  return browser.permissions.contains({ origins: [X_COM] });
}

async function answers(tabId: number): Promise<boolean> {
  try {
    return await sendMessage('ping', null, tabId);
  } catch {
    return false;
  }
}

interface Found {
  address: string | undefined;
  onX: boolean;
  hasAccess: boolean;
  answers: boolean;
  /** What the page tells; undefined for what it told last. */
  report: PageReport | null | undefined;
}

/** What an address of X is about. One that names a tweet need not name its author. */
function aboutOf(address = ''): TabFacts['about'] {
  if (readRoute(address).kind === 'messages') return 'messages';
  return /\/status\/\d/.test(address) ? 'tweet' : 'other';
}

/** One after the other: what a page told last must not be written over what it tells now. */
let turn: Promise<void> = Promise.resolve();

async function settle(tabId: number, { address, report: told, ...found }: Found): Promise<void> {
  const deskTrouble = await showDue();
  turn = turn
    .then(async () => {
      const report = told === undefined ? ((await readHealth(tabId))?.report ?? null) : told;
      const health = assess({ ...found, report, about: aboutOf(address), deskTrouble });
      await writeHealth(tabId, { health, report, onX: found.onX });
      await showHealthOnButton(tabId, health);
    })
    .catch((error: unknown) => noteError('worker', error));
  await turn;
}

/** A desk that does not answer within so many milliseconds cannot be read. */
const DESK_ANSWERS = 3_000;

/** How much is due. Rejects where the desk fails, or does not answer. */
async function countDue(): Promise<number> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The desk does not answer.')), DESK_ANSWERS);
  });
  return Promise.race([followUps.countDue(), late]).finally(() => clearTimeout(timer));
}

/** The words for the error that came last: one that stays is not noted again with each look. */
let failure: { name: string; words: string } | null = null;

/** Shows on the button of every tab what is due now. Gives why that is not known, in words; null where it is. */
export async function showDue(): Promise<string | null> {
  let due: number;
  try {
    due = await countDue();
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (failure?.name !== name) failure = { name, words: describeFailure(error, null, 'read') };
    return failure.words;
  }
  failure = null;
  await showDueOnButton(due);
  return null;
}

/** A page has told how well it can be read. */
export async function onReport(tabId: number, report: PageReport): Promise<void> {
  // A page goes on to report after access was taken back, until it is loaded again: but only half of Hark works there.
  const tab = await browser.tabs.get(tabId).catch(() => null);
  await settle(tabId, {
    onX: true,
    address: tab?.url,
    hasAccess: tab?.url !== undefined,
    answers: true,
    report,
  });
}

/** Finds out how a tab is. Addresses of tabs that are not X are not visible to Hark, and need not be. */
async function check(tabId: number): Promise<void> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (!tab) return;
  const onX = isOnX(tab.url);
  const there = onX && (await answers(tabId));
  await settle(tabId, {
    onX,
    address: tab.url,
    hasAccess: tab.url !== undefined || (await hasAccess()),
    answers: there,
    report: there ? undefined : null,
  });
}

async function checkAll(): Promise<void> {
  for (const tab of await browser.tabs.query({})) if (tab.id !== undefined) await check(tab.id);
}

/** Shows again what was wrong, which the browser has forgotten with the page: until it is known how the next one is. */
async function showAgain(tabId: number, address: string | undefined): Promise<void> {
  const known = await readHealth(tabId);
  if (known && !known.health.ok && known.onX === isOnX(address)) {
    await showHealthOnButton(tabId, known.health);
  }
}

/** Keeps an eye on all tabs: what cannot be read must not look like "nothing to do". */
export function watchHealth(): void {
  browser.tabs.onUpdated.addListener((tabId, { status }, { url }) => {
    if (status === 'loading') void showAgain(tabId, url);
    if (status === 'complete') setTimeout(() => void check(tabId), SETTLE);
  });
  browser.tabs.onActivated.addListener(({ tabId }) => void check(tabId));
  browser.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId));
  browser.permissions.onAdded.addListener(() => void checkAll());
  browser.permissions.onRemoved.addListener(() => void checkAll());
  browser.runtime.onInstalled.addListener(() => void checkAll());
  browser.runtime.onStartup.addListener(() => void checkAll());
}
