import { describe, expect, it } from 'vitest';
import { people } from '../../e2e/practice/data/people';
import { tweets } from '../../e2e/practice/data/tweets';
import { type Fact, saying } from '../../lib/facts/fact';
import { complaintBy, judgeDraft } from '../../lib/guard/guard';
import type { Verdict } from '../../lib/guard/types';
import { drafters } from '../../lib/replies/drafters';
import { draftPassing, passes } from '../../lib/replies/passing';
import type { ReplyRequest } from '../../lib/replies/request';
import { weightedLength } from '../../lib/text/weight';
import { makeJudge } from '../../lib/triage/judge';
import { readShippedModel } from '../../lib/triage/shipped';
import { emptyWatchlist, type Watchlist } from '../../lib/watchlist/watchlist';

const watchlist: Watchlist = {
  ...emptyWatchlist,
  handles: ['Lantern', 'LanternCares'],
  accounts: ['LanternJune'],
  terms: ['Lantern'],
  misspellings: ['Lanturn', 'lantrn'],
  categories: ['internet', 'wifi', 'broadband', 'signal', 'cable', 'router'],
};
const accounts = [...watchlist.handles, ...watchlist.accounts];
const model = readShippedModel();
const judge = makeJudge(watchlist, model);
const score = complaintBy(model);
const facts: Fact[] = [
  { id: '1', topic: 'outage', channel: 'status', text: '', link: 'https://lantern.example/status', lang: null },
  { id: '2', topic: 'billing', channel: 'help', text: '', link: 'https://lantern.example/bills', lang: null },
  { id: '3', topic: 'appointment', channel: 'phone', text: '0800 555 0142', link: null, lang: null },
];
const said = facts.map((fact) => ({ ...fact, text: saying(fact) }));
const byKey = new Map(tweets.map((tweet) => [tweet.key, tweet]));

/** What stands above a tweet on the practice page, oldest first, with the tweet itself. */
function threadOf(key: string): { id: string; handle: string; text: string; lang: string }[] {
  const tweet = byKey.get(key);
  if (!tweet) return [];
  const { by, text, lang, replyTo } = tweet;
  return [...(replyTo ? threadOf(replyTo) : []), { id: key, handle: by, text, lang }];
}

const named = (handle: string): string => people.find((one) => one.handle === handle)?.name ?? '';

describe('the practice timeline', () => {
  it('gets suggestions for every tweet that needs an answer: the guard lets each pass, and no two are alike', {
    timeout: 240_000,
  }, async () => {
    const [drafter] = drafters;
    if (!drafter) throw new Error('There is no drafter.');
    const recent: string[] = [];
    const writtenFor = new Map<string, string>();
    const counts: number[] = [];
    /** Tweets that a rep may want to leave alone, whatever the words. */
    const spokenOf = new Set<string>();
    for (const { key, by, text, lang } of tweets.filter(({ truth, ad }) => truth.actionable && !ad)) {
      const thread = threadOf(key);
      const mentions = [...text.matchAll(/@(\w+)/g)].map(([, name = '']) => name);
      const request: ReplyRequest = {
        tweet: { id: key, handle: by, name: named(by), text, lang },
        judgement: judge({ handle: by, text, lang, mentions, links: [], ad: false }),
        cases: [],
        incidents: [],
        facts,
        rep: { name: 'June Delacroix', initials: 'JD' },
        recent: recent.slice(-50),
        brand: { name: 'Lantern', names: ['Lantern'], handles: accounts },
        now: Date.parse('2026-11-19T15:00:00'),
      };
      const look = (draft: string): Verdict =>
        judgeDraft(
          draft,
          {
            account: 'LanternJune',
            accounts,
            thread,
            facts: said,
            answering: key,
            insertedFor: key,
            recent: recent.slice(-50),
          },
          score,
        );
      const offered = await draftPassing(drafter, request, look);
      counts.push(offered.length);
      expect(offered.length, `${key}: ${text}`).toBeGreaterThan(0);
      for (const reply of offered) {
        const verdict = look(reply.text);
        expect(passes(verdict), `${text} -> ${reply.text}: ${JSON.stringify(verdict.checks)}`).toBe(true);
        if (verdict.verdict !== 'pass') spokenOf.add(key);
        expect(writtenFor.get(reply.text) ?? by, reply.text).toBe(by);
        writtenFor.set(reply.text, by);
        expect(weightedLength(reply.text)).toBeLessThanOrEqual(280);
      }
      recent.push(offered[0]?.text ?? '');
    }
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(2);
    expect(counts.filter((count) => count === 3).length / counts.length).toBeGreaterThan(0.95);
    expect(spokenOf.size).toBeLessThanOrEqual(3);
  });
});
