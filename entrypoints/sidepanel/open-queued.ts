import type { Notices } from '../../components/use-notice';
import { askWorker } from './ask-worker';
import { takeBack } from './take-back';

/** A case that was opened from the panel. */
export interface OpenedHere {
  handle: string;
  caseId: string;
  requestId: string;
}

/** Opens a case on a tweet of the list and says what came of it. */
export async function openQueued(
  tweet: { id: string; handle: string },
  notices: Notices,
  onOpened: (opened: OpenedHere) => void,
): Promise<void> {
  const requestId = crypto.randomUUID();
  const answer = await askWorker('openQueued', { requestId, tweetId: tweet.id });
  if (!answer.ok) return notices.warn(answer.reason);
  if (!answer.value) return notices.warn('This tweet has just left the list. Find it on X to open a case.');
  const { kind, caseNumber, caseId, handle } = answer.value;
  onOpened({ handle, caseId, requestId });
  const did = {
    created: `Case #${caseNumber} opened`,
    added: `Added to case #${caseNumber}`,
    reopened: `Case #${caseNumber} reopened`,
    shown: `Already in case #${caseNumber}`,
  }[kind];
  notices.tell(`${did}: @${tweet.handle}`, kind === 'shown' ? undefined : () => void takeBack(requestId, notices));
}
