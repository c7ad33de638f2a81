import { browser } from 'wxt/browser';
import { noteError } from '../../lib/browser/errors';
import { db, followUps } from '../../lib/desk/local';
import { type DueItem, notificationId, notificationWords } from '../../lib/follow-ups/due';
import { makeTurns } from '../../lib/queue/in-turn';
import { readShift } from '../../lib/settings/shift';
import { goToX, writeLooking } from '../../lib/tabs';
import { zoneHere } from '../../lib/time/zone';
import { showDue } from './health';

const ALARM = 'follow-ups';

/** One after the other: two wakings at once would arm the alarm in any order. */
const inTurn = makeTurns();

/**
 * Tells what is due and arms the alarm for what comes next. To be called whenever the worker starts, an alarm rings, or
 * a follow-up or the quiet hours have changed; calling it once too often does nothing.
 *
 * @param changed false for a worker that merely starts: the buttons of all tabs show already what they should
 */
export function remind({ changed = true } = {}): Promise<void> {
  return inTurn(() => wakeUp(changed)).catch((error: unknown) => {
    // The panel and the badge show it all the same.
    console.warn('Follow-ups could not be looked through.', error instanceof Error ? error.name : '');
    noteError('Follow-ups', error);
  });
}

async function wakeUp(changed: boolean): Promise<void> {
  const { quiet } = await readShift(db);
  const { notify, nextWake } = await followUps.wake({ zone: zoneHere(), quiet });
  // Alarms may be lost (a restart, an update); this one is set anew each time.
  if (nextWake === null) await browser.alarms.clear(ALARM);
  else browser.alarms.create(ALARM, { when: nextWake });
  for (const item of notify) await tell(item);
  if (changed || notify.length > 0) await showDue();
}

/** Shows a notification, if the rep allows it. */
async function tell(item: DueItem): Promise<void> {
  if (!(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
  const { title, message } = notificationWords(item, await nameOf(item));
  try {
    await browser.notifications.create(notificationId(item), {
      type: 'basic',
      iconUrl: browser.runtime.getURL('/icon/128.png'),
      title,
      message,
    });
  } catch {
    // A system without notifications: badge and panel carry it.
  }
}

/** What a notification is about: "@june_draws, case #12"; never a tweet's words, since others may see the screen. */
async function nameOf(item: DueItem): Promise<string> {
  if (item.kind === 'incident') return 'check-ins after an incident';
  const known = await db.cases.get(item.followUp.caseId);
  const customer = known && (await db.customers.get(known.customerId));
  return known && customer ? `@${customer.handle}, case #${known.number}` : 'a follow-up';
}

/** The rep has clicked a notification: the panel shows the case, beside a page of X. */
async function open(notification: string): Promise<void> {
  await browser.notifications.clear(notification);
  const [kind, id = ''] = notification.split(':');
  const followUp = kind === 'follow-up' ? await db.followUps.get(id) : undefined;
  const known = followUp && (await db.cases.get(followUp.caseId));
  const customer = known && (await db.customers.get(known.customerId));
  const tabId = await goToX();
  if (tabId !== null && customer) {
    await writeLooking(tabId, { handle: customer.handle, tweetId: null, at: Date.now(), asked: true });
  }
}

/** Keeps the reps' promises in mind. Listeners are set at once, since the worker is started for them. */
export function watchFollowUps(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void remind();
  });
  browser.runtime.onStartup.addListener(() => void remind());
  browser.runtime.onInstalled.addListener(() => void remind());
  // There is no such part of the browser before the permission is given.
  const listen = (): void => {
    if (browser.notifications && !browser.notifications.onClicked.hasListener(clicked)) {
      browser.notifications.onClicked.addListener(clicked);
    }
  };
  listen();
  browser.permissions.onAdded.addListener(listen);
  // Whatever has started the worker.
  void remind({ changed: false });
}

const clicked = (notification: string): void => void open(notification);
