import type { DeskDatabase } from '../desk/database';
import { z } from '../schema';

/** Posts of a day that went out unchecked, by why: the guard did not answer in time, or failed. */
export type UncheckedDay = Record<UncheckedWhy, number>;
export type UncheckedWhy = 'late' | 'failed';

const KEY = 'unchecked';
const KEPT_DAYS = 30;

const schema = z.record(
  z.string(),
  z.object({ late: z.number().int().nonnegative(), failed: z.number().int().nonnegative() }),
);

/** How many posts went out unchecked on each of the last days that had any: for a diagnosis. */
export async function readUnchecked(db: DeskDatabase): Promise<Record<string, UncheckedDay>> {
  const checked = schema.safeParse((await db.settings.get(KEY))?.value);
  return checked.success ? checked.data : {};
}

/** Counts a post that went out unchecked; nothing else is known of it. */
export async function countUnchecked(db: DeskDatabase, why: UncheckedWhy, day: string): Promise<void> {
  await db.transaction('rw', db.settings, async () => {
    const days = await readUnchecked(db);
    const today = days[day] ?? { late: 0, failed: 0 };
    const next = { ...days, [day]: { ...today, [why]: today[why] + 1 } };
    const latest = Object.entries(next)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .slice(-KEPT_DAYS);
    await db.settings.put({ key: KEY, value: Object.fromEntries(latest) });
  });
}
