/**
 * Every check of the repository: types, lint, unit tests, builds, then the browser tests in Chromium and Firefox.
 *
 * npm test
 * npm test -- --only types,lint,unit,build,browser   only these parts
 * npm test -- --browser chromium                     browser tests in this one only
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildExtension, buildPracticePage, prepare, prepareChecks } from './setup.mjs';
import { findBrowser } from './support/find-browser.mjs';
import { BROWSERS, choose } from './support/options.mjs';
import { asOneTest, runVitest, Tally } from './support/results.mjs';
import { ROOT, runNpm, runTool, TOOLS } from './support/run.mjs';

const PARTS = ['types', 'lint', 'unit', 'build', 'browser'];
/** They take some minutes; a machine with other work takes its time. */
const BROWSER_TESTS_MS = 30 * 60_000;

/** Warnings of the add-on linter that are known and harmless. */
const KNOWN_WARNINGS = {
  // Zod could compile its schemas, which is switched off; the code for it is still in there.
  DANGEROUS_EVAL: true,
  // React sets innerHTML for a property that the extension never uses.
  UNSAFE_VAR_ASSIGNMENT: true,
};

const { values } = parseArgs({ options: { only: { type: 'string' }, browser: { type: 'string' } } });
const parts = choose(values.only, PARTS);
const browsers = choose(values.browser, BROWSERS);
const tally = new Tally();

await prepareChecks(tally, 'test');

// The unit tests keep one core busy, and the other parts one after the other the second.
await Promise.all([
  testUnits(),
  checkAndBuild().then(async () => {
    if (parts.includes('browser')) await testInBrowsers();
  }),
]);
tally.finish('test');

async function testUnits() {
  if (parts.includes('unit')) await tally.part('unit tests', () => runVitest('unit', []));
}

async function checkAndBuild() {
  if (parts.includes('types')) {
    await tally.part('types', async () => asOneTest(await runTool(TOOLS.tsc, ['--noEmit'])));
    await tally.part('types of the practice page', async () =>
      asOneTest(await runTool(TOOLS.tsc, ['--noEmit', '-p', 'e2e/practice'])),
    );
  }
  if (parts.includes('lint')) {
    await tally.part('lint', async () => asOneTest(await runNpm(['run', '-s', 'lint'])));
  }
  if (parts.includes('build')) {
    await tally.part('build for Chromium', () => asTest(() => buildExtension('chrome')));
    await tally.part('build for Firefox', () => asTest(() => buildExtension('firefox')));
    await tally.part('build of the practice page', () => asTest(buildPracticePage));
    await tally.part('add-on linter', lintAddOn);
  }
}

/** Runs the browser tests in all chosen browsers side by side, and reports each when it is done. */
async function testInBrowsers() {
  for (const browser of browsers) {
    await prepare({ browsers: [browser], build: false }).catch((error) =>
      tally.part(`browser tests in ${browser}`, () => Promise.reject(error)),
    );
  }
  try {
    await prepare({ browsers: [] });
  } catch (error) {
    await tally.part('builds for the browser tests', () => Promise.reject(error));
    return;
  }
  rmSync(join(ROOT, 'artifacts', 'failures'), { recursive: true, force: true });
  await Promise.all(
    browsers
      .filter((browser) => findBrowser(browser))
      .map((browser) =>
        tally.part(`browser tests in ${browser}`, () =>
          runVitest(browser, ['--config', 'e2e/vitest.config.ts', '--tags-filter', '!thorough'], {
            env: { HARK_BROWSER: browser },
            timeout: BROWSER_TESTS_MS,
          }),
        ),
      ),
  );
}

/** Counts a step of set-up as a test: it passes unless it throws. */
async function asTest(step) {
  await step();
  return asOneTest({ code: 0 });
}

/** Runs Mozilla's linter over the Firefox build: no errors, and no warnings but the known ones. */
async function lintAddOn() {
  const { code, output } = await runTool(TOOLS.webExt, [
    'lint',
    '--source-dir',
    '.output/firefox-mv3',
    '--output',
    'json',
    '--no-config-discovery',
  ]);
  const start = output.indexOf('{');
  const report = start < 0 ? undefined : JSON.parse(output.slice(start, output.lastIndexOf('}') + 1));
  if (!report) return asOneTest({ code: code || 1, output });
  const found = [...report.errors, ...report.warnings.filter((warning) => !KNOWN_WARNINGS[warning.code])];
  const lines = found.map(({ _type, code: rule, message, file, line }) => {
    return `${_type} ${rule}: ${message} (${file ?? 'manifest'}${line ? `:${line}` : ''})`;
  });
  return asOneTest({ code: lines.length, output: lines.join('\n') });
}
