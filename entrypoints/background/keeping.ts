import { browser } from 'wxt/browser';
import { context, db } from '../../lib/desk/local';
import { purge } from '../../lib/desk/retention';
import { makeTurns } from '../../lib/queue/in-turn';
import { readPurgedAt, readRetention, writePurgedAt } from '../../lib/settings/keeping';
import { announceCustomers } from '../../lib/tabs';
import { alongside } from './queue';

const ALARM = 'keeping';
const DAY = 24 * 60 * 60 * 1000;

/** One after the other: two at once would both find that it is a day since the last time. */
const inTurn = makeTurns();

/**
 * Purges what was closed long ago, if the team wants that by itself and it is a day since the last time, and arms the
 * alarm for the next one. Calling it once too often does nothing.
 */
export function tidyKept(): void {
  alongside('Purging', inTurn(tidy));
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
  const when = (isDue ? now : last) + DAY;
  if ((await browser.alarms.get(ALARM))?.scheduledTime !== when) browser.alarms.create(ALARM, { when });
}

/**
 * Keeps the retention that the team has set. Alarms only wake: they may be lost, so that each start looks too.
 *
 * @param policyKnown settles when the team's policy has been taken over
 */
export function watchKeeping(policyKnown: Promise<void>): void {
  // Nothing is purged before the worker knows what the team wants now.
  void inTurn(() => policyKnown);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) tidyKept();
  });
  tidyKept();
}
