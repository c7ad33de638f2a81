/**
 * A walk through what Hark shows, without a window: pictures in artifacts/tour and a line for each step.
 *
 * tsx e2e/tour.ts chromium|firefox
 */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import type { BrowserName, HarkBrowser, View } from './support/browser';
import { emptyEditor, write } from './support/composer';
import { idOf, setUpDesk } from './support/desk';
import { EXTENSIONS, PRACTICE_PAGE } from './support/fixture';
import { launch } from './support/launch';
import { customerTweets } from './support/rep';
import { type Site, startSite } from './support/site';
import { putYear } from './support/year';

/** What the steps share. */
interface Tour {
  hark: HarkBrowser;
  site: Site;
  page: Page;
  folder: string;
  /** Saves a picture of page and panel under a name. */
  picture(name: string): Promise<void>;
}

/** One step: does something a rep does, and says what is to be seen; throws if it is not there. */
interface Step {
  title: string;
  run(tour: Tour): Promise<string>;
}

const STEPS: Step[] = [
  {
    title: 'Open the home timeline',
    async run({ page }) {
      await page.goto('https://x.com/home?calm=1&theme=light', { waitUntil: 'domcontentloaded' });
      await page.waitForSelector('article[data-testid="tweet"]', { timeout: 15_000 });
      const tweets = await page.$$eval('article[data-testid="tweet"]', (articles) => articles.length);
      return `${tweets} tweets`;
    },
  },
  {
    title: 'See which tweets need an answer',
    async run({ hark, page, picture }) {
      await page.goto('https://x.com/search?q=internet&f=live', { waitUntil: 'domcontentloaded' });
      await page.waitForSelector('[data-hark="rule"]', { timeout: 10_000 });
      const mark = await hark.waitInHost(page, '[data-hark="mark"]', 'button');
      const marks = await hark.countHosts(page, '[data-hark="mark"]');
      await picture('marks');
      return `${marks} marks, the first says "${mark.name}"`;
    },
  },
  {
    title: 'Ask a mark why',
    async run({ hark, page, picture }) {
      const mark = { kind: 'mark', tweet: await plainest(hark, page) };
      await hark.clickInHost(page, mark, 'button');
      const why = await hark.waitInHost(page, mark, '.why');
      await picture('why');
      await page.keyboard.press('Escape');
      return why.text.replace(/\s+/g, ' ');
    },
  },
  {
    title: 'Open a case in one click',
    async run({ hark, page, picture }) {
      const tweet = await idOf(page, 'bat-1');
      await page.evaluate((path) => window.practice.goto(path), `/marnie_whit/status/${tweet}`);
      await page.waitForSelector(`[data-hark="open"][data-tweet="${tweet}"]`, { timeout: 10_000 });
      await hark.clickInHost(page, { kind: 'open', tweet }, 'button');
      const toast = await hark.waitInHost(page, { kind: 'toast' }, '.message');
      const panel = await openedPanel(hark, page);
      await panel.waitFor('text/Case #1');
      const badge = await hark.waitInHost(page, { kind: 'customer', tweet }, 'button');
      await picture('case');
      return `the page says "${toast.text}", the badge "${badge.name}"`;
    },
  },
  {
    title: 'See the history beside the tweet',
    async run({ hark }) {
      const text = (await (await hark.panel()).text()).replace(/\s+/g, ' ');
      for (const expected of ['Marnie', 'Case #1', '^JD']) {
        if (!text.includes(expected)) throw new Error(`The panel lacks "${expected}": ${text.slice(0, 200)}`);
      }
      return text.slice(0, 120);
    },
  },
  {
    title: 'See who needs an answer',
    async run({ hark, picture }) {
      const panel = await hark.panel();
      await panel.press('2');
      await panel.waitFor('text/Today:');
      await picture('needs-an-answer');
      const text = (await panel.text()).replace(/\s+/g, ' ');
      await panel.press('1');
      return text.slice(text.indexOf('Today:'), text.indexOf('Today:') + 90);
    },
  },
  {
    title: 'Take a reply that was drafted for this customer',
    async run({ hark, page, picture }) {
      await page.evaluate(() => window.practice.goto('/home'));
      const tweet = await customerTweets(
        page,
        'nerys_dev',
        '@LanternCares no internet in Leyford since this morning and I work from home. When will it be back?',
      );
      await hark.clickInHost(page, { kind: 'open', tweet }, 'button');
      const panel = await hark.panel();
      await panel.waitFor('[data-suggested]');
      await panel.click('[data-insert]');
      await panel.waitFor('text/In X’s composer');
      await picture('suggestion');
      return (await panel.text('[data-suggested]')).replace(/\s+/g, ' ');
    },
  },
  {
    title: 'Be held before something regrettable',
    async run({ hark, page, picture }) {
      await page.bringToFront();
      await emptyEditor(page);
      await write(page, 'Upgrade to our new bundle today and save 50%! Order now at https://shop.example/deal');
      await pause(1_500);
      await page.click('[data-testid="tweetButton"]');
      const dialog = await hark.waitInHost(page, { kind: 'hold' }, 'dialog');
      // It has to be there whole for the picture, and one that has just come takes no press either.
      await pause(800);
      await picture('held');
      const posted = await page.evaluate(() => window.practice.posted.length);
      if (posted > 0) throw new Error('It was posted.');
      await hark.clickInHost(page, { kind: 'hold' }, 'text/Edit');
      await page.waitForSelector('[data-hark="hold"]', { hidden: true });
      await emptyEditor(page);
      await page.keyboard.press('Escape');
      return dialog.text.replace(/\s+/g, ' ').slice(0, 110);
    },
  },
  {
    title: 'Promise to come back',
    async run({ hark, picture }) {
      const panel = await hark.panel();
      await panel.click('button[title="Key b"]');
      await panel.click('[aria-label="When"] li button');
      await panel.waitGone('[aria-label="When"]');
      await panel.press('4');
      await panel.waitFor('[data-follow-up]');
      await panel.press('j');
      await panel.press('y');
      await panel.waitFor('[data-suggested]');
      await picture('follow-ups');
      const text = (await panel.text('[data-follow-up]')).replace(/\s+/g, ' ');
      await panel.press('1');
      return text.slice(0, 120);
    },
  },
  {
    title: 'Make an incident of it',
    async run({ hark, picture }) {
      const panel = await hark.panel();
      await panel.click('button[title="Key h"]');
      await panel.click('role/menuitem[New incident]');
      await panel.waitFor('[aria-label="New incident"]');
      await panel.type('[aria-label="New incident"] input[maxlength="80"]', 'Outage in Leyford');
      await panel.type('[aria-label="New incident"] input[maxlength="200"]', 'Leyford');
      await panel.type(
        '[aria-label="New incident"] textarea',
        'A cable in Leyford is cut. Engineers are there; we expect it to be mended at 14:00.',
      );
      await panel.click('role/button[Open and link the case]');
      await panel.waitFor('article');
      await picture('incident');
      const text = (await panel.text('article')).replace(/\s+/g, ' ');
      await panel.press('1');
      return text.slice(0, 120);
    },
  },
  {
    title: 'Look at it in the dark',
    async run({ hark, page, picture }) {
      await hark.emulate({ scheme: 'dark' });
      await page.evaluate(() => window.practice.setTheme('black'));
      const background = await (await hark.panel()).waitUntil(() => {
        const { backgroundColor } = getComputedStyle(document.body);
        return backgroundColor === 'rgb(0, 0, 0)' ? backgroundColor : '';
      });
      await picture('dark');
      await page.evaluate(() => window.practice.setTheme('dim'));
      await picture('dim');
      return `the panel's background is ${background}`;
    },
  },
  {
    title: 'Look at it from right to left',
    async run({ hark, page, picture }) {
      await hark.emulate({});
      await hark.closePanel();
      await page.goto('https://x.com/search?q=leyford&f=live&theme=light&ui=ar', { waitUntil: 'domcontentloaded' });
      await page.waitForSelector('[data-hark="rule"]', { timeout: 10_000 });
      await picture('right-to-left');
      const side = await page.$eval('[data-hark="rule"]', (rule) => {
        const article = rule.closest('article');
        return rule.getBoundingClientRect().right === article?.getBoundingClientRect().right ? 'right' : 'left';
      });
      if (side !== 'right') throw new Error(`The rule is at the ${side} edge.`);
      return 'the rule is at the right edge';
    },
  },
  {
    title: 'See the settings',
    async run({ hark, folder }) {
      const view = await hark.openExtensionPage('options.html');
      await view.waitFor('text/Watchlist');
      await view.screenshot(join(folder, `${hark.name}-settings.png`));
      return 'the watchlist';
    },
  },
  {
    title: 'Read a report of the last weeks',
    async run({ hark, folder }) {
      // Reports of one case would show nothing.
      await hark.reset();
      await setUpDesk(hark);
      await putYear(hark, { cases: 3_000, search: false });
      const view = await hark.openExtensionPage('reports.html?days=30');
      await view.waitUntil(() =>
        /cases were opened/.test(document.querySelector('[data-part="answer"]')?.textContent ?? ''),
      );
      // A little smaller, so that the picture shows more than its beginning.
      await view.evaluate(() => {
        document.documentElement.style.zoom = '0.85';
      });
      await view.screenshot(join(folder, `${hark.name}-reports.png`));
      return view.text('[data-section="funnel"] [data-part="answer"]');
    },
  },
  {
    title: 'Nothing was sent anywhere',
    async run({ site }) {
      if (site.refused.length > 0) throw new Error(`Asked for ${site.refused.map(({ host }) => host).join(', ')}.`);
      return `${site.requests.length} requests, all to the practice page`;
    },
  },
];

/** A tweet on the page that speaks of an outage, or the first that needs an answer; brought to where its why has room. */
async function plainest(hark: HarkBrowser, page: Page): Promise<string> {
  const ids = await page.$$eval('[data-hark="rule"]', (rules) =>
    rules.map((rule) => rule.getAttribute('data-tweet') ?? ''),
  );
  let chosen = ids[0] ?? '';
  for (const tweet of ids) {
    const [button] = await hark.inspectHost(page, { kind: 'mark', tweet }, 'button');
    if (!button?.name?.startsWith('Outage, complaint')) continue;
    chosen = tweet;
    break;
  }
  await page.$eval(`[data-hark="rule"][data-tweet="${chosen}"]`, (rule) =>
    rule.closest('article')?.scrollIntoView({ block: 'center' }),
  );
  return chosen;
}

/** The panel that the click opened; Firefox lets no page open it, so there the toolbar button does. */
async function openedPanel(hark: HarkBrowser, page: Page): Promise<View> {
  if (hark.name === 'firefox' && !(await hark.panelIsOpen())) await hark.clickToolbarButton(page);
  return hark.panel();
}

const browser: BrowserName = process.argv[2] === 'firefox' ? 'firefox' : 'chromium';
const folder = fileURLToPath(new URL('../artifacts/tour/', import.meta.url));
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });

const site = await startSite(PRACTICE_PAGE);
const hark = await launch({
  browser,
  extension: EXTENSIONS[browser],
  site,
  viewport: { width: 1440, height: 900 },
});
let missing = 0;
try {
  await setUpDesk(hark);
  const page = await hark.newPage('https://x.com/home?calm=1');
  const picture = (name: string) => hark.windowScreenshot(page, join(folder, `${browser}-${name}.png`));
  for (const step of STEPS) {
    try {
      console.log(`✓ ${step.title}: ${await step.run({ hark, site, page, picture, folder })}`);
    } catch (error) {
      missing++;
      console.log(`✗ ${step.title}: ${error instanceof Error ? error.message : error}`);
      await picture(`missing-${missing}`).catch((problem) => console.log(`  (no picture: ${problem})`));
    }
  }
} finally {
  await hark.close();
  await site.close();
}
console.log(`Pictures are in ${folder}`);
process.exit(missing > 0 ? 1 : 0);
