import { beforeEach, describe, test } from 'vitest';
import { setUpDesk } from './support/desk';
import { type Bench, useBrowser } from './support/fixture';
import { surviveKills } from './support/kills';

let hark: Bench;

beforeEach(async () => {
  hark = await useBrowser();
  await setUpDesk(hark);
});

describe('a worker that is killed in the midst of its work', () => {
  test('loses nothing that was acknowledged, twenty times', async () => {
    await surviveKills(hark, { kills: 20, seed: Number(process.env.HARK_SEED ?? 7) });
  });
});
