import { browser } from 'wxt/browser';
import type { QueuedTweet } from '../queue/queue';
import type { Recent } from '../radar/radar';
import type { SessionTraces } from './dossier';
import type { Person } from './person';

/*
 * What the browser keeps until it is closed. The list and the radar are the worker's to write; what is only read here
 * may be read by everybody.
 */

interface Pointing {
  handle?: unknown;
  target?: { handle?: unknown };
}

const POINTERS = /^(looking|pin):/;

function pointsAt(key: string, value: unknown, handles: ReadonlySet<string>): boolean {
  if (!POINTERS.test(key)) return false;
  const { handle, target } = (value ?? {}) as Pointing;
  return [handle, target?.handle].some((one) => typeof one === 'string' && handles.has(one.toLowerCase()));
}

/** What is kept of a person there. */
export async function readSessionTraces({
  handles,
  tweetIds,
}: Pick<Person, 'handles' | 'tweetIds'>): Promise<SessionTraces> {
  const all = Object.entries(await browser.storage.session.get(null));
  const rows = all.flatMap(([key, row]) => (key.startsWith('queue:') ? [row as QueuedTweet] : []));
  const recent = all.find(([key]) => key === 'radarRecent')?.[1] as Recent | undefined;
  return {
    queued: rows
      .filter(({ tweet }) => handles.has(tweet.handle.toLowerCase()))
      .map(({ tweet: { id, text, time, permalink } }) => ({ id, text, time, permalink })),
    sightings: (recent?.outages ?? []).filter(({ id, author }) => handles.has(author ?? '') || tweetIds.has(id)).length,
    looking: all.filter(([key, value]) => pointsAt(key, value, handles)).length,
  };
}

/** Forgets that somebody in some tab looks at a person. */
export async function forgetPointers(handles: ReadonlySet<string>): Promise<void> {
  const all = Object.entries(await browser.storage.session.get(null));
  const keys = all.flatMap(([key, value]) => (pointsAt(key, value, handles) ? [key] : []));
  if (keys.length > 0) await browser.storage.session.remove(keys);
}
