import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { TabHealth } from '../../lib/protocol';
import { onHealth, readHealth } from '../../lib/tabs';

/** The tab beside the panel. */
export interface BesideTab {
  tabId: number | null;
  health: TabHealth | null;
}

/**
 * Follows the active tab of the panel's window and how it is. A panel that was opened in a tab of its own has none
 * beside it; it takes the tab of X that was last heard of.
 */
export function useTab(): BesideTab {
  const [beside, setBeside] = useState<BesideTab>({ tabId: null, health: null });
  useEffect(() => {
    let stopped = false;
    let windowId: number | null = null;
    let shown: number | null = null;
    const show = async (tabId: number | undefined): Promise<void> => {
      if (tabId === undefined) return;
      shown = tabId;
      const health = await readHealth(tabId);
      if (!stopped && shown === tabId) setBeside({ tabId, health });
    };
    const activated = (info: { tabId: number; windowId: number }): void => {
      if (info.windowId === windowId) void show(info.tabId);
    };
    browser.tabs.onActivated.addListener(activated);
    const stopListening = onHealth((tabId, health) => {
      if (windowId === null && health.onX) shown = tabId;
      if (tabId === shown) setBeside({ tabId, health });
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
    };
  }, []);
  return beside;
}
