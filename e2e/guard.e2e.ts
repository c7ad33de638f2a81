import { mkdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import type { GuardSaying } from '../lib/desk/database';
import type { ExtensionApi } from './support/browser';
import { EDITORS } from './support/composer';
import { cases, entries, eventually, rows, setUpDesk } from './support/desk';
import { type Bench, useBrowser } from './support/fixture';
import { customerTweets, goTo, toastSaying } from './support/rep';

declare const chrome: ExtensionApi;

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

/** Writes, and gives the guard the moment that a rep takes before posting: these machines are slow at times. */
async function write(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await pause(600);
}

const inDialog = (selector: string): string => `[role="dialog"] ${selector}`;

type Place = 'reply dialog' | 'inline' | 'quote' | 'new post' | 'home' | 'thread';
const places: Place[] = ['reply dialog', 'inline', 'quote', 'new post', 'home', 'thread'];

/** Opens a composer; gives the selectors of its editor and button. */
async function compose(page: Page, place: Place, tweet: string): Promise<{ editor: string; button: string }> {
  const dialog = { editor: inDialog(EDITORS), button: inDialog('[data-testid="tweetButton"]') };
  const inline = { editor: `main ${EDITORS}`, button: 'main [data-testid="tweetButtonInline"]' };
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
    await page.keyboard.press(' ');
  },
};

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

/** For presses that the guard may be too late for: nothing goes out unseen. */
async function heldOrUnchecked(page: Page): Promise<void> {
  await eventually(async () => {
    if ((await hark.countHosts(page, hold)) === 1) return (await postsOf(page)).presses === 0;
    if ((await hark.countHosts(page, { kind: 'toast' })) === 0) return false;
    const [message] = await hark.inspectHost(page, { kind: 'toast' }, '.message');
    return message?.text.includes('unchecked') && (await postsOf(page)).presses === 1;
  }, 'it is held, or out and said to be unchecked');
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
  test('cannot be posted by click or key, and is as it was after Edit', async () => {
    const { page, tweet } = await withComplaint();
    const { editor, button } = await compose(page, 'reply dialog', tweet);
    await write(page, CARD);
    for (const [way, press] of Object.entries(ways)) {
      await press(page, button);
      await held(page);
      await pause(300);
      expect(await postsOf(page), way).toEqual({ presses: 0, posted: [] });
      await page.keyboard.press('Escape');
      await notHeld(page);
      expect(await textOf(page, editor), way).toBe(CARD);
    }
    await ways.click(page, button);
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
    await pause(300);
    expect(await postsOf(page)).toEqual({ presses: 0, posted: [] });

    await pause(500);
    await hark.clickInHost(page, hold, 'text/Edit');
    await notHeld(page);
    expect(await textOf(page, editor)).toBe(CARD);
    // The caret is where it was.
    await page.keyboard.type(' Bye.');
    expect(await textOf(page, editor)).toBe(`${CARD} Bye.`);
    expect((await postsOf(page)).presses).toBe(0);
  });

  const holds = async (place: Place): Promise<void> => {
    const { page, tweet } = await withComplaint();
    const { editor, button } = await compose(page, place, tweet);
    await write(page, CARD);
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
    await pause(600);
    await hark.clickInHost(page, hold, 'text/Hark is wrong here');
    await eventually(async () => (await postsOf(page)).posted.includes(CARD), 'it is posted');
    await pause(400);
    const posts = await postsOf(page);
    expect(posts.presses).toBe(1);
    expect(posts.posted).toHaveLength(place === 'thread' ? 2 : 1);
  };
  test.each(places)('is held in a composer: %s', { tags: 'thorough' }, holds);

  test('is held right after the last key as well, or goes out and is said to be unchecked', {
    tags: 'thorough',
  }, async () => {
    const { page, tweet } = await withComplaint();
    await compose(page, 'reply dialog', tweet);
    await page.keyboard.type(CARD);
    await ways['Ctrl+Enter'](page);
    await heldOrUnchecked(page);
  });

  test('says why, for sales copy under a complaint', { tags: 'thorough' }, async () => {
    const { page, tweet } = await withComplaint();
    await compose(page, 'inline', tweet);
    await write(page, PITCH);
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
    await write(page, CARD);
    const box = await (await page.$(button))?.boundingBox();
    await page.mouse.click((box?.x ?? 0) + 20, (box?.y ?? 0) + 10, { count: 2, delay: 10 });
    await held(page);
    await pause(200);
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

  test('keeps the text where the page takes the dialog away for good', { tags: 'thorough' }, async () => {
    const { page, tweet } = await withComplaint();
    const { editor, button } = await compose(page, 'inline', tweet);
    await write(page, CARD);
    await page.evaluate(() => {
      new MutationObserver(() => document.querySelector('[data-hark="hold"]')?.remove()).observe(document, {
        childList: true,
        subtree: true,
      });
    });
    await ways.click(page, button);
    await pause(800);
    await notHeld(page);
    expect(await textOf(page, editor)).toBe(CARD);
    expect((await postsOf(page)).presses).toBe(0);
  });
});

describe('a draft that passes', () => {
  test('goes out at once, by one press, unseen; it opens a case that waits to be seen, and X’s own notice ends that', async () => {
    const { page, tweet } = await withComplaint();
    const { button } = await compose(page, 'inline', tweet);
    await page.keyboard.type(FINE);
    await pause(600);
    await ways.click(page, button);
    await eventually(async () => (await postsOf(page)).posted.length === 1, 'it is posted');
    expect(await postsOf(page)).toEqual({ presses: 1, posted: [FINE] });
    expect(await hark.countHosts(page, hold)).toBe(0);
    expect(await hark.countHosts(page, hint)).toBe(0);

    expect(await toastSaying(hark, page, 'Recorded')).toContain('as not seen yet');
    const [opened] = await cases(hark);
    expect(opened?.number).toBe(1);
    const replyOf = async () => (await entries(hark)).find((entry) => entry.kind === 'reply');
    expect(await replyOf()).toMatchObject({ text: FINE, answers: tweet });
    await eventually(async () => {
      const reply = await replyOf();
      return reply?.kind === 'reply' && reply.awaited !== true;
    }, 'it is seen');
  });

  test('goes out without a verdict at hand, and by a rapid double click only once', { tags: 'thorough' }, async () => {
    const { page, tweet } = await withComplaint();
    const { button } = await compose(page, 'inline', tweet);
    await page.keyboard.type(FINE);
    await page.click(button, { count: 2 });
    await eventually(async () => (await postsOf(page)).posted.length > 0, 'it is posted');
    await pause(400);
    expect(await postsOf(page)).toEqual({ presses: 1, posted: [FINE] });
  });
});

describe('whom the guard leaves alone', () => {
  test('an account that is not the brand’s: nothing is drawn, nothing is held', { tags: 'thorough' }, async () => {
    const page = await hark.open('/home?calm=1&as=june_draws');
    await page.waitForSelector('[data-hark="mark"]');
    const tweet = await customerTweets(page, 'marnie_whit', COMPLAINT);
    const { button } = await compose(page, 'reply dialog', tweet);
    await page.keyboard.type(`${CARD} ${PITCH.slice(0, 60)}`);
    await pause(1_500);
    expect(await hark.countHosts(page, hint)).toBe(0);
    await ways.click(page, button);
    await eventually(async () => (await postsOf(page)).posted.length === 1, 'it is posted');
    expect(await hark.countHosts(page, hold)).toBe(0);
    expect(await hark.countHosts(page, { kind: 'toast' })).toBe(0);
  });

  test('a post of which the worker knows nothing in time goes out, once, and says so', async () => {
    const { page, tweet } = await withComplaint();
    const { button } = await compose(page, 'reply dialog', tweet);
    await write(page, CARD);
    await page.keyboard.type(' Sorry again!');
    // A worker that has its hands full; one that was stopped may be back in time.
    await hark.inWorker(() => {
      setTimeout(() => {
        for (const end = Date.now() + 2_500; Date.now() < end; );
      }, 20);
    });
    await pause(40);
    await ways.click(page, button);
    await eventually(async () => (await postsOf(page)).posted.length === 1, 'it is posted');
    expect(await toastSaying(hark, page, 'unchecked')).toContain('unchecked');
    expect(await hark.countHosts(page, hold)).toBe(0);
    expect((await postsOf(page)).presses).toBe(1);
  });

  test('a worker that was stopped loses nothing: held, or out and said to be unchecked', async () => {
    const { page, tweet } = await withComplaint();
    const { button } = await compose(page, 'reply dialog', tweet);
    await write(page, CARD);
    await page.keyboard.type(' Sorry again!');
    await hark.killWorker();
    await ways.click(page, button);
    await heldOrUnchecked(page);
  });
});

describe('text that Hark has inserted', () => {
  const insert = (tweetId: string, text: string) =>
    hark.inExtension(
      async (data) => {
        const [tab] = await chrome.tabs.query({ url: 'https://x.com/*' });
        return chrome.tabs.sendMessage(tab?.id ?? 0, { hark: 'insertReply', data });
      },
      { tweetId, text },
    );

  test('is held under another tweet, and as an account that is not the brand’s', { tags: 'thorough' }, async () => {
    const { page, tweet } = await withComplaint();
    const other = await customerTweets(page, 'kofi_strand', '@LanternCares is my order on its way?');
    const text = 'Hi Marnie, sorry that your internet is down. Is the light on the modem red or green? ^JD';
    await insert(tweet, text);
    await page.waitForSelector(inDialog(EDITORS));
    await eventually(async () => (await textOf(page, inDialog(EDITORS))) === text, 'the text is there');
    const { button } = await compose(page, 'reply dialog', other);
    await write(page, text);
    await ways.click(page, button);
    await held(page);
    const [dialog] = await hark.inspectHost(page, hold, 'dialog');
    expect(dialog?.text).toContain('another tweet');
    await page.keyboard.press('Escape');
    await notHeld(page);

    await page.evaluate(() => window.practice.switchAccount('june_draws'));
    const again = await compose(page, 'new post', '');
    await write(page, text);
    await ways.click(page, again.button);
    await held(page);
    expect((await hark.inspectHost(page, hold, 'dialog'))[0]?.text).toContain('made for the brand');
    expect((await postsOf(page)).presses).toBe(0);
  });
});

describe('hints', () => {
  test('come after a pause, say why, go when mended, and can be sent away', async () => {
    const { page, tweet } = await withComplaint();
    const { editor } = await compose(page, 'inline', tweet);
    await page.keyboard.type('Great news, all is well!!! 😊');
    await pause(200);
    expect(await hark.countHosts(page, hint)).toBe(0);
    await hark.waitInHost(page, hint, '.say');
    const said = await hark.inspectHost(page, hint, '.say');
    expect(said.map(({ text }) => text).join(' ')).toContain('Tone');
    expect((await postsOf(page)).presses).toBe(0);
    await hark.hoverInHost(page, hint, '.say');
    await hark.waitInHost(page, hint, '.why');

    await select(page, editor);
    await page.keyboard.type(FINE);
    await eventually(async () => (await hark.countHosts(page, hint)) === 0, 'the chips are gone');

    await page.keyboard.type(' 😊😊!!!');
    await hark.waitInHost(page, hint, '.say');
    await hark.clickInHost(page, hint, '[aria-label="Dismiss: Tone"]');
    await eventually(async () => (await hark.countHosts(page, hint)) === 0, 'the chip is gone');
    // The focus has stayed in the draft.
    await page.keyboard.type('?');
    expect(await textOf(page, editor)).toContain('!!!?');
  });

  test('tell of a colleague’s answer that came while the rep was typing, which is then held', {
    tags: 'thorough',
  }, async () => {
    const { page, tweet } = await withComplaint();
    const { button } = await compose(page, 'inline', tweet);
    await page.keyboard.type(FINE);
    await pause(400);
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

describe('what is written down', () => {
  test('can be undone', async () => {
    const { page, tweet } = await withComplaint();
    const { button } = await compose(page, 'reply dialog', tweet);
    await page.keyboard.type('Sorry, Marnie. We will get back to you tomorrow. ^JD');
    await pause(500);
    await ways.click(page, button);
    await toastSaying(hark, page, 'You promised');
    const actions = (await hark.inspectHost(page, { kind: 'toast' }, 'button')).map(({ name }) => name);
    expect(actions[0]).toMatch(/^Remind me /);
    expect(actions[1]).toBe('Undo');
    await page.mouse.move(5, 5);
    await pause(200);
    await hark.clickInHost(page, { kind: 'toast' }, 'text/Undo');
    await toastSaying(hark, page, 'Undone');
    expect(await cases(hark)).toEqual([]);
  });

  test('nothing, where X does not take the post', { tags: 'thorough' }, async () => {
    const { page, tweet } = await withComplaint();
    const { button, editor } = await compose(page, 'reply dialog', tweet);
    await page.keyboard.type(FINE);
    await pause(500);
    // As if X's own code had failed.
    await page.evaluate(() =>
      document.querySelector('#layers')?.addEventListener('click', (event) => event.stopPropagation(), true),
    );
    await ways.click(page, button);
    await pause(5_500);
    expect(await postsOf(page)).toEqual({ presses: 0, posted: [] });
    expect(await textOf(page, editor)).toBe(FINE);
    expect(await cases(hark)).toEqual([]);
    expect(await hark.countHosts(page, { kind: 'toast' })).toBe(0);
  });

  test('what was held, what came of it and why, without the words', async () => {
    const { page, tweet } = await withComplaint();
    const { button, editor } = await compose(page, 'inline', tweet);
    await write(page, CARD);
    await ways.click(page, button);
    await held(page);
    await page.keyboard.press('Escape');
    await notHeld(page);
    await select(page, editor);
    await page.keyboard.type(FINE);
    await pause(500);
    await ways.click(page, button);
    await toastSaying(hark, page, 'Recorded');
    await eventually(async () => (await sayings()).length === 1, 'it is counted');
    expect(await sayings()).toMatchObject([
      { checks: [{ id: 'personal-data', level: 'hold' }], outcome: 'edited', reason: null },
    ]);

    await page.click(editor);
    await write(page, PITCH);
    await ways.click(page, button);
    await held(page);
    await pause(600);
    await hark.clickInHost(page, hold, 'text/They asked for it');
    await eventually(async () => (await sayings()).some(({ outcome }) => outcome === 'posted'), 'it is counted');
    const posted = (await sayings()).find(({ outcome }) => outcome === 'posted');
    expect(posted?.reason).toBe('asked');
    expect(posted?.checks).toContainEqual({ id: 'sales', level: 'hold' });
    expect(JSON.stringify([await sayings(), (await entries(hark)).filter(({ kind }) => kind === 'guard')])).not.toMatch(
      /4539|bundle/,
    );
  });

  test('“It’s ours” is remembered', { tags: 'thorough' }, async () => {
    const { page } = await withComplaint();
    const number = 'Her number is 07700 900123, Tom will ring her there.';
    for (const asked of [true, false]) {
      const { button } = await compose(page, 'new post', '');
      await page.keyboard.type(number);
      await pause(500);
      await ways.click(page, button);
      if (asked) {
        await held(page);
        await pause(600);
        await hark.clickInHost(page, hold, 'text/It’s ours to publish');
      }
      await eventually(async () => (await postsOf(page)).posted.length === (asked ? 1 : 2), 'it is posted');
      await notHeld(page);
    }
  });

  test('taken private: the personal parts go to the case, and an invitation is in the composer', async () => {
    const { page, tweet } = await withComplaint();
    const { button, editor } = await compose(page, 'reply dialog', tweet);
    await write(page, CARD);
    await ways.click(page, button);
    await held(page);
    await pause(600);
    await hark.clickInHost(page, hold, 'text/Take it private');
    await toastSaying(hark, page, 'What is personal is in case #1');
    await notHeld(page);
    const text = await textOf(page, editor);
    expect(text).not.toContain('4539');
    expect(text).toContain('https://x.com/');
    expect((await postsOf(page)).presses).toBe(0);
    expect((await cases(hark))[0]).toMatchObject({ number: 1 });
  });
});

const sayings = (): Promise<GuardSaying[]> => rows<GuardSaying>(hark, 'guardSayings');

/** Selects all that is written. */
async function select(page: Page, editor: string): Promise<void> {
  await page.click(editor);
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
}

/** Where pictures go that a person should look at. */
const PICTURES = fileURLToPath(new URL('../artifacts/guard', import.meta.url));

describe('what it looks like', () => {
  const all = ['theme=light', 'theme=black&ui=ar', 'theme=dim', 'theme=black', 'theme=light&ui=ar'];
  // The first two show what can go wrong; HARK_PICTURES=1 takes all of them.
  const looks = process.env.HARK_PICTURES ? all : all.slice(0, 2);
  test.each(looks)('dialog and chips: %s', { tags: 'thorough' }, async (query) => {
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
    await write(page, `${CARD} ${PITCH}`);
    await page.waitForSelector(inDialog('[data-hark="hint"]'));
    await pause(300);
    await page.screenshot({ path: `${name}-dialog-chips.png` });
    await ways['Ctrl+Enter'](page);
    await held(page);
    await pause(300);
    const [dialog] = await hark.inspectHost(page, hold, 'dialog');
    const composer = await (await page.$(inDialog(EDITORS)))?.boundingBox();
    // As wide as the composer, and on it.
    expect(dialog?.box.width).toBeGreaterThan(500);
    expect(Math.abs((dialog?.box.y ?? 0) - (composer?.y ?? 0))).toBeLessThan(200);
    await page.screenshot({ path: `${name}-held.png` });
  });
});
