/** What the harness does inside a page of the extension, the same in both browsers. */
import type { ExtensionApi, View } from './browser';

declare const chrome: ExtensionApi;

/** The text on the toolbar button, as the tab in front shows it. */
export function badgeText(view: View): Promise<string> {
  return view.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return chrome.action.getBadgeText(tab?.id === undefined ? {} : { tabId: tab.id });
  });
}

/** Deletes all that the extension keeps, and what its button shows in all tabs. */
export async function wipe(view: View): Promise<void> {
  await view.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) {
      if (!name) continue;
      await new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error);
      });
    }
    const { local, session, sync } = chrome.storage;
    await Promise.all([local.clear(), session.clear(), sync.clear()]);
    await chrome.action.setBadgeText({ text: '' });
  });
}
