import { sayCount, sayNumber } from '../../text/counts';
import { type DefinitionId, defined } from '../definitions';
import type { Pick, Report, ReportStage } from '../report';
import type { Share } from '../spread';
import { sayList, sayShare } from '../words';
import type { GroupId, Section } from './section';

/** The answer where there was nothing to count. */
export const NOTHING = 'Nothing in this period.';

/** The note where business hours are set. */
export const WORKING_TIME = 'In working time: hours outside of the team’s do not count.';

/** TypeScript's own name for it is a point of a picture here. */
type PartOf<Of, Keys extends keyof Of> = { [Key in Keys]: Of[Key] };

/** Puts a section together, with the definitions that it needs. */
export function make(
  id: string,
  group: GroupId,
  question: string,
  ids: readonly DefinitionId[],
  rest: PartOf<Section, 'answer' | 'picture' | 'table'> & { notes: (string | null)[] },
): Section {
  const notes = rest.notes.filter((note) => note !== null);
  return {
    id,
    group,
    question,
    answer: rest.answer,
    notes,
    picture: rest.picture,
    table: rest.table,
    definitions: defined(ids),
  };
}

/** The three largest shares in a sentence. */
export function sharesAnswer<Key extends string>(
  shares: readonly Share<Key>[],
  total: number,
  name: (key: Key) => string,
  what: string,
): string {
  const most = shares.filter(({ count }) => count > 0).slice(0, 3);
  if (most.length === 0) return NOTHING;
  const parts = most.map(({ key, count }, index) => {
    const share = sayShare(count, total);
    return `${name(key)} (${index === 0 ? `${share} of ${sayCount(total, what)}` : share})`;
  });
  const [first, ...others] = parts;
  return `Most often ${first}${others.length > 0 ? `, then ${sayList(others)}` : ''}.`;
}

/**
 * Picture and table of shares.
 *
 * @param ofWhole whether a full bar stands for all, else for the largest share
 */
export function sharesParts<Key extends string>(
  shares: readonly Share<Key>[],
  total: number,
  column: string,
  name: (key: Key) => string,
  pickOf: (key: Key) => Pick | null,
  ofWhole = false,
): PartOf<Section, 'picture' | 'table'> {
  return {
    picture: {
      kind: 'bars',
      whole: ofWhole ? total : null,
      series: null,
      points: shares.map(({ key, count }) => ({
        key,
        label: name(key),
        parts: [count],
        says: `${sayNumber(count)} · ${sayShare(count, total)}`,
        pick: count > 0 ? pickOf(key) : null,
      })),
    },
    table: {
      columns: [column, 'Count', 'Share in %'],
      rows: shares.map(({ key, count }) => ({
        cells: [name(key), count, total === 0 ? null : rounded((count / total) * 100)],
        pick: count > 0 ? pickOf(key) : null,
      })),
    },
  };
}

/** What hand-overs do not tell, where any are open. */
export const withoutHandOvers = ({ lacking }: Report, what: string): string | null =>
  lacking.length === 0 ? null : `${what} without ${sayList(lacking)}: hand-over files do not hold them, backups do.`;

/** How many have come as far as a stage; null where that is not known. */
export const countOf = (report: Report, stage: ReportStage): number | null =>
  report.funnel.find((row) => row.stage === stage)?.count ?? null;

/** How many cases were opened. */
export const cohortSize = (report: Report): number => countOf(report, 'opened') ?? 0;

/** How many of the shares are one kind. */
export const countIn = <Key extends string>(shares: readonly Share<Key>[], wanted: Key): number =>
  shares.find(({ key }) => key === wanted)?.count ?? 0;

/** Adds one figure of each row. */
export const sum = <Row>(rows: readonly Row[], value: (row: Row) => number): number =>
  rows.reduce((total, row) => total + value(row), 0);

/** How many there are in all shares. */
export const totalOf = (shares: readonly { count: number }[]): number => sum(shares, ({ count }) => count);

/** With a capital letter. */
export const titled = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** To one decimal. */
export const rounded = (value: number): number => Math.round(value * 10) / 10;
