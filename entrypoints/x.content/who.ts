import { readAccount, readRoute } from '../../lib/x/page';

/** Null until the worker has said as whom the brand posts. Lower case. */
let accounts: ReadonlySet<string> | null = null;
/** X shows it in its navigation, which some dialogs and narrow windows hide. */
let account: string | null = null;

/** Sets as whom the brand posts, lower case. */
export function setAccounts(handles: readonly string[]): void {
  accounts = new Set(handles);
}

/** Who is logged in, as far as X has shown it. */
export function accountNow(): string | null {
  account = readAccount(document) ?? account;
  return account;
}

/** True of an account as which the brand posts. */
export function isOfBrand(handle: string | null): boolean {
  return handle !== null && (accounts?.has(handle.toLowerCase()) ?? false);
}

/** True where private messages are written, or as long as it is not known as whom the brand posts. */
export function isNobodysBusiness(): boolean {
  // Before the worker has answered nobody can have written anything that it had to look over; and where it never
  // answers, it is not known that this is not somebody's private life. So: let it be.
  return accounts === null || readRoute(location.href).kind === 'messages';
}
