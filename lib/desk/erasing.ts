import { noteAudit } from '../audit/audit';
import { hashHandle, readErased, rememberErased } from '../keeping/erased';
import { type Eraser, handlesOf, type Person } from '../keeping/person';
import { HAND_OVER } from '../settings/hand-over';
import { RECENT } from '../settings/replying';
import type { DeskContext } from './context';
import type { DeskDatabase, Import } from './database';
import { ToldError } from './failure';
import { rewriteImports } from './imports';
import { dropCase, renewCase, renewCasesOf } from './keep';
import { findTraces, isOnList, isReplyTo, isRowOf, type Looked, type Traces } from './traces';

/** Who was erased, for what is kept outside of the database. */
export interface Erased {
  handles: string[];
  tweetIds: string[];
  cases: number;
}

/**
 * Erases all that is kept of a customer, in one transaction: their own rows go, and what others have written about them
 * is masked. It cannot be taken back. A line in the audit trail says that somebody was erased, not who, and a hash
 * keeps a colleague's file from bringing them back.
 *
 * @param by who does it
 * @throws {ToldError} if the customer is gone, or somebody has joined them with another one meanwhile
 */
export async function erase(
  { db, now }: DeskContext,
  customerId: string,
  by: string | null,
  looked: Looked = () => {},
): Promise<Erased> {
  // The browser hashes in its own time, for which no transaction waits.
  const { salt } = await readErased(db);
  const before = await db.customers.get(customerId);
  const handles = before ? [...handlesOf(before)].sort() : [];
  const hashes = await Promise.all(handles.map((handle) => hashHandle(salt, handle)));
  return db.transaction('rw', db.tables, async () => {
    const found = await findTraces(db, customerId, looked);
    if (!found) throw new ToldError('Nothing was erased: this customer is gone already.');
    if ([...handlesOf(found.customer)].sort().join() !== handles.join()) {
      throw new ToldError('Nothing was erased: this customer was joined or parted meanwhile. Look again.');
    }
    const { person, eraser, cases } = found;
    await dropOwn(db, found);
    await cleanOthers(db, found);
    await cleanSettings(db, found);
    // Without their rows the rest of an import can still be undone.
    await rewriteImports(db, (taken) => withoutPerson(taken, person, eraser));
    const at = now();
    await rememberErased(db, hashes, at);
    await noteAudit(db, { at, by, act: 'erased', part: 'customer', count: cases.length });
    return { handles, tweetIds: [...person.tweetIds], cases: cases.length };
  });
}

/** Removes the rows that are about nobody else. */
async function dropOwn(db: DeskDatabase, found: Traces): Promise<void> {
  const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);
  await db.entries.bulkDelete(ids([...found.entries, ...found.strays]));
  for (const known of await db.cases.bulkGet(ids(found.cases))) if (known) await dropCase(db, known);
  await db.customers.delete(found.customer.id);
  await db.deeds.bulkDelete(ids(found.deeds));
  await db.corrections.bulkDelete(ids(found.corrections));
  const tweetIds = [...found.person.tweetIds];
  await db.dismissals.bulkDelete(tweetIds);
  await db.dealtWith.bulkDelete(tweetIds);
  // The figures are the rep's own; what leads to the customer goes.
  await db.guardSayings.bulkPut(found.guardSayings.map(({ waitsFor: _, ...saying }) => saying));
}

/** Masks what stands about them with others. */
async function cleanOthers(
  db: DeskDatabase,
  { strays, named, person, eraser }: Traces & { eraser: Eraser },
): Promise<void> {
  await db.entries.bulkPut(named.entries.map((entry) => eraser.clean(entry)));
  await db.customers.bulkPut(named.customers.map((customer) => eraser.clean(customer)));
  await db.followUps.bulkPut(named.followUps.map((followUp) => eraser.clean(followUp)));
  await db.drafts.bulkPut(named.drafts.map((draft) => eraser.clean(draft)));
  await db.incidents.bulkPut(named.incidents.map((incident) => eraser.clean(incident)));
  const lists = await db.updateLists.toArray();
  await db.updateLists.bulkPut(
    lists.map((list) => eraser.clean({ ...list, items: list.items.filter((item) => !isOnList(item, person)) })),
  );
  for (const deed of await db.deeds.toArray()) if (eraser.clean(deed) !== deed) await db.deeds.delete(deed.id);
  for (const caseId of new Set([...strays, ...named.entries].map((entry) => entry.caseId))) await renewCase(db, caseId);
  for (const { id } of named.customers) await renewCasesOf(db, id);
}

/** What is prepared for a hand-over, and the rep's last replies. */
async function cleanSettings(
  db: DeskDatabase,
  { entries, person, eraser }: Traces & { eraser: Eraser },
): Promise<void> {
  const [shiftEnd, recent] = await db.settings.bulkGet([HAND_OVER, RECENT]);
  if (shiftEnd) {
    const value = shiftEnd.value as Record<string, unknown>;
    const others = (notes: unknown): unknown =>
      typeof notes === 'object' && notes !== null
        ? Object.fromEntries(Object.entries(notes).filter(([caseId]) => !person.caseIds.has(caseId)))
        : notes;
    const left = { ...value, notes: others(value.notes), written: others(value.written) };
    await db.settings.put({ key: HAND_OVER, value: eraser.clean(left) });
  }
  if (recent) {
    const isTheirs = isReplyTo(entries, eraser);
    const left = Object.entries(recent.value as Record<string, string[]>).map(([by, texts]) => [
      by,
      texts.filter((text) => !isTheirs(text)),
    ]);
    await db.settings.put({ key: RECENT, value: Object.fromEntries(left) });
  }
}

function withoutPerson(taken: Import, person: Person, eraser: Eraser): Import {
  const { plan } = taken;
  const gone = plan.changes.filter((change) => isRowOf(change, person, eraser));
  const left = plan.changes.filter((change) => !gone.includes(change)).map((change) => eraser.clean(change));
  const strays = (caseId: string): number =>
    gone.filter(({ table, caseId: of, after }) => table === 'entries' && of === caseId && after !== null).length;
  const cases = plan.cases.filter(({ id }) => !person.caseIds.has(id));
  const next: Import['plan'] = {
    ...plan,
    changes: left,
    cases: cases.map((known) => ({ ...known, entries: known.entries - strays(known.id) })),
    united: plan.united.filter(({ from, into }) => !person.caseIds.has(from) && !person.caseIds.has(into)),
  };
  return JSON.stringify(next) === JSON.stringify(plan) ? taken : { ...taken, plan: next };
}
