/** Browsers with a policy for the extension, by real policy files, and nothing left behind. */
import { createHash, generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HarkBrowser } from './browser';
import { EXTENSIONS } from './fixture';
import { launch } from './launch';
import type { Site } from './site';

/** A running browser under a policy. */
export interface RuledBrowser {
  hark: HarkBrowser;
  /** Sets another policy while the browser runs; null where this browser reads policies at its start only. */
  change: ((settings: object) => Promise<void>) | null;
}

/** Ways in which a policy reaches a browser here. */
export type PolicyWay = 'chromium: system policy' | 'firefox: policies.json' | 'firefox: managed storage';

const CHROMIUM_POLICIES = '/etc/chromium/policies/managed';

/**
 * Why a way cannot be gone on this computer; null if it can. Chromium reads policies from a folder of the system only:
 * that one is written to as root where nobody works, and nowhere else.
 */
export function unfitFor(way: PolicyWay): string | null {
  if (way !== 'chromium: system policy') return process.platform === 'linux' ? null : 'Linux only';
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'as root on Linux only';
  if (process.env.CI !== 'true' && process.env.HARK_SYSTEM_POLICY !== '1')
    return 'with CI=true or HARK_SYSTEM_POLICY=1 only';
  if (process.env.HARK_CHROMIUM || !existsSync('/usr/bin/chromium')) return 'with the system’s own Chromium only';
  return null;
}

/** Runs something in a browser under a policy. Whatever happens, the policy is gone afterwards. */
export async function underPolicy(
  way: PolicyWay,
  settings: object,
  site: Site,
  run: (ruled: RuledBrowser) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hark-policy-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  try {
    if (way === 'chromium: system policy') await inChromium(folder, settings, site, run);
    else await inFirefox(way, folder, settings, site, run);
  } finally {
    process.off('exit', remove);
    remove();
  }
}

async function inFirefox(
  way: PolicyWay,
  folder: string,
  settings: object,
  site: Site,
  run: (ruled: RuledBrowser) => Promise<void>,
): Promise<void> {
  const manifest = JSON.parse(await readFile(join(EXTENSIONS.firefox, 'manifest.json'), 'utf8'));
  const id: string = manifest.browser_specific_settings.gecko.id;
  const env: Record<string, string> = { HOME: folder };
  const prefs: Record<string, unknown> = {};
  if (way === 'firefox: managed storage') {
    await writeJson(join(folder, '.mozilla', 'managed-storage'), `${id}.json`, {
      name: id,
      description: 'A policy for a test',
      type: 'storage',
      data: settings,
    });
  } else {
    // Firefox reads a file of one's own in place of that in /etc only where it knows that it is being tested.
    env.MOZ_DISABLE_NONLOCAL_CONNECTIONS = '1';
    prefs['security.turn_off_all_security_so_that_viruses_can_take_over_this_computer'] = true;
    prefs['browser.policies.alternatePath'] = join(folder, 'policies.json');
    await writeJson(folder, 'policies.json', { policies: { '3rdparty': { Extensions: { [id]: settings } } } });
  }
  const hark = await launch({ browser: 'firefox', extension: EXTENSIONS.firefox, site, env, prefs });
  try {
    await run({ hark, change: null });
  } finally {
    await hark.close();
  }
}

async function inChromium(
  folder: string,
  settings: object,
  site: Site,
  run: (ruled: RuledBrowser) => Promise<void>,
): Promise<void> {
  const extension = join(folder, 'extension');
  await cp(EXTENSIONS.chromium, extension, { recursive: true });
  const id = await giveId(extension);
  // Folders that were not there are taken away again.
  const made = mkdirSync(CHROMIUM_POLICIES, { recursive: true });
  const name = `hark-test-${process.pid}.json`;
  const path = join(CHROMIUM_POLICIES, name);
  const write = async (next: object): Promise<void> => {
    // Chromium watches the folder, and must not read half a file.
    const half = join(folder, name);
    await writeFile(half, JSON.stringify({ '3rdparty': { extensions: { [id]: next } } }));
    await cp(half, `${path}.new`);
    await rename(`${path}.new`, path);
  };
  const remove = (): void => {
    rmSync(path, { force: true });
    rmSync(`${path}.new`, { force: true });
  };
  // Also if the run is broken off: the harness turns signals into a plain exit.
  process.once('exit', remove);
  try {
    await write(settings);
    const hark = await launch({ browser: 'chromium', extension, site });
    try {
      await run({ hark, change: write });
    } finally {
      await hark.close();
    }
  } finally {
    process.off('exit', remove);
    remove();
    if (made) await removeEmpty(CHROMIUM_POLICIES, made);
  }
}

/** Gives an unpacked extension an id that does not depend on its folder, as a policy must name it. */
async function giveId(extension: string): Promise<string> {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = publicKey.export({ type: 'spki', format: 'der' });
  const path = join(extension, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify({ ...manifest, key: key.toString('base64') }));
  const digits = createHash('sha256').update(key).digest('hex').slice(0, 32);
  return [...digits].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

async function writeJson(folder: string, name: string, content: unknown): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), JSON.stringify(content));
}

/** Takes away folders up to the first one that was made, as long as they are empty. */
async function removeEmpty(folder: string, first: string): Promise<void> {
  for (let at = folder; at.startsWith(first); at = join(at, '..')) {
    const gone = await rmdir(at).then(
      () => true,
      () => false,
    );
    if (!gone) return;
  }
}
