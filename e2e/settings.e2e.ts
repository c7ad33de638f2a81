import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Watchlist } from '../lib/watchlist/watchlist';
import { faultsInBothSchemes } from './support/axe';
import type { View } from './support/browser';
import { entries, eventually, practiceWatchlist, rows, setUpDesk } from './support/desk';
import { catchDownloads, chooseFile } from './support/files';
import { type Bench, useBrowser } from './support/fixture';
import { customerTweets, fieldHolds, openCase, tabTo } from './support/rep';

let hark: Bench;

beforeEach(async () => {
  hark = await useBrowser();
  await setUpDesk(hark);
});

async function openSettings(): Promise<View> {
  const view = await hark.openExtensionPage('options.html');
  await view.waitFor('textarea[name="terms"]');
  return view;
}

async function stored<Value>(key: 'watchlist' | 'rep'): Promise<Value> {
  const settings = await rows<{ key: string; value: Value }>(hark, 'settings');
  const found = settings.find((row) => row.key === key);
  if (!found) throw new Error(`No ${key} is stored.`);
  return found.value;
}

const watchlist = (): Promise<Watchlist> => stored<Watchlist>('watchlist');

/** Adds lines at the end of a list, with real keys. */
async function addLines(view: View, list: keyof Watchlist, ...lines: string[]): Promise<void> {
  const field = `textarea[name="${list}"]`;
  await view.click(field);
  await view.press('Control+End');
  const before = (await view.inspect(field))[0]?.value ?? '';
  for (const line of lines) {
    await view.press('Enter');
    for (const letter of line) await view.press(letter === ' ' ? 'Space' : letter);
  }
  await fieldHolds(view, field, [before, ...lines].join('\n'));
}

async function save(view: View): Promise<void> {
  await view.click('role/button[Save]');
  await view.waitFor('[role="status"] span');
  await view.waitGone('text/Not saved');
}

/** The mark on a tweet of the page, or null. */
async function markOn(page: Page, tweet: string): Promise<string | null> {
  if ((await hark.countHosts(page, { kind: 'mark', tweet })) === 0) return null;
  return (await hark.inspectHost(page, { kind: 'mark', tweet }, 'button'))[0]?.name ?? null;
}

const good: Watchlist = { ...practiceWatchlist, terms: ['Lantern', 'Glowbox'], accounts: [], languages: ['en', 'es'] };

test('every part has its place in the list beside it, and an address with its name opens there', async () => {
  const view = await hark.openExtensionPage('options.html#diagnostics');
  // Parts come in one by one, as their rows are read.
  await view.waitUntil(() => document.querySelectorAll('section[aria-labelledby]').length >= 16);
  const [listed, there] = await view.evaluate(() => [
    [...document.querySelectorAll<HTMLAnchorElement>('nav a')].map(({ hash }) => hash.slice(1)),
    [...document.querySelectorAll('section[aria-labelledby]')].map((part) => part.getAttribute('aria-labelledby')),
  ]);
  expect(listed).toEqual(there);
  const inView = (id: string) =>
    view.waitUntil((wanted) => {
      const { top = -1 } = document.getElementById(wanted)?.getBoundingClientRect() ?? {};
      return top >= 0 && top < innerHeight;
    }, id);
  await inView('diagnostics');
  await view.click('role/link[Backup]');
  await inView('backup');
});

describe('a wrong line', () => {
  test('is refused with the reason at its place, and nothing is saved', async () => {
    const view = await openSettings();
    await addLines(view, 'terms', 'Glowbox');
    await addLines(view, 'handles', 'not a handle');
    const problem = await view.waitFor('text/A handle has 1 to 15 letters');
    expect(problem.text).toContain('Line 3, “not a handle”');
    const [field] = await view.inspect('textarea[name="handles"]');
    expect(field?.attributes['aria-invalid']).toBe('true');
    const described = (field?.attributes['aria-describedby'] ?? '').split(' ');
    expect(
      await view.evaluate((ids) => ids.map((id) => document.getElementById(id)?.innerText).join(), described),
    ).toContain('not a handle');
    await view.waitFor('text/Not saved: put right what is marked above');

    await view.click('textarea[name="exclusions"]');
    await view.click('role/button[Save]');
    await eventually(
      async () => (await view.inspect('textarea[name="handles"]'))[0]?.focused,
      'the field has the focus',
    );
    expect(await watchlist()).toEqual(practiceWatchlist);

    // The reason leads to its line: what is typed then takes its place.
    await view.click('text/A handle has 1 to 15 letters');
    for (const letter of 'Glowbox') await view.press(letter);
    await fieldHolds(view, 'textarea[name="handles"]', 'Lantern\nLanternCares\nGlowbox');
    await view.waitGone('text/A handle has 1 to 15 letters');
    await save(view);
    expect(await watchlist()).toMatchObject({
      handles: ['Lantern', 'LanternCares', 'Glowbox'],
      terms: ['Lantern', 'Glowbox'],
    });
  });
});

describe('saving', () => {
  test('changes the marks of a page that is open, without loading it again; undo too', async () => {
    const page = await hark.open('/home?calm=1');
    const tweet = await customerTweets(page, 'kofi_strand', 'glowbox is dead again, no picture');
    expect(await markOn(page, tweet)).toBeNull();
    await page.evaluate(() => Object.assign(window, { harkSameDocument: true }));
    const view = await openSettings();
    await addLines(view, 'terms', 'Glowbox');
    expect(await markOn(page, tweet)).toBeNull();
    await save(view);
    await eventually(async () => (await markOn(page, tweet)) !== null, 'the tweet is marked');
    expect(await page.evaluate(() => 'harkSameDocument' in window)).toBe(true);

    await view.click('role/button[Undo]');
    await eventually(async () => (await hark.countHosts(page, { kind: 'mark', tweet })) === 0, 'the mark is gone');
    expect(await watchlist()).toEqual(practiceWatchlist);
    // What was typed is not lost with it.
    await fieldHolds(view, 'textarea[name="terms"]', 'Lantern\nGlowbox');
    await view.waitFor('text/Not saved yet');
  });

  test('signs what the rep does from then on', async () => {
    const page = await hark.open('/home?calm=1');
    await openCase(hark, page, await customerTweets(page, 'marnie_whit', 'it is down again'));
    const panel = await hark.openExtensionPage('sidepanel.html?case=1');
    await panel.waitFor('textarea:not([readonly])');
    const view = await openSettings();
    await view.click('role/textbox[Initials]');
    await view.press('Control+a');
    for (const letter of '1?') await view.press(letter);
    await view.waitFor('text/One to four letters, like JD.');
    await view.press('Control+a');
    for (const letter of 'mo') await view.press(letter);
    await view.waitGone('text/One to four letters, like JD.');
    await save(view);
    await fieldHolds(view, 'role/textbox[Initials]', 'MO');
    // The panel that is open already knows it as well.
    await panel.waitFor('text/^MO');
    await panel.close();
    const again = await hark.openExtensionPage('sidepanel.html?case=1');
    await again.waitFor('textarea:not([readonly])');
    await again.type('role/textbox[Note]', 'signed');
    await again.press('Enter');
    await again.waitFor('[data-kind="note"]');
    expect((await entries(hark)).filter(({ kind }) => kind === 'note')).toMatchObject([{ text: 'signed', by: 'MO' }]);
  });

  test('is asked for before the page is left with changes, and changes can be discarded and brought back', async () => {
    const view = await openSettings();
    await addLines(view, 'terms', 'Glowbox');
    expect(await view.evaluate(() => dispatchEvent(new Event('beforeunload', { cancelable: true })))).toBe(false);
    await view.click('role/button[Discard]');
    await fieldHolds(view, 'textarea[name="terms"]', 'Lantern');
    await view.click('role/button[Undo]');
    await fieldHolds(view, 'textarea[name="terms"]', 'Lantern\nGlowbox');
    await view.click('role/button[Discard]');
    await view.waitGone('text/Not saved yet');
    expect(await view.evaluate(() => dispatchEvent(new Event('beforeunload', { cancelable: true })))).toBe(true);
    expect(await watchlist()).toEqual(practiceWatchlist);
  });
});

describe('a starting point', () => {
  test('adds its words and can be taken back', async () => {
    const view = await openSettings();
    await view.click('textarea[name="categories"]');
    await view.press('Control+a');
    await view.press('Delete');
    await fieldHolds(view, 'textarea[name="categories"]', '');
    await addLinesToEmpty(view, 'categories', 'wifi');
    await view.click('role/button[Mobile operator]');
    await view.waitFor('text/Words added: Mobile operator');
    const [field] = await view.inspect('textarea[name="categories"]');
    const words = field?.value?.split('\n') ?? [];
    expect(words[0]).toBe('wifi');
    expect(words).toContain('roaming');
    expect(new Set(words).size).toBe(words.length);
    await view.click('role/button[Undo]');
    await fieldHolds(view, 'textarea[name="categories"]', 'wifi');
    expect(await watchlist()).toEqual(practiceWatchlist);
  });
});

async function addLinesToEmpty(view: View, list: keyof Watchlist, line: string): Promise<void> {
  await view.type(`textarea[name="${list}"]`, line);
  await fieldHolds(view, `textarea[name="${list}"]`, line);
}

describe('a watchlist file', () => {
  test('shows what it would change, and changes it only then', async () => {
    const view = await openSettings();
    await chooseFile(view, 'team.json', JSON.stringify(good));
    const dialog = await view.waitFor('role/dialog');
    expect(dialog.text).toContain('Import this watchlist?');
    expect(dialog.text).toContain('Added (1): Glowbox');
    expect(dialog.text).toContain('Removed (1): LanternJune');
    expect(dialog.text).toContain('Added (2): en, es');
    await view.press('Escape');
    await view.waitGone('role/dialog');
    expect(await watchlist()).toEqual(practiceWatchlist);

    await chooseFile(view, 'team.json', JSON.stringify(good));
    await view.waitFor('role/dialog');
    await tabTo(view, 'role/button[Import]');
    await view.click('[role="dialog"] button:last-of-type');
    await view.waitFor('text/Watchlist imported');
    expect(await watchlist()).toEqual(good);
    await fieldHolds(view, 'textarea[name="terms"]', 'Lantern\nGlowbox');
    await view.click('role/button[Undo]');
    await eventually(async () => (await watchlist()).terms.length === 1, 'the import is taken back');
    expect(await watchlist()).toEqual(practiceWatchlist);
  });

  test('that is wrong is refused with reasons, and nothing is lost', { tags: 'thorough' }, async () => {
    const view = await openSettings();
    await addLines(view, 'terms', 'Glowbox');
    const refused = async (content: string, ...reasons: string[]) => {
      await chooseFile(view, 'broken.json', content);
      const dialog = await view.waitFor('role/dialog');
      expect(dialog.text).toContain('This file cannot be used');
      expect(dialog.text).toContain('Nothing was changed.');
      expect(dialog.text).toContain('broken.json');
      for (const reason of reasons) expect(dialog.text).toContain(reason);
      await view.click('role/button[Close]');
      await view.waitGone('role/dialog');
      expect(await watchlist()).toEqual(practiceWatchlist);
      await fieldHolds(view, 'textarea[name="terms"]', 'Lantern\nGlowbox');
    };
    await refused('handles: Lantern', 'This is not a JSON file.');
    await refused('', 'This is not a JSON file.');
    await refused('["Lantern"]', 'A watchlist is an object with lists');
    await refused('{"handles": "Lantern"}', '"handles" must be a list.');
    await refused('{"handles": ["Lantern", 5]}', 'Handles, item 2');
    await refused('{"handles": ["Lantern"], "colour": "red"}', 'Unknown key "colour".', 'Known keys: handles');
    await refused(
      '{"handles": ["two words"], "languages": ["Klingon"]}',
      'Handles, item 1',
      'Languages you answer, item 1',
    );
    await refused('{"terms": ["Lantern"]}', 'Name at least one handle');
  });

  test('that was exported can be imported again', { tags: 'thorough' }, async () => {
    const saved = await catchDownloads(hark);
    const view = await openSettings();
    await view.click('role/button[Export]');
    const text = await saved('hark-watchlist.json');
    expect(JSON.parse(text)).toEqual(practiceWatchlist);
    await chooseFile(view, 'hark-watchlist.json', text);
    const same = await view.waitFor('role/dialog');
    expect(same.text).toContain('is the same as what you have');
    await view.press('Escape');
    await view.waitGone('role/dialog');

    await addLines(view, 'terms', 'Glowbox');
    await save(view);
    expect((await watchlist()).terms).toEqual(['Lantern', 'Glowbox']);
    await chooseFile(view, 'hark-watchlist.json', text);
    expect((await view.waitFor('role/dialog')).text).toContain('Removed (1): Glowbox');
    await view.click('[role="dialog"] button:last-of-type');
    await eventually(async () => (await watchlist()).terms.length === 1, 'the file is imported');
    expect(await watchlist()).toEqual(practiceWatchlist);
  });
});

describe('"Try it"', () => {
  test('shows the mark by the lists as they stand', async () => {
    const view = await openSettings();
    const verdict = '[aria-live="polite"]';
    await view.type('role/textbox[Tweets to try]', 'glowbox is dead again, no picture');
    await eventually(async () => (await view.text(verdict)).includes('Not marked'), 'it is not marked');
    await addLines(view, 'terms', 'Glowbox');
    await eventually(async () => (await view.text(verdict)).includes('Names your brand'), 'it is marked');
    expect(await view.text(verdict)).toContain('Names your brand: “glowbox”');
    expect(await watchlist()).toEqual(practiceWatchlist);
    expect(await faultsInBothSchemes(hark, view)).toEqual([]);
  });
});

describe('for everyone', () => {
  test('the settings have no barrier, in light and dark', { tags: 'thorough' }, async () => {
    const view = await openSettings();
    expect(await faultsInBothSchemes(hark, view)).toEqual([]);
    await addLines(view, 'handles', 'not a handle');
    await view.type('role/textbox[Tweets to try]', 'Lantern is down');
    await view.waitFor('text/Names your brand');
    await view.waitFor('text/A handle has 1 to 15 letters');
    expect(await faultsInBothSchemes(hark, view)).toEqual([]);
    await chooseFile(view, 'team.json', JSON.stringify(good));
    await view.waitFor('role/dialog');
    expect(await faultsInBothSchemes(hark, view)).toEqual([]);
  });
});
