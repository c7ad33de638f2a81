/** What to say where the browser does not let Hark copy what stands on screen. */
export const COPY_REFUSED = 'The browser did not let Hark copy it. Select it and copy it by hand.';

/**
 * Puts a text on the clipboard. Must be called in the turn of the rep's click: browsers allow it only then.
 *
 * @returns false where the browser did not allow it; what to do then is for the caller to say
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
