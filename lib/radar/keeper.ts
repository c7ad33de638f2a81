import { makeTurns } from '../queue/in-turn';
import { type AlarmAnswer, currentAlarms, isGrowing, type KeptAlarm } from './alarms';
import { asUsual, grown, newRadar, type Radar, type Recent, type Sighting, step, type Usual } from './radar';

/** Where the radar is kept: counts for good, the rest until the browser is closed. */
export interface RadarStorage {
  /** Null before the first count. */
  readUsual(): Promise<Usual | null>;
  writeUsual(usual: Usual): Promise<void>;
  readRecent(): Promise<Recent | null>;
  writeRecent(recent: Recent): Promise<void>;
  readAlarms(): Promise<KeptAlarm[]>;
  writeAlarms(alarms: readonly KeptAlarm[]): Promise<void>;
}

interface RadarContext {
  storage: RadarStorage;
  zone(): string;
  /** Milliseconds since 1970. */
  now(): number;
  newId(): string;
}

/** Without outage tweets, time spent watching is noted no more often than this, in milliseconds. */
const BEAT = 60_000;
/** So much of the time before the rep came is taken for watched, in milliseconds: what X shows first is of then. */
const CAUGHT_UP = 30 * 60_000;
/** Stands for "the rep is watching": no tweet has this id. */
const WATCHING = '';

/** Feeds the radar with what comes on screen and keeps its alarms. There is one, in the worker; one step at a time. */
export class RadarKeeper {
  readonly #context: RadarContext;
  readonly #inTurn = makeTurns();
  #beat = Number.NEGATIVE_INFINITY;

  constructor(context: RadarContext) {
    this.#context = context;
  }

  /**
   * Notes that tweets came on screen, and which of them speak of an outage; those may be none.
   *
   * @param oldest when the oldest of all these tweets was written
   */
  async note(outages: readonly Sighting[], oldest: number): Promise<void> {
    const now = this.#context.now();
    if (outages.length === 0 && now - this.#beat < BEAT) return;
    this.#beat = now;
    await this.#inTurn(() => this.#take(outages, oldest));
  }

  /** Does what the rep says of an alarm. */
  settle(id: string, answer: AlarmAnswer, incidentId: string | null): Promise<void> {
    return this.#inTurn(async () => {
      const { storage, zone, now } = this.#context;
      const alarms = currentAlarms(await storage.readAlarms(), now());
      const settled = alarms.find((alarm) => alarm.id === id);
      if (!settled) return;
      if (answer === 'usual') {
        await storage.writeUsual(asUsual(await this.#read(), settled, zone()).usual);
        await storage.writeAlarms(alarms.filter((alarm) => alarm !== settled));
        return;
      }
      const after: KeptAlarm = { ...settled, state: answer, incidentId };
      await storage.writeAlarms(alarms.map((alarm) => (alarm === settled ? after : alarm)));
    });
  }

  /** Forgets a person who was erased. The counts know nobody, and stay. */
  forget(handles: ReadonlySet<string>, tweetIds: ReadonlySet<string>): Promise<void> {
    return this.#inTurn(async () => {
      const { storage } = this.#context;
      const recent = await storage.readRecent();
      if (recent) {
        const outages = recent.outages.filter(({ id, author }) => !handles.has(author ?? '') && !tweetIds.has(id));
        await storage.writeRecent({ ...recent, outages });
      }
      const alarms = await storage.readAlarms();
      const left = alarms.map((alarm) => ({ ...alarm, tweets: alarm.tweets.filter((id) => !tweetIds.has(id)) }));
      if (alarms.length > 0) await storage.writeAlarms(left);
    });
  }

  async #take(outages: readonly Sighting[], oldest: number): Promise<void> {
    const { storage, zone, now, newId } = this.#context;
    const at = now();
    let radar = await this.#read();
    // A rep who comes back sees at once what was written meanwhile: that time is watched as well.
    const from = Math.max(oldest, at - CAUGHT_UP);
    const beats = from > (radar.recent.lastAt ?? 0) && from < at ? [from, at] : [at];
    // What is late on screen is not of now: the clock comes first, then the tweets.
    const watching = beats.map((beat): Sighting => ({ id: WATCHING, at: beat, outage: false, area: null }));
    const sightings = [...outages].sort((one, other) => one.at - other.at);
    const before = currentAlarms(await storage.readAlarms(), at);
    let alarms = before;
    for (const sighting of [...watching, ...sightings.map((one) => ({ ...one, at: Math.min(one.at, at) }))]) {
      const next = step(radar, sighting, zone());
      radar = next.radar;
      if (next.alarm) {
        const { tweets } = next.alarm;
        const times = radar.recent.outages.filter(({ id }) => tweets.includes(id)).map((outage) => outage.at);
        const since = Math.min(next.alarm.at, ...times);
        alarms = [{ ...next.alarm, id: newId(), since, state: 'new', incidentId: null }, ...alarms];
      } else if (sighting.outage) alarms = alarms.map((alarm) => withOneMore(alarm, radar, sighting.id, at));
    }
    await storage.writeRecent(radar.recent);
    await storage.writeUsual(radar.usual);
    if (alarms !== before) await storage.writeAlarms(alarms);
  }

  async #read(): Promise<Radar> {
    const { storage } = this.#context;
    const [usual, recent] = await Promise.all([storage.readUsual(), storage.readRecent()]);
    const fresh = newRadar();
    return { usual: usual ?? fresh.usual, recent: recent ?? fresh.recent };
  }
}

function withOneMore(alarm: KeptAlarm, radar: Radar, tweetId: string, now: number): KeptAlarm {
  const more = isGrowing(alarm, now) ? grown(alarm, radar, tweetId) : null;
  return more ? { ...alarm, ...more } : alarm;
}
