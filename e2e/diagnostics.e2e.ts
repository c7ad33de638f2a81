import { beforeEach, expect, test } from 'vitest';
import { faultsInBothSchemes } from './support/axe';
import type { ExtensionApi } from './support/browser';
import { eventually, put, setUpDesk } from './support/desk';
import { type Bench, useBrowser } from './support/fixture';

declare const chrome: ExtensionApi;

let hark: Bench;

beforeEach(async () => {
  hark = await useBrowser();
  await setUpDesk(hark);
});

/** Stands in customers' words, and must be nowhere in a diagnosis. */
const MARK = 'Zanzibelle';

test('diagnostics tell how Hark is, can be copied, and hold no customer’s words', async () => {
  const page = await hark.open('/home?calm=1');
  await page.waitForSelector('[data-hark="mark"]');
  await hark.clickInHost(page, { kind: 'open' }, 'button');
  await put(hark, 'drafts', [{ caseId: 'none', text: MARK, updatedAt: Date.now() }]);
  await put(hark, 'settings', [{ key: 'snippets', value: [{ id: 'a', title: MARK, text: MARK }] }]);
  // Something fails, and its message quotes a customer.
  await hark.inWorker(() => {
    void Promise.reject(new TypeError('Zanzibelle'));
  });

  const panel = await hark.openPanel(page);
  await panel.waitFor('role/button[Keys]');
  await panel.click('role/button[Keys]');
  await panel.click('role/button[Open diagnostics]');
  const opened = hark.extensionUrl('diagnostics.html');
  await eventually(
    () =>
      hark.inExtension(async (url) => {
        const tabs = await chrome.tabs.query({});
        return tabs.some((tab) => tab.url === url);
      }, opened),
    'the page opens from the panel',
  );

  const view = await hark.openExtensionPage('diagnostics.html');
  await view.waitFor('role/heading[Permissions, and what for]');
  await view.waitFor('text/Wakes Hark when a follow-up, the daily backup or the daily purge is due.');
  await eventually(async () => {
    await view.click('role/button[Look again]');
    const text = await view.text();
    return text.includes('worker: TypeError') && text.includes('can be read; ');
  }, 'the error and the page are told');
  expect(await faultsInBothSchemes(hark, view)).toEqual([]);

  await view.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: async (text: string) => void heard.push(text) },
    });
  });
  await view.click('role/button[Copy for support]');
  await view.waitFor('text/Copied');
  const text = await view.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.join());
  expect(text).toMatch(/^Hark diagnosis, /);
  expect(text).toMatch(/ {2}Rows: .*\bcases 1\b.*\bdrafts 1\b/);
  expect(text).toContain('worker: TypeError');
  expect(text).toMatch(/ {2}storage: given\n/);
  expect(text).not.toContain('! ');
  const said = await page.$$eval('article [data-testid="tweetText"]', (all) => all.map((one) => one.textContent ?? ''));
  for (const words of [MARK, 'June', 'Lantern', ...said.filter(({ length }) => length > 15)]) {
    expect(text).not.toContain(words);
  }
});
