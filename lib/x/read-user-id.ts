/**
 * The numeric id of a person, where the page happens to tell it: a follow button carries it, in a profile, a list of
 * people or a card. Its label is localised but always names the handle.
 */
export function readUserId(document: Document, handle: string): string | null {
  const named = new RegExp(`@${handle}(?![A-Za-z0-9_])`, 'i');
  for (const button of document.querySelectorAll('[data-testid$="-follow"], [data-testid$="-unfollow"]')) {
    const id = /^(\d{1,25})-(?:un)?follow$/.exec(button.getAttribute('data-testid') ?? '')?.[1];
    if (id && named.test(button.getAttribute('aria-label') ?? '')) return id;
  }
  return null;
}
