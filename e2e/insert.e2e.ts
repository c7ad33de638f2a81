import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { askToInsert, editorHolds, editorText, openReplyDialog, post, write } from './support/composer';
import { eventually, openStatus, practiceWatchlist, put, setUpDesk } from './support/desk';
import { type Bench, useBrowser } from './support/fixture';
import { testInsertion } from './support/insertion';
import { customerTweets, goTo, toastSaying } from './support/rep';

const PICTURES = fileURLToPath(new URL('../artifacts/suggestions', import.meta.url));

let hark: Bench;

beforeEach(async () => {
  hark = await useBrowser();
  await setUpDesk(hark);
});

describe('a text', () => {
  // A quarter of the hundred; all of them are among the long checks.
  testInsertion(() => hark, 9);
});

/** The tweet that X's composer on top answers. */
const answeredIn = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const link = document.querySelector('[role="dialog"] article a[href*="/status/"] time')?.closest('a');
    return /\/status\/(\d+)/.exec(link?.getAttribute('href') ?? '')?.[1] ?? null;
  });

describe('inserting', () => {
  test('opens the reply of that tweet, and of no other', async () => {
    const page = await hark.open('/home?calm=1');
    const first = await customerTweets(page, 'marnie_whit', '@Lantern the modem is down again');
    const second = await customerTweets(page, 'hal_venn', '@Lantern nobody picks up');
    expect(await askToInsert(hark, first, 'For Marnie ^JD')).toEqual({ ok: true });
    expect(await answeredIn(page)).toBe(first);
    expect(await askToInsert(hark, second, 'For Hal ^JD')).toMatchObject({ ok: false, why: 'occupied' });
    expect(await editorText(page)).toBe('For Marnie ^JD');
    expect(await post(page)).toEqual({ text: 'For Marnie ^JD', replyTo: first });
    expect(await askToInsert(hark, second, 'For Hal ^JD')).toEqual({ ok: true });
    expect(await post(page)).toEqual({ text: 'For Hal ^JD', replyTo: second });
    // X's own button was pressed by nobody but the test.
    expect(await page.evaluate(() => window.practice.postPresses)).toBe(2);
  });

  test('on a status page takes the box under that tweet, and a dialog for the others', async () => {
    const { page, id } = await openStatus(hark, 'bat-1');
    expect(await askToInsert(hark, id, 'In the box ^JD')).toEqual({ ok: true });
    expect(await page.$('[role="dialog"]')).toBeNull();
    await editorHolds(page, 'In the box ^JD');
    const other = await page.evaluate(() => {
      const links = [...document.querySelectorAll('article:not([tabindex="-1"]) a[href*="/status/"] time')];
      return /\/status\/(\d+)/.exec(links.at(-1)?.closest('a')?.getAttribute('href') ?? '')?.[1] ?? '';
    });
    expect(await askToInsert(hark, other, 'In a dialog ^JD')).toEqual({ ok: true });
    expect(await answeredIn(page)).toBe(other);
    await editorHolds(page, 'In a dialog ^JD');
  });

  test('takes the place of what Hark had put there, and never of the rep’s own words', async () => {
    const page = await hark.open('/home?calm=1');
    const id = await customerTweets(page, 'marnie_whit', '@Lantern the modem is down again');
    await askToInsert(hark, id, 'One\nof two ^JD');
    expect(await askToInsert(hark, id, 'Another ^JD')).toEqual({ ok: true });
    expect(await editorText(page)).toBe('Another ^JD');
    expect(await askToInsert(hark, id, 'Another ^JD')).toEqual({ ok: true });
    expect(await editorText(page)).toBe('Another ^JD');
    await page.keyboard.type(' and more');
    await editorHolds(page, 'Another ^JD and more');
    expect(await askToInsert(hark, id, 'A third ^JD')).toEqual({ ok: true });
    expect(await editorText(page)).toBe('Another ^JD and more A third ^JD');
    await toastSaying(hark, page, 'Added after your own words');
    await hark.clickInHost(page, { kind: 'toast' }, 'text/Replace mine');
    await editorHolds(page, 'A third ^JD');
    // And X's own undo brings back what was there.
    await page.keyboard.down('Control');
    await page.keyboard.press('z');
    await page.keyboard.up('Control');
    await editorHolds(page, 'Another ^JD and more A third ^JD');
  });

  test('goes on where the rep may type at once, and two wishes do not mix', async () => {
    const page = await hark.open('/home?calm=1');
    const id = await customerTweets(page, 'marnie_whit', '@Lantern the modem is down again');
    const answers = await Promise.all([askToInsert(hark, id, 'The first ^JD'), askToInsert(hark, id, 'The other ^JD')]);
    expect(answers).toEqual([{ ok: true }, { ok: true }]);
    expect(['The first ^JD', 'The other ^JD']).toContain(await editorText(page));
    await page.keyboard.type(' x');
    await eventually(async () => /\^JD x$/.test((await editorText(page)) ?? ''), 'keys go on at the end');
  });

  test('says so where the tweet is not on screen, and touches nothing', async () => {
    const page = await hark.open('/home?calm=1&more=200');
    const id = await customerTweets(page, 'marnie_whit', '@Lantern the modem is down again');
    await page.evaluate(() => scrollTo(0, 30_000));
    await page.waitForSelector(`[data-hark="open"][data-tweet="${id}"]`, { hidden: true });
    const address = page.url();
    expect(await askToInsert(hark, id, 'Where are you? ^JD')).toMatchObject({ ok: false, why: 'gone' });
    expect(page.url()).toBe(address);
    expect(await page.$('[role="dialog"]')).toBeNull();
  });

  test('says so where the tweet was deleted, and leaves what was written', { tags: 'thorough' }, async () => {
    const page = await hark.open('/home?calm=1');
    const words = '@Lantern the modem is down again';
    const id = await customerTweets(page, 'marnie_whit', words);
    await page.evaluate((key) => window.practice.deleteTweet(key), `test-${words}`);
    await page.waitForSelector(`[data-hark="open"][data-tweet="${id}"]`, { hidden: true });
    expect(await askToInsert(hark, id, 'Sorry ^JD')).toMatchObject({ ok: false, why: 'gone' });

    const other = await customerTweets(page, 'hal_venn', '@Lantern nobody picks up');
    await openReplyDialog(page, other);
    await write(page, 'Half a sentence');
    expect(await askToInsert(hark, id, 'Sorry ^JD')).toMatchObject({ ok: false, why: 'occupied' });
    expect(await editorText(page)).toBe('Half a sentence');
  });

  test('leaves what was written where X’s page does not take a text', async () => {
    const page = await hark.open('/home?calm=1');
    const id = await customerTweets(page, 'marnie_whit', '@Lantern the modem is down again');
    await openReplyDialog(page, id);
    await write(page, 'Half a\nsentence');
    await page.evaluate(() => {
      for (const type of ['paste', 'textInput', 'beforeinput']) {
        window.addEventListener(type, (event) => event.stopImmediatePropagation(), { capture: true });
        window.addEventListener(type, (event) => event.preventDefault(), { capture: true });
      }
    });
    const answer = await askToInsert(hark, id, 'Not to be had ^JD');
    expect(answer).toMatchObject({ ok: false, why: 'refused' });
    expect(answer.reason).toContain('still there');
    expect(await editorText(page)).toBe('Half a\nsentence');
  });

  test('leaves no half of a text where X’s page takes only some of it', { tags: 'thorough' }, async () => {
    const page = await hark.open('/home?calm=1');
    const id = await customerTweets(page, 'marnie_whit', '@Lantern the modem is down again');
    await openReplyDialog(page, id);
    await write(page, 'Mine, with @marnie_whit in it');
    await page.evaluate(() => {
      const whole = DataTransfer.prototype.getData;
      DataTransfer.prototype.getData = function (type) {
        return whole.call(this, type).slice(0, 5);
      };
      window.addEventListener('textInput', (event) => event.stopImmediatePropagation(), { capture: true });
      window.addEventListener('textInput', (event) => event.preventDefault(), { capture: true });
    });
    expect(await askToInsert(hark, id, 'All or nothing ^JD')).toMatchObject({ ok: false, why: 'refused' });
    expect(await editorText(page)).toBe('Mine, with @marnie_whit in it');
  });

  test('finds another way where X’s page takes no paste', { tags: 'thorough' }, async () => {
    const page = await hark.open('/home?calm=1');
    const id = await customerTweets(page, 'marnie_whit', '@Lantern the modem is down again');
    await page.evaluate(() =>
      window.addEventListener('paste', (event) => event.stopImmediatePropagation(), { capture: true }),
    );
    expect(await askToInsert(hark, id, 'By hand, as it were 🙂\nin two lines ^JD')).toEqual({ ok: true });
    expect(await post(page)).toEqual({ text: 'By hand, as it were 🙂\nin two lines ^JD', replyTo: id });
  });

  test('finds the text that X’s own reply link has brought', { tags: 'thorough' }, async () => {
    const page = await hark.open('/home?calm=1');
    const id = await customerTweets(page, 'marnie_whit', '@Lantern the modem is down again');
    const text = 'By X’s own link:\nfür Marnie 🙂 ^JD';
    await goTo(page, `/intent/post?${new URLSearchParams({ in_reply_to: id, text })}`);
    await page.waitForSelector('[role="dialog"] [contenteditable="true"]');
    await editorHolds(page, text);
    expect(await askToInsert(hark, id, text)).toEqual({ ok: true });
    expect(await post(page)).toEqual({ text, replyTo: id });
  });

  test('works in the photo viewer and in a composer for threads', { tags: 'thorough' }, async () => {
    const page = await hark.open('/home?calm=1');
    const id = await customerTweets(page, 'marnie_whit', '@Lantern the modem is down again');
    await goTo(page, `/marnie_whit/status/${id}/photo/1`);
    await page.waitForSelector('[role="dialog"] article[tabindex="-1"]');
    expect(await askToInsert(hark, id, 'Beside the picture ^JD')).toEqual({ ok: true });
    await editorHolds(page, 'Beside the picture ^JD');
    await page.goBack();
    await openReplyDialog(page, id);
    await write(page, 'First of two.');
    await page.click('[data-testid="addButton"]');
    await page.waitForSelector('[data-testid="tweetTextarea_1"][contenteditable="true"]');
    expect(await askToInsert(hark, id, 'More of it ^JD')).toEqual({ ok: true });
    await eventually(
      async () => ((await editorText(page)) ?? '').startsWith('First of two. More of it'),
      'the first post has it',
    );
  });
});

/** Opens X's reply dialog of a customer's tweet, with Hark's button in it. */
async function withButton(query = 'calm=1'): Promise<{ page: Page; id: string }> {
  const page = await hark.open(`/home?${query}`);
  const id = await customerTweets(page, 'marnie_whit', '@LanternCares my router is down since Monday, same as in May');
  await openReplyDialog(page, id);
  await page.waitForSelector(`[role="dialog"] [data-hark="suggest"][data-tweet="${id}"]`);
  return { page, id };
}

const suggest = { kind: 'suggest' };

/** The suggestions that are open. */
async function offered(page: Page): Promise<string[]> {
  await hark.waitInHost(page, suggest, '.choice');
  return (await hark.inspectHost(page, suggest, '.choice .words')).map(({ text }) => text);
}

/** What is open of Hark in a composer. */
const isOpen = async (page: Page): Promise<boolean> =>
  (await hark.inspectHost(page, suggest, '.suggestions')).length > 0;

describe('the button in X’s composer', () => {
  test('offers three replies made for this customer; a click puts one in', async () => {
    const { page, id } = await withButton();
    await hark.clickInHost(page, suggest, 'button');
    const texts = await offered(page);
    expect(texts).toHaveLength(3);
    expect(new Set(texts).size).toBe(3);
    for (const text of texts) expect(text).toMatch(/\^JD$/);
    expect(texts.join(' ')).toContain('Marnie');
    const lengths = (await hark.inspectHost(page, suggest, '.choice .length')).map(({ text }) => text);
    expect(lengths).toEqual(texts.map((text) => `${text.length}/280`));
    await hark.clickInHost(page, suggest, '.choice:nth-of-type(2)');
    await editorHolds(page, texts[1] ?? '');
    expect(await isOpen(page)).toBe(false);
    expect(await post(page)).toEqual({ text: texts[1], replyTo: id });
    expect(await page.evaluate(() => window.practice.postPresses)).toBe(1);
  });

  test('is worked by keys alone, and X hears none of them', async () => {
    const { page } = await withButton();
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      for (const type of ['keydown', 'keypress', 'keyup']) {
        window.addEventListener(type, (event) => heard.push((event as KeyboardEvent).key), { capture: true });
      }
    });
    await tabToHark(page);
    await page.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0));
    await page.keyboard.press('Enter');
    const texts = await offered(page);
    const focused = async (): Promise<number> =>
      (await hark.inspectHost(page, suggest, '.choice')).findIndex((part) => part.focused);
    await eventually(async () => (await focused()) === 0, 'the first one has the focus');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(1);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe(2);
    // Escape closes the list, not X's dialog.
    await page.keyboard.press('Escape');
    expect(await isOpen(page)).toBe(false);
    expect(await page.$('[role="dialog"]')).not.toBeNull();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('tweetTextarea_0');
    await hark.clickInHost(page, suggest, 'button');
    await offered(page);
    await page.keyboard.press('3');
    await editorHolds(page, texts[2] ?? '');
    expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
    // Chosen anew, it takes the place of the other one; chosen with Enter as well.
    await hark.clickInHost(page, suggest, 'button');
    await offered(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await editorHolds(page, texts[1] ?? '');
  });

  test('is there for replies of the brand only', async () => {
    const page = await hark.open('/home?calm=1&as=june_draws');
    const id = await customerTweets(page, 'marnie_whit', '@LanternCares it is down');
    const buttons = () => hark.countHosts(page, suggest);
    const rest = () => pause(700);
    await openReplyDialog(page, id);
    await rest();
    expect(await buttons()).toBe(0);
    await page.evaluate(() => window.practice.switchAccount('LanternJune'));
    await goTo(page, '/compose/post');
    await page.waitForSelector('[role="dialog"] [data-testid="toolBar"]');
    await rest();
    expect(await buttons()).toBe(0);
    await goTo(page, '/home');
    await openReplyDialog(page, id);
    await eventually(async () => (await buttons()) === 1, 'there is a button');
    await goTo(page, '/messages');
    await rest();
    expect(await buttons()).toBe(0);
  });

  test('comes to the inline box, and into what was written there', { tags: 'thorough' }, async () => {
    const { page, id } = await openStatus(hark, 'bat-1');
    await write(page, 'Hello!');
    await page.waitForSelector(`main [data-hark="suggest"][data-tweet="${id}"]`);
    await hark.clickInHost(page, suggest, 'button');
    const [first = ''] = await offered(page);
    await page.keyboard.press('1');
    await editorHolds(page, `Hello! ${first}`);
  });

  test('is put back where a script takes it away, closes for a click elsewhere, and hears no script', async () => {
    const { page, id } = await withButton();
    await page.evaluate(() => document.querySelector('[data-hark="suggest"]')?.remove());
    await page.waitForSelector(`[role="dialog"] [data-hark="suggest"][data-tweet="${id}"]`);
    await page.evaluate(() => {
      const host = document.querySelector<HTMLElement>('[data-hark="suggest"]');
      if (!host) return;
      host.tabIndex = 0;
      host.click();
      host.focus();
      for (const key of ['1', 'Enter']) host.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    });
    await page.keyboard.press('1');
    expect(await isOpen(page)).toBe(false);
    expect((await editorText(page)) ?? '').toBe('');
    await hark.clickInHost(page, suggest, 'button');
    await offered(page);
    await page.evaluate(() => document.querySelector<HTMLElement>('[data-hark="suggest"]')?.focus());
    await page.keyboard.press('1');
    expect((await editorText(page)) ?? '').toBe('');
    await page.mouse.click(640, 70);
    await eventually(async () => !(await isOpen(page)), 'a click elsewhere closes it');
    // A script that takes it away each time wins, and the tab goes on.
    await page.evaluate(() => {
      new MutationObserver(() => {
        document.querySelector('[data-hark="suggest"]')?.remove();
      }).observe(document.body, { childList: true, subtree: true });
      document.querySelector('[data-hark="suggest"]')?.remove();
    });
    await write(page, 'The rep goes on');
  });

  test('says what is wrong in words', async () => {
    const { page } = await withButton();
    await put(hark, 'settings', [{ key: 'watchlist', value: { ...practiceWatchlist, handles: ['x'] } }]);
    await page.evaluate(() => {
      document.querySelector('[role="dialog"] article time')?.remove();
      for (const time of document.querySelectorAll('main time')) time.removeAttribute('datetime');
    });
    await hark.clickInHost(page, suggest, 'button');
    const said = await hark.waitInHost(page, suggest, '.suggestions p');
    expect(said.text).toContain('too little of this tweet');
    expect((await hark.inspectHost(page, suggest, '.again'))[0]?.name).toBe('Try again');
  });
});

/** Presses Tab until the focus is on Hark's button. */
async function tabToHark(page: Page): Promise<void> {
  for (let presses = 0; presses < 30; presses++) {
    const at = await page.evaluate(() => document.activeElement?.getAttribute('data-hark'));
    if (at === 'suggest') return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not lead to the button.');
}

describe('what it looks like', () => {
  for (const [name, query, theme] of [
    ['light', 'calm=1&theme=light', 'light'],
    ['dim', 'calm=1&theme=dim', 'dim'],
    ['black', 'calm=1&theme=black', 'black'],
    ['right to left', 'calm=1&theme=light&ui=ar', 'light'],
  ] as const) {
    test(`in ${name}, whole and in the window`, { tags: 'thorough' }, async () => {
      const { page } = await withButton(query);
      await hark.clickInHost(page, suggest, 'button');
      await offered(page);
      const [list] = await hark.inspectHost(page, suggest, '.suggestions');
      const size = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
      const { x, y, width, height } = list?.box ?? { x: -1, y: -1, width: 0, height: 0 };
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(size.width);
      expect(y + height).toBeLessThanOrEqual(size.height);
      // Above X's own dialog: what is at its corners is Hark's.
      const over = await page.evaluate(
        (points) =>
          points.map(([left = 0, top = 0]) => document.elementFromPoint(left, top)?.getAttribute('data-hark')),
        [
          [x + 20, y + 20],
          [x + width - 20, y + height - 20],
        ],
      );
      expect(over).toEqual(['suggest', 'suggest']);
      const classes = await hark.inHost(page, suggest, (probe) => probe.one('.body')?.className ?? '');
      expect(classes).toContain(theme);
      await mkdir(PICTURES, { recursive: true });
      await page.screenshot({
        path: join(PICTURES, `${hark.name}-${name.replaceAll(' ', '-')}.png`) as `${string}.png`,
      });
    });
  }
});
