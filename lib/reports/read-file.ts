import { readHandOver } from '../handover/read';
import { textOf } from '../handover/text-of';
import { readColleaguesBackup } from './read-backup';
import type { Reading, ReadResult } from './reading';

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
