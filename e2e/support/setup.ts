/** Before each browser test a clean extension; after a failed one a picture of what the browser showed. */
import { afterEach, beforeEach } from 'vitest';
import { browserInUse, cleanBrowser, saveFailure } from './fixture';

beforeEach(async () => {
  await cleanBrowser();
});

afterEach(async ({ task }) => {
  const bench = await browserInUse();
  if (!bench || task.result?.state !== 'fail') return;
  const saved = await saveFailure(bench, task.name);
  // A retry that passes would hide what went wrong.
  for (const { message } of task.result.errors ?? []) console.log(`${task.name}: ${message}`);
  if (saved.length > 0) console.log(`Pictures of the failure: ${saved.join(', ')}`);
});
