import type { Channel } from '../facts/fact';

/**
 * What is counted of a day because no history tells of it: posts of the brand that are in no case, and ways to reach it
 * that replies have offered. Counts only.
 */
export interface ReportDay {
  /** The rep's local day, like 2026-05-04. */
  day: string;
  /** Posts in no case that read as an offer. */
  marketing: number;
  /** Other posts in no case. */
  other: number;
  offered: Partial<Record<Channel, number>>;
  /** Posts that are counted, as numbers that cannot be read back: so each counts once. */
  counted: number[];
}

export const emptyReportDay = (day: string): ReportDay => ({ day, marketing: 0, other: 0, offered: {}, counted: [] });
