import { fold } from '../text/words';
import { clockIn } from '../time/zone';

/**
 * Hears when outage tweets pile up beyond what is usual. It sees only tweets that the rep has had on screen, so that
 * what is usual is counted per hour of watching. What it keeps for good are counts: per hour of the week, and per area.
 * Tweets are known by their ids, for as long as the longest window lasts.
 */
export interface Radar {
  usual: Usual;
  recent: Recent;
}

/** Counts that are kept. */
export interface Usual {
  /** Hours of watching, and outage tweets seen in them, per hour of the week: Monday 00:00 first. */
  hours: { watched: number; seen: number }[];
  /** Outage tweets seen per area, by its folded name. */
  areas: Record<string, number>;
  /** Hours of watching that `areas` was counted in. */
  watched: number;
}

/** What is known of the last hour or two; may be forgotten with the session. */
export interface Recent {
  outages: { id: string; at: number; area: string | null; author: string | null }[];
  /** Areas of which was told, by folded name ("" for no area in particular), and until when nothing more is said. */
  told: Record<string, number>;
  /** When the last tweet was seen. */
  lastAt: number | null;
}

/** A tweet that came on screen. */
export interface Sighting {
  id: string;
  /** When it was written, milliseconds since 1970. */
  at: number;
  /** Whether it speaks of an outage. */
  outage: boolean;
  area: string | null;
  /** Who wrote it, if known: somebody who writes five times is one customer. */
  author?: string | null;
  /** True if its case belongs to an incident already. */
  linked?: boolean;
}

/** More outage tweets than usual. */
export interface Alarm {
  at: number;
  /** Where; null if from no one area. */
  area: string | null;
  /** Ids of the tweets, oldest first. */
  tweets: string[];
  /** How many there would usually be, and how many there are. */
  usual: number;
  seen: number;
  minutes: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Outages come suddenly or creep up. */
const WINDOWS = [10, 20, 40, 80].map((minutes) => minutes * MINUTE);
const LONGEST = 80 * MINUTE;
/** After so long without a tweet nobody is watching. */
const AWAY = 30 * MINUTE;
/** So unlikely must it be by chance. With some hundred looks a shift this is one false alarm in hundreds of shifts. */
const UNLIKELY = 3e-5;
/** Of no one area there are many more by chance. */
const UNLIKELY_ANYWHERE = 1e-6;
const FEWEST = 5;
const FEWEST_ANYWHERE = 8;
/** Evenings and bad weather bring twice as many as usual; that alone is no outage. */
const TIMES_ANYWHERE = 3;
/** After an alarm nothing more is said of an area until it has been calm for so long. */
const CALM = 2 * HOUR;
/** What is expected before anything is known: outage tweets an hour, and areas that they come from. */
const FIRST_RATE = 4;
const FIRST_AREAS = 4;
/** How many tweets this expectation weighs. */
const FIRST_WEIGHT = 2;
/** Old counts fade, so that a growing brand gets a new usual: hours after which all are halved. */
const FADE_HOURS = 400;
const FADE_SLOT = 16;
/** How many hours of watching a slot of the week needs before it says much. */
const SLOT_WEIGHT = 3;

/** A radar that has seen nothing yet. */
export function newRadar(): Radar {
  return {
    usual: { hours: Array.from({ length: 7 * 24 }, () => ({ watched: 0, seen: 0 })), areas: {}, watched: 0 },
    recent: { outages: [], told: {}, lastAt: null },
  };
}

/** What a sighting comes to. */
export interface Step {
  radar: Radar;
  alarm: Alarm | null;
}

const ANYWHERE = '';
const keyOf = (area: string | null): string => (area === null ? ANYWHERE : fold(area));
const hourOfWeek = (at: number, zone: string): number => {
  const { dayOfWeek, hour } = clockIn(zone, at);
  return (dayOfWeek - 1) * 24 + hour;
};

/**
 * Takes in one tweet, in order of time. Pure: the radar that is handed in stays as it is.
 *
 * @param zone the rep's time zone, for the hour of the week
 */
export function step({ usual, recent }: Radar, sighting: Sighting, zone: string): Step {
  // A tweet found late, far down the page, is part of what was, not of what is going on.
  const at = Math.max(sighting.at, recent.lastAt ?? sighting.at);
  const slot = hourOfWeek(at, zone);
  const watched = recent.lastAt === null ? 0 : Math.min(at - recent.lastAt, AWAY) / HOUR;
  const next: Radar = {
    usual: counted(usual, { slot, watched, area: null, seen: 0 }),
    recent: {
      outages: recent.outages.filter((known) => known.at > at - LONGEST),
      told: Object.fromEntries(Object.entries(recent.told).filter(([, until]) => until > at)),
      lastAt: at,
    },
  };
  const { id, outage, linked = false, area, author = null } = sighting;
  const old = sighting.at <= at - LONGEST;
  if (!outage || linked || old || next.recent.outages.some((known) => known.id === id)) {
    return { radar: next, alarm: null };
  }
  next.recent.outages.push({ id, at: sighting.at, area, author });
  const key = keyOf(area);
  const going = next.recent.told[key] !== undefined;
  if (going) {
    next.recent.told[key] = at + CALM;
    return { radar: next, alarm: null };
  }
  next.usual = counted(next.usual, { slot, watched: 0, area: key, seen: 1 });
  const alarm = (area === null ? null : alarmIn(next, area, at, zone)) ?? alarmAnywhere(next, at, zone);
  if (!alarm) return { radar: next, alarm: null };
  next.recent.told[keyOf(alarm.area)] = at + CALM;
  // What belongs to an outage is not usual.
  const inAlarm = next.recent.outages.filter((known) => alarm.tweets.includes(known.id));
  next.usual = without(next.usual, inAlarm, zone);
  return { radar: next, alarm };
}

/** Usual counts with some more. */
function counted(
  usual: Usual,
  { slot, watched, area, seen }: { slot: number; watched: number; area: string | null; seen: number },
): Usual {
  if (watched === 0 && seen === 0) return usual;
  const hours = [...usual.hours];
  const hour = hours[slot];
  if (hour) {
    const less = hour.watched > FADE_SLOT ? 0.5 : 1;
    hours[slot] = { watched: hour.watched * less + watched, seen: Math.max(0, hour.seen * less + seen) };
  }
  const fade = usual.watched > FADE_HOURS ? 0.5 : 1;
  const areas = fade === 1 ? { ...usual.areas } : faded(usual.areas);
  if (area !== null) areas[area] = Math.max(0, (areas[area] ?? 0) + seen);
  return { hours, areas, watched: usual.watched * fade + watched };
}

function faded(areas: Usual['areas']): Usual['areas'] {
  const halves = Object.entries(areas).map(([name, count]): [string, number] => [name, count / 2]);
  return Object.fromEntries(halves.filter(([, count]) => count > 0.01));
}

/** Outage tweets an hour of watching, from everywhere. */
function rateOf({ areas, watched }: Usual): number {
  const seen = Object.values(areas).reduce((sum, count) => sum + count, 0);
  return (seen + FIRST_RATE) / (watched + 1);
}

/** How much more than on average is usual at this hour of the week. */
function hourFactor(usual: Usual, slot: number): number {
  const { watched = 0, seen = 0 } = usual.hours[slot] ?? {};
  const average = rateOf(usual);
  const here = (seen + SLOT_WEIGHT * average) / (watched + SLOT_WEIGHT);
  return Math.min(3, Math.max(0.5, here / average));
}

type Outage = Recent['outages'][number];

/** Each author once, at their first tweet. */
function byAuthor(outages: readonly Outage[]): Outage[] {
  const seen = new Set<string>();
  return outages.filter(({ id, author }) => {
    const who = author ?? `tweet ${id}`;
    return !seen.has(who) && seen.add(who);
  });
}

/**
 * How unlikely it is to see so many by chance: the number in a window is a Poisson number whose rate is known only from
 * what was seen before, which makes it a negative binomial one.
 *
 * @param shape what was seen before, and what was expected before that
 * @param before hours in which it was seen
 */
function chanceOf(seen: number, shape: number, before: number, window: number): number {
  const share = window / (before + window);
  let term = (1 - share) ** shape;
  let below = 0;
  for (let count = 0; count < seen; count++) {
    below += term;
    term *= ((shape + count) / (count + 1)) * share;
  }
  // Where the sum below is nearly one, what is left of it is told better by the terms that follow.
  if (below < 0.999) return 1 - below;
  let above = 0;
  for (let count = seen; count < seen + 200 && term > 1e-18; count++) {
    above += term;
    term *= ((shape + count) / (count + 1)) * share;
  }
  return above;
}

/** The window that is least likely by chance; null if none is unlikely enough. */
function mostUnlikely(
  outages: readonly Outage[],
  at: number,
  unlikely: number,
  fewest: number,
  judge: (seen: readonly Outage[], hours: number) => { chance: number; usual: number },
): Omit<Alarm, 'area'> | null {
  let best: { chance: number; alarm: Omit<Alarm, 'area'> } | null = null;
  for (const window of WINDOWS) {
    const seen = byAuthor(outages.filter((known) => known.at > at - window));
    if (seen.length < fewest) continue;
    const { chance, usual } = judge(seen, window / HOUR);
    if (chance > unlikely || (best && best.chance <= chance)) continue;
    const inOrder = [...seen].sort((one, other) => one.at - other.at);
    const minutes = Math.max(1, Math.ceil((at - (inOrder[0]?.at ?? at)) / MINUTE));
    const alarm = { at, tweets: inOrder.map(({ id }) => id), usual, seen: seen.length, minutes };
    best = { chance, alarm };
  }
  return best?.alarm ?? null;
}

/** Usual counts without these tweets: whether they are many must not depend on themselves. */
function without(usual: Usual, outages: readonly Outage[], zone: string): Usual {
  return outages.reduce((left, { at, area }) => {
    const where = { slot: hourOfWeek(at, zone), area: keyOf(area) };
    return counted(left, { ...where, watched: 0, seen: -1 });
  }, usual);
}

function alarmIn({ usual, recent }: Radar, area: string, at: number, zone: string): Alarm | null {
  const key = keyOf(area);
  const here = recent.outages.filter((known) => keyOf(known.area) === key);
  if (here.length < FEWEST) return null;
  const slot = hourOfWeek(at, zone);
  const found = mostUnlikely(here, at, UNLIKELY, FEWEST, (seen, hours) => {
    const past = without(usual, seen, zone);
    const areas = Math.max(FIRST_AREAS, Object.keys(past.areas).filter((name) => name !== ANYWHERE).length);
    const factor = hourFactor(past, slot);
    const total = rateOf(past);
    const first = Math.max(0.1, total / areas);
    // Where more than usual comes from everywhere, it is an evening like many rather than an outage here.
    const busier = (span: number): number => {
      const others = recent.outages.filter((known) => keyOf(known.area) !== key && known.at > at - span * HOUR).length;
      return (others + 3) / (total * factor * Math.min(span, past.watched) + 3);
    };
    const busy = Math.min(3, Math.max(1, busier(hours), busier(LONGEST / HOUR)));
    const shape = FIRST_WEIGHT + (past.areas[key] ?? 0);
    const since = FIRST_WEIGHT / first + Math.max(0, past.watched - hours);
    const window = hours * factor * busy;
    return { chance: chanceOf(seen.length, shape, since, window), usual: (shape / since) * window };
  });
  return found ? { ...found, area } : null;
}

function alarmAnywhere({ usual, recent }: Radar, at: number, zone: string): Alarm | null {
  // An outage that was told of brings some tweets that name no place.
  if (Object.keys(recent.told).length > 0 || recent.outages.length < FEWEST_ANYWHERE) return null;
  const slot = hourOfWeek(at, zone);
  const found = mostUnlikely(recent.outages, at, UNLIKELY_ANYWHERE, FEWEST_ANYWHERE, (seen, hours) => {
    const hoursBefore = LONGEST / HOUR - hours;
    if (hoursBefore <= 0) return { chance: 1, usual: 0 };
    const perArea = new Map<string, number>();
    for (const { area } of seen) if (area !== null) perArea.set(keyOf(area), (perArea.get(keyOf(area)) ?? 0) + 1);
    // Mostly from one area: that is for this area to say.
    if (Math.max(0, ...perArea.values()) * 2 >= seen.length) return { chance: 1, usual: 0 };
    const past = without(usual, seen, zone);
    const all = Object.values(past.areas).reduce((sum, count) => sum + count, 0);
    // Before anything is known, little is taken for sure: a big brand has many of them at any time.
    const shape = 1 + all;
    const since = 1 / FIRST_RATE + Math.max(0, past.watched - hours);
    // Nor is it news when there have been many for an hour already.
    const before = recent.outages.filter((known) => known.at <= at - hours * HOUR).length;
    const lately = (before + 1) / (Math.min(hoursBefore, Math.max(0, past.watched - hours)) + since / shape);
    const level = Math.max(hourFactor(past, slot), (lately * since) / shape);
    const window = hours * level;
    const expected = (shape / since) * window;
    return {
      chance: seen.length < TIMES_ANYWHERE * expected ? 1 : chanceOf(seen.length, shape, since, window),
      usual: expected,
    };
  });
  return found ? { ...found, area: null } : null;
}

/**
 * An alarm with one more tweet of the same outage, which the radar has taken in; null if the tweet is none, or of
 * somebody who is counted already.
 */
export function grown(alarm: Alarm, { recent }: Radar, id: string): Alarm | null {
  const added = recent.outages.find((known) => known.id === id);
  if (!added || alarm.tweets.includes(id)) return null;
  if (alarm.area !== null && keyOf(alarm.area) !== keyOf(added.area)) return null;
  const counted = recent.outages.filter((known) => alarm.tweets.includes(known.id));
  if (added.author !== null && counted.some(({ author }) => author === added.author)) return null;
  const at = Math.max(alarm.at, recent.lastAt ?? 0, added.at);
  const first = Math.min(added.at, ...counted.map((known) => known.at));
  const minutes = Math.max(1, Math.ceil((at - first) / MINUTE));
  return { ...alarm, at, minutes, tweets: [...alarm.tweets, id], seen: alarm.seen + 1 };
}

/** The radar after the rep has said of an alarm that so many are usual: its tweets count as such. */
export function asUsual(radar: Radar, alarm: Alarm, zone: string): Radar {
  const told = radar.recent.outages.filter(({ id }) => alarm.tweets.includes(id));
  const usual = told.reduce((counts, { at, area }) => {
    const where = { slot: hourOfWeek(at, zone), area: keyOf(area) };
    return counted(counts, { ...where, watched: 0, seen: 1 });
  }, radar.usual);
  return { ...radar, usual };
}

/** An alarm in a sentence: "9 outage tweets from Leyton in 20 minutes". */
export function sayAlarm({ seen, area, minutes }: Alarm): string {
  return `${seen} outage tweets${area === null ? '' : ` from ${area}`} in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
}
