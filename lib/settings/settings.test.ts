import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DeskDatabase } from '../desk/database';
import { choicesIn } from '../panel/keys';
import { accountLink, problemOfTemplate } from './customer-link';
import { checkReps } from './rep-form';
import { readPolicy, writeLevel } from './replying';
import {
  readPanelKeys,
  readRep,
  readReps,
  signatureOfRep,
  switchRep,
  writePanelKey,
  writePanelKeys,
  writeRep,
  writeReps,
} from './settings';

let db: DeskDatabase;
beforeEach(() => {
  db = new DeskDatabase('settings');
});
afterEach(() => db.delete());

const june = { id: 'j', name: 'June', handle: '', initials: 'JD' };
const mo = { id: 'm', name: 'Mo', handle: '', initials: 'MO' };

describe('reps at a desk', () => {
  it('understand the single rep of before', async () => {
    await db.settings.put({ key: 'rep', value: { name: 'June', handle: 'Lantern', initials: 'JD' } });
    expect(await readRep(db)).toEqual({ name: 'June', handle: 'Lantern', initials: 'JD' });
    const { reps, current } = await readReps(db);
    expect(reps.map(({ id }) => id)).toEqual([current]);
  });

  it('take turns', async () => {
    expect(signatureOfRep(await readRep(db))).toBeNull();
    await writeReps(db, [june, mo]);
    expect((await readRep(db)).initials).toBe('JD');
    await switchRep(db, 'm');
    await switchRep(db, 'nobody');
    expect((await readRep(db)).initials).toBe('MO');
    await writeReps(db, [june]);
    expect((await readRep(db)).initials).toBe('JD');
  });

  it('are changed one by one', async () => {
    await writeRep(db, { name: 'June', handle: '', initials: 'JD' });
    await writeRep(db, { name: 'June D', handle: '', initials: 'JD' });
    expect((await readReps(db)).reps).toMatchObject([{ name: 'June D' }]);
  });

  it('must be told apart by their signature', () => {
    expect(checkReps([june, { ...mo, initials: 'jd' }])).toMatchObject({ ok: false, problems: { m: {} } });
    expect(checkReps([june, { id: 'x', name: ' ', handle: '', initials: '' }])).toEqual({ ok: true, reps: [june] });
  });
});

describe('links into the customer system', () => {
  it('carry the reference as one value', () => {
    expect(accountLink('https://crm.example/?id={account}', ' A&B/1 ')).toBe('https://crm.example/?id=A%26B%2F1');
    expect(accountLink('https://crm.example/{account}/x', '$&')).toBe('https://crm.example/%24%26/x');
    expect(accountLink('', 'A')).toBeNull();
    expect(accountLink('https://crm.example/{account}', ' ')).toBeNull();
  });

  it('lead to the web, and to a server that the reference cannot choose', () => {
    expect(problemOfTemplate('')).toBeNull();
    expect(problemOfTemplate('http://crm.local/c/{account}')).toBeNull();
    for (const template of [
      'https://crm.example/',
      'javascript:alert({account})',
      'crm/{account}',
      'https://{account}/',
    ]) {
      expect([template, typeof problemOfTemplate(template)]).toEqual([template, 'string']);
      expect(accountLink(template, 'x')).toBeNull();
    }
  });
});

describe('keys of the panel', () => {
  it('are changed one by one, however fast, and stored only where they differ', async () => {
    await Promise.all([writePanelKey(db, 'note', '8'), writePanelKey(db, 'undo', '')]);
    expect(choicesIn(await readPanelKeys(db))).toEqual({ note: '8', undo: '' });
    await writePanelKey(db, 'note', 'n');
    expect((await db.settings.get('panelKeys'))?.value).toEqual({ undo: '' });
    await writePanelKeys(db, {});
    expect(choicesIn(await readPanelKeys(db))).toEqual({});
    expect((await db.audit.toArray()).map(({ part }) => part)).toEqual(Array(4).fill('panel-keys'));
  });
});

describe('how loud checks are', () => {
  it('is set for each by itself, however fast one follows the other', async () => {
    await Promise.all([writeLevel(db, 'tone', 'off'), writeLevel(db, 'sales', 'hint')]);
    expect(await readPolicy(db)).toEqual({ tone: 'off', sales: 'hint' });
    await writeLevel(db, 'sales', 'full');
    expect(await readPolicy(db)).toEqual({ tone: 'off' });
  });
});
