import { readFileSync } from 'node:fs';
import { z } from '../../lib/schema';

/** Something the person at the keyboard can mend. */
export class UsageError extends Error {}

/**
 * The text of a file.
 *
 * @param example how the command is called rightly, shown if the file cannot be read
 */
export function readText(file: string, example: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`Cannot read ${file}. Like this: ${example}`);
  }
}

/** One line of a file; what is wrong with it, if it cannot be read. */
export type Line<Value> = { line: number; value: Value } | { line: number; error: string };

/** Reads a file with one JSON object of this kind a line; empty lines are passed over. */
export function readLines<Value>(schema: z.ZodType<Value>, text: string): Line<Value>[] {
  return text.split('\n').flatMap((written, index): Line<Value>[] => {
    const line = index + 1;
    if (written.trim() === '') return [];
    let read: unknown;
    try {
      read = JSON.parse(written);
    } catch {
      return [{ line, error: 'This line is not JSON.' }];
    }
    const checked = schema.safeParse(read);
    return [checked.success ? { line, value: checked.data } : { line, error: problemOf(checked.error) }];
  });
}

/** A moment, as a date in words or as seconds or milliseconds since 1970; read as milliseconds. */
export const timeSchema = z.union([z.number(), z.string()]).transform((written, context) => {
  const at = typeof written === 'number' ? written : /^\d{9,}$/.test(written) ? Number(written) : Date.parse(written);
  if (Number.isFinite(at) && at >= 0 && at < 8e15) return at < 1e11 ? at * 1000 : at;
  context.addIssue({ code: 'custom', message: 'This is no time. Like this: "2026-11-18T10:20:00Z".' });
  return z.NEVER;
});

export const print = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value)}\n`);
};

/** What is wrong with a line, for the one who wrote it. */
const problemOf = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => `${path.join('.') || 'line'}: ${message}`).join('; ');
