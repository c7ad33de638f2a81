import { parseArgs } from 'node:util';
import { areaOf, makeAreaFinder, namedPlace } from '../../lib/radar/areas';
import { speaksOfOutage } from '../../lib/radar/outage';
import { newRadar, step } from '../../lib/radar/radar';
import { z } from '../../lib/schema';
import { fold } from '../../lib/text/words';
import { isZone } from '../../lib/time/zone';
import { makeJudge } from '../../lib/triage/judge';
import { readShippedModel } from '../../lib/triage/shipped';
import { emptyWatchlist } from '../../lib/watchlist/watchlist';
import { print, readLines, readText, timeSchema, UsageError } from './support';

const EXAMPLE = 'npm run -s hark -- radar tweets.jsonl [--zone Europe/London] [--places "Leyton, Whitten"]';

/** Stands for the brand: whoever is in such a file is taken to speak of it. */
const BRAND = 'xbrand';

const tweetSchema = z.object({
  id: z.union([z.string().min(1), z.number()]).transform(String),
  text: z.string(),
  time: timeSchema,
  place: z.string().nullish(),
  lang: z.string().nullish(),
  handle: z.string().nullish(),
});
type Tweet = z.infer<typeof tweetSchema> & { line: number };

/** Reads the tweets and says what is wrong with the lines that are none. */
function readTweets(file: string): Tweet[] {
  const tweets: Tweet[] = [];
  for (const read of readLines(tweetSchema, readText(file, EXAMPLE))) {
    if ('error' in read) process.stderr.write(`${file}, line ${read.line}: ${read.error}\n`);
    else tweets.push({ ...read.value, line: read.line });
  }
  return tweets;
}

/** Names that stand for places, each once: those given, and those that several tweets name with a preposition. */
function placesIn(tweets: readonly Tweet[], given: readonly string[]): string[] {
  const places = new Map(given.map((place) => [fold(place), place]));
  const add = (place: string): void => {
    if (!places.has(fold(place))) places.set(fold(place), place);
  };
  for (const { place } of tweets) {
    const area = place ? areaOf(place) : null;
    if (area) add(area);
  }
  const named = new Map<string, number>();
  for (const { text, lang } of tweets) {
    const place = namedPlace(text, lang ?? null);
    if (place) named.set(place, (named.get(place) ?? 0) + 1);
  }
  for (const [place, times] of named) if (times > 1) add(place);
  return [...places.values()];
}

/** Replays tweets through the radar and prints each alarm. */
export function radar(args: string[]): void {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { zone: { type: 'string', default: 'UTC' }, places: { type: 'string' } },
  });
  const [file] = positionals;
  if (!file) throw new UsageError(`Which tweets? ${EXAMPLE}`);
  const { zone } = values;
  if (!isZone(zone)) throw new UsageError(`There is no time zone "${zone}". Like this: ${EXAMPLE}`);
  const given = (values.places ?? '')
    .split(',')
    .map((place) => place.trim())
    .filter((place) => place !== '');
  // Tweets of the same moment stay in the order of the file.
  const tweets = readTweets(file).sort((one, other) => one.time - other.time || one.line - other.line);
  const judge = makeJudge({ ...emptyWatchlist, handles: [BRAND] }, readShippedModel());
  const places = placesIn(tweets, given);
  const areaIn = makeAreaFinder(places);
  let state = newRadar();
  for (const { id, text, time, place, lang = null, handle = null } of tweets) {
    const judgement = judge({ text, lang, handle, mentions: [BRAND], links: [], ad: false });
    const outage = speaksOfOutage({ text, lang }, judgement);
    const area = (place ? areaOf(place) : null) ?? areaIn(text, lang);
    const { radar: next, alarm } = step(state, { id, at: time, outage, area, author: handle }, zone);
    state = next;
    if (alarm) {
      print({
        time: new Date(alarm.at).toISOString(),
        area: alarm.area,
        tweets: alarm.tweets,
        usual: Number(alarm.usual.toFixed(2)),
        seen: alarm.seen,
      });
    }
  }
}
