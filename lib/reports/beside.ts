import type { DeskName } from '../cases/case';
import type { FollowUp } from '../follow-ups/follow-up';
import { fold } from '../handover/fold';
import { joinHistories } from '../handover/join';
import { byId, type DeskRows, groupBy, type History } from '../handover/rows';
import type { Header } from '../handover/schema';
import { unfold } from '../handover/unfold';
import type { Incident } from '../incidents/incident';
import type { FunnelDay } from '../queue/funnel';
import type { ReportDay } from './day';
import { factsOf, type PackedFacts, pack } from './facts';
import type { KnownCase, WaitingFollowUp } from './prepare';
import type { SaidOfDraft } from './report';

type FileHeader = Pick<Header, 'desk' | 'by' | 'at'>;

/** A colleague's hand-over. */
export interface OpenedHandOver {
  kind: 'hand-over';
  header: FileHeader;
  history: History;
}

/** A colleague's backup, as far as reports count it. */
export interface OpenedBackup {
  kind: 'backup';
  header: FileHeader;
  cases: BackupCase[];
  incidents: Incident[];
  followUps: FollowUp[];
  funnel: FunnelDay[];
  days: ReportDay[];
  sayings: SaidOfDraft[];
}

/** A case as a backup tells of it. */
export interface BackupCase {
  facts: PackedFacts;
  /** Its id, and those under which other desks have opened it. */
  ids: string[];
  openedAt: number;
  updatedAt: number;
  customerId: string;
  /** The customer's handle, lower case. */
  openedFor: string;
  /** Ids of the customer's tweets in it. */
  tweets: string[];
}

/** A colleague's file that was read, whatever kind of file it is. */
export type OpenedFile = OpenedHandOver | OpenedBackup;

/** What this desk and others come to together, as far as their hand-overs speak of it. */
export interface Beside {
  cases: KnownCase[];
  /** Ids of the customer's tweets, with the id of the case they stand in. */
  tweets: Map<string, string>;
  /** When each case was changed last, by its id. */
  updatedAt: Map<string, number>;
  /** Cases of this desk that are among them: they take the place of what is known of them here. */
  replaced: Set<string>;
  incidents: Incident[];
  waiting: WaitingFollowUp[];
}

/** All that is in some histories. */
export function joinFiles(files: readonly OpenedHandOver[]): History | null {
  const [first, ...others] = files;
  return first ? others.reduce((joined, { history }) => joinHistories(joined, history), first.history) : null;
}

/**
 * Joins colleagues' cases with what this desk has of the same customers, as an import would: a case that several desks
 * know counts once. Pure, and nothing is imported.
 *
 * @param own the rows of this desk that the files speak of, with all cases of their customers
 */
export function joinBeside(own: DeskRows, desk: DeskName, theirs: History): Beside {
  const ownCases = byId(own.cases);
  const rows = fold(joinHistories(unfold(own, desk), theirs), {
    customers: byId(own.customers),
    cases: ownCases,
    takeNumber: ({ number }) => number,
  });
  const entries = groupBy(rows.entries, ({ caseId }) => caseId);
  const ids = new Set(rows.cases.map(({ id }) => id));
  return {
    cases: rows.cases.map((known) => ({
      facts: pack(factsOf(known, entries.get(known.id) ?? [])),
      desk: ownCases.has(known.id) ? null : (known.origins?.[0]?.desk.name ?? 'another desk'),
    })),
    tweets: new Map(
      rows.entries.flatMap(({ kind, tweetId, caseId }) => (kind === 'tweet' && tweetId ? [[tweetId, caseId]] : [])),
    ),
    updatedAt: new Map(rows.cases.map(({ id, updatedAt }) => [id, updatedAt])),
    replaced: new Set([...ownCases.keys(), ...ids]),
    // Their form was checked as the file was read; here they are rows of this desk again.
    incidents: rows.flat.incident as unknown as Incident[],
    waiting: rows.flat.followUp.flatMap(({ id, caseId, dueAt, by, state }) =>
      state === 'waiting' && typeof caseId === 'string' && typeof dueAt === 'number'
        ? [{ id, caseId, dueAt, by: typeof by === 'string' ? by : null }]
        : [],
    ),
  };
}
