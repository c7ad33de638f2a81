import { beforeEach, expect, test } from 'vitest';
import { setUpDesk } from '../support/desk';
import { type Bench, useBrowser } from '../support/fixture';
import { surviveKills } from '../support/kills';

let hark: Bench;

beforeEach(async () => {
  hark = await useBrowser();
  await setUpDesk(hark);
});

test('no acknowledged write is lost in 250 random kills', async () => {
  const seed = Number(process.env.HARK_SEED ?? Date.now() % 100_000);
  console.log(`Seed of the kills: ${seed} (HARK_SEED=${seed} repeats them)`);
  expect(seed).toBeGreaterThan(0);
  await surviveKills(hark, { kills: 250, seed });
});
