/** Invented rows for the desk's database, for measuring the panel. Its one use is in panel.ts. */
import { type Case, type Customer, caseStatuses, type Entry, priorities, topics } from '../../lib/cases/case';

/** What goes into the tables of these names. */
export interface DeskRows {
  customers: Customer[];
  cases: Case[];
  entries: Entry[];
}

const FIRST = ['Ada', 'Bruno', 'Celia', 'Dorin', 'Elke', 'Farid', 'Greta', 'Hamo', 'Ines', 'Jorin', 'Katya', 'Lumo'];
const LAST = ['Quell', 'Ferro', 'Marsh', 'Tarn', 'Older', 'Vint', 'Brook', 'Sorrel', 'Hay', 'Pike', 'Ashby', 'Lund'];
const WORDS = ['no internet since noon', 'the bill is wrong again', 'slow all evening', 'nobody came on Tuesday'];
const END = Date.UTC(2026, 8, 1);
const HALF_HOUR = 30 * 60_000;

/** The cases from one number to before another, with their customers and histories; two cases to a customer. */
export function deskRows(from: number, to: number): DeskRows {
  const rows: DeskRows = { customers: [], cases: [], entries: [] };
  for (let n = from; n < to; n++) {
    const person = Math.floor(n / 2);
    const handle = `${pick(FIRST, person)}${pick(LAST, person * 7)}${person}`;
    const name = `${pick(FIRST, person)} ${pick(LAST, person * 7)}`;
    const at = END - n * HALF_HOUR;
    // Most work is done: one case in twenty still needs somebody.
    const status = n % 20 === 0 ? pick(caseStatuses, (n / 20) % 2) : n % 3 === 0 ? 'resolved' : 'closed';
    const id = `case-${n}`;
    if (n % 2 === 0 || n === from) {
      const handles = [handle.toLowerCase()];
      rows.customers.push({ id: `customer-${person}`, handles, handle, name, createdAt: at });
    }
    rows.cases.push({
      id,
      number: n + 1,
      customerId: `customer-${person}`,
      status,
      topic: pick(topics, n),
      priority: pick(priorities, n * 3),
      openedAs: null,
      openedAt: at,
      updatedAt: at,
      resolvedAt: status === 'resolved' ? at : null,
    });
    const tweetId = String(10n ** 18n + BigInt(n));
    const permalink = `https://x.com/${handle}/status/${tweetId}`;
    rows.entries.push(
      { id: `${id}-0`, caseId: id, at, tweetId: null, kind: 'change', change: { what: 'opened' }, by: null },
      {
        id: `${id}-1`,
        caseId: id,
        at,
        tweetId,
        kind: 'tweet',
        handle,
        name,
        text: pick(WORDS, n),
        permalink,
        lang: 'en',
      },
      { id: `${id}-2`, caseId: id, at: at + 1, tweetId: null, kind: 'note', text: pick(WORDS, n * 5 + 1), by: '^JD' },
    );
  }
  return rows;
}

function pick<T>(values: readonly T[], index: number): T {
  return values[index % values.length] as T;
}
