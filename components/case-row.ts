import type { Case } from '../lib/cases/case';
import type { Excerpt } from '../lib/desk/search';

/** A case as a list shows it. */
export interface CaseRow {
  case: Case;
  name: string;
  handle: string;
  /** The customer's latest tweet; empty if none is known. */
  lastWords: string;
  /** Where a search found its words; empty in a list. */
  excerpts: readonly Excerpt[];
}
