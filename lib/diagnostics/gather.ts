import type { DeskDatabase } from '../desk/database';
import { readUnchecked } from '../health/unchecked';
import { readTeamPolicy } from '../policy/keep';
import type { TabHealth } from '../protocol';
import type { BackupState } from './backup-state';
import type { Diagnosis, Unknown } from './diagnosis';
import { type ErrorNote, factsOf } from './errors';
import { permissions } from './permissions';

/** Guard figures are of so many milliseconds back: ninety days. */
const LATELY = 90 * 24 * 60 * 60 * 1000;

/** Where a diagnosis gets from what it does not find in the database. */
export interface DiagnosisSources {
  db: DeskDatabase;
  now: number;
  hark: string;
  userAgent: string;
  system(): Promise<string>;
  has(permission: { permissions: string[] } | { origins: string[] }): Promise<boolean>;
  storage(): Promise<{ used: number; quota: number; persisted: boolean }>;
  /** What is known of each open tab of X. */
  pages(): Promise<(TabHealth | null)[]>;
  /** Tweets on the list of who needs an answer. */
  queued(): Promise<number>;
  errors(): Promise<ErrorNote[]>;
  backup(): Promise<BackupState | null>;
}

/** What can be found out; whatever fails says so, by the name of its error alone, and the rest goes on. */
async function attempt<Value>(find: () => Promise<Value>): Promise<Value | Unknown> {
  try {
    return await find();
  } catch (error) {
    return { failed: factsOf('diagnostics', error, '').name };
  }
}

/** "Firefox 153" or "Chrome 156", of all that a browser says of itself. */
export function browserIn(userAgent: string): string {
  const [, name = 'Browser', version = 'unknown'] =
    /\b(Firefox|Edg|OPR)\/(\d{1,4})/.exec(userAgent) ?? /(Chrome)\/(\d{1,4})/.exec(userAgent) ?? [];
  return `${name === 'Edg' ? 'Edge' : name === 'OPR' ? 'Opera' : name} ${version}`;
}

async function databaseVersions(db: DeskDatabase): Promise<{ there: number | null; made: number }> {
  // Dexie counts in tenths, so that versions may be put between two.
  const there = (await indexedDB.databases()).find(({ name }) => name === db.name)?.version;
  return { there: there === undefined ? null : Math.floor(there / 10), made: Math.floor(db.verno) };
}

/** Gathers all that a diagnosis tells. Never fails. */
export async function gatherDiagnosis(sources: DiagnosisSources): Promise<Diagnosis> {
  const { db, now } = sources;
  const granted = async (): Promise<ReadonlySet<string>> => {
    const found = await Promise.all(
      permissions.map(async ({ name, kind }) => {
        try {
          return (await sources.has(kind === 'site' ? { origins: [name] } : { permissions: [name] })) ? [name] : [];
        } catch {
          // A name that this browser does not know.
          return [];
        }
      }),
    );
    return new Set(found.flat());
  };
  const rows = async (): Promise<Record<string, number>> => {
    const counts = await Promise.all(db.tables.map(async (table) => [table.name, await table.count()] as const));
    return { ...Object.fromEntries(counts), queued: await sources.queued() };
  };
  const spoken = (): Promise<number> =>
    db.guardSayings
      .where('at')
      .above(now - LATELY)
      .count();
  return {
    at: now,
    hark: sources.hark,
    browser: browserIn(sources.userAgent),
    system: await sources.system().catch(() => 'unknown'),
    database: await attempt(() => databaseVersions(db)),
    granted: await attempt(granted),
    storage: await attempt(sources.storage),
    rows: await attempt(rows),
    pages: await attempt(sources.pages),
    unchecked: await attempt(() => readUnchecked(db)),
    spoken: await attempt(spoken),
    errors: await attempt(sources.errors),
    policy: await attempt(() => readTeamPolicy(db)),
    backup: await attempt(sources.backup),
  };
}
