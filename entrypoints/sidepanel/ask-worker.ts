import { sendMessage } from '../../lib/messaging';
import type { Answered, PanelMessages, PanelReplies } from '../../lib/protocol';

/** When a question is asked again, in milliseconds: the worker may have been stopped in the midst of it. */
const RETRY_AFTER = [50, 250, 1_000];

/**
 * Asks the worker from the panel; silence is an answer in words too. All messages are safe to repeat: the worker does
 * once what it is asked twice.
 */
export async function askWorker<Name extends keyof PanelMessages>(
  name: Name,
  data: PanelMessages[Name],
): Promise<Answered<PanelReplies[Name]>> {
  // The typed messenger cannot follow a generic name; data and reply are bound together by the signature above.
  const send = sendMessage as unknown as (
    name: Name,
    data: PanelMessages[Name],
  ) => Promise<Answered<PanelReplies[Name]>>;
  for (let attempt = 0; ; attempt++) {
    try {
      return await send(name, data);
    } catch {
      const wait = RETRY_AFTER[attempt];
      // It may have been done all the same, just before the worker was stopped.
      if (wait === undefined)
        return { ok: false, reason: 'Hark did not answer. See whether it is done, or try again.' };
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}
