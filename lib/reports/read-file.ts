import { readHandOver } from '../handover/read';
import { textOf } from '../handover/text-of';
import type { OpenedFile } from './beside';
import { readColleaguesBackup } from './read-backup';

/** What reading a colleague's file came to: it, why it is refused, or that it asks for a passphrase. */
export type ReadResult =
  | { ok: true; file: OpenedFile }
  | { ok: false; reason: string }
  | { ok: false; locked: { at: number; isWrong: boolean } };

/** How a file is read. */
export interface Reading {
  /** Null if nobody was asked for one yet. */
  passphrase: string | null;
  progress(done: number, total: number): void;
}

/** Reads one kind of file; null if it is of another kind. */
type Reader = (file: Blob, reading: Reading) => Promise<ReadResult | null>;

/** Each kind of file with its own reader. */
const readers: readonly Reader[] = [readColleaguesBackup, readColleaguesHandOver];

async function readColleaguesHandOver(file: Blob, { progress }: Reading): Promise<ReadResult | null> {
  const read = await readHandOver(textOf(file, progress));
  return read.ok ? { ok: true, file: { kind: 'hand-over', header: read.header, history: read.history } } : read;
}

/** Reads a colleague's file, whatever kind it is, or says why it is refused. */
export async function readColleaguesFile(file: Blob, reading: Reading): Promise<ReadResult> {
  for (const reader of readers) {
    const read = await reader(file, reading);
    if (read) return read;
  }
  return { ok: false, reason: 'This is no file of Hark.' };
}
