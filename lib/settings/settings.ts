import type { DeskDatabase } from '../desk/database';
import { isNewerDesk } from '../desk/failure';
import { type PageKeys, readPageKeys } from '../keys/page-keys';
import { z } from '../schema';
import { watchlistSchema } from '../watchlist/schema';
import { emptyWatchlist, type Watchlist } from '../watchlist/watchlist';

/** The rep at this desk, as entries and replies are signed. */
export const repSchema = z.strictObject({
  name: z.string().trim().max(80, 'Longer than 80 characters.').default(''),
  handle: z
    .string()
    .trim()
    .transform((text) => text.replace(/^[@＠]/, ''))
    .pipe(z.string().regex(/^[A-Za-z0-9_]{0,15}$/, 'A handle has 1 to 15 letters, digits or underscores.'))
    .default(''),
  initials: z
    .string()
    .trim()
    .transform((text) => text.replace(/^\^/, '').toUpperCase())
    .pipe(z.string().regex(/^\p{Lu}{0,4}$/u, 'One to four letters, like JD.'))
    .default(''),
});

export type Rep = z.infer<typeof repSchema>;

export const emptyRep: Rep = { name: '', handle: '', initials: '' };

const WATCHLIST = 'watchlist';
const REP = 'rep';
const PAGE_KEYS = 'pageKeys';

/**
 * The watchlist; empty before the first set-up, or if what is stored cannot be read. It is read from a database of a
 * newer version as well, so that marks on X stay.
 */
export async function readWatchlist(db: DeskDatabase): Promise<Watchlist> {
  let stored: unknown;
  try {
    stored = (await db.settings.get(WATCHLIST))?.value;
  } catch (error) {
    if (!isNewerDesk(error)) throw error;
    stored = await db.peekAtSetting(WATCHLIST);
  }
  const checked = watchlistSchema.safeParse(stored);
  return checked.success ? checked.data : emptyWatchlist;
}

export async function writeWatchlist(db: DeskDatabase, watchlist: Watchlist): Promise<void> {
  await db.settings.put({ key: WATCHLIST, value: watchlist });
}

/** The rep at this desk; empty fields before the first set-up. */
export async function readRep(db: DeskDatabase): Promise<Rep> {
  const checked = repSchema.safeParse((await db.settings.get(REP))?.value);
  return checked.success ? checked.data : emptyRep;
}

export async function writeRep(db: DeskDatabase, rep: Rep): Promise<void> {
  await db.settings.put({ key: REP, value: rep });
}

/** How a rep signs what they do: initials, else name, else handle; null before the first set-up. */
export function signatureOfRep(rep: Rep): string | null {
  return rep.initials || rep.name || rep.handle || null;
}

/** Keys for the selected tweet on X; those of the beginning where a newer version keeps the desk. */
export async function readKeys(db: DeskDatabase): Promise<PageKeys> {
  const stored = await db.settings.get(PAGE_KEYS).catch((error: unknown) => {
    if (isNewerDesk(error)) return undefined;
    throw error;
  });
  return readPageKeys(stored?.value);
}

export async function writeKeys(db: DeskDatabase, keys: PageKeys): Promise<void> {
  await db.settings.put({ key: PAGE_KEYS, value: keys });
}
