import { beforeEach, describe, expect, test } from 'vitest';
import { cases, eventually, openStatus, setUpDesk } from './support/desk';
import { type Bench, browserName, useBrowser } from './support/fixture';

let hark: Bench;

beforeEach(async () => {
  hark = await useBrowser();
  await setUpDesk(hark);
});

describe('the panel opens', () => {
  test('from the toolbar button', async () => {
    const page = await hark.open('/home?calm=1');
    expect(await hark.panelIsOpen()).toBe(false);
    await hark.clickToolbarButton(page);
    const panel = await hark.panel();
    expect(await panel.url()).toContain('sidepanel.html');
  });

  test('from its keyboard command, where a test can press it, and lists it as the browser has it', async () => {
    const page = await hark.open('/home?calm=1');
    if (await hark.pressCommand(page, 'Alt+Shift+H')) expect(await (await hark.panel()).url()).toContain('sidepanel');
    else {
      // This browser gives no test a way to its own shortcuts: see at least that it has taken ours.
      const commands = await hark.inWorker(() => chrome.commands.getAll());
      expect(commands.find((command) => command.name === 'open-panel')?.shortcut).toBeTruthy();
    }
  });

  test('from the context menu, which is there on X alone', async () => {
    const page = await hark.open('/home?calm=1');
    if (browserName === 'firefox') {
      await hark.pickContextMenu(page, { x: 640, y: 300 }, 'Open the case panel');
      expect(await (await hark.panel()).url()).toContain('sidepanel');
    } else {
      // The menu is drawn by the system; making the entry again fails only if it is there.
      const refusal = await hark.inWorker(
        () =>
          new Promise((resolve) => {
            chrome.contextMenus.create({ id: 'open-panel', title: 'twice', contexts: ['page'] }, () =>
              resolve(chrome.runtime.lastError?.message ?? null),
            );
          }),
      );
      expect(refusal).toContain('duplicate');
    }
  });

  test('from a click in the page where the browser allows it; else the click says how', async () => {
    const { page, id } = await openStatus(hark, 'bat-1');
    await hark.clickInHost(page, { kind: 'open', tweet: id }, 'button');
    const toast = await hark.waitInHost(page, { kind: 'toast' }, '.message');
    expect(toast.text).toContain('Case #1 opened for @marnie_whit.');
    expect(await cases(hark)).toHaveLength(1);
    if (browserName === 'chromium') {
      const panel = await hark.panel();
      await eventually(async () => (await panel.text()).includes('Case #1'), 'the panel shows the case');
      return;
    }
    expect(await hark.panelIsOpen()).toBe(false);
    expect(toast.text).toMatch(/Press Alt\+Shift\+H to see it/);
    await hark.clickToolbarButton(page);
    const panel = await hark.panel();
    await eventually(async () => (await panel.text()).includes('Case #1'), 'the sidebar shows the case');
  });
});

declare const chrome: typeof import('wxt/browser').browser;
