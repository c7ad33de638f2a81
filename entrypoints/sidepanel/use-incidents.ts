import type { Notices } from '../../components/use-notice';
import { describeFailure } from '../../lib/desk/failure';
import type { IncidentStep } from '../../lib/desk/incidents';
import { desk, incidents } from '../../lib/desk/local';
import type { Incident, IncidentFields } from '../../lib/incidents/incident';
import { announceCustomers } from '../../lib/tabs';
import { sayCount } from '../../lib/text/counts';
import { zoneHere } from '../../lib/time/zone';
import { askWorker } from './ask-worker';

/** What a new incident begins with: the case that it was opened from. */
export interface NewIncident {
  fields: Partial<Incident>;
  caseIds: string[];
  /** The alarm that it is opened for. */
  alarmId?: string;
}

/** What a rep does to incidents; each says what it did, with its undo. */
export interface IncidentCommands {
  /** Gives the new incident's id, or null if it failed. */
  create(fields: IncidentFields, caseIds: readonly string[]): Promise<string | null>;
  change(id: string, fields: Partial<IncidentFields>, said: string): Promise<boolean>;
  link(id: string, caseIds: readonly string[]): Promise<void>;
  /** Links tweets of the list: a case is opened for each that has none. */
  linkTweets(id: string, tweetIds: readonly string[], caseIds: readonly string[]): Promise<void>;
  unlink(caseId: string, number: number): Promise<void>;
  refuse(id: string, caseId: string, number: number): Promise<void>;
  checkIn(id: string): Promise<void>;
  run(change: () => Promise<unknown>): Promise<boolean>;
}

/** The commands, signed by who is at the desk. */
export function incidentCommands(by: string | null, notices: Notices): IncidentCommands {
  const run = async (change: () => Promise<unknown>): Promise<boolean> => {
    try {
      await change();
      return true;
    } catch (error) {
      notices.warn(describeFailure(error, null));
      return false;
    }
  };
  const tell = (said: string, step: IncidentStep): void =>
    notices.tell(said, () => {
      void run(() => incidents.undo(step)).then(() => askWorker('followUpsChanged', {}));
    });
  const step = (change: () => Promise<IncidentStep>, said: (done: IncidentStep) => string): Promise<boolean> =>
    run(async () => {
      const done = await change();
      tell(said(done), done);
    });
  return {
    run,
    create: async (fields, caseIds) => {
      let made: string | null = null;
      await run(async () => {
        const { id, step: done } = await incidents.create(fields, caseIds, by);
        made = id;
        tell(`Incident opened: ${fields.title}`, done);
      });
      return made;
    },
    change: (id, fields, said) =>
      step(
        () => incidents.change(id, fields),
        () => said,
      ),
    link: async (id, caseIds) => {
      await step(
        () => incidents.link(id, caseIds, by),
        ({ cases }) => sayCount(cases.length, 'case linked', 'cases linked'),
      );
    },
    linkTweets: async (id, tweetIds, caseIds) => {
      const opened = await openAll(tweetIds);
      await run(async () => {
        const done = await incidents.link(id, [...caseIds, ...opened.map(({ caseId }) => caseId)], by);
        const left = tweetIds.length - opened.length;
        const said = `${sayCount(done.cases.length, 'case')} linked${opened.length === 0 ? '' : `, ${opened.length} of them new`}`;
        const lost = left === 0 ? '' : `; ${sayCount(left, 'tweet has', 'tweets have')} just left the list`;
        notices.tell(said + lost, () => {
          void run(async () => {
            await incidents.undo(done);
            for (const { requestId } of opened) {
              const undone = await desk.undo(requestId);
              if (undone.ok) void announceCustomers(undone.handles);
            }
          }).then(() => askWorker('caseUndone', {}));
        });
      });
    },
    unlink: async (caseId, number) => {
      await step(
        () => incidents.unlink(caseId, by),
        () => `#${number} parted from the incident`,
      );
    },
    refuse: async (id, caseId, number) => {
      await step(
        () => incidents.refuse(id, caseId),
        () => `#${number} is not part of it`,
      );
    },
    checkIn: async (id) => {
      await step(
        () => incidents.checkIn(id, zoneHere(), by),
        ({ followUpIds }) =>
          followUpIds.length === 0
            ? 'Everybody has a check-in already'
            : `Check-ins for ${sayCount(followUpIds.length, 'customer')}: tomorrow morning`,
      );
      void askWorker('followUpsChanged', {});
    },
  };
}

/** Opens a case for each of these tweets, one after the other; leaves out what is not on the list any more. */
async function openAll(tweetIds: readonly string[]): Promise<{ caseId: string; requestId: string }[]> {
  const opened: { caseId: string; requestId: string }[] = [];
  for (const tweetId of tweetIds) {
    const requestId = crypto.randomUUID();
    const answer = await askWorker('openQueued', { requestId, tweetId });
    if (answer.ok && answer.value) opened.push({ caseId: answer.value.caseId, requestId });
  }
  return opened;
}
