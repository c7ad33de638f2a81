import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Tests without a browser. HARK_SOAK=1 runs the long-running checks instead. */
export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: process.env.HARK_SOAK
      ? ['lib/**/*.soak.ts', 'scripts/**/*.soak.ts']
      : [
          'lib/**/*.test.ts',
          'entrypoints/**/*.test.ts',
          'components/**/*.test.ts',
          'e2e/practice/**/*.test.ts',
          'scripts/**/*.test.ts',
        ],
    environment: 'node',
  },
});
