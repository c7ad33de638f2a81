/**
 * Are builds reproducible? Packs both store packages and the sources archive, unpacks the sources in a folder elsewhere,
 * builds both browsers there with the packages that are installed here, and compares every byte.
 *
 * npm run reproduce
 */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { prepareChecks } from './setup.mjs';
import { asOneTest, Tally } from './support/results.mjs';
import { ROOT, runTool, TOOLS } from './support/run.mjs';
import { unzip } from './support/unzip.mjs';

const BROWSERS = ['chrome', 'firefox'];

const tally = new Tally();
const elsewhere = mkdtempSync(join(tmpdir(), 'hark-reproduce-'));
// A path of another length and depth: none of it may get into what is built.
const folder = join(elsewhere, 'a', 'folder of another name');
process.on('exit', () => rmSync(elsewhere, { recursive: true, force: true }));

await prepareChecks(tally, 'reproduce');

await tally.part('packages for the stores', () => wxt(ROOT, ['zip', '-b', 'chrome'], ['zip', '-b', 'firefox']));
await tally.part('unpacking the sources', async () => {
  mkdirSync(folder, { recursive: true });
  const names = unzip(join(ROOT, '.output', newest('-sources.zip')), folder);
  const needless = names.filter((name) => /^(?:artifacts|node_modules|\.output)[\\/]/.test(name));
  if (needless.length > 0) throw new Error(`No sources: ${needless.slice(0, 5).join(', ')}`);
  // Reviewers run `npm ci`; here the same packages are lent, so that this needs no network.
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return asOneTest({ code: 0 });
});
await tally.part('building them elsewhere', () =>
  wxt(folder, ['prepare'], ...BROWSERS.map((browser) => ['build', '-b', browser])),
);
for (const browser of BROWSERS) {
  await tally.part(`the same bytes for ${browser}`, async () => {
    const [here, there] = [ROOT, folder].map((root) => hashes(join(root, '.output', `${browser}-mv3`)));
    const names = [...new Set([...here.keys(), ...there.keys()])].sort();
    const differing = names.filter((name) => here.get(name) !== there.get(name));
    if (names.length === 0) throw new Error('Nothing was built.');
    if (differing.length > 0) throw new Error(`These files differ: ${differing.join(', ')}`);
    const sum = createHash('sha256');
    for (const name of names) sum.update(`${name} ${here.get(name)}\n`);
    console.log(`  ${names.length} files, ${sum.digest('hex')}`);
    return asOneTest({ code: 0 });
  });
  // What is uploaded must be what was built.
  await tally.part(`the package for ${browser}`, async () => {
    const unpacked = join(elsewhere, browser);
    unzip(join(ROOT, '.output', newest(`-${browser}.zip`)), unpacked);
    const [built, packed] = [join(ROOT, '.output', `${browser}-mv3`), unpacked].map((path) => [...hashes(path)]);
    const isSame = JSON.stringify(built) === JSON.stringify(packed);
    return asOneTest({ code: isSame ? 0 : 1, output: 'The package holds something else than the build.' });
  });
}
tally.finish('reproduce');

/** Runs WXT's commands in a folder, one after the other; fails with the output of the first that fails. */
async function wxt(cwd, ...commands) {
  for (const args of commands) {
    const outcome = await runTool(TOOLS.wxt, args, { cwd });
    if (outcome.code !== 0) return asOneTest(outcome);
  }
  return asOneTest({ code: 0 });
}

/** The archive that was written last, of those whose name ends so. */
function newest(end) {
  const output = join(ROOT, '.output');
  const time = (name) => statSync(join(output, name)).mtimeMs;
  const [name] = readdirSync(output)
    .filter((one) => one.endsWith(end))
    .sort((one, other) => time(other) - time(one));
  if (!name) throw new Error(`There is no archive *${end} in .output.`);
  return name;
}

/** The hash of every file below a folder, by its name, in order. */
function hashes(path) {
  const found = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = found.map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort();
  return new Map(
    files.map((file) => [
      relative(path, file).replaceAll('\\', '/'),
      createHash('sha256').update(readFileSync(file)).digest('hex'),
    ]),
  );
}
