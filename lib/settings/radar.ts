import type { DeskDatabase } from '../desk/database';
import type { Usual } from '../radar/radar';
import { z } from '../schema';

const RADAR = 'radar';
const HOURS = 7 * 24;
/** So many areas are counted apart; rarer ones say nothing of what is usual. */
const MOST_AREAS = 400;

const amount = z.number().min(0);
const usualSchema = z.object({
  hours: z.array(z.object({ watched: amount, seen: amount })).length(HOURS),
  areas: z.record(z.string(), amount),
  watched: amount,
}) satisfies z.ZodType<Usual>;

/** What the radar has counted so far; null if nothing, or nothing that can be read. */
export async function readUsual(db: DeskDatabase): Promise<Usual | null> {
  const checked = usualSchema.safeParse((await db.settings.get(RADAR))?.value);
  return checked.success ? checked.data : null;
}

/** Keeps what the radar has counted: numbers per hour of the week and per area, and nothing else. */
export async function writeUsual(db: DeskDatabase, usual: Usual): Promise<void> {
  const areas = Object.entries(usual.areas).sort(([, one], [, other]) => other - one);
  await db.settings.put({ key: RADAR, value: { ...usual, areas: Object.fromEntries(areas.slice(0, MOST_AREAS)) } });
}
