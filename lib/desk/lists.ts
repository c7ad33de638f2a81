import type { Route, Topic } from '../cases/case';
import type { DeskDatabase } from './database';
import { ANY, type CaseRecord, listOfOwner, listPrefix, marker, type Order } from './derive';

/** Which cases a list shows, by who has something to do. */
export const caseLists = ['open', 'mine', 'pending', 'all'] as const;
export type CaseList = (typeof caseLists)[number];

/** What the rep has narrowed the list of cases to. */
export interface ListFilter {
  list: CaseList;
  topic: Topic | null;
  route: Route | null;
  order: Order;
}

export const everyCase: ListFilter = { list: 'all', topic: null, route: null, order: 'latest' };

/** The stored lists that make up a list on screen; none for "mine" while nobody is at the desk. */
function parts(list: CaseList, rep: string | null): string[] {
  if (list === 'all') return ['open', 'pending', 'done'];
  if (list === 'mine') return rep ? [listOfOwner(rep)] : [];
  return [list];
}

const waits = ({ waitingSince }: CaseRecord): boolean => waitingSince !== null;
const byWaiting = (one: CaseRecord, other: CaseRecord): number =>
  (one.waitingSince ?? 0) - (other.waitingSince ?? 0) || other.number - one.number;

/**
 * The first cases of a list, in its order. Reads no more rows than it gives, or a few times as many where lists are
 * merged.
 *
 * @param rep signature of the rep at the desk
 */
export async function listCases(
  db: DeskDatabase,
  { list, topic, route, order }: ListFilter,
  rep: string | null,
  limit: number,
): Promise<CaseRecord[]> {
  const read = async (part: string, by: Order, most: number): Promise<CaseRecord[]> => {
    const prefix = listPrefix(part, topic ?? ANY, route ?? ANY, by);
    return most <= 0 ? [] : db.cases.where('lists').startsWith(prefix).limit(most).toArray();
  };
  const latest = async (names: readonly string[], most: number): Promise<CaseRecord[]> => {
    const found = await Promise.all(names.map((name) => read(name, 'latest', most)));
    return found
      .flat()
      .sort((one, other) => other.updatedAt - one.updatedAt || other.number - one.number)
      .slice(0, Math.max(0, most));
  };
  const names = parts(list, rep);
  if (order === 'latest') return latest(names, limit);
  // Open cases wait, and pending ones whose reply has not been seen; the others follow, the latest first.
  const [first, ...others] = names;
  if (!first) return [];
  const own = await read(first, 'waiting', limit);
  const pending = others.includes('pending') ? await read('pending', 'waiting', limit) : [];
  const waiting = [...own, ...pending].filter(waits).sort(byWaiting);
  const still = own.filter((known) => !waits(known));
  const found = [...waiting, ...still].slice(0, Math.max(0, limit));
  const rest = await latest(others, limit + pending.length);
  return [...found, ...rest.filter((known) => !waits(known))].slice(0, Math.max(0, limit));
}

/** How many cases each list holds, narrowed to topic and route. */
export async function countLists(
  db: DeskDatabase,
  { topic, route }: Pick<ListFilter, 'topic' | 'route'>,
  rep: string | null,
): Promise<Record<CaseList, number>> {
  const counts = await Promise.all(
    caseLists.map(async (list) => {
      const keys = parts(list, rep).map((part) => `${part}|${topic ?? ANY}|${route ?? ANY}`);
      return (await db.counters.bulkGet(keys)).reduce((sum, counter) => sum + (counter?.count ?? 0), 0);
    }),
  );
  return Object.fromEntries(caseLists.map((list, index) => [list, counts[index] ?? 0])) as Record<CaseList, number>;
}

/** How many cases still need somebody. */
export async function countActive(db: DeskDatabase): Promise<number> {
  const { open, pending } = await countLists(db, { topic: null, route: null }, null);
  return open + pending;
}

/** Tags in use that begin so, the most used first. */
export async function usedTags(db: DeskDatabase, beginning: string, limit: number): Promise<string[]> {
  const counters = await db.counters.where('key').startsWith(`tag|${beginning}`).limit(200).toArray();
  return counters
    .sort((one, other) => other.count - one.count)
    .slice(0, limit)
    .map(({ key }) => key.slice('tag|'.length));
}

/** The words of the search index that stand for a filter: each case must have one word of each group. */
export function markersOf({ list, topic, route }: ListFilter, rep: string | null): string[] {
  return [
    ...(list === 'open' || list === 'pending' ? [marker.status(list)] : []),
    ...(list === 'mine' ? [marker.owner(rep ?? '')] : []),
    ...(topic ? [marker.topic(topic)] : []),
    ...(route ? [marker.route(route)] : []),
  ];
}
