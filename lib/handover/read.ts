import { Checksum } from './checksum';
import { addRow, type FileRow } from './file-row';
import { emptyHistory, type History } from './rows';
import { checkRow, endSchema, FORMAT, type Header, headerSchema, VERSION } from './schema';

/** Why a file is refused, in words for the rep. */
export class RefusedFile extends Error {
  override name = 'RefusedFile';
}

/** How much a file may hold. A backup may be given more. */
export interface Limits {
  /** Characters in all. */
  total: number;
  /** Characters of one row. */
  row: number;
  rows: number;
}

export const handOverLimits: Limits = { total: 100_000_000, row: 8_000_000, rows: 2_000_000 };

const reasons = {
  foreign: 'This is not a hand-over file of Hark.',
  cutOff: 'The file ends too early: it was cut off on its way. Ask for it again.',
  changed: 'The file was changed or damaged after Hark wrote it. Ask for it again.',
  harmful: 'The file holds something that Hark never writes, so none of it is taken.',
  incomplete: 'The file names cases or customers that are not in it, so none of it is taken.',
  tooLong: 'The file is longer than any hand-over is.',
  newer: 'The file was written by a newer version of Hark. Update Hark, then import it.',
};

const HEADER_LENGTH = 4_000;
/** Rows are flat; nothing in a file lies deeper. */
const DEEPEST = 24;

type Pieces = Iterable<string> | AsyncIterable<string>;

/**
 * Reads a file's rows one after the other; throws {@link RefusedFile} where something is wrong. Whether the checksum
 * fits is known only at the end: who wants to write rows meanwhile goes through the file once before.
 */
export async function* readRows(
  pieces: Pieces,
  limits: Limits = handOverLimits,
): AsyncGenerator<{ header: Header; row: FileRow }, Header> {
  const checksum = new Checksum();
  const handles = new Set<string>();
  const cases = new Set<string>();
  let header: Header | null = null;
  let rows = 0;
  let ended = false;
  for await (const line of linesOf(pieces, limits)) {
    if (!header) {
      header = readHeader(line);
      await checksum.add(line);
    } else if (ended) {
      throw new RefusedFile(line === '' ? reasons.changed : reasons.harmful);
    } else if (line.startsWith(']')) {
      await checksum.add('\n]');
      const end = endSchema.safeParse(parse(line.replace(/^\],"end":/, '').replace(/\}$/, ''), reasons.cutOff));
      if (!end.success || !line.startsWith('],"end":')) throw new RefusedFile(reasons.changed);
      if (end.data.checksum !== (await checksum.end())) throw new RefusedFile(reasons.changed);
      if (end.data.rows !== rows) throw new RefusedFile(reasons.changed);
      ended = true;
    } else {
      await checksum.add(`\n${line}`);
      rows += 1;
      if (rows > limits.rows) throw new RefusedFile(reasons.tooLong);
      yield { header, row: readRow(line, handles, cases) };
    }
  }
  if (!header) throw new RefusedFile(reasons.foreign);
  if (!ended) throw new RefusedFile(reasons.cutOff);
  return header;
}

function readHeader(line: string): Header {
  if (line.length > HEADER_LENGTH || !line.startsWith('{')) throw new RefusedFile(reasons.foreign);
  const isOurs = line.startsWith(`{"format":"${FORMAT}",`);
  if (!isOurs) throw new RefusedFile(line.includes(`"${FORMAT}"`) ? reasons.changed : reasons.foreign);
  const version = /^\{"format":"[a-z-]+","version":(\d{1,9})[,}]/.exec(line)?.[1];
  if (version !== undefined && Number(version) > VERSION) throw new RefusedFile(reasons.newer);
  if (!line.endsWith(',"rows":[')) throw new RefusedFile(reasons.cutOff);
  const checked = headerSchema.safeParse(parse(`${line.slice(0, -',"rows":['.length)}}`, reasons.changed));
  if (!checked.success) throw new RefusedFile(reasons.harmful);
  return checked.data;
}

function readRow(line: string, handles: Set<string>, cases: Set<string>): FileRow {
  const value = parse(line.endsWith(',') ? line.slice(0, -1) : line, reasons.cutOff);
  if (!isPlain(value)) throw new RefusedFile(reasons.harmful);
  const row = checkRow(value);
  if (!row) throw new RefusedFile(reasons.harmful);
  if (row.kind === 'customer') for (const handle of row.row.handles) handles.add(handle);
  if (row.kind === 'case') {
    if (!handles.has(row.row.openedFor)) throw new RefusedFile(reasons.incomplete);
    cases.add(row.row.id);
  }
  if (row.kind === 'entry' && !cases.has(row.row.caseId)) throw new RefusedFile(reasons.incomplete);
  return row;
}

function parse(text: string, reason: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new RefusedFile(reason);
  }
}

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** True if a value is as harmless as what Hark writes: no tricks with keys, numbers, depth or halves of characters. */
function isPlain(value: unknown): boolean {
  const waiting: [part: unknown, depth: number][] = [[value, 0]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [part, depth] = next;
    if (depth > DEEPEST) return false;
    if (typeof part === 'string' && /\p{Surrogate}/u.test(part)) return false;
    if (typeof part === 'number' && !Number.isFinite(part)) return false;
    if (typeof part !== 'object' || part === null) continue;
    for (const key of Object.keys(part)) {
      if (FORBIDDEN_KEYS.has(key)) return false;
      waiting.push([(part as Record<string, unknown>)[key], depth + 1]);
    }
  }
  return true;
}

/** The lines of a text that comes in pieces. Programs on the way may have given it other line ends. */
async function* linesOf(pieces: Pieces, limits: Limits): AsyncGenerator<string> {
  let rest = '';
  let total = 0;
  let isFirst = true;
  for await (const piece of pieces) {
    total += piece.length;
    if (total > limits.total) throw new RefusedFile(reasons.tooLong);
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      yield cleaned(line, isFirst);
      isFirst = false;
    }
    // The first line tells what it is: anything else need not be read to its end.
    if (rest.length > (isFirst ? HEADER_LENGTH : limits.row)) {
      throw new RefusedFile(isFirst ? reasons.foreign : reasons.tooLong);
    }
  }
  if (rest !== '') yield cleaned(rest, isFirst);
}

function cleaned(line: string, isFirst: boolean): string {
  const text = line.endsWith('\r') ? line.slice(0, -1) : line;
  return isFirst && text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** What reading a file came to. */
export type ReadFile = { ok: true; header: Header; history: History; rows: number } | { ok: false; reason: string };

/** Reads a hand-over file whole, or says why it is refused. Changes nothing. */
export async function readHandOver(file: string | Pieces, limits: Limits = handOverLimits): Promise<ReadFile> {
  const history = emptyHistory();
  const reading = readRows(typeof file === 'string' ? piecesOf(file) : file, limits);
  let rows = 0;
  try {
    for (;;) {
      const { done, value } = await reading.next();
      if (done) return { ok: true, header: value, history, rows };
      addRow(history, value.row);
      rows += 1;
    }
  } catch (error) {
    if (error instanceof RefusedFile) return { ok: false, reason: error.message };
    throw error;
  }
}

/** Goes through a file without keeping anything of it: whether it is whole and sound, before its rows are taken. */
export async function checkHandOver(
  pieces: Pieces,
  limits: Limits = handOverLimits,
): Promise<{ ok: true; header: Header; rows: number } | { ok: false; reason: string }> {
  const reading = readRows(pieces, limits);
  let rows = 0;
  try {
    for (;;) {
      const { done, value } = await reading.next();
      if (done) return { ok: true, header: value, rows };
      rows += 1;
    }
  } catch (error) {
    if (error instanceof RefusedFile) return { ok: false, reason: error.message };
    throw error;
  }
}

function* piecesOf(text: string): Generator<string> {
  const size = 65_536;
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}
