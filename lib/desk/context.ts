import type { DeskDatabase } from './database';

/** What the desk needs from outside, so that tests can set clock and ids. */
export interface DeskContext {
  db: DeskDatabase;
  /** Milliseconds since 1970. */
  now(): number;
  newId(): string;
}

/** What work on a database needs, with the clock and the ids of this computer. */
export const contextFor = (db: DeskDatabase): DeskContext => ({
  db,
  now: () => Date.now(),
  newId: () => crypto.randomUUID(),
});
