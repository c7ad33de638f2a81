import type { ClockTarget } from '../clock/clock';
import type { DeskDatabase } from '../desk/database';
import { z } from '../schema';
import { zoneHere } from '../time/zone';
import { writeSetting } from './settings';

const SHIFT = 'shift';
const minute = z.number().int().min(0).max(1_439);

const shiftSchema = z.strictObject({
  /** When nobody is to be notified, in minutes since midnight; null if always. */
  quiet: z.strictObject({ from: minute, to: minute }).nullable(),
  /** In how many minutes a customer should have an answer; null if the team has set no target. */
  target: z.number().int().min(1).max(10_080).nullable(),
  /** When the team works: days from 1 (Monday) to 7, minutes since midnight; null if around the clock. */
  hours: z.strictObject({ days: z.array(z.number().int().min(1).max(7)).min(1), from: minute, to: minute }).nullable(),
});
/** When the team works, how soon it wants to answer, and when it wants to be left alone. */
export type Shift = z.infer<typeof shiftSchema>;

/** Around the clock, a quarter of an hour, and no quiet hours. */
export const usualShift: Shift = { quiet: null, target: 15, hours: null };

/** What the team has set, else {@link usualShift}. */
export async function readShift(db: DeskDatabase): Promise<Shift> {
  const checked = shiftSchema.safeParse((await db.settings.get(SHIFT))?.value);
  return checked.success ? checked.data : usualShift;
}

export async function writeShift(db: DeskDatabase, shift: Shift): Promise<void> {
  await writeSetting(db, SHIFT, shift, 'shift');
}

/** The target that waits are measured by, by this computer's clock; null if the team has set none. */
export function targetOf({ target, hours }: Shift): ClockTarget | null {
  return target === null ? null : { minutes: target, hours: hours && { ...hours, zone: zoneHere() } };
}
