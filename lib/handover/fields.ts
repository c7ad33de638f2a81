import type { Case, CaseBase, CaseFields, CaseOrigin, CaseStatus, Change, Entry } from '../cases/case';
import { compareText } from './canonical';
import type { ChangeEntry } from './rows';

/**
 * What a case's fields are, told by its history alone. Each change says which ones it came after; what nothing came
 * after stands. If two changes stand and differ, two desks have contradicted each other: both are kept, and shown,
 * until a later change replaces both.
 */

/** Fields that hold one value at a time. Tags are a set: adding and removing them contradicts nothing. */
export const singleFields = ['status', 'topic', 'priority', 'route', 'owner'] as const;
export type SingleField = (typeof singleFields)[number];
export type ChangedField = SingleField | 'tags';

/** One value that stands, and where it came from. */
export interface Standing {
  value: string | null;
  at: number;
  by: string | null;
  /** Id of the change, or of the case it was opened with. */
  id: string;
}

const defaults: Record<SingleField, string | null> = {
  status: 'open',
  topic: 'other',
  priority: 'normal',
  route: 'support',
  owner: null,
};

/** Should two statuses contradict each other, the one in which nobody is forgotten is shown. */
const cautious: readonly (string | null)[] = ['open', 'pending', 'resolved', 'closed'] satisfies CaseStatus[];

/** The field that a change sets, or null if it sets none. */
export function fieldOf(change: Change): ChangedField | null {
  switch (change.what) {
    case 'reopened':
      return 'status';
    case 'status':
    case 'topic':
    case 'priority':
    case 'route':
    case 'owner':
    case 'tags':
      return change.what;
    case 'handedOver':
      return change.to === null ? null : 'owner';
    case 'settled':
      return isSingle(change.field) ? change.field : null;
    default:
      return null;
  }
}

function isSingle(field: string): field is SingleField {
  return (singleFields as readonly string[]).includes(field);
}

function valueSet(change: Change): string | null {
  if (change.what === 'reopened') return 'open';
  return 'to' in change && typeof change.to === 'string' ? change.to : null;
}

/** What a change says was there before it; undefined if it says nothing of that. */
function valueBefore(change: Change): string | null | undefined {
  if (change.what === 'settled' || !('from' in change)) return undefined;
  return change.from;
}

/** Changes of one field, oldest first. */
export function changesOfField(entries: readonly Entry[], field: ChangedField): ChangeEntry[] {
  return entries
    .filter((entry): entry is ChangeEntry => entry.kind === 'change' && fieldOf(entry.change) === field)
    .sort((one, other) => one.at - other.at || compareText(one.id, other.id));
}

/** What stands of a field, the one to be shown first. One if all is clear. */
export function standingOf(origins: readonly CaseOrigin[], entries: readonly Entry[], field: SingleField): Standing[] {
  const changes = changesOfField(entries, field);
  const replaced = new Set(changes.flatMap(({ after }) => after ?? []));
  const last = changes.at(-1);
  const set: Standing[] = changes.map(({ id, at, by, change }) => ({ id, at, by, value: valueSet(change) }));
  // What a case is opened with by default was not chosen by anybody: any later change stands above it.
  const opened: Standing[] = origins.map(({ id, base, openedAt }) => ({
    id,
    at: openedAt,
    by: null,
    value: base[field],
  }));
  const chosen = opened.filter(
    ({ value, at }) => value !== defaults[field] || (field === 'status' && (!last || last.at < at)),
  );
  const found = [...set, ...chosen].filter(({ id }) => !replaced.has(id));
  // Only a forged history goes round in circles; then all of it stands.
  const candidates = found.length > 0 ? found : set.length > 0 ? set : opened;
  return distinctValues(candidates.sort((one, other) => compareStanding(field, one, other)));
}

function compareStanding(field: SingleField, one: Standing, other: Standing): number {
  const byCaution = field === 'status' ? cautious.indexOf(one.value) - cautious.indexOf(other.value) : 0;
  return byCaution || other.at - one.at || compareText(one.id, other.id);
}

function distinctValues(standing: readonly Standing[]): Standing[] {
  return standing.filter(({ value }, index) => standing.findIndex((other) => other.value === value) === index);
}

/** All tags of a case: whatever was added somewhere and not removed by somebody who knew of it. */
export function tagsOf(origins: readonly CaseOrigin[], entries: readonly Entry[]): string[] {
  const changes = changesOfField(entries, 'tags');
  const byChange = new Map(changes.map((entry) => [entry.id, entry]));
  const removedAfter = new Map<string, Set<string>>();
  for (const entry of changes) {
    if (entry.change.what !== 'tags' || entry.change.removed.length === 0) continue;
    for (const id of allBefore(entry, byChange)) {
      const gone = removedAfter.get(id) ?? new Set();
      for (const tag of entry.change.removed) gone.add(tag);
      removedAfter.set(id, gone);
    }
  }
  const added = [
    ...origins.map(({ id, openedAt, base }) => ({ id, at: openedAt, tags: base.tags })),
    ...changes.map(({ id, at, change }) => ({ id, at, tags: change.what === 'tags' ? change.added : [] })),
  ].sort((one, other) => one.at - other.at || compareText(one.id, other.id));
  const tags = added.flatMap(({ id, tags: some }) => some.filter((tag) => !removedAfter.get(id)?.has(tag)));
  return [...new Set(tags)];
}

function allBefore(entry: ChangeEntry, byChange: ReadonlyMap<string, ChangeEntry>): Set<string> {
  const before = new Set<string>();
  const waiting = [...(entry.after ?? [])];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (before.has(id)) continue;
    before.add(id);
    waiting.push(...(byChange.get(id)?.after ?? []));
  }
  return before;
}

/** Ids that the next change of a field comes after. */
export function headsOf(origins: readonly CaseOrigin[], entries: readonly Entry[], field: ChangedField): string[] {
  const changes = changesOfField(entries, field);
  const replaced = new Set(changes.flatMap(({ after }) => after ?? []));
  const ids = [...origins.map(({ id }) => id), ...changes.map(({ id }) => id)];
  return ids.filter((id) => !replaced.has(id)).sort(compareText);
}

/**
 * A desk's history with each change saying what it came after. Those that do not say so yet were made here, one after
 * the other, knowing all that came before the last import.
 */
export function withOrder(origins: readonly CaseOrigin[], entries: readonly Entry[]): Entry[] {
  const after = new Map<string, string[]>();
  for (const field of [...singleFields, 'tags'] as const) {
    const changes = changesOfField(entries, field);
    const known = changes.filter((entry) => entry.after !== undefined);
    let heads = headsOf(origins, known, field);
    for (const entry of changes) {
      if (entry.after !== undefined) continue;
      after.set(entry.id, heads);
      heads = [entry.id];
    }
  }
  if (after.size === 0) return [...entries];
  return entries.map((entry) => {
    const before = after.get(entry.id);
    return before && entry.kind === 'change' ? { ...entry, after: before } : entry;
  });
}

/** What a case was opened with, told by the first change of each field. Only for a case no import has touched. */
export function baseOf(known: Case, entries: readonly Entry[]): CaseBase {
  const { status, topic, priority, route, owner, tags, resolvedAt } = known;
  const base: CaseBase = { status, topic, priority, route, owner, tags: [...tags], resolvedAt };
  for (const field of singleFields) {
    const first = changesOfField(entries, field)[0];
    const before = first && valueBefore(first.change);
    if (before !== undefined) Object.assign(base, { [field]: before });
  }
  for (const { change } of changesOfField(entries, 'tags').reverse()) {
    if (change.what !== 'tags') continue;
    base.tags = [...base.tags.filter((tag) => !change.added.includes(tag)), ...change.removed];
  }
  if (base.status !== 'resolved') base.resolvedAt = null;
  else base.resolvedAt ??= known.openedAt;
  return base;
}

/** Where a case's talk goes on, and which incidents it belongs to and does not, as its history tells. */
export function whereaboutsOf(
  status: CaseStatus,
  entries: readonly Entry[],
): Pick<Case, 'inDmSince' | 'incidentId' | 'notOfIncidents'> {
  const changes = entries
    .filter((entry): entry is ChangeEntry => entry.kind === 'change')
    .sort((one, other) => one.at - other.at || compareText(one.id, other.id));
  const where: Pick<Case, 'inDmSince' | 'incidentId' | 'notOfIncidents'> = { inDmSince: null };
  const parted: string[] = [];
  for (const { at, change } of changes) {
    if (change.what === 'inDm') where.inDmSince = change.to ? at : null;
    if (change.what !== 'incident') continue;
    if (change.did === 'linked') {
      where.incidentId = change.incidentId;
    } else {
      parted.push(change.incidentId);
      delete where.incidentId;
    }
  }
  // Only a pending case goes on in direct messages.
  if (where.inDmSince && status !== 'pending') where.inDmSince = null;
  if (parted.length > 0) where.notOfIncidents = [...new Set(parted)];
  return where;
}

/** All that a case's history says of its fields. */
export function fieldsOf(origins: readonly CaseOrigin[], entries: readonly Entry[]): CaseBase {
  const values: Record<string, unknown> = {};
  for (const field of singleFields) values[field] = standingOf(origins, entries, field)[0]?.value ?? defaults[field];
  const status = standingOf(origins, entries, 'status')[0];
  const opened = origins.find(({ id }) => id === status?.id);
  const resolvedAt = status?.value !== 'resolved' ? null : opened ? opened.base.resolvedAt : status.at;
  // The schema of files and the desk's own types see to it that each field holds one of its values.
  return { ...(values as Required<CaseFields>), tags: tagsOf(origins, entries), resolvedAt };
}

/** A field that two desks have set differently. The first value is the one that is shown meanwhile. */
export interface Contradiction {
  field: SingleField;
  values: Standing[];
}

/** What of a case two desks have set differently, and nobody has decided yet. */
export function contradictionsOf(origins: readonly CaseOrigin[], entries: readonly Entry[]): Contradiction[] {
  return singleFields
    .map((field) => ({ field, values: standingOf(origins, entries, field) }))
    .filter(({ values }) => values.length > 1);
}
