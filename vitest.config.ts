import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const folders = ['lib', 'entrypoints', 'components', 'e2e/practice', 'scripts'];

/** Whether a test changes what others see: modules, globals, the clock, or the database. */
const altersTheWorld = (file: string): boolean =>
  /\bvi\.|fake-indexeddb|globalThis/.test(readFileSync(fileURLToPath(new URL(file, import.meta.url)), 'utf8'));

const tests = folders.flatMap((folder) =>
  readdirSync(new URL(folder, import.meta.url), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.test.ts') && !file.includes('/node_modules/')),
);

/** Tests without a browser. HARK_SOAK=1 runs the long-running checks instead. */
export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    environment: 'node',
    // A machine with other work takes its time; what hangs is found all the same.
    testTimeout: 20_000,
    ...(process.env.HARK_SOAK
      ? { include: ['lib/**/*.soak.ts'] }
      : {
          projects: [
            // A process and its modules for all of these: to start them anew for each file would take half of the time.
            {
              extends: true,
              test: { name: 'shared', include: tests.filter((file) => !altersTheWorld(file)), isolate: false },
            },
            { extends: true, test: { name: 'alone', include: tests.filter(altersTheWorld) } },
          ],
        }),
  },
});
