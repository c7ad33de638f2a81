import { browser } from 'wxt/browser';
import { makeBackup } from '../../lib/backup/make';
import { describeFailure } from '../../lib/desk/failure';
import { factsOf } from '../../lib/diagnostics/errors';
import { sendMessage } from '../../lib/messaging';

/** A page that nobody sees: it makes the daily backup where the worker cannot, and stays until it is saved. */
async function make(): Promise<void> {
  try {
    const made = await makeBackup();
    if (made) await sendMessage('backupMade', { ...made, byHand: false });
    else await sendMessage('backupFailed', { reason: 'Another page of Hark was making a backup.', error: null });
  } catch (error) {
    // Of all the extension's own, Chrome gives such a page messages alone: the worker notes the error.
    const { name, spot } = factsOf('backup-maker', error, browser.runtime.getURL('/'));
    await sendMessage('backupFailed', { reason: describeFailure(error, null), error: { name, spot } });
  }
}

void make();
