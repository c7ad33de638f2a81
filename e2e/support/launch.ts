/** Starting a browser with the extension, and leaving nothing of it behind. */
import { rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HarkBrowser, LaunchOptions } from './browser';
import { launchChromium } from './chromium';
import { launchFirefox } from './firefox';

/** Starts a browser with the extension. It ends with this process at the latest, whatever ends that. */
export async function launch(options: LaunchOptions): Promise<HarkBrowser> {
  endOnSignals();
  const folder = options.profile ? undefined : await mkdtemp(join(tmpdir(), 'hark-browser-'));
  const forget = () => {
    process.off('exit', forget);
    // A browser that was just killed may still be writing its last files.
    if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 20 });
  };
  process.on('exit', forget);
  const start = options.browser === 'chromium' ? launchChromium : launchFirefox;
  try {
    const browser = await start({ ...options, ...(await settle(options, folder)) });
    // To the end of the line: puppeteer's own handler must kill the browser first.
    process.off('exit', forget);
    process.on('exit', forget);
    const close = browser.close.bind(browser);
    browser.close = async () => {
      await close();
      forget();
    };
    return browser;
  } catch (error) {
    forget();
    throw error;
  }
}

/**
 * Gives the folders to run in. A temporary profile comes with a copy of the extension, which a build at the same
 * time cannot pull away; a kept one needs the extension where it was, for Chromium makes its identity of the path.
 */
async function settle(
  options: LaunchOptions,
  folder: string | undefined,
): Promise<{ profile: string; extension: string }> {
  if (options.profile || !folder) return { profile: options.profile ?? '', extension: options.extension };
  const places = { profile: join(folder, 'profile'), extension: join(folder, 'extension') };
  await mkdir(places.profile);
  await cp(options.extension, places.extension, { recursive: true });
  if (options.granted) await grant(join(places.extension, 'manifest.json'), options.granted);
  return places;
}

async function grant(path: string, granted: readonly string[]): Promise<void> {
  const manifest = JSON.parse(await readFile(path, 'utf8')) as Record<string, string[]>;
  manifest.permissions = [...(manifest.permissions ?? []), ...granted];
  manifest.optional_permissions = (manifest.optional_permissions ?? []).filter((one) => !granted.includes(one));
  await writeFile(path, JSON.stringify(manifest));
}

let signalsAreWatched = false;

/**
 * Turns signals into a plain exit, whose handlers work at once: a test runner that stops its workers gives them half
 * a second, too little to close a browser politely.
 */
function endOnSignals(): void {
  if (signalsAreWatched) return;
  signalsAreWatched = true;
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    // Not once(): a second signal during the clean-up would end it.
    process.on(signal, () => process.exit(code));
  }
}
