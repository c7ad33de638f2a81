/** Gives the path of an installed browser, or undefined. HARK_CHROMIUM and HARK_FIREFOX win over everything found. */
export function findBrowser(name: 'chromium' | 'firefox'): string | undefined;
