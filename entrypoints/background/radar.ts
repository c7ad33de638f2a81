import { db, incidents } from '../../lib/desk/local';
import { fitOf } from '../../lib/incidents/fits';
import { partsOf } from '../../lib/incidents/incident';
import type { SentTweet } from '../../lib/protocol';
import { inCaseOf } from '../../lib/queue/settled';
import { areaOf, makeAreaFinder } from '../../lib/radar/areas';
import { RadarKeeper } from '../../lib/radar/keeper';
import { speaksOfOutage } from '../../lib/radar/outage';
import type { Sighting } from '../../lib/radar/radar';
import { readAlarms, readRecent, writeAlarms, writeRecent } from '../../lib/radar/storage';
import { readUsual, writeUsual } from '../../lib/settings/radar';
import { readWatchlist } from '../../lib/settings/settings';
import { zoneHere } from '../../lib/time/zone';
import type { Judged } from './judging';

/** Hears when outage tweets pile up. */
export const radar = new RadarKeeper({
  storage: {
    readUsual: () => readUsual(db),
    writeUsual: (usual) => writeUsual(db, usual),
    ...{ readRecent, writeRecent, readAlarms, writeAlarms },
  },
  zone: zoneHere,
  now: () => Date.now(),
  newId: () => crypto.randomUUID(),
});

/** Tweets that were handed on already: the same ones come on screen again and again. */
const handedOn = new Set<string>();
const MOST = 2_000;

/** Tells the radar of tweets that came on screen. */
export async function noteOutages(judged: readonly Judged[]): Promise<void> {
  const outages = judged.filter(
    ({ tweet, judgement }) =>
      !handedOn.has(tweet.id) && judgement.relevance !== 'none' && speaksOfOutage(tweet, judgement),
  );
  if (handedOn.size > MOST) handedOn.clear();
  for (const { tweet } of outages) handedOn.add(tweet.id);
  const oldest = Math.min(...judged.map(({ tweet }) => Date.parse(tweet.time)));
  await radar.note(outages.length === 0 ? [] : await sightingsOf(outages), oldest);
}

async function sightingsOf(outages: readonly Judged[]): Promise<Sighting[]> {
  const [watchlist, open] = await Promise.all([readWatchlist(db), incidents.open()]);
  const linked = await linkedOf(
    outages.map(({ tweet }) => tweet),
    new Set(open.map(({ id }) => id)),
  );
  const areaIn = makeAreaFinder([...watchlist.places, ...open.flatMap(({ area }) => partsOf(area))]);
  return Promise.all(
    outages.map(async ({ tweet, judgement }): Promise<Sighting> => {
      const customer = await db.customers.where('handles').equals(tweet.handle.toLowerCase()).first();
      const { id, text, lang } = tweet;
      const at = Date.parse(tweet.time);
      const place = customer?.place ?? '';
      const candidate = { id, text, topic: judgement.topic, at, place, outage: true };
      return {
        ...{ id, at, outage: true },
        area: areaIn(text, lang) ?? areaOf(place),
        author: tweet.handle.toLowerCase(),
        // Of an outage that has its incident nobody need be told again.
        linked: linked.has(id) || open.some((incident) => fitOf(incident, candidate) !== null),
      };
    }),
  );
}

/** Tweets whose case belongs to one of these incidents. */
async function linkedOf(tweets: readonly SentTweet[], incidentIds: ReadonlySet<string>): Promise<Set<string>> {
  const inCase = await inCaseOf(
    db,
    tweets.map(({ id }) => id),
  );
  if (inCase.size === 0 || incidentIds.size === 0) return new Set();
  const entries = await db.entries
    .where('tweetId')
    .anyOf([...inCase])
    .toArray();
  const cases = await db.cases.bulkGet(entries.map(({ caseId }) => caseId));
  return new Set(
    entries.flatMap(({ tweetId }, index) => {
      const incidentId = cases[index]?.incidentId;
      return tweetId !== null && incidentId && incidentIds.has(incidentId) ? [tweetId] : [];
    }),
  );
}
