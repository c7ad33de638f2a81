import { noteAudit } from '../audit/audit';
import type { DeskDatabase } from '../desk/database';
import { ToldError } from '../desk/failure';
import { sameContent } from '../handover/canonical';
import { type PolicyKey, type PolicyProblem, policyKeys, type Rule, type TeamPolicy } from './policy';
import { understandPolicy } from './schema';

/*
 * The policy is kept in the database, as the browser last gave it: so settings are read with it in any transaction, and
 * every page sees a change of it as it sees a change of anything else.
 */

/** Name of the row among the settings. It is not the rep's: no backup need hold it, none may bring it back. */
export const TEAM_POLICY = 'teamPolicy';

/** A policy with what was wrong in it. */
export interface KeptPolicy {
  policy: TeamPolicy;
  problems: PolicyProblem[];
  /** When it was first seen, in milliseconds since 1970; null if there never was one. */
  since: number | null;
}

const none: KeptPolicy = { policy: {}, problems: [], since: null };

/** What was kept by {@link applyPolicy}: it was checked then. */
export function readKeptPolicy(stored: unknown): KeptPolicy {
  if (typeof stored !== 'object' || stored === null) return none;
  const { policy, problems, since } = stored as Partial<KeptPolicy>;
  if (typeof policy !== 'object' || !Array.isArray(problems) || typeof since !== 'number') return none;
  return { policy, problems, since };
}

/** The policy that holds now. */
export async function readTeamPolicy(db: DeskDatabase): Promise<KeptPolicy> {
  return readKeptPolicy((await db.settings.get(TEAM_POLICY))?.value);
}

/** How many settings a policy makes. */
export function countOf(policy: TeamPolicy): number {
  return policyKeys.filter((key) => policy[key] !== undefined).length;
}

/**
 * Takes over what the browser gives as the policy, if it is another one than before, and writes that into the trail.
 *
 * @returns whether anything has changed
 */
export async function applyPolicy(db: DeskDatabase, raw: unknown, now: number): Promise<boolean> {
  const { policy, problems } = understandPolicy(raw);
  return db.transaction('rw', db.settings, db.audit, async () => {
    const kept = await readTeamPolicy(db);
    if (sameContent({ policy, problems }, { policy: kept.policy, problems: kept.problems })) return false;
    await db.settings.put({ key: TEAM_POLICY, value: { policy, problems, since: now } satisfies KeptPolicy });
    await noteAudit(db, { at: now, by: null, act: 'policy-applied', part: 'policy', count: countOf(policy) });
    return true;
  });
}

/** Why a rep cannot change something. */
export const LOCKED = 'Your team has set this. Ask whoever looks after Hark in your team.';

/**
 * Keeps what a rep has set. What is as the team has it is not kept as the rep's own, so that it follows the team.
 *
 * @param value in the words of a policy
 * @param put writes it, in the same transaction
 * @throws {ToldError} if the team has locked it and the value is another one
 */
export async function keepOwn(
  db: DeskDatabase,
  key: string,
  ruledBy: PolicyKey,
  value: unknown,
  put: () => Promise<unknown>,
): Promise<void> {
  await db.transaction('rw', db.settings, db.audit, async () => {
    const rule: Rule<unknown> | undefined = (await readTeamPolicy(db)).policy[ruledBy];
    if (rule && sameContent(rule.value, value)) {
      if (!rule.locked) await db.settings.delete(key);
      return;
    }
    if (rule?.locked) throw new ToldError(LOCKED);
    await put();
  });
}
