import type { CaseOrigin, Entry, JoinedCustomer } from '../cases/case';
import { asLink } from '../cases/link-only';
import { canonicalText, compareText, leastOf, shortHash } from './canonical';
import { emptyHistory, type FlatRow, flatTables, type History, type SharedCustomer } from './rows';
import { joinDetails } from './versions';

/**
 * Joins two histories: what either of them has. The same whichever comes first, however many are joined in whatever
 * order, and however often. Neither is changed.
 */
export function joinHistories(one: History, other: History): History {
  const joined = emptyHistory();
  for (const history of [one, other]) {
    joinInto(joined.customers, history.customers, joinCustomers);
    joinInto(joined.cases, history.cases, joinCases);
    for (const entry of history.entries.values()) addEntry(joined.entries, entry);
    for (const table of flatTables) joinInto(joined.flat[table], history.flat[table], laterRow);
  }
  return joined;
}

function joinInto<Row>(into: Map<string, Row>, rows: ReadonlyMap<string, Row>, join: (one: Row, other: Row) => Row) {
  for (const [id, row] of rows) {
    const known = into.get(id);
    into.set(id, known === undefined || known === row ? row : join(known, row));
  }
}

/** Joins what two desks know of one customer. */
export function joinCustomers(one: SharedCustomer, other: SharedCustomer): SharedCustomer {
  return {
    id: one.id,
    handles: sortedUnion(one.handles, other.handles),
    handle: leastOf(one.handle, other.handle),
    shownName:
      one.shownName && other.shownName ? leastOf(one.shownName, other.shownName) : one.shownName || other.shownName,
    createdAt: Math.min(one.createdAt, other.createdAt),
    details: joinDetails(one.details, other.details),
    joined: unionOfJoins(one.joined, other.joined),
  };
}

/** Whoever was joined to somebody on either desk, by their ids. */
export function unionOfJoins(one: readonly JoinedCustomer[], other: readonly JoinedCustomer[]): JoinedCustomer[] {
  const joins = new Map<string, JoinedCustomer>();
  for (const join of [...one, ...other]) {
    const known = joins.get(join.customer.id);
    joins.set(join.customer.id, known ? leastOf(known, join) : join);
  }
  return [...joins.values()].sort((a, b) => compareText(a.customer.id, b.customer.id));
}

/** Joins what two desks know of where a case was opened: all but the latest change is the same. */
export function joinCases(one: CaseOrigin, other: CaseOrigin): CaseOrigin {
  const updatedAt = Math.max(one.updatedAt, other.updatedAt);
  return leastOf({ ...one, updatedAt }, { ...other, updatedAt });
}

/**
 * An entry never changes, but for a reply that X had not shown yet: what is known of it once it is out takes its place.
 * Should two others have the same id and yet say different things (nothing of Hark's does that), both
 * are kept, one of them under another id.
 */
export function addEntry(entries: Map<string, Entry>, entry: Entry, id = bareId(entry.id)): void {
  const known = entries.get(id);
  if (!known || known === entry) {
    entries.set(id, entry.id === id ? entry : { ...entry, id });
    return;
  }
  const [knownSays, says] = [contentOf(known), contentOf(entry)];
  if (knownSays === says) {
    entries.set(id, withAfter({ ...known, id }, entry));
    return;
  }
  if (isOneWithout(known, entry)) {
    entries.set(id, { ...fuller(known, entry), id });
    return;
  }
  if (isAwaited(known) || isAwaited(entry)) {
    entries.set(id, { ...furtherReply(known, entry), id });
    return;
  }
  const [kept, moved, movedSays] = knownSays < says ? [known, entry, says] : [entry, known, knownSays];
  entries.set(id, { ...kept, id });
  const otherId = variantId(id, movedSays);
  addEntry(entries, { ...moved, id: otherId }, otherId);
}

/** True of two entries that differ only in that one desk keeps no texts. */
function isOneWithout(one: Entry, other: Entry): boolean {
  return isLink(one) !== isLink(other) && contentOf(withoutText(one)) === contentOf(withoutText(other));
}

const isLink = (entry: Entry): boolean => 'linkOnly' in entry && entry.linkOnly === true;

function withoutText(entry: Entry): Entry {
  const link = asLink(entry);
  return link.kind === 'tweet' ? { ...link, gist: undefined } : link;
}

/** The one of the two that has the text. */
const fuller = (one: Entry, other: Entry): Entry => (isLink(one) ? other : one);

function isAwaited(entry: Entry): boolean {
  return entry.kind === 'reply' && entry.awaited === true;
}

/** Of two states of a reply the one that is out; of two that are not, the same one on every desk. */
function furtherReply(one: Entry, other: Entry): Entry {
  if (isAwaited(one) !== isAwaited(other)) return isAwaited(one) ? other : one;
  return contentOf(one) <= contentOf(other) ? one : other;
}

function withAfter(entry: Entry, other: Entry): Entry {
  if (entry.kind !== 'change' || other.kind !== 'change' || !(entry.after || other.after)) return entry;
  return { ...entry, after: sortedUnion(entry.after ?? [], other.after ?? []) };
}

function contentOf(entry: Entry): string {
  return canonicalText({ ...entry, id: '', ...(entry.kind === 'change' ? { after: undefined } : {}) });
}

function variantId(id: string, says: string): string {
  return `${bareId(id)}~${shortHash(says)}`;
}

/** The id that an entry was born with. */
export function bareId(id: string): string {
  return id.split('~', 1)[0] ?? id;
}

/** Of two states of a flat row, the later one. */
export function laterRow(one: FlatRow, other: FlatRow): FlatRow {
  const [oneAt, otherAt] = [changeTime(one), changeTime(other)];
  return oneAt === otherAt ? leastOf(one, other) : oneAt > otherAt ? one : other;
}

function changeTime({ updatedAt, createdAt }: FlatRow): number {
  return typeof updatedAt === 'number' ? updatedAt : typeof createdAt === 'number' ? createdAt : 0;
}

/** What either list has, each once. */
export function sortedUnion(one: readonly string[], other: readonly string[]): string[] {
  return [...new Set([...one, ...other])].sort(compareText);
}
