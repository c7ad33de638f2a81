import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { FollowUpRow } from '../../components/follow-ups/FollowUpList';
import type { Notices } from '../../components/use-notice';
import { describeFailure } from '../../lib/desk/failure';
import type { FollowUpStep } from '../../lib/desk/follow-ups';
import { db, followUps } from '../../lib/desk/local';
import { dueCount } from '../../lib/follow-ups/due';
import type { FollowUp, NewFollowUp } from '../../lib/follow-ups/follow-up';
import { sayWhen } from '../../lib/follow-ups/when';
import { zoneHere } from '../../lib/time/zone';
import { askWorker } from './ask-worker';

/** Follow-ups that wait, with whom they are for; undefined while they are read. */
export function useFollowUps(): FollowUpRow[] | undefined {
  return useLiveQuery(async () => {
    const waiting = await followUps.waiting();
    const cases = await db.cases.bulkGet(waiting.map(({ caseId }) => caseId));
    const customers = await db.customers.bulkGet(cases.map((known) => known?.customerId ?? ''));
    const incidents = await db.incidents.bulkGet(waiting.map(({ incidentId }) => incidentId ?? ''));
    return waiting.flatMap((followUp, index): FollowUpRow[] => {
      const known = cases[index];
      const customer = customers[index];
      // A case that was taken back takes its follow-ups out of sight.
      if (!known || !customer) return [];
      return [
        {
          followUp,
          caseNumber: known.number,
          name: customer.name,
          handle: customer.handle,
          incident: incidents[index]?.title ?? null,
        },
      ];
    });
  });
}

/** Timers are set no longer ahead than this, in milliseconds: browsers count them in 31 bits. */
const FARTHEST = 60 * 60_000;

/** How many items are due among these: it changes in the very second in which one falls due. */
export function useDueCount(rows: readonly FollowUpRow[] | undefined): number {
  const [now, setNow] = useState(Date.now);
  const next = rows?.find(({ followUp }) => followUp.dueAt > now)?.followUp.dueAt ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is further ahead takes one timer after the other
  useEffect(() => {
    const timer = setTimeout(
      () => setNow(Date.now()),
      Math.min(FARTHEST, next === null ? FARTHEST : Math.max(0, next - Date.now()) + 50),
    );
    return () => clearTimeout(timer);
  }, [next, now]);
  return dueCount(
    (rows ?? []).map(({ followUp }) => followUp),
    Math.max(now, Date.now()),
  );
}

/** What the rep can do to follow-ups. Each says what it did, with its undo. */
export interface FollowUpCommands {
  add(wanted: NewFollowUp, handle: string): Promise<void>;
  move(rows: readonly FollowUp[], dueAt: number, handle: string): Promise<void>;
  done(rows: readonly FollowUp[], handle: string): Promise<void>;
  withdraw(rows: readonly FollowUp[], handle: string): Promise<void>;
}

/** The commands, signed by who is at the desk. */
export function followUpCommands(by: string | null, locale: string, notices: Notices): FollowUpCommands {
  const run = async (change: () => Promise<FollowUpStep>, said: string): Promise<void> => {
    try {
      const step = await change();
      void askWorker('followUpsChanged', {});
      if (step.before.length === 0) return notices.warn('This follow-up is gone: it was ended elsewhere.');
      notices.tell(said, () => {
        void followUps
          .undo(step)
          .then(() => askWorker('followUpsChanged', {}))
          .catch((error: unknown) => notices.warn(describeFailure(error, null)));
      });
    } catch (error) {
      notices.warn(describeFailure(error, null));
    }
  };
  const when = (at: number): string => sayWhen(at, Date.now(), zoneHere(), locale).toLowerCase();
  const ids = (rows: readonly FollowUp[]): string[] => rows.map(({ id }) => id);
  return {
    add: async (wanted, handle) => {
      // In the turn of the click, since the browser asks only then.
      const asked = askForNotifications();
      await run(() => followUps.add({ ...wanted, by }), `Reminder for @${handle}: ${when(wanted.dueAt)}`);
      if ((await asked) === 'refused') {
        notices.warn(`Reminder set: ${when(wanted.dueAt)}. Without notifications it shows on the button and in here.`);
      }
    },
    move: (rows, dueAt, handle) =>
      run(
        () => followUps.move(ids(rows), dueAt, by),
        `${rows.length === 1 ? `@${handle}` : `${rows.length} check-ins`}: ${when(dueAt)}`,
      ),
    done: (rows, handle) => run(() => followUps.end(ids(rows), 'done', by), `Done: @${handle}`),
    withdraw: (rows, handle) => run(() => followUps.end(ids(rows), 'withdrawn', by), `Follow-up removed: @${handle}`),
  };
}

const ASKED = 'askedForNotifications';

/** Asks once whether Hark may notify. `refused` only at the time of asking: it is not said again. */
async function askForNotifications(): Promise<'granted' | 'refused' | 'known'> {
  if (localStorage.getItem(ASKED)) return 'known';
  localStorage.setItem(ASKED, '1');
  try {
    return (await browser.permissions.request({ permissions: ['notifications'] })) ? 'granted' : 'refused';
  } catch {
    return 'refused';
  }
}
