import { browser } from 'wxt/browser';

/** The panel's shortcut as the browser has it, or null if none is set. */
export async function panelShortcut(): Promise<string | null> {
  const commands = await browser.commands.getAll();
  return commands.find(({ name }) => name === 'open-panel')?.shortcut || null;
}
