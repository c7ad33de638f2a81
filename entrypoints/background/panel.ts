import { browser } from 'wxt/browser';
import { X_MATCHES } from '../../lib/x/matches';

const COMMAND = 'open-panel';
const MENU = 'open-panel';

/** Firefox's own part of the API, which the common types lack. */
interface SidebarAction {
  open(): Promise<void>;
  isOpen(details: { windowId?: number }): Promise<boolean>;
}

const sidebar = (): SidebarAction | undefined =>
  (browser as unknown as { sidebarAction?: SidebarAction }).sidebarAction;

/**
 * Opens the panel. Must be called in the same turn as the rep's click or key, before anything is awaited: browsers
 * open panels only then. Firefox refuses when the click was in a page; the result says whether the panel is in view.
 */
export function openPanel(tab: { id?: number; windowId?: number }): Promise<boolean> {
  if (import.meta.env.FIREFOX) {
    const bar = sidebar();
    return bar
      ? bar.open().then(
          () => true,
          () => false,
        )
      : Promise.resolve(false);
  }
  const target = tab.windowId !== undefined ? { windowId: tab.windowId } : { tabId: tab.id as number };
  return browser.sidePanel.open(target).then(
    () => true,
    () => false,
  );
}

/**
 * Opens the panel from a click inside X's page, where the browser allows that; else tells whether it is open anyway.
 * Like {@link openPanel} it must be called before anything is awaited.
 */
export function openPanelFromPage(tab: { id?: number; windowId?: number }): Promise<boolean> {
  if (!import.meta.env.FIREFOX) return openPanel(tab);
  return sidebar()?.isOpen({ windowId: tab.windowId }) ?? Promise.resolve(false);
}

/** Toolbar button, keyboard command and context menu open the panel. */
export function offerPanel(): void {
  if (import.meta.env.FIREFOX) {
    browser.action.onClicked.addListener((tab) => void openPanel(tab));
  } else {
    // In Chrome the button's click opens the panel by itself.
    void browser.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
  }
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === COMMAND && tab) void openPanel(tab);
  });
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === MENU && tab) void openPanel(tab);
  });
  browser.runtime.onInstalled.addListener(() => {
    browser.contextMenus.removeAll(() => {
      browser.contextMenus.create({
        id: MENU,
        title: 'Open the case panel',
        contexts: ['page', 'link', 'selection', 'image'],
        documentUrlPatterns: X_MATCHES,
      });
    });
  });
}
