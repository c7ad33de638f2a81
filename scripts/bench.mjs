/**
 * Measures Hark in a real Chromium on the practice page, with and without it, and prints the figures. Nothing is
 * asserted: times depend on the computer, so ratios within one run are what to look at.
 *
 * npm run bench                                 every part; scripts/README.md says what each figure is
 * npm run -s bench -- --json                    JSON only
 * npm run bench -- --only start,judging,delay,scroll,memory,panel,backup,reports
 * npm run bench -- --tweets 300                 shorter, to try something out
 * npm run bench -- --only reports --cases 20000  a quieter year than the usual 100,000 cases
 * npm run bench -- --only panel,backup --cases 10000   a smaller desk to use, back up and restore
 */
import { parseArgs } from 'node:util';
import { prepare, SetupError } from './setup.mjs';
import { choose } from './support/options.mjs';
import { runTool, TOOLS } from './support/run.mjs';

const PARTS = ['start', 'judging', 'delay', 'scroll', 'memory', 'panel', 'backup', 'reports'];

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    tweets: { type: 'string', default: '2000' },
    cases: { type: 'string', default: '100000' },
  },
});
const parts = choose(values.only, PARTS);
// What set-up says would be in the way of whoever reads the JSON.
if (values.json) console.log = console.error;

try {
  await prepare({ browsers: ['chromium'] });
  const args = [
    '--tweets',
    values.tweets,
    '--cases',
    values.cases,
    '--only',
    parts.join(','),
    ...(values.json ? ['--json'] : []),
  ];
  const { code } = await runTool(TOOLS.tsx, ['e2e/bench/bench.ts', ...args], { show: true });
  process.exit(code);
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(error.message);
  process.exit(1);
}
