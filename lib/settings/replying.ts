import type { DeskDatabase } from '../desk/database';
import type { Fact } from '../facts/fact';
import { nothingOffered, type Offered } from '../facts/offered';
import { readFacts as understandFacts } from '../facts/schema';
import { checkIds, type Policy } from '../guard/types';
import type { Snippet } from '../replies/snippets';
import { z } from '../schema';
import { writeSetting } from './settings';

/** What replies are made of and looked over by, as the team has set it. Kept with the other settings. */

const FACTS = 'facts';
const SNIPPETS = 'snippets';
const POLICY = 'guardPolicy';
const OURS = 'guardOurs';
const OFFERED = 'offered';
const RECENT = 'recentReplies';

/** So many numbers and addresses of "it's ours" are remembered. */
const MOST_OURS = 200;
/** A reply should not sound like one of the rep's last ones; so many are compared. */
export const RECENT_REPLIES = 50;

const snippetsSchema = z.array(z.object({ id: z.string().min(1), title: z.string(), text: z.string() }));
const policySchema = z.partialRecord(z.enum(checkIds), z.enum(['off', 'hint']));
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

/** What is true of the service, in the team's order. */
export async function readFacts(db: DeskDatabase): Promise<Fact[]> {
  return understandFacts((await db.settings.get(FACTS))?.value);
}
export const writeFacts = (db: DeskDatabase, facts: readonly Fact[]): Promise<void> =>
  writeSetting(db, FACTS, [...facts], 'facts', facts.length);

/** The team's own texts with placeholders. */
export const readSnippets = (db: DeskDatabase): Promise<Snippet[]> => read(db, SNIPPETS, snippetsSchema, []);
export const writeSnippets = (db: DeskDatabase, snippets: readonly Snippet[]): Promise<void> =>
  writeSetting(db, SNIPPETS, [...snippets], 'snippets', snippets.length);

/** Checks that are softened or switched off; those not named speak as they are. */
export const readPolicy = (db: DeskDatabase): Promise<Policy> => read(db, POLICY, policySchema, {});
export const writePolicy = (db: DeskDatabase, policy: Policy): Promise<void> =>
  writeSetting(db, POLICY, policy, 'guard');

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
