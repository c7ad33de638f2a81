import { lockOf } from '../backup/lock';
import { readBackup, readBackupHeader } from '../backup/read';
import { RefusedBackup, reasons, WrongPassphrase } from '../backup/refusal';
import type { Page } from '../backup/store';
import type { Case, Entry } from '../cases/case';
import { channels } from '../facts/fact';
import type { FollowUp } from '../follow-ups/follow-up';
import { draftOutcomes, overrideReasons } from '../guard/outcome';
import { checkIds } from '../guard/types';
import { sharedRow } from '../handover/rows';
import { checkRow } from '../handover/schema';
import type { Incident } from '../incidents/incident';
import { type FunnelDay, kindOfKey } from '../queue/funnel';
import { z } from '../schema';
import { intents, topics } from '../triage/judgement';
import type { BackupCase, OpenedBackup } from './beside';
import type { ReportDay } from './day';
import { casesIn, factsOf, idOf, isPacked, type PackedFacts, pack } from './facts';
import type { Reading, ReadResult } from './reading';
import type { SaidOfDraft } from './report';

/** Backups of earlier versions lack what is counted here. */
const OLDEST = 7;
/** Cases whose histories are held at once, where a backup has to be counted from them. */
const CASES_AT_ONCE = 20_000;

const tooOld = 'This backup was written by an older version of Hark. Ask for one of a Hark that is up to date.';
const tooNew = 'This backup was written by a newer version of Hark. Update Hark, then open it again.';

const count = z.number().int().min(0);
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const signature = z.string().max(80).nullable();
const kind = z
  .string()
  .max(100)
  .refine((key) => {
    const { topic, intent } = kindOfKey(key);
    return topics.includes(topic) && intents.includes(intent);
  });
const funnelDay = z.object({
  ...{ day, seen: count, relevant: count, actionable: count, opened: count, answered: count },
  kinds: z.record(kind, z.tuple([count, count])).optional(),
});
const reportDay = z.object({
  ...{ day, marketing: count, other: count },
  offered: z.partialRecord(z.enum(channels), count),
});
const saying = z.object({
  ...{ at: z.number(), by: signature },
  checks: z.array(z.object({ id: z.enum(checkIds), level: z.enum(['hint', 'hold']) })).max(100),
  outcome: z.enum(draftOutcomes),
  reason: z.enum(overrideReasons).nullable(),
});
const caseRow = z.object({
  ...{ id: z.string(), customerId: z.string(), openedFor: z.string(), openedAt: z.number(), updatedAt: z.number() },
  origins: z.array(z.object({ id: z.string() })).optional(),
});

/**
 * Reads of a colleague's backup what reports count, page by page; nothing anybody wrote is kept of it. Facts of its cases
 * are taken as that desk kept them; where it had not counted them, they follow from the histories, some cases at a time.
 * Null if it is no backup.
 */
export async function readColleaguesBackup(file: Blob, reading: Reading): Promise<ReadResult | null> {
  const { passphrase, schema, progress } = reading;
  try {
    const header = await readBackupHeader(file);
    if (header.schema < OLDEST) return { ok: false, reason: tooOld };
    if (header.schema > schema) return { ok: false, reason: tooNew };
    if (header.lock && passphrase === null) return { ok: false, locked: { at: header.at, isWrong: false } };
    const lock = header.lock && passphrase !== null ? await lockOf(passphrase, header.lock) : null;
    return { ok: true, file: await contentOf(file, () => readBackup(file, { lock, progress }), header.at) };
  } catch (error) {
    if (error instanceof WrongPassphrase) {
      return { ok: false, locked: { at: (await readBackupHeader(file)).at, isWrong: true } };
    }
    // Rows that are not of our form trip whoever reads them.
    if (error instanceof TypeError) return { ok: false, reason: reasons.harmful };
    if (!(error instanceof RefusedBackup)) throw error;
    return error.message === reasons.foreign ? null : { ok: false, reason: error.message };
  }
}

type Pages = ReturnType<typeof readBackup>;

async function contentOf(file: Blob, read: () => Pages, at: number): Promise<OpenedBackup> {
  const cases = new Map<string, BackupCase>();
  const kept = new Map<string, PackedFacts>();
  const found = {
    incidents: [] as Incident[],
    followUps: [] as FollowUp[],
    funnel: [] as FunnelDay[],
    days: [] as ReportDay[],
    sayings: [] as SaidOfDraft[],
  };
  const pages = read();
  let next = await pages.next();
  for (; !next.done; next = await pages.next()) {
    const { table, rows } = next.value;
    if (table === 'cases') for (const row of rows) addCase(cases, row);
    else if (table === 'entries') for (const row of rows) addTweet(cases, row);
    else if (table === 'summaries') {
      for (const row of rows) for (const packed of packedIn(row)) kept.set(idOf(packed), packed);
    } else if (table === 'incidents') found.incidents.push(...rows.map((row) => flat<Incident>('incident', row)));
    else if (table === 'followUps') found.followUps.push(...rows.map((row) => flat<FollowUp>('followUp', row)));
    else if (table === 'funnel') found.funnel.push(...rows.map((row) => sound(funnelDay, row)));
    else if (table === 'reportDays') found.days.push(...rows.map((row) => ({ ...sound(reportDay, row), counted: [] })));
    else if (table === 'guardSayings') found.sayings.push(...rows.map((row) => sound(saying, row)));
  }
  const { head, end } = next.value;
  const isCounted = !end.changed && kept.size === cases.size && [...cases.keys()].every((id) => kept.has(id));
  if (!isCounted) await countAgain(read, [...cases.values()], kept);
  return {
    kind: 'backup',
    // A desk that never had to say who it is has no id; its backup is told from others by its time and length.
    header: { desk: head.desk ?? { id: `backup-${at}-${file.size}`, name: '' }, by: null, at },
    cases: [...cases.values()].map((known) => ({ ...known, facts: kept.get(idOf(known.facts)) ?? known.facts })),
    ...found,
  };
}

function addCase(cases: Map<string, BackupCase>, row: unknown): void {
  const { id, customerId, openedFor, updatedAt, openedAt, origins = [] } = sound(caseRow, row);
  cases.set(id, {
    // What follows from its history takes their place.
    facts: checked(pack(factsOf(row as Case, []))),
    ids: [id, ...origins.map((origin) => origin.id)],
    ...{ updatedAt, openedAt, customerId, openedFor: openedFor.toLowerCase(), tweets: [] },
  });
}

function addTweet(cases: ReadonlyMap<string, BackupCase>, row: unknown): void {
  const { kind, caseId, tweetId } = row as Entry;
  if (kind === 'tweet' && typeof tweetId === 'string') cases.get(caseId)?.tweets.push(tweetId);
}

function packedIn(row: unknown): PackedFacts[] {
  let found: unknown;
  try {
    found = casesIn(row as { cases: unknown });
  } catch {
    throw new RefusedBackup(reasons.harmful);
  }
  if (!Array.isArray(found)) throw new RefusedBackup(reasons.harmful);
  return found.map(checked);
}

function checked(packed: unknown): PackedFacts {
  if (!isPacked(packed)) throw new RefusedBackup(reasons.harmful);
  return packed;
}

function flat<Row>(kind: 'incident' | 'followUp', row: unknown): Row {
  const found = checkRow({ kind, row: sharedRow(kind, row as Parameters<typeof sharedRow>[1]) });
  if (!found) throw new RefusedBackup(reasons.harmful);
  return found.row as Row;
}

function sound<Value>(schema: z.ZodType<Value>, row: unknown): Value {
  const checked = schema.safeParse(row);
  if (!checked.success) throw new RefusedBackup(reasons.harmful);
  return checked.data;
}

/** Counts cases from their histories. The file is read once for so many cases, so that memory stays bounded. */
async function countAgain(
  read: () => AsyncIterable<Page>,
  cases: readonly BackupCase[],
  kept: Map<string, PackedFacts>,
): Promise<void> {
  for (let from = 0; from < cases.length; from += CASES_AT_ONCE) {
    const some = new Set(cases.slice(from, from + CASES_AT_ONCE).map(({ facts }) => idOf(facts)));
    const rows = new Map<string, Case>();
    const histories = new Map<string, Entry[]>([...some].map((id) => [id, []]));
    for await (const { table, rows: page } of read()) {
      if (table === 'cases') {
        for (const row of page as Case[]) if (some.has(row.id)) rows.set(row.id, row);
      } else if (table === 'entries') {
        for (const row of page as Entry[]) histories.get(row.caseId)?.push(withoutWords(row));
      } else break;
    }
    for (const [id, row] of rows) kept.set(id, checked(pack(factsOf(row, histories.get(id) ?? []))));
  }
}

/** Nothing is counted in what somebody wrote. */
const withoutWords = (entry: Entry): Entry => ('text' in entry ? { ...entry, text: '' } : entry);
