import { browser } from 'wxt/browser';
import { followUps } from '../../lib/desk/local';
import { assess, type PageReport } from '../../lib/health/health';
import { sendMessage } from '../../lib/messaging';
import { forgetTab, readHealth, writeHealth } from '../../lib/tabs';
import { X_MATCHES } from '../../lib/x/matches';
import { showOnButton } from './badge';

/** How long a page gets to load Hark's script before it is asked whether it is there, in milliseconds. */
const SETTLE = 1_500;

const X_ADDRESS = /^https:\/\/(?:mobile\.)?(?:x|twitter)\.com\//;

/** Whether the browser lets Hark read X. Access can be taken back in the browser's own settings. */
async function hasAccess(): Promise<boolean> {
  return browser.permissions.contains({ origins: X_MATCHES });
}

async function answers(tabId: number): Promise<boolean> {
  try {
    return await sendMessage('ping', null, tabId);
  } catch {
    return false;
  }
}

async function settle(
  tabId: number,
  facts: { onX: boolean; answers: boolean; report: PageReport | null },
): Promise<void> {
  const health = assess({ ...facts, hasAccess: await hasAccess() });
  await writeHealth(tabId, { health, report: facts.report, onX: facts.onX });
  await showOnButton(tabId, health, await due());
}

/** How much is due; nothing where the desk cannot be read, which the panel says. */
async function due(): Promise<number> {
  return followUps.countDue().catch(() => 0);
}

/** Shows on the button of every tab what is due now. */
export async function showDue(): Promise<void> {
  const count = await due();
  for (const { id } of await browser.tabs.query({})) {
    const known = id === undefined ? null : await readHealth(id);
    if (id !== undefined) await showOnButton(id, known?.health ?? { ok: true }, count);
  }
}

/** A page has told how well it can be read. */
export async function onReport(tabId: number, report: PageReport): Promise<void> {
  await settle(tabId, { onX: true, answers: true, report });
}

/** Finds out how a tab is. Addresses of tabs that are not X are not visible to Hark, and need not be. */
async function check(tabId: number): Promise<void> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (!tab) return;
  const onX = X_ADDRESS.test(tab.url ?? '');
  const there = onX && (await answers(tabId));
  await settle(tabId, { onX, answers: there, report: there ? ((await readHealth(tabId))?.report ?? null) : null });
}

async function checkAll(): Promise<void> {
  for (const tab of await browser.tabs.query({})) if (tab.id !== undefined) await check(tab.id);
}

/** Keeps an eye on all tabs: what cannot be read must not look like "nothing to do". */
export function watchHealth(): void {
  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    if (status === 'complete') setTimeout(() => void check(tabId), SETTLE);
  });
  browser.tabs.onActivated.addListener(({ tabId }) => void check(tabId));
  browser.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId));
  browser.permissions.onAdded.addListener(() => void checkAll());
  browser.permissions.onRemoved.addListener(() => void checkAll());
  browser.runtime.onInstalled.addListener(() => void checkAll());
  browser.runtime.onStartup.addListener(() => void checkAll());
}
