import { type Case, type Customer, type Entry, isActive } from '../cases/case';
import { latestTweet, priorityNames, routeNames, statusNames, topicNames } from '../cases/describe';
import { clockTime, dayName, shortDate, span } from '../time/time';
import type { FlatRow } from './rows';

/** A case as the page of a hand-over needs it. */
export interface CaseToHandOver {
  known: Case;
  customer: Customer | undefined;
  entries: readonly Entry[];
}

export interface PageInput {
  cases: readonly CaseToHandOver[];
  /** Follow-ups that are not done yet are promises: `caseId`, `dueAt`, `reason`, `state`. */
  followUps: readonly FlatRow[];
  /** Incidents that are not fixed yet burn: `title`, `area`, `state`, `since`, `expected`, `message`, `caseIds`. */
  incidents: readonly FlatRow[];
  /** What the rep wrote for whoever takes over, by case. */
  notes: ReadonlyMap<string, string>;
  by: string | null;
  to: string | null;
  now: number;
  /** The team's target for an answer, in milliseconds: who has waited longer burns. Null if there is none. */
  target: number | null;
  locale: string;
}

export const pageParts = ['burning', 'promised', 'waiting', 'open'] as const;
export type PagePart = (typeof pageParts)[number];

export interface PageCase {
  caseId: string;
  number: number;
  /** "@mira_k (Mira K.)" */
  who: string;
  /** "Billing, urgent, JD has it, waiting for 40 min" */
  facts: string[];
  /** The customer's latest words. */
  words: string;
  /** What was promised, the earliest first. */
  promises: { dueAt: number; reason: string; isOverdue: boolean }[];
  note: string;
  /** What was noted at the last hand-over, by whoever had the case before. */
  told: { by: string | null; text: string } | null;
}

export interface HandOverPage {
  at: number;
  by: string | null;
  to: string | null;
  incidents: { id: string; title: string; facts: string[]; message: string; cases: number[] }[];
  /** Each case stands in one part: the first that fits. */
  parts: Record<PagePart, PageCase[]>;
}

/** Everything that somebody who takes over must know, on one page. Cases that are done are left out. */
export function handOverPage(input: PageInput): HandOverPage {
  const { cases, now, by, to } = input;
  const active = cases.filter(({ known }) => isActive(known.status));
  const incidents = input.incidents.filter((row) => row.state !== 'fixed');
  const burning = new Set(incidents.flatMap(({ caseIds }) => (Array.isArray(caseIds) ? caseIds : [])));
  const parts: HandOverPage['parts'] = { burning: [], promised: [], waiting: [], open: [] };
  for (const one of [...active].sort(byUrgency)) {
    const described = describeCase(one, input);
    const { known } = one;
    const isLate = known.waitingSince !== null && input.target !== null && now - known.waitingSince > input.target;
    const burns = known.priority === 'urgent' || isLate || burning.has(known.id);
    const part = burns
      ? 'burning'
      : described.promises.length > 0
        ? 'promised'
        : known.waitingSince !== null
          ? 'waiting'
          : 'open';
    parts[part].push(described);
  }
  parts.promised.sort((one, other) => (one.promises[0]?.dueAt ?? 0) - (other.promises[0]?.dueAt ?? 0));
  const numbers = new Map(cases.map(({ known }) => [known.id, known.number]));
  return {
    at: now,
    by,
    to,
    incidents: incidents.map((row) => describeIncident(row, numbers, input)),
    parts,
  };
}

const urgency = ['urgent', 'high', 'normal', 'low'];

/** The most urgent first, then who has waited longest. */
function byUrgency({ known: one }: CaseToHandOver, { known: other }: CaseToHandOver): number {
  const byPriority = urgency.indexOf(one.priority) - urgency.indexOf(other.priority);
  const since = ({ waitingSince }: Case) => waitingSince ?? Number.MAX_SAFE_INTEGER;
  return byPriority || since(one) - since(other) || one.number - other.number;
}

function describeCase({ known, customer, entries }: CaseToHandOver, input: PageInput): PageCase {
  const { now, followUps, notes } = input;
  const { status, topic, priority, route, owner, waitingSince, tags } = known;
  const promises = followUps
    .filter((row) => row.caseId === known.id && row.state !== 'done' && typeof row.dueAt === 'number')
    .map((row) => ({ dueAt: Number(row.dueAt), reason: String(row.reason ?? ''), isOverdue: Number(row.dueAt) < now }))
    .sort((one, other) => one.dueAt - other.dueAt);
  const handle = `@${customer?.handle ?? known.openedFor}`;
  const facts = [
    topicNames[topic],
    priority === 'normal' ? '' : `${priorityNames[priority].toLowerCase()} priority`,
    route === 'support' ? '' : `for ${routeNames[route]}`,
    owner ? `${owner} has it` : 'nobody has it',
    waitingSince !== null ? `waiting for us for ${span(now - waitingSince)}` : waitingForNobody(status),
    tags.length > 0 ? `tags: ${tags.join(', ')}` : '',
  ];
  return {
    caseId: known.id,
    number: known.number,
    who: customer?.name && customer.name !== customer.handle ? `${handle} (${customer.name})` : handle,
    facts: facts.filter(Boolean),
    words: latestTweet(entries)?.text.replace(/\s+/g, ' ').trim() ?? '',
    promises,
    note: notes.get(known.id)?.trim() ?? '',
    told: toldAtHandOver(entries, notes.get(known.id)?.trim()),
  };
}

/** The note that was written together with the last hand-over; null if there is none, or it stands here anyway. */
function toldAtHandOver(entries: readonly Entry[], written: string | undefined): PageCase['told'] {
  const given = entries.filter((entry) => entry.kind === 'change' && entry.change.what === 'handedOver');
  const at = Math.max(...given.map((entry) => entry.at));
  const note = entries.find((entry) => entry.kind === 'note' && entry.at === at);
  return note?.kind === 'note' && note.text !== written ? { by: note.by, text: note.text } : null;
}

function waitingForNobody(status: Case['status']): string {
  return status === 'pending' ? 'waiting for the customer' : statusNames[status].toLowerCase();
}

function describeIncident(row: FlatRow, numbers: ReadonlyMap<string, number>, input: PageInput) {
  const words = (value: unknown) => (typeof value === 'string' ? value : '');
  const time = (value: unknown) => (typeof value === 'number' ? dayAndTime(value, input) : words(value));
  const facts = [
    words(row.area),
    words(row.state),
    row.since ? `since ${time(row.since)}` : '',
    row.expected ? `expected to be fixed: ${time(row.expected)}` : '',
  ];
  const linked = Array.isArray(row.caseIds) ? row.caseIds : [];
  return {
    id: row.id,
    title: words(row.title),
    facts: facts.filter(Boolean),
    message: words(row.message),
    cases: linked.flatMap((id) => numbers.get(id) ?? []),
  };
}

function dayAndTime(at: number, { now, locale }: Pick<PageInput, 'now' | 'locale'>): string {
  const day = dayName(at, now, locale);
  const time = clockTime(at, locale);
  if (day === 'Today') return time;
  return day === 'Yesterday' ? `yesterday ${time}` : `${shortDate(at, now, locale)}, ${time}`;
}

export const partNames: Record<PagePart, string> = {
  burning: 'Burning',
  promised: 'Promised',
  waiting: 'Waiting for us',
  open: 'Open, nothing to do right now',
};

/** The page as text, for wherever a team writes to each other. */
export function pageAsText(page: HandOverPage, locale: string): string {
  const when = { now: page.at, locale };
  const lines = [titleOf(page, locale), ''];
  if (page.incidents.length > 0) {
    lines.push('INCIDENTS');
    for (const { title, facts, message, cases } of page.incidents) {
      lines.push(`- ${[title, ...facts].join(', ')}`);
      if (message) lines.push(`  What we say: ${oneLine(message)}`);
      if (cases.length > 0) lines.push(`  Cases: ${cases.map((number) => `#${number}`).join(', ')}`);
    }
    lines.push('');
  }
  for (const part of pageParts) {
    const cases = page.parts[part];
    if (cases.length === 0) continue;
    lines.push(`${partNames[part].toUpperCase()} (${cases.length})`);
    for (const { number, who, facts, words, promises, note, told } of cases) {
      lines.push(`- #${number} ${who}: ${facts.join(', ')}`);
      if (words) lines.push(`  Said last: ${shortened(words)}`);
      for (const { dueAt, reason, isOverdue } of promises) {
        const due = `${isOverdue ? 'overdue since' : 'due'} ${dayAndTime(dueAt, when)}`;
        lines.push(`  Promised, ${due}${reason ? `: ${oneLine(reason)}` : ''}`);
      }
      if (told) lines.push(`  Note${told.by ? ` of ${told.by}` : ''} before: ${oneLine(told.text)}`);
      if (note) lines.push(`  Note: ${oneLine(note)}`);
    }
    lines.push('');
  }
  if (lines.length === 2) lines.push('Nothing is open.');
  return `${lines.join('\n').trimEnd()}\n`;
}

/** "Hand-over from JD to KM, 4 May 2026, 14:02" */
export function titleOf({ at, by, to }: Pick<HandOverPage, 'at' | 'by' | 'to'>, locale: string): string {
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' }).format(at);
  return `Hand-over${by ? ` from ${by}` : ''}${to ? ` to ${to}` : ''}, ${date}, ${clockTime(at, locale)}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function shortened(words: string): string {
  return words.length <= 200 ? words : `${words.slice(0, 199).trimEnd()}…`;
}
