import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { eventually, setUpDesk } from './support/desk';
import { type Bench, useBrowser } from './support/fixture';
import { customerTweets, goTo, toastSaying } from './support/rep';

let hark: Bench;

beforeEach(async () => {
  hark = await useBrowser();
  await setUpDesk(hark);
});

const hold = { kind: 'hold' };
const hint = { kind: 'hint' };
const COMPLAINT = '@LanternCares my internet has been down for three days and nobody answers, this is awful';
/** A card number that nobody has: it passes the check of its last digit. */
const CARD = 'Charged to 4539 1488 0343 6467, all sorted.';
const PITCH =
  'Upgrade to our new bundle today and save 50%! Only 19.99 a month, order now at https://shop.example/deal';
const FINE = 'Sorry that it is still down, Marnie. What does the light on the modem show? ^JD';

const quiet = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The editor that is written in: of the dialog, if there is one. */
const EDITOR = '[contenteditable="true"][data-testid^="tweetTextarea_"]';
const inDialog = (selector: string): string => `[role="dialog"] ${selector}`;

type Place = 'reply dialog' | 'inline' | 'quote' | 'new post' | 'home' | 'thread';
const places: Place[] = ['reply dialog', 'inline', 'quote', 'new post', 'home', 'thread'];

/** Opens a composer; gives the selectors of its editor and button. */
async function compose(page: Page, place: Place, tweet: string): Promise<{ editor: string; button: string }> {
  const dialog = { editor: inDialog(EDITOR), button: inDialog('[data-testid="tweetButton"]') };
  const inline = { editor: `main ${EDITOR}`, button: 'main [data-testid="tweetButtonInline"]' };
  const address: Record<Place, string> = {
    'reply dialog': `/compose/post?in_reply_to=${tweet}`,
    inline: `/i/status/${tweet}`,
    quote: `/compose/post?quote=${tweet}`,
    'new post': '/compose/post',
    home: '/home',
    thread: `/compose/post?in_reply_to=${tweet}`,
  };
  await goTo(page, address[place]);
  const parts = place === 'inline' || place === 'home' ? inline : dialog;
  await page.waitForSelector(parts.editor);
  if (place === 'inline') await page.waitForSelector('article[tabindex="-1"]');
  await page.click(parts.editor);
  if (place === 'thread') {
    await page.keyboard.type('First of all: sorry.');
    await page.click(inDialog('[data-testid="addButton"]'));
    const second = inDialog('[contenteditable="true"][data-testid="tweetTextarea_1"]');
    await page.waitForSelector(second);
    await page.click(second);
    return { ...parts, editor: second };
  }
  return parts;
}

const ways = {
  click: async (page: Page, button: string) => page.click(button),
  'Ctrl+Enter': async (page: Page) => chord(page, 'Control'),
  'Meta+Enter': async (page: Page) => chord(page, 'Meta'),
  'Enter on the button': async (page: Page, button: string) => {
    await page.focus(button);
    await page.keyboard.press('Enter');
  },
  'Space on the button': async (page: Page, button: string) => {
    await page.focus(button);
    await page.keyboard.press('Space');
  },
};
type Way = keyof typeof ways;

async function chord(page: Page, modifier: 'Control' | 'Meta'): Promise<void> {
  await page.keyboard.down(modifier);
  await page.keyboard.press('Enter');
  await page.keyboard.up(modifier);
}

const postsOf = (page: Page): Promise<{ presses: number; posted: string[] }> =>
  page.evaluate(() => ({
    presses: window.practice.postPresses,
    posted: window.practice.posted.map(({ text }) => text),
  }));

const textOf = (page: Page, editor: string): Promise<string> =>
  page.$eval(editor, (element) =>
    [...element.querySelectorAll('[data-block="true"]')].map((block) => block.textContent).join('\n'),
  );

async function held(page: Page): Promise<void> {
  await hark.waitInHost(page, hold, 'dialog');
}

async function notHeld(page: Page): Promise<void> {
  await eventually(async () => (await hark.countHosts(page, hold)) === 0, 'the dialog is gone');
}

/** Opens the timeline as somebody, with a complaint on it. */
async function withComplaint(as = 'LanternJune', query = ''): Promise<{ page: Page; tweet: string }> {
  const page = await hark.open(`/home?calm=1&as=${as}${query}`);
  await page.waitForSelector('[data-hark="mark"]');
  const tweet = await customerTweets(page, 'marnie_whit', COMPLAINT);
  return { page, tweet };
}

describe('a draft that is held', () => {
  test.each(Object.keys(ways) as Way[])('cannot be posted by %s, and is as it was after Edit', async (way) => {
    const { page, tweet } = await withComplaint();
    const { editor, button } = await compose(page, 'reply dialog', tweet);
    await page.keyboard.type(CARD);
    await ways[way](page, button);
    await held(page);
    const parts = await hark.inspectHost(page, hold, 'button');
    expect(parts.map(({ name }) => name)).toEqual([
      'Edit',
      'Take it private',
      'Post anyway: It’s ours to publish',
      'Post anyway: Hark is wrong here',
      'Post anyway: Another reason',
    ]);
    expect(parts.find(({ focused }) => focused)?.name).toBe('Edit');
    expect((await hark.inspectHost(page, hold, 'mark')).map(({ text }) => text)).toEqual(['4539 1488 0343 6467']);
    await quiet(300);
    expect(await postsOf(page)).toEqual({ presses: 0, posted: [] });

    await quiet(500);
    await hark.clickInHost(page, hold, 'text/Edit');
    await notHeld(page);
    expect(await textOf(page, editor)).toBe(CARD);
    // The caret is where it was.
    await page.keyboard.type(' Bye.');
    expect(await textOf(page, editor)).toBe(`${CARD} Bye.`);
    expect((await postsOf(page)).presses).toBe(0);
  });

  test.each(places)('is held in a composer: %s', async (place) => {
    const { page, tweet } = await withComplaint();
    const { editor, button } = await compose(page, place, tweet);
    await page.keyboard.type(CARD);
    for (const way of ['click', 'Ctrl+Enter'] as const) {
      await ways[way](page, button);
      await held(page);
      expect((await postsOf(page)).presses).toBe(0);
      await page.keyboard.press('Escape');
      await notHeld(page);
      expect(await textOf(page, editor)).toBe(CARD);
    }
    // Released once, it is posted once.
    await ways.click(page, button);
    await held(page);
    await quiet(600);
    await hark.clickInHost(page, hold, 'text/Hark is wrong here');
    await eventually(async () => (await postsOf(page)).posted.includes(CARD), 'it is posted');
    await quiet(400);
    const posts = await postsOf(page);
    expect(posts.presses).toBe(1);
    expect(posts.posted).toHaveLength(place === 'thread' ? 2 : 1);
  });

  test('says why, for sales copy under a complaint', async () => {
    const { page, tweet } = await withComplaint();
    await compose(page, 'inline', tweet);
    await page.keyboard.type(PITCH);
    await ways['Ctrl+Enter'](page);
    await held(page);
    const [dialog] = await hark.inspectHost(page, hold, 'dialog');
    expect(dialog?.name).toBe('Sales copy into a complaint');
    expect(dialog?.text).toContain('@marnie_whit');
    expect(dialog?.text).toContain(PITCH);
    expect((await hark.inspectHost(page, hold, 'mark')).length).toBeGreaterThan(0);
  });

  test('is not let go by what a page script can do, by a held key, or by a double click', async () => {
    const { page, tweet } = await withComplaint();
    const { editor, button } = await compose(page, 'reply dialog', tweet);
    await page.keyboard.type(CARD);
    const box = await (await page.$(button))?.boundingBox();
    await page.mouse.click((box?.x ?? 0) + 20, (box?.y ?? 0) + 10, { count: 2, delay: 10 });
    await held(page);
    await quiet(200);
    expect((await postsOf(page)).presses).toBe(0);
    expect(await hark.countHosts(page, hold)).toBe(1);

    // Forged events, and a script that takes the dialog away.
    await page.evaluate(() => {
      const host = document.querySelector('[data-hark="hold"]');
      for (const type of ['click', 'mousedown', 'mouseup'])
        host?.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, detail: 1 }));
      for (const key of ['Enter', ' ', 'Escape', 'Tab'])
        host?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
      host?.remove();
    });
    await held(page);
    expect(await hark.countHosts(page, hold)).toBe(1);
    expect((await postsOf(page)).presses).toBe(0);
    expect(await textOf(page, editor)).toBe(CARD);

    // The page draws everything anew; a key is held down.
    await page.evaluate(() => window.practice.rerender());
    await page.keyboard.press('Escape');
    await notHeld(page);
    await page.focus(button);
    await page.keyboard.down('Enter');
    for (let times = 0; times < 5; times++) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await held(page);
    expect((await hark.inspectHost(page, hold, 'button')).find(({ focused }) => focused)?.name).toBe('Edit');
    expect(await postsOf(page)).toEqual({ presses: 0, posted: [] });
  });

  test('keeps the text where the page takes the dialog away for good', async () => {
    const { page, tweet } = await withComplaint();
    const { editor, button } = await compose(page, 'inline', tweet);
    await page.keyboard.type(CARD);
    await page.evaluate(() => {
      new MutationObserver(() => document.querySelector('[data-hark="hold"]')?.remove()).observe(document, {
        childList: true,
        subtree: true,
      });
    });
    await ways.click(page, button);
    await quiet(800);
    await notHeld(page);
    expect(await textOf(page, editor)).toBe(CARD);
    expect((await postsOf(page)).presses).toBe(0);
  });
});

describe('a draft that passes', () => {
  test('goes out at once, by one press, and nothing is seen of Hark', async () => {
    const { page, tweet } = await withComplaint();
    const { button } = await compose(page, 'reply dialog', tweet);
    await page.keyboard.type(FINE);
    await quiet(600);
    await ways.click(page, button);
    await eventually(async () => (await postsOf(page)).posted.length === 1, 'it is posted');
    expect(await postsOf(page)).toEqual({ presses: 1, posted: [FINE] });
    expect(await hark.countHosts(page, hold)).toBe(0);
    expect(await hark.countHosts(page, hint)).toBe(0);
  });

  test('goes out without a verdict at hand, and by a rapid double click only once', async () => {
    const { page, tweet } = await withComplaint();
    const { button } = await compose(page, 'inline', tweet);
    await page.keyboard.type(FINE);
    await page.click(button, { count: 2 });
    await eventually(async () => (await postsOf(page)).posted.length > 0, 'it is posted');
    await quiet(400);
    expect(await postsOf(page)).toEqual({ presses: 1, posted: [FINE] });
  });
});

describe('whom the guard leaves alone', () => {
  test('an account that is not the brand’s: nothing is drawn, nothing is held', async () => {
    const page = await hark.open('/home?calm=1&as=june_draws');
    await page.waitForSelector('[data-hark="mark"]');
    const tweet = await customerTweets(page, 'marnie_whit', COMPLAINT);
    const { button } = await compose(page, 'reply dialog', tweet);
    await page.keyboard.type(`${CARD} ${PITCH.slice(0, 60)}`);
    await quiet(1_500);
    expect(await hark.countHosts(page, hint)).toBe(0);
    await ways.click(page, button);
    await eventually(async () => (await postsOf(page)).posted.length === 1, 'it is posted');
    expect(await hark.countHosts(page, hold)).toBe(0);
    expect(await hark.countHosts(page, { kind: 'toast' })).toBe(0);
  });

  test('a post of which the worker knows nothing in time goes out, and says so', async () => {
    const { page, tweet } = await withComplaint();
    const { button } = await compose(page, 'reply dialog', tweet);
    await page.keyboard.type(CARD);
    await quiet(600);
    await page.keyboard.type(' Sorry again!');
    await hark.killWorker();
    await ways.click(page, button);
    await eventually(async () => (await postsOf(page)).posted.length === 1, 'it is posted');
    expect(await toastSaying(hark, page, 'unchecked')).toContain('in time');
    expect((await postsOf(page)).presses).toBe(1);
  });
});

describe('hints', () => {
  test('come after a pause, say why, go when mended, and can be sent away', async () => {
    const { page, tweet } = await withComplaint();
    const { editor } = await compose(page, 'inline', tweet);
    await page.keyboard.type('Great news, all is well!!! 😊');
    await quiet(200);
    expect(await hark.countHosts(page, hint)).toBe(0);
    await hark.waitInHost(page, hint, '.say');
    const said = await hark.inspectHost(page, hint, '.say');
    expect(said.map(({ text }) => text).join(' ')).toContain('Tone');
    expect((await postsOf(page)).presses).toBe(0);
    await hark.hoverInHost(page, hint, '.say');
    await hark.waitInHost(page, hint, '.why');

    await page.click(editor);
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    await page.keyboard.type(FINE);
    await eventually(async () => (await hark.countHosts(page, hint)) === 0, 'the chips are gone');

    await page.keyboard.type(' 😊😊!!!');
    await hark.waitInHost(page, hint, '.say');
    const before = (await hark.inspectHost(page, hint, '.say')).length;
    await hark.clickInHost(page, hint, '.away');
    await eventually(async () => {
      if ((await hark.countHosts(page, hint)) === 0) return before === 1;
      return (await hark.inspectHost(page, hint, '.say')).length < before;
    }, 'one chip is gone');
    // The focus has stayed in the draft.
    await page.keyboard.type('?');
    expect(await textOf(page, editor)).toContain('!!!?');
  });

  test('tell of a colleague’s answer that came while the rep was typing, which is then held', async () => {
    const { page, tweet } = await withComplaint();
    const { button } = await compose(page, 'inline', tweet);
    await page.keyboard.type(FINE);
    await quiet(400);
    await page.evaluate((id) => {
      window.practice.addTweet({
        key: `colleague-${id}`,
        by: 'LanternCares',
        text: '@marnie_whit Sorry about that, we are on it. ^TK',
        lang: 'en',
        ago: -0.5,
        replyTo: id,
        truth: { about: 'none', intent: 'other', actionable: false },
      });
    }, tweet);
    await hark.waitInHost(page, hint, '.holds');
    await ways.click(page, button);
    await held(page);
    expect((await hark.inspectHost(page, hold, 'dialog'))[0]?.text).toContain('colleague');
    expect((await postsOf(page)).presses).toBe(0);
  });
});

/** Where pictures go that a person should look at. */
const PICTURES = fileURLToPath(new URL('../artifacts/guard', import.meta.url));

describe('what it looks like', () => {
  const looks = ['theme=light', 'theme=dim', 'theme=black', 'theme=light&ui=ar', 'theme=black&ui=ar'];
  test.each(looks)('dialog and chips: %s', async (query) => {
    mkdirSync(PICTURES, { recursive: true });
    const { page, tweet } = await withComplaint('LanternJune', `&${query}`);
    const name = `${PICTURES}/${hark.name}-${query.replace(/\W+/g, '-')}`;
    await compose(page, 'inline', tweet);
    await page.keyboard.type('Great news!!! As we already told you: call 0800 555 0142 😊 Thanks for reaching out.');
    await hark.waitInHost(page, hint, '.say');
    await page.screenshot({ path: `${name}-chips.png` });
    await hark.hoverInHost(page, hint, '.say');
    await hark.waitInHost(page, hint, '.why');
    await page.screenshot({ path: `${name}-why.png` });

    await compose(page, 'reply dialog', tweet);
    await page.keyboard.type(`${CARD} ${PITCH}`);
    await page.waitForSelector(inDialog('[data-hark="hint"]'));
    await quiet(300);
    await page.screenshot({ path: `${name}-dialog-chips.png` });
    await ways['Ctrl+Enter'](page);
    await held(page);
    await quiet(300);
    const [dialog] = await hark.inspectHost(page, hold, 'dialog');
    const composer = await (await page.$(inDialog(EDITOR)))?.boundingBox();
    // As wide as the composer, and on it.
    expect(dialog?.box.width).toBeGreaterThan(500);
    expect(Math.abs((dialog?.box.y ?? 0) - (composer?.y ?? 0))).toBeLessThan(200);
    await page.screenshot({ path: `${name}-held.png` });
  });
});
