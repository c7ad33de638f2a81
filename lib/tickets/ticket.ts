import type { Case, Customer, Entry } from '../cases/case';
import { describeChange, priorityNames, routeNames, statusNames, topicNames } from '../cases/describe';
import { fold } from '../text/words';

/** What of a customer may go into a ticket: nothing that the rep has not ticked. */
export interface TicketTicks {
  name: boolean;
  handle: boolean;
  account: boolean;
  place: boolean;
  /** What the rep wrote down about the customer, and the notes of the case. */
  notes: boolean;
  /** The words of tweets and replies, not only that there were some. */
  words: boolean;
}

export const nothingTicked: TicketTicks = {
  name: false,
  handle: false,
  account: false,
  place: false,
  notes: false,
  words: false,
};

export interface TicketRequest {
  case: Pick<Case, 'number' | 'topic' | 'status' | 'priority' | 'route' | 'openedAt' | 'tags'>;
  customer: Pick<Customer, 'name' | 'handle' | 'handles' | 'account' | 'place' | 'note'>;
  history: readonly Entry[];
  ticks: TicketTicks;
  zone: string;
  locale: string;
}

/** A case as a ticket for somebody else in the company: what happened, in order, with links. */
export function ticketOf(request: TicketRequest): string {
  const { case: about, customer, history, ticks } = request;
  const head = [
    `Case #${about.number}: ${topicNames[about.topic]}`,
    `For: ${routeNames[about.route]}. Status: ${statusNames[about.status]}. Priority: ${priorityNames[about.priority]}.`,
    `Opened: ${timeOf(about.openedAt, request)}`,
    ...(about.tags.length > 0 ? [`Tags: ${about.tags.join(', ')}`] : []),
  ];
  const personal = [
    ticks.name && customer.name && `Customer: ${customer.name}`,
    ticks.handle && customer.handle && `On X: @${customer.handle}`,
    ticks.account && customer.account && `Account: ${customer.account}`,
    ticks.place && customer.place && `Place: ${customer.place}`,
    ticks.notes && customer.note && `About the customer: ${customer.note}`,
  ].filter((line) => typeof line === 'string' && line !== '');
  const inOrder = [...history].sort((one, other) => one.at - other.at);
  const steps = inOrder.flatMap((entry) => {
    const said = stepOf(entry, request);
    return said === null ? [] : [`${timeOf(entry.at, request)}: ${said}`];
  });
  const happened = steps.map((step, index) => `${index + 1}. ${step}`);
  return [head, personal, ['What happened:', ...happened]]
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n');
}

function timeOf(at: number, { zone, locale }: TicketRequest): string {
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(at);
}

function stepOf(entry: Entry, request: TicketRequest): string | null {
  const { ticks } = request;
  switch (entry.kind) {
    case 'tweet':
      return withWords('The customer wrote', entry.text, entry.permalink, request);
    case 'reply':
      return withWords(
        `We replied${entry.initials ? ` (${entry.initials})` : ''}`,
        entry.text,
        entry.permalink,
        request,
      );
    case 'bystander':
      return `Somebody else joined in. ${linkOf(entry.permalink, false)}`;
    case 'note':
      return ticks.notes ? `Note${entry.by ? ` by ${entry.by}` : ''}: ${veiled(entry.text, request)}` : null;
    case 'change': {
      const { change } = entry;
      // Tags are the team's own affair, and the reason of a follow-up is a note.
      if (change.what === 'tags' || (change.what === 'followUp' && !ticks.notes)) return null;
      return change.what === 'followUp'
        ? veiled(describeChange(change, entry.by), request)
        : describeChange(change, entry.by);
    }
    case 'guard':
      return null;
  }
}

function withWords(what: string, text: string, permalink: string | null, request: TicketRequest): string {
  const { ticks } = request;
  const words = ticks.words ? `: “${veiled(text.replace(/\s+/g, ' ').trim(), request)}”` : '.';
  return permalink === null ? `${what}${words}` : `${what}${words} ${linkOf(permalink, ticks.handle)}`;
}

/** A link to a tweet; X finds it without the author's handle just as well. */
function linkOf(permalink: string, withHandle: boolean): string {
  return withHandle ? permalink : permalink.replace(/^(https:\/\/[^/]+\/)\w+(\/status\/)/, '$1i$2');
}

/** Numbers and addresses that may be somebody's. */
const PRIVATE = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w/])\+?\d[\d ().-]{5,}\d(?!\w)/g;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Words without what the rep has not ticked: handles, names, numbers. */
function veiled(text: string, { customer, ticks }: TicketRequest): string {
  let left = ticks.account ? text : text.replace(PRIVATE, '[…]');
  if (!ticks.account && customer.account) left = without(left, [customer.account]);
  if (!ticks.handle) {
    const own = new Set([customer.handle, ...customer.handles].map((handle) => handle.toLowerCase()));
    left = left.replace(/[@＠](\w{1,20})/g, (mention, name: string) => (own.has(name.toLowerCase()) ? '[…]' : mention));
  }
  if (!ticks.name)
    left = without(left, [customer.name, ...customer.name.split(/\s+/).filter((part) => part.length > 2)]);
  if (!ticks.place) left = without(left, [customer.place]);
  return left;
}

function without(text: string, words: readonly string[]): string {
  return words
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .reduce((left, word) => {
      const expression = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`, 'giu');
      // Accents that were left out make it no other name.
      return fold(left).includes(fold(word)) ? left.replace(expression, '[…]') : left;
    }, text);
}
