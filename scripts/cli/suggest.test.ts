import { describe, expect, it } from 'vitest';
import { people } from '../../e2e/practice/data/people';
import { tweets } from '../../e2e/practice/data/tweets';
import { suggest } from '../../lib/replies/suggest';
import { weightedLength } from '../../lib/text/weight';
import { makeJudge } from '../../lib/triage/judge';
import { readShippedModel } from '../../lib/triage/shipped';
import { emptyWatchlist } from '../../lib/watchlist/watchlist';

const handles = ['Lantern', 'LanternCares', 'LanternJune'];
const judge = makeJudge({ ...emptyWatchlist, handles: ['xbrand'] }, readShippedModel());
const incident = {
  title: 'Harrow Street',
  area: 'Leyford',
  message: 'The exchange in Leyford lost power.',
  lang: 'en',
};
const status = {
  id: '1',
  topic: 'outage',
  channel: 'status' as const,
  text: 'https://lantern.example/status',
  link: null,
  lang: null,
};

describe('the practice timeline', () => {
  it('gets three replies for every tweet that needs an answer, and no two customers the same', {
    timeout: 60_000,
  }, () => {
    const seen = new Map<string, string>();
    const recent: string[] = [];
    for (const tweet of tweets.filter(({ truth, ad }) => truth.actionable && !ad)) {
      const { by, text, lang, key } = tweet;
      const made = suggest({
        tweet: { id: key, handle: by, name: people.find(({ handle }) => handle === by)?.name ?? '', text, lang },
        judgement: judge({ handle: by, text, lang, mentions: ['xbrand'], links: [], ad: false }),
        cases: [],
        incidents: [incident],
        facts: [status],
        rep: { name: 'June', initials: 'JD' },
        recent: recent.slice(-50),
        brand: { name: 'Lantern', names: ['Lantern'], handles },
        now: Date.parse('2026-11-19T15:00:00'),
      });
      expect(made.length, text).toBe(3);
      for (const reply of made) {
        expect(seen.get(reply.text) ?? by, reply.text).toBe(by);
        seen.set(reply.text, by);
        expect(weightedLength(reply.text)).toBeLessThanOrEqual(280);
        expect(reply.text).not.toMatch(/!/);
      }
      recent.push(made[0]?.text ?? '');
    }
  });
});
