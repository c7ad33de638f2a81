import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { joinHistories } from '../handover/join';
import type { SentTweet } from '../protocol';
import { writeLinkOnly } from '../settings/keeping';
import { readRecent } from '../settings/replying';
import { everyCase } from './lists';
import { OneDesk } from './one-desk';
import { searchCases } from './search';
import { countTexts, removeTexts } from './texts';

const MINUTE = 60_000;
const brand = new Set(['lantern']);
let now: number;
let ids: number;

class TextsDesk extends OneDesk {
  constructor(name: string) {
    super(name, { of: 'texts', now: () => now, newId: () => `${name}-${++ids}` });
  }

  async open(on: SentTweet, thread: SentTweet[] = []) {
    const gists = new Map([[on.id, { intent: 'complaint', topic: 'outage', urgency: 0.5 } as const]]);
    return this.desk.open({ requestId: `r-${++ids}`, tweet: on, thread, account: null, by: this.name, brand, gists });
  }
}

let jd: TextsDesk;
let km: TextsDesk;
beforeEach(() => {
  now = Date.parse('2026-05-04T09:00:00Z');
  ids = 0;
  jd = new TextsDesk('JD');
  km = new TextsDesk('KM');
});
afterEach(async () => {
  await jd.db.delete();
  await km.db.delete();
});

function tweet(id: number, handle: string, text: string, minutes = 0): SentTweet {
  const time = new Date(now + minutes * MINUTE).toISOString();
  return {
    id: String(id),
    handle,
    name: handle,
    text,
    lang: 'en',
    time,
    permalink: `https://x.com/${handle}/status/${id}`,
  };
}

describe('where texts are not kept', () => {
  beforeEach(() => writeLinkOnly(jd.db, true));

  it('a case has links, authors, times and what the tweets wanted', async () => {
    const thread = [tweet(1, 'Lantern', 'zebra reply ^MO', -2), tweet(2, 'stranger', 'zebra elsewhere', -1)];
    const { case: known } = await jd.open(tweet(3, 'ada', 'zebra is dead'), thread);
    expect(await jd.everything()).not.toContain('zebra');
    expect((await jd.desk.history(known.id)).filter(({ tweetId }) => tweetId)).toMatchObject([
      {
        kind: 'tweet',
        handle: 'ada',
        text: '',
        linkOnly: true,
        lang: 'en',
        gist: { intent: 'complaint', topic: 'outage' },
      },
      { kind: 'bystander', permalink: 'https://x.com/stranger/status/2' },
      { kind: 'reply', handle: 'Lantern', text: '', linkOnly: true, initials: 'MO' },
    ]);
    expect(await searchCases(jd.db, 'ada', everyCase, 'JD', { limit: 5 })).toMatchObject({
      found: [{ case: { number: 1 } }],
    });
  });

  it('a reply keeps its words until X has shown it, and is known again by them', async () => {
    const answered = tweet(3, 'ada', 'zebra is dead');
    const post = { requestId: 'p', answered, thread: [], account: 'Lantern', parts: ['On it, zebra team. ^JD'], brand };
    const recorded = await jd.desk.recordPost({ ...post, by: 'JD', rep: 'JD', spoken: [], reason: null });
    expect(await jd.everything()).toContain('On it, zebra');
    await jd.desk.recordReply('3', tweet(4, 'Lantern', 'On it, zebra team. ^JD', 1));
    const replies = (await jd.desk.history(recorded?.case.id ?? '')).filter(({ kind }) => kind === 'reply');
    expect(replies).toMatchObject([{ tweetId: '4', text: '', linkOnly: true }]);
    expect(await readRecent(jd.db, 'JD')).toEqual([]);
    now += MINUTE;
    expect(
      await jd.desk.customersWrote([{ tweet: tweet(5, 'ada', 'zebra still', 5), namesUs: true, answers: null }]),
    ).toEqual(['ada']);
    expect(JSON.stringify([await jd.db.entries.toArray(), await jd.db.search.toArray()])).not.toContain('zebra');
  });

  it('a colleague’s file brings none, and takes none away there', async () => {
    await km.open(tweet(3, 'ada', 'zebra is dead'));
    await jd.take(km);
    expect(await jd.everything()).not.toContain('zebra');
    expect(await jd.db.entries.where('tweetId').equals('3').first()).toMatchObject({ text: '', linkOnly: true });
    now += MINUTE;
    await km.take(jd);
    expect(await km.db.entries.where('tweetId').equals('3').toArray()).toMatchObject([{ text: 'zebra is dead' }]);
    const [mine, theirs] = [(await jd.file()).history, (await km.file()).history];
    expect(joinHistories(mine, theirs)).toEqual(joinHistories(theirs, mine));
  });
});

describe('texts that were kept before', () => {
  it('are counted and go for good, from everywhere; notes stay', async () => {
    await km.open(tweet(8, 'ben', 'zebra of ben'));
    await jd.take(km);
    const { case: known } = await jd.open(tweet(3, 'ada', 'zebra is dead'), [tweet(1, 'Lantern', 'zebra reply', -2)]);
    await jd.desk.addNote(known.id, 'a note', 'JD');
    expect(await countTexts(jd.db)).toEqual({ texts: 3, cases: 2 });
    expect(await removeTexts(jd.context, 'JD')).toBe(3);
    expect(await jd.everything()).not.toContain('zebra');
    expect(await countTexts(jd.db)).toEqual({ texts: 0, cases: 0 });
    expect(await jd.db.audit.orderBy('seq').last()).toMatchObject({ act: 'purged', part: 'texts', count: 3, by: 'JD' });
    expect((await searchCases(jd.db, 'note', everyCase, 'JD', { limit: 5 })).found).toHaveLength(1);
    const [taken] = await jd.handOvers.imports();
    await jd.handOvers.undo(taken?.id ?? '', 'JD');
    expect((await jd.db.customers.toArray()).map(({ handle }) => handle)).toEqual(['ada']);
  });

  it('go from what an import has changed, too', async () => {
    await jd.open(tweet(3, 'ada', 'zebra is dead'));
    await km.take(jd);
    now += 10 * MINUTE;
    await km.open(tweet(9, 'ada', 'zebra again'));
    await jd.take(km);
    expect(JSON.stringify(await jd.db.imports.toArray())).toContain('"lastWords":"zebra is dead"');
    await removeTexts(jd.context, 'JD');
    expect(await jd.everything()).not.toContain('zebra');
    const written = vi.spyOn(jd.db.imports, 'put');
    await removeTexts(jd.context, 'JD');
    // What has none may be a whole desk: it is not written again.
    expect(written).not.toHaveBeenCalled();
  });
});
