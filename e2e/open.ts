/**
 * A browser with the extension, open until its window is closed.
 *
 * tsx e2e/open.ts chromium|firefox [--live]
 */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { BrowserName } from './support/browser';
import { setUpDesk } from './support/desk';
import { EXTENSIONS, PRACTICE_PAGE } from './support/fixture';
import { launch } from './support/launch';
import { startSite } from './support/site';

const browser: BrowserName = process.argv[2] === 'firefox' ? 'firefox' : 'chromium';
const live = process.argv.includes('--live');

const site = live ? undefined : await startSite(PRACTICE_PAGE);
// A log-in on the real site should last longer than this window.
const profile = live ? fileURLToPath(new URL(`../.cache/live-${browser}`, import.meta.url)) : undefined;
if (profile) await mkdir(profile, { recursive: true });

const hark = await launch({
  browser,
  extension: EXTENSIONS[browser],
  headless: false,
  viewport: { width: 1440, height: 900 },
  ...(site ? { site } : {}),
  ...(profile ? { profile } : {}),
});
if (site) await setUpDesk(hark);
const [first] = await hark.puppeteer.pages();
const page = first ?? (await hark.newPage());
await page.goto('https://x.com/home');
// What was set up in pages of the extension is done; the welcome stays, a tab away.
for (const other of await hark.puppeteer.pages()) {
  if (other !== page && !other.url().includes('welcome.html')) await other.close().catch(() => undefined);
}
await page.bringToFront();

console.log(
  live
    ? 'Hark is on the real x.com. Log in as usual; nothing is posted unless you post it.'
    : 'Hark is on the practice page: everyone and everything there is invented, and nothing leaves this computer.',
);
console.log('Close the browser window, or press Ctrl+C here, to end.');

await new Promise((resolve) => hark.puppeteer.once('disconnected', resolve));
await hark.close().catch(() => undefined);
await site?.close();
