import { type FunnelDay, kindOfKey } from '../queue/funnel';
import type { Intent } from '../triage/judgement';
import { numberOfDay } from './days';
import { Names, UNKNOWN_LANGUAGE } from './prepare';
import type { Share } from './spread';

/** What is counted of a day's tweets, of whatever kind. */
interface DayCount {
  /** Number of the local day. */
  day: number;
  seen: number;
  relevant: number;
  actionable: number;
}

/** Counts of tweets, ready to be added up: a year has very many kinds of them. */
export interface Tweets {
  days: DayCount[];
  names: { topic: Names; intent: Names; lang: Names };
  /** Each kind of tweet of each day. */
  day: Int32Array;
  topic: Uint16Array;
  intent: Uint16Array;
  lang: Uint16Array;
  relevant: Uint32Array;
  actionable: Uint32Array;
}

/** Works out once what each report needs. A day may come several times, from several desks. */
export function prepareTweets(funnel: readonly FunnelDay[]): Tweets {
  const size = funnel.reduce((sum, { kinds = {} }) => sum + Object.keys(kinds).length, 0);
  const tweets: Tweets = {
    days: [],
    names: { topic: new Names(), intent: new Names(), lang: new Names() },
    ...{ day: new Int32Array(size), topic: new Uint16Array(size), intent: new Uint16Array(size) },
    ...{ lang: new Uint16Array(size), relevant: new Uint32Array(size), actionable: new Uint32Array(size) },
  };
  const places = new Map<string, [topic: number, intent: number, lang: number]>();
  const placesOf = (key: string): [topic: number, intent: number, lang: number] => {
    const known = places.get(key);
    if (known) return known;
    const { topic, intent, lang } = kindOfKey(key);
    const { names } = tweets;
    const found = [names.topic.take(topic), names.intent.take(intent), names.lang.take(lang ?? UNKNOWN_LANGUAGE)];
    places.set(key, found as [number, number, number]);
    return found as [number, number, number];
  };
  let at = 0;
  for (const { day: name, seen, relevant, actionable, kinds = {} } of funnel) {
    const day = numberOfDay(name);
    tweets.days.push({ day, seen, relevant, actionable });
    for (const key of Object.keys(kinds)) {
      const [about, needing] = kinds[key] ?? [0, 0];
      const [topic, intent, lang] = placesOf(key);
      tweets.day[at] = day;
      tweets.topic[at] = topic;
      tweets.intent[at] = intent;
      tweets.lang[at] = lang;
      tweets.relevant[at] = about;
      tweets.actionable[at] = needing;
      at += 1;
    }
  }
  return tweets;
}

/** Counts of a period, of one kind if that is asked for. */
export interface TweetCounts {
  /** Null where only some kinds are asked for: nobody notes what was merely seen. */
  seen: number | null;
  relevant: number;
  actionable: number;
  intents: Share<Intent>[];
}

/** Adds up the tweets from one day to another, both included. */
export function countTweets(
  { days, names, ...columns }: Tweets,
  [first, last]: readonly [number, number],
  { topic, lang }: { topic: string | null; lang: string | null },
): TweetCounts {
  const wanted = {
    topic: topic === null ? null : names.topic.find(topic),
    lang: lang === null ? null : names.lang.find(lang),
  };
  const intents = new Uint32Array(names.intent.list.length);
  let [relevant, actionable] = [0, 0];
  for (let at = 0; at < columns.day.length; at++) {
    const day = columns.day[at] ?? 0;
    if (day < first || day > last) continue;
    if (wanted.topic !== null && columns.topic[at] !== wanted.topic) continue;
    if (wanted.lang !== null && columns.lang[at] !== wanted.lang) continue;
    const about = columns.relevant[at] ?? 0;
    relevant += about;
    actionable += columns.actionable[at] ?? 0;
    const intent = columns.intent[at] ?? 0;
    intents[intent] = (intents[intent] ?? 0) + about;
  }
  const shares = names.intent.list.map((key, index) => ({ key: key as Intent, count: intents[index] ?? 0 }));
  if (topic !== null || lang !== null) return { seen: null, relevant, actionable, intents: shares };
  // Of some days only the whole is known.
  const whole = days.filter(({ day }) => day >= first && day <= last);
  const sum = (stage: 'seen' | 'relevant' | 'actionable'): number =>
    whole.reduce((total, one) => total + one[stage], 0);
  return { seen: sum('seen'), relevant: sum('relevant'), actionable: sum('actionable'), intents: shares };
}
