import { type DeskRep, type Rep, repSchema, signatureOfRep } from './settings';

/** What is wrong with the fields of a rep, by field. */
export type RepProblems = Partial<Record<keyof Rep, string>>;

/** Checks what was typed about a rep. */
export function checkRep(typed: Rep): { ok: true; rep: Rep } | { ok: false; problems: RepProblems } {
  const checked = repSchema.safeParse(typed);
  if (checked.success) return { ok: true, rep: checked.data };
  const problems: RepProblems = {};
  for (const issue of checked.error.issues) {
    const [field] = issue.path;
    if (field === 'name' || field === 'handle' || field === 'initials') problems[field] ??= issue.message;
  }
  return { ok: false, problems };
}

/**
 * Checks what was typed about everybody at the desk. A rep without a single word is left out; two who sign alike could
 * not be told apart in a history.
 */
export function checkReps(
  typed: readonly DeskRep[],
): { ok: true; reps: DeskRep[] } | { ok: false; problems: Record<string, RepProblems> } {
  const reps: DeskRep[] = [];
  const problems: Record<string, RepProblems> = {};
  const signers = new Set<string>();
  for (const { id, ...fields } of typed) {
    const checked = checkRep(fields);
    if (!checked.ok) {
      problems[id] = checked.problems;
      continue;
    }
    const signature = signatureOfRep(checked.rep);
    if (signature === null) continue;
    if (signers.has(signature)) {
      problems[id] = checked.rep.initials
        ? { initials: `Somebody else signs with ${signature} already.` }
        : { name: 'Somebody else is called so already.' };
    }
    signers.add(signature);
    reps.push({ id, ...checked.rep });
  }
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, reps };
}

/** Initials to propose for a name: "Jo van Dale" becomes "JVD". */
export function initialsOf(name: string): string {
  return name
    .trim()
    .split(/[\s-]+/)
    .map((part) => part.match(/\p{L}/u)?.[0] ?? '')
    .join('')
    .toUpperCase()
    .slice(0, 4);
}
