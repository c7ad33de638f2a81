/*
 * Another window with an older Hark may hold the database. Browsers open it for one after the other, and tell only the
 * first that they have to wait for that window. Whoever stands behind hears nothing at all: they learn it from a lock,
 * which the first one holds.
 */

/** How long another window may take to let go of an older database, in milliseconds; panels do so at once. */
const LET_GO_WITHIN = 4_000;

const lockOf = (database: string): string => `hark-held-up:${database}`;
/** Where tests run there are none. */
const locksHere = (): LockManager | undefined => (globalThis.navigator as Navigator | undefined)?.locks;

/**
 * Watches an attempt to open a database.
 *
 * @param giveUp called once, if nothing comes of it because another window does not let go
 */
export function watchHeldUp(request: IDBOpenDBRequest, database: string, giveUp: () => void): void {
  const locks = locksHere();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isHeard = false;
  for (const event of ['blocked', 'upgradeneeded', 'success', 'error']) {
    request.addEventListener(event, () => {
      isHeard = true;
      clearTimeout(timer);
    });
  }
  request.addEventListener('blocked', () => {
    timer = setTimeout(giveUp, LET_GO_WITHIN);
    const ended = new Promise<void>((resolve) => {
      for (const end of ['success', 'error']) request.addEventListener(end, () => resolve());
    });
    // Until that is over, or this page is: the request stands, and others behind it, also when nobody waits any more.
    void locks?.request(lockOf(database), { mode: 'shared' }, () => ended).catch(() => undefined);
  });
  // Much else may take long: a slow disk, or another page that brings the rows to this version.
  const lookBefore = async (): Promise<void> => {
    const { held = [] } = (await locks?.query().catch(() => null)) ?? {};
    if (isHeard) return;
    if (held.some(({ name }) => name === lockOf(database))) giveUp();
    else timer = setTimeout(lookBefore, LET_GO_WITHIN);
  };
  if (locks) timer = setTimeout(lookBefore, LET_GO_WITHIN);
}
