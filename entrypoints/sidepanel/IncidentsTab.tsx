import { useLiveQuery } from 'dexie-react-hooks';
import { Plus, Unplug } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { IncidentForm } from '../../components/incidents/IncidentForm';
import { IncidentRow } from '../../components/incidents/IncidentRow';
import { Skeleton } from '../../components/Skeleton';
import type { Notices } from '../../components/use-notice';
import { useNow } from '../../components/use-now';
import { db, incidents } from '../../lib/desk/local';
import type { Incident } from '../../lib/incidents/incident';
import { IncidentView } from './IncidentView';
import { incidentCommands } from './use-incidents';

/** What a new incident begins with: the case that it was opened from. */
export interface NewIncident {
  fields: Partial<Incident>;
  caseIds: string[];
}

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
}

/** Outages and the like: one incident instead of three hundred complaints. */
export function IncidentsTab(props: IncidentsTabProps) {
  const { by, locale, notices, shown, making, onShow, onMake, onOpenCase } = props;
  const now = useNow(30_000);
  const [opened] = useState(() => Date.now());
  const rows = useLiveQuery(async () => {
    const all = await incidents.all();
    const counts = await Promise.all(all.map(({ id }) => db.cases.where('incidentId').equals(id).count()));
    return all.map((incident, index) => ({ incident, cases: counts[index] ?? 0 }));
  });
  const act = incidentCommands(by, notices);
  if (making) {
    return (
      <section aria-label="New incident">
        <h2 className="px-4 pt-3 text-lg font-bold">New incident</h2>
        <IncidentForm
          fields={making.fields}
          now={opened}
          saveLabel={making.caseIds.length > 0 ? 'Open and link the case' : 'Open incident'}
          onCancel={() => onMake(null)}
          onSave={async (fields) => {
            const id = await act.create(fields, making.caseIds);
            if (id === null) return;
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
        onBack={() => onShow(null)}
      />
    );
  }
  const make = (): void => onMake({ fields: {}, caseIds: [] });
  if (rows.length === 0) {
    return (
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
