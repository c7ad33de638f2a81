/** Waiting for what a test needs, and no longer. */
import { setTimeout as pause } from 'node:timers/promises';

/** Pauses between questions grow up to this; in milliseconds. */
export const POLL_MS = 50;

/**
 * Asks again and again until the answer is true; gives the answer. Errors count as "not yet".
 *
 * @param explain what to say if it never is
 */
export async function poll<T>(ask: () => Promise<T>, timeout: number, explain: () => Promise<string>): Promise<T> {
  const end = Date.now() + timeout;
  let last: unknown;
  for (let rest = 5; ; rest = Math.min(rest * 2, POLL_MS)) {
    try {
      const answer = await ask();
      if (answer) return answer;
      last = answer;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) {
      const reason = await explain().catch((error: unknown) => String(error));
      throw new Error(`Waited ${timeout} ms. ${reason} (last: ${String(last)})`, { cause: last });
    }
    await pause(rest);
  }
}

/** Waits until a question has a true answer; gives it. `what` says what is waited for. */
export function eventually<T>(ask: () => Promise<T>, what: string, timeout = 15_000): Promise<T> {
  return poll(ask, timeout, async () => `It did not come to this: ${what}`);
}

/** Waits for something, but no longer than so many milliseconds. */
export async function within<R>(milliseconds: number, promise: Promise<R>, otherwise: string): Promise<R> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(otherwise)), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
