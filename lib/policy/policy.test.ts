import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DeskDatabase } from '../desk/database';
import { checkIds } from '../guard/types';
import { readFacts, readPolicy, readSnippets, writeFacts, writePolicy, writeSnippets } from '../settings/replying';
import { readWatchlist, writeWatchlist } from '../settings/settings';
import { emptyWatchlist } from '../watchlist/watchlist';
import { applyPolicy, LOCKED, readTeamPolicy } from './keep';
import { effective, lockedChecks, policyKeys } from './policy';
import { understandPolicy } from './schema';

let db: DeskDatabase;
beforeEach(() => {
  db = new DeskDatabase('policy');
});
afterEach(() => db.delete());

const watchlist = (handle: string) => ({ ...emptyWatchlist, handles: [handle] });
const fact = (text: string, id = 'own') => ({
  id,
  topic: 'billing',
  channel: 'phone' as const,
  text,
  link: null,
  lang: null,
});

describe('a policy', () => {
  it('of nothing sets nothing', () => {
    expect(understandPolicy(undefined)).toEqual({ policy: {}, problems: [] });
    expect(understandPolicy({})).toEqual({ policy: {}, problems: [] });
  });

  it('applies as far as it can be understood, and says what is wrong at its place', () => {
    const { policy, problems } = understandPolicy({
      watchlist: { value: { handles: ['not a handle'] } },
      facts: { value: [{ topic: 'outage', channel: 'pigeon', text: 'coo' }] },
      snippets: { value: [{ title: 'Hello', text: 'Hi' }], lock: true },
      guard: { value: { sales: 'louder', manners: 'off' } },
      retentionDays: { value: 0 },
      linkOnly: true,
      backup: { value: { on: true } },
      theme: { value: 'dark' },
    });
    expect(policy).toEqual({ backup: { value: { on: true, days: 1 }, locked: false } });
    const told = Object.fromEntries(problems.map(({ where, message }) => [where, message]));
    expect(told['watchlist.value.handles.0']).toContain('1 to 15 letters');
    expect(told['facts.value.0.channel']).toContain('Known channels');
    expect(told.snippets).toBe('Unknown: "lock".');
    expect(told['guard.value.sales']).toBe('One of "full", "hint", "off".');
    expect(told['retentionDays.value']).toBe('At least one day.');
    expect(told.linkOnly).toBeDefined();
    expect(told.theme).toContain('There is no such setting');
  });

  it.each([['nonsense'], [[]], [7], [{ watchlist: null }], [{ facts: { value: 'x'.repeat(1e6) } }]])(
    'that is wrong altogether breaks nothing: %#',
    (raw) => {
      const { policy, problems } = understandPolicy(raw);
      expect(policy).toEqual({});
      expect(problems.length).toBeGreaterThan(0);
      expect(JSON.stringify(problems).length).toBeLessThan(2_000);
    },
  );

  it('cannot reach into objects', () => {
    const { policy } = understandPolicy(JSON.parse('{"__proto__": {"value": 1}, "constructor": {"value": 1}}'));
    expect(policy).toEqual({});
    expect(Object.getPrototypeOf(policy)).toBe(Object.prototype);
  });

  it('gives a default or a lock', () => {
    const open = { linkOnly: { value: true, locked: false } };
    expect(effective(open, 'linkOnly', undefined)).toBe(true);
    expect(effective(open, 'linkOnly', false)).toBe(false);
    expect(effective({ linkOnly: { value: true, locked: true } }, 'linkOnly', false)).toBe(true);
    expect(effective({}, 'linkOnly', undefined)).toBeUndefined();
  });
});

describe('a watchlist by policy', () => {
  it('holds until the rep has one, and again once theirs is the same', async () => {
    await applyPolicy(db, { watchlist: { value: { handles: ['Team'] } } }, 1);
    expect(await readWatchlist(db)).toEqual(watchlist('Team'));
    await writeWatchlist(db, watchlist('Mine'));
    expect(await readWatchlist(db)).toEqual(watchlist('Mine'));
    await writeWatchlist(db, watchlist('Team'));
    await applyPolicy(db, { watchlist: { value: { handles: ['NewTeam'] } } }, 2);
    expect(await readWatchlist(db)).toEqual(watchlist('NewTeam'));
  });

  it('that is locked lies over the rep’s own, which comes back with the end of the policy', async () => {
    await writeWatchlist(db, watchlist('Mine'));
    await applyPolicy(db, { watchlist: { value: { handles: ['Team'] }, locked: true } }, 1);
    expect(await readWatchlist(db)).toEqual(watchlist('Team'));
    await expect(writeWatchlist(db, watchlist('Other'))).rejects.toThrow(LOCKED);
    await writeWatchlist(db, watchlist('Team'));
    await applyPolicy(db, undefined, 2);
    expect(await readWatchlist(db)).toEqual(watchlist('Mine'));
  });
});

describe('facts and snippets by policy', () => {
  it('are not hidden by an empty list of the rep’s', async () => {
    await writeFacts(db, []);
    await writeSnippets(db, []);
    await applyPolicy(
      db,
      { facts: { value: [{ topic: 'billing', channel: 'phone', text: '1' }] }, snippets: { value: [{ text: 'Hi' }] } },
      1,
    );
    expect(await readFacts(db)).toEqual([fact('1', 'team-1')]);
    expect(await readSnippets(db)).toEqual([{ id: 'team-1', title: '', text: 'Hi' }]);
    await writeFacts(db, [fact('2')]);
    expect(await readFacts(db)).toEqual([fact('2')]);
  });

  it('can be read and refused in a transaction', async () => {
    await applyPolicy(db, { facts: { value: [], locked: true } }, 1);
    await expect(
      db.transaction('rw', db.settings, db.audit, async () => {
        expect(await readFacts(db)).toEqual([]);
        await writeFacts(db, [fact('2')]);
      }),
    ).rejects.toThrow(LOCKED);
  });
});

describe('the guard by policy', () => {
  it('locks the checks that are named, and leaves the others to the rep', async () => {
    await writePolicy(db, { sales: 'off', tone: 'hint' });
    await applyPolicy(db, { guard: { value: { sales: 'full', 'same-words': 'off' }, locked: true } }, 1);
    expect(await readPolicy(db)).toEqual({ 'same-words': 'off', tone: 'hint' });
    await writePolicy(db, { tone: 'off', sales: 'off' });
    expect(await readPolicy(db)).toEqual({ 'same-words': 'off', tone: 'off' });
    expect(lockedChecks((await readTeamPolicy(db)).policy)).toEqual(new Set(['sales', 'same-words']));
    await applyPolicy(db, {}, 2);
    expect(await readPolicy(db)).toEqual({ sales: 'off', tone: 'off' });
  });

  it('softens as a default, which a rep can sharpen again', async () => {
    await applyPolicy(db, { guard: { value: { tone: 'off' } } }, 1);
    expect(await readPolicy(db)).toEqual({ tone: 'off' });
    await writePolicy(db, { sales: 'hint' });
    expect(await readPolicy(db)).toEqual({ sales: 'hint' });
    await writePolicy(db, { tone: 'off', sales: 'hint' });
    expect((await db.settings.get('guardPolicy'))?.value).toEqual({ sales: 'hint' });
  });
});

describe('the trail', () => {
  it('has a line for each policy that is another one, and none for the same', async () => {
    expect(await applyPolicy(db, undefined, 1)).toBe(false);
    expect(await applyPolicy(db, { linkOnly: { value: true }, retentionDays: { value: 90, locked: true } }, 2)).toBe(
      true,
    );
    expect(await applyPolicy(db, { retentionDays: { locked: true, value: 90 }, linkOnly: { value: true } }, 3)).toBe(
      false,
    );
    expect((await readTeamPolicy(db)).since).toBe(2);
    expect(await applyPolicy(db, undefined, 4)).toBe(true);
    expect((await db.audit.toArray()).map(({ act, at, by, part, count }) => ({ act, at, by, part, count }))).toEqual([
      { act: 'policy-applied', at: 2, by: null, part: 'policy', count: 2 },
      { act: 'policy-applied', at: 4, by: null, part: 'policy', count: 0 },
    ]);
  });
});

/** A schema as Chrome reads it: types and properties, and nothing more. */
interface ManagedSchema {
  type: string;
  properties?: Record<string, ManagedSchema>;
  items?: ManagedSchema;
}

/** What Chrome would leave out of a value. */
function leftOut(value: unknown, schema: ManagedSchema | undefined, where: string): string[] {
  if (!schema) return [`${where}: unknown`];
  const type = Array.isArray(value) ? 'array' : typeof value === 'number' ? 'integer' : typeof value;
  if (type !== schema.type) return [`${where}: ${type}`];
  if (Array.isArray(value)) return value.flatMap((item, at) => leftOut(item, schema.items, `${where}.${at}`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => leftOut(one, schema.properties?.[key], `${where}.${key}`));
}

describe('the schema for Chrome and the examples', () => {
  const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
  const schema: ManagedSchema = JSON.parse(read('../../public/managed-schema.json'));
  const examples = [...read('README.md').matchAll(/```json\n(.*?)```/gs)].map(([, json = '']) => JSON.parse(json));
  const everything = {
    watchlist: { value: { ...emptyWatchlist, handles: ['Team'] }, locked: true },
    facts: { value: [{ topic: 'outage', channel: 'status', text: 'x', link: 'https://a.example/s', lang: 'en' }] },
    snippets: { value: [{ title: 'a', text: 'b' }] },
    guard: { value: Object.fromEntries(checkIds.map((id) => [id, 'hint'])) },
    retentionDays: { value: 90 },
    linkOnly: { value: true },
    backup: { value: { on: false, days: 3 } },
  };

  it('know every setting', () => {
    expect(Object.keys(schema.properties ?? {})).toEqual(policyKeys);
    const { policy, problems } = understandPolicy(everything);
    expect(problems).toEqual([]);
    expect(Object.keys(policy)).toEqual(policyKeys);
    expect(leftOut(everything, schema, '')).toEqual([]);
  });

  it('are right', () => {
    const [chrome, firefox, manifest] = examples;
    const [forChrome] = Object.values(chrome['3rdparty'].extensions);
    const forFirefox = firefox.policies['3rdparty'].Extensions['hark@hark.example'];
    for (const settings of [forChrome, forFirefox, manifest.data]) {
      expect(understandPolicy(settings).problems).toEqual([]);
      expect(leftOut(settings, schema, '')).toEqual([]);
    }
    expect(manifest).toMatchObject({ name: 'hark@hark.example', type: 'storage' });
  });
});
