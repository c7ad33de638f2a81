import type { Fact } from './fact';
import { channelNamed, factFieldsSchema } from './schema';

/** What was read from pasted lines. */
export interface PastedFacts {
  facts: Omit<Fact, 'id'>[];
  /** Lines that cannot be used, counted from one. */
  problems: { line: number; message: string }[];
}

const FIELDS = ['topic', 'channel', 'text', 'link', 'lang'] as const;

/** What divides the cells: as in tables that are copied, else as in files of one of both kinds. */
function dividerOf(text: string): string {
  return ['\t', ';'].find((sign) => text.includes(sign)) ?? ',';
}

/** The cells of a line; a cell in quotes may hold the divider, and quotes if they are doubled. */
function cellsOf(line: string, divider: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const sign = line[at];
    if (quoted && sign === '"' && line[at + 1] === '"') {
      cell += '"';
      at++;
    } else if (sign === '"' && (quoted || cell.trim() === '')) quoted = !quoted;
    else if (sign === divider && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += sign;
  }
  cells.push(cell.trim());
  return cells;
}

/**
 * Reads facts from pasted lines, one each: topic, channel, text, link, language, between tabs, semicolons or commas. A
 * line of headings is passed over.
 */
export function readPastedFacts(pasted: string): PastedFacts {
  const read: PastedFacts = { facts: [], problems: [] };
  const divider = dividerOf(pasted);
  pasted.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '') return;
    const cells = cellsOf(line, divider);
    if (index === 0 && cells[1]?.toLowerCase() === 'channel') return;
    const fields = Object.fromEntries(FIELDS.map((field, at) => [field, cells[at] ?? '']));
    if (!channelNamed(fields.channel ?? '')) {
      const message = fields.channel ? `“${fields.channel}” is no channel.` : 'The second cell should be the channel.';
      read.problems.push({ line: index + 1, message });
      return;
    }
    const checked = factFieldsSchema.safeParse({ ...fields, topic: fields.topic || 'other' });
    if (checked.success) read.facts.push(checked.data);
    else read.problems.push({ line: index + 1, message: checked.error.issues[0]?.message ?? 'It cannot be read.' });
  });
  return read;
}
