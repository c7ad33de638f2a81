import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Topic, topics } from '../../lib/triage/judgement';
import { UsageError } from '../cli/support';

/** A tweet with what a careful human says of it; undefined where its source does not say. */
export interface Labelled {
  text: string;
  /** X's language code. */
  lang: string;
  source: 'own' | 'xci';
  /** Trade of the company, where the source names it. */
  domain?: string;
  intent?: 'complaint' | 'question' | 'praise' | 'other';
  /** For sources that tell complaints from the rest and nothing more. */
  complaint?: boolean;
  topic?: Topic;
  /** 0 (nothing to do) to 3 (first of all). */
  urgency?: number;
  /** How heavy the reproach is, 0 to 4, in the source's own scale. */
  severity?: number;
  answer?: boolean;
  /** Whether it is about a company; `word` is the name as it stands in the text. */
  about?: { kind: 'brand' | 'homonym' | 'category' | 'none'; word: string | null };
}

const here = import.meta.dirname;

const intents = ['complaint', 'question', 'praise', 'other'] as const;

/** Reads a table of tweets written for this project: six columns, see the README beside it. */
function readOwn(file: string): Labelled[] {
  const lang = file.match(/(\w+)\.tsv$/)?.[1] ?? '';
  const [, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line, i) => {
    const [intent, topic, urgency, answer, about = '', text, ...rest] = line.split('\t');
    const known = intents.find((name) => name === intent);
    const subject = topics.find((name) => name === topic);
    const kind = (['brand', 'homonym', 'category', 'none'] as const).find((name) => about.split(':')[0] === name);
    if (!known || !subject || !kind || !text || rest.length > 0)
      throw new UsageError(`${file}, line ${i + 2}: ${line}`);
    return {
      text,
      lang: lang === 'id' ? 'in' : lang,
      source: 'own',
      intent: known,
      topic: subject,
      urgency: Number(urgency),
      answer: answer === 'y',
      about: { kind, word: about.includes(':') ? about.slice(about.indexOf(':') + 1) : null },
    };
  });
}

/** All tables in a folder beside this file. */
export function readFolder(name: 'tweets' | 'gold' | 'homonyms'): Labelled[] {
  const folder = join(here, name);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.tsv'))
    .sort()
    .flatMap((file) => readOwn(join(folder, file)));
}

/** A comma-separated table with quotes, as an object a row. */
function readCsv(text: string): Record<string, string>[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (quoted) {
      if (char !== '"') field += char;
      else if (text[i + 1] === '"') {
        field += '"';
        i++;
      } else quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === ',' || char === '\n') {
      row.push(field.replace(/\r$/, ''));
      field = '';
      if (char === '\n') {
        rows.push(row);
        row = [];
      }
    } else field += char;
  }
  if (field !== '' || row.length > 0) rows.push([...row, field]);
  const [head = [], ...body] = rows;
  return body
    .filter((cells) => cells.length === head.length)
    .map((cells) => Object.fromEntries(head.map((name, i) => [name, cells[i] ?? ''])));
}

/** The file was written as UTF-8 and read as Latin-1 in places. */
function mended(text: string): string {
  const utf8 = Buffer.from(text, 'latin1').toString('utf8');
  return (utf8.includes('\ufffd') ? text : utf8)
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
}

/** English tweets to companies of nine trades and at random, complaint or not (ACL 2019, annotated again 2023). */
export function readXci(folder: string): Labelled[] {
  const file = join(folder, 'complaints-xci.csv');
  if (!existsSync(file)) return [];
  return readCsv(readFileSync(file, 'latin1')).map(({ tweet = '', label, domain = '', Severity }) => ({
    text: mended(tweet),
    lang: 'en',
    source: 'xci',
    domain,
    complaint: label === '1',
    severity: Number(Severity),
  }));
}

/** Files that were read from a folder, with their checksums. */
export function checksums(folder: string): Record<string, string> {
  const names = ['complaints-xci.csv'];
  const sum = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');
  return Object.fromEntries([
    ...names.filter((name) => existsSync(join(folder, name))).map((name) => [name, sum(join(folder, name))]),
    ...(['tweets', 'gold', 'homonyms'] as const).flatMap((name) =>
      readdirSync(join(here, name))
        .filter((file) => file.endsWith('.tsv'))
        .sort()
        .map((file) => [`${name}/${file}`, sum(join(here, name, file))]),
    ),
  ]);
}
