import { copyBeforeUpdate } from '../backup/copies';
import { DESK } from '../backup/make';
import { Corrections } from '../corrections/corrections';
import { contextFor } from './context';
import { DeskDatabase } from './database';
import { Desk } from './desk';
import { FollowUps } from './follow-ups';
import { HandOvers } from './hand-over';
import { Incidents } from './incidents';
import { People } from './people';

/** The database of this browser profile; opened by the worker and the extension's own pages, never in X's page. */
export const db = new DeskDatabase(DESK, (schema) => copyBeforeUpdate(DESK, schema));

/** The database with clock and ids, for what is no class. */
export const context = contextFor(db);

/** The desk on that database. */
export const desk = new Desk(context);

/** The follow-ups of that database. */
export const followUps = new FollowUps(context);

/** The incidents of that database. */
export const incidents = new Incidents(context);

/** What that database gives to other desks and takes from them. */
export const handOvers = new HandOvers(context);

/** The customers of that database. */
export const people = new People(context);

/** What the reps on that database have put right. */
export const corrections = new Corrections(context);
