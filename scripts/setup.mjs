/**
 * Gets a checkout ready: packages, a browser, builds. Does only what is missing, and needs no package itself.
 *
 * node scripts/setup.mjs
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findBrowser } from './support/find-browser.mjs';
import { ROOT, run, runNpm, runTool, TOOLS } from './support/run.mjs';

const OLDEST_NODE = [20, 19];

/** What the extension is built from. */
const EXTENSION_SOURCES = ['entrypoints', 'components', 'lib', 'public', 'wxt.config.ts', 'package-lock.json'];
const PRACTICE_SOURCES = ['e2e/practice', 'package-lock.json'];

/** Stops with a plain sentence instead of a stack. */
export class SetupError extends Error {}

/**
 * Gets everything ready.
 *
 * @param {{ browsers?: 'any' | ('chromium' | 'firefox')[], build?: boolean }} [options]
 *   browsers: which must be there ('any' = one of the two); build: also build what is out of date.
 */
export async function prepare({ browsers = 'any', build = true } = {}) {
  checkNode();
  await installPackages();
  await installBrowsers(browsers);
  if (build) await buildAll();
}

/**
 * Gets the packages for a run of checks; ends the run with a failed one where they cannot be had. Browsers and builds are
 * left to the parts that need them, so that a missing browser fails those only.
 *
 * @param {import('./support/results.mjs').Tally} tally
 * @param {string} name of the run, for its file of results.
 */
export async function prepareChecks(tally, name) {
  try {
    await prepare({ browsers: [], build: false });
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    await tally.part('set-up', () => Promise.reject(error));
    tally.finish(name);
  }
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldMajor, oldMinor] = OLDEST_NODE;
  if (major < oldMajor || (major === oldMajor && minor < oldMinor)) {
    throw new SetupError(`Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}.`);
  }
}

/** Runs `npm ci` unless exactly the packages of the lock file are there. */
async function installPackages() {
  if (packagesMatchLock()) return;
  say('Installing packages (npm ci) …');
  const { code, output } = await runNpm(['ci', '--no-audit', '--no-fund']);
  if (code !== 0) throw new SetupError(`npm ci failed:\n${output}`);
}

/** Compares what npm noted at its last installation with the lock file: dates say little after a checkout. */
function packagesMatchLock() {
  const noted = readJson('node_modules/.package-lock.json')?.packages;
  const wanted = readJson('package-lock.json')?.packages;
  if (!noted || !wanted) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true;
    const here = noted[path];
    // Packages for other systems are listed but not installed.
    if (!here) return Boolean(entry.optional || entry.devOptional || entry.link);
    return here.version === entry.version;
  });
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Looks for the browsers; installs them where that is possible without asking anybody. */
async function installBrowsers(wanted) {
  const names = wanted === 'any' ? ['chromium', 'firefox'] : wanted;
  const missing = () => names.filter((name) => !findBrowser(name));
  const enough = () => (wanted === 'any' ? missing().length < names.length : missing().length === 0);
  if (enough()) return;
  const packages = missing().map((name) => (name === 'firefox' ? 'firefox-esr' : 'chromium'));
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say(`Installing ${packages.join(' and ')} with apt-get; this takes a minute or two …`);
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    const update = await run('apt-get', ['update', '-qq'], { env });
    const install = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
    if (enough()) return;
    throw new SetupError(`apt-get could not install ${packages.join(' and ')}:\n${update.output}${install.output}`);
  }
  throw new SetupError(`${missingBrowserHelp(missing())}`);
}

function missingBrowserHelp(names) {
  const titles = { chromium: 'Chromium, Chrome or Edge', firefox: 'Firefox' };
  const how =
    process.platform === 'darwin'
      ? 'brew install --cask chromium firefox'
      : process.platform === 'win32'
        ? 'winget install Google.Chrome Mozilla.Firefox'
        : 'sudo apt-get install chromium firefox-esr (or what your distribution has)';
  return [
    `Not found: ${names.map((name) => titles[name]).join(', ')}.`,
    `Install it, for example: ${how}`,
    'If it is somewhere else, set HARK_CHROMIUM or HARK_FIREFOX to the path of the program.',
  ].join('\n');
}

/** Builds the practice page and both extensions where sources are newer than what was built. */
async function buildAll() {
  if (isOlder('e2e/practice/dist/index.html', PRACTICE_SOURCES)) await buildPracticePage();
  for (const browser of ['chrome', 'firefox']) {
    if (isOlder(`.output/${browser}-mv3/manifest.json`, EXTENSION_SOURCES)) await buildExtension(browser);
  }
}

/** Builds the practice page; throws with the output if it fails. */
export async function buildPracticePage() {
  say('Building the practice page …');
  mustWork('The practice page', await runTool(TOOLS.vite, ['build', 'e2e/practice']));
}

/** Builds the extension for one browser; throws with the output if it fails. */
export async function buildExtension(browser) {
  say(`Building the extension for ${browser === 'chrome' ? 'Chromium' : 'Firefox'} …`);
  mustWork(`The extension for ${browser}`, await runTool(TOOLS.wxt, ['build', '-b', browser]));
}

function mustWork(what, { code, output }) {
  if (code !== 0) throw new SetupError(`${what} could not be built:\n${output}`);
}

function isOlder(built, sources) {
  const path = join(ROOT, built);
  if (!existsSync(path)) return true;
  const { mtimeMs } = statSync(path);
  return sources.some((source) => newest(join(ROOT, source)) > mtimeMs);
}

/** Time of the newest change in a file or folder. A folder's own time tells of deleted files. */
function newest(path) {
  if (!existsSync(path)) return 0;
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  const parts = readdirSync(path).filter((name) => name !== 'node_modules' && name !== 'dist' && name !== '.vite');
  // A build changes the folder that it puts "dist" into.
  const own = existsSync(join(path, 'dist')) ? 0 : mtimeMs;
  return parts.reduce((latest, name) => Math.max(latest, newest(join(path, name))), own);
}

function say(line) {
  console.log(line);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await prepare({ browsers: 'any' });
    console.log('Ready.');
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
