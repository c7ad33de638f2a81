import type { DeskDatabase } from '../desk/database';
import type { Fact } from '../facts/fact';
import { nothingOffered, type Offered } from '../facts/offered';
import { readFacts as understandFacts } from '../facts/schema';
import { type CheckId, checkIds, type Policy } from '../guard/types';
import { keepOwn, readTeamPolicy } from '../policy/keep';
import { asGuardPolicy, effective, effectiveLevels, type GuardLevel, type PolicyValues } from '../policy/policy';
import type { Snippet } from '../replies/snippets';
import { z } from '../schema';
import { writeSetting } from './settings';

/** What replies are made of and looked over by, as the team has set it. Kept with the other settings. */

const FACTS = 'facts';
const SNIPPETS = 'snippets';
const POLICY = 'guardPolicy';
const OURS = 'guardOurs';
const OFFERED = 'offered';
/** Key of what the reps posted lately, among the settings. */
export const RECENT = 'recentReplies';

/** So many numbers and addresses of "it's ours" are remembered. */
const MOST_OURS = 200;
/** A reply should not sound like one of the rep's last ones; so many are compared. */
export const RECENT_REPLIES = 50;

const snippetsSchema = z.array(z.object({ id: z.string().min(1), title: z.string(), text: z.string() }));
/** That a check speaks as it is made need only be said where the team has softened it. */
const levelsSchema = z.partialRecord(z.enum(checkIds), z.enum(['full', 'hint', 'off']));
const offeredSchema = z.record(z.string(), z.number().int().min(0));
/** Signature of a rep, and what they posted, latest last. */
const recentSchema = z.record(z.string(), z.array(z.string()));

async function read<Value>(db: DeskDatabase, key: string, schema: z.ZodType<Value>, otherwise: Value): Promise<Value> {
  const checked = schema.safeParse((await db.settings.get(key))?.value);
  return checked.success ? checked.data : otherwise;
}

async function write(db: DeskDatabase, key: string, value: unknown): Promise<void> {
  await db.settings.put({ key, value });
}

/** An empty list is stored by whoever saves anything else: it says nothing against what the team has set. */
const unlessEmpty = <Item>(own: Item[]): Item[] | undefined => (own.length > 0 ? own : undefined);

/** What is true of the service, in the team's order. */
export async function readFacts(db: DeskDatabase): Promise<Fact[]> {
  const [stored, { policy }] = await Promise.all([db.settings.get(FACTS), readTeamPolicy(db)]);
  return effective(policy, 'facts', unlessEmpty(understandFacts(stored?.value))) ?? [];
}
/** @throws {ToldError} if the team has locked them */
export const writeFacts = (db: DeskDatabase, facts: readonly Fact[]): Promise<void> =>
  keepOwn(db, FACTS, 'facts', [...facts], () => writeSetting(db, FACTS, [...facts], 'facts', facts.length));

/** The team's own texts with placeholders. */
export async function readSnippets(db: DeskDatabase): Promise<Snippet[]> {
  const [own, { policy }] = await Promise.all([read(db, SNIPPETS, snippetsSchema, []), readTeamPolicy(db)]);
  return effective(policy, 'snippets', unlessEmpty(own)) ?? [];
}
/** @throws {ToldError} if the team has locked them */
export const writeSnippets = (db: DeskDatabase, snippets: readonly Snippet[]): Promise<void> =>
  keepOwn(db, SNIPPETS, 'snippets', [...snippets], () =>
    writeSetting(db, SNIPPETS, [...snippets], 'snippets', snippets.length),
  );

const readLevels = (db: DeskDatabase): Promise<PolicyValues['guard']> => read(db, POLICY, levelsSchema, {});

/** Checks that are softened or switched off, by the team or the rep; those not named speak as they are. */
export async function readPolicy(db: DeskDatabase): Promise<Policy> {
  const [own, { policy }] = await Promise.all([readLevels(db), readTeamPolicy(db)]);
  return asGuardPolicy(effectiveLevels(policy, own));
}

/** Keeps how loud the checks are. Those that the team has locked stay as the team has them. */
export async function writePolicy(db: DeskDatabase, policy: Policy): Promise<void> {
  await db.transaction('rw', db.settings, db.audit, async () => {
    const { guard } = (await readTeamPolicy(db)).policy;
    const before = await readLevels(db);
    const own: PolicyValues['guard'] = {};
    for (const id of checkIds) {
      const team = guard?.value[id];
      const level: GuardLevel = policy[id] ?? 'full';
      // What lies under a lock comes back when the lock goes.
      const kept = team !== undefined && guard?.locked ? before[id] : level === (team ?? 'full') ? undefined : level;
      if (kept !== undefined) own[id] = kept;
    }
    await writeSetting(db, POLICY, own, 'guard');
  });
}

/** Sets how loud one check is; the others stay as they are now, whoever has changed them meanwhile. */
export async function writeLevel(db: DeskDatabase, id: CheckId, level: GuardLevel): Promise<void> {
  await db.transaction('rw', db.settings, db.audit, async () => {
    const { [id]: _before, ...others } = await readPolicy(db);
    await writePolicy(db, level === 'full' ? others : { ...others, [id]: level });
  });
}

/** Numbers and addresses of which a rep has said "it's ours", latest last. */
export const readOurs = (db: DeskDatabase): Promise<string[]> => read(db, OURS, z.array(z.string()), []);
/** Remembers one more of them. */
export async function addOurs(db: DeskDatabase, words: string): Promise<void> {
  await db.transaction('rw', db.settings, db.audit, async () => {
    const known = await readOurs(db);
    await writeOurs(db, [...known.filter((other) => other !== words), words].slice(-MOST_OURS));
  });
}
export const writeOurs = (db: DeskDatabase, ours: readonly string[]): Promise<void> =>
  writeSetting(db, OURS, [...ours], 'guard-ours', ours.length);

/** How often replies have offered each channel. */
export async function readOffered(db: DeskDatabase): Promise<Offered> {
  return { ...nothingOffered, ...(await read(db, OFFERED, offeredSchema, {})) };
}
export const writeOffered = (db: DeskDatabase, offered: Offered): Promise<void> => write(db, OFFERED, offered);

/** What a rep posted lately, latest last. */
export async function readRecent(db: DeskDatabase, by: string | null): Promise<string[]> {
  return (await read(db, RECENT, recentSchema, {}))[by ?? ''] ?? [];
}
/** Remembers one more post of a rep. Runs inside the caller's transaction, if there is one. */
export async function addRecent(db: DeskDatabase, by: string | null, text: string): Promise<void> {
  await db.transaction('rw', db.settings, async () => {
    const known = await read(db, RECENT, recentSchema, {});
    await write(db, RECENT, { ...known, [by ?? '']: [...(known[by ?? ''] ?? []), text].slice(-RECENT_REPLIES) });
  });
}
