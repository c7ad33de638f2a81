import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DeskDatabase } from '../desk/database';
import { applyPolicy } from '../policy/keep';
import type { TabHealth } from '../protocol';
import { describeDiagnosis, diagnosisAsText, inBytes } from './diagnosis';
import { addError, factsOf } from './errors';
import { browserIn, type DiagnosisSources, gatherDiagnosis } from './gather';

const MARK = 'Zanzibelle';
const NOW = Date.parse('2026-05-04T10:00:00Z');
const DAY = 24 * 60 * 60 * 1000;

let db: DeskDatabase;
beforeEach(() => {
  db = new DeskDatabase('diagnosis');
});
afterEach(() => db.delete());

const report = {
  page: MARK,
  loggedOut: false,
  tweets: 20,
  without: { id: 15, author: 0, text: 1 },
  focal: false,
  loose: 0,
  undrawn: 2,
  lasting: true,
  settings: true,
  seen: 40,
  marked: 3,
};
const unreadable: TabHealth = {
  health: { ok: false, trouble: 'unreadable', message: MARK },
  report,
  onX: true,
};

const sources = (): DiagnosisSources => ({
  db,
  now: NOW,
  hark: '0.1.0',
  userAgent: `Mozilla/5.0 (${MARK}) Chrome/156.0.0.0 Safari/537.36`,
  system: async () => 'linux',
  has: async (asked) => !('permissions' in asked && asked.permissions.includes('notifications')),
  storage: async () => ({ used: 1_234_567, quota: 10e9, persisted: false }),
  pages: async () => [{ health: { ok: true }, report: null, onX: true }, unreadable],
  queued: async () => 4,
  errors: async () => addError([], factsOf('panel', new TypeError(MARK), 'chrome-extension://x/'), NOW),
  backup: async () => ({ succeededAt: NOW - DAY, failing: true }),
});

/** A row in which every text that somebody may have written is the mark. */
const marked = (row: object): object => ({
  ...row,
  name: MARK,
  text: MARK,
  note: MARK,
  handle: MARK,
  by: MARK,
  words: [MARK],
});

/** Writes marks into every table of the desk. */
async function fillWithMarks(): Promise<void> {
  for (const table of db.tables) {
    const { keyPath } = table.schema.primKey;
    const key = typeof keyPath === 'string' && keyPath !== 'seq' ? { [keyPath]: `${MARK}-1` } : {};
    await table.put(marked({ at: NOW - 1, ...key, value: MARK, reason: MARK, plan: { text: MARK } }));
  }
  const keys = [
    'watchlist',
    'rep',
    'facts',
    'snippets',
    'guardPolicy',
    'guardOurs',
    'recentReplies',
    'handOver',
    'desk',
  ];
  await db.settings.bulkPut(keys.map((key) => ({ key, value: [MARK, { [MARK]: MARK }] })));
  const day = { late: 1, failed: 0 };
  await db.settings.put({ key: 'unchecked', value: { '2026-05-03': { ...day, late: 2 }, [MARK]: day } });
  await applyPolicy(
    db,
    {
      watchlist: { value: { handles: [MARK], terms: [MARK] }, locked: true },
      snippets: { value: [{ title: MARK, text: MARK }] },
      retentionDays: { value: MARK, [MARK]: MARK },
      guard: { value: { [MARK]: 'off' } },
      [MARK]: true,
      [`${MARK}.of the team`]: true,
    },
    NOW,
  );
}

describe('a diagnosis', () => {
  it('holds no word that anybody has written, whatever lies in the tables', async () => {
    await fillWithMarks();
    const diagnosis = await gatherDiagnosis(sources());
    expect(db.tables.length).toBeGreaterThan(15);
    const text = diagnosisAsText(diagnosis);
    expect(text).not.toContain(MARK);
    for (const { name } of db.tables) expect(text).toMatch(new RegExp(`\\b${name} [1-9]`));
  });

  it('tells what is wrong', async () => {
    await fillWithMarks();
    const lines = diagnosisAsText(await gatherDiagnosis(sources())).split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'Hark diagnosis, 2026-05-04 10:00 UTC',
        '  Hark: 0.1.0',
        '  Browser: Chrome 156',
        `  Database: version ${db.verno}`,
        '  notifications: not given; asked for when needed',
        '  X, tab 1: can be read',
        '! X, tab 2: tweets cannot be read; 20 tweets, without id 15, author 0, text 1, outside of tweets 0, not drawn on 2; seen 40, marked 3',
        '! Unchecked on 2026-05-03: 2 late, 0 failed',
        '  Used: 1.2 MB of 10 GB',
        '! Last backup: 2026-05-03 10:00 UTC; the latest attempt failed',
        '  Watchlist: locked',
        '  Snippets: default, reps may change it',
        '! retentionDays: not used',
        '! guard: not used',
        '! Settings that Hark does not know: 2',
        '  2026-05-04 10:00 UTC: panel: TypeError',
      ]),
    );
  });

  it('tells the team itself what is wrong in its policy, with its own words', async () => {
    await fillWithMarks();
    const parts = describeDiagnosis(await gatherDiagnosis(sources()), 'team');
    const lines = parts.find(({ title }) => title === 'Set by your team')?.lines ?? [];
    expect(lines.map(({ label }) => label)).toEqual(expect.arrayContaining([MARK, 'retentionDays.value']));
  });

  it('goes on where something cannot be found out, and does not quote why', async () => {
    const fail = async (): Promise<never> => {
      throw new RangeError(MARK);
    };
    db.close();
    const text = diagnosisAsText(
      await gatherDiagnosis({
        ...sources(),
        db,
        system: fail,
        storage: fail,
        pages: fail,
        has: fail,
        backup: fail,
        errors: fail,
      }),
    );
    expect(text).not.toContain(MARK);
    expect(text).toContain('! Used: could not be read (RangeError)');
    expect(text).toContain('  System: unknown');
    expect(text).toContain('! storage: not given');
    await db.open();
  });

  it('knows browsers by name and main version', () => {
    expect(browserIn('Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0')).toBe('Firefox 153');
    expect(browserIn('Mozilla/5.0 Chrome/156.0.0.0 Safari/537.36 Edg/156.0.1')).toBe('Edge 156');
    expect(browserIn('Mozilla/5.0 HeadlessChrome/156.0.0.0 Safari/537.36')).toBe('Chrome 156');
    expect(browserIn(MARK)).toBe('Browser unknown');
  });

  it('tells storage in round numbers', () => {
    expect([0, 999, 1_000, 1_234_567, 123_456_789, 10e9].map(inBytes)).toEqual([
      '0 B',
      '999 B',
      '1 kB',
      '1.2 MB',
      '123 MB',
      '10 GB',
    ]);
  });
});
