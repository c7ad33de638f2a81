import { type Rep, repSchema } from './settings';

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
