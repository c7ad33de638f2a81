import { setTimeout as pause } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import { faultsOf, setUpDesk } from '../support/desk';
import { type Bench, useBrowser } from '../support/fixture';

let hark: Bench;

beforeEach(async () => {
  hark = await useBrowser();
  await setUpDesk(hark);
});

test('an hour of scrolling leaves no stale drawing and nothing behind', async () => {
  const page = await hark.open('/home?more=3000');
  await page.waitForSelector('[data-hark="mark"]');
  const hosts = async (): Promise<number> => page.evaluate(() => document.querySelectorAll('[data-hark]').length);
  const start = await hosts();
  let step = 0;
  for (; step < 600; step++) {
    const end = await page.evaluate(
      (by) => {
        const before = scrollY;
        scrollBy(0, by);
        return scrollY === before;
      },
      step % 12 === 11 ? -6_000 : 1_200,
    );
    await pause(30);
    if (step % 5 === 0) expect(await faultsOf(page)).toEqual([]);
    if (end && step % 12 !== 11) break;
  }
  expect(step).toBeGreaterThan(100);
  // The timeline shows a screenful at a time, so there are never many more drawings than at the start.
  expect(await hosts()).toBeLessThan(start * 3 + 60);
});
