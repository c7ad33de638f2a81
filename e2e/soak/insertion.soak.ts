import { beforeEach, describe } from 'vitest';
import { setUpDesk } from '../support/desk';
import { type Bench, useBrowser } from '../support/fixture';
import { testInsertion } from '../support/insertion';

let hark: Bench;

beforeEach(async () => {
  hark = await useBrowser();
  await setUpDesk(hark);
});

describe('a hundred texts', () => testInsertion(() => hark, 1));
