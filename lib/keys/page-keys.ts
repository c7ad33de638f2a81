import { refuseAnywhere, resolveKeys } from './keys';

/** What the rep can do by key on the tweet that X's own j and k have selected. */
export const pageActions = [
  { id: 'openCase', label: 'Open a case on the selected tweet', initial: 'c' },
  { id: 'notAboutUs', label: 'Not about us', initial: 'z' },
  { id: 'ours', label: 'This one is ours', initial: '+' },
] as const;

export type PageAction = (typeof pageActions)[number]['id'];

/** Which key does what; an empty string switches a key off. */
export type PageKeys = Record<PageAction, string>;

export const defaultPageKeys: PageKeys = { openCase: 'c', notAboutUs: 'z', ours: '+' };

/**
 * Keys that X takes itself: its shortcuts, those with which it begins longer ones ("g" for places, "a" for its player),
 * and the second letters of these. Source: X's own list, opened with "?", as of 2026.
 */
const TAKEN_BY_X = new Set([...'nrtlsbuxmoiqgajkpehfdvw./? ', 'Enter', 'Escape', 'Tab', 'Backspace']);

function refuseOnX(key: string): string | null {
  return refuseAnywhere(key) ?? (TAKEN_BY_X.has(key) ? `X uses “${key}” itself. Choose another.` : null);
}

/** Why a key cannot be used, in plain words, or null if it can. */
export function refuseKey(key: string, others: readonly string[]): string | null {
  const reason = refuseOnX(key);
  if (reason !== null || key === '') return reason;
  return others.includes(key) ? `“${key}” does something else already.` : null;
}

/** Reads stored keys. */
export function readPageKeys(value: unknown): PageKeys {
  return resolveKeys(pageActions, value, refuseOnX, () => true);
}

/** Which action a key press asks for, or null. Held keys and keys with Ctrl, Alt or Cmd are the browser's. */
export function actionOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey' | 'repeat' | 'isTrusted'>,
  keys: PageKeys,
): PageAction | null {
  if (!event.isTrusted || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return null;
  // Caps Lock makes them capital; with Shift they are other keys.
  const pressed = event.shiftKey ? event.key : event.key.toLowerCase();
  return pageActions.find(({ id }) => keys[id] !== '' && keys[id] === pressed)?.id ?? null;
}
