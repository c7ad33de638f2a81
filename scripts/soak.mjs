/**
 * The long-running checks: the merge of hand-overs with many random histories, the reader on many broken articles,
 * whether builds are reproducible, random desks and faults, lib/**\/*.soak.ts without a browser, the browser tests
 * that are tagged "thorough", then e2e/soak/**\/*.soak.ts in the same harness.
 *
 * npm run soak
 * npm run soak -- --browser firefox
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepare, prepareChecks } from './setup.mjs';
import { BROWSERS, choose } from './support/options.mjs';
import { asOneTest, runVitest, Tally } from './support/results.mjs';
import { ROOT, run } from './support/run.mjs';

const SOAK_MS = 60 * 60_000;
/** Pairs and triples of random histories, for each property of the merge. */
const MERGE_RUNS = '10000';
/** Broken articles that are shown to the reader of X's page: 20,000, in rounds, since documents pile up in a process. */
const BROKEN_ARTICLES = '2500';
const ROUNDS = 8;
/** Tests that do less in `npm test`: fewer random desks, and one of two faults for each change. */
const SHORTENED = ['lib/desk/derived.test.ts', 'lib/desk/erasing.test.ts', 'lib/desk/faults.test.ts'];

const { values } = parseArgs({ options: { browser: { type: 'string' } } });
const browsers = choose(values.browser, BROWSERS);
const tally = new Tally();

await prepareChecks(tally, 'soak');

await tally.part('merge of hand-overs', () =>
  runVitest('soak-merge', ['lib/handover/merge.property.test.ts'], {
    env: { HARK_MERGE_RUNS: MERGE_RUNS },
    timeout: SOAK_MS,
  }),
);
for (let round = 1; round <= ROUNDS; round++) {
  await tally.part(`broken articles, round ${round} of ${ROUNDS}`, () =>
    runVitest('soak-reader', ['lib/x/read.hostile.test.ts', 'e2e/practice/mutations.test.ts'], {
      env: { HARK_RUNS: BROKEN_ARTICLES },
      timeout: SOAK_MS,
    }),
  );
}
await tally.part('reproducible builds', async () =>
  asOneTest(await run(process.execPath, [join(ROOT, 'scripts', 'reproduce.mjs')], { timeout: SOAK_MS })),
);
await tally.part('random desks and faults', () =>
  runVitest('soak-desks', SHORTENED, { env: { HARK_LONG: '1' }, timeout: SOAK_MS }),
);
await tally.part('soak of the logic', () => runVitest('soak-logic', [], { env: { HARK_SOAK: '1' }, timeout: SOAK_MS }));

const ready = await prepare({ browsers }).then(
  () => true,
  async (error) => {
    await tally.part('set-up of the browsers', () => Promise.reject(error));
    return false;
  },
);
if (ready) {
  await Promise.all(
    browsers.map((browser) =>
      tally.part(`thorough tests in ${browser}`, () =>
        runVitest(`thorough-${browser}`, ['--config', 'e2e/vitest.config.ts', '--tags-filter', 'thorough'], {
          env: { HARK_BROWSER: browser },
          timeout: SOAK_MS,
        }),
      ),
    ),
  );
  // One after the other: what is measured here must not depend on the other browser's load.
  for (const browser of browsers) {
    await tally.part(`soak in ${browser}`, () =>
      runVitest(`soak-${browser}`, ['--config', 'e2e/vitest.config.ts'], {
        env: { HARK_BROWSER: browser, HARK_SOAK: '1' },
        timeout: SOAK_MS,
      }),
    );
  }
}
tally.finish('soak');
