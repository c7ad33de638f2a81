import type { Case } from '../lib/cases/case';

/** A case as a list shows it. */
export interface CaseRow {
  case: Case;
  name: string;
  handle: string;
  /** The customer's latest tweet; empty if none is known. */
  lastWords: string;
}
