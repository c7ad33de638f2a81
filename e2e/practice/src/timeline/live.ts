import { useSyncExternalStore } from 'react';
import { addCounts, getStatus, params } from '../store';
import { stats } from './stats';

/** The unrest of a real timeline: counters that tick, and parts of articles that are built anew for no visible reason. */

interface Versions {
  header: number;
  bar: number;
}

const STILL: Versions = { header: 0, bar: 0 };
/** Mounted articles: slot to the tweet that it shows now. */
const mounted = new Map<string, string>();
const versions = new Map<string, Versions>();
const listeners = new Map<string, () => void>();

/** Tell the unrest which tweet a slot shows. */
export function noteMounted(slot: string, id: string): () => void {
  mounted.set(slot, id);
  return () => {
    if (mounted.get(slot) === id) mounted.delete(slot);
  };
}

export function useVersions(slot: string): Versions {
  return useSyncExternalStore(
    (listener) => {
      listeners.set(slot, listener);
      return () => {
        listeners.delete(slot);
        versions.delete(slot);
      };
    },
    () => versions.get(slot) ?? STILL,
    () => STILL,
  );
}

/** Replace header and action bar of one tweet's articles, or of all that are mounted. */
export function rerender(id?: string, part: 'header' | 'bar' | 'both' = 'both'): void {
  for (const [slot, shown] of mounted) {
    if (id !== undefined && shown !== id) continue;
    const { header, bar } = versions.get(slot) ?? STILL;
    versions.set(slot, { header: header + (part === 'bar' ? 0 : 1), bar: bar + (part === 'header' ? 0 : 1) });
    stats.subtreesReplaced += part === 'both' ? 2 : 1;
    listeners.get(slot)?.();
  }
}

function pick<T>(values: readonly T[]): T | undefined {
  return values[Math.floor(Math.random() * values.length)];
}

/** Start the unrest; a calm page never does. */
export function startUnrest(): void {
  setInterval(() => {
    if (params.calm || document.hidden) return;
    const shown = [...new Set(mounted.values())];
    for (let i = 0; i < 3; i++) {
      const id = pick(shown);
      if (!id || !getStatus(id)) continue;
      stats.ticks++;
      addCounts(id, {
        view: 1 + Math.floor(Math.random() * 40),
        like: Math.random() < 0.5 ? 1 : 0,
        retweet: Math.random() < 0.2 ? 1 : 0,
      });
    }
  }, 700);
  setInterval(() => {
    if (params.calm || document.hidden) return;
    const id = pick([...mounted.values()]);
    if (id) rerender(id, pick(['header', 'bar', 'both'] as const));
  }, 2600);
}
