import { readFileSync } from 'node:fs';
import type { z } from '../../lib/schema';

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

/** One line of a file of JSON lines; what is wrong with it, if it cannot be read. */
export type JsonLine = { line: number; value: unknown } | { line: number; error: string };

/** Reads JSON lines; empty ones are passed over. */
export function jsonLines(text: string): JsonLine[] {
  return text.split('\n').flatMap((written, index): JsonLine[] => {
    const line = index + 1;
    if (written.trim() === '') return [];
    try {
      return [{ line, value: JSON.parse(written) as unknown }];
    } catch {
      return [{ line, error: 'This line is not JSON.' }];
    }
  });
}

export const print = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value)}\n`);
};

/** What is wrong with a line, in one sentence. */
export const problemOf = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => `${path.join('.') || 'line'}: ${message}`).join('; ');
