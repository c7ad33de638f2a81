import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { TabHealth } from '../../lib/protocol';
import { onHealth, readHealth } from '../../lib/tabs';
import { isOnX } from '../../lib/x/matches';
import { readRoute } from '../../lib/x/page';

/** The tab beside the panel. */
export interface BesideTab {
  tabId: number | null;
  health: TabHealth | null;
  /** True while it shows private messages. */
  inMessages: boolean;
}

/** The browser tells the address of X's own tabs only. */
const showsMessages = (address: string | undefined): boolean =>
  address !== undefined && isOnX(address) && readRoute(address).kind === 'messages';

/**
 * Follows the active tab of the panel's window and how it is. A panel that was opened in a tab of its own has none
 * beside it; it takes the tab of X that was last heard of.
 */
export function useTab(): BesideTab {
  const [beside, setBeside] = useState<BesideTab>({ tabId: null, health: null, inMessages: false });
  useEffect(() => {
    let stopped = false;
    let windowId: number | null = null;
    let shown: number | null = null;
    const show = async (tabId: number | undefined): Promise<void> => {
      if (tabId === undefined) return;
      shown = tabId;
      const tab = await browser.tabs.get(tabId).catch(() => null);
      // Read last: what is heard of while the browser tells of the tab is newer, and must not be written over.
      const health = await readHealth(tabId);
      if (!stopped && shown === tabId) setBeside({ tabId, health, inMessages: showsMessages(tab?.url) });
    };
    const activated = (info: { tabId: number; windowId: number }): void => {
      if (info.windowId === windowId) void show(info.tabId);
    };
    // X changes its address without loading a page.
    const updated = (tabId: number, { url }: { url?: string }): void => {
      if (url !== undefined && tabId === shown) setBeside((before) => ({ ...before, inMessages: showsMessages(url) }));
    };
    browser.tabs.onActivated.addListener(activated);
    browser.tabs.onUpdated.addListener(updated);
    const stopListening = onHealth((tabId, health) => {
      if (windowId === null && health.onX) shown = tabId;
      if (tabId === shown) setBeside((before) => ({ ...before, tabId, health }));
    });
    const start = async (): Promise<void> => {
      const [ownTab, ownWindow] = await Promise.all([browser.tabs.getCurrent(), browser.windows.getCurrent()]);
      if (ownTab || ownWindow.id === undefined) return;
      windowId = ownWindow.id;
      const [active] = await browser.tabs.query({ active: true, windowId });
      if (!stopped) await show(active?.id);
    };
    void start();
    return () => {
      stopped = true;
      stopListening();
      browser.tabs.onActivated.removeListener(activated);
      browser.tabs.onUpdated.removeListener(updated);
    };
  }, []);
  return beside;
}
