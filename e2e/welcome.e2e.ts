import { expect, test } from 'vitest';
import { faultsInBothSchemes } from './support/axe';
import type { ExtensionApi, HarkBrowser } from './support/browser';
import { eventually } from './support/desk';
import { type Bench, browserName, EXTENSIONS, useBrowser } from './support/fixture';
import { launch } from './support/launch';
import { fieldHolds, tabTo } from './support/rep';

declare const chrome: ExtensionApi;

/** Addresses of the extension's own tabs. */
async function ownTabs(hark: HarkBrowser): Promise<string[]> {
  return hark.inExtension(async () => {
    const tabs = await chrome.tabs.query({});
    return tabs.map(({ url }) => url ?? '').filter((url) => url.includes('-extension://'));
  });
}

/** What is stored under a key of the settings; undefined where nothing is. */
async function stored(hark: HarkBrowser, key: string): Promise<unknown> {
  return hark.inExtension(async (wanted) => {
    const known = await indexedDB.databases();
    if (!known.some(({ name }) => name === 'hark')) return null;
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('hark');
      request.onerror = () => reject(request.error);
      request.onsuccess = () => resolve(request.result);
    });
    const request = db.transaction('settings').objectStore('settings').get(wanted);
    const row = await new Promise<{ value: unknown } | undefined>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    db.close();
    return row?.value ?? null;
  }, key);
}

test('the welcome opens at the first installation, needs a few keys, and then X shows marks', async () => {
  const { site } = await useBrowser();
  // Of one's own: what opens at the installation, the shared browser has closed long ago.
  const hark = await launch({ browser: browserName, extension: EXTENSIONS[browserName], site });
  try {
    const welcome = hark.extensionUrl('welcome.html');
    await eventually(async () => (await ownTabs(hark)).includes(welcome), 'the welcome opens by itself');
    expect((await ownTabs(hark)).filter((url) => url === welcome)).toHaveLength(1);
    expect(await hark.panelIsOpen()).toBe(false);

    const view = await hark.openExtensionPage('welcome.html');
    await view.waitFor('role/textbox[Your handles on X]');
    const toHandles = await tabTo(view, 'role/textbox[Your handles on X]');
    for (const letter of '@LanternCares') await view.press(letter);
    // The example shows at once what that will do.
    await view.waitFor('text/Names your handle @LanternCares');
    await view.press('Enter');
    await view.waitFor('text/Hark is ready');
    expect(toHandles + 1).toBeLessThan(5);
    expect(await stored(hark, 'watchlist')).toMatchObject({ handles: ['LanternCares'] });

    await view.waitFor('text/Your lists on X stand here once Hark knows your handle');
    // With keys on to X: its own search for those who name the brand.
    await tabTo(view, 'role/link[Everyone who names you]');
    await view.press('Enter');
    const page = await eventually(async () => {
      const pages = await hark.puppeteer.pages();
      return pages.find((candidate) => candidate.url().startsWith('https://x.com/search'));
    }, 'X opens');
    await page?.waitForSelector('[data-hark="mark"]');
    await page?.waitForSelector('[data-hark="open"]');
  } finally {
    await hark.close();
  }
});

test('the welcome says what is wrong at its place and takes names, words and a trade', async () => {
  const hark: Bench = await useBrowser();
  await hark.open('/home?calm=1');
  const view = await hark.openExtensionPage('welcome.html');
  await view.waitFor('role/textbox[Your handles on X]');
  await tabTo(view, 'role/button[Start]');
  await view.press('Enter');
  await view.waitFor('text/Name at least one handle');
  await eventually(
    async () => (await view.inspect('role/textbox[Your handles on X]'))[0]?.focused,
    'the field has the focus',
  );
  expect(await stored(hark, 'watchlist')).toBeNull();
  expect(await faultsInBothSchemes(hark, view)).toEqual([]);

  for (const letter of '@Lantern, @LanternCares') await view.press(letter === ' ' ? 'Space' : letter);
  await view.waitGone('text/Name at least one handle');
  await tabTo(view, 'role/textbox[What people call you]');
  for (const letter of 'Lantern, Glowbox') await view.press(letter === ' ' ? 'Space' : letter);
  await tabTo(view, 'input[type="radio"]');
  await view.press('ArrowDown');
  await tabTo(view, 'role/textbox[Your name]');
  for (const letter of 'June Delacroix') await view.press(letter === ' ' ? 'Space' : letter);
  await fieldHolds(view, 'role/textbox[Initials]', 'JD');
  await tabTo(view, 'role/textbox[Handle you reply from]');
  for (const letter of '@Lantern-June') await view.press(letter);

  // Pasted tweets are tried each by itself, in the language that each is in.
  await tabTo(view, 'role/textbox[Tweets to try]');
  await view.press('Control+a');
  await view.evaluate(
    (pasted) => document.execCommand('insertText', false, pasted),
    [
      'Lantern, my signal is gone again\nand nobody answers',
      'Lovely morning by the lake',
      'Seit heute Morgen ist bei uns schon wieder das Netz weg, so ein Mist',
    ].join('\n\n'),
  );
  await view.waitFor('text/2 of 3 would be marked');
  const verdicts = (await view.inspect('ol > li')).map(({ text }) => text);
  expect(verdicts).toEqual([
    expect.stringMatching(/Names your brand: “Lantern”.*Read as English/s),
    expect.stringContaining('Not marked: it names neither you'),
    expect.stringMatching(/“Netz”.*Read as German/s),
  ]);

  await tabTo(view, 'role/button[Start]');
  await view.press('Enter');
  await view.waitFor('text/A handle has 1 to 15 letters');
  await eventually(
    async () => (await view.inspect('role/textbox[Handle you reply from]'))[0]?.focused,
    'the handle has the focus',
  );
  await view.press('Control+a');
  for (const letter of '@LanternJune') await view.press(letter);
  await view.press('Enter');
  await view.waitFor('text/Hark is ready');
  await tabTo(view, 'role/link[Your lists]');
  const [lists] = await view.inspect('role/link[Your lists]');
  expect(lists?.attributes.href).toBe('https://x.com/LanternJune/lists');
  const watchlist = await stored(hark, 'watchlist');
  expect(watchlist).toMatchObject({ handles: ['Lantern', 'LanternCares'], terms: ['Lantern', 'Glowbox'] });
  expect(watchlist).toHaveProperty('categories', expect.arrayContaining(['roaming']));
  expect(watchlist).toHaveProperty('categories', expect.not.arrayContaining(['router']));
  expect(await stored(hark, 'rep')).toMatchObject({
    reps: [{ name: 'June Delacroix', handle: 'LanternJune', initials: 'JD' }],
  });

  // Who comes back finds what was set.
  await view.reload();
  await view.waitFor('role/textbox[Your handles on X]');
  await fieldHolds(view, 'role/textbox[Your handles on X]', '@Lantern @LanternCares');
  await fieldHolds(view, 'role/textbox[Your name]', 'June Delacroix');
  await fieldHolds(view, 'role/textbox[Handle you reply from]', '@LanternJune');
});

test('the welcome has no barrier, in light and dark', { tags: 'thorough' }, async () => {
  const hark = await useBrowser();
  const view = await hark.openExtensionPage('welcome.html');
  await view.waitFor('role/textbox[Your handles on X]');
  expect(await faultsInBothSchemes(hark, view)).toEqual([]);
  await view.click('role/button[Start]');
  await view.waitFor('text/Name at least one handle');
  expect(await faultsInBothSchemes(hark, view)).toEqual([]);
  await view.type('role/textbox[Your handles on X]', '@LanternCares');
  await view.press('Enter');
  await view.waitFor('text/Hark is ready');
  expect(await faultsInBothSchemes(hark, view)).toEqual([]);
});
