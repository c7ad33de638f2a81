import { refuseAnywhere, resolveKeys } from '../keys/keys';

/** A key of the panel: what it does in words, and the action that it stands for. */
export interface PanelKey<Action extends string = string> {
  action: Action;
  /**
   * As it stands on the keyboard, and as the rep can change it. An empty one is switched off; null where only `also`
   * does it.
   */
  key: string | null;
  /** Keys that do it as well, as they do in any list or dialog: they stay. */
  also?: readonly string[];
  does: string;
}

/** Keys as the help and the settings show them together. */
export interface PanelKeyGroup<Action extends string = string> {
  name: string;
  /** The only tab in which they do something; null for those of the whole panel. */
  tab: 'case' | 'queue' | 'followUps' | null;
  keys: readonly PanelKey<Action>[];
}

/** The keys of the panel until the rep changes them. The panel handles exactly these: one list for all. */
const initialKeys = [
  {
    name: 'In the panel',
    tab: null,
    keys: [
      { action: 'showCase', key: '1', does: 'Case' },
      { action: 'showQueue', key: '2', does: 'Needs an answer' },
      { action: 'showCases', key: '3', does: 'Cases' },
      { action: 'showFollowUps', key: '4', does: 'Follow-ups' },
      { action: 'showIncidents', key: '5', does: 'Incidents' },
      { action: 'showWatch', key: '6', does: 'Watch' },
      { action: 'search', key: '/', does: 'Search cases' },
      { action: 'undo', key: 'u', does: 'Undo what the last notice says' },
      { action: 'switchRep', key: 'd', does: 'Change who is at the desk' },
      { action: 'help', key: '?', does: 'Show these keys' },
      { action: 'leave', key: null, also: ['Escape'], does: 'Leave the field, or go back to the list' },
    ],
  },
  {
    name: 'Case',
    tab: 'case',
    keys: [
      { action: 'note', key: 'n', does: 'Write a note' },
      { action: 'take', key: 't', does: 'Take it' },
      { action: 'resolve', key: 'r', does: 'Resolve, or reopen' },
      { action: 'pend', key: 'p', does: 'Pending, or open again' },
      { action: 'tag', key: 'g', does: 'Add a tag' },
      { action: 'followUp', key: 'b', does: 'Remind me: choose when' },
      { action: 'outage', key: 'h', does: 'Part of an outage: choose which' },
      { action: 'ticket', key: 'c', does: 'Copy as a ticket, where it is routed to others' },
      { action: 'editCustomer', key: 'e', does: 'Edit the customer’s details' },
    ],
  },
  {
    name: 'Replies',
    tab: null,
    keys: [
      { action: 'reply', key: 'i', does: 'Go to the suggestions, and to the next one; Enter inserts it' },
      { action: 'copyReply', key: 'o', does: 'Copy it' },
      { action: 'rewordReply', key: 'v', does: 'Another wording' },
      { action: 'snippets', key: 'q', does: 'Snippets' },
      { action: 'goPrivate', key: 'm', does: 'Take it private' },
    ],
  },
  {
    name: 'Lists',
    tab: null,
    keys: [
      { action: 'next', key: 'j', also: ['ArrowDown'], does: 'Next row' },
      { action: 'previous', key: 'k', also: ['ArrowUp'], does: 'Previous row' },
      { action: 'openRow', key: null, also: ['Enter'], does: 'Open it' },
    ],
  },
  {
    name: 'Needs an answer',
    tab: 'queue',
    keys: [
      { action: 'openQueued', key: 'c', does: 'Open case' },
      { action: 'dealtWith', key: 'x', does: 'Dealt with' },
      { action: 'answeredElsewhere', key: 'a', does: 'Answered elsewhere' },
      { action: 'notOurs', key: 'z', does: 'Not about us' },
      { action: 'snooze', key: 's', does: 'Snooze for 1 hour' },
      { action: 'snoozeLonger', key: 'l', does: 'Snooze for longer' },
      { action: 'why', key: 'y', does: 'Show why it is here, and all of its text' },
    ],
  },
  {
    name: 'Follow-ups',
    tab: 'followUps',
    keys: [
      { action: 'done', key: 'x', does: 'Done' },
      { action: 'moveToMorning', key: 's', does: 'Move to tomorrow morning' },
      { action: 'moveLater', key: 'l', does: 'Move to another time' },
      { action: 'checkIn', key: 'y', does: 'Show what to write' },
    ],
  },
  {
    name: 'Cases',
    tab: null,
    keys: [
      { action: 'nextList', key: 'f', does: 'Open, mine, pending, all' },
      { action: 'order', key: 'w', does: 'Longest wait first, or latest' },
    ],
  },
] as const satisfies readonly PanelKeyGroup[];

/** Everything that a key of the panel can stand for. */
export type KeyAction = (typeof initialKeys)[number]['keys'][number]['action'];

/** All keys of the panel. */
export type PanelKeys = readonly PanelKeyGroup<KeyAction>[];

/** The keys that the rep chose instead of those of the beginning, by action. */
export type PanelKeyChoices = Partial<Record<KeyAction, string>>;

export const defaultPanelKeys: PanelKeys = initialKeys;

const choices = defaultPanelKeys.flatMap(({ keys }) =>
  keys.flatMap(({ action, key }) => (key === null ? [] : [{ id: action, initial: key }])),
);

/** Where each action can be asked for: keys of two tabs never meet, those of the whole panel meet all. */
function meet(one: KeyAction, other: KeyAction): boolean {
  const tabOf = (action: KeyAction) =>
    defaultPanelKeys.find(({ keys }) => keys.some((key) => key.action === action))?.tab ?? null;
  const [here, there] = [tabOf(one), tabOf(other)];
  return here === null || there === null || here === there;
}

/** The keys of the panel with what the rep chose, as it was stored. */
export function resolvePanelKeys(stored: unknown): PanelKeys {
  const resolved = resolveKeys(choices, stored, refuseAnywhere, meet);
  return defaultPanelKeys.map((group) => ({
    ...group,
    keys: group.keys.map((one) => ({ ...one, key: one.key === null ? null : resolved[one.action] })),
  }));
}

/** What of these keys is not as it was at the beginning: what there is to store. */
export function choicesIn(keys: PanelKeys): PanelKeyChoices {
  return Object.fromEntries(
    choices.flatMap(({ id, initial }) => (keyOf(keys, id) === initial ? [] : [[id, keyOf(keys, id)]])),
  );
}

/** Why a key cannot be used for an action, in plain words, or null if it can. */
export function refusePanelKey(key: string, action: KeyAction, keys: PanelKeys): string | null {
  const reason = refuseAnywhere(key);
  if (reason !== null || key === '') return reason;
  const taken = keys
    .flatMap((group) => group.keys)
    .find((other) => other.key === key && other.action !== action && meet(action, other.action));
  return taken ? `“${key}” is the key for “${taken.does}”.` : null;
}

/** The key of an action; empty where it is switched off or has none of its own. */
export function keyOf(keys: PanelKeys, action: KeyAction): string {
  return keys.flatMap((group) => group.keys).find((one) => one.action === action)?.key ?? '';
}

/** The keys on the keyboard that do it. */
export function namesOf({ key, also = [] }: PanelKey): string[] {
  return [...(key ? [key] : []), ...also];
}

/** The actions of each key, by its name in lower case. Only those of the tab in view find something to do. */
export function actionsByKey(keys: PanelKeys): ReadonlyMap<string, readonly KeyAction[]> {
  const found = new Map<string, KeyAction[]>();
  for (const one of keys.flatMap((group) => group.keys)) {
    for (const name of namesOf(one)) {
      const key = name.toLowerCase();
      found.set(key, [...(found.get(key) ?? []), one.action]);
    }
  }
  return found;
}

/** A key as it is written on screen. */
export function nameOfKey(key: string): string {
  return { Escape: 'Esc', ArrowDown: '↓', ArrowUp: '↑' }[key] ?? key;
}
