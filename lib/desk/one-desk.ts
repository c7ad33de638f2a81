import { readHandOver } from '../handover/read';
import type { DeskContext } from './context';
import { DeskDatabase } from './database';
import { Desk } from './desk';
import { HandOvers } from './hand-over';

/** A desk for tests, which can hand over to another and take over from it. */
export class OneDesk {
  readonly db: DeskDatabase;
  readonly context: DeskContext;
  readonly desk: Desk;
  readonly handOvers: HandOvers;

  /** @param name whose desk it is: the rep's initials */
  constructor(
    readonly name: string,
    { of, now, newId }: Omit<DeskContext, 'db'> & { of: string },
  ) {
    this.db = new DeskDatabase(`${of}-${name}`);
    this.context = { db: this.db, now, newId };
    this.desk = new Desk(this.context);
    this.handOvers = new HandOvers(this.context);
  }

  /** All of it, as a colleague's Hark reads it from the file. */
  async file() {
    const { pieces } = await this.handOvers.write({ by: this.name, to: null }, 0);
    const read = await readHandOver(pieces.join(''));
    if (!read.ok) throw new Error(read.reason);
    return read;
  }

  /** Imports all that another desk hands over. */
  async take(from: OneDesk) {
    const { history, header } = await from.file();
    return this.handOvers.take(history, header.desk, [], this.name);
  }

  /** Every row of every table, as text. */
  async everything(): Promise<string> {
    const all = await Promise.all(this.db.tables.map(async (table) => [table.name, await table.toArray()]));
    return JSON.stringify(all);
  }
}
