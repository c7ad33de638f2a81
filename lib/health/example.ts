import type { PageReport } from './health';

/** What a page tells of itself where all is well, for tests. */
export const report: PageReport = {
  page: 'one',
  loggedOut: false,
  tweets: 20,
  without: { id: 0, author: 0, text: 1 },
  focal: false,
  loose: 0,
  undrawn: 0,
  lasting: false,
  settings: true,
  seen: 40,
  marked: 3,
};
