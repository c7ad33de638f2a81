import { sendMessage } from '../../lib/messaging';
import type { Answered, PanelMessages, PanelReplies } from '../../lib/protocol';

/** Asks the worker from the panel; silence is an answer in words too. */
export async function askWorker<Name extends keyof PanelMessages>(
  name: Name,
  data: PanelMessages[Name],
): Promise<Answered<PanelReplies[Name]>> {
  // The typed messenger cannot follow a generic name; data and reply are bound together by the signature above.
  const send = sendMessage as unknown as (
    name: Name,
    data: PanelMessages[Name],
  ) => Promise<Answered<PanelReplies[Name]>>;
  try {
    return await send(name, data);
  } catch {
    return { ok: false, reason: 'Nothing was changed: Hark did not answer. Try again.' };
  }
}
