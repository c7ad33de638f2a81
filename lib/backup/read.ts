import type { Progress } from '../progress';
import { z } from '../schema';
import { type Bytes, piecesOf, streamOf } from './bytes';
import { Intake, opened } from './frames';
import { type Header, openerOf, readHeader } from './header';
import type { BackupLock } from './lock';
import { RefusedBackup, reasons } from './refusal';
import { isHarmless } from './row';
import type { Page } from './store';
import { type BackupEnd, type BackupHead, signs } from './write';

const name = z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,40}$/);
const keyPath = z.string().regex(/^[A-Za-z][\w.]{0,60}$/);
const headSchema = z.strictObject({
  desk: z.strictObject({ id: z.string().max(200), name: z.string().max(200) }).nullable(),
  tables: z
    .array(
      z.strictObject({
        name,
        keyPath,
        autoIncrement: z.boolean(),
        indexes: z
          .array(
            z.strictObject({
              name: z.string().max(120),
              keyPath: z.union([keyPath, z.array(keyPath).min(1).max(6)]),
              unique: z.boolean(),
              multiEntry: z.boolean(),
            }),
          )
          .max(20),
        rows: z.number().int().min(0),
      }),
    )
    .max(60),
});
const endSchema = z.strictObject({ rows: z.record(name, z.number().int().min(0)), changed: z.boolean() });

/** An import that can be taken back is one row, and a long one. */
const LONGEST_ROW = 200_000_000;
/** Rows that are given at once, and of how many signs together they are given sooner. */
const PAGE_ROWS = 4_000;
const PAGE_SIGNS = 4_000_000;

/** What of a backup can be read without its passphrase. */
export async function readBackupHeader(file: Blob): Promise<Header> {
  const intake = new Intake(piecesOf(file.slice(0, 8_000).stream()));
  return readHeader(await intake.line());
}

/** What a backup holds, known once all of it has been looked through. */
export interface BackupSummary {
  header: Header;
  head: BackupHead;
  end: BackupEnd;
  /** Rows of the settings, which are few. */
  settings: unknown[];
}

export interface ReadOptions {
  lock: BackupLock | null;
  progress?: Progress;
  signal?: AbortSignal;
}

/**
 * Reads a backup's rows, some at a time; throws {@link RefusedBackup} where something is wrong. Whether all of it is
 * there is known only at the end: look through it with {@link checkBackup} before rows are written.
 */
export async function* readBackup(
  file: Blob,
  options: ReadOptions,
): AsyncGenerator<Page, Omit<BackupSummary, 'settings'>> {
  const intake = new Intake(counted(file, options));
  const line = await intake.line();
  const header = await readHeader(line);
  const sealer = await openerOf(line, header, options.lock);
  const content = streamOf(opened(intake, sealer)).pipeThrough(new DecompressionStream('gzip'));
  let head: BackupHead | null = null;
  let end: BackupEnd | null = null;
  let table: string | null = null;
  const counts: Record<string, number> = {};
  let [rows, length]: [unknown[], number] = [[], 0];
  try {
    for await (const text of textLines(piecesOf(content))) {
      if (end) throw new RefusedBackup(reasons.harmful);
      if (!head) {
        head = understood(headSchema, text);
        continue;
      }
      const sign = text.charAt(0);
      if (sign === signs.row && table !== null) {
        const row = parse(text);
        if (!isHarmless(table, row)) throw new RefusedBackup(reasons.harmful);
        rows.push(row);
        counts[table] = (counts[table] ?? 0) + 1;
        length += text.length;
        if (rows.length < PAGE_ROWS && length < PAGE_SIGNS) continue;
      }
      if (rows.length > 0 && table !== null) {
        options.signal?.throwIfAborted();
        yield { table, rows };
        rows = [];
        length = 0;
      }
      if (sign === signs.table) {
        table = text.slice(1);
        if (!head.tables.some((one) => one.name === table)) throw new RefusedBackup(reasons.harmful);
        counts[table] ??= 0;
      } else if (sign === signs.end) {
        end = understood(endSchema, text.slice(1));
        for (const [counted, count] of Object.entries(end.rows)) {
          if (counts[counted] !== count) throw new RefusedBackup(reasons.changed);
        }
      } else if (sign !== signs.row) throw new RefusedBackup(reasons.harmful);
    }
  } catch (error) {
    // What the unpacking says of pieces that are not ours is no word for a rep.
    if (error instanceof TypeError) throw new RefusedBackup(reasons.changed);
    throw error;
  }
  if (!head || !end) throw new RefusedBackup(reasons.cutOff);
  return { header, head, end };
}

/** Looks through a whole backup and keeps nothing of it but what it says of itself, and the settings. */
export async function checkBackup(file: Blob, options: ReadOptions): Promise<BackupSummary> {
  const reading = readBackup(file, options);
  const settings: unknown[] = [];
  for (;;) {
    const { done, value } = await reading.next();
    if (done) return { ...value, settings };
    if (value.table === 'settings') settings.push(...value.rows);
  }
}

async function* counted(file: Blob, { progress }: ReadOptions): AsyncGenerator<Bytes> {
  let done = 0;
  for await (const piece of piecesOf(file.stream())) {
    done += piece.length;
    progress?.(done, file.size);
    yield piece;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RefusedBackup(reasons.harmful);
  }
}

function understood<Value>(schema: z.ZodType<Value>, text: string): Value {
  const checked = schema.safeParse(parse(text));
  if (!checked.success) throw new RefusedBackup(reasons.harmful);
  return checked.data;
}

async function* textLines(pieces: AsyncIterable<Bytes>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  // A long line comes in many pieces: they are joined once, at its end.
  let open: string[] = [];
  let length = 0;
  for await (const piece of pieces) {
    const lines = decoder.decode(piece, { stream: true }).split('\n');
    const rest = lines.pop() ?? '';
    for (const line of lines) {
      open.push(line);
      yield open.join('');
      open = [];
      length = 0;
    }
    open.push(rest);
    length += rest.length;
    if (length > LONGEST_ROW) throw new RefusedBackup(reasons.harmful);
  }
  const last = open.join('') + decoder.decode();
  if (last !== '') yield last;
}
