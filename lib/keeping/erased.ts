import type { DeskDatabase } from '../desk/database';
import { z } from '../schema';

/**
 * Whom this desk has erased, so that a colleague's file does not bring them back. Kept are hashes with a secret of this
 * desk: they answer whether a handle that somebody brings along was erased, and tell nobody's handle by themselves.
 */

/** Key of the register, among the settings. */
export const ERASED_REGISTER = 'erased';

const schema = z.object({
  salt: z.string().min(16),
  people: z.array(z.object({ hash: z.string(), at: z.number() })),
});
/** The register of those who were erased. */
export type ErasedRegister = z.infer<typeof schema>;

async function storedIn(db: DeskDatabase): Promise<ErasedRegister | null> {
  const stored = schema.safeParse((await db.settings.get(ERASED_REGISTER))?.value);
  return stored.success ? stored.data : null;
}

/** The register; one that is not there yet gets its secret now. */
export async function readErased(db: DeskDatabase): Promise<ErasedRegister> {
  return db.transaction('rw', db.settings, async () => {
    const stored = await storedIn(db);
    if (stored) return stored;
    const made: ErasedRegister = { salt: `${crypto.randomUUID()}${crypto.randomUUID()}`, people: [] };
    await db.settings.put({ key: ERASED_REGISTER, value: made });
    return made;
  });
}

/** The hash of a handle. */
export async function hashHandle(salt: string, handle: string): Promise<string> {
  const bytes = new TextEncoder().encode(`${salt} ${handle.toLowerCase()}`);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Enters hashes of handles. Runs inside the caller's transaction. */
export async function rememberErased(db: DeskDatabase, hashes: readonly string[], at: number): Promise<void> {
  const { salt, people } = await readErased(db);
  const others = people.filter(({ hash }) => !hashes.includes(hash));
  await db.settings.put({
    key: ERASED_REGISTER,
    value: { salt, people: [...others, ...hashes.map((hash) => ({ hash, at }))] },
  });
}

/** Whether this desk has erased anybody. */
export async function hasErased(db: DeskDatabase): Promise<boolean> {
  return ((await storedIn(db))?.people.length ?? 0) > 0;
}

/** Which of these handles were erased here, and when; keys in lower case. */
export async function erasedAmong(db: DeskDatabase, handles: Iterable<string>): Promise<Map<string, number>> {
  // Who only asks writes nothing.
  const stored = await storedIn(db);
  const found = new Map<string, number>();
  if (!stored || stored.people.length === 0) return found;
  const { salt, people } = stored;
  const times = new Map(people.map(({ hash, at }) => [hash, at]));
  for (const handle of new Set([...handles].map((one) => one.toLowerCase()))) {
    const at = times.get(await hashHandle(salt, handle));
    if (at !== undefined) found.set(handle, at);
  }
  return found;
}
