import { browser } from 'wxt/browser';
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
  report: PageReport | null;
}

/** What an address of X is about. One that names a tweet need not name its author. */
function aboutOf(address = ''): TabFacts['about'] {
  if (readRoute(address).kind === 'messages') return 'messages';
  return /\/status\/\d/.test(address) ? 'tweet' : 'other';
}

async function settle(tabId: number, { address, ...found }: Found): Promise<void> {
  const health = assess({ ...found, about: aboutOf(address), deskTrouble: await showDue() });
  await writeHealth(tabId, { health, report: found.report, onX: found.onX });
  await showHealthOnButton(tabId, health);
}

/** The error that was told last: one that stays is not told again with each look. */
let told: { name: string; words: string } | null = null;

/** Shows on the button of every tab what is due now. Gives why that is not known, in words; null where it is. */
export async function showDue(): Promise<string | null> {
  let due: number;
  try {
    due = await followUps.countDue();
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (told?.name !== name) told = { name, words: describeFailure(error, null, 'read') };
    return told.words;
  }
  told = null;
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
    report: there ? ((await readHealth(tabId))?.report ?? null) : null,
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
