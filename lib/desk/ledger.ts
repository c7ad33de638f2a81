import type { CaseStatus, Topic } from '../cases/case';
import { handlesIn, withoutErased } from '../handover/erased';
import { byId, type History } from '../handover/rows';
import type { Incident } from '../incidents/incident';
import { erasedAmong } from '../keeping/erased';
import { percent } from '../progress';
import type { FunnelDay } from '../queue/funnel';
import {
  type Beside,
  joinBeside,
  joinFiles,
  type OpenedBackup,
  type OpenedFile,
  type OpenedHandOver,
} from '../reports/beside';
import type { ReportDay } from '../reports/day';
import { idOf, type PackedFacts } from '../reports/facts';
import { factsAt, type KnownCase, prepare, type WaitingFollowUp } from '../reports/prepare';
import {
  casesBehind,
  languagesOf,
  type Pick,
  type Query,
  type Report,
  reportOn,
  type SaidOfDraft,
  type Sources,
} from '../reports/report';
import { prepareTweets } from '../reports/tweets';
import { readShift, targetOf } from '../settings/shift';
import { joinWaiting, KnownCases } from './backup-beside';
import type { DeskContext } from './context';
import type { DeskDatabase } from './database';
import { waitingRows } from './follow-ups';
import { HandOvers } from './hand-over';
import { countCases, readSummaries, recountSummaries } from './summaries';

/** What there is to report on. */
export interface Overview {
  /** Cases of this desk and of the files that are open. */
  cases: number;
  languages: string[];
  /** When it was read. */
  asOf: number;
  /** Colleagues whose files are open. */
  files: { id: string; name: string; at: number; kind: OpenedFile['kind'] }[];
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
  overview: Overview;
}

/** What is known while file after file is laid beside it. */
interface Joined {
  cases: KnownCase[];
  funnel: FunnelDay[];
  days: ReportDay[];
  sayings: SaidOfDraft[];
  incidents: Map<string, Incident>;
  waiting: WaitingFollowUp[];
}

/** Reads the desk once and answers every question of the reports page from memory. It lives off the page's thread. */
export class Ledger {
  readonly #db: DeskDatabase;
  readonly #now: () => number;
  readonly #handOvers: HandOvers;
  readonly #files = new Map<string, OpenedFile>();
  #own: PackedFacts[] = [];
  #sources: Sources | null = null;

  constructor(context: DeskContext) {
    this.#db = context.db;
    this.#now = context.now;
    this.#handOvers = new HandOvers(context);
  }

  /** Reads everything anew. A desk that was never counted, or whose counts do not fit, is counted from its history. */
  async read(progress: (words: string) => void): Promise<Overview> {
    const db = this.#db;
    this.#own = await readSummaries(db, percent('Reading the cases', progress));
    const [kept, expected] = [this.#own.length, await countCases(db)];
    // The counters may be off as well: before all is read, the cases themselves are asked.
    if (kept !== expected && kept !== (await db.cases.count())) {
      await recountSummaries(db, percent('Counting the desk from its history, once', progress));
      this.#own = await readSummaries(db);
    }
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
      waitingRows(db).toArray(),
      readShift(db),
    ]);
    const joined: Joined = {
      ...{ cases: this.#own.map((facts) => ({ facts, desk: null })), funnel, days, sayings },
      incidents: byId(incidents),
      waiting: followUps.map(({ id, caseId, dueAt, by }) => ({ id, caseId, dueAt, by })),
    };
    await this.#joinFiles(joined);
    const target = targetOf(shift);
    this.#sources = {
      ...{
        prepared: prepare(joined.cases, joined.waiting, target, now),
        tweets: prepareTweets(joined.funnel),
        days: joined.days,
      },
      ...{ sayings: joined.sayings, incidents: [...joined.incidents.values()], now },
      lacking: this.#opened('hand-over').map(({ header }) => header.desk.name),
    };
  }

  #opened<Kind extends OpenedFile['kind']>(kind: Kind): Extract<OpenedFile, { kind: Kind }>[] {
    const isIt = (file: OpenedFile): file is Extract<OpenedFile, { kind: Kind }> => file.kind === kind;
    return [...this.#files.values()].filter(isIt);
  }

  /** Lays what colleagues' files tell beside what this desk knows. */
  async #joinFiles(joined: Joined): Promise<void> {
    const db = this.#db;
    const handOvers: OpenedHandOver[] = this.#opened('hand-over');
    const backups: OpenedBackup[] = this.#opened('backup');
    const theirs = joinFiles(handOvers);
    const beside = theirs && (await this.#beside(theirs));
    if (beside) {
      joined.cases = [...joined.cases.filter(({ facts }) => !beside.replaced.has(idOf(facts))), ...beside.cases];
      joined.waiting = [...joined.waiting.filter(({ caseId }) => !beside.replaced.has(caseId)), ...beside.waiting];
      for (const incident of beside.incidents) joined.incidents.set(incident.id, incident);
    }
    if (backups.length === 0) return;
    const known = new KnownCases(db, joined.cases);
    if (beside) known.note(beside);
    const own = await this.#handOvers.desk();
    for (const backup of backups) {
      joined.waiting = await joinWaiting(db, joined.waiting, backup, await known.lay(backup));
      for (const incident of backup.incidents) {
        const here = joined.incidents.get(incident.id);
        if (!here || here.updatedAt < incident.updatedAt) joined.incidents.set(incident.id, incident);
      }
      // An earlier backup of this very desk counts nothing that it does not count itself.
      if (backup.header.desk.id === own.id) continue;
      joined.funnel = [...joined.funnel, ...backup.funnel];
      joined.days = [...joined.days, ...backup.days];
      joined.sayings = [...joined.sayings, ...backup.sayings];
    }
    joined.cases = known.all;
  }

  /** What hand-overs come to beside this desk; whoever was erased here stays so. */
  async #beside(history: History): Promise<Beside> {
    const db = this.#db;
    const theirs = withoutErased(history, await erasedAmong(db, handlesIn(history)));
    const own = await db.transaction('r', [db.customers, db.cases, db.entries, db.followUps, db.incidents], async () =>
      this.#handOvers.rowsBeside(theirs),
    );
    return joinBeside(own, await this.#handOvers.desk(), theirs);
  }

  overview(): Overview {
    const sources = this.#known();
    return {
      cases: sources.prepared.cases.length,
      languages: languagesOf(sources),
      asOf: sources.now,
      files: [...this.#files].map(([id, { kind, header }]) => ({ id, name: header.desk.name, at: header.at, kind })),
    };
  }

  report(query: Query): Report {
    return reportOn(this.#known(), query);
  }

  /** The first cases behind a point, the latest first, and how many there are. */
  cases(query: Query, pick: Pick, limit: number): { lines: CaseLine[]; total: number } {
    const sources = this.#known();
    const found = casesBehind(sources, query, pick).reverse();
    const lines = found.slice(0, limit).map((place): CaseLine => {
      const { id, number, openedAt, status, topic, resolvedAt } = factsAt(sources.prepared, place);
      const wait = sources.prepared.wait[place] ?? Number.NaN;
      const desk = sources.prepared.cases[place]?.desk ?? null;
      return { id, number, openedAt, status, topic, resolvedAt, desk, wait: Number.isNaN(wait) ? null : wait };
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

  /** Counts the desk from its history; what was kept otherwise is put right. */
  async recount(progress: (words: string) => void): Promise<Recount> {
    const recounted = await recountSummaries(this.#db, (done, total) =>
      progress(`Counting again: ${done} of ${total} cases`),
    );
    return { ...recounted, overview: await this.read(progress) };
  }

  #known(): Sources {
    if (!this.#sources) throw new Error('The desk was not read yet.');
    return this.#sources;
  }
}
