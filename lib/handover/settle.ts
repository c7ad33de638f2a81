import type { Case, Customer, CustomerDetails, DeskName, Entry, SettledField } from '../cases/case';
import { compareText } from './canonical';
import { fieldsOf, headsOf, type SingleField, singleFields, standingOf, withOrder } from './fields';
import { detailNames } from './rows';
import { shownDetail } from './versions';

/** What a rep decided about a contradiction. */
export interface Choice {
  /** The case, by its id on this desk. For a detail of the customer: the case whose history tells of the decision. */
  caseId: string;
  /** Set for a detail of the customer, by their id on this desk. */
  customerId?: string;
  field: SettledField;
  value: string | null;
}

export interface Settling {
  desk: DeskName;
  now: number;
  by: string | null;
  newId(): string;
  choices?: readonly Choice[];
}

/**
 * Decides a contradiction between two desks: a new entry that replaces both. Null if there is nothing to decide, or the
 * value is none of those that stand.
 *
 * @param customer as before the decision; only needed for a detail of theirs, which {@link settleCustomer} then sets
 */
export function settleCase(
  known: Case,
  entries: readonly Entry[],
  { field, value, customerId }: Choice,
  { now, by, newId }: Settling,
  customer?: Customer,
): { case: Case; entry: Entry } | null {
  const entryOf = (over: (string | null)[], after?: string[]): Entry => ({
    id: newId(),
    caseId: known.id,
    at: now,
    tweetId: null,
    kind: 'change',
    change: { what: 'settled', field, to: value, over },
    by,
    ...(after ? { after } : {}),
  });
  if (customerId !== undefined) {
    const values = customer && contradictedDetails(customer).find((one) => one.field === field)?.values;
    if (!values || value === null) return null;
    return { case: known, entry: entryOf(values.filter((other) => other !== value)) };
  }
  if (!isCaseField(field)) return null;
  const origins = known.origins ?? [];
  const ordered = withOrder(origins, entries);
  const values = standingOf(origins, ordered, field).map((one) => one.value);
  if (values.length < 2 || !values.includes(value)) return null;
  const over = values.filter((other) => other !== value);
  const entry = entryOf(over, headsOf(origins, ordered, field));
  const fields = fieldsOf(origins, [...ordered, entry]);
  const resolvedAt = field === 'status' ? fields.resolvedAt : known.resolvedAt;
  return { case: { ...known, [field]: fields[field], resolvedAt, updatedAt: Math.max(known.updatedAt, now) }, entry };
}

function isCaseField(field: SettledField): field is SingleField {
  return (singleFields as readonly string[]).includes(field);
}

/** A customer with the details that a rep has chosen: each replaces all that stood against each other. */
export function settleCustomer(customer: Customer, { desk, now, choices }: Settling): Customer {
  let settled = customer;
  for (const { customerId, field, value } of choices ?? []) {
    const name = detailNames.find((detail) => detail === field);
    if (customerId !== customer.id || !name) continue;
    settled = settleDetail(settled, name, value ?? '', desk, now);
  }
  return settled;
}

function settleDetail(
  customer: Customer,
  name: keyof CustomerDetails,
  value: string,
  desk: DeskName,
  now: number,
): Customer {
  const known = customer.versions?.[name] ?? [];
  const seen = new Map<string, number>([[desk.id, now]]);
  for (const version of known) {
    for (const [id, at] of version.seen) seen.set(id, Math.max(at, seen.get(id) ?? at));
  }
  const at = Math.max(now, ...known.filter((version) => version.desk === desk.id).map((version) => version.at + 1));
  seen.set(desk.id, Math.max(at, seen.get(desk.id) ?? at));
  const version = { value, desk: desk.id, at, seen: [...seen].sort(([one], [other]) => compareText(one, other)) };
  return {
    ...customer,
    [name]: value,
    namedByRep: customer.namedByRep || (name === 'name' && value !== ''),
    changedAt: { ...customer.changedAt, [name]: at },
    versions: { ...customer.versions, [name]: [version] },
  };
}

/** Details of a customer that two desks have set differently; the first value is the one that is shown meanwhile. */
export function contradictedDetails(customer: Customer): { field: keyof CustomerDetails; values: string[] }[] {
  return detailNames.flatMap((field) => {
    const { value, others } = shownDetail(customer.versions?.[field] ?? []);
    // Whoever has written it anew since has decided.
    if (others.length === 0 || customer[field] !== value) return [];
    return [{ field, values: [value, ...new Set(others.map((other) => other.value))] }];
  });
}
