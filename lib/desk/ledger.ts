import Dexie from 'dexie';
import type { CaseStatus, Topic } from '../cases/case';
import { byId } from '../handover/rows';
import type { Progress } from '../progress';
import { joinBeside, joinFiles, type OpenedFile } from '../reports/beside';
import { type CaseFacts, pack, unpack } from '../reports/facts';
import { prepare } from '../reports/prepare';
import {
  casesBehind,
  firstDay,
  languagesOf,
  type Pick,
  type Query,
  type Report,
  reportOn,
  type SaidOfDraft,
  type Sources,
  type WaitingFollowUp,
} from '../reports/report';
import { readShift, targetOf } from '../settings/shift';
import type { DeskDatabase } from './database';
import { HandOvers } from './hand-over';
import { countCases, readSummaries, rebuildSummaries, recountFacts } from './summaries';

/** What there is to report on. */
export interface Overview {
  /** Cases of this desk and of the files that are open. */
  cases: number;
  firstDay: string;
  languages: string[];
  /** When it was read. */
  asOf: number;
  /** Colleagues whose files are open. */
  files: { id: string; name: string; by: string | null; at: number }[];
}

/** A case behind a figure, without anybody's words. */
export interface CaseLine {
  id: string;
  number: number;
  openedAt: number;
  status: CaseStatus;
  topic: Topic;
  resolvedAt: number | null;
  /** The desk whose number it is; null for this one. */
  desk: string | null;
  /** Minutes to the first answer, or null. */
  wait: number | null;
}

/** What a recount came to. */
export interface Recount {
  cases: number;
  /** Cases of which something else was kept than their history says. */
  differing: number;
}

/** Reads the desk once and answers every question of the reports page from memory. It lives off the page's thread. */
export class Ledger {
  readonly #db: DeskDatabase;
  readonly #now: () => number;
  readonly #handOvers: HandOvers;
  readonly #files = new Map<string, OpenedFile>();
  #own: CaseFacts[] = [];
  #sources: Sources | null = null;

  constructor(db: DeskDatabase, now: () => number, newId: () => string) {
    this.#db = db;
    this.#now = now;
    this.#handOvers = new HandOvers({ db, now, newId });
  }

  /** Reads everything anew. A desk that was never counted, or whose counts do not fit, is counted from its history. */
  async read(progress: (words: string) => void): Promise<Overview> {
    const db = this.#db;
    const said =
      (what: string): Progress =>
      (done, total) => {
        progress(`${what}: ${Math.floor((done / Math.max(1, total)) * 100)} %`);
      };
    let rows = await readSummaries(db, said('Reading the cases'));
    const expected = await countCases(db);
    const kept = rows.reduce((sum, { cases }) => sum + cases.length, 0);
    if (kept !== expected && (kept > expected || kept !== (await db.cases.count()))) {
      await rebuildSummaries(db, said('Counting the desk from its history, once'));
      rows = await readSummaries(db);
    }
    this.#own = rows.flatMap(({ cases }) => cases.map(unpack));
    await this.#join();
    return this.overview();
  }

  async #join(): Promise<void> {
    const db = this.#db;
    const now = this.#now();
    const [funnel, days, sayings, incidents, followUps, shift] = await Promise.all([
      db.funnel.toArray(),
      db.reportDays.toArray(),
      db.guardSayings.orderBy('at').toArray(),
      db.incidents.toArray(),
      db.followUps.where('[state+dueAt]').between(['waiting', Dexie.minKey], ['waiting', Dexie.maxKey]).toArray(),
      readShift(db),
    ]);
    let known: { facts: CaseFacts; desk: string | null }[] = this.#own.map((facts) => ({ facts, desk: null }));
    let waiting: WaitingFollowUp[] = followUps.map(({ caseId, dueAt, by }) => ({ caseId, dueAt, by }));
    const allIncidents = byId(incidents);
    const theirs = joinFiles([...this.#files.values()]);
    if (theirs) {
      const own = await db.transaction(
        'r',
        [db.customers, db.cases, db.entries, db.followUps, db.incidents],
        async () => this.#handOvers.rowsBeside(theirs),
      );
      const beside = joinBeside(own, await this.#handOvers.desk(), theirs);
      known = [...known.filter(({ facts }) => !beside.replaced.has(facts.id)), ...beside.facts];
      waiting = [...waiting.filter(({ caseId }) => !beside.replaced.has(caseId)), ...beside.waiting];
      for (const incident of beside.incidents) allIncidents.set(incident.id, incident);
    }
    const said: SaidOfDraft[] = sayings;
    const prepared = prepare(known, targetOf(shift), now);
    this.#sources = { prepared, funnel, days, sayings: said, incidents: [...allIncidents.values()], waiting, now };
  }

  overview(): Overview {
    const sources = this.#known();
    return {
      cases: sources.prepared.cases.length,
      firstDay: firstDay(sources),
      languages: languagesOf(sources),
      asOf: sources.now,
      files: [...this.#files].map(([id, { header }]) => ({ id, name: header.desk.name, by: header.by, at: header.at })),
    };
  }

  report(query: Query): Report {
    return reportOn(this.#known(), query);
  }

  /** The first cases behind a point, the latest first, and how many there are. */
  cases(query: Query, pick: Pick, limit: number): { lines: CaseLine[]; total: number } {
    const found = casesBehind(this.#known(), query, pick).reverse();
    const lines = found.slice(0, limit).map(({ facts, desk, wait }): CaseLine => {
      const { id, number, openedAt, status, topic, resolvedAt } = facts;
      return { id, number, openedAt, status, topic, resolvedAt, desk, wait };
    });
    return { lines, total: found.length };
  }

  /** Lays a colleague's file beside the desk. A later file of the same desk takes the place of the one before. */
  async open(file: OpenedFile): Promise<Overview> {
    const before = this.#files.get(file.header.desk.id);
    this.#files.set(file.header.desk.id, file);
    try {
      await this.#join();
    } catch (error) {
      if (before) this.#files.set(file.header.desk.id, before);
      else this.#files.delete(file.header.desk.id);
      throw error;
    }
    return this.overview();
  }

  async close(id: string): Promise<Overview> {
    this.#files.delete(id);
    await this.#join();
    return this.overview();
  }

  /** Counts the desk from its history and compares; what differs is put right. */
  async recount(progress: (words: string) => void): Promise<Recount> {
    const said: Progress = (done, total) => progress(`Counting again: ${done} of ${total} cases`);
    const counted = await recountFacts(this.#db, said);
    const kept = new Map((await readSummaries(this.#db)).flatMap(({ cases }) => cases.map((row) => [row[0], row])));
    const differing = counted.filter((facts) => JSON.stringify(pack(facts)) !== JSON.stringify(kept.get(facts.id)));
    if (differing.length > 0 || kept.size !== counted.length) await rebuildSummaries(this.#db);
    await this.read(progress);
    return { cases: counted.length, differing: differing.length + Math.max(0, kept.size - counted.length) };
  }

  #known(): Sources {
    if (!this.#sources) throw new Error('The desk was not read yet.');
    return this.#sources;
  }
}
