import type { Definition } from '../definitions';
import type { Pick, Report } from '../report';
import type { StepWords } from './steps';

/** What stands in a table. */
export type Cell = string | number | null;

/** What stands behind a picture, also for whoever does not see it. */
export interface Table {
  columns: string[];
  rows: { cells: Cell[]; pick: Pick | null }[];
}

/** How a part of a picture looks; each also differs in lightness and pattern. */
export type Tone = 'strong' | 'middle' | 'warm';

/** A bar that lies: its label, its length and what it says. */
export interface BarPoint {
  key: string;
  label: string;
  /** One after the other, in the order of the picture's series. */
  parts: number[];
  says: string;
  pick: Pick | null;
}

/** What a part of each bar or column stands for. */
export interface Series {
  name: string;
  tone: Tone;
}

/** A column: one part above the other. */
export interface ColumnPoint {
  key: string;
  label: string;
  /** What the axis says below it, where there is room. */
  short: string;
  parts: { value: number; pick: Pick | null }[];
  says: string;
}

/** A column for lengths of time: half within, and nine in ten within. */
export interface SpreadPoint {
  key: string;
  label: string;
  short: string;
  median: number | null;
  ninth: number | null;
  few: boolean;
  says: string;
  pick: Pick | null;
}

/** What a section draws. */
export type Picture =
  | {
      kind: 'bars';
      /** Null where all bars are of one part. */
      series: Series[] | null;
      points: BarPoint[];
      /** What a full bar stands for; null for the longest one. */
      whole: number | null;
    }
  | { kind: 'columns'; series: Series[]; points: ColumnPoint[] }
  | { kind: 'spreads'; points: SpreadPoint[]; target: number | null; working: boolean }
  /** Pictures of one section side by side, each to a measure of its own. */
  | { kind: 'several'; parts: { name: string; picture: Picture }[] };

/** A question, its answer, and what the answer is from. */
export interface Section {
  id: string;
  /** Parts of the page under one heading. */
  group: GroupId;
  question: string;
  answer: string;
  /** What to keep in mind: few cases, or figures that are left out. */
  notes: string[];
  picture: Picture | null;
  table: Table;
  definitions: Definition[];
}

/** What a section is said with. */
export interface SectionWords {
  locale: string;
  steps: StepWords;
}

/** Makes what is to be said of one question: nothing where there is nothing to ask. Pure. */
export type SectionMaker = (report: Report, words: SectionWords) => Section | readonly Section[] | null;

/** Headings of the page. */
export const groups = {
  funnel: 'The funnel',
  time: 'How fast',
  about: 'What it was about',
  after: 'What came of it',
  fair: 'Is it fair?',
} as const;

export type GroupId = keyof typeof groups;
