import { browser } from 'wxt/browser';
import { context, db } from '../../lib/desk/local';
import { purge } from '../../lib/desk/retention';
import { readPurgedAt, readRetention, writePurgedAt } from '../../lib/settings/keeping';
import { announceCustomers } from '../../lib/tabs';

const ALARM = 'keeping';
const DAY = 24 * 60 * 60 * 1000;

let turn: Promise<void> = Promise.resolve();

/**
 * Purges what was closed long ago, if the team wants that by itself and it is a day since the last time, and arms the
 * alarm for the next one. Calling it once too often does nothing.
 */
export function tidyKept(): Promise<void> {
  turn = turn.then(tidy).catch((error: unknown) => {
    console.warn('Closed cases could not be purged.', error instanceof Error ? error.name : '');
  });
  return turn;
}

async function tidy(): Promise<void> {
  const { days, daily } = await readRetention(db);
  if (!daily) {
    await browser.alarms.clear(ALARM);
    return;
  }
  const last = await readPurgedAt(db);
  const now = Date.now();
  // A clock that was set back must not put it off for years.
  const isDue = last === null || now - last >= DAY || last > now;
  if (isDue) {
    const gone = await purge(context, { days, by: null });
    await writePurgedAt(db, now);
    if (gone.cases > 0) await announceCustomers([]);
  }
  browser.alarms.create(ALARM, { when: (isDue ? now : (last ?? now)) + DAY });
}

/** Keeps the retention that the team has set. Alarms only wake: they may be lost, so that each start looks too. */
export function watchKeeping(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void tidyKept();
  });
  browser.runtime.onStartup.addListener(() => void tidyKept());
  browser.runtime.onInstalled.addListener(() => void tidyKept());
  void tidyKept();
}
