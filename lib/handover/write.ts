import { mend, mendedJson } from './canonical';
import { Checksum } from './checksum';
import { type FileRow, rowsOfHistory } from './file-row';
import type { History } from './rows';
import { checkRow, FORMAT, type Header, VERSION } from './schema';

/** What a file is to say of itself. */
export type Heading = Omit<Header, 'format' | 'version'>;

/** What became of the rows that were to be written. */
export interface Written {
  rows: number;
  /** Rows of a form that no reader would take: Hark writes none, but a damaged database may hold some. */
  leftOut: FileRow[];
}

/**
 * Writes a hand-over file, a piece at a time: JSON, with each row in a line of its own, so that a long one can be
 * written and read without holding it whole. The checksum at its end covers all before it.
 */
export async function* writeRows(
  heading: Heading,
  rows: Iterable<FileRow> | AsyncIterable<FileRow>,
): AsyncGenerator<string, Written> {
  const checksum = new Checksum();
  const written: Written = { rows: 0, leftOut: [] };
  const { desk, by, to, at } = mend(heading);
  const header: Header = { format: FORMAT, version: VERSION, desk: { id: desk.id, name: desk.name }, by, to, at };
  const first = `${JSON.stringify(header).slice(0, -1)},"rows":[`;
  await checksum.add(first);
  yield first;
  for await (const row of rows) {
    const text = mendedJson(JSON.stringify(row));
    if (!checkRow(JSON.parse(text))) {
      written.leftOut.push(row);
      continue;
    }
    const line = `${written.rows === 0 ? '' : ','}\n${text}`;
    written.rows += 1;
    await checksum.add(line);
    yield line;
  }
  await checksum.add('\n]');
  yield `\n],"end":${JSON.stringify({ rows: written.rows, checksum: await checksum.end() })}}\n`;
  return written;
}

/** A hand-over file as one text. */
export async function writeHandOver(heading: Heading, history: History): Promise<{ text: string } & Written> {
  const pieces: string[] = [];
  const writing = writeRows(heading, rowsOfHistory(history));
  for (;;) {
    const { done, value } = await writing.next();
    if (done) return { text: pieces.join(''), ...value };
    pieces.push(value);
  }
}

/** A name for the file, like "hark-hand-over-2026-05-04-1402-JD.json", by the clock of this computer. */
export function handOverFileName(at: number, by: string | null): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  // Letters of any script are fine for a file; signs that mean something to a system are not.
  const rep = [...(by ?? '').normalize('NFC').matchAll(/[\p{L}\p{N}]+/gu)].join('-').slice(0, 30);
  return `hark-hand-over-${day}-${two(date.getHours())}${two(date.getMinutes())}${rep ? `-${rep}` : ''}.json`;
}
