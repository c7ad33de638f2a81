/** Where X lives now; its other addresses lead here. */
export const X_COM = 'https://x.com/*';

/**
 * The addresses on which Hark works: both names of the site and both layouts. When the site changed its name in 2024,
 * extensions that had declared only one stopped working.
 */
export const X_MATCHES = [X_COM, 'https://twitter.com/*', 'https://mobile.x.com/*', 'https://mobile.twitter.com/*'];

const X_HOSTS = new Set(X_MATCHES.map((pattern) => pattern.split('/')[2]));

/** True for an address on which Hark works. */
export function isOnX(address: string | undefined): boolean {
  try {
    const { protocol, host } = new URL(address ?? '');
    return protocol === 'https:' && X_HOSTS.has(host);
  } catch {
    return false;
  }
}
