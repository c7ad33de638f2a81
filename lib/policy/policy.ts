import type { Fact } from '../facts/fact';
import type { CheckId, Policy as GuardLevels } from '../guard/types';
import type { Snippet } from '../replies/snippets';
import type { Watchlist } from '../watchlist/watchlist';

/*
 * What a team lead has set for everybody, as it reaches Hark through the browser's policies. Plain data; the schema that
 * checks it is in `schema.ts`, where it is kept in `keep.ts`.
 */

/** How loud a check of the guard is: as it is made, only a hint, or nothing. */
export type GuardLevel = 'full' | 'hint' | 'off';

/** How often a backup is made by itself, if at all. */
export interface BackupRule {
  on: boolean;
  /** So many days from one to the next. */
  days: number;
}

/** Everything that a policy can set. */
export interface PolicyValues {
  watchlist: Watchlist;
  facts: Fact[];
  snippets: Snippet[];
  /** Of the checks of the guard those that the team has set. */
  guard: Partial<Record<CheckId, GuardLevel>>;
  /** Cases that were closed so many days ago are purged. */
  retentionDays: number;
  /** Of tweets only the link is kept, not the text. */
  linkOnly: boolean;
  backup: BackupRule;
}
export type PolicyKey = keyof PolicyValues;

/** Names of the settings as they stand on screen. */
export const policyNames: Record<PolicyKey, string> = {
  watchlist: 'Watchlist',
  facts: 'Service facts',
  snippets: 'Snippets',
  guard: 'Before you post',
  retentionDays: 'How long closed cases are kept',
  linkOnly: 'Links instead of the text of tweets',
  backup: 'Backup',
};
export const policyKeys = Object.keys(policyNames) as PolicyKey[];

/** One setting of a policy. */
export interface Rule<Value> {
  value: Value;
  /** The rep cannot change it; else it is what holds until the rep has set something else. */
  locked: boolean;
}

/** A policy, as far as it could be understood. */
export type TeamPolicy = { [Key in PolicyKey]?: Rule<PolicyValues[Key]> };

/** Something in a policy that could not be used. The rest of it applies. */
export interface PolicyProblem {
  /** Where it stands, such as `watchlist.value.handles.0`. */
  where: string;
  message: string;
}

/**
 * What holds for a setting: the team's if it is locked or the rep has set nothing, else the rep's own.
 *
 * @param own what the rep has set; undefined if nothing
 */
export function effective<Key extends PolicyKey, Own extends PolicyValues[Key] | undefined>(
  policy: TeamPolicy,
  key: Key,
  own: Own,
): PolicyValues[Key] | Own {
  const rule = policy[key] as Rule<PolicyValues[Key]> | undefined;
  return rule && (rule.locked || own === undefined) ? rule.value : own;
}

/** True if the rep cannot change a setting. Of the guard only the checks are locked that the policy names. */
export function isLocked(policy: TeamPolicy, key: PolicyKey): boolean {
  return policy[key]?.locked ?? false;
}

/** The checks of the guard that the rep cannot change. */
export function lockedChecks({ guard }: TeamPolicy): ReadonlySet<CheckId> {
  return new Set(guard?.locked ? (Object.keys(guard.value) as CheckId[]) : []);
}

/** How loud each check is, of those that the team or the rep have set. */
export function effectiveLevels(
  { guard }: TeamPolicy,
  own: PolicyValues['guard'],
): Partial<Record<CheckId, GuardLevel>> {
  if (!guard) return own;
  return guard.locked ? { ...own, ...guard.value } : { ...guard.value, ...own };
}

/** Levels as the guard takes them: a check that speaks as it is made is not named. */
export function asGuardPolicy(levels: PolicyValues['guard']): GuardLevels {
  const policy: GuardLevels = {};
  for (const [id, level] of Object.entries(levels) as [CheckId, GuardLevel][]) if (level !== 'full') policy[id] = level;
  return policy;
}
