import { factFieldsSchema } from '../facts/schema';
import { checkIds } from '../guard/types';
import { z } from '../schema';
import { watchlistSchema } from '../watchlist/schema';
import type { PolicyKey, PolicyProblem, PolicyValues, TeamPolicy } from './policy';

/** So many facts or snippets are more than anybody reads. */
const MOST = 500;
const YEARS = 3_650;
/** What a policy is wrong in, is told up to here: the rest follows from it, mostly. */
const MOST_PROBLEMS = 40;
/** A key that nobody knows may be anything; so much of it is told. */
const LONGEST_KEY = 60;

/** A team writes no ids; that a line is the team's can be told by its id. */
const teamId = (at: number): string => `team-${at + 1}`;

const days = (most: number) =>
  z.int('Whole days, as a number.').min(1, 'At least one day.').max(most, `At most ${most} days.`);

const snippetFields = z.strictObject({
  title: z.string().trim().max(80, 'Longer than 80 characters.').default(''),
  text: z.string().trim().min(1, 'Write the text of the snippet.').max(1_000, 'Longer than 1,000 characters.'),
});

const values = {
  watchlist: watchlistSchema,
  facts: z
    .array(factFieldsSchema)
    .max(MOST, `More than ${MOST} facts.`)
    .transform((facts) => facts.map((fact, at) => ({ id: teamId(at), ...fact }))),
  snippets: z
    .array(snippetFields)
    .max(MOST, `More than ${MOST} snippets.`)
    .transform((snippets) => snippets.map((snippet, at) => ({ id: teamId(at), ...snippet }))),
  guard: z.partialRecord(
    z.enum(checkIds, `Known checks: ${checkIds.join(', ')}.`),
    z.enum(['full', 'hint', 'off'], 'One of "full", "hint", "off".'),
  ),
  retentionDays: days(YEARS),
  linkOnly: z.boolean('true or false.'),
  backup: z.strictObject({ on: z.boolean('true or false.'), days: days(30).default(1) }),
} satisfies { [Key in PolicyKey]: z.ZodType<PolicyValues[Key]> };

const isKey = (key: string): key is PolicyKey => Object.hasOwn(values, key);

/** The schema of one setting: its value, and whether it is locked. */
function ruleSchema<Key extends PolicyKey>(key: Key) {
  return z.strictObject({
    value: values[key] as unknown as z.ZodType<PolicyValues[Key]>,
    locked: z.boolean('true or false.').default(false),
  });
}

const clip = (text: string): string => (text.length > LONGEST_KEY ? `${text.slice(0, LONGEST_KEY)}…` : text);

function wordsOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    return `Unknown: ${issue.keys
      .slice(0, 5)
      .map((key) => `"${clip(key)}"`)
      .join(', ')}.`;
  }
  if (issue.code === 'invalid_type' && issue.path.length === 0) {
    return 'Each setting is an object: {"value": …, "locked": true or false}.';
  }
  return issue.message;
}

/**
 * Understands a policy as the browser hands it over. What is wrong in it is told, at its place; all other settings
 * apply. Never throws.
 */
export function understandPolicy(raw: unknown): { policy: TeamPolicy; problems: PolicyProblem[] } {
  if (raw === undefined || raw === null) return { policy: {}, problems: [] };
  if (typeof raw !== 'object' || Array.isArray(raw)) {
    return { policy: {}, problems: [{ where: '', message: 'A policy is an object with settings.' }] };
  }
  const policy: TeamPolicy = {};
  const problems: PolicyProblem[] = [];
  for (const [key, given] of Object.entries(raw)) {
    if (!isKey(key)) {
      problems.push({
        where: clip(key),
        message: `There is no such setting. Known: ${Object.keys(values).join(', ')}.`,
      });
      continue;
    }
    const checked = ruleSchema(key).safeParse(given);
    // The key says which of the values it is; the types cannot follow it through the table.
    if (checked.success) Object.assign(policy, { [key]: checked.data });
    else {
      for (const issue of checked.error.issues) {
        problems.push({
          where: [key, ...issue.path].map((part) => clip(String(part))).join('.'),
          message: wordsOf(issue),
        });
      }
    }
  }
  return { policy, problems: problems.slice(0, MOST_PROBLEMS) };
}
