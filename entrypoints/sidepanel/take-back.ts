import type { Notices } from '../../components/use-notice';
import { describeFailure } from '../../lib/desk/failure';
import { desk } from '../../lib/desk/local';
import { announceCustomers } from '../../lib/tabs';
import { askWorker } from './ask-worker';

/** Takes back what a click on "Open case" did, wherever it was, and says what came of it. */
export async function takeBack(requestId: string, notices: Notices): Promise<void> {
  try {
    const undone = await desk.undo(requestId);
    if (!undone.ok) return notices.warn(undone.reason);
    void announceCustomers(undone.handles);
    void askWorker('caseUndone', {});
    notices.tell('Taken back');
  } catch (error) {
    notices.warn(describeFailure(error, null));
  }
}
