/**
 * Shows Hark at work: a browser with the extension on the practice page, open until you close it.
 *
 * npm start
 * npm start -- --browser firefox    in Firefox
 * npm start -- --live               on the real x.com instead (a profile of its own, kept in .cache)
 * npm start -- --headless           no window: walks through the tour and saves pictures in artifacts/tour
 */
import { parseArgs } from 'node:util';
import { prepare, SetupError } from './setup.mjs';
import { findBrowser } from './support/find-browser.mjs';
import { runTool, TOOLS } from './support/run.mjs';

const { values } = parseArgs({
  options: {
    browser: { type: 'string' },
    live: { type: 'boolean', default: false },
    headless: { type: 'boolean', default: false },
  },
});

try {
  if (values.browser && values.browser !== 'chromium' && values.browser !== 'firefox') {
    throw new SetupError(`"${values.browser}" is not one of chromium, firefox.`);
  }
  const hasScreen =
    process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
  const headless = values.headless || !hasScreen;
  if (headless && values.live) {
    throw new SetupError('The real site needs a window to log in to, and this computer has no screen to show it on.');
  }
  await prepare({ browsers: values.browser ? [values.browser] : 'any' });
  const browser = values.browser ?? (findBrowser('chromium') ? 'chromium' : 'firefox');
  if (headless && !values.headless) {
    console.log('There is no screen here, so this walks through the tour in the background and takes pictures.');
  }
  const program = headless ? 'e2e/tour.ts' : 'e2e/open.ts';
  const { code } = await runTool(TOOLS.tsx, [program, browser, ...(values.live ? ['--live'] : [])], { show: true });
  process.exit(code);
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(error.message);
  process.exit(1);
}
