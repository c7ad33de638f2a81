import type { Case, Customer, Entry } from '../cases/case';
import type { FollowUp } from '../follow-ups/follow-up';
import type { Incident } from '../incidents/incident';
import type { UpdateItem } from '../incidents/update-list';
import { type Eraser, makeEraser, type Person, personOf } from '../keeping/person';
import { HAND_OVER } from '../settings/hand-over';
import { RECENT } from '../settings/replying';
import type { Correction, DealtWith, Deed, DeskDatabase, Dismissal, Draft, GuardSaying } from './database';
import { entriesOf } from './entries';
import { casesOf } from './keep';
import { scan } from './scan';

/** How far a long look has come: rows that were read. */
export type Looked = (rows: number) => void;

/** Everything that the database has of one person, table by table. */
export interface Traces {
  person: Person;
  customer: Customer;
  /** Newest first. */
  cases: Case[];
  /** The histories of these cases, oldest first. */
  entries: Entry[];
  drafts: Draft[];
  followUps: FollowUp[];
  deeds: Deed[];
  corrections: Correction[];
  dismissals: Dismissal[];
  dealtWith: DealtWith[];
  /** What the guard said under their tweets while these had no case. */
  guardSayings: GuardSaying[];
  /** The incidents that they are linked to. */
  incidents: Incident[];
  /** Their place on lists of whom to tell of an incident. */
  updates: UpdateItem[];
  /** Imports whose undo keeps rows of theirs. */
  imports: { id: string; at: number; from: string; rows: number }[];
  /** What is prepared about their cases for the next hand-over. */
  handOverNotes: string[];
  /** Replies to them among those that are kept so that the next one differs. */
  recentReplies: string[];
  /** Their own tweets, or links to these, in cases of others. */
  strays: Entry[];
  /** What others wrote, or was written about others, that names them. */
  named: { entries: Entry[]; customers: Customer[]; followUps: FollowUp[]; drafts: Draft[]; incidents: Incident[] };
}

/** Finds all that is kept of a customer; null if they are gone. Changes nothing. */
export async function findTraces(
  db: DeskDatabase,
  customerId: string,
  looked: Looked = () => {},
): Promise<(Traces & { eraser: Eraser }) | null> {
  const customer = await db.customers.get(customerId);
  if (!customer) return null;
  const cases = await casesOf(db, customerId);
  const entries: Entry[] = [];
  for (const { id } of cases) entries.push(...(await entriesOf(db, id)));
  const corrections = await correctionsOf(db, personOf(customer, cases, entries));
  const known = personOf(customer, cases, entries);
  const person: Person = {
    ...known,
    tweetIds: new Set([...known.tweetIds, ...corrections.map(({ tweetId }) => tweetId)]),
  };
  const eraser = makeEraser(person);
  const caseIds = cases.map(({ id }) => id);
  const tweetIds = [...person.tweetIds];
  const deeds = (await db.deeds.toArray()).filter(
    (deed) => person.caseIds.has(deed.caseId) || (deed.tweetId !== undefined && person.tweetIds.has(deed.tweetId)),
  );
  const settings = await settingsOf(db, entries, person, eraser);
  const { strays, ...named } = await findElsewhere(db, person, eraser, looked);
  const incidentIds = [...new Set(cases.flatMap(({ incidentId }) => incidentId ?? []))];
  return {
    ...{ person, eraser, customer, cases, entries, corrections, deeds, strays, named, ...settings },
    drafts: (await db.drafts.bulkGet(caseIds)).filter((draft) => draft !== undefined),
    followUps: await db.followUps.where('caseId').anyOf(caseIds).toArray(),
    dismissals: await db.dismissals.where('tweetId').anyOf(tweetIds).toArray(),
    dealtWith: await db.dealtWith.where('tweetId').anyOf(tweetIds).toArray(),
    guardSayings: await db.guardSayings.filter(({ waitsFor }) => person.tweetIds.has(waitsFor ?? '')).toArray(),
    incidents: (await db.incidents.bulkGet(incidentIds)).filter((incident) => incident !== undefined),
    updates: (await db.updateLists.toArray()).flatMap(({ items }) => items.filter((item) => isOnList(item, person))),
    imports: await importsOf(db, person, eraser),
  };
}

/** True if an item on a list of whom to tell is this person. */
export function isOnList({ caseId, customerId }: UpdateItem, person: Person): boolean {
  return person.caseIds.has(caseId) || person.customerIds.has(customerId);
}

function correctionsOf(db: DeskDatabase, { handles, tweetIds }: Person): Promise<Correction[]> {
  return db.corrections.filter((one) => handles.has(one.handle.toLowerCase()) || tweetIds.has(one.tweetId)).toArray();
}

/** What is prepared for a hand-over, and the last replies: the rest of the settings holds nothing of customers. */
async function settingsOf(db: DeskDatabase, entries: readonly Entry[], person: Person, eraser: Eraser) {
  const [shiftEnd, recent] = await db.settings.bulkGet([HAND_OVER, RECENT]);
  const { notes = {}, written = {} } = (shiftEnd?.value ?? {}) as Record<string, Record<string, string> | undefined>;
  const handOverNotes = [...Object.entries(notes ?? {}), ...Object.entries(written ?? {})].flatMap(([caseId, text]) =>
    person.caseIds.has(caseId) ? [text] : [],
  );
  const isOfTheirs = isReplyTo(entries, eraser);
  const replies = Object.values((recent?.value ?? {}) as Record<string, string[]>).flat();
  return { handOverNotes: [...new Set(handOverNotes)], recentReplies: replies.filter(isOfTheirs) };
}

/** Tells replies to a person from all others: by what stands in their cases, and by whom they name. */
export function isReplyTo(entries: readonly Entry[], eraser: Eraser): (text: string) => boolean {
  const sent = new Set(entries.flatMap((entry) => (entry.kind === 'reply' ? [entry.text] : [])));
  return (text) => sent.has(text) || eraser.names(text);
}

/** What stands in cases of others. No index knows whom a text names: the tables are read whole. */
async function findElsewhere(db: DeskDatabase, person: Person, eraser: Eraser, looked: Looked) {
  const found = {
    strays: [] as Entry[],
    entries: [] as Entry[],
    customers: [] as Customer[],
    followUps: [] as FollowUp[],
    drafts: [] as Draft[],
    incidents: [] as Incident[],
  };
  let rows = 0;
  await scan<Entry>(
    db.entries,
    ({ id }) => id,
    (some) => {
      for (const entry of some) {
        if (person.caseIds.has(entry.caseId)) continue;
        if (eraser.isTheirs(entry)) found.strays.push(entry);
        else if (eraser.clean(entry) !== entry) found.entries.push(entry);
      }
      rows += some.length;
      looked(rows);
    },
  );
  await scan<Customer>(
    db.customers,
    ({ id }) => id,
    (some) => {
      found.customers.push(...some.filter((one) => !person.customerIds.has(one.id) && eraser.clean(one) !== one));
    },
  );
  await scan<FollowUp>(
    db.followUps,
    ({ id }) => id,
    (some) => {
      found.followUps.push(...some.filter((one) => !person.caseIds.has(one.caseId) && eraser.clean(one) !== one));
    },
  );
  for (const draft of await db.drafts.toArray()) {
    if (!person.caseIds.has(draft.caseId) && eraser.names(draft.text)) found.drafts.push(draft);
  }
  for (const incident of await db.incidents.toArray()) {
    if (eraser.clean(incident) !== incident) found.incidents.push(incident);
  }
  return found;
}

async function importsOf(db: DeskDatabase, person: Person, eraser: Eraser): Promise<Traces['imports']> {
  const found: Traces['imports'] = [];
  // One at a time: a single one may hold a whole desk.
  for (const key of await db.imports.toCollection().primaryKeys()) {
    const taken = await db.imports.get(key);
    const rows = taken?.plan.changes.filter((change) => isRowOf(change, person, eraser)).length ?? 0;
    if (taken && rows > 0) found.push({ id: taken.id, at: taken.at, from: taken.plan.from.name, rows });
  }
  return found;
}

/** True if a row that an import has written, or written over, is about this person. */
export function isRowOf(
  change: {
    table: string;
    customerId: string | null;
    caseId: string | null;
    id: string;
    before: unknown;
    after: unknown;
  },
  person: Person,
  eraser: Eraser,
): boolean {
  const { table, id, customerId, caseId, before, after } = change;
  if (customerId !== null && person.customerIds.has(customerId)) return true;
  if (caseId !== null && person.caseIds.has(caseId)) return true;
  if (table === 'customers') return person.customerIds.has(id);
  if (table !== 'entries') return false;
  return [before, after].some((row) => row !== null && eraser.isTheirs(row as Entry));
}
