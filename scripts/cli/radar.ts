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
import { jsonLines, print, problemOf, readText, UsageError } from './support';

const EXAMPLE = 'npm run -s hark -- radar tweets.jsonl [--zone Europe/London] [--places "Leyton, Whitten"]';

/** Stands for the brand: whoever is in such a file is taken to speak of it. */
const BRAND = 'xbrand';

const timeSchema = z.union([z.number(), z.string()]).transform((written, context) => {
  const at = typeof written === 'number' ? written : /^\d{9,}$/.test(written) ? Number(written) : Date.parse(written);
  if (Number.isFinite(at) && at >= 0 && at < 8e15) return at < 1e11 ? at * 1000 : at;
  context.addIssue({ code: 'custom', message: 'This is no time. Like this: "2026-11-18T10:20:00Z".' });
  return z.NEVER;
});

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
  for (const read of jsonLines(readText(file, EXAMPLE))) {
    const checked = 'error' in read ? null : tweetSchema.safeParse(read.value);
    if (checked?.success) tweets.push({ ...checked.data, line: read.line });
    else {
      const problem = 'error' in read ? read.error : checked ? problemOf(checked.error) : '';
      process.stderr.write(`${file}, line ${read.line}: ${problem}\n`);
    }
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
