import { useLiveQuery } from 'dexie-react-hooks';
import { Plus, Unplug } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { IncidentForm } from '../../components/incidents/IncidentForm';
import { IncidentRow } from '../../components/incidents/IncidentRow';
import { Skeleton } from '../../components/Skeleton';
import type { Notices } from '../../components/use-notice';
import { useNow } from '../../components/use-now';
import { db, incidents } from '../../lib/desk/local';
import type { KeptAlarm } from '../../lib/radar/alarms';
import { askWorker } from './ask-worker';
import { IncidentView } from './IncidentView';
import { RadarPart } from './RadarPart';
import { incidentCommands, type NewIncident } from './use-incidents';
import type { QueueView } from './use-queue';

interface IncidentsTabProps {
  by: string | null;
  locale: string;
  notices: Notices;
  /** Id of the incident in view; null for the list. */
  shown: string | null;
  /** Set while a new one is written. */
  making: NewIncident | null;
  onShow(id: string | null): void;
  onMake(making: NewIncident | null): void;
  onOpenCase(handle: string, caseId: string): void;
  alarms: readonly KeptAlarm[];
  queue: QueueView | undefined;
}

/** Outages and the like: one incident instead of three hundred complaints. */
export function IncidentsTab(props: IncidentsTabProps) {
  const { by, locale, notices, shown, making, onShow, onMake, onOpenCase, alarms, queue } = props;
  const now = useNow(30_000);
  const [opened] = useState(() => Date.now());
  const rows = useLiveQuery(async () => {
    const all = await incidents.all();
    const counts = await Promise.all(all.map(({ id }) => db.cases.where('incidentId').equals(id).count()));
    return all.map((incident, index) => ({ incident, cases: counts[index] ?? 0 }));
  });
  const act = incidentCommands(by, notices);
  const alarmed = useMemo(
    () => alarms.flatMap(({ incidentId, tweets }) => (incidentId !== null && incidentId === shown ? tweets : [])),
    [alarms, shown],
  );
  if (making) {
    return (
      <section aria-label="New incident">
        <h2 className="px-4 pt-3 text-lg font-bold">New incident</h2>
        <IncidentForm
          fields={making.fields}
          now={opened}
          saveLabel={saveLabel(making.caseIds.length)}
          onCancel={() => onMake(null)}
          onSave={async (fields) => {
            const id = await act.create(fields, making.caseIds);
            if (id === null) return;
            const { alarmId } = making;
            if (alarmId) void askWorker('settleAlarm', { alarmId, how: 'opened', incidentId: id });
            onMake(null);
            onShow(id);
          }}
        />
      </section>
    );
  }
  if (!rows) return <Skeleton rows={3} />;
  const chosen = rows.find(({ incident }) => incident.id === shown);
  if (chosen) {
    return (
      <IncidentView
        key={chosen.incident.id}
        incident={chosen.incident}
        {...{ by, now, locale, notices, onOpenCase }}
        queued={queue?.listed ?? []}
        alarmed={alarmed}
        onBack={() => onShow(null)}
      />
    );
  }
  // An alarm comes back if the incident that was opened for it is taken back.
  const unsettled = alarms.filter(
    ({ state, incidentId }) => state !== 'opened' || !rows.some(({ incident }) => incident.id === incidentId),
  );
  const cards = unsettled.map((alarm) => (
    <RadarPart key={alarm.id} {...{ alarm, queue, now, locale, notices, onMake }} />
  ));
  const make = (): void => onMake({ fields: {}, caseIds: [] });
  if (rows.length === 0) {
    return cards.length > 0 ? (
      cards
    ) : (
      <EmptyState icon={Unplug} title="No incident">
        <p>
          An outage is one incident with many people who wait to hear of it. Open one here, or from a case; Hark then
          proposes the cases that fit, and replies use its message.
        </p>
        <Button look="primary" icon={Plus} onClick={make}>
          New incident
        </Button>
      </EmptyState>
    );
  }
  return (
    <>
      {cards}
      <div className="flex justify-end border-b border-line px-4 py-2">
        <Button icon={Plus} onClick={make}>
          New incident
        </Button>
      </div>
      <ul aria-label="Incidents">
        {rows.map(({ incident, cases }) => (
          <IncidentRow key={incident.id} {...{ incident, cases, now, locale }} onOpen={() => onShow(incident.id)} />
        ))}
      </ul>
    </>
  );
}

function saveLabel(cases: number): string {
  if (cases === 0) return 'Open incident';
  return cases === 1 ? 'Open and link the case' : `Open and link ${cases} cases`;
}
