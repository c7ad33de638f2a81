import { CircleCheck, TriangleAlert, Unplug } from 'lucide-react';
import { type Incident, type IncidentState, incidentStateNames } from '../../lib/incidents/incident';
import { sayCount } from '../../lib/text/counts';
import { agoShort } from '../../lib/time/time';

const looks: Record<IncidentState, { icon: typeof Unplug; colour: string }> = {
  suspected: { icon: TriangleAlert, colour: 'text-trouble' },
  known: { icon: Unplug, colour: 'text-complaint' },
  fixed: { icon: CircleCheck, colour: 'text-good' },
};

/** State of an incident as an icon and a word. */
export function IncidentStateMark({ state }: { state: IncidentState }) {
  const { icon: Icon, colour } = looks[state];
  return (
    <span className={`inline-flex shrink-0 items-center gap-1 font-bold ${colour}`}>
      <Icon size={15} aria-hidden />
      {incidentStateNames[state]}
    </span>
  );
}

interface IncidentRowProps {
  incident: Incident;
  cases: number;
  now: number;
  locale: string;
  onOpen(): void;
}

/** An incident in two lines: what and since when; where, and how many wait to hear of it. */
export function IncidentRow({ incident, cases, now, locale, onOpen }: IncidentRowProps) {
  return (
    <li className="border-b border-line">
      <button
        type="button"
        data-row={incident.id}
        onClick={onOpen}
        className="block w-full px-4 py-2 text-left text-sm -outline-offset-2 transition hover:bg-raised"
      >
        <span className="flex items-baseline gap-2">
          <bdi className="min-w-0 truncate text-base font-bold">{incident.title}</bdi>
          <span className="flex-1" />
          <span className="self-center">
            <IncidentStateMark state={incident.state} />
          </span>
        </span>
        <span className="mt-0.5 flex gap-2 text-secondary">
          <bdi className="min-w-0 truncate">{incident.area}</bdi>
          <span className="flex-1" />
          <span className="shrink-0">
            {sayCount(cases, 'case')} · {agoShort(incident.fixedAt ?? incident.since, now, locale)}
          </span>
        </span>
      </button>
    </li>
  );
}
