import { findBrowser } from '../../scripts/support/find-browser.mjs';

/** Gives the path of an installed browser, or says plainly what is missing. */
export function requireBrowser(name: 'chromium' | 'firefox'): string {
  const path = findBrowser(name);
  if (path) return path;
  const wanted = name === 'chromium' ? 'Chromium, Chrome or Edge' : 'Firefox';
  const variable = name === 'chromium' ? 'HARK_CHROMIUM' : 'HARK_FIREFOX';
  throw new Error(`No ${wanted} was found. Install it, or set ${variable} to the path of its program.`);
}
