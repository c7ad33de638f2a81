import type { Customer } from '../cases/case';
import { priorityNames, routeNames, statusNames, topicNames } from '../cases/describe';
import { BYTE_ORDER_MARK, type CellValue, csvLine, csvTime } from '../csv/csv';
import type { DeskDatabase } from './database';
import type { CaseRecord } from './derive';
import type { ListFilter } from './lists';

/** Which cases stand in a file for spreadsheets. */
export interface CaseRowsWanted {
  /** Opened from then on, and before then, in milliseconds since 1970; null for all. */
  from: number | null;
  until: number | null;
  /** As the panel's list is narrowed; null for all. */
  filter: ListFilter | null;
  /** Signature of the rep at the desk, for "mine". */
  rep: string | null;
  /** Whether the customer's latest words are in it. */
  withWords: boolean;
}

const AT_ONCE = 500;

const heads = [
  ...['Case', 'Status', 'Topic', 'Priority', 'Route', 'Owner', 'Tags', 'Customer', 'Name', 'Account', 'Place'],
  ...['Opened', 'Changed', 'Resolved', 'Waiting since', 'In direct messages since', 'Incident'],
];

function isWanted(known: CaseRecord, { from, until, filter, rep }: CaseRowsWanted): boolean {
  if (from !== null && known.openedAt < from) return false;
  if (until !== null && known.openedAt >= until) return false;
  if (!filter) return true;
  const { list, topic, route } = filter;
  if (topic !== null && known.topic !== topic) return false;
  if (route !== null && known.route !== route) return false;
  if (list === 'open' || list === 'pending') return known.status === list;
  if (list === 'mine') return known.owner === rep && (known.status === 'open' || known.status === 'pending');
  return true;
}

function cellsOf(known: CaseRecord, customer: Customer | undefined, incident: string): CellValue[] {
  return [
    known.number,
    statusNames[known.status],
    topicNames[known.topic],
    priorityNames[known.priority],
    routeNames[known.route],
    known.owner,
    known.tags.join(', '),
    // Without the "@", which a spreadsheet would take for a formula.
    customer?.handle ?? known.openedFor,
    customer?.name ?? null,
    customer?.account ?? null,
    customer?.place ?? null,
    csvTime(known.openedAt),
    csvTime(known.updatedAt),
    csvTime(known.resolvedAt),
    csvTime(known.waitingSince),
    csvTime(known.inDmSince ?? null),
    incident,
  ];
}

/**
 * Writes cases for a spreadsheet, the oldest first, piece by piece: of a big desk no more than one piece is in memory.
 *
 * @returns how many cases there were
 */
export async function writeCaseRows(
  db: DeskDatabase,
  wanted: CaseRowsWanted,
  write: (piece: string, cases: number) => void,
): Promise<number> {
  const words = wanted.withWords ? ['Last words'] : [];
  write(BYTE_ORDER_MARK + csvLine([...heads, ...words]), 0);
  const incidents = new Map((await db.incidents.toArray()).map(({ id, title }) => [id, title]));
  let written = 0;
  let last = -1;
  for (;;) {
    const some = await db.cases.where('number').above(last).limit(AT_ONCE).toArray();
    const end = some.at(-1);
    if (!end) return written;
    last = end.number;
    const chosen = some.filter((known) => isWanted(known, wanted));
    const customers = await db.customers.bulkGet(chosen.map(({ customerId }) => customerId));
    const lines = chosen.map((known, index) => {
      const cells = cellsOf(known, customers[index], incidents.get(known.incidentId ?? '') ?? '');
      return csvLine(wanted.withWords ? [...cells, known.lastWords] : cells);
    });
    written += chosen.length;
    if (lines.length > 0) write(lines.join(''), written);
  }
}
