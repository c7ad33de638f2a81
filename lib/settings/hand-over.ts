import type { DeskName } from '../cases/case';
import type { DeskDatabase } from '../desk/database';
import { z } from '../schema';
import { signatureAtDesk, writeSetting } from './settings';

const DESK = 'desk';
/** Key of what is prepared for a hand-over, among the settings. */
export const HAND_OVER = 'handOver';
/** A hand-over longer ago is another shift's. */
const SAME_SHIFT = 8 * 60 * 60_000;

const deskSchema = z.strictObject({ id: z.string().min(1).max(100), name: z.string().max(80) });

/** Who this desk is to others. Its id is made the first time; until somebody names it, it is called by its rep. */
export async function readDesk(db: DeskDatabase, newId: () => string): Promise<DeskName> {
  return db.transaction('rw', db.settings, async () => {
    const stored = deskSchema.safeParse((await db.settings.get(DESK))?.value);
    const { id, name } = stored.success ? stored.data : { id: newId(), name: '' };
    if (!stored.success) await db.settings.put({ key: DESK, value: { id, name } satisfies DeskName });
    if (name !== '') return { id, name };
    const rep = await signatureAtDesk(db);
    return { id, name: rep ? `${rep}’s desk` : 'A desk without a name' };
  });
}

/** Names the desk; an empty name lets it be called by its rep. */
export async function nameDesk(db: DeskDatabase, name: string, newId: () => string): Promise<void> {
  await db.transaction('rw', db.settings, db.audit, async () => {
    const { id } = await readDesk(db, newId);
    await writeSetting(db, DESK, { id, name: name.trim().slice(0, 80) } satisfies DeskName, 'desk-name');
  });
}

const shiftEndSchema = z.strictObject({
  to: z.string().max(80),
  /** What is being written for whoever takes over, by case. */
  notes: z.record(z.string(), z.string()),
  /** Those of them that stand in the histories already. */
  written: z.record(z.string(), z.string()),
  /** When cases were handed over last; null if never. */
  at: z.number().nullable(),
  /** When the shift before was handed over: the file tells of all that was done since. Null if it never was. */
  since: z.number().nullable(),
});
/** What a rep has prepared for the end of the shift. */
export type ShiftEnd = z.infer<typeof shiftEndSchema>;

/** What is prepared; the notes of an earlier shift's hand-over stand in the histories and are left out. */
export async function readShiftEnd(db: DeskDatabase, now: number): Promise<ShiftEnd> {
  const stored = shiftEndSchema.safeParse((await db.settings.get(HAND_OVER))?.value);
  if (!stored.success) return { to: '', notes: {}, written: {}, at: null, since: null };
  const { to, notes, written, at } = stored.data;
  if (at === null || now - at < SAME_SHIFT) return stored.data;
  const fresh = Object.entries(notes).filter(([caseId, text]) => text !== written[caseId]);
  return { to: fresh.length > 0 ? to : '', notes: Object.fromEntries(fresh), written: {}, at, since: at };
}

/** Keeps what is prepared. */
export async function writeShiftEnd(db: DeskDatabase, end: ShiftEnd): Promise<void> {
  await db.settings.put({ key: HAND_OVER, value: end });
}
