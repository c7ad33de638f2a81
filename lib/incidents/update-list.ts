import { type Incident, type LinkedCase, perCustomer } from './incident';

/** Customers who should hear of a change, told one by one, each by a reply of their own. Nothing is sent by itself. */
export interface UpdateList {
  incidentId: string;
  /** The message as it was when the list was made. */
  message: string;
  startedAt: number;
  items: UpdateItem[];
}

export interface UpdateItem {
  caseId: string;
  customerId: string;
  state: 'to tell' | 'told' | 'skipped';
  /** When it was told or skipped; null before. */
  at: number | null;
}

/** Makes the list for an incident that has changed: each customer once, who has waited longest first. */
export function startUpdate(
  incident: Pick<Incident, 'id' | 'message'>,
  cases: readonly (LinkedCase & { waitingSince: number | null })[],
  now: number,
): UpdateList {
  const waits = ({ waitingSince }: { waitingSince: number | null }): number => waitingSince ?? Number.POSITIVE_INFINITY;
  const inOrder = perCustomer(cases).sort((one, other) =>
    waits(one) === waits(other) ? one.updatedAt - other.updatedAt : waits(one) - waits(other),
  );
  return {
    incidentId: incident.id,
    message: incident.message,
    startedAt: now,
    items: inOrder.map(({ caseId, customerId }) => ({ caseId, customerId, state: 'to tell', at: null })),
  };
}

/** Notes that a customer was told or passed over, or takes that back. */
export function marked(list: UpdateList, caseId: string, state: UpdateItem['state'], now: number): UpdateList {
  const items = list.items.map((item) =>
    item.caseId === caseId ? { ...item, state, at: state === 'to tell' ? null : now } : item,
  );
  return { ...list, items };
}

/** Adds customers who were linked since; those who are on the list stay as they are. */
export function withLinked(list: UpdateList, cases: readonly LinkedCase[]): UpdateList {
  const known = new Set(list.items.map(({ customerId }) => customerId));
  const added = perCustomer(cases).filter(({ customerId }) => !known.has(customerId));
  const items = added.map(({ caseId, customerId }): UpdateItem => ({ caseId, customerId, state: 'to tell', at: null }));
  return { ...list, items: [...list.items, ...items] };
}

/** The customer to write to next, after the one at hand if there is one; null when all are done. */
export function nextToTell({ items }: UpdateList, after: string | null = null): UpdateItem | null {
  const from = items.findIndex(({ caseId }) => caseId === after) + 1;
  const inTurn = [...items.slice(from), ...items.slice(0, from)];
  return inTurn.find(({ state }) => state === 'to tell') ?? null;
}

/** How far it is, also in words: "3 of 12 told". */
export function progressOf({ items }: UpdateList): {
  told: number;
  skipped: number;
  left: number;
  of: number;
  words: string;
} {
  const count = (state: UpdateItem['state']): number => items.filter((item) => item.state === state).length;
  const told = count('told');
  const skipped = count('skipped');
  const of = items.length;
  const words = `${told} of ${of} told${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  return { told, skipped, left: count('to tell'), of, words };
}
