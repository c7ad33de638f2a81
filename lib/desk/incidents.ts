import { noteAudit } from '../audit/audit';
import { type Case, isActive } from '../cases/case';
import { latestTweet } from '../cases/describe';
import { defaultDue } from '../follow-ups/when';
import { bestIncident, type Candidate, type Fit, fitsOf } from '../incidents/fits';
import {
  changed,
  checkInsFor,
  type Incident,
  type IncidentFields,
  isOpen,
  type LinkedCase,
} from '../incidents/incident';
import { marked, startUpdate, type UpdateItem, withLinked } from '../incidents/update-list';
import { signatureAtDesk } from '../settings/settings';
import type { DeskDatabase } from './database';
import type { CaseRecord } from './derive';
import type { DeskContext } from './desk';
import { entriesOf } from './entries';
import { caseTables, keepCase, timeIn } from './keep';

/** Newest active cases that are looked through for an incident. */
const LOOKED_THROUGH = 400;

/** What one step did, so that it can be taken back. */
export interface IncidentStep {
  /** The incident as it was; null if the step made it. Left out where it was not touched. */
  incident?: { id: string; before: Incident | null };
  /** Cases that were linked or parted, as they were. */
  cases: { id: string; incidentId: string | undefined; notOfIncidents: string[] | undefined }[];
  entryIds: string[];
  followUpIds: string[];
}

/** A case that may belong to an incident, as it is proposed. */
export interface Proposed extends Fit {
  case: CaseRecord;
}

/** Incidents of the desk and the cases that belong to them. Each change is one transaction and can be taken back. */
export class Incidents {
  readonly #db: DeskDatabase;
  readonly #now: () => number;
  readonly #newId: () => string;

  constructor({ db, now, newId }: DeskContext) {
    this.#db = db;
    this.#now = now;
    this.#newId = newId;
  }

  /** All incidents: open ones first, then the latest. */
  async all(): Promise<Incident[]> {
    const rows = await this.#db.incidents.toArray();
    return rows.sort((one, other) => Number(isOpen(other)) - Number(isOpen(one)) || other.since - one.since);
  }

  /** Those that are not fixed. */
  async open(): Promise<Incident[]> {
    return (await this.#db.incidents.where('state').anyOf(['suspected', 'known']).toArray()).sort(
      (one, other) => other.since - one.since,
    );
  }

  /** Cases that are linked to an incident, who waits longest first. */
  async casesOf(incidentId: string): Promise<CaseRecord[]> {
    const rows = await this.#db.cases.where('incidentId').equals(incidentId).toArray();
    return rows.sort((one, other) => (one.waitingSince ?? Infinity) - (other.waitingSince ?? Infinity));
  }

  /** Makes an incident, with some cases linked to it at once. */
  async create(
    fields: IncidentFields,
    caseIds: readonly string[],
    by: string | null,
  ): Promise<{ id: string; step: IncidentStep }> {
    const id = this.#newId();
    const step = await this.#step(async (done) => {
      const now = this.#now();
      const blank: Incident = { ...fields, id, createdAt: now, updatedAt: now, fixedAt: null, by };
      const incident = changed(blank, {}, now);
      await this.#db.incidents.add(incident);
      done.incident = { id, before: null };
      await this.#audit(null, by);
      await this.#link(incident, caseIds, by, done);
    });
    return { id, step };
  }

  /** Changes an incident. What customers should hear of it is the caller's to offer. */
  async change(id: string, fields: Partial<IncidentFields>): Promise<IncidentStep> {
    return this.#step(async (done) => {
      const before = await this.#db.incidents.get(id);
      if (!before) return;
      done.incident = { id, before };
      await this.#db.incidents.put(changed(before, fields, this.#now()));
      await this.#audit(null, await signatureAtDesk(this.#db));
    });
  }

  /** Links cases to an incident; those that are linked already are passed over. */
  async link(id: string, caseIds: readonly string[], by: string | null): Promise<IncidentStep> {
    return this.#step(async (done) => {
      const incident = await this.#db.incidents.get(id);
      if (incident) await this.#link(incident, caseIds, by, done);
    });
  }

  /** Parts a case from its incident; it is not proposed for it again. */
  async unlink(caseId: string, by: string | null): Promise<IncidentStep> {
    return this.#step(async (done) => {
      const known = await this.#db.cases.get(caseId);
      if (!known?.incidentId) return;
      const incident = await this.#db.incidents.get(known.incidentId);
      await this.#note(known, 'unlinked', { id: known.incidentId, title: incident?.title ?? '' }, by, done);
      await this.#keep(known, undefined, [...(known.notOfIncidents ?? []), known.incidentId], done);
    });
  }

  /** "Not part of it": a case that was proposed is not proposed again. */
  async refuse(id: string, caseId: string): Promise<IncidentStep> {
    return this.#step(async (done) => {
      const known = await this.#db.cases.get(caseId);
      if (known) await this.#keep(known, known.incidentId, [...(known.notOfIncidents ?? []), id], done);
    });
  }

  /** Active cases that may belong to an open incident, best first. */
  async proposals(id: string): Promise<Proposed[]> {
    const db = this.#db;
    const incident = await db.incidents.get(id);
    if (!incident || !isOpen(incident)) return [];
    const recent = await db.cases.orderBy('number').reverse().limit(LOOKED_THROUGH).toArray();
    const free = recent.filter((known) => isActive(known.status) && !known.incidentId);
    const customers = await db.customers.bulkGet(free.map(({ customerId }) => customerId));
    const candidates = await Promise.all(
      free.map((known, index) => this.#candidateOf(known, customers[index]?.place ?? '')),
    );
    const byId = new Map(free.map((known) => [known.id, known]));
    return fitsOf(
      incident,
      candidates.filter((candidate) => candidate !== null),
    ).flatMap((fit) => {
      const known = byId.get(fit.candidate.id);
      return known ? [{ ...fit, case: known }] : [];
    });
  }

  /** The open incident that a case may belong to; null if none, if it belongs to one, or if nobody waits in it. */
  async bestFor(caseId: string): Promise<(Fit & { incident: Incident }) | null> {
    const db = this.#db;
    const known = await db.cases.get(caseId);
    if (!known || known.incidentId || !isActive(known.status)) return null;
    const [open, customer] = await Promise.all([this.open(), db.customers.get(known.customerId)]);
    const candidate = open.length === 0 ? null : await this.#candidateOf(known, customer?.place ?? '');
    return candidate && bestIncident(open, candidate);
  }

  /** The check-ins for all customers of a fixed incident, for the next morning: one item, worked through as a list. */
  async checkIn(id: string, zone: string, by: string | null): Promise<IncidentStep> {
    return this.#step(async (done) => {
      const db = this.#db;
      const incident = await db.incidents.get(id);
      if (!incident) return;
      const linked = (await this.casesOf(id)).map(linkedOf);
      const existing = await db.followUps.where('incidentId').equals(id).toArray();
      const now = this.#now();
      const dueAt = defaultDue(now, zone);
      const made = checkInsFor(incident, linked, existing, { dueAt, now, by, newId: this.#newId });
      await db.followUps.bulkAdd(made);
      const line = { at: now, by, act: 'changed', part: 'follow-up', count: made.length } as const;
      if (made.length > 0) await noteAudit(db, line);
      done.followUpIds.push(...made.map((followUp) => followUp.id));
    });
  }

  /** Begins to tell all linked customers of what is new; a list that was begun before is replaced. */
  async startUpdate(id: string): Promise<void> {
    const db = this.#db;
    await db.transaction('rw', db.incidents, db.cases, db.updateLists, async () => {
      const incident = await db.incidents.get(id);
      if (!incident) return;
      const linked = (await this.casesOf(id)).map((known) => ({
        ...linkedOf(known),
        waitingSince: known.waitingSince,
      }));
      await db.updateLists.put(startUpdate(incident, linked, this.#now()));
    });
  }

  /** Notes that a customer was told or passed over. */
  async mark(id: string, caseId: string, state: UpdateItem['state']): Promise<void> {
    const db = this.#db;
    await db.transaction('rw', db.updateLists, async () => {
      const list = await db.updateLists.get(id);
      if (list) await db.updateLists.put(marked(list, caseId, state, this.#now()));
    });
  }

  /** Forgets the list of whom to tell. */
  async endUpdate(id: string): Promise<void> {
    await this.#db.updateLists.delete(id);
  }

  /** Takes a step back. */
  async undo({ incident, cases, entryIds, followUpIds }: IncidentStep): Promise<void> {
    await this.#inTransaction(async () => {
      const db = this.#db;
      await db.entries.bulkDelete(entryIds);
      await db.followUps.bulkDelete(followUpIds);
      for (const { id, ...before } of cases) {
        const known = await db.cases.get(id);
        if (known) await keepCase(db, withLinks(known, before));
      }
      if (incident?.before) await db.incidents.put(incident.before);
      else if (incident) {
        await db.incidents.delete(incident.id);
        await db.updateLists.delete(incident.id);
      }
      await this.#audit(null, await signatureAtDesk(db));
    });
  }

  async #candidateOf(known: Case, place: string): Promise<Candidate | null> {
    const tweet = latestTweet((await entriesOf(this.#db, known.id)).reverse());
    const { id, topic, notOfIncidents: settled } = known;
    return tweet && { id, text: tweet.text, topic, at: tweet.at, place, settled };
  }

  async #link(incident: Incident, caseIds: readonly string[], by: string | null, done: IncidentStep): Promise<void> {
    const linked: LinkedCase[] = [];
    for (const known of await this.#db.cases.bulkGet([...caseIds])) {
      if (!known || known.incidentId === incident.id) continue;
      // What follows from a case also follows from its history: so that is written first.
      await this.#note(known, 'linked', incident, by, done);
      await this.#keep(known, incident.id, known.notOfIncidents, done);
      linked.push(linkedOf(known));
    }
    const list = await this.#db.updateLists.get(incident.id);
    if (list && linked.length > 0) await this.#db.updateLists.put(withLinked(list, linked));
  }

  async #keep(
    known: Case,
    incidentId: string | undefined,
    notOfIncidents: string[] | undefined,
    done: IncidentStep,
  ): Promise<void> {
    done.cases.push({ id: known.id, incidentId: known.incidentId, notOfIncidents: known.notOfIncidents });
    await keepCase(this.#db, withLinks(known, { incidentId, notOfIncidents }));
  }

  async #note(
    known: Case,
    did: 'linked' | 'unlinked',
    { id: incidentId, title }: Pick<Incident, 'id' | 'title'>,
    by: string | null,
    done: IncidentStep,
  ): Promise<void> {
    const id = this.#newId();
    const change = { what: 'incident' as const, did, title, incidentId };
    const at = timeIn(known, this.#now());
    await this.#db.entries.add({ id, caseId: known.id, at, tweetId: null, kind: 'change', change, by });
    await this.#audit(known.number, by);
    done.entryIds.push(id);
  }

  async #audit(caseNumber: number | null, by: string | null): Promise<void> {
    await noteAudit(this.#db, { at: this.#now(), by, act: 'changed', part: 'incident', caseNumber });
  }

  async #step(run: (done: IncidentStep) => Promise<void>): Promise<IncidentStep> {
    const done: IncidentStep = { cases: [], entryIds: [], followUpIds: [] };
    await this.#inTransaction(() => run(done));
    return done;
  }

  async #inTransaction(run: () => Promise<void>): Promise<void> {
    const db = this.#db;
    // An async function of its own: Dexie keeps the transaction open across awaits in such only.
    await db.transaction('rw', [...caseTables(db), db.incidents, db.updateLists], async () => run());
  }
}

const linkedOf = ({ id, customerId, updatedAt }: CaseRecord): LinkedCase => ({ caseId: id, customerId, updatedAt });

/** A case with other links. An index finds only rows that have the field, so that a missing one is left out. */
function withLinks(known: Case, { incidentId, notOfIncidents }: Pick<Case, 'incidentId' | 'notOfIncidents'>): Case {
  const { incidentId: _, notOfIncidents: __, ...rest } = known;
  return {
    ...rest,
    ...(incidentId === undefined ? {} : { incidentId }),
    ...(notOfIncidents === undefined || notOfIncidents.length === 0 ? {} : { notOfIncidents }),
  };
}
