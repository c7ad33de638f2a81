import type { Entry } from '../cases/case';
import { makeEraser } from '../keeping/person';
import { emptyHistory, type History, type SharedCustomer } from './rows';

const NAMED = /[@＠](\w{1,20})/g;
const LINKED = /(?:x|twitter)\.com\/(\w{1,20})/giu;

/** Every handle that a history speaks of, lower case. */
export function handlesIn(history: History): Set<string> {
  const found = new Set<string>();
  for (const customer of history.customers.values()) {
    for (const handle of handlesOf(customer)) found.add(handle.toLowerCase());
  }
  for (const entry of history.entries.values()) for (const handle of handlesInEntry(entry)) found.add(handle);
  return found;
}

/** Every handle that an entry speaks of, lower case. */
export function handlesInEntry(entry: Entry): string[] {
  const text = 'text' in entry ? entry.text : entry.kind === 'bystander' ? entry.permalink : '';
  const named = [NAMED, LINKED].flatMap((pattern) => [...text.matchAll(pattern)].flatMap(([, handle]) => handle ?? []));
  return [...('handle' in entry ? [entry.handle] : []), ...named].map((handle) => handle.toLowerCase());
}

function handlesOf({ handle, handles, joined }: SharedCustomer): string[] {
  return [handle, ...handles, ...joined.flatMap(({ customer }) => [customer.handle, ...customer.handles])];
}

/**
 * A file's history without those whom this desk has erased. A case that was opened since then is another matter: it
 * comes, and its customer with it.
 *
 * @param erasedAt when each handle was erased, lower case
 */
export function withoutErased(history: History, erasedAt: ReadonlyMap<string, number>): History {
  if (erasedAt.size === 0) return history;
  const left = emptyHistory();
  for (const [id, known] of history.cases) {
    if (known.openedAt > (erasedAt.get(known.openedFor) ?? Number.NEGATIVE_INFINITY)) left.cases.set(id, known);
  }
  const inCases = new Set([...left.cases.values()].map(({ openedFor }) => openedFor));
  const isGone = (handle: string): boolean => {
    const lower = handle.toLowerCase();
    return erasedAt.has(lower) && !inCases.has(lower);
  };
  for (const [id, customer] of history.customers) {
    const kept = customerWithout(customer, erasedAt, isGone);
    if (kept) left.customers.set(id, kept);
  }
  const eraser = makeEraser({ handles: new Set(erasedAt.keys()), tweetIds: new Set(), words: [] });
  const latest = Math.max(...erasedAt.values());
  for (const [id, entry] of history.entries) {
    const known = left.cases.get(entry.caseId);
    if (!known) continue;
    // What stands in a new case of theirs is of today.
    const isOld = entry.at <= latest && !erasedAt.has(known.openedFor);
    if (!isOld) left.entries.set(id, entry);
    else if (!eraser.isTheirs(entry)) left.entries.set(id, eraser.clean<Entry>(entry));
  }
  for (const [id, row] of history.flat.followUp) {
    if (typeof row.caseId !== 'string' || left.cases.has(row.caseId)) left.flat.followUp.set(id, row);
  }
  for (const [id, row] of history.flat.incident) left.flat.incident.set(id, eraser.clean(row));
  return left;
}

/** A customer without what is known of them from before; null if nothing is left of them. */
function customerWithout(
  customer: SharedCustomer,
  erasedAt: ReadonlyMap<string, number>,
  isGone: (handle: string) => boolean,
): SharedCustomer | null {
  const times = handlesOf(customer).flatMap((handle) => erasedAt.get(handle.toLowerCase()) ?? []);
  if (times.length === 0) return customer;
  const handles = customer.handles.filter((handle) => !isGone(handle));
  const [first] = handles;
  if (first === undefined) return null;
  const latest = Math.max(...times);
  const details = Object.fromEntries(
    Object.entries(customer.details).map(([name, versions]) => [name, versions.filter(({ at }) => at > latest)]),
  );
  return {
    ...customer,
    handles,
    handle: isGone(customer.handle) ? first : customer.handle,
    details,
    joined: customer.joined.filter((join) => !join.customer.handles.some((handle) => erasedAt.has(handle))),
  };
}
