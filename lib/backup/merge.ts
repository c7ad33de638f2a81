import Dexie from 'dexie';
import type { Case, Customer, DeskName, Entry } from '../cases/case';
import type { DeskDatabase } from '../desk/database';
import { addCounts, type CaseRecord, derive, type SearchRow } from '../desk/derive';
import { entriesOf } from '../desk/entries';
import type { HandOvers } from '../desk/hand-over';
import { peekNumber, setNextNumber } from '../desk/opening';
import { keepFacts } from '../desk/summaries';
import type { FollowUp } from '../follow-ups/follow-up';
import { sameContent } from '../handover/canonical';
import type { ImportPreview } from '../handover/preview';
import { byId, type DeskRows, groupBy, type History } from '../handover/rows';
import type { Choice } from '../handover/settle';
import { unfold } from '../handover/unfold';
import { DERIVED, ofThisDesk, type RestoreOptions } from './restore';

/** Customers that are compared at once. */
const AT_ONCE = 200;
/** Customers that are merged as one import, which can be taken back as one. */
const MERGED_AT_ONCE = 200;
/** So many differing customers can be looked at one by one before they are merged. */
export const SHOWN = 200;

/** A customer of a backup with all that is theirs. */
interface Person {
  customer: Customer;
  cases: CaseRecord[];
}

/** What merging a backup would do. */
export interface MergePreview {
  cases: { new: number; same: number; differing: number };
  /** Ids, in the backup, of customers of whom the desk has something else. */
  differing: string[];
  /** Rows of other tables that the desk lacks. */
  others: number;
  /** What the differing ones come to, case by case; null if there are too many to show. */
  shown: ImportPreview | null;
}

/** Tables whose rows the merge of cases brings along, or that follow from the rest. */
const COVERED: ReadonlySet<string> = new Set([...DERIVED, 'customers', 'cases', 'entries', 'followUps', 'audit']);

/** Compares a staged backup, cleaned by `cleanStage`, with the desk. Changes nothing. */
export async function previewMerge(
  db: DeskDatabase,
  staged: DeskDatabase,
  handOvers: HandOvers,
  from: DeskName,
  { progress, signal }: Pick<RestoreOptions, 'progress' | 'signal'> = {},
): Promise<MergePreview> {
  const preview: MergePreview = { cases: { new: 0, same: 0, differing: 0 }, differing: [], others: 0, shown: null };
  const total = await staged.customers.count();
  let done = 0;
  for await (const people of peopleOf(staged)) {
    signal?.throwIfAborted();
    for (const [person, verdict] of await compare(db, staged, people)) {
      preview.cases[verdict] += person.cases.length;
      if (verdict === 'differing') preview.differing.push(person.customer.id);
    }
    done += people.length;
    progress?.(done, total);
  }
  for await (const missing of missingRows(db, staged)) preview.others += missing.rows.length;
  if (preview.differing.length > 0 && preview.differing.length <= SHOWN) {
    preview.shown = await handOvers.preview(await historyOf(staged, preview.differing, from));
  }
  return preview;
}

/** What was merged. */
export interface Merged {
  /** Cases that were added as they were. */
  added: number;
  /** Cases to which something was added. */
  changed: number;
}

/**
 * Merges a staged backup, cleaned by `cleanStage`, into the desk. Customers whom the desk does not know are added as
 * they were, with their cases' numbers where these are free; what differs is merged as a hand-over is. Nothing of the
 * desk's own is written over.
 */
export async function mergeStaged(
  db: DeskDatabase,
  staged: DeskDatabase,
  handOvers: HandOvers,
  from: DeskName,
  choices: readonly Choice[],
  by: string | null,
  { settings, progress, signal }: RestoreOptions,
): Promise<Merged> {
  const merged: Merged = { added: 0, changed: 0 };
  const differing: string[] = [];
  const total = await staged.customers.count();
  let done = 0;
  for await (const people of peopleOf(staged)) {
    signal?.throwIfAborted();
    const verdicts = await compare(db, staged, people);
    const fresh = verdicts.filter(([, verdict]) => verdict === 'new').map(([person]) => person);
    await addPeople(db, staged, fresh);
    merged.added += fresh.reduce((sum, { cases }) => sum + cases.length, 0);
    differing.push(...verdicts.flatMap(([{ customer }, verdict]) => (verdict === 'differing' ? customer.id : [])));
    done += people.length;
    progress?.(done, total + differing.length);
  }
  for (let at = 0; at < differing.length; at += MERGED_AT_ONCE) {
    signal?.throwIfAborted();
    const some = differing.slice(at, at + MERGED_AT_ONCE);
    const taken = await handOvers.take(await historyOf(staged, some, from), from, choices, by);
    merged.changed += taken?.plan.cases.length ?? 0;
    progress?.(total + at + some.length, total + differing.length);
  }
  for await (const { table, rows } of missingRows(db, staged)) {
    signal?.throwIfAborted();
    await db.table(table).bulkPut(rows);
  }
  if (settings === 'backup') {
    const theirs = await staged.settings.toArray();
    await db.settings.bulkPut(theirs.filter(({ key }) => !ofThisDesk.has(key)));
  }
  return merged;
}

async function* peopleOf(staged: DeskDatabase): AsyncGenerator<Person[]> {
  let after = '';
  for (;;) {
    const customers = await staged.customers.where('id').above(after).limit(AT_ONCE).toArray();
    const [first, last] = [customers[0], customers.at(-1)];
    if (!first || !last) return;
    const cases = await staged.cases
      .where('[customerId+openedAt]')
      .between([first.id, Dexie.minKey], [last.id, Dexie.maxKey])
      .toArray();
    const byCustomer = groupBy(cases, ({ customerId }) => customerId);
    yield customers.map((customer) => ({ customer, cases: byCustomer.get(customer.id) ?? [] }));
    if (customers.length < AT_ONCE) return;
    after = last.id;
  }
}

type Verdict = 'new' | 'same' | 'differing';

async function compare(
  db: DeskDatabase,
  staged: DeskDatabase,
  people: readonly Person[],
): Promise<[Person, Verdict][]> {
  const here = byId(
    (await db.customers.bulkGet(people.map(({ customer }) => customer.id))).filter((row) => row !== undefined),
  );
  const handles = people.flatMap(({ customer }) => customer.handles);
  const taken = new Set(await db.customers.where('handles').anyOf(handles).keys());
  const ids = people.flatMap(({ cases }) => cases.map(({ id }) => id));
  const cases = byId((await db.cases.bulkGet(ids)).filter((row) => row !== undefined));
  return Promise.all(
    people.map(async (person): Promise<[Person, Verdict]> => {
      const { customer } = person;
      const known = here.get(customer.id);
      const isKnown = known || customer.handles.some((handle) => taken.has(handle));
      if (!isKnown && !person.cases.some(({ id }) => cases.has(id))) return [person, 'new'];
      if (!known || !sameContent(known, customer)) return [person, 'differing'];
      for (const theirs of person.cases) {
        const ours = cases.get(theirs.id);
        if (!ours || !sameContent(facts(ours), facts(theirs))) return [person, 'differing'];
        if (!(await sameHistory(db, staged, theirs.id))) return [person, 'differing'];
      }
      return [person, 'same'];
    }),
  );
}

/** A case without what follows from its history and changes with time. */
function facts(known: CaseRecord): Case {
  return { ...known, waitingSince: null, lastWords: undefined, lists: undefined } as Case;
}

async function sameHistory(db: DeskDatabase, staged: DeskDatabase, caseId: string): Promise<boolean> {
  const [ours, theirs] = await Promise.all([partsOf(db, caseId), partsOf(staged, caseId)]);
  return sameContent(ours, theirs);
}

async function partsOf(db: DeskDatabase, caseId: string): Promise<{ entries: Entry[]; followUps: FollowUp[] }> {
  const [entries, followUps] = await Promise.all([
    entriesOf(db, caseId),
    db.followUps.where('caseId').equals(caseId).sortBy('id'),
  ]);
  // Whether this desk has told its own rep of a follow-up is nothing to merge.
  return { entries, followUps: followUps.map((row) => ({ ...row, notifiedAt: null })) };
}

/** Adds customers with all that is theirs, as it was. */
async function addPeople(db: DeskDatabase, staged: DeskDatabase, people: readonly Person[]): Promise<void> {
  const cases = people.flatMap((person) => person.cases);
  const ids = cases.map(({ id }) => id);
  const entries = (await Promise.all(ids.map((id) => entriesOf(staged, id)))).flat();
  const followUps = await staged.followUps.where('caseId').anyOf(ids).toArray();
  const histories = groupBy(entries, ({ caseId }) => caseId);
  const tables = [db.customers, db.cases, db.entries, db.followUps, db.search, db.counters, db.settings, db.summaries];
  await db.transaction('rw', tables, async () => {
    const taken = new Set(
      await db.cases
        .where('number')
        .anyOf(cases.map(({ number }) => number))
        .keys(),
    );
    let next = Math.max(await peekNumber(db), ...cases.map(({ number }) => number + 1));
    const customers = byId(people.map(({ customer }) => customer));
    const numbered: CaseRecord[] = [];
    const words: SearchRow[] = [];
    for (const known of cases) {
      const number = taken.has(known.number) ? next++ : known.number;
      // Lists and search words hold the number, too.
      const derived = derive({ ...known, number }, customers.get(known.customerId), histories.get(known.id) ?? []);
      numbered.push(derived.record);
      words.push(derived.search);
    }
    await setNextNumber(db, next);
    await db.customers.bulkAdd([...customers.values()]);
    await db.entries.bulkPut(entries);
    await db.followUps.bulkPut(followUps);
    await db.cases.bulkAdd(numbered);
    await db.search.bulkPut(words);
    for (const known of numbered) await keepFacts(db, undefined, known, histories.get(known.id) ?? []);
    const counts = new Map<string, number>();
    for (const known of cases) addCounts(counts, known);
    const known = await db.counters.bulkGet([...counts.keys()]);
    await db.counters.bulkPut(
      [...counts].map(([key, count], index) => ({ key, count: count + (known[index]?.count ?? 0) })),
    );
  });
}

async function historyOf(staged: DeskDatabase, customerIds: readonly string[], from: DeskName): Promise<History> {
  const customers = (await staged.customers.bulkGet([...customerIds])).filter((row) => row !== undefined);
  const cases: CaseRecord[] = [];
  for (const id of customerIds) {
    const own = staged.cases.where('[customerId+openedAt]').between([id, Dexie.minKey], [id, Dexie.maxKey]);
    cases.push(...(await own.toArray()));
  }
  const ids = cases.map(({ id }) => id);
  const rows: DeskRows = {
    customers,
    cases,
    entries: (await Promise.all(ids.map((id) => entriesOf(staged, id)))).flat(),
    flat: {
      followUp: (await staged.followUps.where('caseId').anyOf(ids).toArray()).map((row) => ({ ...row })),
      incident: [],
    },
  };
  return unfold(rows, from);
}

/** Rows of tables that stand for themselves, which the desk lacks: its own stay as they are. */
async function* missingRows(
  db: DeskDatabase,
  staged: DeskDatabase,
): AsyncGenerator<{ table: string; rows: unknown[] }> {
  for (const table of staged.tables) {
    const { name, schema } = table;
    const target = db.tables.find((one) => one.name === name);
    const key = schema.primKey.keyPath;
    if (!target || typeof key !== 'string' || COVERED.has(name)) continue;
    let after: unknown = Dexie.minKey;
    for (;;) {
      const rows: Record<string, unknown>[] = await table.where(':id').above(after).limit(AT_ONCE).toArray();
      const here = await target.bulkGet(rows.map((row) => row[key] as string));
      const missing = rows.filter(
        (row, index) => !here[index] && (name !== 'settings' || !ofThisDesk.has(String(row.key))),
      );
      if (missing.length > 0) yield { table: name, rows: missing };
      if (rows.length < AT_ONCE) break;
      after = rows.at(-1)?.[key];
    }
  }
  yield* missingAudit(db, staged);
}

/** Lines of the trail are told apart by what they say: on another desk their place may be taken. */
async function* missingAudit(
  db: DeskDatabase,
  staged: DeskDatabase,
): AsyncGenerator<{ table: string; rows: unknown[] }> {
  let after = 0;
  for (;;) {
    const lines = await staged.audit.where(':id').above(after).limit(AT_ONCE).toArray();
    const here = groupBy(
      await db.audit
        .where('at')
        .anyOf(lines.map(({ at }) => at))
        .toArray(),
      ({ at }) => at,
    );
    const rows = lines
      .map(({ seq: _place, ...line }) => line)
      .filter((line) => !(here.get(line.at) ?? []).some(({ seq: _place, ...known }) => sameContent(known, line)));
    if (rows.length > 0) yield { table: 'audit', rows };
    if (lines.length < AT_ONCE) return;
    after = lines.at(-1)?.seq ?? after;
  }
}
