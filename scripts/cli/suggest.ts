import { factFieldsSchema } from '../../lib/facts/schema';
import type { ReplyRequest } from '../../lib/replies/request';
import { suggest as suggestReplies } from '../../lib/replies/suggest';
import { z } from '../../lib/schema';
import { makeJudge } from '../../lib/triage/judge';
import { readShippedModel } from '../../lib/triage/shipped';
import { emptyWatchlist } from '../../lib/watchlist/watchlist';
import { print, readLines, readText, timeSchema, UsageError } from './support';

const EXAMPLE = 'npm run -s hark -- suggest requests.jsonl';

/** Stands for the brand where the file does not name it: whoever is answered wrote to it. */
const BRAND = 'xbrand';

const id = z.union([z.string(), z.number()]).transform(String);
const handle = z.string().transform((text) => text.replace(/^[@＠]/, ''));
const text = z
  .string()
  .nullish()
  .transform((written) => written ?? '');

const requestSchema = z.object({
  tweet: z.object({ id, handle, name: text, text: z.string(), lang: z.string().nullish(), time: timeSchema.nullish() }),
  customer: z.object({ name: text, place: text }).nullish(),
  cases: z
    .array(
      z.object({
        topic: text,
        status: text,
        entries: z.array(z.object({ time: timeSchema, kind: z.string(), text })).default([]),
      }),
    )
    .nullish(),
  incidents: z
    .array(
      z.object({ title: text, area: text, message: text, lang: z.string().nullish(), state: z.string().nullish() }),
    )
    .nullish(),
  facts: z.array(factFieldsSchema).nullish(),
  rep: z.object({ name: text, initials: text }),
  recent: z.array(z.string()).nullish(),
  ours: z.boolean().nullish(),
  brand: z
    .object({ name: z.string(), names: z.array(z.string()).default([]), handles: z.array(handle).default([]) })
    .nullish(),
  now: timeSchema.nullish(),
});

/** X's ids of tweets hold when they were written; the first ones of this kind are of November 2010. */
function timeInId(tweetId: string): number | null {
  if (!/^\d{15,20}$/.test(tweetId)) return null;
  return Number(BigInt(tweetId) >> 22n) + 1_288_834_974_657;
}

/** When the customer wrote: as given, else as the id says; but after what went before. */
function momentOf(request: z.infer<typeof requestSchema>): number {
  const given = request.now ?? request.tweet.time;
  if (given) return given;
  const before = (request.cases ?? []).flatMap(({ entries }) => entries.map(({ time }) => time));
  const last = Math.max(0, ...before);
  const candidates = [timeInId(request.tweet.id), Date.now()].filter((at) => at !== null && at >= last);
  return candidates[0] ?? last;
}

/** Prints the suggestions for one request a line. */
export function suggest([file]: string[]): void {
  if (!file) throw new UsageError(`Which requests? ${EXAMPLE}`);
  const judge = makeJudge({ ...emptyWatchlist, handles: [BRAND] }, readShippedModel());
  for (const read of readLines(requestSchema, readText(file, EXAMPLE))) {
    if ('error' in read) {
      print(read);
      continue;
    }
    const { tweet, customer, cases, incidents, facts, rep, recent, ours, brand } = read.value;
    const lang = tweet.lang ?? null;
    const judgement = judge({ handle: tweet.handle, text: tweet.text, lang, mentions: [BRAND], links: [], ad: false });
    const named = [...(brand?.names ?? []), ...(brand?.handles ?? []), brand?.name ?? ''].some(
      (name) => name !== '' && tweet.text.toLowerCase().includes(name.toLowerCase()),
    );
    const unasked = brand && !named && !/[@＠]\w/.test(tweet.text);
    const request: ReplyRequest = {
      tweet: { ...tweet, lang },
      judgement: { ...judgement, relevance: unasked ? 'category' : judgement.relevance },
      ours: ours ?? undefined,
      customer: customer ?? undefined,
      cases: (cases ?? []).map((past) => ({
        ...past,
        entries: past.entries.map(({ time, ...entry }) => ({ ...entry, at: time })),
      })),
      incidents: (incidents ?? []).filter(({ state }) => !/^(?:resolved|closed|over|fixed)$/i.test(state ?? '')),
      facts: (facts ?? []).map((fact, at) => ({ ...fact, id: String(at) })),
      rep,
      recent: recent ?? [],
      brand: brand ?? undefined,
      now: momentOf(read.value),
    };
    const suggestions = suggestReplies(request).map(({ text, length, approach, uses, missing }) => ({
      text,
      length,
      approach,
      uses: uses.map(({ kind, text: used }) => `${kind}: ${used}`),
      ...(missing === null ? {} : { missing }),
    }));
    print({ suggestions });
  }
}
