import { parseArgs } from 'node:util';
import { z } from '../../lib/schema';
import { explain } from '../../lib/triage/explain';
import { makeJudge } from '../../lib/triage/judge';
import { type Judgeable, judgeableText } from '../../lib/triage/judgement';
import { type Lesson, learn } from '../../lib/triage/learning';
import { readShippedModel } from '../../lib/triage/shipped';
import { checkWatchlist } from '../../lib/watchlist/schema';
import { emptyWatchlist, type Watchlist } from '../../lib/watchlist/watchlist';
import { print, readLines, readText, UsageError } from './support';

const EXAMPLE = 'npm run -s hark -- triage tweets.jsonl --watchlist watchlist.json [--corrections corrections.jsonl]';

const tweetSchema = z.object({
  id: z.union([z.string(), z.number()]).transform(String).optional(),
  text: z.string(),
  lang: z.string().nullish(),
  handle: z.string().nullish(),
});
const correctionSchema = z.object({ text: z.string(), lang: z.string().nullish(), ours: z.boolean() });

/** What other tools call the lists of a watchlist. */
const otherNames: Readonly<Record<string, keyof Watchlist>> = {
  aliases: 'misspellings',
  names: 'terms',
  brands: 'terms',
  categoryWords: 'categories',
  category_words: 'categories',
  contextFor: 'categories',
  contextWords: 'categories',
  context: 'categories',
  products: 'categories',
  productTerms: 'categories',
  contextAgainst: 'exclusions',
  against: 'exclusions',
  excluded: 'exclusions',
};

/** Reads a watchlist file; more lenient than the settings are: a list may have another name, and none is required. */
function readWatchlist(file: string): Watchlist {
  let value: unknown;
  try {
    value = JSON.parse(readText(file, EXAMPLE));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      `${file} is not JSON. A watchlist looks like {"handles": ["YourBrand"], "terms": ["your brand"]}.`,
    );
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UsageError(
      `${file} holds no watchlist. It looks like {"handles": ["YourBrand"], "terms": ["your brand"]}.`,
    );
  }
  const lists: Record<string, unknown[]> = {};
  for (const [key, items] of Object.entries(value)) {
    const name = key in emptyWatchlist ? key : otherNames[key];
    if (!name) process.stderr.write(`${file}: "${key}" is not known and was passed over.\n`);
    else if (!Array.isArray(items)) throw new UsageError(`${file}: "${key}" must be a list.`);
    else lists[name] = [...(lists[name] ?? []), ...(items as unknown[])];
  }
  const noHandles = (lists.handles ?? []).length === 0;
  const checked = checkWatchlist(noHandles ? { ...lists, handles: ['x'] } : lists);
  if (!checked.ok) {
    const problems = checked.problems.map(({ list, index, message }) => {
      const where = list ? `${list}${index === null ? '' : `, item ${index + 1}`}: ` : '';
      return `${where}${message}`;
    });
    throw new UsageError(`${file}: ${problems.join(' ')}`);
  }
  return noHandles ? { ...checked.watchlist, handles: [] } : checked.watchlist;
}

/** A tweet as the page would hand it over. */
function judgeable({ text, lang, handle }: { text: string; lang?: string | null; handle?: string | null }): Judgeable {
  return judgeableText(text, { lang: lang ?? null, handle: handle?.replace(/^@/, '') ?? null });
}

/** Prints the judgement of one tweet a line. */
export function triage(args: string[]): void {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { watchlist: { type: 'string' }, corrections: { type: 'string' } },
  });
  const [file] = positionals;
  if (!file || !values.watchlist) throw new UsageError(`Which tweets, by which watchlist? ${EXAMPLE}`);
  const watchlist = readWatchlist(values.watchlist);
  const model = readShippedModel();
  const unlearned = makeJudge(watchlist, model);
  const lessons: Lesson[] = [];
  const corrections = values.corrections ? readText(values.corrections, EXAMPLE) : '';
  for (const read of readLines(correctionSchema, corrections)) {
    if ('error' in read) process.stderr.write(`${values.corrections}, line ${read.line}: ${read.error}\n`);
    else {
      const features = unlearned.lesson(judgeable(read.value), 'ours');
      lessons.push({ about: 'ours', right: read.value.ours, features });
    }
  }
  const judge = makeJudge(watchlist, model, learn(lessons));
  for (const read of readLines(tweetSchema, readText(file, EXAMPLE))) {
    if ('error' in read) {
      print(read);
      continue;
    }
    const judgement = judge(judgeable(read.value));
    const { relevance, relevanceScore, intent, intentConfidence, topic, urgency, actionable, evidence } = judgement;
    const rounded = (value: number): number => Number(value.toFixed(4));
    print({
      id: read.value.id ?? String(read.line),
      relevance,
      relevanceScore: rounded(relevanceScore),
      intent,
      intentConfidence: rounded(intentConfidence),
      topic,
      urgency: rounded(urgency),
      actionable,
      why: relevance === 'none' ? [] : [explain(judgement), ...evidence.map(({ kind, words }) => `${kind}: ${words}`)],
    });
  }
}
