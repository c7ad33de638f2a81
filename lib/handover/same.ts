import type { CaseOrigin, Entry } from '../cases/case';
import { REOPEN_WITHIN } from '../cases/opening';
import { compareText } from './canonical';
import { groupBy, type History, type SharedCustomer } from './rows';

/** Things that belong together, whichever way round they were found. */
class Groups {
  readonly #parents = new Map<string, string>();

  find(id: string): string {
    let root = id;
    for (let next = this.#parents.get(root); next !== undefined; next = this.#parents.get(root)) root = next;
    for (let step = id; step !== root; ) {
      const next = this.#parents.get(step) ?? root;
      this.#parents.set(step, root);
      step = next;
    }
    return root;
  }

  join(one: string, other: string): void {
    const [first, second] = [this.find(one), this.find(other)];
    if (first !== second) this.#parents.set(second, first);
  }
}

/** One person, as several desks may know them. */
export interface Person {
  /** The one known longest first. */
  customers: SharedCustomer[];
  handles: string[];
}

/** Who is who: customers with a handle in common are one person. Also says whom a handle belongs to. */
export function people(customers: Iterable<SharedCustomer>): { people: Person[]; byHandle: Map<string, Person> } {
  const all = [...customers];
  const groups = new Groups();
  for (const { id, handles } of all) for (const handle of handles) groups.join(`@${handle}`, `#${id}`);
  const found: Person[] = [];
  const byHandle = new Map<string, Person>();
  for (const some of groupBy(all, ({ id }) => groups.find(`#${id}`)).values()) {
    some.sort((one, other) => one.createdAt - other.createdAt || compareText(one.id, other.id));
    const person = { customers: some, handles: [...new Set(some.flatMap(({ handles }) => handles))].sort(compareText) };
    found.push(person);
    for (const handle of person.handles) byHandle.set(handle, person);
  }
  return { people: found, byHandle };
}

/** One case, as several desks may have opened it. */
export interface SharedCase {
  person: Person;
  /** The first one opened first. */
  origins: CaseOrigin[];
  entries: Entry[];
}

/** All cases of a history. Those whose customer is nowhere are left out: a file must have them, and a desk has. */
export function casesOfHistory(history: History): { people: Person[]; cases: SharedCase[] } {
  const known = people(history.customers.values());
  const entries = groupBy(history.entries.values(), ({ caseId }) => caseId);
  const ofPerson = groupBy(history.cases.values(), ({ openedFor }) => known.byHandle.get(openedFor));
  const cases: SharedCase[] = [];
  for (const [person, origins] of ofPerson) {
    if (!person) continue;
    for (const same of sameConversations(origins, entries)) {
      cases.push({ person, origins: same, entries: same.flatMap(({ id }) => entries.get(id) ?? []) });
    }
  }
  return { people: known.people, cases };
}

/**
 * One person's cases, those of different desks together that hold the same tweet of the customer and were opened within
 * the time in which one desk would have made them one case. Two cases of one desk are never made one. The nearest are
 * put together first, so it is the same in whatever order they come.
 */
function sameConversations(origins: readonly CaseOrigin[], entries: ReadonlyMap<string, Entry[]>): CaseOrigin[][] {
  const sorted = [...origins].sort((one, other) => one.openedAt - other.openedAt || compareText(one.id, other.id));
  const holders = new Map<string, CaseOrigin[]>();
  for (const origin of sorted) {
    const tweets = new Set<string>();
    for (const entry of entries.get(origin.id) ?? []) {
      if (entry.kind === 'tweet' && entry.tweetId !== null) tweets.add(entry.tweetId);
    }
    for (const tweet of tweets) holders.set(tweet, [...(holders.get(tweet) ?? []), origin]);
  }
  const pairs = new Map<string, [CaseOrigin, CaseOrigin]>();
  for (const some of holders.values()) {
    some.forEach((one, index) => {
      for (const other of some.slice(index + 1)) {
        if (one.desk.id === other.desk.id || other.openedAt - one.openedAt > REOPEN_WITHIN) continue;
        pairs.set(`${one.id} ${other.id}`, [one, other]);
      }
    });
  }
  const nearest = [...pairs].sort(
    ([oneKey, [a, b]], [otherKey, [c, d]]) =>
      b.openedAt - a.openedAt - (d.openedAt - c.openedAt) || compareText(oneKey, otherKey),
  );
  const groups = new Groups();
  const desks = new Map(sorted.map(({ id, desk }) => [id, new Set([desk.id])]));
  for (const [, [one, other]] of nearest) {
    const [first, second] = [groups.find(one.id), groups.find(other.id)];
    const [here, there] = [desks.get(first) ?? new Set<string>(), desks.get(second) ?? new Set<string>()];
    if (first === second || [...there].some((desk) => here.has(desk))) continue;
    groups.join(first, second);
    desks.set(groups.find(first), new Set([...here, ...there]));
  }
  return [...groupBy(sorted, ({ id }) => groups.find(id)).values()];
}
