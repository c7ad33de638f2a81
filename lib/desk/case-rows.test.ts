import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type CaseRowsWanted, writeCaseRows } from './case-rows';
import { DeskDatabase } from './database';
import { Desk } from './desk';
import { everyCase } from './lists';
import { People } from './people';

const DAY = 24 * 60 * 60_000;
let db: DeskDatabase;
let now: number;

beforeEach(() => {
  db = new DeskDatabase('case-rows');
  now = new Date(2026, 4, 4, 9, 5).getTime();
});
afterEach(() => db.delete());

const all: CaseRowsWanted = { from: null, until: null, filter: null, rep: 'JD', withWords: false };

async function rows(wanted: Partial<CaseRowsWanted> = {}): Promise<string[]> {
  const pieces: string[] = [];
  const count = await writeCaseRows(db, { ...all, ...wanted }, (piece) => pieces.push(piece));
  const lines = pieces.join('').split('\r\n');
  expect(lines).toHaveLength(count + 2);
  return lines.slice(1, -1);
}

it('gives each case a line, without the words of tweets unless they are asked for', async () => {
  let ids = 0;
  const desk = new Desk({ db, now: () => now, newId: () => `id-${++ids}` });
  const people = new People({ db, now: () => now });
  for (const [index, handle] of ['Ada', 'ben'].entries()) {
    const text = '=HYPERLINK("http://evil")';
    const time = new Date(now).toISOString();
    const tweet = {
      id: String(index + 1),
      handle,
      name: `=${handle}`,
      text,
      lang: 'en',
      time,
      permalink: `https://x.com/${handle}/status/${index + 1}`,
    };
    await desk.open({ requestId: `r${index}`, tweet, thread: [], account: null, by: 'JD', brand: new Set() });
    now += DAY;
  }
  const ada = await desk.customerByHandle('ada');
  await people.describe(ada?.id ?? '', { account: '+44 20', place: 'Whitten, north' });
  await desk.change(
    (await db.cases.where('number').equals(2).first())?.id ?? '',
    { topic: 'billing', owner: null },
    'JD',
  );
  expect(await rows()).toEqual([
    '1,Open,Other,Normal,Support,JD,,Ada,"\'=Ada","\'+44 20","Whitten, north",2026-05-04 09:05,2026-05-04 09:05,,2026-05-04 09:05,,',
    '2,Open,Billing,Normal,Support,,,ben,"\'=ben",,,2026-05-05 09:05,2026-05-06 09:05,,2026-05-05 09:05,,',
  ]);
  const numbers = async (wanted: Partial<CaseRowsWanted>) =>
    (await rows(wanted)).map((line) => Number(line.split(',')[0]));
  expect(await numbers({ from: now - 2 * DAY + 1 })).toEqual([2]);
  expect(await numbers({ until: now - 2 * DAY + 1 })).toEqual([1]);
  expect(await numbers({ filter: { ...everyCase, list: 'mine' } })).toEqual([1]);
  expect(await numbers({ filter: { ...everyCase, topic: 'billing' } })).toEqual([2]);
  expect(await numbers({ filter: { ...everyCase, list: 'pending' } })).toEqual([]);
  expect((await rows({ withWords: true }))[0]).toContain('"\'=HYPERLINK(""http://evil"")"');
});
