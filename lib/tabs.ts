import { browser } from 'wxt/browser';
import type { DeskDatabase } from './desk/database';
import { isOutOfReach } from './desk/failure';
import { corrections, desk } from './desk/local';
import { sendMessage } from './messaging';
import type { Looking, PageState, TabHealth } from './protocol';
import { postingAccounts, readKeys, readReps, readWatchlist } from './settings/settings';
import { X_MATCHES } from './x/matches';

/** Dismissals that a page gets when it loads; older tweets hardly come on screen again. */
const DISMISSED_AT_LOAD = 2_000;
/** Corrections that are looked through for a page that loads. */
const CORRECTED_AT_LOAD = 1_000;

/** What a page on X needs to know now. */
export async function currentPageState(db: DeskDatabase): Promise<PageState> {
  // Marks work all the same; what cannot be read is asked for in words when the rep opens a case.
  const orNone = (error: unknown): string[] => {
    if (isOutOfReach(error)) return [];
    throw error;
  };
  const [watchlist, dismissed, ours, keys, { reps }] = await Promise.all([
    readWatchlist(db),
    desk.dismissed(DISMISSED_AT_LOAD).catch(orNone),
    corrections.ours(CORRECTED_AT_LOAD).catch(orNone),
    readKeys(db),
    readReps(db).catch((error: unknown) => {
      if (isOutOfReach(error)) return { reps: [] };
      throw error;
    }),
  ]);
  return { watchlist, dismissed, ours, keys, accounts: [...postingAccounts(watchlist, reps)] };
}

async function toAllTabs(send: (tabId: number) => Promise<unknown>): Promise<void> {
  const tabs = await browser.tabs.query({});
  // Most tabs are not X and nobody listens there: their refusal is expected.
  await Promise.allSettled(tabs.map((tab) => (tab.id === undefined ? undefined : send(tab.id))));
}

/** Tells all pages on X that cases of these customers changed; an empty list means any. */
export async function announceCustomers(handles: readonly string[]): Promise<void> {
  await toAllTabs((tabId) => sendMessage('customersChanged', { handles: [...handles] }, tabId));
}

/** Tells all pages on X that the settings changed. */
export async function announceState(db: DeskDatabase): Promise<void> {
  const state = await currentPageState(db);
  await toAllTabs((tabId) => sendMessage('stateChanged', state, tabId));
}

/** Leads to an address on X: in the tab of X that is in view, else in another one of this window, else in a new one. */
export async function goOnX(url: string): Promise<void> {
  const tabs = await browser.tabs.query({ url: X_MATCHES, currentWindow: true });
  const tab = tabs.find(({ active }) => active) ?? tabs[0];
  if (tab?.id === undefined) await browser.tabs.create({ url });
  else await browser.tabs.update(tab.id, { url, active: true });
}

/** Brings a tab of X to the front, or opens one: the panel stands beside it. Null if the browser did not. */
export async function goToX(): Promise<number | null> {
  const tabs = await browser.tabs.query({ url: X_MATCHES });
  const tab = tabs.find(({ active }) => active) ?? tabs[0];
  if (tab?.id === undefined) return (await browser.tabs.create({ url: 'https://x.com/home' })).id ?? null;
  await browser.tabs.update(tab.id, { active: true });
  if (tab.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
  return tab.id;
}

/** What is kept of a tab until it closes, by name. */
interface TabFacts {
  looking: Looking;
  health: TabHealth;
}

const keyOf = (name: keyof TabFacts, tabId: number): string => `${name}:${tabId}`;

async function writeFact<Name extends keyof TabFacts>(name: Name, tabId: number, fact: TabFacts[Name]): Promise<void> {
  await browser.storage.session.set({ [keyOf(name, tabId)]: fact });
}

async function readFact<Name extends keyof TabFacts>(name: Name, tabId: number): Promise<TabFacts[Name] | null> {
  const key = keyOf(name, tabId);
  return ((await browser.storage.session.get(key))[key] as TabFacts[Name] | undefined) ?? null;
}

function onFact<Name extends keyof TabFacts>(
  name: Name,
  callback: (tabId: number, fact: TabFacts[Name]) => void,
): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>): void => {
    for (const [key, { newValue }] of Object.entries(changes)) {
      if (key.startsWith(`${name}:`) && newValue)
        callback(Number(key.slice(name.length + 1)), newValue as TabFacts[Name]);
    }
  };
  browser.storage.session.onChanged.addListener(listener);
  return () => browser.storage.session.onChanged.removeListener(listener);
}

/** Notes what the rep is looking at in a tab; the browser keeps it until it is closed. */
export const writeLooking = (tabId: number, looking: Looking): Promise<void> => writeFact('looking', tabId, looking);

/** What the rep is looking at in a tab, or null if nothing is known. */
export const readLooking = (tabId: number): Promise<Looking | null> => readFact('looking', tabId);

/** Calls back on each change of what the rep is looking at in any tab. Returns the function that stops it. */
export const onLooking = (callback: (tabId: number, looking: Looking) => void): (() => void) =>
  onFact('looking', callback);

/** Notes how a tab is. */
export const writeHealth = (tabId: number, health: TabHealth): Promise<void> => writeFact('health', tabId, health);

/** How a tab is, or null if nothing is known. */
export const readHealth = (tabId: number): Promise<TabHealth | null> => readFact('health', tabId);

/** Calls back whenever a tab's health changes. Returns the function that stops it. */
export const onHealth = (callback: (tabId: number, health: TabHealth) => void): (() => void) =>
  onFact('health', callback);

/** Forgets a tab that was closed. */
export async function forgetTab(tabId: number): Promise<void> {
  await browser.storage.session.remove([keyOf('looking', tabId), keyOf('health', tabId)]);
}
