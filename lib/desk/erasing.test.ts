import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Corrections } from '../corrections/corrections';
import { ERASED } from '../keeping/person';
import type { SentTweet } from '../protocol';
import { rememberDealtWith } from '../queue/settled';
import { readShiftEnd, writeShiftEnd } from '../settings/hand-over';
import { addRecent } from '../settings/replying';
import { seeded } from '../time/seeded';
import { erase } from './erasing';
import { FollowUps } from './follow-ups';
import { Incidents } from './incidents';
import { OneDesk } from './one-desk';
import { People } from './people';
import { keptAndRecomputed, readKept } from './recompute';
import { findTraces } from './traces';

const MINUTE = 60_000;
const START = Date.parse('2026-05-04T09:00:00Z');
const brand = new Set(['lantern']);

let now: number;
let ids: number;

class ErasingDesk extends OneDesk {
  readonly people = new People(this.context);
  readonly followUps = new FollowUps(this.context);
  readonly incidents = new Incidents(this.context);
  readonly corrections = new Corrections(this.context);

  constructor(name: string) {
    super(name, { of: 'erasing', now: () => now, newId: () => `${name}-${++ids}` });
  }

  async open(tweet: SentTweet, thread: SentTweet[] = []) {
    now += MINUTE;
    const requestId = crypto.randomUUID();
    return this.desk.open({ requestId, tweet, thread, account: 'Lantern', by: this.name, brand });
  }

  async customerId(handle: string): Promise<string> {
    return (await this.desk.customerByHandle(handle))?.id ?? '';
  }

  async erase(handle: string) {
    return erase(this.context, await this.customerId(handle), this.name);
  }

  /** Fails if what is kept beside the cases does not follow from them, or if something stands without its case. */
  async checkDerived(): Promise<void> {
    const { db } = this;
    const rows = await readKept(db);
    const { kept, recomputed } = keptAndRecomputed(rows);
    expect(kept).toEqual(recomputed);
    const customers = new Set(rows.customers.map(({ id }) => id));
    for (const known of rows.cases) expect(customers.has(known.customerId)).toBe(true);
    const there = new Set(rows.cases.map(({ id }) => id));
    for (const table of [db.entries, db.followUps, db.drafts]) {
      for (const row of await table.toArray()) expect(there.has(row.caseId)).toBe(true);
    }
  }
}

let jd: ErasingDesk;
let km: ErasingDesk;

beforeEach(() => {
  now = START;
  ids = 0;
  jd = new ErasingDesk('JD');
  km = new ErasingDesk('KM');
});
afterEach(async () => {
  await jd.db.delete();
  await km.db.delete();
});

/** What stands around a trace in a text; empty if it is not there. */
function around(text: string, trace: string): string {
  const at = text.toLowerCase().indexOf(trace.toLowerCase());
  return at < 0 ? '' : text.slice(Math.max(0, at - 300), at + 100);
}

/** A person whose every word can be told from anybody else's. */
function someone(handle: string, name: string) {
  let written = 0;
  return {
    handle,
    name,
    account: `A-77${handle.length}${handle.charCodeAt(0)}`,
    word: `zq${handle}`,
    tweet(id: number, more = ''): SentTweet {
      const text = `word zq${handle} ${++written} ${more}`.trim();
      const time = new Date(now - MINUTE).toISOString();
      return {
        id: String(id),
        handle,
        name,
        text,
        lang: 'en',
        time,
        permalink: `https://x.com/${handle}/status/${id}`,
      };
    },
  };
}

const people = [
  someone('mira_k', 'Mira Kallas'),
  someone('mira_work', 'Mira K. Office'),
  someone('tobias_w', 'Tobias Wendt'),
  someone('nia77', 'Nia Ferro'),
  someone('Anna', 'Anna'),
];

// Two of them take each of the turns below; more are among the long checks.
describe.each(process.env.HARK_LONG ? [1, 2, 3, 4, 5, 6] : [2, 3])(
  'on a desk on which anything may have happened (%i)',
  (seed) => {
    it('nothing is left of somebody who is erased, and all else stands', { timeout: 30_000 }, async () => {
      const random = seeded(seed);
      const roll = (sides: number): number => Math.floor(random() * sides);
      const pick = <T>(from: readonly T[]): T => from[roll(from.length)] as T;
      const others = (of: string) => people.filter(({ handle }) => handle !== of);
      let tweetId = 1_000_000_000;
      const [mira, work] = people;
      if (!mira || !work) throw new Error('There is nobody.');

      const act = async (on: ErasingDesk): Promise<void> => {
        const who = pick(people);
        const other = pick(others(who.handle));
        const cases = await on.db.cases.toArray();
        const some = cases.length > 0 ? pick(cases) : null;
        const about = some && (await on.db.customers.get(some.customerId));
        const whose = people.find(({ handle }) => about?.handles.includes(handle.toLowerCase()));
        const id = ++tweetId;
        const did = crypto.randomUUID();
        switch (roll(16)) {
          case 0:
          case 1:
          case 2:
            await on.open(who.tweet(id), roll(2) ? [other.tweet(++tweetId)] : []);
            break;
          case 3:
            await on.open(who.tweet(id, `and @${other.handle} says so too https://x.com/${other.handle}/status/5`));
            break;
          case 4:
            if (some && whose) await on.desk.addNote(some.id, `note ${whose.word}`, 'JD');
            break;
          case 5:
            if (some) await on.desk.addNote(some.id, `Spoke with ${other.name} (@${other.handle})`, 'JD');
            break;
          case 6:
            if (some && whose) await on.desk.saveDraft(some.id, `draft ${whose.word}`);
            break;
          case 7:
            if (some && whose) await on.followUps.add({ caseId: some.id, dueAt: now, reason: `ask ${whose.word}` });
            break;
          case 8:
            if (some && whose)
              await on.people.describe(some.customerId, { account: whose.account, note: `about ${whose.word}` });
            break;
          case 9:
            if (some) {
              const made = await on.incidents.create(
                {
                  title: 'Outage',
                  area: 'Whitten',
                  state: 'known',
                  since: now,
                  expected: null,
                  message: 'Sorry',
                  link: null,
                  lang: 'en',
                },
                [some.id],
                'JD',
              );
              await on.incidents.startUpdate(made.id);
            }
            break;
          case 10: {
            const correction = {
              id: did,
              tweetId: String(id),
              handle: who.handle,
              about: 'ours',
              right: false,
              features: [1],
            } as const;
            await on.corrections.correct({ ...correction, features: [1] });
            break;
          }
          case 11: {
            const answered = who.tweet(id);
            await on.desk.guardSaid({
              requestId: did,
              tweetId: answered.id,
              spoken: [{ id: 'tone', level: 'hold' }],
              outcome: 'edited',
              reason: null,
              by: 'JD',
            });
            await on.desk.recordPost({
              requestId: crypto.randomUUID(),
              answered,
              thread: [],
              account: 'Lantern',
              parts: [`Sorry @${who.handle} ${who.word} ^JD`],
              by: 'JD',
              rep: 'JD',
              brand,
              spoken: [],
              reason: null,
            });
            break;
          }
          case 12:
            if (whose) await addRecent(on.db, 'JD', `Hi @${whose.handle}, ${whose.word}`);
            break;
          case 13:
            if (some && whose) {
              const end = await readShiftEnd(on.db, now);
              await writeShiftEnd(on.db, { ...end, notes: { ...end.notes, [some.id]: `tell ${whose.word}` } });
            }
            break;
          case 14:
            await rememberDealtWith(on.db, String(id), 'dealt', now);
            break;
          default:
            if (some)
              await on.desk.change(
                some.id,
                { status: pick(['resolved', 'closed', 'pending', 'open']), tags: [pick(['vip', 'storm'])] },
                'JD',
              );
        }
      };

      for (let step = 0; step < 60; step++) await act(jd);
      for (let step = 0; step < 25; step++) await act(km);
      await jd.open(mira.tweet(++tweetId));
      await jd.open(work.tweet(++tweetId));
      if (seed % 2) await jd.people.join(await jd.customerId('mira_k'), await jd.customerId('mira_work'));
      await jd.take(km);
      for (let step = 0; step < 15; step++) await act(jd);
      await jd.checkDerived();

      const gone = seed % 2 ? [mira, work] : [mira];
      const kept = await jd.db.customers.filter(({ handles }) => !handles.includes('mira_k')).toArray();
      const found = await findTraces(jd.db, await jd.customerId('mira_k'));
      const tweets = [...(found?.person.tweetIds ?? [])];
      expect(tweets.length).toBeGreaterThan(0);
      const trail = await jd.db.audit.toArray();

      const erased = await jd.erase('mira_k');
      expect(erased.cases).toBe(found?.cases.length);
      const everything = await jd.everything();
      for (const { handle, name, account, word } of gone) {
        for (const trace of [handle, name, account, word]) {
          expect(around(everything, trace)).toBe('');
        }
      }
      for (const id of tweets) expect(around(everything, `"${id}"`)).toBe('');
      await jd.checkDerived();
      expect((await jd.db.customers.toArray()).map(({ id }) => id).sort()).toEqual(kept.map(({ id }) => id).sort());
      const added = (await jd.db.audit.toArray()).slice(trail.length);
      expect(added).toMatchObject([
        { act: 'erased', by: 'JD', part: 'customer', count: erased.cases, caseNumber: null },
      ]);

      // The import can still be undone for all others, and nobody comes back by it or by the same file.
      const [taken] = await jd.handOvers.imports();
      if (taken && seed % 3) await jd.handOvers.undo(taken.id, 'JD');
      await jd.checkDerived();
      await jd.take(km);
      await jd.checkDerived();
      const again = await jd.everything();
      for (const { handle, word } of gone) expect([around(again, handle), around(again, word)]).toEqual(['', '']);
    });
  },
);

describe('an erasure', () => {
  const [mira, , tobias] = people;
  if (!mira || !tobias) throw new Error('There is nobody.');

  it('masks who is named by others, and leaves the rest of their words', async () => {
    await jd.open(mira.tweet(1));
    const { case: other } = await jd.open(tobias.tweet(2, 'like @Mira_K, twice'));
    await jd.desk.addNote(other.id, 'Knows Mira  Kallas, not Mira Kallaste', 'JD');
    await jd.erase('mira_k');
    const texts = (await jd.desk.history(other.id)).flatMap((entry) => ('text' in entry ? [entry.text] : []));
    expect(texts).toEqual([`Knows ${ERASED}, not Mira Kallaste`, expect.stringContaining(`like ${ERASED}, twice`)]);
  });

  it('is all or nothing', async () => {
    await jd.open(mira.tweet(1));
    const before = await jd.everything();
    const refuse = (): never => {
      throw new Error('The disk is gone.');
    };
    jd.db.counters.hook('deleting', refuse);
    await expect(jd.erase('mira_k')).rejects.toThrow();
    jd.db.counters.hook('deleting').unsubscribe(refuse);
    const after = JSON.parse(await jd.everything()) as [string, { key?: string }[]][];
    const withoutRegister = after.map(([name, rows]) => [name, rows.filter(({ key }) => key !== 'erased')]);
    expect(JSON.stringify(withoutRegister)).toBe(before);
  });

  it('is refused where the customer is gone, or changed hands meanwhile', async () => {
    await expect(erase(jd.context, 'nobody', 'JD')).rejects.toThrow('gone already');
  });

  it('keeps a file from bringing somebody back, but not what they have asked since', async () => {
    await km.open(mira.tweet(1));
    await km.people.describe(await km.customerId('mira_k'), { account: 'A-771' });
    await jd.take(km);
    expect(await jd.customerId('mira_k')).not.toBe('');
    now += MINUTE;
    await jd.erase('mira_k');
    const preview = await jd.handOvers.preview((await km.file()).history);
    expect(preview.erased).toEqual([{ handle: 'mira_k', at: now }]);
    expect(preview.cases).toEqual([]);
    expect(await jd.take(km)).toBeNull();
    now += MINUTE;
    await km.desk.change((await km.db.cases.toArray())[0]?.id ?? '', { status: 'closed' }, 'KM');
    await km.open(mira.tweet(3));
    await jd.take(km);
    expect(await jd.desk.customerByHandle('mira_k')).toMatchObject({ account: '', handles: ['mira_k'] });
    expect((await jd.db.entries.toArray()).filter(({ kind }) => kind === 'tweet')).toMatchObject([{ tweetId: '3' }]);
    await jd.checkDerived();
  });
});
