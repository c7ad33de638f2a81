import { noteAudit } from '../audit/audit';
import type { DeskDatabase } from '../desk/database';
import { isOutOfReach } from '../desk/failure';
import { type PageKeys, readPageKeys } from '../keys/page-keys';
import { choicesIn, type KeyAction, type PanelKeyChoices, type PanelKeys, resolvePanelKeys } from '../panel/keys';
import { keepOwn, readKeptPolicy, TEAM_POLICY } from '../policy/keep';
import { effective } from '../policy/policy';
import { z } from '../schema';
import { watchlistSchema } from '../watchlist/schema';
import { brandAccounts, emptyWatchlist, type Watchlist } from '../watchlist/watchlist';

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

/** A rep among those who share this desk. */
export type DeskRep = Rep & { id: string };

/** Everybody who works at this desk, and who is there now. */
export interface DeskReps {
  reps: DeskRep[];
  /** Id of the rep at the desk; null if nobody is set up. */
  current: string | null;
}

const repsSchema = z.object({
  reps: z.array(repSchema.extend({ id: z.string().min(1) })),
  current: z.string().nullable(),
});

/**
 * Keeps a setting, with a line in the audit trail if it is another one than before. Not for what Hark counts or
 * remembers by itself.
 *
 * @param part what the trail calls it; the trail never says to what it was set
 * @param count how much of it there is, where that says something
 */
export async function writeSetting(
  db: DeskDatabase,
  key: string,
  value: unknown,
  part: string,
  count: number | null = null,
): Promise<void> {
  await db.transaction('rw', db.settings, db.audit, async () => {
    const before = await db.settings.get(key);
    if (before && JSON.stringify(before.value) === JSON.stringify(value)) return;
    await db.settings.put({ key, value });
    const by = await signatureAtDesk(db);
    await noteAudit(db, { at: Date.now(), by, act: 'settings-changed', part, count });
  });
}

const WATCHLIST = 'watchlist';
const REP = 'rep';
const PAGE_KEYS = 'pageKeys';
const PANEL_KEYS = 'panelKeys';

/** What is stored under some keys, in a database of a newer version as well. */
async function readStored(db: DeskDatabase, keys: readonly string[]): Promise<unknown[]> {
  try {
    return (await db.settings.bulkGet([...keys])).map((setting) => setting?.value);
  } catch (error) {
    if (!isOutOfReach(error)) throw error;
    return Promise.all(keys.map((key) => db.peekAtSetting(key)));
  }
}

/**
 * The watchlist, the team's or the rep's own; empty before the first set-up, or if what is stored cannot be read. It is
 * read from a database that this version cannot open as well, so that marks on X stay.
 */
export async function readWatchlist(db: DeskDatabase): Promise<Watchlist> {
  const [stored, policy] = await readStored(db, [WATCHLIST, TEAM_POLICY]);
  const own = watchlistSchema.safeParse(stored);
  const held = effective(readKeptPolicy(policy).policy, 'watchlist', own.success ? own.data : undefined);
  return held ?? emptyWatchlist;
}

/** @throws {ToldError} if the team has locked it */
export async function writeWatchlist(db: DeskDatabase, watchlist: Watchlist): Promise<void> {
  await keepOwn(db, WATCHLIST, 'watchlist', watchlist, () => writeSetting(db, WATCHLIST, watchlist, 'watchlist'));
}

/** The id of a rep who was stored before there could be several. */
const ONLY_REP = 'only';

function understandReps(stored: unknown): DeskReps {
  const several = repsSchema.safeParse(stored);
  if (several.success) {
    const { reps, current } = several.data;
    return { reps, current: reps.some(({ id }) => id === current) ? current : (reps[0]?.id ?? null) };
  }
  const one = repSchema.safeParse(stored);
  if (!one.success || signatureOfRep(one.data) === null) return { reps: [], current: null };
  return { reps: [{ id: ONLY_REP, ...one.data }], current: ONLY_REP };
}

/** Everybody who works at this desk. A single rep, as it was stored before, counts as a team of one. */
export async function readReps(db: DeskDatabase): Promise<DeskReps> {
  return understandReps((await db.settings.get(REP))?.value);
}

/** Writes who works at this desk. Who is there now stays, unless that rep is gone. */
export async function writeReps(db: DeskDatabase, reps: readonly DeskRep[]): Promise<void> {
  await db.transaction('rw', db.settings, db.audit, async () => {
    const { current } = await readReps(db);
    const kept = reps.some(({ id }) => id === current) ? current : (reps[0]?.id ?? null);
    const next: DeskReps = { reps: [...reps], current: kept };
    await writeSetting(db, REP, next, 'team', reps.length);
  });
}

/** Puts another rep at the desk; nothing happens if that one is gone. */
export async function switchRep(db: DeskDatabase, id: string): Promise<void> {
  await db.transaction('rw', db.settings, db.audit, async () => {
    const { reps } = await readReps(db);
    if (reps.some((rep) => rep.id === id)) {
      await writeSetting(db, REP, { reps, current: id } satisfies DeskReps, 'at-desk');
    }
  });
}

/** Among several reps, the one at the desk now; empty fields if nobody is set up. */
export function repAtDesk({ reps, current }: DeskReps): Rep {
  const found = reps.find(({ id }) => id === current);
  return found ? { name: found.name, handle: found.handle, initials: found.initials } : emptyRep;
}

/** The rep at this desk now; empty fields before the first set-up. */
export async function readRep(db: DeskDatabase): Promise<Rep> {
  return repAtDesk(await readReps(db));
}

/** Writes the details of the rep at this desk now; the first one becomes the first rep. */
export async function writeRep(db: DeskDatabase, rep: Rep): Promise<void> {
  await db.transaction('rw', db.settings, db.audit, async () => {
    const { reps, current } = await readReps(db);
    const known = reps.some(({ id }) => id === current);
    const next = known
      ? reps.map((other) => (other.id === current ? { ...rep, id: other.id } : other))
      : [{ ...rep, id: ONLY_REP }];
    await writeReps(db, next);
  });
}

/** How a rep signs what they do: initials, else name, else handle; null before the first set-up. */
export function signatureOfRep(rep: Rep): string | null {
  return rep.initials || rep.name || rep.handle || null;
}

/** How the rep at this desk now signs; null before the first set-up. */
export async function signatureAtDesk(db: DeskDatabase): Promise<string | null> {
  return signatureOfRep(await readRep(db));
}

/** Accounts as which the brand posts, lower case: its own, and the reps' care accounts. */
export function postingAccounts(watchlist: Watchlist, reps: readonly Rep[]): Set<string> {
  const care = reps.map(({ handle }) => handle.toLowerCase()).filter((handle) => handle !== '');
  return new Set([...brandAccounts(watchlist), ...care]);
}

/** What X is searched by: the watchlist, the handle of the rep at the desk, and whose tweets are not looked for. */
export async function readWatched(
  db: DeskDatabase,
): Promise<{ watchlist: Watchlist; account: string; posting: Set<string> }> {
  const [watchlist, desk] = await Promise.all([readWatchlist(db), readReps(db)]);
  return { watchlist, account: repAtDesk(desk).handle, posting: postingAccounts(watchlist, desk.reps) };
}

/** What is stored of keys; nothing where the desk is out of reach, so that they are as at the beginning. */
async function readStoredKeys(db: DeskDatabase, key: string): Promise<unknown> {
  const stored = await db.settings.get(key).catch((error: unknown) => {
    if (isOutOfReach(error)) return undefined;
    throw error;
  });
  return stored?.value;
}

/** Keys for the selected tweet on X. */
export async function readKeys(db: DeskDatabase): Promise<PageKeys> {
  return readPageKeys(await readStoredKeys(db, PAGE_KEYS));
}

export async function writeKeys(db: DeskDatabase, keys: PageKeys): Promise<void> {
  await writeSetting(db, PAGE_KEYS, keys, 'page-keys');
}

/** Keys of the panel. */
export async function readPanelKeys(db: DeskDatabase): Promise<PanelKeys> {
  return resolvePanelKeys(await readStoredKeys(db, PANEL_KEYS));
}

/** Keeps which keys of the panel are others than at the beginning. */
export async function writePanelKeys(db: DeskDatabase, choices: PanelKeyChoices): Promise<void> {
  await writeSetting(db, PANEL_KEYS, choicesIn(resolvePanelKeys(choices)), 'panel-keys');
}

/** Changes one key of the panel; the others stay as they are by then. */
export async function writePanelKey(db: DeskDatabase, action: KeyAction, key: string): Promise<void> {
  await db.transaction('rw', db.settings, db.audit, async () => {
    await writePanelKeys(db, { ...choicesIn(await readPanelKeys(db)), [action]: key });
  });
}
