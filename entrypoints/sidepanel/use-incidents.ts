import type { Notices } from '../../components/use-notice';
import { describeFailure } from '../../lib/desk/failure';
import type { IncidentStep } from '../../lib/desk/incidents';
import { incidents } from '../../lib/desk/local';
import type { IncidentFields } from '../../lib/incidents/incident';
import { zoneHere } from '../../lib/time/zone';
import { askWorker } from './ask-worker';

/** What a rep does to incidents; each says what it did, with its undo. */
export interface IncidentCommands {
  /** Gives the new incident's id, or null if it failed. */
  create(fields: IncidentFields, caseIds: readonly string[]): Promise<string | null>;
  change(id: string, fields: Partial<IncidentFields>, said: string): Promise<boolean>;
  link(id: string, caseIds: readonly string[]): Promise<void>;
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
        ({ cases }) => (cases.length === 1 ? '1 case linked' : `${cases.length} cases linked`),
      );
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
            : `Check-ins for ${followUpIds.length === 1 ? '1 customer' : `${followUpIds.length} customers`}: tomorrow morning`,
      );
      void askWorker('followUpsChanged', {});
    },
  };
}
