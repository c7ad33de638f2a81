import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const browser = process.env.HARK_BROWSER ?? 'chromium';
const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Browser tests. One run drives one browser, named by HARK_BROWSER; `npm test` starts one for each, side by side.
 * HARK_SOAK=1 runs the long-running checks instead, and so does `--tags-filter thorough` with the tests that
 * `npm test` leaves to the soak.
 */
export default defineConfig({
  root: folder('.'),
  test: {
    name: browser,
    include: process.env.HARK_SOAK ? ['soak/**/*.soak.ts'] : ['*.e2e.ts'],
    setupFiles: ['support/setup.ts'],
    passWithNoTests: true,
    // One worker keeps its modules, and with them one browser, for all files.
    pool: 'forks',
    maxWorkers: 1,
    isolate: false,
    fileParallelism: false,
    tags: [
      { name: 'thorough', description: 'Pictures, barriers, and variants of what another test shows: for the soak.' },
    ],
    // Two real browsers share two noisy cores. What fails each time is broken; what failed once is named in the report.
    retry: process.env.HARK_SOAK ? 0 : 2,
    testTimeout: process.env.HARK_SOAK ? 30 * 60_000 : 60_000,
    hookTimeout: 90_000,
    teardownTimeout: 20_000,
  },
});
