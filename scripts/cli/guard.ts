import { complaintBy, judgeDraft } from '../../lib/guard/guard';
import { z } from '../../lib/schema';
import { readShippedModel } from '../../lib/triage/shipped';
import { print, readLines, readText, UsageError } from './support';

const EXAMPLE = 'npm run -s hark -- guard drafts.jsonl';

const id = z.union([z.string(), z.number()]).transform(String);
const tweet = z.object({
  id: id.nullish().transform((value) => value ?? undefined),
  handle: z.string(),
  text: z.string(),
  lang: z.string().nullish(),
});
const fact = z.object({
  topic: z.string().default(''),
  channel: z.string().optional(),
  text: z.string(),
  lang: z.string().nullish(),
});

/** One line: a draft with all around it. What the page alone can tell may be given, too. */
const situationSchema = z.object({
  draft: z.string(),
  account: z.string().optional(),
  accounts: z.array(z.string()).optional(),
  thread: z.array(tweet).default([]),
  recent: z.array(z.string()).optional(),
  facts: z.array(fact).optional(),
  incident: z
    .object({ title: z.string().default(''), area: z.string().default(''), message: z.string().default('') })
    .nullish(),
  quoted: z.string().nullish(),
  insertedFor: id.nullish(),
  answering: id.nullish(),
  privateNotes: z.array(z.string()).optional(),
  caseComplaint: z.string().nullish(),
  caseOpenedAt: z.string().nullish(),
  now: z.string().nullish(),
  colleagueAnsweredWhileTyping: z.boolean().optional(),
  noComplaint: z.boolean().optional(),
  knownOurs: z.array(z.string()).optional(),
  countries: z.array(z.string()).optional(),
  policy: z.record(z.string(), z.enum(['off', 'hint'])).optional(),
});

/** Prints the guard's verdict on one draft a line. */
export function guard([file]: string[]): void {
  if (!file) throw new UsageError(`Which drafts? ${EXAMPLE}`);
  const score = complaintBy(readShippedModel());
  for (const read of readLines(situationSchema, readText(file, EXAMPLE))) {
    if ('error' in read) {
      print(read);
      continue;
    }
    const { draft, ...situation } = read.value;
    const { verdict, checks, unchecked } = judgeDraft(draft, situation, score);
    print({
      verdict,
      checks: checks.map(({ words, ...spoken }) => ({
        ...spoken,
        words: words.map(({ start, end }) => draft.slice(start, end)),
      })),
      ...(unchecked.length > 0 ? { unchecked } : {}),
    });
  }
}
