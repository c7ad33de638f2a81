import { browser } from 'wxt/browser';
import { sendMessage } from '../../lib/messaging';
import type { Answered, PageMessages, PageReplies } from '../../lib/protocol';

/** How often a message is tried again, and after how many milliseconds: the worker may be starting or just stopped. */
const RETRY_AFTER = [50, 250, 1_000, 3_000];
/** A worker that was stopped in the middle of its work never answers. */
const GIVE_UP_AFTER = 5_000;

/** Hark was updated, reloaded or removed while this page was open: it cannot reach its worker any more. */
export class OrphanedError extends Error {
  override name = 'OrphanedError';
}

/** The worker said no; the message is meant for the rep. */
export class RefusedError extends Error {
  override name = 'RefusedError';
}

/** True while this content script still belongs to a running extension. */
export function isConnected(): boolean {
  try {
    return Boolean(browser.runtime?.id);
  } catch {
    return false;
  }
}

/**
 * Asks the worker. Repeats the question if the worker was stopped meanwhile, so that no click is lost; all messages
 * are safe to repeat.
 *
 * @throws {OrphanedError} if the extension is gone
 * @throws {RefusedError} if the worker answers that it cannot be done
 * @throws {Error} the last failure, if no answer came at all
 */
export async function ask<Name extends keyof PageMessages>(
  name: Name,
  data: PageMessages[Name],
): Promise<PageReplies[Name]> {
  for (let attempt = 0; ; attempt++) {
    try {
      // The typed messenger cannot follow a generic name; data and reply are bound together by the signature above.
      const send = sendMessage as unknown as (
        name: Name,
        data: PageMessages[Name],
      ) => Promise<Answered<PageReplies[Name]> | undefined>;
      const answer = await inTime(send(name, data), GIVE_UP_AFTER);
      if (answer) tellUnanswered();
      if (answer?.ok) return answer.value;
      if (answer) throw new RefusedError(answer.reason);
      throw new Error('The worker went away.');
    } catch (error) {
      // Asked only now: what the browser asks for it is dear while the rep scrolls.
      if (!isConnected()) throw new OrphanedError('The extension is gone.');
      const wait = RETRY_AFTER[attempt];
      if (wait === undefined || error instanceof RefusedError) {
        if (wait === undefined && name !== 'unanswered') unanswered.add(name);
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

/** Messages to which no answer came, until one does. */
const unanswered = new Set<keyof PageMessages>();

/** Tells the worker, once it answers again, what it did not answer: nobody else could. */
function tellUnanswered(): void {
  if (unanswered.size === 0) return;
  const names = [...unanswered];
  unanswered.clear();
  void ask('unanswered', { names }).catch(() => {});
}

/** Waits for an answer; with the answer its alarm clock is gone, for while the rep scrolls there are many. */
function inTime<Answer>(answer: Promise<Answer>, delay: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The worker did not answer.')), delay);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
