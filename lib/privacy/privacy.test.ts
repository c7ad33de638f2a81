import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import config from '../../wxt.config';
import { DeskDatabase } from '../desk/database';
import { MOST_ERRORS } from '../diagnostics/errors';
import { permissions } from '../diagnostics/permissions';
import { KEPT, MOST } from '../queue/queue';
import { RECENT_REPLIES } from '../settings/replying';
import { toldAs } from './kept';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const privacy = read('PRIVACY.md').replaceAll('**', '');
const listing = read('scripts/store/listing.md');

describe('PRIVACY.md', () => {
  it('tells of every table of the database', () => {
    const tables = new DeskDatabase('privacy').tables.map(({ name }) => name);
    expect(Object.keys(toldAs).sort()).toEqual(tables.sort());
    for (const [table, words] of Object.entries(toldAs))
      expect({ table, text: privacy }).toMatchObject({ text: expect.stringContaining(words) });
  });

  it('tells of what is kept beside the tables, or among the settings under a name of its own', () => {
    for (const words of [
      'Who was erased:',
      'How backups are made:',
      'A backup that is being merged in:',
      'The last 50 errors:',
    ])
      expect(privacy).toContain(words);
  });

  it('names the numbers that the code keeps to', () => {
    expect(privacy).toContain(`${MOST} at most, for ${KEPT / 3_600_000} hours after they were last seen`);
    expect(privacy).toContain(`The last ${RECENT_REPLIES} replies of each rep`);
    expect(privacy).toContain('the last two, as readable as');
    expect(read('lib/backup/copies.ts')).toContain('const KEPT = 2;');
    expect(privacy).toContain(`The last ${MOST_ERRORS} errors`);
    const named = (file: string): string => read(`lib/${file}`);
    expect(named('desk/guard-log.ts')).toContain('KEPT = 400 * 24');
    expect(named('desk/hand-over.ts')).toContain('KEPT_IMPORTS = 20;');
    expect(named('desk/work.ts')).toContain('KEEP_DEEDS = 24 * 60');
    expect(named('desk/dismissals.ts')).toContain('KEEP_DISMISSALS = 5_000;');
    expect(named('corrections/corrections.ts')).toContain('KEEP_CORRECTIONS = 5_000;');
    expect(named('queue/settled.ts')).toContain('REMEMBERED = 30 * 24');
  });

  it('is written in words that the renderer knows', () => {
    for (const line of read('PRIVACY.md').split('\n')) {
      expect(line.split('**').length % 2).toBe(1);
      expect(line).not.toMatch(/[`<>[\]|]|^ /);
    }
  });
});

describe('the answers for the stores', () => {
  it('give each permission with the reason that Hark itself gives', () => {
    for (const { name, kind, why } of permissions) {
      expect(listing).toContain(`\`${name}\``);
      if (kind !== 'site') expect(listing).toContain(`- \`${name}\`: ${why}\n`);
      else expect(listing).toContain(`): ${why}\n`);
    }
    const [, told = ''] = /## Permissions\n(.*?)\n## /s.exec(listing) ?? [];
    const names = [...told.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
    expect(new Set(names)).toEqual(new Set(permissions.map(({ name }) => name)));
  });

  it('say of data what the manifest for Firefox says', async () => {
    const { manifest } = config;
    const env = { browser: 'firefox', command: 'build', mode: 'production', manifestVersion: 3 } as const;
    const made = await (typeof manifest === 'function' ? manifest(env) : manifest);
    const { gecko } = (made?.browser_specific_settings ?? {}) as { gecko?: { data_collection_permissions?: unknown } };
    expect(gecko?.data_collection_permissions).toEqual({ required: ['none'] });
    expect(listing).toContain('`data_collection_permissions`: required `none`');
    expect(privacy).toContain('Hark makes no network request');
    expect(listing).toContain('Hark makes no network request');
  });
});
