import { selectors } from './selectors';

const AVATAR = 'UserAvatar-Container-';

/**
 * The handle of the customer with whom an open conversation is, or null where its header does not name exactly one. It
 * looks at names of elements in the header, and at nothing that anybody has written.
 *
 * @param account who is logged in
 */
export function readCorrespondent(document: Document, account: string | null): string | null {
  const handles = new Map<string, string>();
  for (const header of document.querySelectorAll(selectors.conversationHeader)) {
    for (const avatar of header.querySelectorAll(selectors.avatar)) {
      const handle = avatar.getAttribute('data-testid')?.slice(AVATAR.length) ?? '';
      if (/^[A-Za-z0-9_]{1,20}$/.test(handle)) handles.set(handle.toLowerCase(), handle);
    }
  }
  if (account) handles.delete(account.toLowerCase());
  const [only, ...others] = handles.values();
  return only !== undefined && others.length === 0 ? only : null;
}
