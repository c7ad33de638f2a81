import { beforeEach, describe, expect, test } from 'vitest';
import { cases, eventually, setUpDesk } from './support/desk';
import { type Bench, useBrowser } from './support/fixture';

let hark: Bench;

beforeEach(async () => {
  hark = await useBrowser();
  await setUpDesk(hark);
});

describe('all keys of Hark', () => {
  test('stand in one list, are changed in one place, and follow at once', async () => {
    const page = await hark.open('/search?q=leyford&f=live&calm=1');
    const panel = await hark.openPanel(page);
    const settings = await hark.openExtensionPage('/options.html#keys');
    const help = async (): Promise<string> => {
      await panel.press('?');
      const { text } = await panel.waitFor('role/dialog');
      await panel.press('Escape');
      await panel.waitGone('role/dialog');
      return text.replace(/\s+/g, ' ');
    };
    const choose = (id: string, key: string) => settings.type(`input[name="key-${id}"]`, key);

    const first = await help();
    expect(first).toContain('Anywhere');
    expect(first).toMatch(/Alt ?Shift ?H ?Open this panel/);
    expect(first).toMatch(/On X, on the selected tweet ?c ?Open a case/);
    expect(first).toMatch(/3 ?Cases/);

    await choose('showCases', '2');
    await settings.waitFor('text/“2” is the key for “Needs an answer”.');
    await choose('openCase', 'a');
    await settings.waitFor('text/X uses “a” itself. Choose another.');
    await choose('openCase', "'");
    await settings.waitFor("text/Firefox uses “'” itself. Choose another.");
    await choose('openCase', 'y');
    await settings.waitGone('role/alert');
    await choose('showCases', '9');
    await eventually(async () => /9 ?Cases/.test(await help()), 'the help shows the new key');
    const changed = await help();
    expect(changed).toMatch(/On X, on the selected tweet ?y ?Open a case/);
    expect(changed).not.toMatch(/3 ?Cases/);

    const shown = () => panel.waitFor('[role="tab"][aria-selected="true"]').then(({ text }) => text);
    await panel.press('2');
    await panel.press('3');
    expect(await shown()).toContain('Needs an answer');
    await panel.press('9');
    expect(await shown()).toContain('Cases');

    await settings.click('role/button[Reset all keys]');
    await settings.waitFor('text/All keys are as they were at first');
    await eventually(async () => /3 ?Cases/.test(await help()), 'the help shows the old key again');
    await settings.click('role/button[Undo]');
    await eventually(async () => /9 ?Cases/.test(await help()), 'the reset is taken back');

    await page.bringToFront();
    await page.keyboard.press('j');
    await page.waitForSelector('article[data-testid="tweet"]:focus');
    await page.keyboard.press('y');
    await eventually(async () => (await cases(hark)).length === 1, 'a case by the new key');
  });
});
