import { makeBackup } from '../../lib/backup/make';
import { describeFailure } from '../../lib/desk/failure';
import { sendMessage } from '../../lib/messaging';

/** A page that nobody sees: it makes the daily backup where the worker cannot, and stays until it is saved. */
async function make(): Promise<void> {
  try {
    const made = await makeBackup();
    if (made) await sendMessage('backupMade', { ...made, byHand: false });
    else await sendMessage('backupFailed', { reason: 'Another page of Hark was making a backup.' });
  } catch (error) {
    await sendMessage('backupFailed', { reason: describeFailure(error, null) });
  }
}

void make();
