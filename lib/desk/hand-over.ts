import type Dexie from 'dexie';
import { noteAudit } from '../audit/audit';
import type { Case, DeskName, Entry } from '../cases/case';
import { asLink, keepsText } from '../cases/link-only';
import { handOver } from '../handover/duty';
import { handlesIn, withoutErased } from '../handover/erased';
import { rowsOfHistory } from '../handover/file-row';
import type { CaseToHandOver } from '../handover/page';
import { type ImportPlan, planImport, type Row, type RowChange } from '../handover/plan';
import { type ImportPreview, previewImport } from '../handover/preview';
import { byId, type DeskRows, type FlatRow, groupBy, type History, sharedRow } from '../handover/rows';
import type { Choice } from '../handover/settle';
import { planUndo, type UndoPlan } from '../handover/undo';
import { unfold } from '../handover/unfold';
import { handOverFileName, writeRows } from '../handover/write';
import { erasedAmong } from '../keeping/erased';
import type { Progress } from '../progress';
import { readDesk, readShiftEnd, type ShiftEnd, writeShiftEnd } from '../settings/hand-over';
import { readLinkOnly } from '../settings/keeping';
import { signatureAtDesk } from '../settings/settings';
import type { DeskContext } from './context';
import type { DeskDatabase, Import } from './database';
import { ANY, type CaseRecord, listPrefix } from './derive';
import { entriesOf } from './entries';
import { waitingRows } from './follow-ups';
import { casesOf, caseTables, dropCase, keepCase, timeIn } from './keep';
import { peekNumber, setNextNumber } from './opening';

/** How far back the first hand-over reaches for cases that are done. */
const FIRST_REACH = 7 * 24 * 60 * 60_000;
/** Imports that can be taken back. */
const KEPT_IMPORTS = 20;
const AT_ONCE = 200;

/** What the page of a hand-over is made of. */
export interface OpenWork {
  cases: CaseToHandOver[];
  followUps: FlatRow[];
  incidents: FlatRow[];
}

/** Who gives to whom. */
export interface Parties {
  by: string | null;
  to: string | null;
}

/** What a hand-over did, so that it can be taken back. */
export interface HandOverStep {
  /** What was prepared, as before. */
  end: ShiftEnd;
  /** Who had the cases. */
  cases: { id: string; before: string | null; after: string | null }[];
  entryIds: string[];
}

/** A file that is written, and what became of its rows. */
export interface WrittenFile {
  name: string;
  pieces: string[];
  cases: number;
  /** Rows that were too damaged to be handed on. */
  leftOut: number;
}

/** Somebody in a file whom this desk has erased: what the file has of them from before is left out. */
export interface ErasedHere {
  handle: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** The import would write over something that it must not know of. */
export class ImportRefused extends Error {
  override name = 'ImportRefused';
}

/** What this desk gives to others and takes from them. Each change is one transaction: it happens whole or not at all. */
export class HandOvers {
  readonly #db: DeskDatabase;
  readonly #now: () => number;
  readonly #newId: () => string;

  constructor({ db, now, newId }: DeskContext) {
    this.#db = db;
    this.#now = now;
    this.#newId = newId;
  }

  /** Who this desk is to others. */
  desk(): Promise<DeskName> {
    return readDesk(this.#db, this.#newId);
  }

  /** All that is open, promised, waiting and burning. */
  async openWork(): Promise<OpenWork> {
    const db = this.#db;
    const cases = await this.#active();
    const [customers, histories, followUps, incidents] = await Promise.all([
      db.customers.bulkGet(cases.map(({ customerId }) => customerId)),
      this.#entriesOf(cases.map(({ id }) => id)),
      waitingRows(db).toArray(),
      db.incidents.where('state').anyOf(['suspected', 'known']).toArray(),
    ]);
    const linked = groupBy(cases, ({ incidentId }) => incidentId);
    const entries = groupBy(histories, ({ caseId }) => caseId);
    return {
      cases: cases.map((known, index) => ({ known, customer: customers[index], entries: entries.get(known.id) ?? [] })),
      followUps: followUps.map((row) => ({ ...row })),
      incidents: incidents.map((row) => ({ ...row, caseIds: (linked.get(row.id) ?? []).map(({ id }) => id) })),
    };
  }

  /**
   * Writes into the history of each active case who gave it to whom, and the note for it. Colleagues' cases stay theirs.
   * Done again with the same words, it writes nothing more.
   */
  async handOver({ by, to }: Parties, notes: Readonly<Record<string, string>>): Promise<HandOverStep> {
    const db = this.#db;
    return db.transaction('rw', caseTables(db), async () => {
      const clock = this.#now();
      const end = await readShiftEnd(db, clock);
      const step: HandOverStep = { end: { ...end, to: to ?? '', notes: { ...notes } }, cases: [], entryIds: [] };
      for (const known of await this.#active()) {
        const now = timeIn(known, clock);
        const history = await entriesOf(db, known.id);
        const note = notes[known.id]?.trim() ?? '';
        const written: Entry[] = [];
        if (note !== '' && note !== end.written[known.id]?.trim()) {
          const content = { kind: 'note', text: note, by } as const;
          written.push({ id: this.#newId(), caseId: known.id, at: now, tweetId: null, ...content });
        }
        const isTheirs = known.owner !== null && by !== null && known.owner !== by;
        const given = handOver([known], { from: by, to, now, newId: this.#newId });
        if (!isTheirs && !wasGiven(known, history, { by, to })) written.push(...given.entries);
        if (written.length === 0) continue;
        await db.entries.bulkAdd(written);
        const [after = known] = isTheirs ? [known] : given.cases;
        await keepCase(db, { ...after, updatedAt: now });
        step.entryIds.push(...written.map(({ id }) => id));
        step.cases.push({ id: known.id, before: known.owner, after: after.owner });
      }
      await writeShiftEnd(db, { ...step.end, written: { ...notes }, at: clock });
      const count = step.cases.length;
      if (count > 0) await noteAudit(db, { at: clock, by, act: 'changed', part: 'hand-over', count });
      return step;
    });
  }

  /** Takes a hand-over back on this desk; a file that is out is out. Cases that somebody else took since stay theirs. */
  async takeBack({ end, cases, entryIds }: HandOverStep): Promise<void> {
    const db = this.#db;
    await db.transaction('rw', caseTables(db), async () => {
      await db.entries.bulkDelete(entryIds);
      for (const { id, before, after } of cases) {
        const known = await db.cases.get(id);
        if (known) await keepCase(db, { ...known, owner: known.owner === after ? before : known.owner });
      }
      await writeShiftEnd(db, end);
      const line = { act: 'changed', part: 'hand-over', count: cases.length } as const;
      await noteAudit(db, { at: this.#now(), by: await signatureAtDesk(db), ...line });
    });
  }

  /** Writes the file of a hand-over: all active cases, and those that were done since the one before. */
  async write({ by, to }: Parties, since: number | null, progress: Progress = () => {}): Promise<WrittenFile> {
    const db = this.#db;
    const at = this.#now();
    const desk = await this.desk();
    const rows = await db.transaction(
      'r',
      [db.customers, db.cases, db.entries, db.followUps, db.incidents],
      async () => {
        const cases = [...(await this.#active()), ...(await this.#doneSince(since ?? at - FIRST_REACH))];
        const ids = cases.map(({ id }) => id);
        const customers = await db.customers.bulkGet([...new Set(cases.map(({ customerId }) => customerId))]);
        const followUps = await db.followUps.where('caseId').anyOf(ids).toArray();
        const open = await db.incidents.where('state').anyOf(['suspected', 'known']).primaryKeys();
        const linked = [...cases, ...followUps]
          .map(({ incidentId }) => incidentId)
          .filter((id) => typeof id === 'string');
        const incidents = await db.incidents.bulkGet([...new Set([...open, ...linked])]);
        return {
          customers: customers.filter((row) => row !== undefined),
          cases,
          entries: await this.#entriesOf(ids),
          flat: {
            followUp: followUps.map((row) => ({ ...row })),
            incident: incidents.flatMap((row) => (row ? [{ ...row }] : [])),
          },
        } satisfies DeskRows;
      },
    );
    const all = [...rowsOfHistory(unfold(rows, desk))];
    const pieces: string[] = [];
    const writing = writeRows({ desk, by, to, at }, all);
    for (;;) {
      const { done, value } = await writing.next();
      if (done) {
        const name = handOverFileName(at, by);
        await noteAudit(db, { at, by, act: 'exported', part: 'hand-over', count: rows.cases.length });
        return { name, pieces, cases: rows.cases.length, leftOut: value.leftOut.length };
      }
      pieces.push(value);
      if (pieces.length % AT_ONCE === 0) progress(pieces.length, all.length);
    }
  }

  /** What importing a file would do, and whom it would bring back. Changes nothing. */
  async preview(file: History): Promise<ImportPreview & { erased: ErasedHere[] }> {
    const desk = await this.desk();
    const erasedAt = await erasedAmong(this.#db, handlesIn(file));
    const theirs = await this.#kept(withoutErased(file, erasedAt));
    const erased = [...file.customers.values()].flatMap(({ handle, handles }) => {
      const times = handles.flatMap((one) => erasedAt.get(one) ?? []);
      return times.length > 0 ? [{ handle, at: Math.max(...times) }] : [];
    });
    return { ...previewImport(await this.rowsBeside(theirs), theirs, desk), erased };
  }

  /** Imports a file, as the rep has chosen where both desks say different things. Null if there was nothing to take. */
  async take(
    file: History,
    from: DeskName,
    choices: readonly Choice[],
    by: string | null,
    progress: Progress = () => {},
  ): Promise<Import | null> {
    const db = this.#db;
    const desk = await this.desk();
    const theirs = await this.#kept(withoutErased(file, await erasedAmong(db, handlesIn(file))));
    return db.transaction('rw', this.#tables(), async () => {
      const rows = await this.rowsBeside(theirs);
      const now = this.#now();
      const first = await peekNumber(db);
      let next = first;
      const takeNumber = (): number => next++;
      const plan = planImport(rows, theirs, { desk, from, now, by, newId: this.#newId, takeNumber, choices });
      if (plan.changes.length === 0) return null;
      await this.#refuseOverwriting(plan.changes);
      if (next !== first) await setNextNumber(db, next);
      await this.#write(plan.changes, plan.united, progress);
      const taken: Import = { id: this.#newId(), at: now, plan, undoneAt: null };
      await db.imports.add(taken);
      await noteAudit(db, { at: now, by, act: 'imported', part: 'hand-over', count: plan.cases.length });
      const old = await db.imports.orderBy('at').reverse().offset(KEPT_IMPORTS).primaryKeys();
      await db.imports.bulkDelete(old);
      return taken;
    });
  }

  /** Imports, the latest first. */
  async imports(): Promise<Import[]> {
    return this.#db.imports.orderBy('at').reverse().toArray();
  }

  /**
   * Takes an import back. Cases that somebody has worked in since stay as they are: they are named. Null if it is gone
   * or was taken back before.
   */
  async undo(id: string, by: string | null, progress: Progress = () => {}): Promise<UndoPlan | null> {
    const db = this.#db;
    return db.transaction('rw', this.#tables(), async () => {
      const taken = await db.imports.get(id);
      if (!taken || taken.undoneAt !== null) return null;
      const now = this.#now();
      const { plan } = taken;
      const rows = await this.#rowsOfPlan(plan);
      const counts = new Map<string, number>();
      for (const { caseId } of plan.changes) {
        if (caseId !== null && !counts.has(caseId)) counts.set(caseId, (await entriesOf(db, caseId)).length);
      }
      const ofCustomers = new Map<string, string[]>();
      for (const { customerId } of plan.changes) {
        if (customerId === null || ofCustomers.has(customerId)) continue;
        const cases = await casesOf(db, customerId);
        ofCustomers.set(
          customerId,
          cases.map((known) => known.id),
        );
      }
      const deskNow = {
        row: (table: RowChange['table'], rowId: string) => rows.get(table)?.get(rowId),
        entryCount: (caseId: string) => counts.get(caseId) ?? 0,
        casesOfCustomer: (customerId: string) => ofCustomers.get(customerId) ?? [],
      };
      const undo = planUndo(plan, deskNow, { now, by, newId: this.#newId });
      await this.#write(undo.changes, [], progress);
      if (undo.changes.length > 0) {
        await db.imports.put({ ...taken, undoneAt: now });
        const count = plan.cases.length - undo.refused.length;
        await noteAudit(db, { at: now, by, act: 'import-undone', part: 'hand-over', count });
      }
      return undo;
    });
  }

  /** A file's history as this desk keeps such: without texts of tweets, if it keeps none. */
  async #kept(theirs: History): Promise<History> {
    if (!(await readLinkOnly(this.#db))) return theirs;
    const entries = [...theirs.entries].map(([id, entry]): [string, Entry] => [
      id,
      keepsText(entry) ? asLink(entry) : entry,
    ]);
    return { ...theirs, entries: new Map(entries) };
  }

  #tables() {
    const { incidents, imports } = this.#db;
    return [...caseTables(this.#db), incidents, imports];
  }

  async #active(): Promise<CaseRecord[]> {
    const lists = ['open', 'pending'].map((list) => listPrefix(list, ANY, ANY, 'latest'));
    return (
      await Promise.all(lists.map((prefix) => this.#db.cases.where('lists').startsWith(prefix).toArray()))
    ).flat();
  }

  async #doneSince(since: number): Promise<CaseRecord[]> {
    // The list is in the order of the latest change.
    return this.#db.cases
      .where('lists')
      .startsWith(listPrefix('done', ANY, ANY, 'latest'))
      .until(({ updatedAt }) => updatedAt < since)
      .toArray();
  }

  async #entriesOf(caseIds: readonly string[]): Promise<Entry[]> {
    const found: Entry[] = [];
    for (let from = 0; from < caseIds.length; from += AT_ONCE) {
      const some = caseIds.slice(from, from + AT_ONCE);
      found.push(...(await Promise.all(some.map((id) => entriesOf(this.#db, id)))).flat());
    }
    return found;
  }

  /** What this desk has of all that a file speaks of: its customers with all their cases, and rows of the same ids. */
  async rowsBeside(theirs: History): Promise<DeskRows> {
    const db = this.#db;
    const handles = new Set([...theirs.customers.values()].flatMap((one) => one.handles));
    const named = await db.cases.bulkGet([...theirs.cases.keys()]);
    const customers = byId([
      ...(await db.customers
        .where('handles')
        .anyOf([...handles])
        .distinct()
        .toArray()),
      ...(await db.customers.bulkGet([...theirs.customers.keys()])).filter((row) => row !== undefined),
      ...(await db.customers.bulkGet(named.flatMap((row) => (row ? [row.customerId] : [])))).filter(
        (row) => row !== undefined,
      ),
    ]);
    const cases: CaseRecord[] = [];
    for (const id of customers.keys()) cases.push(...(await casesOf(db, id)));
    const ids = cases.map(({ id }) => id);
    const followUps = byId([
      ...(await db.followUps.where('caseId').anyOf(ids).toArray()),
      ...(await db.followUps.bulkGet([...theirs.flat.followUp.keys()])).filter((row) => row !== undefined),
    ]);
    const incidents = await db.incidents.bulkGet([...theirs.flat.incident.keys()]);
    return {
      customers: [...customers.values()],
      cases,
      entries: await this.#entriesOf(ids),
      flat: {
        followUp: [...followUps.values()].map((row) => ({ ...row })),
        incident: incidents.flatMap((row) => (row ? [{ ...row }] : [])),
      },
    };
  }

  /** The rows that a plan speaks of, as they are now; without what is only for this desk. */
  async #rowsOfPlan(plan: ImportPlan): Promise<Map<RowChange['table'], Map<string, Row>>> {
    const found = new Map<RowChange['table'], Map<string, Row>>();
    for (const [table, changes] of groupBy(plan.changes, (change) => change.table)) {
      const rows = await this.#tableOf(table).bulkGet(changes.map(({ id }) => id));
      const known = rows.filter((row) => row !== undefined);
      const isFlat = table === 'followUp' || table === 'incident';
      found.set(table, byId(isFlat ? known.map((row) => sharedRow(table, row as FlatRow)) : known));
    }
    return found;
  }

  #tableOf(table: RowChange['table']): Dexie.Table<Row, string> {
    const { customers, cases, entries, followUps, incidents } = this.#db;
    const tables = { customers, cases, entries, followUp: followUps, incident: incidents };
    // Each table holds one kind of row, and a plan speaks of all of them.
    return tables[table] as unknown as Dexie.Table<Row, string>;
  }

  /** A row that is new may not have the id of one that is here and was never part of it. */
  async #refuseOverwriting(changes: readonly RowChange[]): Promise<void> {
    const added = changes.filter(({ before }) => before === null);
    for (const [table, some] of groupBy(added, (change) => change.table)) {
      const taken = await this.#tableOf(table).bulkGet(some.map(({ id }) => id));
      if (taken.some((row) => row !== undefined)) {
        throw new ImportRefused('The file would write over something else on this desk, so none of it is taken.');
      }
    }
  }

  async #write(changes: readonly RowChange[], united: ImportPlan['united'], progress: Progress): Promise<void> {
    const db = this.#db;
    await this.#moveDrafts(united);
    const byTable = groupBy(changes, ({ table }) => table);
    for (const table of ['customers', 'entries', 'followUp', 'incident'] as const) {
      const some = byTable.get(table) ?? [];
      await this.#tableOf(table).bulkPut(some.flatMap(({ after }) => (after ? [after] : [])));
      await this.#tableOf(table).bulkDelete(some.filter(({ after }) => !after).map(({ id }) => id));
    }
    const written = new Map<string, Case>();
    for (const { id, after } of byTable.get('cases') ?? []) {
      const known = await db.cases.get(id);
      if (after) written.set(id, after as Case);
      else if (known) await dropCase(db, known);
    }
    // What follows from a case also follows from its history and its customer.
    for (const id of new Set(changes.flatMap(({ caseId }) => caseId ?? []))) {
      const known = written.has(id) ? undefined : await db.cases.get(id);
      if (known) written.set(id, known);
    }
    for (const { after } of byTable.get('customers') ?? []) {
      const others = after ? await casesOf(db, after.id) : [];
      for (const known of others) if (!written.has(known.id)) written.set(known.id, known);
    }
    let done = 0;
    for (const known of written.values()) {
      await keepCase(db, known);
      done += 1;
      if (done % AT_ONCE === 0) progress(done, written.size);
    }
  }

  /** Unfinished notes of cases that are part of another one from now on. */
  async #moveDrafts(united: ImportPlan['united']): Promise<void> {
    const db = this.#db;
    for (const { from, into } of united) {
      const [draft, known] = await db.drafts.bulkGet([from, into]);
      if (!draft?.text) continue;
      const text = known?.text ? `${known.text}\n${draft.text}` : draft.text;
      await db.drafts.put({ caseId: into, text, updatedAt: this.#now() });
    }
  }
}

/** True if the last thing that changed in a case was this very hand-over. */
function wasGiven(known: Case, history: readonly Entry[], { by, to }: Parties): boolean {
  const last = history.findLast((entry) => entry.kind === 'change');
  if (last?.kind !== 'change' || last.change.what !== 'handedOver') return false;
  return last.change.from === by && last.change.to === to && (to === null || known.owner === to);
}
