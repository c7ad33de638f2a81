/**
 * An address that may be clicked, or null: one of the web. Whatever its way here, from a file, a page or a form, a link
 * that runs a script, opens a file or holds a page of its own is not one.
 */
export function webLink(address: string | undefined): string | null {
  if (address === undefined || !/^https?:\/\/[^\s\\/@]+(?:\/|$|[?#])/i.test(address)) return null;
  try {
    const { protocol, username, password } = new URL(address);
    // Whoever reads "https://x.com@elsewhere" takes it for another place.
    return /^https?:$/.test(protocol) && username + password === '' ? address : null;
  } catch {
    return null;
  }
}
