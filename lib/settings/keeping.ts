import type { DeskDatabase } from '../desk/database';
import { keepOwn, readTeamPolicy } from '../policy/keep';
import { effective } from '../policy/policy';
import { z } from '../schema';
import { writeSetting } from './settings';

/** Key of how long closed cases are kept, among the settings. */
const RETENTION = 'retention';
/** Key of whether texts of tweets are kept, among the settings. */
const LINK_ONLY = 'linkOnly';
/** From when on the day is counted after which closed cases are purged by themselves. */
const PURGED_AT = 'purgedAt';

const retentionSchema = z.strictObject({
  /** Cases that were closed so many days ago are purged. */
  days: z.number().int().min(1).max(3_650),
  /** Whether that happens every day by itself. */
  daily: z.boolean(),
});
/** How long closed cases are kept. */
export type Retention = z.infer<typeof retentionSchema>;

/** True if of tweets only links are kept. */
const linkOnlySchema = z.boolean();

/** Two years, and only when somebody asks for it. */
const usualRetention: Retention = { days: 730, daily: false };

/** What the team or the rep has set, else {@link usualRetention}. A team that sets it means it to happen by itself. */
export async function readRetention(db: DeskDatabase): Promise<Retention> {
  const checked = retentionSchema.safeParse((await db.settings.get(RETENTION))?.value);
  const own = checked.success ? checked.data : undefined;
  const { policy } = await readTeamPolicy(db);
  const days = effective(policy, 'retentionDays', own?.days);
  if (days === undefined) return usualRetention;
  const isTeams = policy.retentionDays && (policy.retentionDays.locked || !own);
  return { days, daily: isTeams ? true : (own?.daily ?? false) };
}
/**
 * Keeps what a rep has set. Nothing is purged by itself for a day, so that a slip can be put right.
 *
 * @throws {ToldError} if the team has locked it
 */
export function writeRetention(db: DeskDatabase, retention: Retention): Promise<void> {
  // A policy always means it to happen by itself: what is done by hand only is never as the team has it.
  const asPolicy = retention.daily ? retention.days : null;
  return db.transaction('rw', db.settings, db.audit, async () => {
    await keepOwn(db, RETENTION, 'retentionDays', asPolicy, () => writeSetting(db, RETENTION, retention, 'retention'));
    await writePurgedAt(db, Date.now());
  });
}

/** Whether of tweets only links are kept; not unless somebody has said so. */
export async function readLinkOnly(db: DeskDatabase): Promise<boolean> {
  const checked = linkOnlySchema.safeParse((await db.settings.get(LINK_ONLY))?.value);
  const { policy } = await readTeamPolicy(db);
  return effective(policy, 'linkOnly', checked.success ? checked.data : undefined) ?? false;
}
/** @throws {ToldError} if the team has locked it */
export const writeLinkOnly = (db: DeskDatabase, linkOnly: boolean): Promise<void> =>
  keepOwn(db, LINK_ONLY, 'linkOnly', linkOnly, () => writeSetting(db, LINK_ONLY, linkOnly, 'link-only'));

/** When closed cases were purged by themselves last, or a rep has set that they are; null if never. */
export async function readPurgedAt(db: DeskDatabase): Promise<number | null> {
  const stored = (await db.settings.get(PURGED_AT))?.value;
  return typeof stored === 'number' ? stored : null;
}
export async function writePurgedAt(db: DeskDatabase, at: number): Promise<void> {
  await db.settings.put({ key: PURGED_AT, value: at });
}
