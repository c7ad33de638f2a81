import { describe, expect, test } from 'vitest';
import { eventually } from './support/desk';
import { useBrowser } from './support/fixture';

describe('the test bench', () => {
  test('serves the practice page as x.com and nothing else, and notes who asks for something else', async () => {
    const hark = await useBrowser();
    const page = await hark.open('/home');
    expect(page.url()).toBe('https://x.com/home');
    expect(await page.evaluate(() => fetch('https://elsewhere.example/').then(String, () => 'refused'))).toBe(
      'refused',
    );
    expect(hark.site.requests.map(({ url }) => url)).toContain('https://x.com/home');
    // The page's own policy already stops the request; nothing reaches the proxy.
    expect(hark.site.refused).toEqual([]);
    // A browser that goes there by itself does reach it: without this, no test could tell that nothing was sent.
    await page.goto('https://elsewhere.example/').catch(() => undefined);
    await eventually(
      async () => hark.site.refused.some(({ host }) => host === 'elsewhere.example:443'),
      'the other host is noted',
    );
    expect(hark.site.requests.filter(({ url }) => !url.startsWith('https://x.com/'))).toEqual([]);
  });

  test('opens the panel, stops and wakes the worker', async () => {
    const hark = await useBrowser();
    const page = await hark.open('/home');
    const panel = await hark.openPanel(page);
    expect(await panel.url()).toBe(hark.extensionUrl('sidepanel.html'));
    await hark.closePanel();
    expect(await hark.panelIsOpen()).toBe(false);
    expect(await hark.inWorker(() => 6 * 7)).toBe(42);
    await hark.killWorker();
    expect(await hark.workerRunning()).toBe(false);
    expect(await hark.inWorker(() => 6 * 7)).toBe(42);
  });
});
