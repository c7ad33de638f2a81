import { browser } from 'wxt/browser';

/** Firefox's way to say that nobody has set a policy. */
const NO_POLICY = /managed storage manifest not found/i;

/**
 * What the browser's administrators have set for Hark; undefined where nothing is set.
 *
 * @throws {Error} if the browser cannot tell: then what held before goes on
 */
export async function readManaged(): Promise<unknown> {
  try {
    return await browser.storage.managed.get();
  } catch (error) {
    if (error instanceof Error && NO_POLICY.test(error.message)) return undefined;
    throw error;
  }
}
