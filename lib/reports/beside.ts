import type { DeskName } from '../cases/case';
import { fold } from '../handover/fold';
import { joinHistories } from '../handover/join';
import { byId, type DeskRows, groupBy, type History } from '../handover/rows';
import type { Header } from '../handover/schema';
import { unfold } from '../handover/unfold';
import type { Incident } from '../incidents/incident';
import { type CaseFacts, factsOf } from './facts';
import type { WaitingFollowUp } from './report';

/** A colleague's file that was read, whatever kind of file it is. */
export interface OpenedFile {
  header: Pick<Header, 'desk' | 'by' | 'at'>;
  history: History;
}

/** What this desk and others come to together, as far as their files speak of it. */
export interface Beside {
  /** Of a desk by its name; null for this one's own cases. */
  facts: { facts: CaseFacts; desk: string | null }[];
  /** Cases of this desk that are among them: they take the place of what is known of them here. */
  replaced: Set<string>;
  incidents: Incident[];
  waiting: WaitingFollowUp[];
}

/** All that is in some histories. */
export function joinFiles(files: readonly OpenedFile[]): History | null {
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
    facts: rows.cases.map((known) => ({
      facts: factsOf(known, entries.get(known.id) ?? []),
      desk: ownCases.has(known.id) ? null : (known.origins?.[0]?.desk.name ?? 'another desk'),
    })),
    replaced: new Set([...ownCases.keys(), ...ids]),
    // Their form was checked as the file was read; here they are rows of this desk again.
    incidents: rows.flat.incident as unknown as Incident[],
    waiting: rows.flat.followUp.flatMap(({ caseId, dueAt, by, state }) =>
      state === 'waiting' && typeof caseId === 'string' && typeof dueAt === 'number'
        ? [{ caseId, dueAt, by: typeof by === 'string' ? by : null }]
        : [],
    ),
  };
}
