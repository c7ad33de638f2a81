import type { Progress } from '../progress';
import type { OpenedFile } from './beside';

/** What reading a colleague's file came to: it, why it is refused, or that it asks for a passphrase. */
export type ReadResult =
  | { ok: true; file: OpenedFile }
  | { ok: false; reason: string }
  | { ok: false; locked: { at: number; isWrong: boolean } };

/** How a file is read. */
export interface Reading {
  /** Null if nobody was asked for one yet. */
  passphrase: string | null;
  /** Version of this desk's database: what a newer one holds may be unknown here. */
  schema: number;
  progress: Progress;
}
