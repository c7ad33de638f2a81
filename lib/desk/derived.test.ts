import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseStatuses, type Entry, routes, topics } from '../cases/case';
import type { SentTweet } from '../protocol';
import { factsOf, summariesOf } from '../reports/facts';
import { DeskDatabase } from './database';
import { derive } from './derive';
import { Desk } from './desk';
import { type FollowUpStep, FollowUps } from './follow-ups';
import { type IncidentStep, Incidents } from './incidents';
import { countActive, countLists, everyCase, type ListFilter, listCases, usedTags } from './lists';
import { People } from './people';
import type { PostRequest } from './posting';
import { keptAndRecomputed, readKept } from './recompute';
import { searchCases } from './search';

const MINUTE = 60_000;
const START = Date.parse('2026-05-04T09:00:00Z');

let db: DeskDatabase;
let desk: Desk;
let people: People;
let now: number;
let ids: number;

afterEach(() => db.delete());

beforeEach(() => {
  db = new DeskDatabase('derived');
  now = START;
  ids = 0;
  desk = new Desk({ db, now: () => now, newId: () => `id-${++ids}` });
  people = new People({ db, now: () => now });
});

function tweet(id: number, handle: string, text: string, at = now): SentTweet {
  const permalink = `https://x.com/${handle}/status/${id}`;
  return { id: String(id), handle, name: handle.toUpperCase(), text, lang: 'en', time: iso(at), permalink };
}
const iso = (at: number): string => new Date(at).toISOString();

let requests = 0;
async function open(on: SentTweet, by = 'JD', thread: SentTweet[] = []) {
  const requestId = `r-${++requests}`;
  const opened = await desk.open({ requestId, tweet: on, thread, account: 'Lantern', by, brand: new Set(['lantern']) });
  return { ...opened, requestId };
}

async function customerId(handle: string): Promise<string> {
  return (await desk.customerByHandle(handle))?.id ?? '';
}

async function find(sought: string, filter: ListFilter = everyCase): Promise<number[]> {
  const { found } = await searchCases(db, sought, filter, 'JD', { limit: 50 });
  return found.map((one) => one.case.number);
}

/** Everything that is kept beside the facts, twice, and what must never be. */
async function everything() {
  const rows = await readKept(db);
  const { cases, customers, entries } = rows;
  return {
    ...keptAndRecomputed(rows),
    summaries: {
      kept: await db.summaries.toArray(),
      recomputed: summariesOf(
        cases.map((known) =>
          factsOf(
            known,
            entries.filter(({ caseId }) => caseId === known.id),
          ),
        ),
      ),
    },
    // Written down a second time, in other words than the code's.
    waiting: cases
      .toSorted((one, other) => one.number - other.number)
      .map(({ id, status, inDmSince }) => {
        const own = entries.filter((entry) => entry.caseId === id);
        const unseen = own.some((entry) => entry.kind === 'reply' && entry.awaited === true);
        const unanswered = (entry: Entry): boolean =>
          entry.kind === 'tweet' &&
          !own.some((other) => other.kind === 'reply' && other.awaited !== true && other.at >= entry.at);
        const times = own.filter(unanswered).map((entry) => entry.at);
        const runs = status === 'open' || (status === 'pending' && unseen && !inDmSince);
        return runs && times.length > 0 ? Math.min(...times) : null;
      }),
    strays: {
      cases: cases.filter(({ customerId }) => !customers.some(({ id }) => id === customerId)).length,
      private: cases.filter(({ status, inDmSince }) => inDmSince && status !== 'pending').length,
      entries: entries.filter(({ caseId }) => !cases.some(({ id }) => id === caseId)).length,
      followUps: (await db.followUps.toArray()).filter(({ caseId }) => !cases.some(({ id }) => id === caseId)).length,
      handles: customers.flatMap(({ handles }) => handles).length - new Set(customers.flatMap((c) => c.handles)).size,
    },
  };
}

/** Random numbers that are the same in each run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

describe('whatever happens', () => {
  // More of them are among the long checks.
  it.each(process.env.HARK_LONG ? [1, 2, 3, 4, 5, 6, 7, 8] : [1, 2, 3])(
    'clock, lists, counters, search and summaries follow the facts (%i)',
    async (seed) => {
      const roll = dice(seed);
      const pick = <T>(from: readonly T[]): T => from[roll(from.length)] as T;
      const handles = ['ada', 'ben_k', 'cem', 'dia'];
      const words = ['router', 'café', 'billing', 'outage', 'node', 'again', 'Störung'];
      const done: string[] = [];
      const notes: string[] = [];
      const text = (): string => `${pick(words)} ${pick(words)}`;
      const anyCase = async (): Promise<string> => pick((await db.cases.toArray()).map(({ id }) => id)) ?? '';
      const anyCustomer = async (): Promise<string> => pick((await db.customers.toArray()).map(({ id }) => id)) ?? '';
      const anyReply = async (): Promise<string> =>
        pick((await db.entries.toArray()).filter(({ kind }) => kind === 'reply').map(({ id }) => id)) ?? '';
      /** An id for one more deed, which may be undone. */
      const did = (): string => {
        const requestId = `r-${++requests}`;
        done.push(requestId);
        return requestId;
      };
      const written = (handle: string): SentTweet => tweet(roll(60), handle, text(), now - roll(30) * MINUTE);
      const reply = (handle: string, said: string): PostRequest => ({
        requestId: did(),
        answered: written(handle),
        thread: roll(3) === 0 ? [written(pick([...handles, 'lantern', 'stranger']))] : [],
        account: 'Lantern',
        parts: [said],
        by: 'JD',
        rep: 'JD',
        brand: new Set(['lantern']),
        spoken: roll(3) === 0 ? [{ id: 'tone', level: 'hold' }] : [],
        reason: null,
      });
      const context = { db, now: () => now, newId: () => `id-${++ids}` };
      const followUps = new FollowUps(context);
      const incidents = new Incidents(context);
      const steps: FollowUpStep[] = [];
      const links: IncidentStep[] = [];
      const outage = { title: 'Whitten', area: 'Whitten', state: 'known', since: now, message: 'On it' } as const;
      await incidents.create({ ...outage, expected: null, link: null, lang: null }, [], 'JD');
      const operations: (() => Promise<unknown>)[] = [
        async () => done.push((await open(tweet(roll(60), pick(handles), text(), now - roll(90) * MINUTE))).requestId),
        async () => done.push((await open(tweet(roll(60), pick(handles), text()))).requestId),
        async () => desk.undo(pick(done) ?? ''),
        async () =>
          desk.recordReply(String(roll(60)), tweet(100 + roll(60), 'lantern', text(), now - roll(60) * MINUTE)),
        async () => desk.change(await anyCase(), { status: pick(caseStatuses) }, 'JD'),
        async () => desk.change(await anyCase(), { topic: pick(topics), route: pick(routes) }, 'MO'),
        async () => desk.change(await anyCase(), { owner: pick(['JD', 'MO', null]), tags: [pick(words)] }, 'JD'),
        async () => {
          const caseId = await anyCase();
          if (caseId) notes.push((await desk.addNote(caseId, text(), 'JD')) ?? '');
        },
        async () => desk.withdrawNote(pick(notes) ?? ''),
        async () => desk.recordPost(reply(pick(handles), text())),
        async () => desk.recordPost(reply(pick(handles), text())),
        async () => desk.replyOut('lantern', String(200 + roll(60))),
        async () => desk.confirmReply(await anyReply(), 'JD', did()),
        async () => desk.withdrawReply(await anyReply(), 'JD', did()),
        async () => desk.takePrivate({ ...reply(pick(handles), ''), tweet: written(pick(handles)), kept: text() }),
        async () => desk.setInDm(await anyCase(), roll(2) === 0, 'MO', did()),
        async () => desk.remind({ requestId: did(), tweetId: String(roll(60)), dueAt: now, reason: text(), by: 'JD' }),
        async () => desk.customersWrote([{ tweet: written(pick(handles)), namesUs: true, answers: null }]),
        async () => {
          const checks = [{ id: 'sales' as const, level: 'hold' as const }];
          const tweetId = String(roll(60));
          return desk.guardSaid({
            requestId: did(),
            tweetId,
            spoken: checks,
            outcome: 'edited',
            reason: null,
            by: 'JD',
          });
        },
        async () => {
          const caseId = await anyCase();
          const promise = { caseId, dueAt: now + roll(90) * MINUTE, reason: text(), by: 'JD' };
          if (caseId) steps.push(await followUps.add(promise));
        },
        async () => {
          const waiting = (await followUps.waiting()).map(({ id }) => id);
          if (waiting.length > 0) steps.push(await followUps.end([pick(waiting)], 'done', 'MO'));
        },
        async () => {
          const step = steps.pop();
          if (step) await followUps.undo(step);
        },
        async () => {
          const { id } = (await db.incidents.toCollection().first()) ?? {};
          const caseId = await anyCase();
          if (id && caseId) links.push(await incidents.link(id, [caseId], 'JD'));
        },
        async () => incidents.unlink(await anyCase(), 'JD'),
        async () => {
          const step = links.pop();
          if (step) await incidents.undo(step);
        },
        async () => people.describe(await anyCustomer(), { place: pick(words), account: `A-${roll(9)}` }),
        async () => people.join(await anyCustomer(), await anyCustomer()),
        async () => {
          const joined = (await db.customers.toArray()).filter((customer) => customer.joined.length > 0);
          const customer = pick(joined);
          return customer && people.part(customer.id, pick(customer.joined).customer.id);
        },
      ];
      for (let step = 0; step < 100; step++) {
        now += roll(30) * MINUTE;
        await pick(operations)();
        if (step % 4 !== 3) continue;
        const { kept, recomputed, summaries, waiting, strays } = await everything();
        expect(kept).toEqual(recomputed);
        expect(summaries.kept).toEqual(summaries.recomputed);
        expect(kept.cases.map(({ waitingSince }) => waitingSince)).toEqual(waiting);

        expect(strays).toEqual({ cases: 0, handles: 0, private: 0, entries: 0, followUps: 0 });
      }
    },
    30_000,
  );
});

describe('the response clock', () => {
  it('runs from the first tweet without a reply, and asking twice does not set it back', async () => {
    const first = now;
    const { case: opened } = await open(tweet(1, 'ada', 'Hello?'));
    now += 10 * MINUTE;
    await open(tweet(2, 'ada', 'Anybody?'));
    expect(await db.cases.get(opened.id)).toMatchObject({ waitingSince: first });
    await desk.recordReply('1', tweet(3, 'lantern', 'Sorry, looking. ^JD', now + MINUTE));
    expect(await db.cases.get(opened.id)).toMatchObject({ waitingSince: null });
  });

  it('is not stopped by a reply older than the tweet', async () => {
    const { case: opened } = await open(tweet(1, 'ada', 'Hello?'));
    await desk.recordReply('1', tweet(3, 'lantern', 'Welcome! ^JD', now - MINUTE));
    expect(await db.cases.get(opened.id)).toMatchObject({ waitingSince: now });
  });

  it('stands still while the case is pending, and goes on from where it began', async () => {
    const { case: opened } = await open(tweet(1, 'ada', 'Hello?'));
    await desk.change(opened.id, { status: 'pending' }, 'JD');
    expect(await db.cases.get(opened.id)).toMatchObject({ waitingSince: null });
    await desk.change(opened.id, { status: 'open' }, 'JD');
    expect(await db.cases.get(opened.id)).toMatchObject({ waitingSince: START });
  });
});

describe('lists', () => {
  const numbers = async (filter: Partial<ListFilter>, rep = 'JD', limit = 10): Promise<number[]> =>
    (await listCases(db, { ...everyCase, ...filter }, rep, limit)).map(({ number }) => number);

  beforeEach(async () => {
    for (const [index, handle] of ['ada', 'ben', 'cem', 'dia', 'eli'].entries()) {
      now += MINUTE;
      // Who comes last has waited longest.
      await open(tweet(index, handle, 'down', now - index * 10 * MINUTE), index % 2 === 0 ? 'JD' : 'MO');
    }
    const [, ben, , dia] = (await db.cases.toArray()).sort((one, other) => one.number - other.number);
    now += MINUTE;
    await desk.change(ben?.id ?? '', { status: 'pending', topic: 'billing' }, 'JD');
    await desk.change(dia?.id ?? '', { status: 'closed', topic: 'billing', route: 'rnd' }, 'JD');
  });

  it('show the latest change first, or who has waited longest', async () => {
    expect(await numbers({ list: 'open' })).toEqual([5, 3, 1]);
    expect(await numbers({ list: 'open', order: 'waiting' })).toEqual([5, 3, 1]);
    await desk.recordReply('4', tweet(90, 'lantern', 'Fixed ^JD', now));
    expect(await numbers({ list: 'open', order: 'waiting' })).toEqual([3, 1, 5]);
    expect(await numbers({ list: 'all', order: 'waiting' })).toEqual([3, 1, 5, 4, 2]);
    expect(await numbers({ list: 'all' })).toEqual([5, 4, 2, 3, 1]);
    expect(await numbers({ list: 'all' }, 'JD', 2)).toEqual([5, 4]);
    // A reply that X has not shown yet lets its customer wait on.
    await desk.recordPost({
      ...{ requestId: 'post', answered: tweet(2, 'cem', 'down'), thread: [], account: 'lantern', parts: ['On it'] },
      ...{ by: 'JD', rep: 'JD', brand: new Set(['lantern']), spoken: [], reason: null },
    });
    expect(await numbers({ list: 'all', order: 'waiting' })).toEqual([3, 1, 5, 4, 2]);
    expect(await numbers({ list: 'pending', order: 'waiting' })).toEqual([3, 2]);
    expect(await numbers({ list: 'all', order: 'waiting' }, 'JD', 1)).toEqual([3]);
  });

  it('combine owner, topic and route, and count without reading', async () => {
    expect(await numbers({ list: 'mine' })).toEqual([5, 3, 1]);
    expect(await numbers({ list: 'mine' }, 'MO')).toEqual([2]);
    expect(await numbers({ list: 'all', topic: 'billing' })).toEqual([4, 2]);
    expect(await numbers({ list: 'all', topic: 'billing', route: 'rnd' })).toEqual([4]);
    expect(await countLists(db, { topic: null, route: null }, 'JD')).toEqual({ open: 3, mine: 3, pending: 1, all: 5 });
    expect(await countLists(db, { topic: 'billing', route: null }, 'MO')).toEqual({
      open: 0,
      mine: 1,
      pending: 1,
      all: 2,
    });
    expect(await countActive(db)).toBe(4);
  });

  it('know the tags in use', async () => {
    const [one, other] = await db.cases.toArray();
    await desk.change(one?.id ?? '', { tags: ['#VIP ', 'vip', 'Winter  storm'] }, 'JD');
    await desk.change(other?.id ?? '', { tags: ['winter storm'] }, 'JD');
    expect(await usedTags(db, '', 5)).toEqual(['winter storm', 'vip']);
    expect(await usedTags(db, 'v', 5)).toEqual(['vip']);
  });
});

describe('search', () => {
  it('finds every word in any place, by its beginning, whatever accents and case', async () => {
    const { case: ada } = await open(tweet(1, 'Ada_Lowe', 'The CAFÉ has no signal'));
    await open(tweet(2, 'ben', 'Signal is fine in the cafe'));
    await desk.addNote(ada.id, 'Engineer on Tuesday', 'JD');
    await people.describe(await customerId('ada_lowe'), { account: 'A-4711', place: 'Node 7', note: 'calls a lot' });
    await desk.change(ada.id, { tags: ['vip'] }, 'JD');
    expect(await find('cafe sig')).toEqual([2, 1]);
    for (const words of [
      'engin tues',
      '4711',
      'a-4711',
      'node',
      'vip',
      'lowe',
      '@ada_lo',
      'calls',
      '#1',
      'signal vip',
    ]) {
      expect([words, await find(words)]).toEqual([words, [1]]);
    }
    expect(await find('signal nothing')).toEqual([]);
    expect(await find('')).toEqual([]);
  });

  it('says where it found the words', async () => {
    const { case: ada } = await open(tweet(1, 'ada', 'The line went dead at noon'));
    await desk.addNote(ada.id, 'Sent an engineer', 'JD');
    const { found } = await searchCases(db, 'dead engin', everyCase, 'JD', { limit: 5 });
    expect(
      found[0]?.excerpts.map(({ place, parts }) => [place, parts.filter((p) => p.found).map((p) => p.text)]),
    ).toEqual([
      ['note', ['engineer']],
      ['tweet', ['dead']],
    ]);
  });

  it('finds anywhere in scripts without spaces', async () => {
    await open(tweet(1, 'ada', 'インターネットが繋がらない'));
    expect(await find('ネット')).toEqual([1]);
    expect(await find('繋がら')).toEqual([1]);
  });

  it('forgets what was taken back, and narrows by filters', async () => {
    const { case: ada, requestId } = await open(tweet(1, 'ada', 'dead line'));
    await open(tweet(2, 'ben', 'dead phone'));
    const note = await desk.addNote(ada.id, 'zebra', 'JD');
    expect(await find('zebra')).toEqual([1]);
    await desk.withdrawNote(note ?? '');
    expect(await find('zebra')).toEqual([]);
    await desk.change(ada.id, { status: 'closed' }, 'JD');
    expect(await find('dead', { ...everyCase, list: 'open' })).toEqual([2]);
    expect(await find('dead', { ...everyCase, list: 'mine' })).toEqual([2]);
    expect(await find('dead', { ...everyCase, topic: 'billing' })).toEqual([]);
    expect((await desk.undo(requestId)).ok).toBe(false);
    expect(await find('dead')).toEqual([2, 1]);
  });

  it('gives page after page, the newest case first', async () => {
    for (let index = 0; index < 7; index++) await open(tweet(index, `someone${index}`, 'dead line'));
    // As far apart as on a desk of years.
    for (const known of await db.cases.toArray()) {
      await db.search.delete(known.number);
      const far = { ...known, number: known.number * 1_900 };
      const { record, search } = derive(far, undefined, await db.entries.where('tweetId').above('').toArray());
      await db.cases.put(record);
      await db.search.put(search);
    }
    const pages: number[][] = [];
    for (let below: number | null | undefined; below !== null; ) {
      const { found, next } = await searchCases(
        db,
        'dead',
        everyCase,
        null,
        below ? { limit: 3, below } : { limit: 3 },
      );
      pages.push(found.map((one) => one.case.number / 1_900));
      below = next;
    }
    expect(pages).toEqual([[7, 6, 5], [4, 3, 2], [1]]);
  });
});

describe('customers', () => {
  it('keep the name that a rep gave them', async () => {
    await open(tweet(1, 'ada', 'Hello'));
    await people.describe(await customerId('ada'), { name: 'Ada Lowe' });
    await open(tweet(2, 'ada', 'Hello again'));
    expect(await desk.customerByHandle('ada')).toMatchObject({ name: 'Ada Lowe' });
    expect(await find('lowe')).toEqual([1]);
  });

  it('are joined with their cases, and parted with those that are theirs', async () => {
    await open(tweet(1, 'ada', 'Hello'));
    await open(tweet(2, 'ada_work', 'From the office'));
    const [ada, work] = [await customerId('ada'), await customerId('ada_work')];
    await people.describe(work, { account: 'A-1', place: 'Node 7' });
    expect(await people.previewJoin(ada, '@ADA_work')).toMatchObject({ ok: true, cases: 1, active: 1 });
    expect(await people.join(ada, work)).toMatchObject({ ok: true });
    expect(await desk.customerByHandle('ada_work')).toMatchObject({ id: ada, account: 'A-1', place: 'Node 7' });
    expect(await desk.badges(['ada', 'ada_work'])).toMatchObject({ ada: { before: 1 }, ada_work: { before: 1 } });
    expect(await find('ada_work')).toEqual([2, 1]);

    const [first, second] = await db.cases.toArray();
    await desk.change(first?.id ?? '', { status: 'closed' }, 'JD');
    await desk.change(second?.id ?? '', { status: 'closed' }, 'JD');
    now += MINUTE;
    await open(tweet(3, 'ada_work', 'Back again'));
    await people.describe(ada, { place: 'Node 9' });
    expect(await people.part(ada, work)).toMatchObject({ ok: true });
    expect((await desk.casesOf(work)).map(({ number }) => number)).toEqual([3, 2]);
    expect((await desk.casesOf(ada)).map(({ number }) => number)).toEqual([1]);
    expect(await desk.customerByHandle('ada')).toMatchObject({ account: '', place: 'Node 9' });
    expect(await desk.customerByHandle('ada_work')).toMatchObject({ account: 'A-1', place: 'Node 7' });
    expect((await people.part(ada, work)).ok).toBe(false);
  });

  it('cannot be joined with nobody or with themselves', async () => {
    await open(tweet(1, 'ada', 'Hello'));
    const ada = await customerId('ada');
    expect(await people.previewJoin(ada, 'nobody')).toEqual({ ok: false, reason: '@nobody has no case yet.' });
    expect((await people.previewJoin(ada, 'ada')).ok).toBe(false);
    expect((await people.join(ada, ada)).ok).toBe(false);
  });

  it('stay when the case that made them is taken back but work was put into them', async () => {
    const { requestId } = await open(tweet(1, 'ada', 'Hello'));
    await people.describe(await customerId('ada'), { place: 'Node 7' });
    expect((await desk.undo(requestId)).ok).toBe(false);
  });
});
