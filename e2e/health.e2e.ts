import { beforeEach, describe, expect, test } from 'vitest';
import { cases, eventually, openStatus, put, rows, setUpDesk } from './support/desk';
import { type Bench, browserName, useBrowser } from './support/fixture';

let hark: Bench;

beforeEach(async () => {
  hark = await useBrowser();
  await setUpDesk(hark);
});

declare const chrome: typeof import('wxt/browser').browser;

const titleSays = (words: string): Promise<boolean> =>
  eventually(async () => {
    const title = await hark.inExtension(async () => {
      const tabs = await chrome.tabs.query({ url: 'https://x.com/*' });
      const ids = tabs.map((tab) => tab.id).filter((id) => id !== undefined);
      return (await Promise.all(ids.map((tabId) => chrome.action.getTitle({ tabId })))).join(' | ');
    });
    return title.includes(words);
  }, `a toolbar title says "${words}"`);

describe('when the page cannot be read, Hark says so', () => {
  test('on the app for visitors who are not logged in', async () => {
    const page = await hark.open('/home?loggedout=1');
    await page.waitForSelector('article[data-tweet-id]');
    await eventually(async () => (await hark.badgeText()) === '!', 'the badge warns');
    await titleSays('not logged in');
    const panel = await hark.openPanel(page);
    await panel.waitFor('text/Log in to X to use Hark');
  });

  test('when X has changed its markup, with a diagnosis that holds no tweet', async () => {
    const page = await hark.open('/home?calm=1');
    await page.waitForSelector('[data-hark="open"]');
    expect(await hark.badgeText()).toBe('');
    await page.evaluate(() => {
      // From now on no tweet shows its time: there is nothing to tell its id from.
      const strip = (): void => {
        for (const time of document.querySelectorAll('article time')) time.remove();
      };
      new MutationObserver(strip).observe(document.body, { childList: true, subtree: true });
      strip();
    });
    await eventually(async () => (await hark.badgeText()) === '!', 'the badge warns');
    await titleSays('cannot read');
    const panel = await hark.openPanel(page);
    await panel.waitFor('text/X may have changed its page');
    await panel.evaluate(() => {
      Object.assign(window, { copied: '' });
      navigator.clipboard.writeText = async (text) => {
        Object.assign(window, { copied: text });
      };
    });
    await panel.click('role/button[Copy diagnosis]');
    const copied = await panel.waitUntil(() => (window as unknown as { copied: string }).copied);
    const diagnosis = JSON.parse(copied);
    expect(diagnosis.page.selectors.tweet).toBeGreaterThan(3);
    expect(diagnosis.page.selectors.time).toBe(0);
    expect(diagnosis.report.without.id).toBeGreaterThan(3);
    const words = await page.$$eval('[data-testid="tweetText"]', (texts) =>
      texts.map((text) => text.textContent ?? ''),
    );
    for (const text of words) expect(copied).not.toContain(text.slice(0, 30));
  });

  test('in a tab whose script does not answer: it was open before', async () => {
    const page = await hark.open('/home?calm=1');
    await page.waitForSelector('[data-hark="open"]');
    // The page's own reports of how it can be read are through.
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    // The worker forgets how to reach pages, as it cannot reach those that were there before it.
    await hark.inWorker(() => {
      chrome.tabs.sendMessage = (() => Promise.reject(new Error('Receiving end does not exist.'))) as never;
    });
    const other = await hark.newPage('about:blank');
    await page.bringToFront();
    await eventually(async () => (await hark.badgeText()) === '!', 'the badge warns');
    await titleSays('Reload this tab');
    await hark.killWorker();
    await other.close();
    const panel = await hark.openPanel(page);
    await panel.waitFor('role/button[Reload tab]');
    await panel.click('role/button[Reload tab]');
    await eventually(async () => (await hark.badgeText()) === '', 'all is well after a reload');
  });
});

describe('when access to the site is taken back', () => {
  test('Hark says so, and takes it again at a click', async () => {
    const page = await hark.open('/home?calm=1');
    await page.waitForSelector('[data-hark="mark"]');
    await setAccess(false);
    const panel = await hark.openPanel(page);
    await panel.waitFor('text/does not let Hark read x.com');
    await eventually(async () => (await hark.badgeText()) === '!', 'the badge warns');
    if (browserName === 'firefox') await panel.click('role/button[Allow x.com]');
    else await setAccess(true);
    await panel.waitGone('text/does not let Hark read x.com');
    await page.reload();
    await page.waitForSelector('[data-hark="mark"]');
    await eventually(async () => (await hark.badgeText()) === '', 'all is well again');
  });
});

/** Takes access to the site away, or gives it back, as a person does in the browser's own pages. */
async function setAccess(given: boolean): Promise<void> {
  if (browserName === 'firefox') {
    await hark.inExtension(() => chrome.permissions.remove({ origins: ['https://x.com/*', 'https://twitter.com/*'] }));
    return;
  }
  const manager = await hark.newPage('chrome://extensions');
  await manager.evaluate(
    async (extensionId, hostAccess) => {
      const { developerPrivate } = chrome as unknown as {
        developerPrivate: { updateExtensionConfiguration(update: object): Promise<void> };
      };
      await developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess });
    },
    hark.extensionId,
    given ? 'ON_ALL_SITES' : 'ON_CLICK',
  );
  await manager.close();
}

describe('keys on the selected tweet', () => {
  test('open a case and say not about us; X keeps its own', async () => {
    const page = await hark.open('/search?q=leyford&f=live&calm=1');
    await page.waitForSelector('[data-hark="rule"]');
    await page.keyboard.press('j');
    const selected = await page.waitForSelector('article[data-testid="tweet"]:focus');
    const id = await selected?.evaluate((article) =>
      article.querySelector('[data-hark="open"]')?.getAttribute('data-tweet'),
    );
    await page.keyboard.press('c');
    await eventually(async () => (await cases(hark)).length === 1, 'a case');
    await page.keyboard.press('z');
    await page.waitForSelector(`[data-hark="mark"][data-tweet="${id}"]`, { hidden: true });
    expect(await rows(hark, 'dismissals')).toMatchObject([{ tweetId: id }]);
    await page.keyboard.press('j');
    await eventually(
      () => page.evaluate((before) => !document.activeElement?.querySelector(`[data-tweet="${before}"]`), id),
      'X selects the next tweet',
    );
  });

  test('do nothing while the rep writes, and can be changed', { tags: 'thorough' }, async () => {
    await put(hark, 'settings', [{ key: 'pageKeys', value: { openCase: 'y', notAboutUs: '' } }]);
    const { page, id } = await openStatus(hark, 'bat-1');
    await page.click('[data-testid="tweetTextarea_0"]');
    await page.keyboard.type('any cat can');
    await page.waitForFunction(
      () => document.querySelector('[data-testid="tweetTextarea_0"]')?.textContent === 'any cat can',
    );
    expect(await cases(hark)).toEqual([]);
    await page.evaluate((status) => {
      (document.activeElement as HTMLElement).blur();
      const host = document.querySelector(`[data-hark="open"][data-tweet="${status}"]`);
      host?.closest('article')?.focus();
    }, id);
    await page.keyboard.press('c');
    await page.keyboard.press('y');
    await eventually(async () => (await cases(hark)).length === 1, 'a case by the new key');
  });
});
