import { readRoute, readTheme } from './page';
import { selectors } from './selectors';

/** What a maintainer needs to see what X changed: how often each selector fits, and nothing of any tweet. */
export interface Diagnosis {
  route: string;
  language: string;
  direction: string;
  theme: string;
  selectors: Record<string, number>;
}

/** Counts what Hark looks for on the page. */
export function diagnose(document: Document, address: string): Diagnosis {
  const counts: Record<string, number> = {};
  for (const [name, selector] of Object.entries(selectors)) counts[name] = document.querySelectorAll(selector).length;
  return {
    route: readRoute(address).kind,
    language: document.documentElement.lang,
    direction: document.documentElement.dir,
    theme: readTheme(document),
    selectors: counts,
  };
}
