import { readHandOver } from '../handover/read';
import type { OpenedFile } from './beside';

/** What reading a colleague's file came to. */
export type ReadResult = { ok: true; file: OpenedFile } | { ok: false; reason: string };

type Reader = (pieces: () => AsyncIterable<string>) => Promise<ReadResult>;

/** Each kind of file with its own reader. A reader of another kind stands here beside the hand-over's. */
const readers: readonly Reader[] = [
  async (pieces) => {
    const read = await readHandOver(pieces());
    return read.ok ? { ok: true, file: { header: read.header, history: read.history } } : read;
  },
];

/**
 * Reads a colleague's file, whatever kind it is, or says why it is refused.
 *
 * @param pieces gives the text from its beginning each time it is called
 */
export async function readColleaguesFile(pieces: () => AsyncIterable<string>): Promise<ReadResult> {
  let refusal: ReadResult = { ok: false, reason: 'This is no file of Hark.' };
  for (const reader of readers) {
    refusal = await reader(pieces);
    if (refusal.ok) return refusal;
  }
  return refusal;
}
