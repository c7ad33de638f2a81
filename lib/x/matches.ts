/**
 * The addresses on which Hark works: both names of the site and both layouts. When the site changed its name in 2024,
 * extensions that had declared only one stopped working.
 */
export const X_MATCHES = [
  'https://x.com/*',
  'https://twitter.com/*',
  'https://mobile.x.com/*',
  'https://mobile.twitter.com/*',
];
