import type { CaseLine, Overview, Recount } from '../desk/ledger';
import type { ReadResult } from './reading';
import type { Pick, Query, Report } from './report';

/** What the page asks of the thread that counts. */
export interface Questions {
  read: { ask: null; answer: Overview };
  report: { ask: Query; answer: Report };
  cases: { ask: { query: Query; pick: Pick; limit: number }; answer: { lines: CaseLine[]; total: number } };
  openFile: {
    ask: { file: File; passphrase: string | null };
    answer: { ok: true; overview: Overview } | Exclude<ReadResult, { ok: true }>;
  };
  closeFile: { ask: string; answer: Overview };
  recount: { ask: null; answer: Recount };
}
export type Question = keyof Questions;

/** A question with the number by which its answer is known again. */
export type Asked = { [What in Question]: { id: number; what: What; ask: Questions[What]['ask'] } }[Question];

/** An answer; or how far it is; or why there is none, in words for the rep; or what failed, for a diagnosis. */
export type Answered =
  | { id: number; answer: unknown }
  | { id: number; progress: string }
  | { id: number; failure: string }
  | { trouble: { name: string; stack: string } };
