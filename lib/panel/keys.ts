/** A key of the panel: what it is, what it does in words, and the action that it stands for. */
export interface PanelKey<Action extends string = string> {
  action: Action;
  /** As they stand on the keyboard; each of them does it. */
  keys: readonly string[];
  does: string;
}

/** Groups of keys as the help shows them. The panel handles exactly these: one list for both. */
export const panelKeys = [
  {
    name: 'Everywhere',
    keys: [
      { action: 'showCase', keys: ['1'], does: 'Case' },
      { action: 'showQueue', keys: ['2'], does: 'Needs an answer' },
      { action: 'showCases', keys: ['3'], does: 'Cases' },
      { action: 'showFollowUps', keys: ['4'], does: 'Follow-ups' },
      { action: 'showIncidents', keys: ['5'], does: 'Incidents' },
      { action: 'showWatch', keys: ['6'], does: 'Watch' },
      { action: 'search', keys: ['/'], does: 'Search cases' },
      { action: 'undo', keys: ['u'], does: 'Undo what the last notice says' },
      { action: 'switchRep', keys: ['d'], does: 'Change who is at the desk' },
      { action: 'help', keys: ['?'], does: 'Show these keys' },
      { action: 'leave', keys: ['Escape'], does: 'Leave the field, or go back to the list' },
    ],
  },
  {
    name: 'Case',
    keys: [
      { action: 'note', keys: ['n'], does: 'Write a note' },
      { action: 'take', keys: ['t'], does: 'Take it' },
      { action: 'resolve', keys: ['r'], does: 'Resolve, or reopen' },
      { action: 'pend', keys: ['p'], does: 'Pending, or open again' },
      { action: 'tag', keys: ['g'], does: 'Add a tag' },
      { action: 'followUp', keys: ['b'], does: 'Remind me: choose when' },
      { action: 'outage', keys: ['h'], does: 'Part of an outage: choose which' },
      { action: 'openQueued', keys: ['c'], does: 'Copy as a ticket, where it is routed to others' },
      { action: 'editCustomer', keys: ['e'], does: 'Edit the customer’s details' },
    ],
  },
  {
    name: 'Replies',
    keys: [
      { action: 'reply', keys: ['i'], does: 'Go to the suggestions, and to the next one; Enter inserts it' },
      { action: 'copyReply', keys: ['o'], does: 'Copy it' },
      { action: 'rewordReply', keys: ['v'], does: 'Another wording' },
      { action: 'snippets', keys: ['q'], does: 'Snippets' },
      { action: 'goPrivate', keys: ['m'], does: 'Take it private' },
    ],
  },
  {
    name: 'Lists',
    keys: [
      { action: 'next', keys: ['j', 'ArrowDown'], does: 'Next row' },
      { action: 'previous', keys: ['k', 'ArrowUp'], does: 'Previous row' },
      { action: 'openRow', keys: ['Enter'], does: 'Open it' },
    ],
  },
  {
    name: 'Needs an answer',
    keys: [
      { action: 'openQueued', keys: ['c'], does: 'Open case' },
      { action: 'dealtWith', keys: ['x'], does: 'Dealt with' },
      { action: 'answeredElsewhere', keys: ['a'], does: 'Answered elsewhere' },
      { action: 'notOurs', keys: ['z'], does: 'Not about us' },
      { action: 'snooze', keys: ['s'], does: 'Snooze for 1 hour' },
      { action: 'snoozeLonger', keys: ['l'], does: 'Snooze for longer' },
      { action: 'why', keys: ['y'], does: 'Show why it is here, and all of its text' },
    ],
  },
  {
    name: 'Follow-ups',
    keys: [
      { action: 'dealtWith', keys: ['x'], does: 'Done' },
      { action: 'snooze', keys: ['s'], does: 'Move to tomorrow morning' },
      { action: 'snoozeLonger', keys: ['l'], does: 'Move to another time' },
      { action: 'why', keys: ['y'], does: 'Show what to write' },
    ],
  },
  {
    name: 'Cases',
    keys: [
      { action: 'nextList', keys: ['f'], does: 'Open, mine, pending, all' },
      { action: 'order', keys: ['w'], does: 'Longest wait first, or latest' },
    ],
  },
] as const satisfies readonly { name: string; keys: readonly PanelKey[] }[];

/** Everything that a key of the panel can stand for. */
export type KeyAction = (typeof panelKeys)[number]['keys'][number]['action'];

/** The action of each key, by its name in lower case. */
export const actionOfKey: ReadonlyMap<string, KeyAction> = new Map(
  panelKeys.flatMap(({ keys }) =>
    keys.flatMap(({ action, keys: names }) => names.map((name) => [name.toLowerCase(), action] as const)),
  ),
);

/** A key as it is written on screen. */
export function nameOfKey(key: string): string {
  return { Escape: 'Esc', ArrowDown: '↓', ArrowUp: '↑' }[key] ?? key;
}
