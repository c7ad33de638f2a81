/** What the rep can do by key on the tweet that X's own j and k have selected. */
export const pageActions = [
  { id: 'openCase', label: 'Open a case on the selected tweet', key: 'c' },
  { id: 'notAboutUs', label: 'Not about us', key: 'z' },
  { id: 'ours', label: 'This one is ours', key: '+' },
] as const;

export type PageAction = (typeof pageActions)[number]['id'];

/** Which key does what; an empty string switches a key off. */
export type PageKeys = Record<PageAction, string>;

export const defaultPageKeys: PageKeys = { openCase: 'c', notAboutUs: 'z', ours: '+' };

/**
 * Keys that X takes itself: its shortcuts, and the second letters of those that begin with "g".
 * Source: X's own list, opened with "?", as of 2026.
 */
const TAKEN_BY_X = new Set([...'nrtlsbuxmoiqgjkpehfdvw./? ', 'Enter', 'Escape', 'Tab', 'Backspace']);

/** Why a key cannot be used, in plain words, or null if it can. */
export function refuseKey(key: string, others: readonly string[]): string | null {
  if (key === '') return null;
  if ([...key].length !== 1 || !/[\p{Ll}\p{N}\p{P}\p{S}]/u.test(key)) return 'Use one small letter, digit or sign.';
  if (TAKEN_BY_X.has(key)) return `X uses “${key}” itself. Choose another.`;
  if (others.includes(key)) return `“${key}” does something else already.`;
  return null;
}

/**
 * Reads stored keys; anything that cannot be used falls back to what it was made with. An action that was not there when
 * the keys were stored does not take a key from another one.
 */
export function readPageKeys(value: unknown): PageKeys {
  const stored = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const isStored = (id: PageAction): boolean => typeof stored[id] === 'string';
  const keys: PageKeys = { ...defaultPageKeys };
  const othersOf = (id: PageAction): string[] =>
    pageActions.filter((other) => other.id !== id && isStored(other.id)).map((other) => keys[other.id]);
  for (const { id } of pageActions) {
    const key = stored[id];
    if (typeof key === 'string' && refuseKey(key, othersOf(id)) === null) keys[id] = key;
  }
  for (const { id } of pageActions) if (!isStored(id) && othersOf(id).includes(keys[id])) keys[id] = '';
  return keys;
}

/** Which action a key press asks for, or null. Held keys and keys with Ctrl, Alt or Cmd are the browser's. */
export function actionOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'repeat' | 'isTrusted'>,
  keys: PageKeys,
): PageAction | null {
  if (!event.isTrusted || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return null;
  return pageActions.find(({ id }) => keys[id] !== '' && keys[id] === event.key)?.id ?? null;
}
