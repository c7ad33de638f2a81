import { browser } from 'wxt/browser';
import type { DeskDatabase } from './desk/database';
import { isNewerDesk } from './desk/failure';
import { desk } from './desk/local';
import { sendMessage } from './messaging';
import type { Looking, PageState } from './protocol';
import { readWatchlist } from './settings/settings';

/** Dismissals that a page gets when it loads; older tweets hardly come on screen again. */
const DISMISSED_AT_LOAD = 2_000;

/** What a page on X needs to know now. */
export async function currentPageState(db: DeskDatabase): Promise<PageState> {
  const dismissals = desk.dismissed(DISMISSED_AT_LOAD).catch((error: unknown) => {
    // Marks work all the same; what cannot be read is asked for in words when the rep opens a case.
    if (isNewerDesk(error)) return [];
    throw error;
  });
  const [watchlist, dismissed] = await Promise.all([readWatchlist(db), dismissals]);
  return { watchlist, dismissed };
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

const lookingKey = (tabId: number): string => `looking:${tabId}`;

/** Notes what the rep is looking at in a tab; the browser keeps it until it is closed. */
export async function writeLooking(tabId: number, looking: Looking): Promise<void> {
  await browser.storage.session.set({ [lookingKey(tabId)]: looking });
}

/** What the rep is looking at in a tab, or null if nothing is known. */
export async function readLooking(tabId: number): Promise<Looking | null> {
  const key = lookingKey(tabId);
  return ((await browser.storage.session.get(key))[key] as Looking | undefined) ?? null;
}

/** Calls back on each change of what the rep is looking at in any tab. Returns the function that stops it. */
export function onLooking(callback: (tabId: number, looking: Looking) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>): void => {
    for (const [key, { newValue }] of Object.entries(changes)) {
      if (key.startsWith('looking:') && newValue) callback(Number(key.slice('looking:'.length)), newValue as Looking);
    }
  };
  browser.storage.session.onChanged.addListener(listener);
  return () => browser.storage.session.onChanged.removeListener(listener);
}
