import { type FollowUp, newFollowUp } from '../follow-ups/follow-up';

/** How sure the team is of it, and whether it is over. */
export const incidentStates = ['suspected', 'known', 'fixed'] as const;
export type IncidentState = (typeof incidentStates)[number];

export const incidentStateNames: Record<IncidentState, string> = {
  suspected: 'Suspected',
  known: 'Known',
  fixed: 'Fixed',
};

/** An outage, or anything else that hits many customers at once. Times are milliseconds since 1970. */
export interface Incident {
  id: string;
  title: string;
  /** Where, in parts between commas: "Whitten, Harrow Street". */
  area: string;
  state: IncidentState;
  since: number;
  /** When it should be over, as far as anybody can say. */
  expected: number | null;
  /** What replies and notices say of it, word for word. */
  message: string;
  link: string | null;
  /** The language of the message, as X's code; null where nobody said. */
  lang: string | null;
  createdAt: number;
  updatedAt: number;
  fixedAt: number | null;
  /** Signature of the rep who opened it, or null. */
  by: string | null;
}

/** What of an incident a rep writes. */
export type IncidentFields = Pick<
  Incident,
  'title' | 'area' | 'state' | 'since' | 'expected' | 'message' | 'link' | 'lang'
>;

/** True until it is fixed. */
export function isOpen({ state }: Pick<Incident, 'state'>): boolean {
  return state !== 'fixed';
}

/** An incident with some fields changed. */
export function changed(incident: Incident, fields: Partial<IncidentFields>, now: number): Incident {
  const next = { ...incident, ...fields, updatedAt: now };
  return { ...next, fixedAt: isOpen(next) ? null : (incident.fixedAt ?? now) };
}

/** True if the customers who wait should hear of a change. */
export function isNews(before: Incident, after: Incident): boolean {
  return (
    before.message.trim() !== after.message.trim() || before.state !== after.state || before.expected !== after.expected
  );
}

/** The parts of an area, each of which is the place: "Whitten, Harrow Street". */
export function partsOf(area: string): string[] {
  return area
    .split(/[,;/]|\s[–-]\s/)
    .map((part) => part.trim())
    .filter((part) => part.length > 1);
}

/** A linked case, as far as checking in goes. */
export interface LinkedCase {
  caseId: string;
  customerId: string;
  /** When the case was last touched, to tell the one to write to where a customer has several. */
  updatedAt: number;
}

/** Each customer once, with the case that was touched last. */
export function perCustomer<Linked extends LinkedCase>(cases: readonly Linked[]): Linked[] {
  const latest = new Map<string, Linked>();
  for (const linked of cases) {
    const known = latest.get(linked.customerId);
    if (!known || known.updatedAt < linked.updatedAt) latest.set(linked.customerId, linked);
  }
  return [...latest.values()];
}

/**
 * The check-ins of all customers of a fixed incident: due at the same time and of one incident, so that they are one
 * item with one notification. Whoever has one waiting gets no second one.
 */
export function checkInsFor(
  incident: Pick<Incident, 'id' | 'title'>,
  cases: readonly LinkedCase[],
  existing: readonly FollowUp[],
  { dueAt, now, by, newId }: { dueAt: number; now: number; by: string | null; newId: () => string },
): FollowUp[] {
  const waiting = new Set(
    existing
      .filter(({ state, incidentId }) => state === 'waiting' && incidentId === incident.id)
      .map(({ caseId }) => caseId),
  );
  return perCustomer(cases)
    .filter(({ caseId }) => !waiting.has(caseId))
    .map(({ caseId }) =>
      newFollowUp(
        newId(),
        { caseId, dueAt, reason: `Is all well after “${incident.title}”?`, by, incidentId: incident.id },
        now,
      ),
    );
}
