/** Something that is done by one key: its id, and the key that it has until the rep chooses another one. */
export interface KeyChoice<Id extends string> {
  id: Id;
  initial: string;
}

/** Firefox begins to search among links with it, in any page. */
const TAKEN_BY_BROWSERS = new Set(["'"]);

/** Why a key can be used nowhere, in plain words, or null if it can. An empty one switches an action's key off. */
export function refuseAnywhere(key: string): string | null {
  if (key === '') return null;
  if ([...key].length !== 1 || !/[\p{Ll}\p{N}\p{P}\p{S}]/u.test(key)) return 'Use one small letter, digit or sign.';
  if (TAKEN_BY_BROWSERS.has(key)) return `Firefox uses “${key}” itself. Choose another.`;
  return null;
}

/**
 * Which key does what, by what the rep chose. What was chosen and cannot be used is as it was at first; what nobody
 * chose gives way to a key that was, and goes without one.
 *
 * @param stored the chosen keys by id, as they were stored
 * @param refuse why a key cannot be used at all
 * @param meet whether two actions can be asked for in the same place, so that they need different keys
 */
export function resolveKeys<Id extends string>(
  choices: readonly KeyChoice<Id>[],
  stored: unknown,
  refuse: (key: string) => string | null,
  meet: (one: Id, other: Id) => boolean,
): Record<Id, string> {
  const chosen = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  const keys = new Map<Id, string>();
  const isFree = (id: Id, key: string): boolean =>
    key === '' || ![...keys].some(([other, taken]) => taken === key && meet(id, other));
  for (const { id } of choices) {
    const key = chosen[id];
    if (typeof key === 'string' && refuse(key) === null && isFree(id, key)) keys.set(id, key);
  }
  for (const { id, initial } of choices) {
    if (!keys.has(id)) keys.set(id, isFree(id, initial) ? initial : '');
  }
  return Object.fromEntries(keys) as Record<Id, string>;
}
